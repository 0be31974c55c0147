//! `pulsarc push`: pushes the output of a build as an artifact to a registry.

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, FleetRun, Task};
use crate::heading;
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::inputs::{INPUTS, VALUES};
use crate::output::{self, By, Document, Format, Layout};
use crate::registry::{RegistryOptions, failed};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::{Args, ValueEnum};
use pulsarc_compiler::Target;
use pulsarc_fleet::Cluster;
use pulsarc_kube::write;
use pulsarc_oci::Address;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Push the manifests of a cluster as an OCI artifact, for Flux
///
/// Builds as `pulsarc build` does, and pushes nothing if a check fails. The same configuration has the same digest
/// everywhere; the digest is printed.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present_any([VALUES, "fleet"])),
    after_help = "Examples:\n  pulsarc push prod.ncl --to oci://registry.example.com/pulsar/prod:v1\n  pulsarc push prod.ncl --to oci-layout:artifacts:v1\n  pulsarc push --fleet clusters --to oci://registry.example.com/pulsar:main"
)]
pub(crate) struct Arguments {
    /// The destination: `oci://HOST/REPOSITORY:TAG`, or `oci-layout:FOLDER:TAG` on disk
    #[arg(long, value_name = "ADDRESS", help_heading = heading::OUTPUT)]
    to: String,
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    fleet: FleetOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// How to split the objects into files
    #[arg(long, value_enum, default_value_t = Layout::Components, help_heading = heading::OUTPUT)]
    layout: Layout,
    /// The source of the configuration, recorded in the artifact: the repository's URL
    #[arg(long, value_name = "URL", help_heading = heading::OUTPUT)]
    source: Option<String>,
    /// The source revision: main@sha1:1b2c3d
    #[arg(long, value_name = "REVISION", help_heading = heading::OUTPUT)]
    revision: Option<String>,
    /// The creation time in RFC 3339 format; without it, the digest does not depend on the day
    #[arg(long, value_name = "TIME", help_heading = heading::OUTPUT)]
    created: Option<String>,
    #[command(flatten)]
    registry: RegistryOptions,
    /// Output format; -o json is the same
    #[arg(
        long,
        short = 'o',
        alias = "output",
        value_enum,
        default_value_t = ArtifactFormat::Text,
        help_heading = heading::OUTPUT
    )]
    format: ArtifactFormat,
}

/// Output format of `push` and `pull`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ArtifactFormat {
    /// `ADDRESS@DIGEST`
    Text,
    /// `{"address", "digest", "files"}`
    Json,
}

/// An artifact that was pushed or pulled.
#[derive(Debug, Serialize)]
pub(crate) struct Artifact {
    pub(crate) address: String,
    pub(crate) digest: String,
    /// The paths of the files, in order.
    pub(crate) files: Vec<String>,
}

impl Artifact {
    /// Prints it.
    pub(crate) fn print(&self, format: ArtifactFormat) -> Result<(), Failure> {
        match format {
            ArtifactFormat::Text => output::print_text(&format!("{}@{}\n", self.address, self.digest)),
            ArtifactFormat::Json => {
                let text = write::json(self).map_err(Failure::unwritable)?;
                output::print(Document::of(text, By::Serializer))
            }
        }
    }
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let address: Address = arguments.to.parse().map_err(Failure::usage)?;
    let built = match arguments.fleet.path()? {
        Some(fleet) => of_fleet(arguments, fleet, session)?,
        None => of_cluster(arguments, session)?,
    };
    let files = match built {
        Ok(files) => files,
        Err(exit) => return Ok(exit),
    };
    for (path, _) in files.iter().filter(|(_, text)| text.lines().any(|line| line == "kind: Secret")) {
        stderr_line!(
            "warning: {path} holds a Secret, which everyone who can pull the artifact can read: refer to \
            existing Secrets instead"
        );
    }
    let annotations = [
        ("org.opencontainers.image.created", &arguments.created),
        ("org.opencontainers.image.source", &arguments.source),
        ("org.opencontainers.image.revision", &arguments.revision),
    ];
    let annotations: BTreeMap<String, String> =
        annotations.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value.clone()?))).collect();
    let transfer = arguments.registry.begin(session);
    let transport = arguments.registry.transport()?;
    let digest =
        pulsarc_oci::push(&files, &annotations, &address, &transport).map_err(|error| failed(&error))?;
    drop(transfer);
    let artifact = Artifact {
        address: address.to_string(),
        digest: digest.to_string(),
        files: files.into_keys().collect(),
    };
    artifact.print(arguments.format)?;
    Ok(Exit::Success)
}

/// The files of a cluster, or the exit status if it has errors.
fn of_cluster(arguments: &Arguments, session: &Session) -> Result<Result<Files, Exit>, Failure> {
    let built = arguments.input.compile(session, &arguments.target.target())?;
    built.tell();
    if built.has_errors() {
        return Ok(Err(built.exit()));
    }
    output::files(&built.compiled.objects, arguments.layout, Format::Yaml).map(Ok)
}

/// The files of each cluster, gathered by who asked for them.
struct PushEach<'a>(&'a Arguments);

impl Arguments {
    /// What a worker does with one cluster of a fleet.
    pub(crate) fn task(&self) -> Box<dyn Task + '_> {
        Box::new(PushEach(self))
    }
}

impl Task for PushEach<'_> {
    fn target(&self) -> &TargetOptions {
        &self.0.target
    }

    fn run(&self) -> &FleetRun {
        &self.0.fleet.run
    }

    fn compiling(&self) -> (&SetOptions, &ColorOption) {
        self.0.input.compiling()
    }

    fn done(&self) -> &'static str {
        "built"
    }

    fn options(&self) -> String {
        format!("push {:?} {}", self.0.layout, self.0.input.options())
    }

    fn files(&self, built: &Built, _: &Target) -> Result<Files, Failure> {
        output::files(&built.compiled.objects, self.0.layout, Format::Yaml)
    }

    fn deliver(&self, _: &Cluster, files: Files) -> Result<Delivered, Failure> {
        serde_json::to_string(&files).map(Delivered::Document).map_err(Failure::unwritable)
    }
}

fn of_fleet(arguments: &Arguments, fleet: &Path, session: &Session) -> Result<Result<Files, Exit>, Failure> {
    let mut all = Files::new();
    let mut take = |name: &str, document: &str| {
        let files: Files = serde_json::from_str(document).map_err(Failure::unwritable)?;
        all.extend(files.into_iter().map(|(file, text)| (format!("{name}/{file}"), text)));
        Ok(())
    };
    let ended = fleet::run(fleet, &PushEach(arguments), session, &mut take)?;
    ended.tell(&arguments.fleet.run, session.verbosity)?;
    Ok(if ended.exit == Exit::Success { Ok(all) } else { Err(ended.exit) })
}
