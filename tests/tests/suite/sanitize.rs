//! What is in a configuration acts on nobody who reads what pulsarc tells of it: no terminal, no page, no comment of
//! a pull request, no runner of a CI system.

use pulsarc_tests::{Run, pulsarc_in};
use scraper::{Html, Selector};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Everything that acts somewhere: escapes of a terminal in 7 and 8 bits, marks of direction, characters without width
/// or none at all, tags of HTML, links of Markdown, commands of GitHub Actions and Azure Pipelines.
pub(crate) const NASTY: &str = "\u{1b}[2J\u{9b}31m\u{202e}\u{2066}\u{200b}\u{feff}\u{2028}\u{e0041}\u{7f}<img src=x onerror=alert(1)>\
                     [a](https://evil.example)![b](https://evil.example/p.png)`@everyone @team`\n::error file=a::b%0A::c\n##[error]d\n##vso[task.setvariable]e";

/// NASTY as JSON and YAML write it.
pub(crate) fn quoted() -> String {
    Value::String(NASTY.to_owned())
        .to_string()
        .replace('\u{7f}', "\\u007f")
        .replace('\u{9b}', "\\u009b")
        .replace('\u{2028}', "\\u2028")
}

/// The same in its own characters, but for the ends of lines: what YAML does not reject in a plain text.
fn plain() -> String {
    NASTY.replace(['\u{1b}', '\u{9b}', '\u{7f}', '\u{2028}'], "").replace('\n', " ")
}

/// The same as a key of Nickel.
pub(crate) fn nickel() -> String {
    format!("\"{}\"", plain().replace(['"', '%'], ""))
}

/// Configurations with it in keys and values, right and wrong.
pub(crate) fn configurations() -> Vec<(&'static str, String)> {
    let (nasty, plain) = (quoted(), plain());
    vec![
        (
            "right.yaml",
            format!(
                "broker:\n  configData: {{a: {nasty}, PULSAR_PREFIX_b: {nasty}}}\n  annotations: {{a: {nasty}}}\n"
            ),
        ),
        ("key.yaml", format!("broker: {{{nasty}: 1, replicaCount: {nasty}}}\n{nasty}: 1\n")),
        ("plain.yaml", format!("broker:\n  replicaCount: '{plain}'\n  '{plain}': 1\n# {plain}\n")),
        ("broken.yaml", format!("broker: '{plain}' x\n")),
        ("a.json", format!("{{\"broker\": {{{nasty}: {nasty}}}}}")),
        (
            "a.ncl",
            format!(
                "{{ broker.\"{}\" = 1, broker.replicaCount = \"{}\" }}",
                plain.replace('"', ""),
                plain.replace('"', "")
            ),
        ),
        ("fail.ncl", format!("{{ broker.replicaCount = std.fail_with \"{}\" }}", NASTY.replace('\n', "\\n"))),
        (
            "extra.yaml",
            format!(
                "extraDeploy:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {{name: a}}\n  data: {{{nasty}: {nasty}, b: {nasty}}}\n"
            ),
        ),
        (
            "url.yaml",
            format!(
                "broker: {{configData: {{webServiceUrl: {nasty}, a: \"http://{}:80/\"}}}}\n",
                plain.replace(['"', '/', ' '], "")
            ),
        ),
    ]
}

/// The forms in which a line of text is read by a terminal or a runner.
const TEXTS: &[&[&str]] = &[
    &["check"],
    &["check", "--color", "always"],
    &["check", "--format", "json"],
    &["check", "--format", "sarif"],
    &["check", "--format", "junit"],
    &["check", "--format", "gitlab"],
    &["build"],
    &["build", "--format", "json"],
    &["report"],
    &["export"],
    &["export", "--format", "yaml"],
    &["export", "--format", "env"],
    &["export", "--what", "topology", "--format", "env"],
    &["import"],
    &["diff", "none.yaml"],
    &["diff", "--format", "json", "none.yaml"],
    &["diff", "--format", "markdown", "none.yaml"],
    &["diff", "--color", "always", "none.yaml"],
];

/// Colours, which pulsarc itself writes where they are asked for.
fn without_colours(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        let end = after.find(|c: char| !(c.is_ascii_digit() || c == ';')).unwrap_or(after.len());
        plain.push_str(before);
        rest = after[end..].strip_prefix('m').unwrap_or("\u{1b}[");
    }
    plain + rest
}

pub(crate) fn is_inert(text: &str, colours: bool, of: &str) {
    let text = if colours { without_colours(text) } else { text.to_owned() };
    let acts = |c: char| pulsarc_diag::sanitize::acts(c) && !matches!(c, '\n' | '\t');
    if let Some(found) = text.find(acts) {
        let around: String = text[..found].chars().rev().take(60).collect::<String>().chars().rev().collect();
        panic!("{of}: {:?} after {around:?}", text[found..].chars().next());
    }
    let command =
        |line: &&str| line.trim_start().starts_with("::") || line.contains("##[") || line.contains("##vso");
    assert_eq!(text.lines().find(command), None, "{of}");
}

