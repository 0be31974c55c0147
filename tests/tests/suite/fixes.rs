//! `check --fix`: what is fixed, that nothing is made worse, and that the advice can be pasted.

use pulsarc_tests::{Run, files, pulsarc, pulsarc_in, pulsarc_with, root, shared};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Wrong configurations: those beside the rules, and those of other findings.
fn corpus() -> Vec<PathBuf> {
    let mut inputs = files(&root().join("crates/rules/src"), ".wrong.yaml");
    for ending in [".yaml", ".ncl"] {
        inputs.extend(files(&root().join("tests/diagnostics"), ending));
    }
    inputs
}

fn diagnostics(run: &Run) -> Vec<Value> {
    let report: Value =
        serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    report["diagnostics"].as_array().expect("a list").clone()
}

fn count(found: &[Value], severity: &str) -> usize {
    found.iter().filter(|found| found["severity"] == severity).count()
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

/// Errors before warnings: fewer is better.
fn mistakes(found: &[Value]) -> (usize, usize) {
    (count(found, "error"), count(found, "warning"))
}

#[test]
fn fixes_make_nothing_worse_and_settle_in_one_run() {
    let fixed = fixed_of(corpus());
    assert!(fixed >= 80, "only {fixed} files have a fix");
}

#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn fixes_of_known_mistakes_make_nothing_worse() {
    let fixed = fixed_of(files(&shared("mistakes"), ".yaml"));
    assert!(fixed >= 30, "only {fixed} files have a fix");
}

/// Fixes each file, and counts those with a fix.
fn fixed_of(inputs: Vec<PathBuf>) -> usize {
    let folder = tempfile::tempdir().expect("a folder");
    let mut fixed = 0;
    for input in inputs {
        let name = format!("values.{}", input.extension().expect("an ending").to_string_lossy());
        let file = folder.path().join(&name);
        std::fs::copy(&input, &file).expect("it is copied");
        let original = std::fs::read_to_string(&file).unwrap_or_default();
        let check = |more: &[&str]| {
            let mut words = vec!["check", name.as_str(), "--format", "json"];
            words.extend(more);
            pulsarc_in(folder.path(), &words)
        };
        let before = diagnostics(&check(&[]));
        let preview = pulsarc_in(folder.path(), &["check", &name, "--unsafe-fixes", "--diff"]);
        assert_eq!(original, std::fs::read_to_string(&file).unwrap_or_default(), "--diff writes nothing");
        let after = diagnostics(&check(&["--unsafe-fixes"]));
        let now = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(mistakes(&after) <= mistakes(&before), "{}: {now}\n{after:#?}", input.display());
        assert_eq!(now != original, preview.status == 1, "{}: {}", input.display(), preview.stdout);
        if now != original {
            fixed += 1;
            assert!(
                before.iter().any(|finding| !after.contains(finding)),
                "{}: changed without effect",
                input.display()
            );
            check(&["--unsafe-fixes"]);
            let again = std::fs::read_to_string(&file).expect("it is read");
            assert_eq!(again, now, "{}: a second run changes something", input.display());
        }
        std::fs::remove_file(&file).expect("it goes");
    }
    fixed
}

/// The settings that the first alternative of a finding writes, as a file of their own.
fn pasted(found: &Value) -> Option<String> {
    let first = found["advice"].as_array()?.first()?;
    (first["applicability"] != "displayOnly").then(|| first["paste"].as_str().map(str::to_owned))?
}

#[test]
fn pasted_advice_settles_its_finding() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut pastes = 0;
    for input in corpus().into_iter().filter(|input| input.extension().is_some_and(|end| end == "yaml")) {
        let whole = input.display().to_string();
        for found in diagnostics(&pulsarc(&["check", &whole, "--format", "json"])) {
            let path = text(&found, "path");
            // A list is replaced as a whole by a later file.
            let in_list = path.split('.').any(|part| part.parse::<usize>().is_ok());
            let Some(paste) = pasted(&found).filter(|_| !in_list) else { continue };
            let layer = folder.path().join("paste.yaml");
            std::fs::write(&layer, &paste).expect("it is written");
            let run = pulsarc(&["check", &whole, &layer.display().to_string(), "--format", "json"]);
            let same = |after: &Value| after["code"] == found["code"] && after["message"] == found["message"];
            let after = diagnostics(&run);
            assert!(!after.iter().any(same), "{whole}: {}\nwith\n{paste}", found["message"]);
            pastes += 1;
        }
    }
    assert!(pastes >= 80, "only {pastes} findings have settings to paste");
}

