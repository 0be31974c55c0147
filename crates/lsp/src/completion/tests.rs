//! What is completed, and how the text looks after it: in YAML, JSON and Nickel, complete and while it is written.

use super::*;
use crate::position::Text;
use crate::testing::Project;
use pulsarc_catalogue::{Program, Version, keys};

/// The items at the mark.
fn items(name: &str, text: &str) -> Vec<CompletionItem> {
    let project = Project::one(name, text);
    let (view, at) = project.marked();
    completion(&view, at).items
}

fn labels(name: &str, text: &str) -> Vec<String> {
    items(name, text).into_iter().map(|item| item.label).collect()
}

fn yaml(text: &str) -> Vec<String> {
    labels("values.yaml", text)
}

fn nickel(text: &str) -> Vec<String> {
    labels("cluster.ncl", text)
}

/// The text after an item is chosen.
fn after(name: &str, text: &str, label: &str) -> String {
    let project = Project::one(name, text);
    let (view, at) = project.marked();
    let items = completion(&view, at).items;
    let labels: Vec<&str> = items.iter().map(|item| item.label.as_str()).collect();
    let item = items.iter().find(|item| item.label == label);
    let item = item.unwrap_or_else(|| panic!("{label} is not among {labels:?}"));
    let Some(CompletionTextEdit::Edit(edit)) = &item.text_edit else { panic!("{item:?} has no edit") };
    assert!(edit.range.start <= at && at <= edit.range.end, "{item:?} is not at {at:?}");
    assert_eq!(edit.range.start.line, edit.range.end.line, "an edit is on one line");
    let mut document = Text::new(project.text(&view.document.path).to_owned());
    // Clients compare what is typed with the filter.
    let typed = document.bytes(lsp_types::Range::new(edit.range.start, at), view.encoding);
    let typed = &document.as_str()[typed];
    let filter = item.filter_text.as_deref().unwrap_or(&item.label);
    assert!(
        filter.starts_with(typed.get(..1).unwrap_or_default()) || label.contains(typed),
        "{typed} in {filter}"
    );
    document.replace(document.bytes(edit.range, view.encoding), &edit.new_text);
    document.as_str().to_owned()
}

fn has(labels: &[String], wanted: &[&str]) {
    for label in wanted {
        assert!(labels.iter().any(|own| own == label), "{label} is not among {labels:?}");
    }
}

fn has_not(labels: &[String], unwanted: &[&str]) {
    for label in unwanted {
        assert!(!labels.iter().any(|own| own == label), "{label} is among {labels:?}");
    }
}

#[test]
fn keys_of_yaml_are_completed_where_they_are_missing() {
    let at_top = yaml("▮");
    has(&at_top, &["broker", "zookeeper", "components", "tls", "checks"]);
    let in_broker =
        yaml("broker:\n  component: broker\n  re▮\n  configData: {}\nproxy:\n  replicaCount: 3\n");
    has(&in_broker, &["replicaCount", "resources"]);
    has_not(&in_broker, &["component", "configData", "zookeeper"]);
    has(&yaml("broker:\n  repl▮icaCount: 3\n"), &["replicaCount"]);
    has(&yaml("broker: {component: b, re▮}\n"), &["replicaCount"]);
    has(&labels("values.json", "{\"broker\": {\"re▮\"}}"), &["replicaCount"]);
}

#[test]
fn keys_of_yaml_are_written_with_their_indentation() {
    let cases = [
        ("bro▮", "broker", "broker:\n  $0"),
        ("broker:\n  rep▮\n", "replicaCount", "broker:\n  replicaCount: $0\n"),
        ("broker:\n    resou▮\n", "resources", "broker:\n    resources:\n        $0\n"),
        ("broker:\n  component: b\n  ▮\n", "resources", "broker:\n  component: b\n  resources:\n    $0\n"),
        ("broker:\n  rep▮Co: 3\n", "replicaCount", "broker:\n  replicaCount: 3\n"),
        ("broker: {rep▮", "replicaCount", "broker: {replicaCount: $0"),
        ("broker: {▮}", "resources", "broker: {resources: {$0}}"),
        ("broker:\n  'rep▮'\n", "replicaCount", "broker:\n  'replicaCount': $0\n"),
    ];
    for (text, label, expected) in cases {
        assert_eq!(after("values.yaml", text, label), expected, "{text}");
    }
    let json = "{\"broker\": {\"rep▮\"}}";
    assert_eq!(after("values.json", json, "replicaCount"), "{\"broker\": {\"replicaCount\": $0}}");
    assert_eq!(after("values.json", "{▮", "broker"), "{\"broker\": {$0}");
}