fn run(folder: &Path, arguments: &[&str], name: &str) -> Run {
    let run = pulsarc_in(folder, &[arguments, &[name]].concat());
    assert!((0..=2).contains(&run.status), "{arguments:?} {name}: {}", run.stderr);
    run
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("none.yaml"), "{}").expect("a file");
    for (name, text) in configurations() {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

#[test]
fn no_text_acts_on_a_terminal_or_a_runner() {
    let folder = folder();
    for (name, _) in configurations() {
        for arguments in TEXTS {
            let run = run(folder.path(), arguments, name);
            let of = format!("{arguments:?} {name}");
            let colours = arguments.contains(&"always");
            // A configuration is imported with what it says, whatever that is.
            if arguments != &["import"] {
                is_inert(&run.stdout, colours, &of);
            }
            is_inert(&run.stderr, colours, &of);
        }
    }
}

/// An annotation is a command alone: nothing in it begins another, and nothing ends it.
#[test]
fn a_runner_reads_one_command_a_finding() {
    let folder = folder();
    for (name, _) in configurations() {
        let told = run(folder.path(), &["check", "--format", "json"], name).stdout;
        let told: Value = serde_json::from_str(&told).expect("it is JSON");
        let findings = told["diagnostics"].as_array().expect("findings").len();
        let run = run(folder.path(), &["check", "--format", "github"], name);
        assert_eq!(run.stdout.lines().count(), findings, "{name}: {}", run.stdout);
        for line in run.stdout.lines() {
            let command =
                ["::error ", "::warning ", "::notice "].iter().any(|command| line.starts_with(command));
            let properties = line.trim_start_matches(':').split("::").next().unwrap_or_default();
            assert!(command && !properties.contains("evil"), "{line}");
            assert!(!line.contains(pulsarc_diag::sanitize::acts), "{line:?}");
        }
    }
}

/// A page has no element that a value brought, and a comment none but its own.
#[test]
fn pages_and_comments_contain_only_their_own_elements() {
    let folder = folder();
    let images = Selector::parse("img, a[href^='https://evil'], [onerror]").expect("a selector");
    for (name, _) in configurations() {
        let page = run(folder.path(), &["report"], name).stdout;
        assert_eq!(Html::parse_document(&page).select(&images).count(), 0, "{name}");
        let comment = run(folder.path(), &["diff", "--format", "markdown", "none.yaml"], name).stdout;
        let mut fenced = String::new();
        for line in comment.lines() {
            match (fenced.is_empty(), line.trim_end_matches("diff")) {
                (true, fence) if fence.starts_with("```") => fence.clone_into(&mut fenced),
                (false, fence) if fence == fenced => fenced.clear(),
                (true, text) => {
                    for sign in ["<img", "](", "![", "@everyone", "`", "https://evil"] {
                        assert!(!text.contains(sign), "{name}: {sign} in {text}");
                    }
                }
                (false, _) => {}
            }
        }
        assert_eq!(fenced, "", "{name}: a fence is left open");
    }
}

/// XML is read by every parser, and SARIF's messages have no link.
#[test]
fn reports_stay_well_formed() {
    let folder = folder();
    for (name, _) in configurations() {
        let sarif = run(folder.path(), &["check", "--format", "sarif"], name).stdout;
        let sarif: Value = serde_json::from_str(&sarif).expect("it is JSON");
        for result in sarif["runs"][0]["results"].as_array().expect("results") {
            let message = result["message"]["text"].as_str().expect("a message");
            assert!(!message.contains("[a]("), "{message}");
        }
        let junit = run(folder.path(), &["check", "--format", "junit"], name).stdout;
        let allowed =
            |c: char| matches!(c, '\n' | '\t' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        assert!(junit.chars().all(allowed) && !junit.contains("<img"), "{name}: {junit}");
    }
}

/// What is made inert says the same to a program.
#[test]
fn escaped_documents_keep_their_meaning() {
    let folder = folder();
    let config: Value =
        serde_json::from_str(&run(folder.path(), &["export"], "right.yaml").stdout).expect("it is JSON");
    assert_eq!(config["broker"]["annotations"]["a"].as_str(), Some(NASTY));
    let built: Value =
        serde_json::from_str(&run(folder.path(), &["build", "--format", "json"], "right.yaml").stdout)
            .expect("it is JSON");
    let yaml = run(folder.path(), &["build"], "right.yaml").stdout;
    let objects: Vec<Value> = serde_yaml::Deserializer::from_str(&yaml)
        .map(|document| serde::Deserialize::deserialize(document).expect("it is YAML"))
        .collect();
    assert_eq!(built["items"].as_array(), Some(&objects));
    assert!(built.to_string().contains("evil.example"));
}

/// Names of files come from pull requests too.
#[cfg(unix)]
#[test]
fn names_of_files_are_inert() {
    let folder = folder();
    let name = "a\u{1b}[2J\u{202e}\n::error::b.yaml";
    fs::write(folder.path().join(name), "broker: {replicas: 1}").expect("a file");
    for arguments in TEXTS.iter().chain([&["check", "--format", "github"][..]].iter()) {
        let run = run(folder.path(), arguments, name);
        let colours = arguments.contains(&"always");
        is_inert(&run.stderr, colours, &format!("{arguments:?}"));
        if !arguments.contains(&"github") {
            is_inert(&run.stdout, colours, &format!("{arguments:?}"));
        }
    }
    let test = "{ \"\u{1b}[2J\u{202e} ::error::x\" = { inputs = [\"none.yaml\"], finds = [\"PUL0002\"] } }";
    fs::write(folder.path().join("a_test.ncl"), test).expect("a file");
    for format in ["text", "junit"] {
        is_inert(&pulsarc_in(folder.path(), &["test", "--format", format]).stdout, false, format);
    }
    fs::write(folder.path().join("a\u{1b}[2J.ncl"), "{ a = }").expect("a file");
    is_inert(&pulsarc_in(folder.path(), &["fmt"]).stderr, false, "fmt");
}
