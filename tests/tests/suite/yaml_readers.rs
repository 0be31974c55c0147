//! The output as others read it: readers of YAML 1.2 and of YAML 1.1, none of them the writer's own library, all find
//! what the JSON output says.

use pulsarc_tests::{pulsarc, pulsarc_with, root};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};
use yaml_rust2::{Yaml, YamlLoader};

/// Texts that some reader takes for something else, where only texts may stand.
const TRAPS: &str = r#"
broker:
  annotations: {a: "on", b: "no", c: "y", d: "1_000", e: "017", f: "1e3", g: "2001-01-01", h: "12:30:45", i: "~", j: "0x1F", k: "", l: "null", m: "=", n: ".5", o: "0o17", p: "-Dx=\"y\""}
  configData: {brokerDeduplicationEnabled: true, maxMessageSize: 5242880, topicLevelPoliciesEnabled: "off"}
"#;

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Real(text) => text.parse::<f64>().map(Value::from).expect("a number"),
        Yaml::Integer(number) => Value::from(*number),
        Yaml::String(text) => Value::from(text.as_str()),
        Yaml::Boolean(truth) => Value::from(*truth),
        Yaml::Array(items) => items.iter().map(json).collect(),
        Yaml::Hash(entries) => Value::Object(
            entries
                .iter()
                .map(|(key, value)| (key.as_str().expect("a text").to_owned(), json(value)))
                .collect(),
        ),
        _ => Value::Null,
    }
}

fn both_read_the_same(yaml: &str, list: &str) {
    let truth: Value = serde_json::from_str(list).expect("it is JSON");
    let truth = truth["items"].as_array().expect("a list");
    let newer: Vec<Value> = YamlLoader::load_from_str(yaml).expect("YAML 1.2").iter().map(json).collect();
    assert_eq!(&newer, truth);
    let documents = yaml.split("---\n").filter(|document| !document.trim().is_empty());
    let older: Vec<Value> =
        documents.map(|document| pulsarc_eval::parse_yaml(document).expect("YAML 1.1")).collect();
    assert_eq!(&older, truth);
}

#[test]
fn examples_are_read_alike() {
    for example in ["minimal", "function-worker-tls-jwt", "production"] {
        let path = format!("examples/{example}.ncl");
        both_read_the_same(
            &pulsarc(&["build", &path]).stdout,
            &pulsarc(&["build", &path, "--format", "json"]).stdout,
        );
    }
}

#[test]
fn texts_that_look_like_something_else_are_read_as_texts() {
    let values = TRAPS.replace(", topicLevelPoliciesEnabled: \"off\"", "");
    let yaml = pulsarc_with(root(), &["build", "-"], &values);
    assert_eq!(yaml.status, 0, "{}", yaml.stderr);
    both_read_the_same(
        &yaml.stdout,
        &pulsarc_with(root(), &["build", "-", "--format", "json"], &values).stdout,
    );
}

#[test]
fn a_word_that_pulsar_reads_as_false_is_reported() {
    let told = pulsarc_with(root(), &["check", "-"], TRAPS);
    assert_eq!(told.status, 1);
    assert!(told.stderr.contains("PUL0802"), "{}", told.stderr);
}

/// Every text of up to three of some signs, and longer ones that some reader takes for something else.
fn texts() -> Vec<String> {
    const SIGNS: &str = "+-._,:018exboynN~=<tZ #a";
    const LONGER: [&str; 40] = [
        "-_1",
        "+__1",
        ":8080",
        ":a",
        "1,000",
        "-1,000.5",
        "0x_1F",
        "0b_11",
        "0o17",
        "-0o7",
        "017",
        "1_000",
        "1_000.5e+3",
        "1e+3",
        "1:30",
        "12:30:45",
        "190:20:30.15",
        "2001-01-01",
        "2001-1-1",
        "2001-12-14 21:59:43.10 -5",
        "2001-12-14t21:59:43Z",
        "12e4567890",
        ".inf",
        "-.INF",
        "+.inf",
        ".NaN",
        "null",
        "Null",
        "TRUE",
        "Off",
        "yes",
        "!ruby/object:A",
        "&a",
        "*a",
        "@a",
        "`a",
        "%a",
        "- a",
        "---",
        "...",
    ];
    let longer = |shorter: &[String]| -> Vec<String> {
        shorter.iter().flat_map(|text| SIGNS.chars().map(move |sign| format!("{text}{sign}"))).collect()
    };
    let one = longer(&[String::new()]);
    let two = longer(&one);
    let three = longer(&two);
    [one, two, three, LONGER.map(str::to_owned).to_vec()].concat()
}

