//! What a configuration imports: looked at before it is read, and told where it is imported.

use pulsarc_tests::{Run, pulsarc_in};
use std::fs;
use std::path::{Path, PathBuf};

/// A project, with a folder outside of it.
struct Project {
    whole: tempfile::TempDir,
}

impl Project {
    fn new() -> Self {
        let project = Self { whole: tempfile::tempdir().expect("a folder") };
        for folder in [project.root().join(".git"), project.below(), project.outside()] {
            fs::create_dir_all(folder).expect("a folder");
        }
        project
    }

    fn root(&self) -> PathBuf {
        self.whole.path().join("project")
    }

    fn below(&self) -> PathBuf {
        self.root().join("below")
    }

    fn outside(&self) -> PathBuf {
        self.whole.path().join("outside")
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.below().join(name), text).expect("a file");
    }

    fn check(&self, text: &str) -> Run {
        self.write("a.ncl", text);
        pulsarc_in(&self.below(), &["check", "a.ncl", "--max-seconds", "300"])
    }
}

#[cfg(unix)]
fn link(target: impl AsRef<Path>, link: impl AsRef<Path>) {
    std::os::unix::fs::symlink(target, link).expect("a link");
}

/// An import of the outside says nothing of what is there: neither what it holds nor whether it is there.
#[test]
#[cfg(unix)]
fn messages_reveal_nothing_outside_the_project() {
    let project = Project::new();
    fs::write(project.outside().join("there.json"), "{\"canary\": 1}").expect("a file");
    fs::write(project.outside().join("there.ncl"), "{ canary = }").expect("a file");
    for name in ["there.json", "there.ncl", "missing.json", "missing.ncl", "missing/missing.ncl"] {
        link(project.outside().join(name), project.below().join("link"));
        let absolute = project.outside().join(name).display().to_string();
        let told: Vec<String> = [format!("../../outside/{name}"), absolute, "link".to_owned()]
            .iter()
            .map(|path| {
                let run = project.check(&format!("{{ broker = import \"{path}\" as 'Json }}"));
                assert_eq!(run.status, 1, "{path}: {}", run.stderr);
                assert!(!run.stderr.contains("canary"), "{}", run.stderr);
                let (message, place) = run.stderr.split_once('\n').expect("lines");
                assert!(place.contains("a.ncl:1:12"), "{}", run.stderr);
                message.to_owned()
            })
            .collect();
        let expected = "error[PUL0022]: this import reaches outside the project";
        assert!(told.iter().all(|told| told == expected), "{name}: {told:#?}");
        fs::remove_file(project.below().join("link")).expect("it is removed");
    }
}

/// What may never end is rejected before it is read, and so not by the limit of time.
#[test]
#[cfg(unix)]
fn a_non_regular_file_is_rejected_before_it_is_read() {
    let project = Project::new();
    let pipe = project.below().join("pipe.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|made| made.success()), "a pipe");
    fs::create_dir(project.below().join("folder.ncl")).expect("a folder");
    let large = fs::File::create(project.below().join("large.txt")).expect("a file");
    large.set_len(1 << 30).expect("a hole");
    project.write("latin.txt", b"a\xe9");
    for (import, status, code, why) in [
        ("pipe.json", 1, "PUL0016", "a pipe or a device"),
        ("folder.ncl", 1, "PUL0016", "it is a directory"),
        ("large.txt", 4, "PUL0018", "exceed 64 MiB"),
        ("latin.txt", 1, "PUL0001", "byte 2 is not UTF-8"),
        ("/dev/zero", 1, "PUL0022", "outside the project"),
    ] {
        let run = project.check(&format!("{{\n  clusterName = import \"{import}\" as 'Text,\n}}"));
        assert_eq!(run.status, status, "{import}: {}", run.stderr);
        assert!(run.stderr.contains(code) && run.stderr.contains(why), "{import}: {}", run.stderr);
        assert!(run.stderr.contains("a.ncl:2:17"), "{import}: {}", run.stderr);
    }
}

/// The same holds for what an imported file imports, and the finding is at its place in that.
#[test]
fn imports_of_imports_are_looked_at_too() {
    let project = Project::new();
    project.write("b.ncl", "{\n  broker = import \"../../outside/no.json\",\n}");
    let run = project.check("import \"b.ncl\"");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("PUL0022") && run.stderr.contains("b.ncl:2:12"), "{}", run.stderr);

    project.write("b.ncl", "{ broker = import \"c.ncl\" }");
    project.write("c.ncl", "# back to the first\n(import \"a.ncl\").broker");
    let run = project.check("import \"b.ncl\"");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("leads back to its own file"), "{}", run.stderr);
    assert!(run.stderr.contains("c.ncl:2:2"), "{}", run.stderr);

    let run = project.check("{ a = import \"a.ncl\" }");
    assert!(
        run.stderr.contains("leads back to its own file") && run.stderr.contains("a.ncl:1:7"),
        "{}",
        run.stderr
    );
}

