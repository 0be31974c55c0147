//! Lists that users extend, written as maps by name: both forms make the same objects, layers merge entry by entry,
//! and a mistake is told where it stands.

use pulsarc_tests::{Run, files, pulsarc_in, root};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Runs the command on files of these texts, in this order.
fn run(command: &str, layers: &[(&str, &str)]) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    let mut arguments = vec![command];
    for (name, text) in layers {
        std::fs::write(folder.path().join(name), text).expect("a file");
        arguments.push(name);
    }
    if command == "build" {
        arguments.extend(["--format", "json"]);
    }
    pulsarc_in(folder.path(), &arguments)
}

fn objects(layers: &[(&str, &str)]) -> Value {
    let built = run("build", layers);
    assert_eq!(built.status, 0, "{layers:?}: {}", built.stderr);
    serde_json::from_str(&built.stdout).expect("it is JSON")
}

/// The pod of a workload.
fn pod(list: &Value, name: &str) -> Value {
    let items = list["items"].as_array().expect("a list");
    let found = items.iter().find(|item| {
        item["metadata"]["name"] == name && item["spec"]["template"]["spec"]["containers"].is_array()
    });
    found.unwrap_or_else(|| panic!("no pod of {name}"))["spec"]["template"]["spec"].clone()
}

/// What stands in such a list, by the name of its key: in the order of the names, which is that of the map.
fn entries(key: &str) -> Option<Vec<(&'static str, Value)>> {
    let entries = match key {
        "extraVolumes" => vec![("a", json!({"emptyDir": {}})), ("b", json!({"emptyDir": {"medium": "Memory"}}))],
        "extraVolumeMounts" | "initContainersExtraVolumeMounts" => {
            vec![("a", json!({"mountPath": "/a"})), ("b", json!({"mountPath": "/b", "readOnly": true}))]
        }
        "extraEnvs" | "extraEnv" => {
            vec![("ONE", json!({"value": "1"})), ("TWO", json!({"valueFrom": {"fieldRef": {"fieldPath": "spec.nodeName"}}}))]
        }
        "initContainers" | "extraContainers" => vec![
            ("first", json!({"image": "busybox:1.37", "command": ["true"]})),
            ("second", json!({"image": "busybox:1.37", "command": ["true"]})),
        ],
        "tolerations" => vec![
            ("one", json!({"key": "one", "operator": "Exists"})),
            ("two", json!({"key": "two", "operator": "Equal", "value": "x"})),
        ],
        "topologySpreadConstraints" => vec![(
            "zones",
            json!({"maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "ScheduleAnyway",
                   "labelSelector": {"matchLabels": {"component": "x"}}}),
        )],
        "extraDeploy" => vec![(
            "map",
            json!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "mine"}, "data": {"a": "b"}}),
        )],
        "imagePullSecrets" => vec![("one", json!({})), ("two", json!({}))],
        _ => return None,
    };
    Some(entries)
}

/// The list of the entries, each with its name where it has one.
fn listed(key: &str, entries: &[(&str, Value)]) -> Value {
    let item = |(name, entry): &(&str, Value)| match key {
        "tolerations" | "topologySpreadConstraints" | "extraDeploy" => entry.clone(),
        "imagePullSecrets" => json!(name),
        _ => {
            let mut entry = entry.clone();
            entry["name"] = json!(name);
            entry
        }
    };
    entries.iter().map(item).collect()
}

/// Every place where the contracts welcome both forms: the file of the contract, and the key.
fn places() -> BTreeSet<(String, String)> {
    let types = [
        "Volumes", "VolumeMounts", "EnvVars", "Containers", "Tolerations", "TopologySpreadConstraints",
        "keyed.ByHandle", "keyed.NamesAlone",
    ];
    let mut places = BTreeSet::new();
    for path in files(&root().join("contracts"), ".ncl") {
        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("it is read");
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for pair in lines.windows(2) {
            let of = pair[1].strip_prefix("| ").unwrap_or_default();
            let of = of.trim_start_matches("kubernetes.").split(' ').next().unwrap_or_default();
            if types.contains(&of) && entries(pair[0]).is_some() {
                places.insert((file.clone(), pair[0].to_owned()));
            }
        }
    }
    places
}

/// Where a contract's keys stand in a configuration.
fn blocks(file: &str, key: &str) -> Vec<String> {
    let block = match file {
        "oxia" if key == "topologySpreadConstraints" => vec!["oxia.server"],
        "oxia" => vec!["oxia.coordinator", "oxia.server"],
        "dekaf" => vec!["dekaf.deployment"],
        "auth" => vec!["auth.authentication.jwt.generateSecrets"],
        "metadata" => vec!["pulsar_metadata.nodeSelectorAndTolerations"],
        "main" => vec![""],
        "image" => vec!["images"],
        _ => vec![file],
    };
    block.into_iter().map(|block| format!("{block}.{key}").trim_start_matches('.').to_owned()).collect()
}

fn set(values: &mut Value, path: &str, value: Value) {
    let (around, key) = path.rsplit_once('.').unwrap_or(("", path));
    let mut at = values;
    for step in around.split('.').filter(|step| !step.is_empty()) {
        at = &mut at[step];
    }
    at[key] = value;
}
