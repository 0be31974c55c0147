//! The commands for running clusters, as far as no cluster is needed: help, mistakes on the command line, kubeconfigs that do
//! not work, servers that do not answer, and saved plans.

use pulsarc_tests::{Run, pulsarc_in};
use serde_json::{Value, json};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::time::{Duration, Instant};

/// Every command for running clusters, as it works with a cluster, and its exit status if there is none.
const COMMANDS: [(&[&str], i32); 9] = [
    (&["plan", "a.yaml"], 2),
    (&["apply", "a.yaml", "--yes"], 1),
    (&["status"], 1),
    (&["drift"], 2),
    (&["history"], 1),
    (&["rollback", "--yes"], 1),
    (&["rollout", "restore"], 1),
    (&["destroy", "--yes"], 1),
    (&["adopt", "pulsar", "--config", "a.yaml", "--yes"], 1),
];

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), "broker: {replicaCount: 3}\n").expect("a file");
    folder
}

/// A kubeconfig with one context, whose server has this address.
fn kubeconfig(folder: &Path, server: &str) -> String {
    let path = folder.join("kubeconfig");
    let text = json!({
        "apiVersion": "v1", "kind": "Config", "current-context": "here",
        "clusters": [{"name": "c", "cluster": {"server": server}}],
        "users": [{"name": "u", "user": {"token": "t0p-s3cret-token"}}],
        "contexts": [{"name": "here", "context": {"cluster": "c", "user": "u"}}],
    });
    fs::write(&path, text.to_string()).expect("a file");
    path.display().to_string()
}

fn run(folder: &Path, command: &[&str], options: &[&str]) -> Run {
    pulsarc_in(folder, &[command, options].concat())
}

#[test]
fn no_kubeconfig_is_an_error_of_each_command() {
    let folder = project();
    let server = kubeconfig(folder.path(), "http://127.0.0.1:9");
    for (command, status) in COMMANDS {
        for (options, says) in [
            (vec!["--kubeconfig", "missing"], "missing"),
            (vec!["--kubeconfig", server.as_str(), "--context", "elsewhere"], "elsewhere"),
            (vec![], "kubeconfig"),
        ] {
            let run = run(folder.path(), command, &options);
            assert_eq!(run.status, status, "{command:?} {options:?}: {}", run.stderr);
            assert!(run.stderr.contains(says), "{command:?} {options:?}: {}", run.stderr);
            assert_eq!(run.stdout, "", "{command:?} {options:?}");
        }
    }
}

#[test]
fn a_server_where_nobody_listens_ends_each_command_soon() {
    let folder = project();
    // A port that was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port").port();
    let server = kubeconfig(folder.path(), &format!("http://127.0.0.1:{port}"));
    for (command, status) in COMMANDS {
        let started = Instant::now();
        let run = run(folder.path(), command, &["--kubeconfig", &server, "--request-timeout", "2s"]);
        assert_eq!(run.status, status, "{command:?}: {}{}", run.stdout, run.stderr);
        assert!(run.stderr.starts_with("error: "), "{command:?}: {}", run.stderr);
        assert!(!run.stderr.contains("s3cret"), "{command:?}: {}", run.stderr);
        assert!(started.elapsed() < Duration::from_secs(60), "{command:?}");
    }
}