/// A file, the options, and the file after them.
fn case(name: &str, before: &str, options: &[&str]) -> (String, Run) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(name), before).expect("it is written");
    let mut words = vec!["check", name];
    words.extend(options);
    let run = pulsarc_in(folder.path(), &words);
    (std::fs::read_to_string(folder.path().join(name)).expect("it is read"), run)
}

#[test]
fn comments_order_and_quotes_stay() {
    let before = "# Our cluster.\nproxy:\n  # as many as zones\n  replicas: 3   # three\nbroker:\n  'replicas': 2\n\
                  zookeeper: {replicas: 3, component: 'zk'}\n";
    let (after, run) = case("values.yaml", before, &["--fix"]);
    let expected = "# Our cluster.\nproxy:\n  # as many as zones\n  replicaCount: 3   # three\nbroker:\n  'replicaCount': 2\n\
                    zookeeper: {replicaCount: 3, component: 'zk'}\n";
    assert_eq!(after, expected, "{}", run.stderr);
    assert!(run.stderr.contains("values.yaml: 3 fixes applied"), "{}", run.stderr);
    assert_eq!(run.status, 0);
}

#[test]
fn a_setting_moves_with_its_block() {
    let before = "autorecovery:\n  enabled: true  # copies are restored\n  replicaCount: 2\nproxy:\n  volumes:\n  - name: a\n    emptyDir: {}\n\
                  \x20 volumeMounts:\n  - {name: a, mountPath: /a}\n";
    let (after, run) = case("values.yaml", before, &["--unsafe-fixes"]);
    assert!(after.contains("  extraVolumes:\n  - name: a\n    emptyDir: {}\n"), "{after}{}", run.stderr);
    assert!(after.contains("  extraVolumeMounts:\n"), "{after}");
    assert!(after.contains("components:\n  autorecovery: true  # copies are restored\n"), "{after}");
    assert!(!after.contains("enabled"), "{after}");
}

#[test]
fn a_safe_fix_is_not_an_unsafe_one() {
    let before = "bookkeeper:\n  replicaCount: 1\nbroker:\n  replicas: 2\n";
    let (after, _) = case("values.yaml", before, &["--fix"]);
    assert_eq!(after, before.replace("replicas", "replicaCount"));
    let (after, _) = case("values.yaml", before, &["--unsafe-fixes"]);
    assert!(after.contains("replicaCount: 3"), "{after}");
}

