//! Saved plans. A plan holds no secrets and so no manifests: it names its inputs, from which `apply` builds the objects again,
//! and what they and the cluster were when it was made.

use crate::exit::{Exit, Failure};
use crate::input::InputOptions;
use crate::output::{self, Foreign, Mark, Single};
use crate::target::TargetOptions;
use pulsarc_compiler::{Target, limits};
use pulsarc_diag::Secrets;
use pulsarc_diag::secrets::Name;
use pulsarc_kube::write;
use pulsarc_live::{Choices, Plan, Release, RolloutChoices, Take};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What a saved plan is called in its own text.
const API_VERSION: &str = "pulsarc.dev/v1";
const KIND: &str = "Plan";
/// The release of pulsarc, whose every release may build other objects of the same inputs.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a plan was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Inputs {
    /// Its files, as they were named.
    files: Vec<String>,
    /// Its assignments, except those with secrets.
    set: Vec<String>,
    /// The keys of those.
    set_again: Vec<String>,
    release: String,
    namespace: String,
    kube_version: String,
    upgrade: bool,
}

/// What was decided before it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Chosen {
    take: Vec<String>,
    force_conflicts: bool,
    delete_data: BTreeSet<String>,
    rollout: RolloutChoices,
}

/// A plan as it is written.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'p> {
    api_version: &'static str,
    kind: &'static str,
    pulsarc: &'static str,
    inputs: &'p Inputs,
    choices: Chosen,
    plan: &'p Plan,
}

/// A saved plan, of which only what applying it needs is read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Saved {
    #[serde(rename = "apiVersion")]
    _api_version: String,
    #[serde(rename = "kind")]
    _kind: String,
    #[serde(rename = "pulsarc")]
    _pulsarc: String,
    inputs: Inputs,
    choices: Chosen,
    plan: State,
}

/// What the configuration and the cluster were.
#[derive(Debug, Deserialize)]
struct State {
    release: Release,
    server: String,
    fingerprint: String,
    versions: BTreeMap<String, String>,
}

impl Inputs {
    /// The inputs of a plan.
    pub(crate) fn of(input: &InputOptions, target: &Target, secrets: &Secrets) -> Result<Self, Failure> {
        let mut files = Vec::new();
        for path in input.paths() {
            if path == Path::new("-") {
                return Err(Failure::usage(
                    "a saved plan is built again from its inputs: name a file instead of `-`",
                ));
            }
            let name = path.to_str().ok_or_else(|| {
                Failure::usage(format!("the name of {} is not text, so no plan can name it", path.display()))
            })?;
            files.push(name.to_owned());
        }
        let holds_secret = |text: &&String| {
            let (key, value) = text.split_once('=').unwrap_or((text.as_str(), ""));
            let last = key.rsplit('.').next().unwrap_or(key);
            secrets.without(text) != **text || Name::of(last).hides(value)
        };
        let (hidden, set): (Vec<&String>, Vec<&String>) = input.assignments().iter().partition(holds_secret);
        let key = |text: &String| text.split('=').next().unwrap_or_default().to_owned();
        let Target { release, namespace, kube_version, upgrade } = target.clone();
        Ok(Self {
            files,
            set: set.into_iter().cloned().collect(),
            set_again: hidden.into_iter().map(key).collect(),
            release,
            namespace,
            kube_version: format!("{}.{}", kube_version.major, kube_version.minor),
            upgrade,
        })
    }
}

impl Chosen {
    fn of(choices: &Choices) -> Self {
        Self {
            take: choices.take.iter().map(|take| format!("{}:{}", take.object, take.field)).collect(),
            force_conflicts: choices.force_conflicts,
            delete_data: choices.delete_data.clone(),
            rollout: choices.rollout,
        }
    }
}

/// Writes a plan to a file, in place of an earlier one.
pub(crate) fn write(
    path: &Path,
    foreign: Foreign,
    (inputs, choices): (&Inputs, &Choices),
    plan: &Plan,
) -> Result<(), Failure> {
    let written = Written {
        api_version: API_VERSION,
        kind: KIND,
        pulsarc: VERSION,
        inputs,
        choices: Chosen::of(choices),
        plan,
    };
    let text = write::json(&written).map_err(Failure::unwritable)?;
    let files: Vec<PathBuf> = inputs.files.iter().map(PathBuf::from).collect();
    output::to_file(path, &text, Single { mark: Some(Mark::PLAN), foreign, inputs: &files })
}

/// Reads the saved plan that an input is; none if it is a configuration.
pub(crate) fn read(input: &InputOptions) -> Result<Option<Saved>, Failure> {
    let [path] = input.paths() else { return Ok(None) };
    if path.extension().is_none_or(|ending| ending != "json") || !path.is_file() {
        return Ok(None);
    }
    let mut text = String::new();
    let most = limits::held().input;
    let file = fs::File::open(path).map_err(|error| Failure::input(path, &error))?;
    if file.take(most).read_to_string(&mut text).is_err() {
        return Ok(None);
    }
    let Ok(document) = serde_json::from_str::<Value>(&text) else { return Ok(None) };
    let word = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
    if word("kind") != KIND || !word("apiVersion").starts_with("pulsarc.dev/") {
        return Ok(None);
    }
    let path = path.display();
    let version = word("pulsarc").to_owned();
    if word("apiVersion") != API_VERSION || version != VERSION {
        return Err(Failure::of(
            Exit::Cluster,
            format!(
                "{path} was made by pulsarc {version}, and this is pulsarc {VERSION}: make the plan again"
            ),
        ));
    }
    let saved: Saved = serde_json::from_value(document).map_err(|_| {
        Failure::of(Exit::Cluster, format!("{path} is not a plan as pulsarc writes it: make the plan again"))
    })?;
    Ok(Some(saved))
}

