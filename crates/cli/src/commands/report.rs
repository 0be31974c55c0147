//! `pulsarc report`: a cluster as a page for people.

use crate::exit::{Exit, Failure};
use crate::input::InputOptions;
use crate::output::{self, By, Document, Foreign, Mark, Single};
use crate::prerequisites::RequiresOptions;
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_kube::Object;
use pulsarc_report::Report;
use std::path::PathBuf;

/// Show a cluster as an HTML page: diagram, resources, certificates and all findings
///
/// The page loads no other resources. For a configuration with errors it shows them and the rest of the
/// configuration. The exit status is that of `check`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    #[command(flatten)]
    prerequisites: RequiresOptions,
    /// Write to this file instead of standard output
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the output file even if pulsarc did not write it
    #[arg(long, requires = "output")]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let target = arguments.target.target();
    let built = arguments.input.compile(session.evaluations(), &target)?;
    let built = arguments.prerequisites.checked(built, &arguments.input, &target)?;
    built.tell();
    let draft = pulsarc_compiler::draft(&built.compiled, &target);
    let page = pulsarc_report::cluster(&Report {
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
    arguments.prerequisites.tell(&built, &target);
    Ok(built.exit())
}
