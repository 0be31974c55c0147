//! Configurations that would hang, kill or flood: each ends with an error, in time.

use pulsarc_tests::{Run, binary, pulsarc_in, pulsarc_with};
use std::fs;
use std::path::Path;
use std::process::Command;

fn check(folder: &Path, name: &str, text: &[u8], options: &[&str]) -> Run {
    fs::write(folder.join(name), text).expect("a file");
    // What is not about time has enough of it, however busy the machine is.
    let patient = if options.contains(&"--max-seconds") { &[][..] } else { &["--max-seconds", "300"] };
    pulsarc_in(folder, &[&["check", name], options, patient].concat())
}

/// What never ends, or takes all memory: exit status 4, and the limit's option.
#[test]
fn expensive_input_ends_at_its_limit() {
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

/// What takes too long is reported with the key that is being evaluated, in the form that was asked for.
#[test]
fn a_limit_is_reported_at_its_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let text =
        "{\n  broker.replicaCount = 3,\n  proxy.configData.slow = (let rec f = fun x => f x in f 0),\n}";
    let options = ["--max-seconds", "1", "--format", "json"];
    let run = check(folder.path(), "slow.ncl", text.as_bytes(), &options);
    assert_eq!(run.status, 4, "{}", run.stderr);
    let told: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    let found = &told["diagnostics"][0];
    assert_eq!(found["code"], "PUL0021", "{told}");
    assert_eq!((&found["file"], &found["line"]), (&"slow.ncl".into(), &3.into()), "{told}");
    assert_eq!(found["path"], "proxy.configData.slow", "{told}");

    let text = "let rec f = fun x => f x in\n{ broker.replicaCount = 3 } & f 0";
    let run = check(folder.path(), "slow.ncl", text.as_bytes(), &["--max-seconds", "1"]);
    assert_eq!(run.status, 4, "{}", run.stderr);
    assert!(run.stderr.contains("slow.ncl:1:1"), "{}", run.stderr);
}

/// What asks for more than there is in one step, or nests beyond any stack: an error, and no signal.
#[test]
fn fatal_input_is_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    for (column, text) in [
        (3, "{ clusterName = std.string.from_number (std.number.pow 2 1000000000000) }"),
        (10, "{ broker.replicaCount = std.string.to_number \"1e100000000000\" }"),
        (10, "{ broker.replicaCount = %pow% 2 1000000000000 }"),
        (
            21,
            "{ broker.configData.a = let rec f = fun x a => if x == 0 then a else f (x - 1) [a] in f 2500000 [] }",
        ),
    ] {
        let run = check(folder.path(), "hostile.ncl", text.as_bytes(), &["--max-seconds", "60"]);
        assert_eq!(run.status, 4, "{text}: {}", run.stderr);
        assert!(run.stderr.starts_with("error[PUL0021]: "), "{text}: {}", run.stderr);
        assert!(run.stderr.contains(&format!("hostile.ncl:1:{column}\n")), "{text}: {}", run.stderr);
        assert!(!run.stderr.contains("backtrace"), "{}", run.stderr);
    }
}

/// What asks for more in one step than there is ends a process before its memory can be looked at.
#[test]
fn a_fatal_evaluation_is_reported_at_its_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let killer =
        "{\n  clusterName = \"a\",\n  broker.replicaCount = std.string.to_number \"1e100000000000\",\n}\n";
    fs::create_dir_all(folder.path().join("fleet/a")).expect("a folder");
    fs::write(folder.path().join("fleet/a/cluster.ncl"), killer).expect("a file");
    fs::write(folder.path().join("fleet/z.yaml"), "{}\n").expect("a file");
    for (input, place) in [
        ("fleet/a/cluster.ncl", "fleet/a/cluster.ncl:3:10"),
        ("- < fleet/a/cluster.ncl", "<stdin>:3:10"),
        ("--fleet fleet", "fleet/a/cluster.ncl:3:10"),
    ] {
        let script = format!("ulimit -v 4000000; {} check --max-memory 1000000 {input}", binary().display());
        let run =
            Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().expect("it starts");
        let told = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(4), "{told}");
        assert!(
            told.starts_with("error[PUL0021]: this evaluation exceeds the available memory or stack"),
            "{told}"
        );
        assert!(told.contains(place) && !told.contains("allocation"), "{told}");
        assert!(!input.contains("fleet fleet") || told.contains("1 of 2 clusters checked"), "{told}");
    }
}