#[test]
fn keys_of_nickel_are_completed_and_written() {
    let within = nickel(
        "let pulsar = import \"pulsar.ncl\" in\n{\n  broker = {\n    component = \"b\",\n    ▮\n  },\n} | pulsar.Cluster\n",
    );
    has(&within, &["replicaCount", "configData"]);
    has_not(&within, &["component", "pulsar"]);
    has(&nickel("{\n  broker.▮\n  proxy.replicaCount = 1,\n}"), &["replicaCount"]);
    has(&nickel("let p = import \"pulsar.ncl\" in p.presets.one_node & { bro▮"), &["broker"]);
    let cases = [
        ("{\n  bro▮\n}", "broker", "{\n  broker = {\n    $0\n  },\n}"),
        ("{\n  broker.rep▮\n}", "replicaCount", "{\n  broker.replicaCount = $0,\n}"),
        ("{\n  broker.rep▮ = 3,\n}", "replicaCount", "{\n  broker.replicaCount = 3,\n}"),
        (
            "{\n  broker = {\n    rep▮\n  zookeeper = {},\n}",
            "replicaCount",
            "{\n  broker = {\n    replicaCount = $0,\n  zookeeper = {},\n}",
        ),
        ("{ broker.comp▮ }", "component", "{ broker.component = \"$0\", }"),
        ("{ broker.rep▮, a = 1 }", "replicaCount", "{ broker.replicaCount = $0, a = 1 }"),
    ];
    for (text, label, expected) in cases {
        assert_eq!(after("cluster.ncl", text, label), expected, "{text}");
    }
}

#[test]
fn keys_say_what_they_are() {
    let items = items("values.yaml", "broker:\n  ▮\n");
    let count = items.iter().find(|item| item.label == "replicaCount").expect("it is a key");
    assert!(count.detail.as_deref().is_some_and(|detail| detail.contains("whole number")), "{count:?}");
    let doc = serde_json::to_string(&count.documentation).expect("it is JSON");
    assert!(doc.contains("Default: `3`") && doc.contains("markdown"), "{doc}");
    let rank =
        |label: &str| items.iter().find(|item| item.label == label).and_then(|item| item.sort_text.clone());
    assert!(rank("replicaCount") < rank("hostNetwork").or(rank("affinity")), "what presets set comes first");
}

#[test]
fn values_of_the_contract_are_completed() {
    assert_eq!(yaml("components:\n  proxy: ▮\n"), ["true", "false"]);
    has(&yaml("proxy:\n  service:\n    type: ▮\n"), &["LoadBalancer", "NodePort", "ClusterIP"]);
    has(&yaml("proxy: {service: {type: Lo▮}}\n"), &["LoadBalancer"]);
    has(&yaml("pulsarVersion: ▮"), &["4.0", "5.0"]);
    has(&yaml("broker:\n  replicaCount: ▮\n"), &["3"]);
    let cases = [
        ("values.yaml", "components:\n  proxy:▮", "true", "components:\n  proxy: true"),
        ("values.yaml", "pulsarVersion: ▮", "4.0", "pulsarVersion: \"4.0\""),
        ("values.yaml", "pulsarVersion: \"4▮\"", "4.0", "pulsarVersion: \"4.0\""),
        (
            "values.yaml",
            "proxy:\n  service:\n    type: Lo▮adB # why\n",
            "LoadBalancer",
            "proxy:\n  service:\n    type: LoadBalancer # why\n",
        ),
        (
            "cluster.ncl",
            "{ proxy.service.type = ▮ }",
            "LoadBalancer",
            "{ proxy.service.type = 'LoadBalancer }",
        ),
        (
            "cluster.ncl",
            "{ proxy.service.type = 'L▮, a = 1 }",
            "LoadBalancer",
            "{ proxy.service.type = 'LoadBalancer, a = 1 }",
        ),
        (
            "cluster.ncl",
            "{ proxy.service.type = \"L▮ }",
            "LoadBalancer",
            "{ proxy.service.type = \"LoadBalancer\" }",
        ),
        (
            "cluster.ncl",
            "{ components.proxy = ▮\n  tls.enabled = true }",
            "false",
            "{ components.proxy = false\n  tls.enabled = true }",
        ),
        (
            "values.yaml",
            "broker:\n  resources:\n    requests:\n      memory: 2▮\n",
            "2Gi",
            "broker:\n  resources:\n    requests:\n      memory: \"2Gi\"\n",
        ),
    ];
    for (name, text, label, expected) in cases {
        assert_eq!(after(name, text, label), expected, "{text}");
    }
}

