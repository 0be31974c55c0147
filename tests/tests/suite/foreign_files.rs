//! Files that pulsarc did not write: whatever a command is told to write where, they stay as they are, unless `--force`
//! is given; and nothing is written through a symbolic link below the output folder.

use pulsarc_tests::{Run, pulsarc_in, pulsarc_with};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::{FileTypeExt, MetadataExt, symlink};
use std::path::{Path, PathBuf};

/// Everything below a folder: of a file its bytes, of a link where it leads, of a folder nothing.
fn all(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut below = vec![folder.to_owned()];
    while let Some(next) = below.pop() {
        for entry in fs::read_dir(&next).expect("a folder").flatten() {
            let (path, kind) = (entry.path(), entry.file_type().expect("it has one"));
            let bytes = if kind.is_symlink() {
                fs::read_link(&path).expect("a link").to_string_lossy().into_owned().into_bytes()
            } else if kind.is_dir() {
                below.push(path.clone());
                continue;
            } else {
                fs::read(&path).expect("a file")
            };
            found.insert(path.strip_prefix(folder).expect("below").to_owned(), bytes);
        }
    }
    found
}

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    put(path, "broker.yaml", "broker: {replicaCount: 4}\n");
    put(path, "cluster.ncl", "{ broker.replicaCount = 5 }\n");
    put(path, "fleet/prod/eu/values.yaml", "{}\n");
    put(path, "fleet/us/values.yaml", "{}\n");
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn ok(run: &Run) {
    assert_eq!(run.status, 0, "{}", run.stderr);
}

/// An artifact in a layout, of files with any names.
fn artifact(folder: &Path, files: &[(&str, &str)]) {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, text) in files {
        let mut header = tar::Header::new_gnu();
        header.as_gnu_mut().expect("it is one").name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(tar::EntryType::Regular);
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        tar.append(&header, text.as_bytes()).expect("it is packed");
    }
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(&tar.into_inner().expect("it ends")).expect("it is compressed");
    layout(folder, &gzip.finish().expect("it ends"));
}

/// A layout with one artifact, whose layer has these bytes.
fn layout(folder: &Path, layer: &[u8]) {
    use sha2::{Digest, Sha256};
    let digest =
        |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let manifest = serde_json::json!({
        "schemaVersion": 2,
        "config": {"mediaType": "a", "digest": "a", "size": 0},
        "layers": [{
            "mediaType": "application/vnd.cncf.flux.content.v1.tar+gzip",
            "digest": format!("sha256:{}", digest(layer)),
            "size": layer.len(),
        }],
    })
    .to_string();
    let index = serde_json::json!({
        "schemaVersion": 2,
        "manifests": [{
            "mediaType": "application/vnd.oci.image.manifest.v1+json",
            "digest": format!("sha256:{}", digest(manifest.as_bytes())),
            "size": manifest.len(),
        }],
    });
    let _ = fs::remove_dir_all(folder);
    let blobs = folder.join("blobs/sha256");
    fs::create_dir_all(&blobs).expect("a folder");
    fs::write(blobs.join(digest(layer)), layer).expect("a file");
    fs::write(blobs.join(digest(manifest.as_bytes())), manifest).expect("a file");
    fs::write(folder.join("index.json"), index.to_string()).expect("a file");
}

/// Each command that writes, with the file that it would overwrite.
const WRITES: [(&[&str], &str); 14] = [
    (&["build", "broker.yaml", "-o", "out"], "out/manifests.yaml"),
    (&["build", "broker.yaml", "-o", "out", "--layout", "components"], "out/zookeeper.yaml"),
    (&["build", "broker.yaml", "-o", "out", "--layout", "kustomize"], "out/kustomization.yaml"),
    (&["build", "broker.yaml", "-o", "out", "--format", "json"], "out/manifests.json"),
    (&["build", "--fleet", "fleet", "-o", "out", "--no-cache"], "out/prod/eu/manifests.yaml"),
    (&["pull", "oci-layout:store", "-o", "out"], "out/broker.yaml"),
    (&["report", "broker.yaml", "-o", "out/page.html"], "out/page.html"),
    (&["doc", "-o", "out/page.html"], "out/page.html"),
    (&["import", "broker.yaml", "-o", "out/cluster.ncl"], "out/cluster.ncl"),
    (&["man", "out"], "out/pulsarc-check.1"),
    (&["init", "out"], "out/environments/prod.ncl"),
    (&["vendor", "out"], "out/.pulsarc/contracts/main.ncl"),
    (&["check", "--fleet", "fleet", "--no-cache", "--report", "out/report.json"], "out/report.json"),
    (&["vendor", "out"], "out/.pulsarc/notes.md"),
];