/// A second process is a means, and changes nothing of what is read or told.
#[test]
fn computed_files_read_and_report_like_literal_ones() {
    let text =
        "let three = (fun x => x) 3 in { broker.replicaCount = three, proxy.replicaCount = 0 - three }";
    let run = pulsarc_with(Path::new("."), &["check", "-"], text);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("<stdin>:1:") && run.stderr.contains("PUL0005"), "{}", run.stderr);
    let run = pulsarc_with(Path::new("."), &["build", "-"], &text.replace("0 - three", "three"));
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("kind: StatefulSet"));
    let run = pulsarc_with(Path::new("."), &["check", "--color", "always", "-"], text);
    assert!(run.stderr.contains("\u{1b}["), "{}", run.stderr);
}

/// Numbers that take a gigabyte to be read, and comments that take the stack: rejected at their place, before that.
#[test]
fn overlong_tokens_are_reported_at_their_place() {
    let folder = tempfile::tempdir().expect("a folder");
    for (text, place) in [
        ("{\n  broker.replicaCount = 1e1000000000,\n}".to_owned(), "a.ncl:2:25"),
        (format!("{{\n  broker.replicaCount = {},\n}}", "9".repeat(1_000)), "a.ncl:2:25"),
        (format!("{}{{}}", "#\n".repeat(10_000_000)), "a.ncl:100001:1"),
    ] {
        let run = check(folder.path(), "a.ncl", text.as_bytes(), &[]);
        assert_eq!(run.status, 4, "{}", run.stderr);
        assert!(run.stderr.contains("error[PUL0018]") && run.stderr.contains(place), "{}", run.stderr);
    }
    let run = check(folder.path(), "a.yaml", b"broker:\n  replicaCount: 1e1000000000\n", &[]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("a.yaml:2:17"), "{}", run.stderr);
}

/// A bracket in a text or a comment nests nothing.
#[test]
fn brackets_in_texts_do_not_nest() {
    let folder = tempfile::tempdir().expect("a folder");
    let signs = "[{(".repeat(3_000);
    let text =
        format!("# {signs}\n{{ broker.configData.a = \"{signs}\", broker.configData.b = m%\"{signs}\"% }}");
    let run = check(folder.path(), "a.ncl", text.as_bytes(), &[]);
    assert!(!run.stderr.contains("PUL0018"), "{}", run.stderr);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

/// Aliases that repeat each other: told at the alias, with an option that raises the limit.
#[test]
fn aliases_are_counted_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = |to: usize| {
        let line = |at: usize| format!("  a{at}: &a{at} [{}]\n", vec![format!("*a{}", at - 1); 9].join(", "));
        format!("x-bomb:\n  a0: &a0 [1, 2]\n{}", (1..to).map(line).collect::<String>())
    };
    let run = check(folder.path(), "bomb.yaml", lines(30).as_bytes(), &[]);
    assert_eq!(run.status, 4, "{}", run.stderr);
    assert!(run.stderr.contains("`*a5`") && run.stderr.contains("bomb.yaml:8:"), "{}", run.stderr);
    assert!(run.stderr.contains("--max-values"), "{}", run.stderr);
    let text = lines(4);
    let run = check(folder.path(), "bomb.yaml", text.as_bytes(), &["--max-values", "1000"]);
    assert_eq!(run.status, 4, "{}", run.stderr);
    let run = check(folder.path(), "bomb.yaml", text.as_bytes(), &["--max-values", "100000"]);
    assert!(!run.stderr.contains("PUL0018"), "{}", run.stderr);
}