#[test]
fn keys_of_pulsar_are_those_of_the_release() {
    let (old, new) = (keys(Version::V4_0, Program::Broker), keys(Version::V5_0, Program::Broker));
    let only = |one: &'static std::collections::BTreeMap<&'static str, pulsarc_catalogue::Key>,
                other: &std::collections::BTreeMap<&str, pulsarc_catalogue::Key>| {
        one.keys().copied().find(|key| !other.contains_key(key)).expect("the lines differ")
    };
    let (gone, added) = (only(old, new), only(new, old));
    for (version, has_it, has_not_it) in [("4.0", gone, added), ("5.0", added, gone)] {
        let text = format!(
            "pulsarVersion: \"{version}\"\nbroker:\n  configData:\n    backlogQuotaDefaultLimitGB: 1\n    ▮\n"
        );
        let found = yaml(&text);
        assert!(found.iter().any(|label| label == has_it), "{version} has {has_it}: {found:?}");
        has_not(&found, &[has_not_it, "backlogQuotaDefaultLimitGB"]);
    }
    let worker = yaml("components:\n  function_worker: true\nfunction_worker:\n  configData:\n    PF_▮\n");
    has(&worker, &["PF_numFunctionPackageReplicas"]);
    has(&nickel("{ bookkeeper.configData.▮ }"), &["PULSAR_MEM", "journalMaxSizeMB"]);
    has(
        &yaml("broker:\n  configData:\n    PULSAR_PREFIX_▮\n"),
        &["PULSAR_PREFIX_backlogQuotaDefaultLimitGB"],
    );
    assert_eq!(
        after(
            "cluster.ncl",
            "{ broker.configData.backlogQuotaDefaultLimitG▮ }",
            "backlogQuotaDefaultLimitGB"
        ),
        "{ broker.configData.backlogQuotaDefaultLimitGB = $0, }"
    );
}

#[test]
fn values_of_pulsar_are_completed() {
    has(&yaml("broker:\n  configData:\n    allowAutoTopicCreation: ▮\n"), &["true", "false"]);
    has(
        &yaml("broker:\n  configData:\n    PULSAR_PREFIX_allowAutoTopicCreation: \"▮\"\n"),
        &["true", "false"],
    );
    let text = "broker:\n  configData:\n    backlogQuotaDefaultRetentionPolicy: pro▮\n";
    has(&yaml(text), &["producer_request_hold"]);
    has(&yaml("proxy:\n  configData:\n    brokerServiceURL: ▮\n"), &["pulsar-broker"]);
}

#[test]
fn options_of_the_jvm_are_those_of_its_java() {
    let options = |version: &str, typed: &str| {
        yaml(&format!(
            "pulsarVersion: \"{version}\"\nbroker:\n  configData:\n    PULSAR_GC: \"-Xmx1g {typed}▮ -Da=b\"\n"
        ))
    };
    has(&options("4.0", "-XX:+UseZ"), &["-XX:+UseZGC", "-XX:+ZGenerational"]);
    has_not(&options("5.0", "-XX:+UseZ"), &["-XX:+ZGenerational"]);
    has(&options("4.0", "-X"), &["-Xmx", "-XX:+"]);
    let environment = [
        "broker:\n  extraEnvs:\n    PULSAR_GC: {value: -XX:+UseZ▮}\n",
        "broker:\n  extraEnvs:\n  - name: PULSAR_GC\n    value: \"-XX:+UseZ▮\"\n",
    ];
    for text in environment {
        has(&yaml(text), &["-XX:+UseZGC"]);
    }
    has_not(&yaml("broker:\n  extraEnvs:\n    OTHER: {value: -XX:+UseZ▮}\n"), &["-XX:+UseZGC"]);
    let cases = [
        (
            "values.yaml",
            "broker:\n  configData:\n    PULSAR_MEM: -Xms1g -Xm▮\n",
            "-Xmx",
            "broker:\n  configData:\n    PULSAR_MEM: -Xms1g -Xmx\n",
        ),
        (
            "values.yaml",
            "broker:\n  configData:\n    PULSAR_MEM: >\n      -Xms1g\n      -Xmx2▮\n",
            "-Xmx2g",
            "broker:\n  configData:\n    PULSAR_MEM: >\n      -Xms1g\n      -Xmx2g\n",
        ),
        (
            "cluster.ncl",
            "{ broker.configData.PULSAR_MEM = ▮ }",
            "-Xmx",
            "{ broker.configData.PULSAR_MEM = \"-Xmx\" }",
        ),
        (
            "cluster.ncl",
            "{ broker.configData.PULSAR_GC = \"-XX:+UseZ▮\" }",
            "-XX:+UseZGC",
            "{ broker.configData.PULSAR_GC = \"-XX:+UseZGC\" }",
        ),
    ];
    for (name, text, label, expected) in cases {
        assert_eq!(after(name, text, label), expected, "{text}");
    }
}

