//! Configurations that would hang, kill or flood: each ends with an error, in time.

use pulsarc_tests::{Run, pulsarc_in};
use std::fs;
use std::path::Path;

fn check(folder: &Path, name: &str, text: &[u8], options: &[&str]) -> Run {
    fs::write(folder.join(name), text).expect("a file");
    pulsarc_in(folder, &[&["check", name], options].concat())
}

/// What never ends, or takes all memory: exit status 4, and the limit's option.
#[test]
fn what_takes_too_much_ends_at_its_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let limits = ["--max-seconds", "2", "--max-memory", "256"];
    for (text, option) in [
        ("{ broker.replicaCount = (let rec f = fun x => f x in f 0) }", "--max-"),
        (
            "{ clusterName = std.array.fold_left (fun a _ => a ++ a) \"a\" (std.array.range 0 60) }",
            "--max-memory",
        ),
        ("{ broker.replicaCount = std.array.length (std.array.generate (fun x => x) 300000000) }", "--max-"),
        ("{ broker.replicaCount = std.number.pow 10 100000000 }", "--max-"),
        ("{ broker.replicaCount = 1e1000000000 }", "--max-"),
    ] {
        let run = check(folder.path(), "hostile.ncl", text.as_bytes(), &limits);
        assert_eq!(run.status, 4, "{text}: {}", run.stderr);
        assert!(
            run.stderr.starts_with("error[PUL0021]: ") && run.stderr.contains("hostile.ncl"),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains(option), "{text}: {}", run.stderr);
    }
}

/// What nests deeper than a stack: an error at its line.
#[test]
fn what_nests_too_deep_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let nested =
        |open: &str, close: &str| format!("{{ a = {}1{} }}", open.repeat(100_000), close.repeat(100_000));
    let chain = format!("{{ clusterName = {} }}", vec!["\"a\""; 50_001].join(" ++ "));
    for (name, text) in [
        ("a.ncl", nested("[", "]")),
        ("a.ncl", nested("{a=", "}")),
        ("a.ncl", nested("(", ")")),
        ("a.ncl", nested("!", "")),
        ("a.ncl", chain),
        ("a.yaml", format!("a: {}{}", "[".repeat(10_000), "]".repeat(10_000))),
        ("a.json", format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000))),
    ] {
        let run = check(folder.path(), name, text.as_bytes(), &[]);
        assert_eq!(run.status, 1, "{name}: {}", &run.stderr[..run.stderr.len().min(300)]);
        assert!(run.stderr.contains("error[PUL"), "{name}");
    }
}

/// Just below those limits everything is evaluated, or told by the evaluation itself.
#[test]
fn what_nests_less_deep_is_evaluated() {
    let folder = tempfile::tempdir().expect("a folder");
    let chain = format!("{{ clusterName = {} }}", vec!["\"\""; 24_000].join(" ++ "));
    assert_eq!(check(folder.path(), "a.ncl", chain.as_bytes(), &[]).status, 0);
    let bangs = format!("{{ namespaceCreate = {}true }}", "!".repeat(40_000));
    assert_eq!(check(folder.path(), "a.ncl", bangs.as_bytes(), &[]).status, 0);
    let funs = format!("{{ broker.replicaCount = let f = {}3 in 3 }}", "fun x => ".repeat(20_000));
    assert_eq!(check(folder.path(), "a.ncl", funs.as_bytes(), &[]).status, 0);
}

#[test]
fn a_mark_of_the_encoding_and_windows_lines_say_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("a.ncl", "\u{feff}{\r\n  broker.replicaCount = 4,\r\n}\r\n"),
        ("a.yaml", "\u{feff}broker:\r\n  replicaCount: 4\r\n"),
        ("a.json", "\u{feff}{\"broker\": {\"replicaCount\": 4}}"),
    ] {
        let run = check(folder.path(), name, text.as_bytes(), &[]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{name}");
        let wrong = text.replace("replicaCount", "replicas");
        let told = check(folder.path(), name, wrong.as_bytes(), &[]);
        let line = if name == "a.json" {
            "a.json:1:13"
        } else if name == "a.ncl" {
            "a.ncl:2:10"
        } else {
            "a.yaml:2:3"
        };
        assert!(told.stderr.contains(line), "{name}: {}", told.stderr);
    }
}

