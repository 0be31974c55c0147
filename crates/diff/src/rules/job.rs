//! Jobs, whose pod template cannot be changed. What a job waits for before it works matters only until it has run.

use crate::consequence::Consequence;
use crate::consequence::Kind::{Ignored, Replace};
use crate::context::{Difference, Pair};
use crate::procedure;
use serde_json::Value;

/// Parts of a pod that decide where and when it runs, not what it does.
const NOT_ITS_WORK: &[&str] = &[
    "affinity",
    "imagePullSecrets",
    "initContainers",
    "nodeSelector",
    "priorityClassName",
    "securityContext",
    "serviceAccount",
    "serviceAccountName",
    "tolerations",
    "topologySpreadConstraints",
];

/// What follows from a change of a job's pod template.
pub(crate) fn judge(pair: &Pair<'_>) -> Consequence {
    let steps = procedure::recreate(pair.id);
    if work(pair.before) == work(pair.after) {
        let why = "a job that has completed does not run again, and only where it runs or what it waits for differs; the API \
            server rejects another pod template, so leave the job out, or delete it before you apply";
        return Consequence::because(Ignored, why).with(steps);
    }
    Consequence::because(Replace, "the pod template of a job cannot be changed: delete the job first")
        .with(steps)
}

/// Commands of Pulsar and BookKeeper that write metadata only where there is none (`PulsarClusterMetadataSetup`,
/// `InitNewClusterCommand`).
const INITIALIZES: &[&str] =
    &["initialize-cluster-metadata", "initialize-transaction-coordinator-metadata", "initnewcluster"];

/// What follows if a job initializes metadata in another way.
pub(super) fn initialization(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let ["spec", "template", "spec", "containers", _, "args" | "command", ..] = difference.path.as_slice()
    else {
        return Vec::new();
    };
    let script = pair.before.pointer("/spec/template/spec/containers").map(ToString::to_string);
    let initializes = script.is_some_and(|script| INITIALIZES.iter().any(|command| script.contains(command)));
    if pair.id.kind != "Job" || !initializes || work(pair.before) == work(pair.after) {
        return Vec::new();
    }
    let why = "the job initializes metadata at the first start: existing metadata keeps its values; change those with \
        `pulsar-admin clusters update`";
    vec![Consequence::because(Ignored, why)]
}

/// How the work of a job differs from that of another version of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Only where it runs, what it may use, or what it waits for differs.
    Same,
    /// Its images differ as well.
    OtherImages,
    /// It runs something else, or with other variables or files.
    Other,
}

/// Compares what two versions of a job do.
pub fn work_of_job(before: &Value, after: &Value) -> Work {
    let (mut before, mut after) = (work(before), work(after));
    if before == after {
        return Work::Same;
    }
    for pod in [&mut before, &mut after] {
        let containers = pod.get_mut("containers").and_then(Value::as_array_mut).into_iter().flatten();
        containers.filter_map(Value::as_object_mut).for_each(|container| drop(container.remove("image")));
    }
    if before == after { Work::OtherImages } else { Work::Other }
}

/// What the containers of a job do.
fn work(job: &Value) -> Value {
    let mut pod = job.pointer("/spec/template/spec").cloned().unwrap_or_default();
    if let Some(pod) = pod.as_object_mut() {
        pod.retain(|key, _| !NOT_ITS_WORK.contains(&key.as_str()));
    }
    for container in pod.get_mut("containers").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(container) = container.as_object_mut() {
            container.retain(|key, _| {
                !matches!(key.as_str(), "resources" | "imagePullPolicy" | "securityContext")
            });
        }
        for key in ["command", "args"] {
            let texts = container.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
            for text in texts {
                if let Some(script) = text.as_str() {
                    *text = without_waiting(script).into();
                }
            }
        }
    }
    pod
}

/// A script without its loops that wait: from `until` or `while` to their `done`.
fn without_waiting(script: &str) -> String {
    let (mut kept, mut depth) = (String::new(), 0_usize);
    for line in script.lines() {
        let words = line.split_whitespace().collect::<Vec<_>>();
        let begins = matches!(words.first(), Some(&("until" | "while" | "for")));
        let opens = begins && (depth > 0 || words.first() != Some(&"for"));
        depth += usize::from(opens);
        if depth == 0 {
            kept.push_str(line);
            kept.push('\n');
        }
        let closes = words.iter().any(|word| matches!(word.trim_end_matches(';'), "done"));
        depth = depth.saturating_sub(usize::from(closes && depth > 0));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_is_told_from_what_runs_in_it() {
        let job = |image: &str, script: &str, node: &str| {
            let container = serde_json::json!({"name": "a", "image": image, "args": [script]});
            serde_json::json!({"spec": {"template": {"spec": {"nodeName": "x", "nodeSelector": {"a": node},
                "containers": [container]}}}})
        };
        let before = job("x:1", "init", "a");
        assert_eq!(work_of_job(&before, &job("x:1", "init", "b")), Work::Same);
        assert_eq!(work_of_job(&before, &job("x:2", "init", "b")), Work::OtherImages);
        assert_eq!(work_of_job(&before, &job("x:2", "other", "a")), Work::Other);
    }

    #[test]
    fn loops_that_wait_are_no_work() {
        let script = |host: &str, work: &str| {
            format!(
                "set -e\nuntil nslookup {host}; do\n  while false; do\n    x\n  done\n  sleep 3\ndone\n{work}\n"
            )
        };
        assert_eq!(without_waiting(&script("a-2", "init")), without_waiting(&script("a-4", "init")));
        assert_ne!(without_waiting(&script("a", "init")), without_waiting(&script("a", "init --force")));
        assert_eq!(without_waiting("until a; do sleep 1; done\nb"), "b\n");
        assert_eq!(without_waiting("for x in a; do\n  b\ndone"), "for x in a; do\n  b\ndone\n");
    }
}
