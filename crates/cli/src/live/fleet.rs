//! Plans of a fleet: workers build the clusters, and this process asks each one's API server, one after the other, so that
//! memory stays flat. Workers reach no network.

use super::options::{ClusterOptions, Connection};
use super::wanted::failed;
use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Ended, Files, FleetRun, Task};
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::session::Session;
use crate::target::TargetOptions;
use pulsarc_compiler::{Requirements, Target};
use pulsarc_diag::Secrets;
use pulsarc_diff::Facts;
use pulsarc_fleet::Cluster;
use pulsarc_live::{Choices, Origin, Plan, Release, Wanted};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// The options of a plan of each cluster.
pub(crate) struct PlanEach<'a> {
    pub(crate) input: &'a InputOptions,
    pub(crate) target: &'a TargetOptions,
    pub(crate) run: &'a FleetRun,
}

/// What one cluster wants, between processes.
#[derive(Serialize, Deserialize)]
struct BuiltCluster {
    release: Release,
    objects: Vec<Value>,
    needs: Option<Requirements>,
    origin: Origin,
    secrets: Vec<String>,
    context: Option<String>,
}

/// What the one document of a cluster is called.
const DOCUMENT: &str = "wanted.json";

impl Task for PlanEach<'_> {
    fn target(&self) -> &TargetOptions {
        self.target
    }

    fn run(&self) -> &FleetRun {
        self.run
    }

    fn compiling(&self) -> (&SetOptions, &ColorOption) {
        self.input.compiling()
    }

    fn done(&self) -> &'static str {
        "planned"
    }

    fn options(&self) -> String {
        format!("plan {}", self.input.options())
    }

    fn files(&self, built: &Built, target: &Target) -> Result<Files, Failure> {
        let Wanted { release, objects, needs, origin, secrets, .. } = super::wanted::of(built, target)?;
        let secrets = secrets.values().map(str::to_owned).collect();
        let one = BuiltCluster { release, objects, needs, origin, secrets, context: None };
        let text = serde_json::to_string(&one).map_err(Failure::unwritable)?;
        Ok(Files::from([(DOCUMENT.to_owned(), text)]))
    }

    fn deliver(&self, cluster: &Cluster, mut files: Files) -> Result<Delivered, Failure> {
        let Some(text) = files.remove(DOCUMENT) else { return Ok(Delivered::Nothing) };
        let mut one: BuiltCluster = serde_json::from_str(&text).map_err(Failure::unwritable)?;
        one.context.clone_from(&cluster.context);
        serde_json::to_string(&one).map(Delivered::Document).map_err(Failure::unwritable)
    }
}

/// What came of a fleet's plans.
pub(crate) struct Planned {
    /// How the fleet itself ended.
    pub(crate) ended: Ended,
    /// The clusters that could not be planned, each with the reason.
    pub(crate) failed: Vec<(String, String)>,
    /// How many clusters change.
    pub(crate) changed: usize,
    /// How many clusters were planned.
    pub(crate) made: usize,
}

/// Plans every cluster, and hands each plan on as it is made.
pub(crate) fn plan(
    path: &Path,
    task: &PlanEach<'_>,
    (cluster, choices): (&ClusterOptions, &Choices),
    session: &Session,
    show: &mut dyn FnMut(&str, &Plan) -> Result<(), Failure>,
) -> Result<Planned, Failure> {
    let mut planner = Planner {
        options: cluster,
        choices,
        session,
        facts: pulsarc_compiler::component_facts(&task.target.target()),
        last: None,
        releases: BTreeSet::new(),
    };
    let (mut changed, mut made, mut trouble) = (0, 0, Vec::new());
    let mut take = |name: &str, text: &str| {
        match planner.plan(text) {
            Ok(plan) => {
                made += 1;
                changed += usize::from(!super::shown::is_done(&plan));
                show(name, &plan)?;
            }
            Err(failure) => trouble.push((name.to_owned(), failure.parts().1)),
        }
        Ok(())
    };
    let ended = fleet::run(path, task, session, &mut take)?;
    Ok(Planned { ended, failed: trouble, changed, made })
}

struct Planner<'a> {
    options: &'a ClusterOptions,
    choices: &'a Choices,
    session: &'a Session,
    facts: Facts,
    /// The context that was asked last, and its connection: one at a time keeps memory flat.
    last: Option<(Option<String>, Connection)>,
    /// The server, namespace and name of each release so far.
    releases: BTreeSet<(String, String, String)>,
}

impl Planner<'_> {
    fn plan(&mut self, text: &str) -> Result<Plan, Failure> {
        let one: BuiltCluster = serde_json::from_str(text).map_err(Failure::unwritable)?;
        let mut secrets = Secrets::default();
        one.secrets.iter().for_each(|secret| secrets.keep(secret));
        let BuiltCluster { release, objects, needs, origin, context, .. } = one;
        let connection = match self.last.take().filter(|(of, _)| *of == context) {
            Some((_, connection)) => connection,
            None => self.options.connect_to(context.as_deref(), self.session)?,
        };
        let cluster = &self.last.insert((context, connection)).1.cluster;
        let identity = (cluster.server().to_owned(), release.namespace.clone(), release.name.clone());
        if !self.releases.insert(identity) {
            return Err(Failure::of(
                Exit::Cluster,
                format!(
                    "another cluster of the fleet is the release {} in {} of the same API server: give each its own context, \
                    namespace or release",
                    release.name, release.namespace
                ),
            ));
        }
        let facts = self.facts.clone();
        let wanted = Wanted { release, objects, facts, needs, origin, secrets };
        cluster.plan(&wanted, self.choices).map_err(|error| failed(&error, cluster, &wanted.secrets))
    }
}