#[test]
fn no_command_overwrites_a_foreign_file() {
    for (command, file) in WRITES {
        let project = project();
        let path = project.path();
        ok(&pulsarc_in(path, &["push", "broker.yaml", "--to", "oci-layout:store:v1"]));
        put(path, file, "precious");
        let before = all(path);
        let run = pulsarc_in(path, command);
        // A file beside its own does not stop a command that has a list of its own.
        if !file.ends_with("notes.md") {
            assert!([2, 3].contains(&run.status), "{command:?}: {} {}", run.status, run.stderr);
            let name = file.trim_start_matches("out/");
            assert!(run.stderr.contains(name), "{command:?}: {}", run.stderr);
            // The other clusters of a fleet are built.
            let mut now = all(path);
            now.retain(|name, _| !command.contains(&"--fleet") || before.contains_key(name));
            assert!(now == before, "{command:?}");
        }
        assert_eq!(fs::read_to_string(path.join(file)).expect("it is read"), "precious", "{command:?}");
        // The first two have no such option, and the last one takes seconds to make a page as `report` does.
        if ["init", "check", "doc"].contains(&command[0]) {
            continue;
        }
        let forced = pulsarc_in(path, &[command, &["--force"]].concat());
        assert_eq!(forced.status, 0, "{command:?}: {}", forced.stderr);
        let is_own = fs::read_to_string(path.join(file)).expect("it is read") != "precious";
        assert_eq!(is_own, !file.ends_with("notes.md"), "{command:?}");
        // What it has written itself, it replaces.
        if command[0] != "import" {
            ok(&pulsarc_in(path, command));
        }
    }
}

#[test]
fn no_command_writes_through_a_link_below_its_folder() {
    let is_quick = |(command, file): &&(&[&str], &str)| command[0] != "doc" && !file.ends_with("notes.md");
    for (command, file) in WRITES.iter().filter(is_quick) {
        let project = project();
        let path = project.path();
        ok(&pulsarc_in(path, &["push", "broker.yaml", "--to", "oci-layout:store:v1"]));
        put(path, "outside/file", "precious");
        // The file itself, and where it lies in a folder below the output, that.
        let (folder, name) = file.trim_start_matches("out/").rsplit_once('/').unwrap_or(("", file));
        let mut links = vec![(path.join(file), "../outside/file".to_owned())];
        if !folder.is_empty() && name != folder {
            let first = folder.split('/').next().unwrap_or_default();
            links.push((path.join("out").join(first), "../outside".to_owned()));
        }
        for (link, target) in links {
            let _ = fs::remove_dir_all(path.join("out"));
            fs::create_dir_all(link.parent().expect("a parent")).expect("a folder");
            let absolute = path.join("out").join(target).canonicalize().expect("it is there");
            symlink(absolute, &link).expect("a link");
            let before = all(&path.join("outside"));
            for more in [&[][..], &["--force"][..]] {
                let run = pulsarc_in(path, &[command, more].concat());
                assert!(all(&path.join("outside")) == before, "{command:?} {more:?}: {}", run.stderr);
                assert!(more.len() == 1 || run.status != 0, "{command:?}: {}", run.stderr);
            }
        }
    }
}