/// What a program makes of the texts as YAML, items and keys: each has to be the text that was written.
fn reads_them_all(reader: &mut Command) {
    let texts = texts();
    let keys: Vec<Value> = texts.iter().map(|text| json!({ text: "value" })).collect();
    let yaml = pulsarc_kube::write::yaml(&json!({ "items": texts, "keys": keys })).expect("it is written");
    let mut child = reader.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the reader runs");
    child.stdin.take().expect("it is piped").write_all(yaml.as_bytes()).expect("it is read");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{reader:?} fails");
    let read: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let wrong: Vec<_> = texts
        .iter()
        .enumerate()
        .filter(|(at, text)| {
            let key = read["keys"][at].as_object().and_then(|entry| entry.keys().next());
            read["items"][at] != text.as_str() || key != Some(*text)
        })
        .map(|(at, text)| (text, &read["items"][at], &read["keys"][at]))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} are read as something else: {:?}",
        wrong.len(),
        texts.len(),
        &wrong[..wrong.len().min(20)]
    );
}

#[test]
#[cfg_attr(without_pyyaml, ignore = "needs PyYAML, Python's reader of YAML")]
fn pyyaml_reads_each_text_as_it_was_written() {
    reads_them_all(Command::new("python3").args([
        "-c",
        "import json, sys, yaml\n\
         text = lambda it: it if isinstance(it, str) else f'not a text: {it!r}'\n\
         whole = yaml.safe_load(sys.stdin)\n\
         keys = [{text(key): 1 for key in entry} for entry in whole['keys']]\n\
         json.dump({'items': [text(item) for item in whole['items']], 'keys': keys}, sys.stdout)",
    ]));
}

#[test]
#[cfg_attr(without_ruby, ignore = "needs ruby, whose reader of YAML knows symbols")]
fn ruby_reads_each_text_as_it_was_written() {
    reads_them_all(Command::new("ruby").args([
        "-ryaml",
        "-rjson",
        "-rdate",
        "-e",
        "text = ->(it) { it.is_a?(String) ? it : \"not a text: #{it.inspect}\" }\n\
         whole = YAML.unsafe_load(STDIN.read)\n\
         keys = whole['keys'].map { |entry| entry.to_h { |key, _| [text.(key), 1] } }\n\
         puts JSON.dump({ 'items' => whole['items'].map(&text), 'keys' => keys })",
    ]));
}

/// The reader of Kubernetes' own tools, at the version that the API server of the end-to-end tests is built with.
#[test]
#[cfg_attr(without_go_yaml, ignore = "needs Go and the modules of e2e/kubernetes/control-plane")]
fn go_reads_each_text_as_it_was_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("main.go");
    let source = "package main\n\
         import (\n\"io\"\n\"os\"\n\"sigs.k8s.io/yaml\"\n)\n\
         func main() {\n\
         text, _ := io.ReadAll(os.Stdin)\n\
         read, err := yaml.YAMLToJSON(text)\n\
         if err != nil { panic(err) }\n\
         os.Stdout.Write(read)\n}\n";
    std::fs::write(&program, source).expect("a file");
    reads_them_all(
        Command::new("go")
            .arg("run")
            .arg(&program)
            .current_dir(root().join("e2e/kubernetes/control-plane"))
            .env("GOFLAGS", "-mod=readonly"),
    );
}
