//! `pulsarc import`: turns a values file into an idiomatic configuration.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::helm;
use crate::input::InputOptions;
use crate::inputs::{INPUTS, VALUES};
use crate::output::{self, By, Document, Foreign, Single};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use pulsarc_compiler::{Format, Layer, Target, read_stream};
use pulsarc_diag::KeyPath;
use pulsarc_import::Release;
use std::path::{Path, PathBuf};

/// Convert values files to a .ncl file that builds the same objects
///
/// The file contains what differs from the defaults, in the order of the values and with their comments, and uses the
/// library's presets if the values match one; an anchor that several places use becomes a `let`. Several files are layers
/// of one configuration, as with `build`. The Secret of a Helm release, as `kubectl get secret -o yaml` prints it, is an
/// input too: its values are imported, for its release name and namespace.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present(VALUES)),
    after_help = "Examples:\n  pulsarc import values.yaml\n  pulsarc import -f values.yaml -f values-prod.yaml -o prod.ncl\n  kubectl get secret -n pulsar -l owner=helm,name=pulsar -o yaml | pulsarc import - --manifests applied.yaml"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// Write to this file instead of standard output
    #[arg(
        long,
        short,
        value_name = "FILE",
        value_parser = PathBufValueParser::new().try_map(output::destination::path),
        help_heading = heading::OUTPUT
    )]
    output: Option<PathBuf>,
    /// List the values that are left out because they equal the defaults
    #[arg(long, help_heading = heading::OUTPUT)]
    omitted: bool,
    /// Write the manifests of a Helm release to this file, to compare them with the import
    #[arg(long, value_name = "FILE", help_heading = heading::OUTPUT)]
    manifests: Option<PathBuf>,
    /// Import values even if they have errors, and replace an existing output file
    #[arg(long, help_heading = heading::OUTPUT)]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let (layers, release) = arguments.layers()?;
    let target = arguments.target_of(release.as_ref())?;
    let built = arguments.input.compile_values(session.evaluations(), &layers, &target);
    built.tell();
    if built.has_errors() && !arguments.force {
        stderr_line!("nothing was imported: fix the errors first, or import anyway with --force");
        return Ok(built.exit());
    }
    let imported = pulsarc_import::import(&layers);
    if imported.text.is_none() {
        return Ok(Exit::BadConfig);
    }
    if !built.has_errors() && !arguments.force {
        helm::is_same(&imported)?;
    }
    let Some(text) = imported.text else { return Ok(Exit::BadConfig) };
    match &arguments.output {
        Some(path) => {
            let inputs = built.read(&arguments.input);
            let single = Single { mark: None, foreign: Foreign::forced(arguments.force), inputs: &inputs };
            output::to_file(path, &text, single)?;
        }
        None => output::print(Document::of(text, By::Author))?,
    }
    if let Some(release) = &release {
        arguments.tell_release(release, session)?;
    }
    for path in pulsarc_compiler::unused(&built.compiled, &target, &imported.said) {
        stderr_line!("warning: {path} has no effect: no object depends on it");
    }
    tell_omitted(&imported.left_out, arguments.omitted, session);
    Ok(Exit::Success)
}

/// Says how many values were left out, and which.
fn tell_omitted(paths: &[KeyPath], listed: bool, session: &Session) {
    let colon = if listed { ":" } else { "" };
    match paths.len() {
        0 => {}
        1 => session.note(format_args!("1 value is left out: it equals the default{colon}")),
        some => session.note(format_args!("{some} values are left out: they equal the defaults{colon}")),
    }
    if listed {
        for path in paths {
            stderr_line!("  {path}");
        }
    }
}

impl Arguments {
    /// The layers, with the values of a release of Helm's instead of its Secret, and that release.
    fn layers(&self) -> Result<(Vec<Layer>, Option<Release>), Failure> {
        let mut layers = self.input.values()?;
        let mut found = None;
        for layer in layers.iter_mut().filter(|layer| holds_release(layer)) {
            let text = String::from_utf8_lossy(&layer.bytes).into_owned();
            let documents = read_stream(&layer.name, &text).documents;
            let Some(release) = helm::release(&documents, &layer.name) else { continue };
            let release = release?;
            *layer = helm::values(&release)?;
            found = Some(release);
        }
        if found.is_none() && self.manifests.is_some() {
            return Err(Failure::usage("--manifests needs the Secret of a Helm release among the inputs"));
        }
        Ok((layers, found))
    }

    /// The target: a release's own name and namespace.
    fn target_of(&self, release: Option<&Release>) -> Result<Target, Failure> {
        let own = release.map(|release| (release.name.as_str(), release.namespace.as_str()));
        let own = own.filter(|(name, namespace)| !name.is_empty() && !namespace.is_empty());
        self.target
            .target_of(own.map(|(name, _)| name), own.map(|(_, namespace)| namespace))
            .map_err(|(what, why)| Failure::usage(format!("the {what} of the Helm release: {why}")))
    }

    /// Says what the release is, and how to compare it with the import.
    fn tell_release(&self, release: &Release, session: &Session) -> Result<(), Failure> {
        let Release { name, namespace, revision, chart, chart_version, manifests, .. } = release;
        session.note(format_args!(
            "{name} in namespace {namespace}: revision {revision} of chart {chart} {chart_version}"
        ));
        helm::tell_other_chart(release);
        let Some(path) = &self.manifests else {
            session.note(format_args!("--manifests FILE writes what Helm applied, for `pulsarc diff`"));
            return Ok(());
        };
        let single = Single { mark: None, foreign: Foreign::forced(self.force), inputs: &[] };
        output::to_file(path, manifests, single)?;
        let cluster = self.output.as_deref().unwrap_or(Path::new("cluster.ncl")).display();
        session.note(format_args!(
            "compare: pulsarc diff {} {cluster} --release {name} -n {namespace} --upgrade",
            path.display()
        ));
        Ok(())
    }
}

/// Whether a text may be a Secret of Helm's: values files have no such word.
fn holds_release(layer: &Layer) -> bool {
    let mark = b"helm.sh/release.v1";
    layer.format == Format::Yaml && layer.bytes.windows(mark.len()).any(|bytes| bytes == mark)
}