#[test]
fn what_is_no_text_or_no_file_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in
        [("a.ncl", &b"{ broker\0 = 1 }"[..]), ("a.yaml", b"a: \xff\n"), ("a.yaml", b"a: \0\n")]
    {
        let run = check(folder.path(), name, text, &[]);
        assert_eq!(run.status, 1, "{name}: {}", run.stderr);
        assert!(
            run.stderr.contains("error[PUL") && run.stderr.contains(&format!("{name}:1:")),
            "{}",
            run.stderr
        );
    }
    #[cfg(unix)]
    for (name, target) in [("zero.yaml", "/dev/zero"), ("null.ncl", "/dev/null")] {
        std::os::unix::fs::symlink(target, folder.path().join(name)).expect("a link");
        let run = pulsarc_in(folder.path(), &["check", name]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("a pipe or a device"), "{}", run.stderr);
    }
    let pipe = folder.path().join("pipe.yaml");
    if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|made| made.success()) {
        assert_eq!(pulsarc_in(folder.path(), &["check", "pipe.yaml"]).status, 2);
    }
    let large = fs::File::create(folder.path().join("large.yaml")).expect("a file");
    large.set_len(1 << 30).expect("a hole");
    let run = pulsarc_in(folder.path(), &["check", "large.yaml"]);
    assert_eq!(run.status, 4, "{}", run.stderr);
}

/// A line that no terminal can show is named instead of drawn.
#[test]
fn a_line_without_an_end_is_not_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = format!("{{\"broker\": {{\"a\": \"{}\", \"replicas\": 3}}}}", "x".repeat(10_000_000));
    let run = check(folder.path(), "a.json", text.as_bytes(), &[]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.len() < 2_000, "{} bytes", run.stderr.len());
    assert!(run.stderr.contains("a.json:1:10000022, in a very long line"), "{}", run.stderr);
}

#[test]
fn an_import_stays_within_the_project() {
    let whole = tempfile::tempdir().expect("a folder");
    let (project, outside) = (whole.path().join("project"), whole.path().join("outside"));
    for folder in [&project.join(".pulsarc"), &project.join("below"), &outside] {
        fs::create_dir_all(folder).expect("a folder");
    }
    fs::write(outside.join("secret.json"), "{\"broker\": {\"canary\": 1}}").expect("a file");
    fs::write(outside.join("broken.ncl"), "{ canary = }").expect("a file");
    fs::write(project.join("base.ncl"), "{ broker.replicaCount = 4 }").expect("a file");
    std::os::unix::fs::symlink(outside.join("secret.json"), project.join("link.json")).expect("a link");
    let absolute = outside.join("secret.json").display().to_string();
    for import in ["../../outside/secret.json", "../link.json", &absolute, "../../outside/broken.ncl"] {
        let text = format!("import \"{import}\"");
        let run = check(&project.join("below"), "a.ncl", text.as_bytes(), &[]);
        assert_eq!(run.status, 1, "{import}: {}", run.stderr);
        assert!(run.stderr.contains("error[PUL0022]") && run.stderr.contains("a.ncl:1:1"), "{}", run.stderr);
        assert!(!run.stderr.contains("canary"), "{}", run.stderr);
    }
    let run = check(&project.join("below"), "a.ncl", b"import \"../base.ncl\"", &[]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let allowed = outside.display().to_string();
    let text = b"import \"../../outside/secret.json\"";
    let run = check(&project.join("below"), "a.ncl", text, &["--allow-import", &allowed]);
    assert!(run.stderr.contains("canary") && !run.stderr.contains("PUL0022"), "{}", run.stderr);
}