#[test]
fn a_server_that_never_answers_ends_at_the_request_timeout() {
    let folder = project();
    let silent = TcpListener::bind("127.0.0.1:0").expect("a port");
    let server = kubeconfig(folder.path(), &format!("http://{}", silent.local_addr().expect("its address")));
    std::thread::spawn(move || {
        let mut held = Vec::new();
        for connection in silent.incoming() {
            held.push(connection);
        }
    });
    let started = Instant::now();
    let run = run(folder.path(), &["status"], &["--kubeconfig", &server, "--request-timeout", "500ms"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}

/// What a server says is shown as text, whatever it says.
#[test]
fn an_answer_that_is_no_kubernetes_is_an_error() {
    let folder = project();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let server =
        kubeconfig(folder.path(), &format!("http://{}", listener.local_addr().expect("its address")));
    std::thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            let mut asked = [0; 4096];
            let _ = connection.read(&mut asked);
            let body = "<html>\u{1b}[2J\u{202e}::error::x</html>";
            let _ = write!(
                connection,
                "HTTP/1.1 418 teapot\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
        }
    });
    for (command, status) in COMMANDS {
        let run = run(folder.path(), command, &["--kubeconfig", &server, "--request-timeout", "2s"]);
        assert_eq!(run.status, status, "{command:?}: {}{}", run.stdout, run.stderr);
        crate::sanitize::is_inert(&run.stderr, false, &format!("{command:?}"));
    }
}

#[test]
fn mistakes_on_the_command_line_are_reported_before_any_request() {
    let folder = project();
    for (command, says) in [
        (vec!["apply", "a.yaml"], "--yes"),
        (vec!["rollback"], "--yes"),
        (vec!["destroy"], "--yes"),
        (vec!["adopt", "pulsar"], "--yes"),
        (vec!["adopt"], "RELEASE"),
        (vec!["apply"], "INPUT"),
        (vec!["plan"], "INPUT"),
        (vec!["apply", "a.yaml", "--yes", "--accept", "dataLoss"], "replace:Job/NAME"),
        (vec!["apply", "a.yaml", "--yes", "--accept", "restart:StatefulSet/a"], "dataLoss"),
        (vec!["plan", "a.yaml", "--take", "spec.replicas"], "StatefulSet/NAME:spec.replicas"),
        (vec!["apply", "a.yaml", "--yes", "--timeout", "soon"], "10m"),
        (vec!["plan", "a.yaml", "--request-timeout", "0"], "30s"),
        (vec!["apply", "a.yaml", "--yes", "--no-wait", "--wait-for-addresses"], "--no-wait"),
        (vec!["rollback", "0", "--yes"], "1.."),
        (vec!["rollback", "first", "--yes"], "first"),
        (vec!["status", "--release", "Upper"], "lower case"),
        (vec!["plan", "a.yaml", "-o", "json"], "./json"),
        (vec!["plan", "a.yaml", "--rights", "-o", "plan.json"], "--rights"),
        (vec!["plan", "--fleet", ".", "-o", "plan.json"], "--fleet"),
    ] {
        let run = pulsarc_in(folder.path(), &command);
        assert_eq!(run.status, 2, "{command:?}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{command:?}: {}", run.stderr);
    }
}

#[test]
fn an_invalid_configuration_reaches_no_cluster() {
    let folder = project();
    fs::write(folder.path().join("wrong.yaml"), "broker: {replicaCount: many}\n").expect("a file");
    for (command, status) in [
        (vec!["plan", "wrong.yaml"], 2),
        (vec!["apply", "wrong.yaml", "--yes"], 1),
        (vec!["plan", "none.yaml"], 2),
    ] {
        let run = pulsarc_in(folder.path(), &command);
        assert_eq!(run.status, status, "{command:?}: {}", run.stderr);
        assert!(!run.stderr.contains("kubeconfig"), "{command:?}: {}", run.stderr);
    }
}

