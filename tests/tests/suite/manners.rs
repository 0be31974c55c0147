//! The manners of the command line: a project is found, the words of Helm, kubectl and ruff work, help is complete.

use pulsarc_tests::{Run, pulsarc, pulsarc_in};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// Runs without a cache, so that the summary says the same every time.
fn run(folder: &Path, words: &str) -> Run {
    pulsarc_in(folder, &words.split(' ').collect::<Vec<_>>())
}

const WRONG: &str = "broker:\n  replicas: 3\n";

#[test]
fn the_layout_of_init_is_checked_whole() {
    let folder = folder(&[]);
    assert_eq!(
        run(folder.path(), "init clusters --functions worker --tls --auth jwt --size medium").status,
        0
    );
    for words in ["check clusters --no-cache", "check --fleet clusters --no-cache"] {
        let good = run(folder.path(), words);
        assert_eq!(good.status, 0, "{words}: {}", good.stderr);
        assert!(good.stderr.contains("3 of 3 clusters checked"), "{words}: {}", good.stderr);
    }
    let prod = folder.path().join("clusters/environments/prod.ncl");
    fs::write(&prod, "(import \"../cluster.ncl\") & { broker.replicas = 3 }\n").expect("a file");
    for words in ["check clusters --no-cache", "check --fleet clusters --no-cache"] {
        let broken = run(folder.path(), words);
        assert_eq!(broken.status, 1, "{words}: {}", broken.stderr);
        assert!(broken.stderr.contains("2 of 3 clusters checked"), "{words}: {}", broken.stderr);
        assert!(broken.stderr.contains("environments/prod"), "{words}: {}", broken.stderr);
    }
    let inside = run(&folder.path().join("clusters"), "check --no-cache");
    assert_eq!(inside.status, 1, "{}", inside.stderr);
    let listed = ["ok      environments/dev.ncl\n", "failed  environments/prod.ncl: 1 error\n"];
    assert!(listed.iter().all(|line| inside.stderr.contains(line)), "{}", inside.stderr);
}

#[test]
fn values_of_environments_and_fleets_are_found() {
    let folder = folder(&[
        ("values.yaml", "broker:\n  replicaCount: 2\n"),
        ("values-prod.yaml", WRONG),
        ("envs/dev.yaml", "proxy:\n  replicaCount: 1\n"),
        ("fleet.ncl", "{\n  environments = { eu = { broker.replicas = 2 }, us = {} },\n}\n"),
        ("docker-compose.yaml", "services: {}\n"),
    ]);
    let checked = run(folder.path(), "check --no-cache");
    assert_eq!(checked.status, 1, "{}", checked.stderr);
    for line in [
        "ok      fleet.ncl: us\n",
        "failed  fleet.ncl: eu: 1 error\n",
        "ok      values.yaml\n",
        "failed  values.yaml + values-prod.yaml: 1 error\n",
        "ok      values.yaml + envs/dev.yaml\n",
    ] {
        assert!(checked.stderr.contains(line), "{line}{}", checked.stderr);
    }
    assert!(!checked.stderr.contains("docker-compose"), "{}", checked.stderr);
    // A fleet whose own file is wrong is not passed over.
    write(folder.path(), "fleet.ncl", "{ environments = 3 }\n");
    let broken = run(folder.path(), "check --no-cache");
    assert_eq!(broken.status, 1);
    assert!(broken.stderr.contains("failed  fleet.ncl: 1 error\n"), "{}", broken.stderr);
}

#[test]
fn a_folder_without_configurations_and_one_that_is_missing() {
    let folder = folder(&[("a/notes.md", ""), ("x.yaml", "{}\n")]);
    let empty = run(folder.path(), "check a");
    assert_eq!(empty.status, 2);
    assert!(empty.stderr.contains("contains no configuration"), "{}", empty.stderr);
    assert_eq!(run(folder.path(), "check nowhere").status, 3);
    assert_eq!(run(folder.path(), "check x.yaml a").status, 2);
}

#[test]
fn files_after_f_are_inputs_in_their_order() {
    let folder =
        folder(&[("a.yaml", "broker: {replicaCount: 4}\n"), ("b.yaml", "broker: {replicaCount: 5}\n")]);
    let replicas = |words: &str| {
        let built = run(folder.path(), words);
        assert_eq!(built.status, 0, "{words}: {}", built.stderr);
        let list: serde_json::Value = serde_json::from_str(&built.stdout).expect("JSON");
        let items = list["items"].as_array().expect("a list").clone();
        let broker = items
            .iter()
            .find(|object| object["kind"] == "StatefulSet" && object["metadata"]["name"] == "pulsar-broker");
        broker.expect("the brokers")["spec"]["replicas"].as_i64()
    };
    assert_eq!(replicas("build -f a.yaml -f b.yaml -o json"), Some(5));
    assert_eq!(replicas("build --values=b.yaml a.yaml -o json"), Some(4));
    assert_eq!(replicas("build -f b.yaml --values a.yaml --format json"), Some(4));
    assert_eq!(run(folder.path(), "build").status, 2);
    assert_eq!(run(folder.path(), "check -f a.yaml --fleet .").status, 2);
}