impl Saved {
    /// The choices that it was made with.
    pub(crate) fn choices(&self) -> Result<Choices, Failure> {
        let take = self.choices.take.iter().map(|text| Take::parse(text)).collect::<Result<Vec<_>, _>>();
        Ok(Choices {
            take: take.map_err(|why| Failure::usage(format!("a choice of the saved plan: {why}")))?,
            force_conflicts: self.choices.force_conflicts,
            delete_data: self.choices.delete_data.clone(),
            rollout: self.choices.rollout,
            ..Choices::default()
        })
    }

    /// The inputs that it was made of, and the target. `given` are the assignments of the command line: those with secrets,
    /// which the plan does not hold.
    pub(crate) fn inputs(&self, given: &[String]) -> Result<(InputOptions, Target), Failure> {
        let key = |text: &String| text.split('=').next().unwrap_or_default().to_owned();
        let keys: Vec<String> = given.iter().map(key).collect();
        let open: Vec<String> = self
            .inputs
            .set_again
            .iter()
            .filter(|key| !keys.contains(key))
            .map(|key| format!("--set {key}=..."))
            .collect();
        if !open.is_empty() {
            return Err(Failure::usage(format!(
                "a saved plan holds no secrets: give {} again",
                open.join(" ")
            )));
        }
        if let Some(other) = keys.iter().find(|key| !self.inputs.set_again.contains(key)) {
            return Err(Failure::usage(format!(
                "the saved plan was made without --set {other}: make the plan again"
            )));
        }
        let Inputs { files, set, release, namespace, kube_version, upgrade, .. } = &self.inputs;
        let words = crate::target::Words {
            release: Some(release),
            namespace: Some(namespace),
            kube_version: Some(kube_version),
            upgrade: *upgrade,
        };
        let target = TargetOptions::of_words(&words).map_err(|wrong| {
            let wrong: Vec<String> = wrong.into_iter().map(|(_, why)| why).collect();
            Failure::usage(format!("the target of the saved plan: {}", wrong.join("; ")))
        })?;
        let set = set.iter().chain(given).cloned().collect();
        Ok((InputOptions::of(files.iter().map(PathBuf::from).collect(), set), target))
    }

    /// Why the plan is not one of this configuration; none if it is.
    pub(crate) fn other_configuration(&self, release: &Release, fingerprint: &str) -> Option<String> {
        if self.plan.release == *release && self.plan.fingerprint == fingerprint {
            return None;
        }
        Some("the configuration has changed since the plan was made: make the plan again".to_owned())
    }

    /// Why the plan is not one of this cluster as it is now; none if it is.
    pub(crate) fn other_cluster(&self, plan: &Plan) -> Option<String> {
        if self.plan.server != plan.server {
            return Some(format!(
                "the plan was made for the cluster at {}, and this is {}",
                self.plan.server, plan.server
            ));
        }
        let changed = changed(&self.plan.versions, &plan.versions);
        (!changed.is_empty()).then(|| {
            let objects = changed.join(", ");
            format!("the cluster has changed since the plan was made: {objects}: make the plan again")
        })
    }
}

/// The objects that were created, deleted or changed between two plans. A version is `resourceVersion/digest`, and the first
/// alone changes with every update of a status.
fn changed(then: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> Vec<String> {
    let mut changed = Vec::new();
    for (object, version) in then {
        match now.get(object) {
            None => changed.push(format!("{object} was deleted")),
            Some(other) if differs(version, other) => changed.push(format!("{object} was changed")),
            Some(_) => {}
        }
    }
    changed.extend(
        now.keys().filter(|object| !then.contains_key(*object)).map(|object| format!("{object} was created")),
    );
    changed
}

fn differs(one: &str, other: &str) -> bool {
    match (one.split_once('/'), other.split_once('/')) {
        (Some((version, digest)), Some((other_version, other_digest))) => {
            version != other_version && digest != other_digest
        }
        _ => one != other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_of_a_status_is_no_change() {
        let versions = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(object, version)| ((*object).to_owned(), (*version).to_owned())).collect()
        };
        let then = versions(&[("Job/a", "1/aa"), ("Job/b", "2/bb"), ("Job/c", "3/cc")]);
        let now = versions(&[("Job/a", "9/aa"), ("Job/b", "8/ff"), ("Job/d", "4/dd")]);
        assert_eq!(changed(&then, &now), ["Job/b was changed", "Job/c was deleted", "Job/d was created"]);
        assert!(changed(&then, &then).is_empty());
    }
}