#[test]
fn an_input_is_never_written_even_by_force() {
    for command in [
        &["build", "broker.yaml", "-o", ".", "--layout", "components"][..],
        &["build", "broker.yaml", "cluster.ncl", "-o", ".", "--layout", "components"],
        &["build", "fleet/../broker.yaml", "-o", ".", "--layout", "components"],
        &["import", "broker.yaml", "-o", "broker.yaml"],
        &["report", "broker.yaml", "-o", "broker.yaml"],
        &["build", "linked.yaml", "-o", "out", "--layout", "components"],
        &["build", "importing.ncl", "-o", ".", "--layout", "components"],
    ] {
        let project = project();
        let path = project.path();
        put(
            path,
            "importing.ncl",
            "{ broker.replicaCount = (import \"broker.yaml\").broker.replicaCount }\n",
        );
        put(path, "out/notes", "");
        fs::hard_link(path.join("broker.yaml"), path.join("linked.yaml")).expect("a second name");
        fs::hard_link(path.join("broker.yaml"), path.join("out/broker.yaml")).expect("a third name");
        let before = all(path);
        for more in [&[][..], &["--force"][..]] {
            let run = pulsarc_in(path, &[command, more].concat());
            assert!([2, 3].contains(&run.status), "{command:?}: {} {}", run.status, run.stderr);
            assert!(run.stderr.contains("input") || more.is_empty(), "{command:?}: {}", run.stderr);
            assert!(all(path) == before, "{command:?} {more:?}");
        }
    }
}

#[test]
fn the_current_folder_stays_the_current_folder() {
    let project = project();
    let path = project.path();
    let script = format!(
        "{0} build broker.yaml -o . --layout objects && {0} build broker.yaml -o . && pwd -P && ls ../inside/manifests.yaml && echo x > made && ls made",
        pulsarc_tests::binary().display()
    );
    let inside = path.join("inside");
    fs::create_dir(&inside).expect("a folder");
    fs::copy(path.join("broker.yaml"), inside.join("broker.yaml")).expect("a file");
    let before = fs::metadata(&inside).expect("a folder").ino();
    let run = std::process::Command::new("sh")
        .args(["-ec", &script])
        .current_dir(&inside)
        .output()
        .expect("a shell");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(fs::metadata(&inside).expect("a folder").ino(), before);
    assert!(inside.join("made").exists() && inside.join("broker.yaml").exists());
    // The same of a folder above the current one, of a repository, and of one with inputs.
    for (folder, kept) in
        [("above", "above/current"), ("repository", "repository/.git"), ("inputs", "inputs/a.yaml")]
    {
        let out = path.join(folder);
        match folder {
            "inputs" => put(path, kept, "{}\n"),
            "repository" => put(path, kept, "gitdir: x\n"),
            _ => fs::create_dir_all(path.join(kept)).expect("a folder"),
        }
        let before = fs::metadata(&out).expect("a folder").ino();
        let here = if folder == "above" { path.join(kept) } else { path.to_owned() };
        let input = if folder == "inputs" { path.join(kept) } else { path.join("broker.yaml") };
        let arguments =
            ["build", &input.display().to_string(), "-o", &out.display().to_string(), "--layout", "objects"];
        ok(&pulsarc_in(&here, &arguments));
        assert_eq!(fs::metadata(&out).expect("a folder").ino(), before, "{folder}");
        assert!(path.join(kept).exists());
    }
}

#[test]
fn a_pull_leaves_other_builds_and_files_alone() {
    let project = project();
    let path = project.path();
    ok(&pulsarc_in(path, &["build", "broker.yaml", "-o", "W/other"]));
    ok(&pulsarc_in(path, &["build", "--fleet", "fleet", "-o", "W/fleet", "--no-cache"]));
    put(path, "W/mine/notes.txt", "mine");
    let before = all(&path.join("W"));
    let fleet = ["push", "--fleet", "fleet", "--no-cache", "--to", "oci-layout:store:v1"];
    ok(&pulsarc_in(path, &fleet));
    ok(&pulsarc_in(path, &["pull", "oci-layout:store:v1", "-o", "W"]));
    let is_there =
        |now: &BTreeMap<PathBuf, Vec<u8>>| before.iter().all(|(name, bytes)| now.get(name) == Some(bytes));
    let now = all(&path.join("W"));
    assert!(is_there(&now) && now.contains_key(Path::new("prod/eu/broker.yaml")), "{:?}", now.keys());
    // What has left the artifact goes, with its folders; all others stay.
    fs::remove_dir_all(path.join("fleet/prod")).expect("it goes");
    ok(&pulsarc_in(path, &fleet));
    ok(&pulsarc_in(path, &["pull", "oci-layout:store:v1", "-o", "W"]));
    assert!(is_there(&all(&path.join("W"))) && !path.join("W/prod").exists());
    // `--prune` takes clusters of the fleet alone.
    ok(&pulsarc_in(path, &["build", "--fleet", "fleet", "-o", "W", "--no-cache", "--prune", "--force"]));
    let now = all(&path.join("W"));
    assert!(now.contains_key(Path::new("other/manifests.yaml")), "{:?}", now.keys());
    assert!(now.contains_key(Path::new("fleet/us/manifests.yaml")), "{:?}", now.keys());
}

