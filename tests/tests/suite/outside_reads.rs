//! Paths that are written in files: nothing outside of the project is read, and nobody learns whether it exists. A path on
//! the command line is the user's own.

use pulsarc_tests::{Run, pulsarc_in, pulsarc_with};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// A project, a file beside it whose lines nobody may see, and a path to nothing.
fn outside() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), "secret.yaml", "canary: {line-of-the-outside: 1}\n");
    put(folder.path(), "secret.ncl", "{ canary = \"line-of-the-outside\" }\n");
    put(folder.path(), "secret_test.ncl", "{ canary = \"line-of-the-outside\" }\n");
    put(folder.path(), "project/.git/config", "");
    put(folder.path(), "project/own.yaml", "{}\n");
    folder
}

/// What was reported, with the name of the file that is there made that of the one that is not.
fn told(run: &Run) -> String {
    assert_ne!(run.status, 0, "{}", run.stdout);
    let text = run.stdout.clone() + &run.stderr;
    assert!(!text.contains("canary") && !text.contains("line-of-the-outside"), "{text}");
    // The time that a run of tests takes is not about any file.
    text.replace("secret", "absent")
}

/// A command over a project that names a file of the outside, by what it names.
type Case = (&'static str, fn(&Path, &str) -> Run);

const CASES: [Case; 9] = [
    ("yaml", |project, path| {
        put(project, "a_test.ncl", &format!("{{ a = {{ inputs = [\"{path}\"] }} }}\n"));
        pulsarc_in(project, &["test"])
    }),
    ("ncl", |project, path| {
        put(
            project,
            "tests/a_test.ncl",
            &format!("{{ a = {{ inputs = [\"../own.yaml\", \"{path}\"] }} }}\n"),
        );
        pulsarc_in(project, &["test", "--path", "tests/a_test.ncl", "--format", "junit"])
    }),
    ("_test.ncl", |project, path| {
        link(path, project, "tests/x_test.ncl");
        pulsarc_in(project, &["test"])
    }),
    ("yaml", |project, path| {
        link(path, project, "fleet/x/values.yaml");
        pulsarc_in(project, &["check", "--fleet", "fleet", "--no-cache"])
    }),
    ("ncl", |project, path| {
        link(path, project, "fleet/x.ncl");
        pulsarc_in(project, &["build", "--fleet", "fleet", "--no-cache", "-o", "out"])
    }),
    ("yaml", |project, path| {
        put(project, "fleet.ncl", &format!("{{ base = \"{path}\", environments = {{ dev = {{}} }} }}\n"));
        pulsarc_in(project, &["export", "--fleet", "fleet.ncl", "--no-cache"])
    }),
    ("yaml", |project, path| {
        link(path, project, "layer.yaml");
        put(project, "fleet.ncl", "{ base = \"layer.yaml\", environments = { dev = {} } }\n");
        pulsarc_in(project, &["check", "--fleet", "fleet.ncl", "--no-cache"])
    }),
    ("yaml", |project, path| {
        let function = format!(
            "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nfunctionConfig:\n  apiVersion: pulsarc.dev/v1alpha1\n  kind: Pulsar\n  metadata: {{name: a}}\n  spec: {{files: [\"{path}\"]}}\nitems: []\n"
        );
        pulsarc_with(project, &["krm"], &function)
    }),
    ("yaml", |project, path| {
        put(project, "manifests/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
        link(path, project, "manifests/b.yaml");
        pulsarc_in(project, &["diff", "manifests", "own.yaml"])
    }),
];

fn link(path: &str, project: &Path, name: &str) {
    let link = project.join(name);
    fs::create_dir_all(link.parent().expect("a parent")).expect("a folder");
    symlink(path, link).expect("a link");
}

#[test]
fn a_path_in_a_file_reveals_nothing_outside_the_project() {
    for (number, (ending, case)) in CASES.iter().enumerate() {
        let ending = if ending.starts_with('_') { (*ending).to_owned() } else { format!(".{ending}") };
        let answers = ["secret", "absent"].map(|name| {
            let folder = outside();
            let base = folder.path().canonicalize().expect("it is there");
            let path = base.join(format!("{name}{ending}"));
            let answer = told(&case(&base.join("project"), &path.display().to_string()));
            answer.replace(&base.display().to_string(), "BASE")
        });
        let stable = |text: &str| {
            let lines = text.lines().map(|line| line.split(" time=\"").next().unwrap_or_default().to_owned());
            lines.collect::<Vec<_>>()
        };
        assert_eq!(stable(&answers[0]), stable(&answers[1]), "case {number}");
    }
}

#[test]
fn a_link_within_the_project_is_followed_and_an_allowed_folder_is_read() {
    let folder = outside();
    let project = folder.path().join("project");
    link("../own.yaml", &project, "shared/values.yaml");
    link("../../own.yaml", &project, "fleet/x/values.yaml");
    let run = pulsarc_in(&project, &["check", "--fleet", "fleet", "--no-cache"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    put(folder.path(), "allowed/base.yaml", "{}\n");
    let base = folder.path().join("allowed/base.yaml");
    link(&base.display().to_string(), &project, "fleet/y/values.yaml");
    put(&project, "a_test.ncl", &format!("{{ a = {{ inputs = [\"{}\"] }} }}\n", base.display()));
    let allowed = folder.path().join("allowed").display().to_string();
    for command in [&["check", "--fleet", "fleet", "--no-cache"][..], &["test"]] {
        assert_ne!(pulsarc_in(&project, command).status, 0, "{command:?}");
        let run = pulsarc_in(&project, &[command, &["--allow-import", &allowed]].concat());
        assert_eq!(run.status, 0, "{command:?}: {}{}", run.stdout, run.stderr);
    }
    // The user may name any file.
    for path in ["../allowed/base.yaml", &base.display().to_string()] {
        assert_eq!(pulsarc_in(&project, &["check", path]).status, 0, "{path}");
    }
}