#[test]
fn o_is_a_format_or_a_folder() {
    let folder = folder(&[("a.yaml", "{}\n")]);
    let yaml = run(folder.path(), "build a.yaml -o yaml -n team");
    assert!(yaml.stdout.contains("\napiVersion: v1\n"), "{}", yaml.stderr);
    assert!(yaml.stdout.contains("namespace: team\n"));
    assert_eq!(yaml.stdout, run(folder.path(), "build a.yaml -n team").stdout);
    assert!(run(folder.path(), "build a.yaml --output=json").stdout.starts_with('{'));
    assert!(!folder.path().join("yaml").exists() && !folder.path().join("json").exists());
    for (words, written) in [("./yaml", "yaml"), ("json/", "json"), ("out", "out")] {
        assert_eq!(run(folder.path(), &format!("build a.yaml -o {words}")).status, 0, "{words}");
        assert!(folder.path().join(written).join("manifests.yaml").is_file(), "{words}");
    }
    for words in [
        "build a.yaml -o yaml --format json",
        "build a.yaml -o yaml --layout objects",
        "build a.yaml -o json --force",
        "build a.yaml -o go-template={{.items}}",
        "report a.yaml -o yaml",
        "watch a.yaml -o json",
        "import a.yaml -o yaml",
    ] {
        assert_eq!(run(folder.path(), words).status, 2, "{words}");
    }
    let json = |words: &str| -> serde_json::Value {
        serde_json::from_str(&run(folder.path(), words).stdout).unwrap_or_else(|_| panic!("{words}"))
    };
    assert!(json("check a.yaml -o json")["diagnostics"].is_array());
    assert!(json("diff a.yaml a.yaml -o json")["changes"].is_array());
    assert!(json("version -o json")["version"].is_string());
    assert!(run(folder.path(), "export a.yaml -o yaml --what images").stdout.starts_with("- "));
}

#[test]
fn concise_findings_are_one_line_each() {
    let folder = folder(&[("a.yaml", "broker:\n  replicas: 3\nzookeeper:\n  replicaCount: 4\n")]);
    let checked = run(folder.path(), "check a.yaml --format concise");
    assert_eq!(checked.status, 1);
    let lines: Vec<&str> = checked.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{}", checked.stdout);
    assert!(lines[0].starts_with("a.yaml:2:3: error[PUL0002]: "), "{}", lines[0]);
    assert!(lines[1].starts_with("a.yaml:4:") && lines[1].contains(": warning[PUL"), "{}", lines[1]);
    assert_eq!(checked.stderr, "check: 1 error, 1 warning; --fix settles 1, --unsafe-fixes 1 more\n");
    let fleet = run(folder.path(), "check . --format concise -q");
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!((sorted(&fleet.stdout), fleet.stderr.as_str()), (sorted(&checked.stdout), ""));
}

#[test]
fn findings_are_counted_and_quiet_is_quiet() {
    let folder = folder(&[("a.yaml", WRONG), ("good.yaml", "{}\n")]);
    let loud = run(folder.path(), "check a.yaml");
    assert!(loud.stderr.ends_with("check: 1 error; --fix settles 1\n"), "{}", loud.stderr);
    let quiet = run(folder.path(), "check -q a.yaml");
    assert_eq!(format!("{}check: 1 error; --fix settles 1\n", quiet.stderr), loud.stderr);
    // Not at a terminal, there is nothing to say of a good one.
    let good = run(folder.path(), "check good.yaml");
    assert_eq!((good.status, good.stdout.as_str(), good.stderr.as_str()), (0, "", ""));
    assert_eq!(run(folder.path(), "--quiet init p").stderr, "");
    let project = run(folder.path(), "check p --quiet --no-cache");
    assert_eq!((project.status, project.stderr.as_str()), (0, ""));
}

/// Needs `script`, which runs a command on a terminal of its own (util-linux).
#[test]
#[cfg_attr(without_script, ignore = "needs script (util-linux)")]
fn a_terminal_is_told_of_success() {
    let folder = folder(&[("good.yaml", "{}\n")]);
    let shown = |words: &str| {
        let command = format!("{} {words}", pulsarc_tests::binary().display());
        let mut terminal = std::process::Command::new("script");
        terminal.args(["-qec", &command, "/dev/null"]).current_dir(folder.path());
        let ended = terminal.stdin(std::process::Stdio::null()).output().expect("it runs");
        String::from_utf8_lossy(&ended.stdout).replace("\r\n", "\n")
    };
    assert!(shown("check good.yaml").ends_with("check: no findings\n"));
    assert!(!shown("check good.yaml -q").contains("no findings"));
    assert!(shown("build good.yaml -o out").contains("objects in out\n"));
}

