//! Releases of Helm as configurations: `import` reads them from files, `adopt` from a cluster.

use crate::exit::{Exit, Failure};
use pulsarc_compiler::{Format, Layer, limits};
use pulsarc_diag::sanitize;
use pulsarc_import::{Imported, Release, ReleaseError};
use pulsarc_kube::write;
use serde_json::Value;

/// The name of the chart whose values a configuration has.
const CHART: &str = "pulsar";

/// The newest release among documents; none if no document is one. `name` says where they are from.
pub(crate) fn release(documents: &[Value], name: &str) -> Option<Result<Release, Failure>> {
    let read = pulsarc_import::release(documents, limits::held().input)?;
    let name = sanitize::line(name);
    Some(read.map_err(|error| match error {
        ReleaseError::TooLarge(_) => Failure::of(Exit::PastLimit, format!("{name}: {error}")),
        _ => Failure::of(Exit::BadConfig, format!("{name}: {error}")),
    }))
}

/// The values of a release, as a layer.
pub(crate) fn values(release: &Release) -> Result<Layer, Failure> {
    Ok(Layer {
        name: format!("values of {} revision {}", release.name, release.revision),
        format: Format::Yaml,
        bytes: write::yaml(&release.values).map_err(Failure::unwritable)?.into_bytes(),
    })
}

/// Warns about a release of another chart, whose values are others.
pub(crate) fn tell_other_chart(release: &Release) {
    let chart = &release.chart;
    if chart != CHART {
        stderr_line!("warning: pulsarc knows the values of the chart {CHART}, and this is the chart {chart}");
    }
}

/// Checks that an import evaluates to its values.
pub(crate) fn is_same(imported: &Imported) -> Result<(), Failure> {
    if imported.differs.is_empty() {
        return Ok(());
    }
    let places: Vec<String> = imported.differs.iter().map(ToString::to_string).collect();
    Err(Failure::unwritable(format!(
        "the import evaluates differently at {}: please report this with the values; --force writes it anyway",
        places.join(", ")
    )))
}
