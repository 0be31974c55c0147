//! Every way to write a secret, with every kind of mistake: neither the texts nor the words that any format is made of
//! have it.
//!
//! Formats are made of findings and of the lines of sources; so it is these that are looked at, in process, and the
//! formats themselves for a part of the cases. `secrets.rs` has the commands.

use pulsarc_compiler::{Built, Format, Layer, build};
use pulsarc_diag::render::{self, Color};
use pulsarc_tests::pulsarc_in;
use std::fs;
use std::path::Path;

use crate::leaves::target;

/// In every secret, and nowhere else.
const CANARY: &str = "CANARY7x";

/// Secrets that begin like references, and are none.
const SECRETS: [&str; 5] = ["CANARY7x", "/CANARY7x", "<CANARY7x>", "$(CANARY7x x)", "/a/CANARY7xB9"];

/// Names that say a secret, in settings and variables.
const NAMES: [&str; 9] = [
    "DB_PASSWORD",
    "DB_PASSWORD_2",
    "PASSWORD1",
    "CLIENT_SECRET_VALUE",
    "TOKEN_PROD",
    "adminPassword",
    "db_pasword",
    "MY_API_KEY",
    "SECRET",
];

/// Places of a secret in YAML, with `NAME` and `SECRET` in them; the name is given twice where a mistake is made in it.
const YAML: [&str; 12] = [
    "pulsar_manager:\n  admin:\n    ui_password: 'SECRET'\n",
    "pulsar_manager: {admin: {db_password: 'SECRET'}}\n",
    "broker:\n  configData:\n    NAME: 'SECRET'\n",
    "broker: {configData: {NAME: 'SECRET'}}\n",
    "broker:\n  extraEnvs:\n  - name: NAME\n    value: 'SECRET'\n",
    "broker: {extraEnvs: {NAME: {value: 'SECRET'}}}\n",
    "broker:\n  extraEnvs:\n  - 'NAME=SECRET'\n",
    "broker: {extraEnvs: ['NAME=SECRET', 'B=c']}\n",
    "broker: {extraEnvs: [{NAME: 'SECRET'}]}\n",
    "broker: {extraEnvs: 'NAME: SECRET'}\n",
    "victoria-metrics-k8s-stack: {grafana: {NAME: 'SECRET'}}\nbroker: {replicaCount: x}\n",
    "broker: {replicaCount: x} # NAME: SECRET\n",
];

const NICKEL: [&str; 8] = [
    "{ pulsar_manager.admin.ui_password = \"SECRET\" }",
    "{ pulsar_manager = { admin = { ui_password = \"SECRET\", ui_username = \"a\" } } }",
    "{ pulsar_manager.admin.ui_password | default = \"SECRET\" }",
    "{ pulsar_manager.admin.ui_password\n    | String\n    | default\n    = \"SECRET\" }",
    "{ broker.configData.NAME = \"SECRET\" }",
    "{ broker.extraEnvs = [{ name = \"NAME\", value = \"SECRET\" }] }",
    "{ broker.extraEnvs = [\"NAME=SECRET\"] }",
    "{ broker.extraEnvs = { NAME = { value = \"SECRET\" } } }",
];

/// What goes wrong in a text: what is written, and what is written in its place.
const MISTAKES: [(&str, &str); 34] = [
    ("", ""),
    (": 'SECRET'", " : 'SECRET'"),
    (": 'SECRET'", " 'SECRET'"),
    (": 'SECRET'", " = 'SECRET'"),
    (": 'SECRET'", ":'SECRET'"),
    (": 'SECRET'", ": SECRET"),
    (": 'SECRET'", ":SECRET"),
    (": 'SECRET'", ": ['SECRET']"),
    (": 'SECRET'", ":\n    - 'SECRET'\n    - b"),
    (": 'SECRET'", ": {a: 'SECRET'}"),
    (": 'SECRET'", ": 'SECRET' 'b'"),
    (": 'SECRET'", ": 'SECRET"),
    (": 'SECRET'", ": \"SECRET"),
    (": 'SECRET'", ": 'SECRET': b"),
    (": 'SECRET'", ": |\n     SECRET\n   x"),
    (": 'SECRET'", ": !!int 'SECRET'"),
    ("value:", "valu:"),
    ("value:", "vlaue :"),
    ("name:", "nam:"),
    ("admin:", "admn:"),
    ("ui_password", "ui_passwrd"),
    ("ui_password", "password"),
    ("extraEnvs", "extraEnv"),
    ("configData", "config"),
    ("broker:", "broker:\n\t"),
    ("broker:", "brokers:"),
    (" = \"SECRET\"", " : \"SECRET\""),
    (" = \"SECRET\"", " \"SECRET\""),
    (" = \"SECRET\"", " = SECRET"),
    (" = \"SECRET\"", " = [\"SECRET\"]"),
    (" = \"SECRET\"", " = \"SECRET"),
    (" = \"SECRET\"", " = \"SECRET\" ++ 1"),
    (" | default = \"SECRET\"", " | default \"SECRET\""),
    (" = \"SECRET\"", " | std.fail_with = \"SECRET\""),
];

/// Every text that somebody may see of what was made of a text.
fn seen(built: &Built) -> String {
    let mut seen = String::new();
    let diagnostics = built.findings.clone().sorted(&built.sources);
    for found in &diagnostics {
        let path = found.path.as_ref().map(ToString::to_string);
        seen += &[&found.message, "\n", found.help.as_deref().unwrap_or_default(), "\n"].concat();
        seen += &path.unwrap_or_default();
        for label in &found.labels {
            seen += &label.text;
        }
    }
    for (_, source) in built.sources.iter().filter(|(_, source)| source.users) {
        seen += &source.text;
    }
    seen + render::text(&diagnostics, &built.sources, Color::Never).as_str()
}