/// What nests deeper than a stack: an error at its line.
#[test]
fn deep_nesting_is_reported() {
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
        let status = if run.stderr.contains("PUL0018") { 4 } else { 1 };
        assert_eq!(run.status, status, "{name}: {}", &run.stderr[..run.stderr.len().min(300)]);
        assert!(run.stderr.contains("error[PUL"), "{name}");
    }
}

/// Just below those limits everything is evaluated, or told by the evaluation itself.
#[test]
fn shallow_nesting_is_evaluated() {
    let folder = tempfile::tempdir().expect("a folder");
    let chain = format!("{{ clusterName = {} }}", vec!["\"\""; 24_000].join(" ++ "));
    assert_eq!(check(folder.path(), "a.ncl", chain.as_bytes(), &[]).status, 0);
    let bangs = format!("{{ namespaceCreate = {}true }}", "!".repeat(40_000));
    assert_eq!(check(folder.path(), "a.ncl", bangs.as_bytes(), &[]).status, 0);
    let funs = format!("{{ broker.replicaCount = let f = {}3 in 3 }}", "fun x => ".repeat(20_000));
    assert_eq!(check(folder.path(), "a.ncl", funs.as_bytes(), &[]).status, 0);
}

#[test]
fn limits_are_raised_by_their_options() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    let object = |spec: &str| format!("{{apiVersion: a/v1, kind: X, metadata: {{name: a}}, spec: {spec}}}");
    let deep = object(&format!("{}1{}", "[".repeat(400), "]".repeat(400)));
    let long = object(&"x".repeat(3 << 20));
    for (name, text, limit, passed, raised) in [
        ("deep.yaml", format!("extraDeploy: [{deep}]\n"), "--max-depth", "200", "500"),
        (
            "deep.ncl",
            format!(
                "{{ extraDeploy = [{}] }}\n",
                deep.replace(": ", " = ")
                    .replace("a/v1", "\"a/v1\"")
                    .replace("= X", "= \"X\"")
                    .replace("= a}", "= \"a\"}")
            ),
            "--max-depth",
            "200",
            "500",
        ),
        ("comment.yaml", format!("#{}\n", "x".repeat(3 << 20)), "--max-input", "2", "4"),
        ("long.yaml", format!("extraDeploy: [{long}]\n"), "--max-output", "2", "4"),
    ] {
        fs::write(path.join(name), text).expect("a file");
        let out = format!("{name}.d");
        let run = |limits: &[&str]| {
            let arguments: Vec<&str> = ["build", name, "-o", &out].iter().chain(limits).copied().collect();
            pulsarc_in(path, &arguments)
        };
        let stopped = run(&[limit, passed]);
        assert_eq!(stopped.status, 4, "{name}: {}", stopped.stderr);
        assert!(stopped.stderr.contains(limit), "{name}: {}", stopped.stderr);
        assert!(!path.join(&out).exists(), "{name}");
        let built = run(&[limit, raised]);
        assert_eq!(built.status, 0, "{name}: {}", built.stderr);
    }
}

#[test]
fn a_byte_order_mark_and_crlf_have_no_effect() {
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
fn non_text_and_non_files_are_rejected() {
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
        assert!(run.stderr.contains("NUL") || run.stderr.contains("is not UTF-8"), "{}", run.stderr);
    }
    #[cfg(unix)]
    for (name, target) in [("zero.yaml", "/dev/zero"), ("null.ncl", "/dev/null")] {
        std::os::unix::fs::symlink(target, folder.path().join(name)).expect("a link");
        let run = pulsarc_in(folder.path(), &["check", name]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("a pipe or a device"), "{}", run.stderr);
    }
    let pipe = folder.path().join("pipe.yaml");
    if Command::new("mkfifo").arg(&pipe).status().is_ok_and(|made| made.success()) {
        assert_eq!(pulsarc_in(folder.path(), &["check", "pipe.yaml"]).status, 2);
        fs::rename(&pipe, folder.path().join("63")).expect("it is renamed");
        let run = pulsarc_in(folder.path(), &["check", "63"]);
        assert_eq!(run.status, 2, "{}", run.stderr);
        assert!(run.stderr.contains("a pipe or a device"), "{}", run.stderr);
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