#[test]
fn rights_are_printed_without_a_cluster() {
    let folder = project();
    let run = pulsarc_in(folder.path(), &["plan", "a.yaml", "--rights", "-n", "messaging"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.contains("kind: Role"), "{}", run.stdout);
}

/// A saved plan, as `plan -o` writes it.
fn plan(version: &str) -> Value {
    json!({
        "apiVersion": "pulsarc.dev/v1", "kind": "Plan", "pulsarc": version,
        "inputs": {
            "files": ["a.yaml"], "set": [], "setAgain": [], "release": "pulsar", "namespace": "default",
            "kubeVersion": "1.33", "upgrade": false,
        },
        "choices": {
            "take": [], "forceConflicts": false, "deleteData": [],
            "rollout": {"mode": "auto", "maxParallel": 1, "pauseAfter": null, "rebalance": false},
        },
        "plan": {
            "release": {"name": "pulsar", "namespace": "default"}, "server": "http://127.0.0.1:9/",
            "fingerprint": "00", "versions": {},
        },
    })
}

#[test]
fn a_saved_plan_is_rejected_unless_it_is_of_this_configuration() {
    let folder = project();
    let server = kubeconfig(folder.path(), "http://127.0.0.1:9");
    let version = pulsarc_in(folder.path(), &["version", "--json"]).stdout;
    let version: Value = serde_json::from_str(&version).expect("it is JSON");
    let version = version["version"].as_str().expect("a version").to_owned();
    let apply = |plan: &Value, options: &[&str]| {
        fs::write(folder.path().join("plan.json"), plan.to_string()).expect("a file");
        run(folder.path(), &["apply", "plan.json", "--yes", "--kubeconfig", &server], options)
    };
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut plan = plan(&version);
        change(&mut plan);
        plan
    };
    for (plan, options, status, says) in [
        (plan(&version), vec![], 1, "configuration has changed"),
        (plan("0.0.1"), vec![], 1, "0.0.1"),
        (changed(&|plan| plan["apiVersion"] = json!("pulsarc.dev/v9")), vec![], 1, "make the plan again"),
        (changed(&|plan| plan["plan"] = json!({})), vec![], 1, "not a plan"),
        (changed(&|plan| plan["more"] = json!(1)), vec![], 1, "not a plan"),
        (changed(&|plan| plan["inputs"]["files"] = json!(["none.yaml"])), vec![], 3, "none.yaml"),
        (changed(&|plan| plan["inputs"]["release"] = json!("../a")), vec![], 2, "saved plan"),
        (changed(&|plan| plan["inputs"]["set"] = json!(["nowhere.b=1"])), vec![], 1, "nowhere"),
        (changed(&|plan| plan["inputs"]["setAgain"] = json!(["a.password"])), vec![], 2, "--set a.password"),
        (plan(&version), vec!["--set", "broker.replicaCount=1"], 2, "without --set broker.replicaCount"),
        (plan(&version), vec!["--release", "other"], 2, "pulsarc plan"),
        (plan(&version), vec!["--force-conflicts"], 2, "pulsarc plan"),
    ] {
        let run = apply(&plan, &options);
        assert_eq!(run.status, status, "{plan}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{says}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{says}");
    }
    let as_events = apply(&plan(&version), &["--format", "json"]);
    let event: Value = serde_json::from_str(&as_events.stdout).expect("one event");
    assert_eq!(event["event"], "rejected", "{event}");
}

/// A configuration in JSON is not taken for a plan.
#[test]
fn a_configuration_with_a_kind_is_no_plan() {
    let folder = project();
    fs::write(folder.path().join("plan.json"), "{\"kind\": \"Plan\", \"broker\": {\"replicaCount\": 1}}")
        .expect("a file");
    let run = pulsarc_in(folder.path(), &["apply", "plan.json", "--yes"]);
    assert!(run.stderr.contains("PUL") && !run.stderr.contains("make the plan again"), "{}", run.stderr);
}

#[test]
fn completions_and_manual_have_the_commands() {
    let folder = project();
    assert_eq!(pulsarc_in(folder.path(), &["man", "pages"]).status, 0);
    let completions = pulsarc_in(folder.path(), &["completions", "bash"]).stdout;
    for (command, _) in COMMANDS {
        let page = folder.path().join("pages").join(format!("pulsarc-{}.1", command[0]));
        let text = fs::read_to_string(&page).expect("a page");
        assert!(text.contains("kubeconfig"), "{page:?}");
        assert!(completions.contains(&format!("pulsarc,{})", command[0])), "{}", command[0]);
        let help = pulsarc_in(folder.path(), &[command[0], "--help"]);
        assert!(help.stdout.contains("--context") && help.stdout.contains("Examples:"), "{}", help.stdout);
    }
}
