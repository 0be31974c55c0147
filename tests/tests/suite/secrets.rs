//! No command tells a secret, in any form: a canary is in every place of one, rightly and wrongly written.
//!
//! It is told by what is made of a configuration alone: manifests, and the file that `import` writes.

use pulsarc_tests::{Run, pulsarc_in, pulsarc_with, root};
use std::fs;
use std::path::Path;

/// Begins every secret of these tests, and nothing else.
const CANARY: &str = "CANARY";

/// Secrets in all places, each a right value: marked keys, settings, variables, arguments, objects, and within texts.
const RIGHT: &str = r#"
x-anchors: {password: CANARY-anchor}
components: {pulsar_manager: true}
pulsar_manager:
  admin: {ui_password: CANARY-ui, db_password: "CANARY-db"}
  configData: {URL: "jdbc:postgresql://me:CANARY-jdbc@db:5432/x"}
broker:
  configData:
    brokerClientTlsTrustStorePassword: CANARY-trust
    brokerClientAuthenticationParameters: "token:CANARY-parameters"
    tokenSecretKey: "data:;base64,CANARY-key"
    PULSAR_EXTRA_OPTS: "-Djavax.net.ssl.keyStorePassword=CANARY-option"
    webServiceUrl: https://me:CANARY-url@proxy.example:8443/
    nobodysPassword: |
      CANARY-line-one
      CANARY-line-two
  extraEnvs:
    - {name: DB_PASSWORD, value: CANARY-variable}
  initContainers:
    - {name: a, image: b, args: [--password, CANARY-argument, --token=CANARY-flag]}
proxy:
  extraEnvs: {MY_TOKEN: {value: CANARY-keyed}}
extraDeploy:
  - {apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {x: CANARY-object}}
  - |
    apiVersion: v1
    kind: Secret
    metadata: {name: b}
    stringData:
      x: CANARY-template
victoria-metrics-k8s-stack:
  grafana: {adminPassword: CANARY-open}
"#;

