//! `pulsarc report`: a cluster as a page for people.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::input::InputOptions;
use crate::inputs::{INPUTS, VALUES};
use crate::output::{self, By, Document, Foreign, Mark, Single};
use crate::prerequisites::RequiresOptions;
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use pulsarc_kube::Object;
use pulsarc_report::Report;
use std::path::{Path, PathBuf};

/// Show a cluster as an HTML page: diagram, resources, certificates and all findings
///
/// The page loads no other resources. For a configuration with errors it shows them and the rest of the
/// configuration. The exit status is that of `check`.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present(VALUES)),
    after_help = "Examples:\n  pulsarc report prod.ncl -o report.html\n  pulsarc report -f values.yaml -f values-prod.yaml -o report.html"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    #[command(flatten)]
    prerequisites: RequiresOptions,
    /// Write to this file instead of standard output
    #[arg(
        long,
        short = 'o',
        value_name = "FILE",
        value_parser = PathBufValueParser::new().try_map(output::destination::path),
        help_heading = heading::OUTPUT
    )]
    output: Option<PathBuf>,
    /// Replace the output file even if pulsarc did not write it
    #[arg(long, requires = "output", help_heading = heading::OUTPUT)]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let target = arguments.target.target();
    let built = arguments.input.compile(session, &target)?;
    let built = arguments.prerequisites.checked(built, &arguments.input, &target)?;
    built.tell();
    let draft = pulsarc_compiler::draft(&built.compiled, &target);
    let environment = arguments.input.files().last().and_then(environment);
    let needed = pulsarc_compiler::requirements(&built.compiled, &target);
    let page = pulsarc_report::cluster(&Report {
        requirements: needed.as_ref(),
        environment: environment.as_deref(),
        release: &target.release,
        namespace: draft.objects.iter().find_map(Object::namespace).unwrap_or(&target.namespace),
        kube_version: &format!("{}.{}", target.kube_version.major, target.kube_version.minor),
        inputs: &arguments.input.names(),
        objects: &draft.objects,
        export: draft.export.as_ref(),
        diagnostics: &built.diagnostics,
        sources: &built.compiled.sources,
    });
    let single = Single {
        mark: Some(Mark::PAGE),
        foreign: Foreign::forced(arguments.force),
        inputs: &built.read(&arguments.input),
    };
    output::to_file_or_print(arguments.output.as_deref(), Document::of(page, By::Page), single)?;
    arguments.prerequisites.list(&built, &target, session);
    Ok(built.exit())
}

/// The environment that a file is for, by its name: `prod` for `environments/prod.ncl`, `values-prod.yaml` and
/// `prod/values.yaml`. None for a file that is named as every cluster's is.
fn environment(file: &Path) -> Option<String> {
    let stem = file.file_stem()?.to_str()?;
    let is_joint = |sign: char| matches!(sign, '-' | '_' | '.');
    let rest = stem.strip_prefix("values").or_else(|| stem.strip_suffix("values")).unwrap_or(stem);
    let name = rest.trim_matches(is_joint);
    if !name.is_empty() && name != "cluster" {
        return Some(name.to_owned());
    }
    let folder = file.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    folder.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_name_their_environment() {
        for (file, name) in [
            ("environments/prod.ncl", Some("prod")),
            ("values-prod.yaml", Some("prod")),
            ("staging.values.yaml", Some("staging")),
            ("dev/values.yaml", Some("dev")),
            ("dev/cluster.ncl", Some("dev")),
            ("values.yaml", None),
            ("cluster.ncl", None),
        ] {
            assert_eq!(environment(Path::new(file)).as_deref(), name, "{file}");
        }
    }
}