#[test]
fn images_are_completed() {
    has(&yaml("defaultPulsarImageTag: ▮"), &["4.0.8", "5.0.1"]);
    has(&yaml("images:\n  broker:\n    tag: ▮\n    repository: x\n"), &["4.0.8"]);
    has(&nickel("{ images.broker.repository = \"▮\" }"), &["apachepulsar/pulsar-all"]);
}

#[test]
fn codes_are_completed_in_checks() {
    let found = yaml("checks:\n  PUL▮\n");
    assert!(found.len() > 20 && found.iter().all(|label| label.starts_with("PUL")), "{found:?}");
    let code = found.first().expect("there are codes");
    assert_eq!(
        after("values.yaml", "checks:\n  ▮\n", code),
        format!("checks:\n  {code}:\n    level: ${{1|allow,warn,deny|}}\n    reason: $2\n")
    );
    assert_eq!(
        after("cluster.ncl", "{\n  checks.PUL▮\n}", code),
        format!("{{\n  checks.{code} = {{ level = '${{1|allow,warn,deny|}}, reason = \"$2\" }},\n}}")
    );
    assert_eq!(yaml("checks:\n  PUL0509:\n    level: allow\n    ▮\n"), ["reason"]);
    has(&yaml("checks:\n  PUL0509:\n    level: ▮\n"), &["allow", "warn", "deny"]);
}

#[test]
fn names_of_the_library_are_completed() {
    let text = "let pulsar = import \"pulsar.ncl\" in\npulsar.layers [\n  pulsar.presets.one▮,\n  {},\n] | pulsar.Cluster\n";
    has(&nickel(text), &["one_node", "production", "function_worker_tls"]);
    has(&nickel("let p = import \"pulsar.ncl\" in\np.▮"), &["layers", "presets", "Cluster", "tls", "sizing"]);
    has(&nickel("let p = import \"pulsar.ncl\" in\n{} | p.▮"), &["Cluster", "Fleet"]);
    has(&nickel("let p = import \"pulsar.ncl\" in\n{ a = 1 } & p.tls.▮"), &["everywhere"]);
    has(&nickel("let p = import \"pulsar.ncl\" in\n▮"), &["p"]);
    let items = items("cluster.ncl", text);
    let preset = items.iter().find(|item| item.label == "one_node").expect("it is a preset");
    let doc = serde_json::to_string(&preset.documentation).expect("it is JSON");
    assert!(doc.contains("A whole cluster on one node"), "{doc}");
}

#[test]
fn paths_of_imports_are_completed() {
    let project = Project::unchecked(&[
        ("cluster.ncl", "let a = import \"▮"),
        ("base.ncl", "{}"),
        ("values.yaml", "a: 1"),
        ("sub/more.yaml", "a: 1"),
    ]);
    let (view, at) = project.marked();
    let found: Vec<String> = completion(&view, at).items.into_iter().map(|item| item.label).collect();
    has(&found, &["base.ncl", "values.yaml", "sub/", "pulsar.ncl", "presets/", "../"]);
    has_not(&found, &["cluster.ncl"]);
    let project = Project::unchecked(&[("cluster.ncl", "import \"sub/m▮\" & {}"), ("sub/more.yaml", "a: 1")]);
    let (view, at) = project.marked();
    let [item] = &completion(&view, at).items[..] else { panic!("there is one file") };
    let Some(CompletionTextEdit::Edit(edit)) = &item.text_edit else { panic!("it has an edit") };
    assert_eq!((edit.range.start.character, edit.new_text.as_str()), (12, "more.yaml"));
}

#[test]
fn nothing_is_completed_in_comments_and_texts() {
    for text in ["# bro▮", "broker:\n  replicaCount: 3 # re▮\n", "broker:\n  component: |\n    re▮\n"] {
        assert_eq!(yaml(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn snippets_become_texts() {
    let project = Project::unchecked(&[("values.yaml", "checks:\n  PUL0509▮\n")]);
    let (view, at) = project.marked();
    for item in without_snippets(completion(&view, at)).items {
        let Some(CompletionTextEdit::Edit(edit)) = item.text_edit else { panic!("it has an edit") };
        assert_eq!(item.insert_text_format, None);
        assert!(edit.new_text.ends_with(":\n    level: allow\n    reason: "), "{}", edit.new_text);
    }
}