/// The same written wrongly, in as many ways.
const WRONG: &[(&str, &str)] = &[
    ("a.yaml", "pulsar_manager: {admin: {ui_password: [CANARY-a], db_password: {a: CANARY-b}}}"),
    ("a.yaml", "pulsar_manager: {admin: {ui_pasword: CANARY-a, zz: CANARY-b, ui_username: 3}}"),
    ("a.yaml", "pulsar_manager:\n  admin: CANARY-a"),
    ("a.yaml", "pulsar_manager: [{admin: {ui_password: CANARY-a}}]"),
    ("a.yaml", "pulsar_manager:\n  admin: {ui_password: CANARY-a, ui_password: CANARY-b}"),
    ("a.yaml", "pulsar_manager:\n  admin:\n    ui_password:\n    - CANARY-a\n    - CANARY-b\n"),
    ("a.yaml", "broker: {configData: {MY_PASSWORD: [CANARY-a], X_SECRET: {value: CANARY-b}}}"),
    (
        "a.yaml",
        "broker: {extraEnvs: [{name: DB_PASSWORD, valu: CANARY-a}, {name: A_TOKEN, value: [CANARY-b]}]}",
    ),
    (
        "a.yaml",
        "broker: {extraEnvss: [{name: DB_PASSWORD, value: CANARY-a}], replicaCount: {password: CANARY-b}}",
    ),
    ("a.yaml", "extraDeploy: [{kind: Secret, stringData: {a: CANARY-a}}]"),
    ("a.yaml", "pulsar_manager:\n  admin: {ui_password: CANARY-a, db_password: \"CANARY-b\n  x: y"),
    ("a.yaml", "broker:\n  extraEnvs:\n  - name: DB_PASSWORD\n    value: \"CANARY-a\": b\n"),
    ("a.yaml", "pulsar_manager:\n\tadmin: {ui_password: CANARY-a}\n"),
    ("a.json", r#"{"pulsar_manager": {"admin": {"ui_password": "CANARY-a" "db_password": "CANARY-b"}}}"#),
    ("a.json", r#"{"pulsar_manager": {"admin": {"ui_password": ["CANARY-a"]}}, "broker": {"x": 1}}"#),
    ("a.ncl", "{ pulsar_manager.admin = { ui_password = \"CANARY-a\" ++ 1, db_password = [\"CANARY-b\"] } }"),
    (
        "a.ncl",
        "let password = \"CANARY-a\" in { pulsar_manager.admin.ui_password = password, broker.x = password }",
    ),
    ("a.ncl", "{ pulsar_manager.admin = { ui_pasword = \"CANARY-a\", zz = m%\"\nCANARY-b\n\"% } }"),
    ("a.ncl", "{ pulsar_manager.admin = { ui_password = \"CANARY-a\", db_password = \"CANARY-b }\n}"),
    ("a.ncl", "{ pulsar_manager.admin.ui_password = std.fail_with \"no %{\"CANARY-a\"}\" }"),
    (
        "a.ncl",
        "{ pulsar_manager.admin.ui_password | std.contract.from_validator (fun value => 'Error { message = \"bad %{value}\" }) = \"CANARY-a\" }",
    ),
    (
        "a.ncl",
        "{ pulsar_manager.admin.ui_password = \"CANARY-a\" } & { pulsar_manager.admin.ui_password = \"CANARY-b\" }",
    ),
    ("a.ncl", "{ broker.extraEnvs = [{ name = \"DB_PASSWORD\", value = \"CANARY-a\" ++ 1 }] }"),
];

/// Every way in which a configuration is looked at, without `build` and `import`.
const LOOKS: &[&[&str]] = &[
    &["check", "--verify"],
    &["check", "--color", "always"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["check", "--format", "junit"],
    &["check", "--format", "github"],
    &["check", "--format", "gitlab"],
    &["report"],
    &["export"],
    &["export", "--format", "yaml"],
    &["export", "--format", "env"],
    &["export", "--what", "endpoints"],
    &["export", "--what", "topology", "--format", "env"],
    &["export", "--what", "images"],
    &["diff", "none.yaml"],
    &["diff", "--format", "json", "none.yaml"],
    &["diff", "--format", "markdown", "none.yaml"],
];

fn tells_nothing(run: &Run, of: &str) {
    for text in [&run.stdout, &run.stderr] {
        let line = text.lines().find(|line| line.contains(CANARY));
        assert!(line.is_none(), "{of}\ntells {}", line.unwrap_or_default());
    }
    assert!((0..=2).contains(&run.status), "{of}: {}", run.stderr);
}

/// The ways that tell what is wrong, each in its own form.
const ERRORS: &[&[&str]] = &[
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["check", "--format", "junit"],
    &["check", "--format", "github"],
    &["check", "--format", "gitlab"],
    &["report"],
    &["diff", "none.yaml"],
];

fn looked_at(folder: &Path, name: &str, text: &str, looks: &[&[&str]]) {
    fs::write(folder.join(name), text).expect("a file");
    fs::write(folder.join("none.yaml"), "{}").expect("a file");
    for look in looks {
        tells_nothing(&pulsarc_in(folder, &[look, &[name][..]].concat()), &format!("{look:?} of\n{text}"));
    }
}

#[test]
fn no_view_shows_a_valid_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    looked_at(folder.path(), "a.yaml", RIGHT, LOOKS);
    let run = pulsarc_in(folder.path(), &["check", "a.yaml"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn no_view_shows_a_secret_in_a_mistake() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in WRONG {
        looked_at(folder.path(), name, text, ERRORS);
        let run = pulsarc_in(folder.path(), &["check", name]);
        assert_eq!(run.status, 1, "{text}: {}", run.stderr);
        assert!(run.stderr.contains("error[PUL"), "{text}");
    }
}

#[test]
fn manifests_contain_their_secrets() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), RIGHT).expect("a file");
    let run = pulsarc_in(folder.path(), &["build", "a.yaml"]);
    assert!(!run.stderr.contains(CANARY), "{}", run.stderr);
    // What no object is made of is in none: an anchor, and a chart that is not pulsarc's.
    for word in
        RIGHT.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|word| word.starts_with(CANARY))
    {
        let is_text = !["CANARY-anchor", "CANARY-open", "CANARY-ui", "CANARY-db"].contains(&word);
        assert_eq!(run.stdout.contains(word), is_text, "{word}");
    }
    // The manager's Secret has its passwords in base64.
    assert!(run.stdout.contains("Q0FOQVJZLXVp"), "{}", run.stdout);
    let folded = pulsarc_in(folder.path(), &["build", "a.yaml", "-o", "out"]);
    tells_nothing(&folded, "build into a folder");
    let other = RIGHT.replace(CANARY, "CANARY-2");
    fs::write(folder.path().join("b.yaml"), other).expect("a file");
    let built = pulsarc_in(folder.path(), &["build", "b.yaml"]).stdout;
    fs::write(folder.path().join("built.yaml"), built).expect("a file");
    // Manifests say of no value that it is a secret; their names and looks do.
    for format in ["text", "json", "markdown"] {
        let run = pulsarc_in(folder.path(), &["diff", "--format", format, "out", "built.yaml"]);
        assert_eq!(run.status, 1, "{}", run.stderr);
        assert!(run.stdout.contains("<hidden>"), "{}", run.stdout);
        tells_nothing(&run, format);
    }
}

