//! Layers: later ones win, in a file by `pulsar.layers` and on the command line alike, and findings are in the file that
//! contains the value.

use pulsarc_tests::{Run, pulsarc_in};
use serde_json::Value;
use std::fs;
use std::path::Path;

const BASE: &str = r#"let pulsar = import "pulsar.ncl" in
{
  clusterName = "orders",
  tls = { enabled = true, proxy.enabled = true },
  certs.internal_issuer.enabled = true,
  broker = {
    replicaCount = 2,
    nodeSelector.cluster = clusterName,
    tolerations = [{ key = "dedicated", operator = "Exists" }],
    annotations = { a = "1", b = "2" },
  },
  proxy.service.annotations = { a = "1" },
}
| pulsar.Cluster
"#;

const OVER: &str = r#"{
  clusterName = "orders-dev",
  tls.enabled = false,
  broker = { tolerations = [], annotations.b = "3" },
  proxy.service.annotations = null,
}
"#;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("base.ncl"), BASE).expect("a file");
    fs::write(folder.path().join("over.ncl"), OVER).expect("a file");
    folder
}

fn layered(folder: &Path, layers: &str) -> &'static str {
    let text = format!("let pulsar = import \"pulsar.ncl\" in\npulsar.layers [{layers}] | pulsar.Cluster\n");
    fs::write(folder.join("layered.ncl"), text).expect("a file");
    "layered.ncl"
}

fn config(folder: &Path, inputs: &[&str]) -> Value {
    let run: Run = pulsarc_in(folder, &[&["export", "--what", "config"], inputs].concat());
    assert_eq!(run.status, 0, "{inputs:?}: {}", run.stderr);
    serde_json::from_str(&run.stdout).expect("JSON")
}

#[test]
fn later_layers_win_in_a_file_and_on_the_command_line_alike() {
    let folder = folder();
    let folder = folder.path();
    let file = layered(folder, "import \"base.ncl\", import \"over.ncl\"");
    let config = config(folder, &[file]);
    assert_eq!(config["clusterName"], "orders-dev");
    assert_eq!(config["tls"]["enabled"], false);
    assert_eq!(config["tls"]["proxy"]["enabled"], true);
    assert_eq!(config["broker"]["replicaCount"], 2);
    assert_eq!(config["broker"]["tolerations"], serde_json::json!([]));
    assert_eq!(config["broker"]["annotations"], serde_json::json!({ "a": "1", "b": "3" }));
    // What the base computes follows the layers above it, and a null removes.
    assert_eq!(config["broker"]["nodeSelector"]["cluster"], "orders-dev");
    assert_ne!(config["proxy"]["service"]["annotations"], serde_json::json!({ "a": "1" }));
    assert_eq!(config, self::config(folder, &["base.ncl", "over.ncl"]));
}

#[test]
fn three_layers_and_an_assignment_win_in_their_order() {
    let folder = folder();
    let folder = folder.path();
    let layers =
        "import \"base.ncl\", { broker.replicaCount = 3 }, import \"over.ncl\", { broker.replicaCount = 4 }";
    let file = layered(folder, layers);
    assert_eq!(config(folder, &[file])["broker"]["replicaCount"], 4);
    assert_eq!(config(folder, &[file, "--set", "broker.replicaCount=5"])["broker"]["replicaCount"], 5);
    fs::write(folder.join("more.yaml"), "broker: {replicaCount: 6}\n").expect("a file");
    assert_eq!(config(folder, &[file, "more.yaml"])["broker"]["replicaCount"], 6);
}

/// A preset yields to plain values below it, and wins over an earlier preset, in a file and on the command line.
#[test]
fn presets_yield_to_plain_values_wherever_they_are() {
    let folder = folder();
    let folder = folder.path();
    let preset = |name: &str| {
        format!("let pulsar = import \"pulsar.ncl\" in pulsar.presets.{name} & {{ proxy.replicaCount = 9 }}")
    };
    fs::write(folder.join("one.ncl"), preset("one_node")).expect("a file");
    fs::write(folder.join("production.ncl"), preset("production")).expect("a file");
    let file = layered(folder, "import \"one.ncl\", import \"base.ncl\", import \"production.ncl\"");
    for inputs in [&[file][..], &["one.ncl", "base.ncl", "production.ncl"]] {
        let config = config(folder, inputs);
        assert_eq!(config["broker"]["replicaCount"], 2, "{inputs:?}");
        assert_eq!(config["bookkeeper"]["replicaCount"], 6, "{inputs:?}");
        assert_eq!(config["proxy"]["replicaCount"], 9, "{inputs:?}");
    }
}

#[test]
fn a_finding_is_in_the_file_that_contains_the_value() {
    let folder = folder();
    let folder = folder.path();
    fs::write(folder.join("over.ncl"), "{\n  broker.replicaCount = \"many\",\n  tls.enabld = false,\n}\n")
        .expect("a file");
    let file = layered(folder, "import \"base.ncl\", {}, import \"over.ncl\"");
    for inputs in [&[file][..], &["base.ncl", "over.ncl"]] {
        let run = pulsarc_in(folder, &[&["check"], inputs].concat());
        for place in ["over.ncl:2:25", "over.ncl:3:7"] {
            assert!(run.stderr.contains(place), "{inputs:?} {place}: {}", run.stderr);
        }
    }
}

#[test]
fn an_environment_of_init_overrides_its_base_without_priorities() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let made = pulsarc_in(folder, &["init", "--tls", "--functions", "worker", "--size", "medium"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    for file in ["cluster.ncl", "environments/dev.ncl", "environments/prod.ncl"] {
        let text = fs::read_to_string(folder.join(file)).expect("it is read");
        assert!(
            !text.contains("priority") && !text.contains("force") && !text.contains("default ="),
            "{text}"
        );
    }
    let dev = folder.join("environments/dev.ncl");
    let text = fs::read_to_string(&dev).expect("it is read");
    let text = text.replacen(
        "    clusterName",
        "    tls.enabled = false,\n    function_worker.replicaCount = 1,\n    clusterName",
        1,
    );
    fs::write(&dev, text).expect("it is written");
    let config = config(folder, &["environments/dev.ncl"]);
    assert_eq!(config["tls"]["enabled"], false);
    assert_eq!(config["function_worker"]["replicaCount"], 1);
    assert_eq!(config["bookkeeper"]["replicaCount"], 1);
}

#[test]
fn a_path_among_the_layers_is_reported_as_one() {
    let folder = folder();
    let file = layered(folder.path(), "\"base.ncl\", {}");
    let run = pulsarc_in(folder.path(), &["check", file]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("import \"base.ncl\""), "{}", run.stderr);
}
