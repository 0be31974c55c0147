//! What is shown of settings, in both languages and with several layers.

use super::*;
use crate::workbench::Workbench;

fn shown(bench: &Workbench) -> String {
    match hover(&bench.view(), bench.at) {
        Some(Hover { contents: HoverContents::Markup(content), .. }) => content.value,
        other => panic!("{other:?}"),
    }
}

fn alone(name: &str, text: &str) -> String {
    shown(&Workbench::new(&[(name, text)], &[&[name]]))
}

#[test]
fn a_key_has_its_doc_type_default_and_origin() {
    for (name, text) in
        [("a.yaml", "broker:\n  replicaC▮ount: 5\n"), ("a.ncl", "{ broker = { replicaC▮ount = 5 } }")]
    {
        let text = alone(name, text);
        assert!(text.starts_with("**`broker.replicaCount`**: a whole number"), "{text}");
        assert!(text.contains("\n- Default: `3`\n- Set here"), "{text}");
    }
}

#[test]
fn an_overridden_value_names_the_layer_that_wins() {
    let files = [
        ("values.yaml", "broker:\n  replicaCount: ▮5\nproxy:\n  replicaCount: 2\n"),
        ("envs/prod.yaml", "broker:\n  replicaCount: 7\n"),
        ("envs/dev.yaml", "proxy:\n  replicaCount: 1\n"),
    ];
    let text = shown(&Workbench::new(&files, &[&["values.yaml", "envs/prod.yaml"]]));
    assert!(text.ends_with("- Overridden by `envs/prod.yaml`: `7`"), "{text}");
    let text = shown(&Workbench::new(
        &files,
        &[&["values.yaml", "envs/dev.yaml"], &["values.yaml", "envs/prod.yaml"]],
    ));
    let expected = "- In `values.yaml, envs/dev.yaml`: set here\n- In `values.yaml, envs/prod.yaml`: overridden by `envs/prod.yaml`: `7`";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn an_import_and_what_overrides_it_are_named() {
    let files = [
        ("base.ncl", "{ broker.replica▮Count = 4 }"),
        (
            "prod.ncl",
            "let pulsar = import \"pulsar.ncl\" in\npulsar.layers [import \"base.ncl\", { broker.replicaCount = 1 + 4 }]",
        ),
    ];
    let text = shown(&Workbench::new(&files, &[&["prod.ncl"]]));
    assert!(text.ends_with("- Overridden by `prod.ncl`: `5`"), "{text}");
}

#[test]
fn amounts_and_lengths_are_normalized() {
    let text = alone("a.yaml", "bookkeeper:\n  volumes:\n    journal:\n      size: 1.5▮Gi\n");
    assert!(text.contains("`1.5Gi` = 1,610,612,736 bytes"), "{text}");
    let text = alone("a.yaml", "broker:\n  resources:\n    requests:\n      cpu: \"25▮0m\"\n");
    assert!(text.contains("`250m` = 250 millicores"), "{text}");
    let text = alone("a.ncl", "{ certs.internal_issuer = { duration = \"90▮m\" } }");
    assert!(text.contains("`90m` = 5,400 seconds"), "{text}");
}

#[test]
fn keys_of_pulsar_have_types_defaults_and_versions() {
    let text = alone("a.yaml", "broker:\n  configData:\n    managedLedgerDefaultEn▮sembleSize: \"3\"\n");
    assert!(text.contains("Pulsar's own key `managedLedgerDefaultEnsembleSize`"), "{text}");
    assert!(text.contains("- Type: a whole number"), "{text}");
    assert!(text.contains("- Versions: "), "{text}");
    let text = alone("a.yaml", "broker:\n  configData:\n    PULSAR_PREFIX_maxTe▮nants: \"3\"\n");
    assert!(text.contains("Pulsar's own key `maxTenants`"), "{text}");
}

#[test]
fn a_code_has_its_page() {
    let text = alone("a.yaml", "checks:\n  PUL05▮09:\n    level: allow\n    reason: a test\n");
    assert!(text.starts_with("**PUL0509** ("), "{text}");
    assert!(text.len() > 100, "{text}");
}

#[test]
fn a_preset_has_its_doc_and_what_it_sets() {
    let text = alone(
        "a.ncl",
        "let pulsar = import \"pulsar.ncl\" in\npulsar.presets.produ▮ction & { clusterName = \"a\" }",
    );
    assert!(text.starts_with("**`pulsar.presets.production`**\n\nThree zones"), "{text}");
    assert!(text.contains("bookkeeper.replicaCount = 6"), "{text}");
    let text =
        alone("a.ncl", "let pulsar = import \"pulsar.ncl\" in\npulsar.lay▮ers [{ clusterName = \"a\" }]");
    assert!(text.contains("One configuration from a list of records"), "{text}");
}

#[test]
fn secrets_are_not_shown() {
    let files = [
        ("values.yaml", "pulsar_manager:\n  admin:\n    ui_passw▮ord: first-5ecret\n"),
        ("prod.yaml", "pulsar_manager:\n  admin:\n    ui_password: second-5ecret\n"),
    ];
    let text = shown(&Workbench::new(&files, &[&["values.yaml", "prod.yaml"]]));
    assert!(text.ends_with("- Overridden by `prod.yaml`: `<hidden>`"), "{text}");
    assert!(!text.contains("5ecret"), "{text}");
}

#[test]
fn keys_without_a_contract_have_the_doc_around_them() {
    let text = alone("a.yaml", "broker:\n  annotations:\n    exam▮ple.com/a: b\n");
    assert!(text.contains("In `broker.annotations`: "), "{text}");
    assert!(text.ends_with("- Set here"), "{text}");
}

#[test]
fn nothing_is_shown_where_nothing_is() {
    for (name, text) in [
        ("a.yaml", "# com▮ment\nbroker:\n  replicaCount: 5\n"),
        ("a.ncl", "{ # com▮ment\n broker.replicaCount = 5 }"),
        ("a.yaml", "▮"),
        ("a.ncl", "▮"),
    ] {
        let bench = Workbench::new(&[(name, text)], &[&[name]]);
        assert_eq!(hover(&bench.view(), bench.at), None, "{text}");
    }
}

#[test]
fn every_place_of_every_prefix_has_an_answer() {
    let texts = [
        (
            "a.yaml",
            "broker: # c\n  replicaCount: 5\n  extraEnvs: {A: {value: 'ü'}}\n  annotations:\n  - \"x\n▮",
        ),
        (
            "a.ncl",
            "let pulsar = import \"pulsar.ncl\" in\npulsar.layers [pulsar.presets.minimal, {\n  broker.replicaCount = 5, # ü\n  \"x\" | default = m%\"a\"%,▮ }]",
        ),
    ];
    for (name, text) in texts {
        let mut bench = Workbench::new(&[(name, text)], &[&[name]]);
        let text = text.replace('▮', "");
        for (end, _) in text.char_indices() {
            bench.rewrite(&text[..end]);
            let view = bench.view();
            for at in (0..=end).rev().take(12) {
                let position = view.document.text.position(at, view.encoding);
                let _ = hover(&view, position);
                let _ = crate::definition::definitions(&view, position);
                let _ = crate::references::references(&view, position, true);
            }
            let _ = crate::inlay::hints(&view, view.document.range(0..end, view.encoding));
        }
    }
}