#[test]
fn an_artifact_cannot_extend_the_list_of_own_files() {
    let project = project();
    let path = project.path();
    put(path, "out/important.yaml", "precious");
    put(path, "out/.git/config", "precious");
    for name in [
        "x\nimportant.yaml",
        "x\r\nimportant.yaml",
        ".pulsarc-files",
        "a/.pulsarc-files",
        ".git/config",
        ".git/hooks/post-checkout",
        "a/.envrc",
        "../important.yaml",
        "x\",\"important.yaml",
        "a\\..\\important.yaml",
    ] {
        artifact(
            &path.join("store"),
            &[("a.yaml", "a"), (name, "{\"version\":1,\"files\":[\"important.yaml\"]}")],
        );
        let first = pulsarc_in(path, &["pull", "oci-layout:store", "-o", "out"]);
        artifact(&path.join("store"), &[("a.yaml", "b")]);
        ok(&pulsarc_in(path, &["pull", "oci-layout:store", "-o", "out"]));
        for kept in ["out/important.yaml", "out/.git/config"] {
            assert_eq!(fs::read_to_string(path.join(kept)).expect("it is read"), "precious", "{name:?}");
        }
        assert!(first.status == 3 || name.contains('"'), "{name:?}: {} {}", first.status, first.stderr);
        assert_eq!(fs::read_dir(path.join("out/.git")).expect("a folder").count(), 1, "{name:?}");
    }
}

#[test]
fn a_list_that_names_other_files_is_not_believed() {
    for list in [
        "important.yaml\n",
        "{\"version\":1,\"files\":[\"../outside\"]}",
        "{\"version\":1,\"files\":[\"/etc/hostname\"]}",
        "{\"version\":1,\"files\":[\"a\\nimportant.yaml\"]}",
        "{\"version\":1,\"files\":[\"link/file\"]}",
        "{\"version\":9,\"files\":[\"important.yaml\"]}",
        "no list",
    ] {
        let project = project();
        let path = project.path();
        put(path, "outside", "precious");
        put(path, "elsewhere/file", "precious");
        put(path, "out/important.yaml", "precious");
        symlink("../elsewhere", path.join("out/link")).expect("a link");
        put(path, "out/.pulsarc-files", list);
        for more in [&[][..], &["--force"][..]] {
            let command = ["build", "broker.yaml", "-o", "out", "--layout", "components"];
            pulsarc_in(path, &[&command, more].concat());
            for kept in ["outside", "elsewhere/file", "out/important.yaml"] {
                assert_eq!(
                    fs::read_to_string(path.join(kept)).expect("it is read"),
                    "precious",
                    "{list} {more:?}"
                );
            }
        }
    }
}

