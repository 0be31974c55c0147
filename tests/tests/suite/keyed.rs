//! Lists that users extend, written as maps by name: both forms make the same objects, layers merge entry by entry,
//! and a mistake is reported where it stands.

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
    let errors: Vec<&str> = built.stderr.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(built.status, 0, "{errors:#?}");
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

/// What is in such a list, by the name of its key: in the order of the names, which is that of the map.
fn entries(key: &str) -> Option<Vec<(&'static str, Value)>> {
    let entries = match key {
        "extraVolumes" => {
            vec![("a", json!({"emptyDir": {}})), ("b", json!({"emptyDir": {"medium": "Memory"}}))]
        }
        "extraVolumeMounts" | "initContainersExtraVolumeMounts" => {
            vec![("a", json!({"mountPath": "/a"})), ("b", json!({"mountPath": "/b", "readOnly": true}))]
        }
        "extraEnvs" | "extraEnv" => {
            vec![
                ("ONE", json!({"value": "1"})),
                ("TWO", json!({"valueFrom": {"fieldRef": {"fieldPath": "spec.nodeName"}}})),
            ]
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

/// The list of the entries, each with its name if it has one.
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
        "Volumes",
        "VolumeMounts",
        "EnvVars",
        "Containers",
        "Tolerations",
        "TopologySpreadConstraints",
        "ExtraObjects",
        "keyed.ByHandle",
        "keyed.NamesAlone",
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

/// Where a contract's keys are in a configuration.
fn blocks(file: &str, key: &str) -> Vec<String> {
    let block = match file {
        "oxia" if key == "topologySpreadConstraints" => vec!["oxia.server"],
        "oxia" if key == "tolerations" => vec!["oxia.coordinator", "oxia.server"],
        "oxia" => vec!["oxia.coordinator"],
        "dekaf" => vec!["dekaf.deployment"],
        "auth" => vec!["auth.authentication.jwt.generateSecrets"],
        "metadata" => vec!["pulsar_metadata"],
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

#[test]
fn both_forms_make_the_same_objects_at_every_key() {
    let places = places();
    assert!(places.len() > 50, "only {} places: {places:?}", places.len());
    let whole = |store: &str| {
        json!({
            "components": {"oxia": store == "oxia", "zookeeper": store == "zookeeper", "function_worker": store == "zookeeper",
                           "pulsar_manager": true, "dekaf": true},
            "auth": {"authentication": {"enabled": true, "jwt": {"enabled": true, "generateSecrets": {"enabled": true}}}},
        })
    };
    let bases = [whole("zookeeper"), whole("oxia"), json!({"standalone": {"enabled": true}})];
    for base in bases {
        let standalone = base["standalone"]["enabled"] == true;
        let (mut maps, mut lists) = (base.clone(), base);
        for (file, key) in &places {
            if (file == "standalone") != standalone && !matches!(file.as_str(), "main" | "image") {
                continue;
            }
            let entries = entries(key).expect("it has entries");
            for path in blocks(file, key) {
                set(
                    &mut maps,
                    &path,
                    entries.iter().map(|(name, entry)| ((*name).to_owned(), entry.clone())).collect(),
                );
                set(&mut lists, &path, listed(key, &entries));
            }
        }
        let (maps, lists) = (maps.to_string(), lists.to_string());
        let (of_maps, of_lists) = (objects(&[("c.json", &maps)]), objects(&[("c.json", &lists)]));
        assert_eq!(of_maps, of_lists);
        let text = of_maps.to_string();
        // What is switched off mounts nothing: one of the stores, and with Oxia the worker too.
        let off = if standalone { 0 } else { 2 };
        let mounted = maps.matches("\"mountPath\":\"/b\"").count() - off;
        assert!(
            mounted > 0 && text.matches("\"mountPath\":\"/b\"").count() >= mounted,
            "{mounted} mounts are set"
        );
        assert_eq!(text.matches("\"name\":\"mine\"").count(), 1);
    }
}

#[test]
fn layers_merge_entry_by_entry_and_null_removes_one() {
    let base = "{ broker = {\n\
        extraVolumes = { scratch.emptyDir = {}, old.emptyDir = {} },\n\
        extraVolumeMounts = { scratch.mountPath = \"/scratch\", old.mountPath = \"/old\" },\n\
        extraEnvs = { LEVEL.value = \"info\", KEPT.value = \"yes\" },\n\
        tolerations.mine = { key = \"dedicated\", operator = 'Exists },\n\
      } }\n";
    let over_yaml = "broker:\n  extraVolumes:\n    old: null\n    more: {emptyDir: {medium: Memory}}\n  \
        extraVolumeMounts:\n    old: null\n    more: {mountPath: /more}\n  extraEnvs: {LEVEL: {value: debug}}\n";
    let over_nickel = "{ broker = {\n\
        extraVolumes = { old = null, more.emptyDir = { medium = \"Memory\" } },\n\
        extraVolumeMounts = { old = null, more.mountPath = \"/more\" },\n\
        extraEnvs.LEVEL.value = \"debug\",\n\
      } }\n";
    for over in [("over.yaml", over_yaml), ("over.ncl", over_nickel)] {
        let broker = pod(&objects(&[("base.ncl", base), over]), "pulsar-broker");
        assert_eq!(
            broker["volumes"],
            json!([{"name": "more", "emptyDir": {"medium": "Memory"}}, {"name": "scratch", "emptyDir": {}}])
        );
        let container = &broker["containers"][0];
        assert_eq!(
            container["volumeMounts"],
            json!([{"name": "more", "mountPath": "/more"}, {"name": "scratch", "mountPath": "/scratch"}])
        );
        let variables: BTreeMap<&str, &str> = container["env"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|variable| Some((variable["name"].as_str()?, variable["value"].as_str()?)))
            .collect();
        assert_eq!(variables, BTreeMap::from([("KEPT", "yes"), ("LEVEL", "debug")]));
        assert_eq!(broker["tolerations"], json!([{"key": "dedicated", "operator": "Exists"}]));
    }
}

#[test]
fn a_list_in_a_later_layer_replaces_a_map() {
    let list = "broker:\n  extraEnvs:\n    - {name: B, value: b}\n";
    for base in [
        ("a.yaml", "broker: {extraEnvs: {A: {value: a}}}\n"),
        ("a.ncl", "{ broker.extraEnvs.A.value = \"a\" }\n"),
    ] {
        let broker = pod(&objects(&[base, ("b.yaml", list)]), "pulsar-broker");
        assert_eq!(broker["containers"][0]["env"], json!([{"name": "B", "value": "b"}]));
    }
}

#[test]
fn a_users_own_container_has_both_forms_too() {
    let text = "broker:\n  extraVolumes: {scratch: {emptyDir: {}}}\n  extraVolumeMounts: {scratch: {mountPath: /s}}\n  \
        initContainers:\n    fetch:\n      image: busybox:1.37\n      env: {FROM: {value: there}}\n      volumeMounts: \
        {scratch: {mountPath: /here}}\n";
    let broker = pod(&objects(&[("c.yaml", text)]), "pulsar-broker");
    let all = broker["initContainers"].as_array().expect("a list");
    assert_eq!(
        all.last(),
        Some(&json!({"name": "fetch", "image": "busybox:1.37", "env": [{"name": "FROM", "value": "there"}],
                     "volumeMounts": [{"name": "scratch", "mountPath": "/here"}]}))
    );
}

/// The configurations with what is reported about them.
fn told(layers: &[(&str, &str)]) -> String {
    let checked = run("check", layers);
    assert_eq!(checked.status, 1, "{}", checked.stderr);
    let texts: Vec<String> = layers.iter().map(|(name, text)| format!("# {name}\n{text}")).collect();
    format!("{}\n{}", texts.join("\n"), checked.stderr)
}

#[test]
fn mistakes_are_reported_at_the_entry() {
    let yaml = "broker:\n  extraVolumes:\n    scratch:\n      name: other\n      emptyDir: {}\n    My_Vol: {emptyDir: {}}\n  \
        extraVolumeMounts:\n    scratch: {mountPath: there}\n  tolerations:\n    mine: {keys: dedicated}\n\
        proxy:\n  extraVolumes: 5\n  extraEnvs: {A: {value: 5}}\n\
        images:\n  imagePullSecrets: {registry: {user: me}}\n";
    insta::assert_snapshot!("keyed_yaml", told(&[("c.yaml", yaml)]));
    let nickel = "{\n  broker.extraVolumes = {\n    scratch = { name = \"other\", emptyDir = {} },\n    My_Vol.emptyDir = {},\n  },\n  \
        broker.tolerations.mine.keys = \"dedicated\",\n  proxy.extraVolumes = 5,\n}\n";
    insta::assert_snapshot!("keyed_nickel", told(&[("c.ncl", nickel)]));
}

#[test]
fn a_map_over_a_list_is_reported_with_both_places() {
    let list = "broker:\n  extraEnvs:\n    - {name: A, value: a}\n";
    let map = "broker:\n  extraEnvs:\n    B: {value: b}\n";
    insta::assert_snapshot!("keyed_map_over_list_yaml", told(&[("a.yaml", list), ("b.yaml", map)]));
    let list = "{ broker.extraEnvs = [{ name = \"A\", value = \"a\" }] }\n";
    insta::assert_snapshot!("keyed_map_over_list_nickel", told(&[("a.ncl", list), ("b.yaml", map)]));
}

#[test]
fn a_rules_finding_names_the_entry_by_its_key() {
    let text = "broker:\n  extraVolumes:\n    unused: {emptyDir: {}}\n";
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("c.yaml"), text).expect("a file");
    let paths = paths(folder.path());
    assert!(paths.iter().any(|path| path.starts_with("broker.extraVolumes.unused")), "{paths:?}");
}

fn paths(folder: &Path) -> Vec<String> {
    let checked = pulsarc_in(folder, &["check", "--format", "json", "c.yaml"]);
    let report: Value = serde_json::from_str(&checked.stdout).expect("it is JSON");
    let found = report["diagnostics"].as_array().expect("a list").iter();
    found.filter_map(|found| found["path"].as_str().map(str::to_owned)).collect()
}
