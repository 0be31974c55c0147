//! `pulsarc adopt`: takes over a release that Helm, kubectl or Argo CD runs.

mod source;

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::input::{ColorOption, SetOptions};
use crate::live::options::ClusterOptions;
use crate::live::wanted::{self, failed};
use crate::live::{adoption, confirm, text};
use crate::output;
use crate::session::Session;
use crate::target;
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use pulsarc_compiler::{KubeVersion, Target};
use pulsarc_live::{AdoptOptions, Choices, Cluster, Release, Wanted};
use source::Source;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// Take over a running release of Helm, or objects that kubectl or Argo CD applied
///
/// Reads the values and the manifests of the release from Helm's Secrets, writes them as a configuration, and shows which objects
/// pulsarc takes over and what an apply would change afterwards. Then pulsarc owns the objects: only their metadata changes, and no pod
/// restarts. Helm's Secrets stay until --forget-helm. With --config, the objects of an existing configuration are taken over.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc adopt pulsar -n pulsar\n  pulsarc adopt pulsar -n pulsar -o prod.ncl --yes\n  pulsarc adopt pulsar -n pulsar --config prod.ncl --yes\n  pulsarc adopt pulsar -n pulsar --config cluster.ncl --forget-helm --yes"
)]
pub(crate) struct Arguments {
    /// The name of the release
    #[arg(value_name = "RELEASE", value_parser = target::release, help_heading = heading::TARGET)]
    release: String,
    /// The namespace of the release
    #[arg(long, short = 'n', value_name = "NAME", default_value = target::NAMESPACE, value_parser = target::namespace, help_heading = heading::TARGET)]
    namespace: String,
    /// The Kubernetes version to target
    #[arg(long, value_name = "VERSION", default_value = target::KUBE_VERSION, value_parser = target::kube_version, help_heading = heading::TARGET)]
    kube_version: KubeVersion,
    /// Take over the objects of this configuration; later files win (repeatable)
    #[arg(long, value_name = "FILE", num_args = 1.., help_heading = heading::INPUT)]
    config: Vec<PathBuf>,
    #[command(flatten)]
    set: SetOptions,
    #[command(flatten)]
    cluster: ClusterOptions,
    /// Write the configuration to this file
    #[arg(
        long,
        short,
        value_name = "FILE",
        default_value = "cluster.ncl",
        conflicts_with = "config",
        value_parser = PathBufValueParser::new().try_map(output::destination::path),
        help_heading = heading::OUTPUT
    )]
    output: PathBuf,
    /// Replace the file if it exists
    #[arg(long, conflicts_with = "config", help_heading = heading::OUTPUT)]
    force: bool,
    /// Delete Helm's Secrets of the release, so that Helm no longer knows it
    #[arg(long, help_heading = heading::APPLY)]
    forget_helm: bool,
    /// Do not ask for confirmation; needed if there is no terminal
    #[arg(long, short = 'y', help_heading = heading::APPLY)]
    yes: bool,
    #[command(flatten)]
    color: ColorOption,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    confirm::needs_yes(arguments.yes, "adopt")?;
    let release = Release { name: arguments.release.clone(), namespace: arguments.namespace.clone() };
    let target = arguments.target();
    let source = if arguments.config.is_empty() {
        let secrets = {
            let connection = arguments.cluster.connect(session)?;
            let read = connection.cluster.helm_secrets(&release);
            read.map_err(|error| failed(&error, &connection.cluster, &pulsarc_diag::Secrets::default()))?
        };
        source::of_helm(&secrets, arguments, &release, &target, session)?
    } else {
        source::of_files(arguments)?
    };
    let Source { layers, manifests, reason } = match source {
        Ok(source) => source,
        Err(exit) => return Ok(exit),
    };
    let built = arguments.set.compile(session.evaluations(), layers, &arguments.color, &target);
    built.tell();
    if built.has_errors() {
        return Ok(built.exit());
    }
    let wanted = wanted::of(&built, &target)?;
    if wanted.release != release {
        return Err(Failure::usage(format!(
            "the configuration sets the namespace {}: write -n {}",
            wanted.release.namespace, wanted.release.namespace
        )));
    }
    let options = AdoptOptions { manifests, by: wanted::by(), reason };
    arguments.take_over(&wanted, &options, session)
}

impl Arguments {
    fn target(&self) -> Target {
        Target {
            release: self.release.clone(),
            namespace: self.namespace.clone(),
            kube_version: self.kube_version,
            upgrade: false,
        }
    }

    /// Shows what is taken over and what remains, asks, and takes over.
    fn take_over(&self, wanted: &Wanted, options: &AdoptOptions, session: &Session) -> Result<Exit, Failure> {
        let connection = self.cluster.connect(session)?;
        let cluster = &connection.cluster;
        let told = |error| failed(&error, cluster, &wanted.secrets);
        let found = cluster.adoption(wanted, options).map_err(told)?;
        output::print(adoption::document(&found, &wanted.release))?;
        if !found.foreign.is_empty() {
            stderr_line!("error: nothing was taken over: objects belong to another release");
            return Ok(Exit::Cluster);
        }
        if !self.yes {
            self.show_plan(cluster, wanted, &Choices { force_conflicts: true, ..Choices::default() })?;
            let question = format!(
                "Take over {} objects of {} in {} on {}?",
                found.objects.len(),
                wanted.release.name,
                wanted.release.namespace,
                cluster.server()
            );
            if !confirm::agrees(&question)? {
                stderr_line!("error: nothing was taken over");
                return Ok(Exit::Cluster);
            }
        }
        let revision = cluster.adopt(wanted, &found, options).map_err(told)?;
        session.note(format_args!("taken over: revision {revision} of {}", wanted.release.name));
        if self.forget_helm {
            let secrets = cluster.forget_helm(&wanted.release).map_err(told)?;
            session.note(format_args!("deleted: {secrets} Secrets of Helm's"));
        }
        self.show_plan(cluster, wanted, &Choices::default())?;
        Ok(Exit::Success)
    }

    /// What an apply would change.
    fn show_plan(&self, cluster: &Cluster, wanted: &Wanted, choices: &Choices) -> Result<(), Failure> {
        let plan = cluster.plan(wanted, choices).map_err(|error| failed(&error, cluster, &wanted.secrets))?;
        let mut out = pulsarc_diag::sanitize::Escaped::new();
        out.literal("\nwhat an apply would change afterwards:\n");
        out.append(&text::document(&plan, self.color.on(io::stdout().is_terminal())));
        output::print(out)
    }
}
