//! What is read, whichever way it comes: the same meaning on every path, and no text that stops a reader.

use pulsarc_tests::{pulsarc_in, pulsarc_with, root};
use std::collections::BTreeSet;
use std::fs;

/// Assignments over YAML come to the same by the table and by the contracts.
#[test]
fn assignments_over_yaml_pass_verify() {
    let folder = tempfile::tempdir().expect("a folder");
    let values =
        "broker:\n  replicaCount: 4\n  tolerations: [{key: a, operator: Exists}]\n  nodeSelector: {a: b}\n";
    fs::write(folder.path().join("values.yaml"), values).expect("a file");
    for set in [
        "broker.replicaCount=5",
        "broker.nodeSelector.c=d",
        "proxy.replicaCount=2,broker.replicaCount=3",
        "broker.tolerations[0].key=c",
        "broker.configData.maxMessageSize=5",
        "broker.nodeSelector=null",
    ] {
        let run = pulsarc_in(
            folder.path(),
            &["check", "values.yaml", "--set", set, "--verify", "--max-seconds", "300"],
        );
        assert!(!run.stderr.contains("PUL0098"), "{set}: {}", run.stderr);
        assert_eq!(run.status, 0, "{set}: {}", run.stderr);
    }
}

/// A number without a fraction is a whole number, however it is written and wherever.
#[test]
fn a_whole_number_may_have_a_point() {
    let folder = tempfile::tempdir().expect("a folder");
    for (written, status) in [("256.0", 0), ("2.56e2", 0), ("256.5", 1)] {
        let volume = format!(
            "[{{\"name\": \"a\", \"secret\": {{\"secretName\": \"b\", \"defaultMode\": {written}}}}}]"
        );
        for (name, text) in [
            ("a.yaml", format!("broker: {{extraVolumes: {volume}, replicaCount: 3.0}}\n")),
            ("a.json", format!("{{\"broker\": {{\"extraVolumes\": {volume}, \"replicaCount\": 3e0}}}}")),
            (
                "a.ncl",
                format!(
                    "{{ broker = {{ extraVolumes = [{{ name = \"a\", secret = {{ secretName = \"b\", defaultMode = {written} }} }}], replicaCount = 3.0 }} }}"
                ),
            ),
            ("b.ncl", "import \"a.yaml\"".to_owned()),
        ] {
            fs::write(folder.path().join(name), text).expect("a file");
            let run = pulsarc_in(folder.path(), &["check", name, "--max-seconds", "300"]);
            assert_eq!(run.status, status, "{name} {written}: {}", run.stderr);
        }
    }
}

/// Whatever a template asks for, there is an answer: the filled text, or an error at the template.
#[test]
fn templates_are_bounded() {
    for (template, is_right) in [
        ("{{ \"x\" | indent 200 }}", true),
        ("{{ \"x\" | indent 9999999999999999999 }}", false),
        ("{{ \"x\" | nindent 4294967296 }}", false),
        ("{{ \"x\" | indent -1 }}", false),
        ("{{ \"x\" | indent }}", false),
        ("{{ \"x\" | indent é }}", false),
        ("{{ .Values.broker | toYaml | indent 200 | indent 200 }}", true),
        (&*"{{ .Values.broker | toYaml | indent 200 }}".repeat(2_000), false),
        (&*"{{ \"x\" }}".repeat(20_000), false),
        (&*format!("{{{{ \"x\" {} }}}}", "| quote ".repeat(30)), false),
    ] {
        let object = serde_json::json!({
            "extraDeploy": [{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "a" }, "data": { "a": template } }],
        });
        let run = pulsarc_with(root(), &["build", "-", "--max-seconds", "300"], &object.to_string());
        let shown = &template[..template.len().min(60)];
        assert_eq!(run.status, i32::from(!is_right), "{shown}: {}", run.stderr);
        assert!(!run.stderr.contains("PUL0099"), "{shown}: {}", run.stderr);
    }
}

/// No argument ends the command in the middle of a character, whatever command and option it is given to.
#[test]
fn no_argument_stops_a_command() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), "broker: {replicaCount: 3}\n").expect("a file");
    let help = pulsarc_in(folder.path(), &["--help"]).stdout;
    let listed = help.split("Commands:").nth(1).expect("a list of commands");
    let commands: BTreeSet<&str> = listed
        .lines()
        .take_while(|line| !line.starts_with("Options:"))
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
        // One that waits for changes never ends.
        .filter(|command| !matches!(*command, "help" | "watch"))
        .collect();
    assert!(commands.len() > 10, "{commands:?}");
    let mut tried = 0;
    for command in commands {
        let help = pulsarc_in(folder.path(), &[command, "--help"]).stdout;
        let options = help.lines().filter_map(|line| {
            let option = line.split_whitespace().find(|word| word.starts_with("--"))?;
            line.contains(&format!("{option} <")).then_some(option)
        });
        let options: BTreeSet<&str> = options.collect();
        for text in ["éé", "PULé", "é", "😀.é[0]=é"] {
            let mut lines = vec![vec![command, text]];
            lines.extend(options.iter().map(|option| vec![command, "a.yaml", option, text]));
            for line in lines {
                let run = pulsarc_in(folder.path(), &line);
                assert!((0..=4).contains(&run.status), "{line:?}: {} {}", run.status, run.stderr);
                assert!(!run.stderr.contains("PUL0099"), "{line:?}: {}", run.stderr);
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "{tried}");
}