/// A file that two import is not a cycle.
#[test]
fn one_file_may_be_imported_twice() {
    let project = Project::new();
    project.write("sizes.ncl", "{ few = 3 }");
    project.write("b.ncl", "{ broker.replicaCount = (import \"sizes.ncl\").few }");
    let run = project.check("(import \"b.ncl\") & { proxy.replicaCount = (import \"sizes.ncl\").few }");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

/// What asks too much of its reader is reported in the imported file.
#[test]
fn imports_have_the_limits_of_inputs() {
    let project = Project::new();
    let bomb: String = (1..12)
        .map(|at| format!("a{at}: &a{at} [{}]\n", vec![format!("*a{}", at - 1); 9].join(", ")))
        .collect();
    for (name, text, place) in [
        ("deep.ncl", format!("{{ a = {}1{} }}", "[".repeat(600), "]".repeat(600)), "deep.ncl:1:"),
        ("deep.json", format!("{{\"a\":\n{}{} }}", "[".repeat(10_000), "]".repeat(10_000)), "deep.json:2:"),
        ("long.ncl", "{\n a = 1e1000000000 }".to_owned(), "long.ncl:2:6"),
        ("long.json", "{\"a\":\n 1e1000000000 }".to_owned(), "long.json:2:2"),
        ("bomb.yaml", format!("a0: &a0 [1, 2]\n{bomb}"), "bomb.yaml:7:"),
    ] {
        project.write(name, text);
        let run = project.check(&format!("{{ broker.configData = import \"{name}\" }}"));
        assert_eq!(run.status, 4, "{name}: {}", run.stderr);
        assert!(
            run.stderr.contains("error[PUL0018]") && run.stderr.contains(place),
            "{name}: {}",
            run.stderr
        );
    }
    // To YAML, what is larger than any number is a text.
    project.write("fine.yaml", "commit: \"12e4567890\"\nother: 12e4567890\n");
    let run = project.check("{ broker.configData = import \"fine.yaml\" }");
    assert_eq!(run.status, 0, "{}", run.stderr);
}

/// A project's own files, pulsarc's library and its copy in the project are imported as before.
#[test]
#[cfg(unix)]
fn files_inside_the_project_are_imported() {
    let project = Project::new();
    project.write("b.yaml", "\u{feff}replicaCount: 4\r\n");
    project.write("name.txt", "metrics");
    link(project.below().join("b.yaml"), project.root().join("inside.yaml"));
    let run = project.check(
        "let pulsar = import \"pulsar.ncl\" in\n{\n  broker = import \"../inside.yaml\",\n  proxy = import \"./b.yaml\",\n\
         clusterName = import \"../below/name.txt\",\n} | pulsar.Cluster",
    );
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(pulsarc_in(&project.root(), &["vendor"]).status, 0);
    let run = project.check(
        "let pulsar = import \"../.pulsarc/lib/pulsar.ncl\" in { broker.replicaCount = 4 } | pulsar.Cluster",
    );
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

/// Whatever stands before an import, Nickel opens no file that was not read for it: the words before it come in every
/// combination that ends a text, a comment or a number elsewhere than it seems.
#[test]
#[cfg(unix)]
fn no_import_escapes() {
    let project = Project::new();
    fs::write(project.outside().join("canary.txt"), "canary").expect("a file");
    let outside = project.outside().join("canary.txt").display().to_string();
    link(project.outside().join("canary.txt"), project.below().join("link.txt"));
    link(project.outside(), project.below().join("folder"));
    let before = [
        "",
        "let _ = x1e999-s%\"a \" b\"% in ",
        "let _ = x1E999-s%%\"a \"% b\"%% in ",
        "let _ = m%\"1e999 %{\"\\\"\"} \"% in ",
        "let _ = \"1e999 %{m%\"\"%} \\\" \" in ",
        "let _ = 'x1e999 in ",
        "let x1e1000000000 = 1 in ",
        "let _ = {\"1e999\" = 1} in ",
        "# 1e999 \"\n",
        "let _ = '\"1e999 \\\"\" in ",
    ];
    let around: [(&str, &str); 7] = [
        ("", ""),
        ("(", ")"),
        ("\"%{", "}\""),
        ("m%\"%{", "}\"%"),
        ("(let { a ? (", ") } = {} in a)"),
        ("({} |> match { { a ? (", "), .. } => a })"),
        ("(fun _ => ", ") 1"),
    ];
    let paths =
        [outside.as_str(), "../../outside/canary.txt", "link.txt", "folder/canary.txt", "/proc/self/environ"];
    let forms =
        ["import \"PATH\" as 'Text", "import \"PATH\" as '\"Text\"", "import # why\n \"PATH\"\n as 'Text"];
    let mut tried = 0;
    for (at, before) in before.iter().enumerate() {
        for (next, (open, close)) in around.iter().enumerate() {
            // Each path and form comes with each beginning and each surrounding.
            let path = paths[(at + next) % paths.len()];
            let escaped: String = path.chars().map(|c| format!("\\u{{{:x}}}", u32::from(c))).collect();
            let path = if next % 2 == 0 { path } else { &escaped };
            let import = forms[(at + 2 * next) % forms.len()].replace("PATH", path);
            let text = format!("{before}{{ broker.configData.leak = {open}{import}{close} }}");
            project.write("a.ncl", &text);
            let run = pulsarc_in(&project.below(), &["build", "a.ncl", "--max-seconds", "300"]);
            assert_eq!(run.status, 1, "{text}: {}", run.stderr);
            assert!(run.stderr.contains("error[PUL0022]"), "{text}: {}", run.stderr);
            assert!(!run.stderr.contains("canary\n") && run.stdout.is_empty(), "{text}: {}", run.stderr);
            tried += 1;
        }
    }
    assert_eq!(tried, 70);
}

/// An import that names no file is reported where it is, and so is one in a format that there is not.
#[test]
fn imports_that_name_no_file_are_rejected() {
    let project = Project::new();
    for (text, code) in [
        ("{ a = import pulsar }", "PUL0064"),
        ("{ a = import \"a.txt\" as 'Nix }", "PUL0001"),
        ("{ a = import \"\" }", "PUL0016"),
        ("{ a = import \".\" }", "PUL0016"),
    ] {
        let run = project.check(text);
        assert_eq!(run.status, 1, "{text}: {}", run.stderr);
        assert!(run.stderr.contains(code) && run.stderr.contains("a.ncl:1:7"), "{text}: {}", run.stderr);
    }
}

/// One text has one meaning: as an input, and imported by a Nickel file.
#[test]
fn imported_data_means_the_same_as_an_input() {
    let project = Project::new();
    let texts = [
        (
            "a.yaml",
            "a: 0755\nb: yes\nc: off\nd: 1_000\ne: &e {f: 1}\ng: {<<: *e, h: 2}\ni: 0x1F\nj: 'on'\nk: 1000.0\n",
        ),
        ("b.yaml", "a: -0.0\nb: 1e18\nc: 0.30000000000000004\nd: 017\ne: 12e4567890\nf: 2001-01-01\ng: ~\n"),
        ("c.json", "{\"a\": 1e3, \"b\": \"\\ud83d\\ude00\", \"c\": 256.0, \"d\": null, \"e\": -0.0}"),
    ];
    let long = format!("{{\"{}\": 1}}", "k".repeat(2_000));
    for (name, text) in texts.into_iter().chain([("d.json", long.as_str())]) {
        let data = if name.ends_with("json") { text.to_owned() } else { text.replace('\n', "\n    ") };
        project.write("values.yaml", format!("victoria-metrics-k8s-stack:\n  x:\n    {data}\n"));
        if name.ends_with("json") {
            let whole = format!("{{\"victoria-metrics-k8s-stack\": {{\"x\": {text}}}}}");
            project.write("values.json", whole);
        }
        project.write(name, text);
        project.write("a.ncl", format!("{{ victoria-metrics-k8s-stack.x = import \"{name}\" }}"));
        let input = if name.ends_with("json") { "values.json" } else { "values.yaml" };
        let exported = |file: &str| {
            let run = pulsarc_in(&project.below(), &["export", file, "--verify"]);
            assert_eq!(run.status, 0, "{file} of {name}: {}", run.stderr);
            let whole: serde_json::Value = serde_json::from_str(&run.stdout).expect("it is JSON");
            whole["victoria-metrics-k8s-stack"]["x"].clone()
        };
        let (one, other) = (exported(input), exported("a.ncl"));
        assert!(one.is_object(), "{name}: {one}");
        assert_eq!(one, other, "{name}");
    }
}

/// A number that would lose digits is reported on every path, at its place.
#[test]
fn no_path_loses_digits() {
    let project = Project::new();
    for number in ["12345678901234567890", "0.12345678901234567890", "123456789012345678901234567890"] {
        let written = [
            ("a.yaml", format!("broker: {{configData: {{a: {number}}}}}"), "a.yaml"),
            ("a.json", format!("{{\"broker\": {{\"configData\": {{\"a\": {number}}}}}}}"), "a.json"),
            ("a.ncl", format!("{{ broker.configData.a = {number} }}"), "a.ncl"),
            ("b.ncl", "{ broker = import \"b.yaml\" }".to_owned(), "b.yaml"),
            ("c.ncl", "import \"a.ncl\"".to_owned(), "a.ncl"),
        ];
        project.write("b.yaml", format!("configData: {{a: {number}}}"));
        for (name, text, place) in written {
            project.write(name, text);
            let run = pulsarc_in(&project.below(), &["check", name]);
            assert_eq!(run.status, 1, "{name}: {}", run.stderr);
            assert!(
                run.stderr.contains("error[PUL0005]") && run.stderr.contains(place),
                "{name}: {}",
                run.stderr
            );
        }
    }
}

/// A finding in imported data is at its place in that, through an alias too.
#[test]
fn findings_in_imported_data_have_places() {
    let project = Project::new();
    project.write("a.yaml", "x: &x many\nreplicaCount: *x\n");
    let run = project.check("{ broker = import \"a.yaml\", zookeeper.replicaCount = \"few\" }");
    assert!(run.stderr.contains("a.yaml:1:") && run.stderr.contains("few"), "{}", run.stderr);
    assert!(!run.stderr.contains("PUL0099"), "{}", run.stderr);
    project.write("b.toml", "replicaCount = inf\n");
    let run = project.check("{ broker = import \"b.toml\" }");
    assert!(run.stderr.contains("PUL0005") && run.stderr.contains("b.toml:1:16"), "{}", run.stderr);
    project.write("c.toml", "[configData]\nwhen = 2001-01-01\nhalf = 5e-1\nmany = 1_000\n");
    let run = project.check("{ broker = import \"c.toml\" }");
    let only_plugins_read_them = run.stderr.matches("warning[PUL0801]").count() == 3;
    assert!(run.status == 0 && only_plugins_read_them && !run.stderr.contains("error["), "{}", run.stderr);
}