#[test]
fn a_missing_file_is_a_trouble_of_the_file_system() {
    let folder = folder(&[("good.yaml", "{}\n")]);
    for words in [
        "build missing.yaml",
        "build missing",
        "build good.yaml -f missing.ncl",
        "check missing.ncl",
        "check missing",
        "check --fleet missing",
        "export missing.yaml",
        "report missing.yaml",
        "import missing.yaml",
        "push missing.yaml --to oci-layout:a:v1",
        "merge-report missing.json",
        "fmt missing.ncl",
        "test --path missing",
    ] {
        let ended = run(folder.path(), words);
        assert_eq!(ended.status, 3, "{words}: {}", ended.stderr);
        assert!(ended.stderr.contains("missing"), "{words}: {}", ended.stderr);
    }
    // As with `diff` elsewhere, trouble is 2, and 1 says that something differs.
    for words in ["diff missing.yaml good.yaml", "upgrade missing.yaml --to 5.0"] {
        assert_eq!(run(folder.path(), words).status, 2, "{words}");
    }
}

#[test]
fn words_of_other_tools_name_the_command() {
    let folder = folder(&[("v.yaml", "{}\n")]);
    for (words, reply) in [
        ("template p apache/pulsar -f v.yaml -n x", "pulsarc build v.yaml --release p -n x"),
        ("lint v.yaml", "pulsarc check v.yaml"),
        ("render v.yaml", "pulsarc build v.yaml"),
        ("install -f v.yaml", "pulsarc apply v.yaml"),
        ("validate v.yaml", "pulsarc check v.yaml"),
        ("upgrade p apache/pulsar --install -f v.yaml", "pulsarc apply v.yaml --release p"),
        ("uninstall p apache/pulsar -n x", "pulsarc destroy --release p -n x"),
        ("logs -n x", "pulsarc status -n x"),
        ("show v.yaml", "pulsarc export v.yaml"),
        ("check v.yaml --strict", "--deny warnings"),
        ("build v.yaml --dry-run=client", "`plan` shows what `apply` would change"),
    ] {
        let ended = run(folder.path(), words);
        assert_eq!((ended.status, ended.stdout.as_str()), (2, ""), "{words}: {}", ended.stderr);
        assert!(ended.stderr.contains(reply), "{words}: {}", ended.stderr);
    }
    // A misspelt command of pulsarc's own has clap's suggestion.
    assert!(run(folder.path(), "chekc v.yaml").stderr.contains("check"));
}

/// The commands in the help of pulsarc.
fn commands() -> Vec<String> {
    let help = pulsarc(&["--help"]).stdout;
    let list =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = list.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().map(str::to_owned));
    names.filter(|name| !name.is_empty() && name != "help").collect()
}

#[test]
fn every_command_has_an_example_and_limits_come_last() {
    let commands = commands();
    assert!(commands.len() > 20, "{commands:?}");
    for command in commands {
        let help = pulsarc(&[&command, "--help"]).stdout;
        let (_, examples) = help.split_once("Examples:\n").unwrap_or_else(|| panic!("{command}: {help}"));
        assert!(
            examples.contains(&format!("pulsarc {command}")) || command == "krm",
            "{command}: {examples}"
        );
        let headings: Vec<&str> =
            help.lines().filter(|line| line.ends_with(':') && !line.starts_with(' ')).collect();
        let limits = headings.iter().position(|heading| *heading == "Limits:").expect("limits");
        assert_eq!(headings[limits + 1..], ["Examples:"], "{command}: {headings:?}");
    }
    let build = pulsarc(&["build", "--help"]).stdout;
    let at = |heading: &str| build.find(heading).unwrap_or_else(|| panic!("{heading} {build}"));
    assert!(at("\nInput:") < at("\nOutput:") && at("\nTarget:") < at("\nLimits:"), "{build}");
}

#[test]
fn every_option_is_described() {
    for command in commands() {
        let help = pulsarc(&[&command, "--help"]).stdout;
        let lines: Vec<&str> = help.lines().take_while(|line| *line != "Examples:").collect();
        for (at, line) in lines.iter().enumerate() {
            let option = line.trim_start();
            let indent = line.len() - option.len();
            if (option.starts_with("--") || option.starts_with('-')) && (2..=6).contains(&indent) {
                let text = lines.get(at + 1).map_or("", |next| next.trim());
                let beside = option.split("  ").nth(1).is_some();
                assert!(beside || !text.is_empty(), "{command}: {option} is not described:\n{help}");
            }
        }
    }
}

#[test]
fn exit_statuses_are_in_the_help_and_in_the_manual() {
    let help = pulsarc(&["--help"]).stdout;
    assert!(help.contains("Exit status:\n  0  success"), "{help}");
    let folder = folder(&[]);
    assert_eq!(run(folder.path(), "man pages").status, 0);
    let page = |name: &str| fs::read_to_string(folder.path().join("pages").join(name)).expect("a page");
    for name in commands() {
        let page = page(&format!("pulsarc-{name}.1"));
        assert!(page.contains(".SH \"EXIT STATUS\"") && page.contains(".SH EXAMPLES"), "{name}: {page}");
        assert!(!page.contains(".SH EXTRA"), "{name}");
    }
    assert!(page("pulsarc-diff.1").contains("something differs"));
    assert!(page("pulsarc-build.1").contains("a file that cannot be read or written"));
    assert!(page("pulsarc.1").contains(".SH \"EXIT STATUS\""));
}
