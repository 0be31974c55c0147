//! `pulsarc import`: values files become .ncl files that build the same, as their users would have written them.
//!
//! The test of all reference cases reads the folder of cases beside the project, and is ignored where that is not
//! there; the examples of the project itself are imported always.

use pulsarc_diag::{Findings, KeyPath};
use pulsarc_model::decode;
use pulsarc_tests::{Run, files, pulsarc_in, pulsarc_with, root, shared};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A folder with files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

fn import(folder: &Path, values: &[&str], options: &[&str]) -> Run {
    pulsarc_in(folder, &[&["import"], values, options].concat())
}

/// Imports a single file, proves that both build the same, and gives what it became.
fn imported(values: &str) -> String {
    imported_of(&[("values.yaml", values)])
}

fn imported_of(layers: &[(&str, &str)]) -> String {
    let folder = folder(layers);
    let names: Vec<&str> = layers.iter().map(|(name, _)| *name).collect();
    let run = import(folder.path(), &names, &["-o", "cluster.ncl"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    builds_the_same(folder.path(), &names, "cluster.ncl", &[]);
    fs::read_to_string(folder.path().join("cluster.ncl")).expect("it was written")
}

fn builds_the_same(folder: &Path, values: &[&str], imported: &str, options: &[&str]) {
    let before = pulsarc_in(folder, &[&["build"], values, options].concat());
    let after = pulsarc_in(folder, &[&["build", imported], options].concat());
    assert_eq!((before.status, after.status), (0, 0), "{values:?}: {}{}", before.stderr, after.stderr);
    assert!(before.stdout == after.stdout, "{values:?}: the two build different manifests");
}

/// Source and result, for a snapshot.
fn both(layers: &[(&str, &str)]) -> String {
    let sources: String = layers.iter().map(|(name, text)| format!("==== {name}\n{text}")).collect();
    format!("{sources}==== cluster.ncl\n{}", imported_of(layers))
}

#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn every_reference_case_builds_the_same() {
    let reference = shared("reference");
    let cases = files(&reference, "values.yaml");
    assert!(cases.len() >= 50, "{}", cases.len());
    std::thread::scope(|scope| {
        for some in cases.chunks(cases.len().div_ceil(4)) {
            scope.spawn(move || some.iter().for_each(|case| builds_as_its_import(case)));
        }
    });
}

/// As the case says that it is built: release, namespace, first install or upgrade.
fn builds_as_its_import(values: &Path) {
    let case = fs::read_to_string(values.with_file_name("case.json")).expect("each case has one");
    let case: serde_json::Value = serde_json::from_str(&case).expect("it is JSON");
    let text = |key: &str| case[key].as_str().expect("a text").to_owned();
    let (release, namespace) = (text("release"), text("namespace"));
    let mut options = vec!["--release", release.as_str(), "--namespace", namespace.as_str()];
    if case["upgrade"] == true {
        options.push("--upgrade");
    }
    let folder = folder(&[]);
    let path = values.display().to_string();
    let run = import(folder.path(), &[&path], &["-o", "cluster.ncl"]);
    assert_eq!(run.status, 0, "{path}: {}", run.stderr);
    builds_the_same(folder.path(), &[&path], "cluster.ncl", &options);
}

#[test]
fn every_example_builds_the_same() {
    let example = |name: &str| root().join("examples/coming-from-helm").join(name).display().to_string();
    let (values, staging) = (example("values.yaml"), example("staging.yaml"));
    for layers in [vec![values.as_str()], vec![values.as_str(), staging.as_str()]] {
        let folder = folder(&[]);
        let run = import(folder.path(), &layers, &["-o", "cluster.ncl"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        builds_the_same(folder.path(), &layers, "cluster.ncl", &[]);
    }
}

/// Whatever presets the library has: the values of each are found to be one.
#[test]
fn every_presets_own_values_become_a_preset() {
    let presets = pulsarc_eval::presets();
    assert!(!presets.is_empty());
    for (name, preset) in presets {
        let mut found = Findings::default();
        let json: Option<serde_json::Value> = decode(&preset, &KeyPath::root(), &mut found);
        let folder = folder(&[("values.json", &json.expect("plain data").to_string())]);
        // A preset may want more beside it before it builds.
        let run = import(folder.path(), &["values.json"], &["--force"]);
        assert_eq!(run.status, 0, "{name}: {}", run.stderr);
        assert!(run.stdout.contains("pulsar.presets."), "{name}: {}", run.stdout);
        assert!(!run.stdout.contains('{'), "{name}: all of it is the preset's: {}", run.stdout);
    }
}

#[test]
fn comments_stay_with_their_values() {
    insta::assert_snapshot!("comments", both(&[("values.yaml", include_str!("import/comments.yaml"))]));
}

#[test]
fn texts_come_out_as_they_went_in() {
    insta::assert_snapshot!("texts", both(&[("values.yaml", include_str!("import/texts.yaml"))]));
}

#[test]
fn known_groups_become_presets() {
    let whole = both(&[("values.yaml", include_str!("import/one_node.yaml"))]);
    insta::assert_snapshot!("presets", whole);
    // One of its keys is missing: these are not the preset's values.
    let part = include_str!("import/one_node.yaml").replace("  autorecovery: false\n", "");
    assert!(!imported(&part).contains("presets"));
}

#[test]
fn layers_become_one_and_a_null_removes() {
    let layers = [
        ("values.yaml", include_str!("import/layers_base.yaml")),
        ("prod.yaml", include_str!("import/layers_prod.yaml")),
    ];
    insta::assert_snapshot!("layers", both(&layers));
}

#[test]
fn objects_with_templates_stay_as_they_are() {
    insta::assert_snapshot!(
        "extra_deploy",
        both(&[("values.yaml", include_str!("import/extra_deploy.yaml"))])
    );
}

#[test]
fn anchors_that_several_places_use_become_variables() {
    insta::assert_snapshot!("anchors", both(&[("values.yaml", include_str!("import/anchors.yaml"))]));
}

#[test]
fn defaults_leave_nothing_and_are_counted() {
    let defaults = pulsarc_eval::defaults().to_string();
    let folder = folder(&[("values.json", &defaults), ("one.yaml", "broker: {replicaCount: 3}\n")]);
    let run = import(folder.path(), &["values.json"], &[]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "{}\n"), "{}", run.stderr);
    assert!(run.stderr.contains("values are left out: they equal the defaults"), "{}", run.stderr);
    let run = import(folder.path(), &["one.yaml"], &[]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "{}\n"));
    assert_eq!(run.stderr, "1 value is left out: it equals the default\n");
    let run = import(folder.path(), &["one.yaml"], &["--set", "broker.replicaCount=4"]);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("{\n  broker.replicaCount = 4,\n}\n", ""));
}