#[test]
fn an_import_writes_secrets_and_prints_none() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), RIGHT).expect("a file");
    let run = pulsarc_in(folder.path(), &["import", "a.yaml", "-o", "a.ncl"]);
    tells_nothing(&run, "import");
    let text = fs::read_to_string(folder.path().join("a.ncl")).expect("it is written");
    assert!(text.contains("CANARY-ui"), "{text}");
    looked_at(folder.path(), "a.ncl", &text, ERRORS);
}

#[test]
fn assignments_and_standard_input_show_no_secret() {
    for set in [
        "pulsar_manager.admin.ui_password=CANARY-a",
        "pulsar_manager.admin.ui_password[0]=CANARY-a",
        "pulsar_manager.admin.ui_password[=CANARY-a",
        "broker.configData.MY_PASSWORD={CANARY-a,b}",
        "broker.extraEnvs[0].name=DB_PASSWORD,broker.extraEnvs[0].valu=CANARY-a",
        "pulsar_manager.admin=CANARY-a",
        "pulsar_manager.admin.ui_password.below=CANARY-a",
        "pulsar_manager.admin.ui_password.below[1].value=CANARY-a",
        "broker.extraEnvs[0].name=DB_PASSWORD,broker.extraEnvs[0].value=CANARY-a,broker.unknown=CANARY-a",
    ] {
        // What is laid over a file that computes is evaluated with it.
        for text in ["{ broker.replicaCount = 1 + 2 }\n", "{}\n"] {
            tells_nothing(&pulsarc_with(root(), &["check", "-", "--set", set], text), set);
        }
        for format in ["text", "json", "github"] {
            let run =
                pulsarc_in(root(), &["check", "examples/minimal.ncl", "--set", set, "--format", format]);
            tells_nothing(&run, set);
        }
        tells_nothing(&pulsarc_in(root(), &["export", "examples/minimal.ncl", "--set", set]), set);
    }
    for (_, text) in WRONG {
        tells_nothing(&pulsarc_with(root(), &["check", "-"], text), text);
    }
}

#[test]
fn a_failed_test_shows_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), RIGHT).expect("a file");
    let tests = r#"
{
  layer = { inputs = ["a.yaml"], with = { pulsar_manager.admin.ui_password = ["CANARY-with"] } },
  words = {
    inputs = ["a.yaml"],
    assert = fun config _ => { "x" = std.fail_with "it is %{config.pulsar_manager.admin.ui_password}" },
  },
  sum = { inputs = ["a.yaml"], assert = fun config _ => { "x" = config.pulsar_manager.admin.db_password + 1 } },
}
"#;
    fs::write(folder.path().join("a_test.ncl"), tests).expect("a file");
    for format in ["text", "junit"] {
        let run = pulsarc_in(folder.path(), &["test", "--format", format]);
        assert_eq!(run.status, 1, "{}", run.stderr);
        tells_nothing(&run, format);
    }
    fs::write(folder.path().join("a_test.ncl"), "{ a = { with.password = \"CANARY-x\", inputs = 1 } }")
        .expect("a file");
    tells_nothing(&pulsarc_in(folder.path(), &["test"]), "a wrong file of tests");
}

/// A limit is reported while nothing is evaluated yet.
#[test]
fn an_exceeded_limit_shows_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "{ pulsar_manager.admin = { ui_password = \"CANARY-a\", db_password = (let rec f = fun x => f x in f 0) } }";
    fs::write(folder.path().join("a.ncl"), text).expect("a file");
    for format in ["text", "json"] {
        let run = pulsarc_in(folder.path(), &["check", "a.ncl", "--format", format, "--max-seconds", "1"]);
        assert_eq!(run.status, 4, "{}", run.stderr);
        assert!(!run.stdout.contains(CANARY) && !run.stderr.contains(CANARY), "{}{}", run.stdout, run.stderr);
    }
}

/// What is told of a secret is not a configuration.
#[test]
fn an_export_is_not_built_with_its_hidden_secrets() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), RIGHT).expect("a file");
    let exported = pulsarc_in(folder.path(), &["export", "a.yaml"]);
    assert!(exported.stdout.contains("<hidden>"));
    let run = pulsarc_with(folder.path(), &["check", "-"], &exported.stdout);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("error[PUL0050]"), "{}", run.stderr);
}

/// A line is drawn around its secret, at its own columns.
#[test]
fn lines_are_drawn_without_their_secrets() {
    let text = "pulsar_manager: {admin: {ui_password: s3cr€t, ui_usrname: me}}\nbroker:\n  configData:\n    DB_PASSWORD: [one,\n      two]\n";
    let run = pulsarc_with(root(), &["check", "-q", "-"], text);
    insta::assert_snapshot!(run.stderr);
}