#[test]
fn a_preview_is_a_patch() {
    let before = "broker:\n  replicas: 2\n";
    let (after, run) = case("values.yaml", before, &["--fix", "--diff"]);
    assert_eq!(after, before);
    assert_eq!(run.status, 1);
    let patch = "--- a/values.yaml\n+++ b/values.yaml\n@@ -1,2 +1,2 @@\n broker:\n-  replicas: 2\n+  replicaCount: 2\n";
    assert_eq!(run.stdout, patch);
    let (_, run) = case("values.yaml", "broker:\n  replicaCount: 2\n", &["--fix", "--diff"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
}

#[test]
fn the_layer_with_the_value_is_edited() {
    let folder = tempfile::tempdir().expect("a folder");
    let write =
        |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("it is written");
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect("it is read");
    write("base.yaml", "proxy:\n  replicas: 3\n");
    write("prod.yaml", "broker:\n  replicas: 3\n");
    pulsarc_in(folder.path(), &["check", "base.yaml", "prod.yaml", "--fix"]);
    assert_eq!(read("base.yaml"), "proxy:\n  replicaCount: 3\n");
    assert_eq!(read("prod.yaml"), "broker:\n  replicaCount: 3\n");
    write("base.ncl", "{ broker.replicas = 3 }\n");
    write("prod.ncl", "(import \"base.ncl\") & { proxy.replicas = 2 }\n");
    let run = pulsarc_in(folder.path(), &["check", "prod.ncl", "--fix"]);
    assert_eq!(read("base.ncl"), "{ broker.replicaCount = 3 }\n", "{}", run.stderr);
    assert_eq!(read("prod.ncl"), "(import \"base.ncl\") & { proxy.replicaCount = 2 }\n");
}

#[test]
fn fixes_of_an_import_are_counted_and_shown_as_they_are_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let write =
        |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("it is written");
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect("it is read");
    let base = "\u{feff}{ broker.replicas = 3, bookkeeper.replicaCount = 1 }\n";
    write("base.ncl", base);
    write("prod.ncl", "(import \"base.ncl\") & { proxy.replicas = 1 + 1 }\n");
    let check = |more: &[&str]| pulsarc_in(folder.path(), &[&["check", "prod.ncl"], more].concat());
    let counted = check(&[]);
    assert!(counted.stderr.contains("--fix settles 2, --unsafe-fixes 1 more"), "{}", counted.stderr);
    let preview = check(&["--unsafe-fixes", "--diff"]);
    assert_eq!((read("base.ncl").as_str(), preview.status), (base, 1));
    assert!(
        preview.stdout.contains("+{ broker.replicaCount = 3, bookkeeper.replicaCount = 3 }"),
        "{preview:?}"
    );
    check(&["--unsafe-fixes"]);
    let fixed = "\u{feff}{ broker.replicaCount = 3, bookkeeper.replicaCount = 3 }\n";
    assert_eq!(read("base.ncl"), fixed, "the byte order mark stays");
    assert_eq!(read("prod.ncl"), "(import \"base.ncl\") & { proxy.replicaCount = 1 + 1 }\n");
}

#[test]
fn an_anchor_is_not_changed_for_one_of_its_uses() {
    let before = "x-q: &q 3\nbroker:\n  configData:\n    managedLedgerDefaultEnsembleSize: 2\n    \
                  managedLedgerDefaultWriteQuorum: *q\nproxy:\n  replicaCount: *q\n";
    let (after, _) = case("values.yaml", before, &["--unsafe-fixes"]);
    assert!(after.contains("x-q: &q 3\n"), "{after}");
}

#[test]
fn fixes_of_nickel_keep_their_syntax() {
    let before = "{\n  # two are enough\n  broker.replicas = 2,\n  tls.enabled = \"false\",\n  defaultPullPolicy = \"ifNotPresent\",\n}\n";
    let (after, run) = case("cluster.ncl", before, &["--unsafe-fixes"]);
    let expected = "{\n  # two are enough\n  broker.replicaCount = 2,\n  tls.enabled = false,\n  defaultPullPolicy = \"IfNotPresent\",\n}\n";
    assert_eq!(after, expected, "{}", run.stderr);
}

#[test]
fn secrets_are_not_in_a_preview() {
    let before = "pulsar_manager:\n  admin:\n    ui_password: s3cr3tpassw0rd\nbroker:\n  replicas: 2\n";
    let (_, run) = case("values.yaml", before, &["--fix", "--diff"]);
    assert!(run.stdout.contains("replicaCount"), "{}", run.stdout);
    assert!(!run.stdout.contains("s3cr3tpassw0rd"), "{}", run.stdout);
}

#[test]
fn the_summary_counts_what_can_be_fixed() {
    let before = "broker:\n  replicas: 2\nbookkeeper:\n  replicaCount: 1\n";
    let (_, run) = case("values.yaml", before, &[]);
    assert!(run.stderr.contains("2 errors"), "{}", run.stderr);
    assert!(run.stderr.contains("--fix settles 1, --unsafe-fixes 1 more"), "{}", run.stderr);
}

#[test]
fn a_byte_order_mark_stays() {
    let (after, run) = case("values.yaml", "\u{feff}broker:\n  replicas: 2\n", &["--fix"]);
    assert_eq!(after, "\u{feff}broker:\n  replicaCount: 2\n", "{}", run.stderr);
}

#[test]
fn standard_input_has_no_file_to_fix() {
    let run = pulsarc_with(root(), &["check", "-", "--fix"], "broker: {replicas: 1}\n");
    assert_eq!(run.status, 2, "{}", run.stderr);
}

#[test]
fn help_has_the_syntax_of_its_file() {
    let yaml = "components:\n  oxia: true\n";
    let (_, run) = case("values.yaml", yaml, &[]);
    assert!(
        run.stderr.contains(
            "to use Oxia, write:\n      components:\n        zookeeper: false\n    or write oxia: false\n"
        ),
        "{}",
        run.stderr
    );
    let (_, run) = case("cluster.ncl", "{ components.oxia = true }", &[]);
    let line = "write components.zookeeper = false to use Oxia, or components.oxia = false";
    assert!(run.stderr.contains(line), "{}", run.stderr);
}

#[test]
fn every_advice_names_settings_that_exist() {
    let keys: BTreeSet<String> = {
        let run = pulsarc(&["schema"]);
        let schema: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
        schema["properties"].as_object().expect("keys").keys().cloned().collect()
    };
    for input in corpus() {
        let whole = input.display().to_string();
        for found in diagnostics(&pulsarc(&["check", &whole, "--format", "json"])) {
            for advice in found["advice"].as_array().into_iter().flatten() {
                let Some(paste) = advice["paste"].as_str() else { continue };
                let first = paste.split([':', '.', ' ']).next().unwrap_or_default().trim_matches('"');
                assert!(keys.contains(first), "{}: {paste}", Path::new(&whole).display());
            }
        }
    }
}
