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
fn of_the_outside_nothing_is_told() {
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
        let expected = "error[PUL0022]: this import reaches outside of the project";
        assert!(told.iter().all(|told| told == expected), "{name}: {told:#?}");
        fs::remove_file(project.below().join("link")).expect("it is removed");
    }
}

/// What may never end is refused before it is read, and so not by the limit of time.
#[test]
#[cfg(unix)]
fn what_is_no_file_is_refused_before_it_is_read() {
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
        ("folder.ncl", 1, "PUL0016", "it is a folder"),
        ("large.txt", 4, "PUL0018", "more than 64 MiB"),
        ("latin.txt", 1, "PUL0001", "byte 2 is not UTF-8"),
        ("/dev/zero", 1, "PUL0022", "outside of the project"),
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
    assert!(run.stderr.contains("leads back to a file"), "{}", run.stderr);
    assert!(run.stderr.contains("c.ncl:2:2"), "{}", run.stderr);

    let run = project.check("{ a = import \"a.ncl\" }");
    assert!(
        run.stderr.contains("leads back to a file") && run.stderr.contains("a.ncl:1:7"),
        "{}",
        run.stderr
    );
}

/// A file that two import is no cycle.
#[test]
fn one_file_may_be_imported_twice() {
    let project = Project::new();
    project.write("sizes.ncl", "{ few = 3 }");
    project.write("b.ncl", "{ broker.replicaCount = (import \"sizes.ncl\").few }");
    let run = project.check("(import \"b.ncl\") & { proxy.replicaCount = (import \"sizes.ncl\").few }");
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

/// What asks too much of its reader is told in the imported file.
#[test]
fn what_is_imported_is_bounded_as_inputs_are() {
    let project = Project::new();
    let bomb: String = (1..12)
        .map(|at| format!("a{at}: &a{at} [{}]\n", vec![format!("*a{}", at - 1); 9].join(", ")))
        .collect();
    for (name, text, place) in [
        ("deep.ncl", format!("{{ a = {}1{} }}", "[".repeat(600), "]".repeat(600)), "deep.ncl:1:"),
        ("deep.json", format!("{{\"a\":\n{}{} }}", "[".repeat(10_000), "]".repeat(10_000)), "deep.json:2:"),
        ("long.ncl", "{\n a = 1e1000000000 }".to_owned(), "long.ncl:2:6"),
        ("long.json", "{\"a\":\n 1e1000000000 }".to_owned(), "long.json:2:2"),
        ("long.yaml", "a: x\nb: 12e4567890\n".to_owned(), "long.yaml:2:4"),
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
    project.write("fine.yaml", "commit: \"12e4567890\"\n");
    let run = project.check("{ broker.configData = import \"fine.yaml\" }");
    assert_eq!(run.status, 0, "{}", run.stderr);
}

/// A project's own files, pulsarc's library and its copy in the project are imported as before.
#[test]
#[cfg(unix)]
fn what_is_within_is_imported() {
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