#[test]
fn a_device_is_no_output() {
    let project = project();
    let path = project.path();
    // A pipe stands for a device, which only root could lose.
    let made = std::process::Command::new("mkfifo").arg(path.join("pipe")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo makes a pipe");
    for command in [
        &["report", "broker.yaml", "-o", "pipe"][..],
        &["doc", "-o", "pipe"],
        &["import", "broker.yaml", "-o", "pipe"],
        &["check", "--fleet", "fleet", "--no-cache", "--report", "pipe"],
        &["build", "broker.yaml", "-o", "pipe"],
        &["pull", "oci-layout:store", "-o", "pipe"],
    ] {
        let run = pulsarc_in(path, command);
        assert_ne!(run.status, 0, "{command:?}");
        assert!(
            fs::symlink_metadata(path.join("pipe")).expect("it stays").file_type().is_fifo(),
            "{command:?}"
        );
    }
}

#[test]
fn formatting_changes_no_file_behind_a_link() {
    let project = project();
    let path = project.path();
    put(path, "outside/a.ncl", "{a=1}");
    put(path, "inside/b.ncl", "{b=1}");
    symlink(path.join("outside/a.ncl"), path.join("inside/a.ncl")).expect("a link");
    symlink(path.join("outside"), path.join("inside/folder")).expect("a link");
    ok(&pulsarc_in(path, &["fmt", "inside"]));
    assert_eq!(fs::read_to_string(path.join("outside/a.ncl")).expect("it is read"), "{a=1}");
    assert_ne!(fs::read_to_string(path.join("inside/b.ncl")).expect("it is read"), "{b=1}");
    // A link that the user names is the user's.
    ok(&pulsarc_in(path, &["fmt", "inside/a.ncl"]));
    assert_ne!(fs::read_to_string(path.join("outside/a.ncl")).expect("it is read"), "{a=1}");
    assert!(path.join("inside/a.ncl").is_symlink());
}

#[test]
fn an_artifact_that_expands_is_rejected_in_time_and_memory() {
    let project = project();
    let path = project.path();
    let zeros = vec![0_u8; 1 << 20];
    let mut tar = tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
    let mut header = tar::Header::new_gnu();
    header.set_path("a.yaml").expect("a name");
    header.set_size(600 << 20);
    header.set_cksum();
    tar.get_mut().write_all(header.as_bytes()).expect("it is packed");
    for _ in 0..600 {
        tar.get_mut().write_all(&zeros).expect("it is packed");
    }
    let bytes = tar.into_inner().and_then(flate2::write::GzEncoder::finish).expect("it ends");
    assert!(bytes.len() < 8 << 20, "{}", bytes.len());
    layout(&path.join("bytes"), &bytes);
    let folders: Vec<String> = (0..99_000).map(|number| format!("d{number}/a")).collect();
    let many: Vec<(&str, &str)> = folders.iter().map(|name| (name.as_str(), "")).collect();
    artifact(&path.join("folders"), &many);
    artifact(&path.join("most"), &many[..20_000]);
    for (store, told, seconds) in
        [("bytes", "exceed 512 MiB", 20), ("folders", "more than 25000 folders", 20)]
    {
        let started = std::time::Instant::now();
        // Two stacks for evaluations reserve 1 GiB of the address space, and the binary maps itself.
        let script = format!(
            "ulimit -v 2200000; exec {} pull oci-layout:{store} -o out",
            pulsarc_tests::binary().display()
        );
        let run = std::process::Command::new("sh")
            .args(["-c", &script])
            .current_dir(path)
            .output()
            .expect("a shell");
        let text = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(3), "{store}: {text}");
        assert!(text.contains(told), "{store}: {text}");
        assert!(started.elapsed().as_secs() < seconds, "{store}: {:?}", started.elapsed());
        assert!(!path.join("out").exists());
    }
    let started = std::time::Instant::now();
    ok(&pulsarc_in(path, &["pull", "oci-layout:most", "-o", "most-out"]));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    assert!(path.join("most-out/d19999/a").exists());
}

#[test]
fn concurrent_pushes_keep_all_tags() {
    let project = project();
    let path = project.path();
    let pushes: Vec<_> = (0..12)
        .map(|number| {
            let (set, to) =
                (format!("broker.replicaCount={}", number + 2), format!("oci-layout:store:v{number}"));
            std::process::Command::new(pulsarc_tests::binary())
                .args(["push", "broker.yaml", "--set", &set, "--to", &to])
                .current_dir(path)
                .stdout(std::process::Stdio::null())
                .spawn()
                .expect("it starts")
        })
        .collect();
    for mut push in pushes {
        assert!(push.wait().expect("it ends").success());
    }
    for number in 0..12 {
        let out = format!("out{number}");
        ok(&pulsarc_in(path, &["pull", &format!("oci-layout:store:v{number}"), "-o", &out]));
        let broker = fs::read_to_string(path.join(out).join("broker.yaml")).expect("it is read");
        assert!(broker.contains(&format!("replicas: {}", number + 2)), "{number}");
    }
    let names: Vec<_> = all(&path.join("store")).into_keys().collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("pulsarc")), "{names:?}");
}

#[test]
fn output_on_standard_output_takes_no_input_for_a_name() {
    let project = project();
    let run = pulsarc_with(project.path(), &["build", "-", "-o", "out"], "{}\n");
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(project.path().join("out/manifests.yaml").exists());
}