#[test]
fn a_null_in_nickel_removes_as_in_yaml() {
    let nickel = "{ broker.resources.requests = null, proxy.configData.PULSAR_GC = null, images.broker = { tag = null } }";
    let yaml = "{broker: {resources: {requests: null}}, proxy: {configData: {PULSAR_GC: null}}, images: {broker: {tag: null}}}";
    let wrong = "{ broker = { nonsense = null, resources.nothing = null } }";
    let folder = folder(&[("a.ncl", nickel), ("a.yaml", yaml), ("empty.yaml", "{}\n"), ("wrong.ncl", wrong)]);
    builds_the_same(folder.path(), &["a.yaml"], "a.ncl", &[]);
    let removed = pulsarc_in(folder.path(), &["build", "a.ncl"]).stdout;
    assert!(removed != pulsarc_in(folder.path(), &["build", "empty.yaml"]).stdout);
    // Its key is checked as any other.
    let run = pulsarc_in(folder.path(), &["check", "wrong.ncl"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("unknown key `nonsense`") && run.stderr.contains("wrong.ncl:1:"),
        "{}",
        run.stderr
    );
    // A later layer has the last word.
    let later =
        pulsarc_in(folder.path(), &["build", "a.ncl", "--set", "broker.resources.requests.memory=3Gi"]);
    assert!(later.stdout.contains("memory: 3Gi"), "{}{}", later.stdout, later.stderr);
}

#[test]
fn mistakes_are_reported_at_their_lines_and_imported_only_by_force() {
    let folder = folder(&[("values.yaml", "# ours\nbroker:\n  replicas: 5 # five\n  replicaCount: many\n")]);
    let run = import(folder.path(), &["values.yaml"], &["-o", "cluster.ncl"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{}", run.stderr);
    for told in ["unknown key `replicas`", "values.yaml:3:3", "values.yaml:4:17", "--force"] {
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
    assert!(!folder.path().join("cluster.ncl").exists());
    let run = import(folder.path(), &["values.yaml"], &["-o", "cluster.ncl", "--force"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("unknown key `replicas`"), "{}", run.stderr);
    let text = fs::read_to_string(folder.path().join("cluster.ncl")).expect("it was written");
    assert_eq!(
        text,
        "{\n  # ours\n  broker = {\n    replicas = 5, # five\n    replicaCount = \"many\",\n  },\n}\n"
    );
    let told = pulsarc_in(folder.path(), &["check", "cluster.ncl"]).stderr;
    assert!(told.contains("cluster.ncl:4:5") && told.contains("cluster.ncl:5:20"), "{told}");
}

#[test]
fn nothing_is_overwritten_without_force() {
    let folder = folder(&[("values.yaml", "broker: {replicaCount: 4}\n"), ("cluster.ncl", "precious")]);
    let run = import(folder.path(), &["values.yaml"], &["-o", "cluster.ncl"]);
    assert_eq!(run.status, 3);
    assert!(
        run.stderr.contains("cluster.ncl exists; nothing was written: replace it with --force"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read_to_string(folder.path().join("cluster.ncl")).expect("it is there"), "precious");
    assert_eq!(import(folder.path(), &["values.yaml"], &["-o", "cluster.ncl", "--force"]).status, 0);
    let text = fs::read_to_string(folder.path().join("cluster.ncl")).expect("it is there");
    assert_eq!(text, "{\n  broker.replicaCount = 4,\n}\n");
    assert_eq!(import(folder.path(), &["values.yaml"], &["-o", "absent/cluster.ncl"]).status, 3);
}

#[test]
fn inputs_are_values() {
    let folder =
        folder(&[("a.ncl", "{}"), ("bad.yaml", "a: [1\n"), ("empty.yaml", ""), ("note.yaml", "# nothing\n")]);
    let run = import(folder.path(), &["a.ncl"], &[]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("a.ncl is already Nickel"), "{}", run.stderr);
    assert_eq!(import(folder.path(), &["absent.yaml"], &[]).status, 3);
    let run = import(folder.path(), &["bad.yaml"], &["--force"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("bad.yaml:"), "{}", run.stderr);
    assert_eq!(import(folder.path(), &["empty.yaml"], &[]).stdout, "{}\n");
    assert_eq!(import(folder.path(), &["note.yaml"], &[]).stdout, "# nothing\n{}\n");
    let run = pulsarc_with(folder.path(), &["import", "-"], "proxy: {replicaCount: 5}\n");
    assert_eq!(run.stdout, "{\n  proxy.replicaCount = 5,\n}\n");
}

/// Keys of the contract with values of every kind, in any combination: what is imported evaluates to the same tree.
mod any_values {
    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;
    use pulsarc_eval::{Format, Layer, evaluate};
    use pulsarc_model::{Node, Value};
    use serde_json::{Map, Value as Json, json};
    use std::collections::BTreeMap;

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            "[ -~]{0,12}",
            "[a-z%{}\"\\\\#\n\t ]{0,24}",
            "\\PC{0,6}",
            proptest::sample::select(vec![
                "true", "8", "0.5", "08", "1e3", "", "null", "~", "\n", "%{x}", "\"%"
            ])
            .prop_map(str::to_owned),
        ]
    }

    fn scalar() -> impl Strategy<Value = Json> {
        prop_oneof![
            text().prop_map(Json::from),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            (-1000..1000).prop_map(|thousandths: i32| json!(f64::from(thousandths) / 1000.0)),
        ]
    }

    /// What an object that is passed through may hold.
    fn open() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![scalar(), Just(json!([])), Just(json!({}))];
        leaf.prop_recursive(3, 12, 4, |inner| {
            prop_oneof![
                vec(inner.clone(), 0..4).prop_map(Json::from),
                btree_map(text(), inner, 0..4).prop_map(Json::from_iter),
            ]
        })
    }

    /// A change of one default: another value of its kind, a null, or the value itself.
    fn changed(default: &Json) -> BoxedStrategy<Json> {
        let same = Just(default.clone()).boxed();
        let other = match default {
            Json::Bool(_) => any::<bool>().prop_map(Json::from).boxed(),
            Json::Number(_) => (0..100_i64).prop_map(Json::from).boxed(),
            Json::String(_) => text().prop_map(Json::from).boxed(),
            Json::Array(_) => vec(open(), 0..3).prop_map(Json::from).boxed(),
            Json::Object(_) => btree_map(text(), scalar(), 0..4).prop_map(Json::from_iter).boxed(),
            Json::Null => open().boxed(),
        };
        prop_oneof![1 => same, 3 => other, 1 => Just(Json::Null)].boxed()
    }

    /// Some of the contract's keys, at any depth.
    fn values() -> impl Strategy<Value = Json> {
        let mut paths = Vec::new();
        collect(&pulsarc_eval::defaults(), &mut Vec::new(), &mut paths);
        let one = proptest::sample::select(paths)
            .prop_flat_map(|(path, default)| changed(&default).prop_map(move |value| (path.clone(), value)));
        vec(one, 0..12).prop_map(|changes| {
            let mut root = json!({});
            for (path, value) in changes {
                put(&mut root, &path, value);
            }
            root
        })
    }

    fn collect(json: &Json, path: &mut Vec<String>, paths: &mut Vec<(Vec<String>, Json)>) {
        for (key, value) in json.as_object().into_iter().flatten() {
            path.push(key.clone());
            paths.push((path.clone(), value.clone()));
            collect(value, path, paths);
            path.pop();
        }
    }

    fn put(json: &mut Json, path: &[String], value: Json) {
        let Some((first, rest)) = path.split_first() else {
            *json = value;
            return;
        };
        if !json.is_object() {
            *json = Json::Object(Map::new());
        }
        put(json.as_object_mut().expect("it is one").entry(first).or_insert(Json::Null), rest, value);
    }

    /// The tree without its places; a null, which represents nothing, left out; what Pulsar reads as text as text.
    fn plain(node: &Node, config: bool) -> Json {
        match &node.value {
            Value::Null => Json::Null,
            Value::Bool(truth) if config => Json::from(truth.to_string()),
            Value::Bool(truth) => Json::from(*truth),
            Value::Number(number) if config => Json::from(number.to_string()),
            Value::Number(number) => json!({ "number": number.to_string() }),
            Value::Text(text) => Json::from(text.clone()),
            Value::List(items) => items.iter().map(|item| plain(item, false)).collect(),
            Value::Record(entries) => entries
                .iter()
                .filter(|(_, entry)| entry.value != Value::Null)
                .map(|(key, entry)| (key.clone(), plain(entry, config || key == "configData")))
                .collect(),
        }
    }

    fn tree(format: Format, text: &str) -> (Option<Json>, BTreeMap<&'static str, usize>) {
        let layer = Layer { name: "x".to_owned(), format, bytes: text.as_bytes().to_vec() };
        let evaluated = evaluate(&[layer]);
        let mut codes = BTreeMap::new();
        for found in &evaluated.findings {
            *codes.entry(found.code.id).or_default() += 1;
        }
        (evaluated.tree.map(|tree| plain(&tree, false)), codes)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn come_out_as_they_went_in(values in values()) {
            let text = values.to_string();
            let layer = Layer { name: "x".to_owned(), format: Format::Yaml, bytes: text.clone().into_bytes() };
            let imported = pulsarc_import::import(&[layer]).text.expect("it can be read");
            let (before, found) = tree(Format::Yaml, &text);
            let (after, found_after) = tree(Format::Nickel(std::path::PathBuf::from("/imported").into()), &imported);
            prop_assert_eq!(before, after, "{}\n{}", text, imported);
            prop_assert_eq!(found, found_after, "{}\n{}", text, imported);
        }
    }
}