fn layer(name: &str, text: &str) -> Layer {
    let format = if Path::new(name).extension().is_some_and(|extension| extension == "ncl") {
        Format::Nickel(std::env::temp_dir().into())
    } else {
        Format::Yaml
    };
    Layer { name: name.to_owned(), format, bytes: text.as_bytes().to_vec() }
}

/// YAML in the form of JSON: one that is still valid, or as broken as before.
fn json(yaml: &str) -> Option<String> {
    let value: serde_json::Value = serde_yaml::from_str(yaml).ok()?;
    Some(value.to_string())
}

/// The cases: the name of a file, and its text.
fn cases() -> Vec<(&'static str, String)> {
    let mut cases = Vec::new();
    let places =
        YAML.iter().map(|place| ("a.yaml", *place)).chain(NICKEL.iter().map(|place| ("a.ncl", *place)));
    for (at, (file, place)) in places.enumerate() {
        let names = if place.contains("NAME") { &NAMES[..] } else { &NAMES[..1] };
        for (wrong, (right, written)) in
            MISTAKES.iter().enumerate().filter(|(_, (right, _))| place.contains(right))
        {
            let broken = place.replacen(right, written, 1);
            for (number, name) in names.iter().enumerate() {
                // Every name and every secret with every mistake, not every secret with every name.
                let secret = SECRETS[(at + wrong + number) % SECRETS.len()];
                // A name may have the word of the place in it.
                let text = broken.replace("SECRET", "\u{1}").replace("NAME", name).replace('\u{1}', secret);
                if file == "a.yaml"
                    && let Some(json) = json(&text)
                {
                    // A colon, a quote or a bracket is missing in JSON as easily.
                    cases.push(("a.json", json.replacen("\":", "\"", 1)));
                    cases.push(("a.json", json.replacen('}', "", 1)));
                    cases.push(("a.json", json));
                }
                cases.push((file, text));
            }
        }
    }
    // A comment is nothing to JSON.
    cases.retain(|(_, text)| text.contains(CANARY));
    cases.sort();
    cases.dedup();
    cases
}

#[test]
fn no_text_and_no_message_has_a_secret() {
    let cases = cases();
    let target = target(false);
    let mut leaks = Vec::new();
    let mut wrong = 0;
    for (name, text) in &cases {
        let built = build(&[layer(name, text)], &target);
        wrong += usize::from(built.findings.has_errors());
        let seen = seen(&built);
        if let Some(line) = seen.lines().find(|line| line.contains(CANARY)) {
            leaks.push(format!("{name}: {text:?}\n  shows {line}"));
        }
        if built.sources.secrets().is_empty() {
            leaks.push(format!("{name}: {text:?}\n  has no secret, so that a cache keeps it"));
        }
    }
    println!("{} texts, {wrong} of them wrong", cases.len());
    assert!(leaks.is_empty(), "{} of {}:\n{}", leaks.len(), cases.len(), leaks.join("\n"));
    assert!(cases.len() > 1_000 && wrong * 2 > cases.len(), "{} texts, {wrong} wrong", cases.len());
}

#[test]
fn no_format_has_a_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("none.yaml"), "{}").expect("a file");
    let looks: [&[&str]; 10] = [
        &["check"],
        &["check", "--format", "json"],
        &["check", "--format", "sarif"],
        &["check", "--format", "junit"],
        &["check", "--format", "github"],
        &["check", "--format", "gitlab"],
        &["report"],
        &["export"],
        &["diff", "none.yaml"],
        &["diff", "--format", "markdown", "none.yaml"],
    ];
    // One case in many, and one format after the other.
    for (at, (name, text)) in cases().iter().enumerate().filter(|(at, _)| at % 13 == 0) {
        fs::write(folder.path().join(name), text).expect("a file");
        let look = looks[at / 13 % looks.len()];
        let run = pulsarc_in(folder.path(), &[look, &[*name][..]].concat());
        assert!((0..=2).contains(&run.status), "{look:?} of {text}: {}", run.stderr);
        for shown in [&run.stdout, &run.stderr] {
            let line = shown.lines().find(|line| line.contains(CANARY));
            assert!(line.is_none(), "{look:?} of\n{text}\nshows {}", line.unwrap_or_default());
        }
    }
}

/// Settings of Pulsar and keys of the chart that speak of secrets, and are none: their values are shown.
#[test]
fn references_and_properties_are_shown() {
    let plain = "broker:\n  configData:\n    tokenSecretKey: file:///pulsar/keys/token/secret.key\n    tokenPublicKey: /pulsar/keys/token/public.key\n    tokenAuthClaim: sub1\n    tokenAllowedClockSkewSeconds: '77'\n    brokerClientAuthenticationParameters: file:///pulsar/tokens/broker/token\n    tlsKeyStorePasswordPath: /pulsar/pw/x1\n  storageOffload: {secret: /pulsar/offload/x}\n  replicaCount: wrong\npulsar_manager: {admin: {existingSecret: mine1}}\n";
    let built = build(&[layer("a.yaml", plain)], &target(false));
    let seen = seen(&built);
    assert!(seen.contains(plain), "{seen}");
}
