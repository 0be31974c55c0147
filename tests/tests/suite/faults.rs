//! What goes wrong around a build: the output folder is the old one or the new one, whole.

use pulsarc_tests::{binary, files, pulsarc_in};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What is in a folder: names and bytes, of what is not a build's own the names alone.
fn holds(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    files
        .map(|file| (file.file_name().to_string_lossy().into_owned(), fs::read(file.path()).expect("a file")))
        .collect()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

const OLD: [&str; 6] = ["build", "old.yaml", "-o", "out", "--layout", "objects"];
const NEW: [&str; 6] = ["build", "new.yaml", "-o", "out", "--layout", "components"];

fn inputs() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.yaml"), "{}\n").expect("a file");
    fs::write(folder.path().join("new.yaml"), "broker: {replicaCount: 5}\n").expect("a file");
    fs::create_dir(folder.path().join("out")).expect("a folder");
    fs::write(folder.path().join("out/mine.txt"), "mine").expect("a file");
    folder
}

fn start(folder: &Path, arguments: &[&str]) -> std::process::Child {
    let mut command = Command::new(binary());
    command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("it starts")
}

#[test]
fn a_build_that_is_killed_leaves_the_old_folder_or_the_new_one() {
    let folder = inputs();
    let out = folder.path().join("out");
    let states = [OLD, NEW].map(|arguments| {
        assert_eq!(pulsarc_in(folder.path(), &arguments).status, 0);
        holds(&out)
    });
    let mut killed = 0;
    for round in 0..200_u32 {
        let mut build = start(folder.path(), if round % 2 == 0 { &NEW } else { &OLD });
        // Before the new files are begun nothing is written; from there on, every round waits a little longer.
        while !names(folder.path()).iter().any(|name| name.starts_with(".pulsarc-"))
            && build.try_wait().expect("it runs").is_none()
        {}
        std::thread::sleep(Duration::from_micros(100) * (round % 40));
        let _ = build.kill();
        killed += u32::from(!build.wait().expect("it ends").success());
        let now = holds(&out);
        assert!(states.contains(&now), "round {round}: {:?}", now.keys());
        if round >= 24 && killed > 10 {
            break;
        }
    }
    assert!(killed > 3, "only {killed} were killed");
    assert_eq!(pulsarc_in(folder.path(), &NEW).status, 0);
    assert_eq!(holds(&out), states[1]);
    assert_eq!(names(folder.path()), ["new.yaml", "old.yaml", "out"], "what was staged is gone");
    assert_eq!(fs::read_to_string(out.join("mine.txt")).expect("it stays"), "mine");
}

/// Kills `arguments` at one moment after the other, from when it begins to write, and looks at what is there then.
fn killed_while_it_writes(folder: &Path, arguments: &[&str], mut look: impl FnMut()) {
    let mut killed = 0;
    for round in 0..40_u32 {
        let mut run = start(folder, arguments);
        while !names(folder).iter().any(|name| name.starts_with(".pulsarc-"))
            && run.try_wait().expect("it runs").is_none()
        {}
        std::thread::sleep(Duration::from_micros(50) * (round % 20));
        let _ = run.kill();
        killed += u32::from(!run.wait().expect("it ends").success());
        look();
        for left in names(folder).iter().filter(|name| name.starts_with(".pulsarc-")) {
            fs::remove_dir_all(folder.join(left)).expect("it goes");
        }
    }
    assert!(killed > 3, "only {killed} were killed");
}

#[test]
fn a_killed_init_leaves_a_complete_project_or_none() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(pulsarc_in(folder.path(), &["init", "whole"]).status, 0);
    let whole = files(&folder.path().join("whole"), "").len();
    let project = folder.path().join("project");
    killed_while_it_writes(folder.path(), &["init", "project"], || {
        if project.exists() {
            assert_eq!(files(&project, "").len(), whole);
            fs::remove_dir_all(&project).expect("it goes");
        }
    });
}

#[test]
fn a_copy_of_the_contracts_is_refreshed_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(pulsarc_in(folder.path(), &["vendor"]).status, 0);
    let copy = folder.path().join(".pulsarc");
    let whole = files(&copy, "").len();
    let stale = || {
        for name in ["lib/pulsar.ncl", "contracts/main.ncl"] {
            fs::write(copy.join(name), "{").expect("a file");
        }
    };
    stale();
    killed_while_it_writes(folder.path(), &["vendor"], || {
        assert_eq!(files(&copy, "").len(), whole);
        let is_old = |name: &str| fs::read_to_string(copy.join(name)).expect("a file") == "{";
        assert_eq!(is_old("lib/pulsar.ncl"), is_old("contracts/main.ncl"));
        stale();
    });
    // What a run that was killed has left, the next one removes.
    fs::create_dir_all(folder.path().join(".pulsarc-.pulsarc.next/lib")).expect("a folder");
    fs::write(folder.path().join(".pulsarc-.pulsarc.next/lib/half.ncl"), "{").expect("a file");
    fs::write(copy.join("lib/pulsar.ncl"), "{").expect("a file");
    assert_eq!(pulsarc_in(folder.path(), &["vendor"]).status, 0);
    assert_eq!(names(folder.path()), [".pulsarc"]);
    assert_eq!(files(&copy, "").len(), whole);
}

#[test]
fn builds_into_one_folder_take_turns() {
    let folder = inputs();
    let out = folder.path().join("out");
    let states = [OLD, NEW].map(|arguments| {
        assert_eq!(pulsarc_in(folder.path(), &arguments).status, 0);
        holds(&out)
    });
    let builds: Vec<_> =
        (0..8).map(|at| start(folder.path(), if at % 2 == 0 { &NEW } else { &OLD })).collect();
    for mut build in builds {
        assert!(build.wait().expect("it ends").success());
    }
    assert!(states.contains(&holds(&out)));
    assert_eq!(names(folder.path()), ["new.yaml", "old.yaml", "out"]);
}

#[test]
fn a_folder_that_cannot_be_exchanged_is_completed_by_the_next_build() {
    let folder = inputs();
    let out = folder.path().join("out");
    fs::create_dir(out.join("somebody")).expect("a folder");
    fs::write(out.join("somebody/else.txt"), "x").expect("a file");
    assert_eq!(pulsarc_in(folder.path(), &OLD).status, 0);
    let takes = Duration::from_millis(60);
    for round in 0..10 {
        let mut build = start(folder.path(), if round % 2 == 0 { &NEW } else { &OLD });
        std::thread::sleep(takes + Duration::from_millis(10) * round);
        let _ = build.kill();
        let _ = build.wait();
    }
    assert_eq!(pulsarc_in(folder.path(), &NEW).status, 0);
    let left = names(&out);
    let listed = fs::read_to_string(out.join(".pulsarc-files")).expect("the list");
    let listed: serde_json::Value = serde_json::from_str(&listed).expect("JSON");
    let files = listed["files"].as_array().expect("files").iter().filter_map(serde_json::Value::as_str);
    let mut expected: Vec<&str> = files.chain([".pulsarc-files", "mine.txt", "somebody"]).collect();
    expected.sort_unstable();
    assert_eq!(left, expected);
    assert!(out.join("somebody/else.txt").exists());
}

#[test]
fn one_file_changes_in_its_place() {
    use std::os::unix::fs::MetadataExt;
    let folder = inputs();
    let out = folder.path().join("out");
    assert_eq!(pulsarc_in(folder.path(), &["build", "old.yaml", "-o", "out"]).status, 0);
    let before = fs::metadata(&out).expect("a folder").ino();
    assert_eq!(pulsarc_in(folder.path(), &["build", "new.yaml", "-o", "out"]).status, 0);
    // Who stands in the folder sees the new file.
    assert_eq!(fs::metadata(&out).expect("a folder").ino(), before);
    assert!(fs::read_to_string(out.join("manifests.yaml")).expect("a file").contains("replicas: 5"));
}

#[test]
fn through_a_link_the_target_changes() {
    let folder = inputs();
    fs::rename(folder.path().join("out"), folder.path().join("real")).expect("it moves");
    std::os::unix::fs::symlink("real", folder.path().join("out")).expect("a link");
    assert_eq!(pulsarc_in(folder.path(), &OLD).status, 0);
    assert_eq!(pulsarc_in(folder.path(), &NEW).status, 0);
    assert!(folder.path().join("out").is_symlink());
    assert!(folder.path().join("real/mine.txt").exists());
    assert!(folder.path().join("real/broker.yaml").exists());
}

/// A file system of 160 KiB, in a user namespace.
#[test]
#[cfg(target_os = "linux")]
#[cfg_attr(without_mounts, ignore = "needs a namespace in which a user may mount")]
fn a_full_disk_leaves_the_folder_as_it_was() {
    let folder = inputs();
    let script = format!(
        "mount -t tmpfs -o size=160k tmpfs small || exit 77
         mkdir small/out && echo mine > small/out/mine.txt
         {0} build old.yaml -o small/fresh --layout objects; echo fresh=$?
         {0} init small/project; echo project=$?
         ls -A small; ls -A small/out",
        binary().display()
    );
    fs::create_dir(folder.path().join("small")).expect("a folder");
    let run = Command::new("unshare").args(["-rm", "sh", "-c", &script]).current_dir(folder.path()).output();
    let run = run.expect("unshare runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(String::from_utf8_lossy(&run.stdout), "fresh=3\nproject=3\nout\nmine.txt\n");
}

#[test]
fn an_unwritable_folder_is_reported() {
    let folder = inputs();
    fs::write(folder.path().join("file"), "x").expect("a file");
    let built = pulsarc_in(folder.path(), &["build", "old.yaml", "-o", "file/out"]);
    assert_eq!(built.status, 3);
    assert!(built.stderr.contains("file/out"), "{}", built.stderr);
    assert_eq!(pulsarc_in(folder.path(), &["build", "gone.yaml", "-o", "out"]).status, 3);
    assert_eq!(names(&folder.path().join("out")), ["mine.txt"]);
}

/// A fleet's build that changes nothing still removes what a killed one left.
#[test]
fn an_unchanged_fleet_is_cleaned_of_what_a_killed_build_staged() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("fleet/eu/prod")).expect("a folder");
    fs::write(folder.path().join("fleet/eu/prod/values.yaml"), "{}\n").expect("a file");
    let build = || pulsarc_in(folder.path(), &["build", "--fleet", "fleet", "-o", "out", "--no-cache"]);
    assert_eq!(build().status, 0);
    let out = folder.path().join("out/eu");
    let before = names(&out.join("prod"));
    fs::create_dir(out.join(".pulsarc-prod.next")).expect("a folder");
    fs::write(out.join(".pulsarc-prod.next/manifests.yaml"), "x").expect("a file");
    fs::write(out.join("prod/.pulsarc-000001"), "x").expect("a file");
    let run = build();
    assert!(run.status == 0 && run.stderr.contains("0 written"), "{}", run.stderr);
    assert_eq!((names(&out), names(&out.join("prod"))), (vec!["prod".to_owned()], before));
}
