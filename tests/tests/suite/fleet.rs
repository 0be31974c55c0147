//! Fleets: the same command over many clusters.

use pulsarc_tests::{Run, binary, pulsarc, root};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

fn fleet(files: &[(&str, &str)]) -> tempfile::TempDir {
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

/// Runs the command in a folder, with a cache of its own in it.
fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(binary())
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("XDG_CACHE_HOME", folder.join(".cache"))
        .output()
        .expect("pulsarc starts");
    Run {
        status: output.status.code().expect("it ends by itself"),
        stdout: String::from_utf8(output.stdout).expect("text"),
        stderr: String::from_utf8(output.stderr).expect("text"),
    }
}

/// What is reported, without how long it took.
fn told(run: &Run) -> String {
    let mut text = String::new();
    for line in run.stderr.lines() {
        let line = match line.rsplit_once(" in ") {
            Some((before, time)) if time.ends_with(" s") => format!("{before} in TIME"),
            _ => line.to_owned(),
        };
        text += &(line + "\n");
    }
    text
}

const THREE: [(&str, &str); 4] = [
    ("fleet/prod/eu/cluster.ncl", "(import \"../../_base.ncl\") & { broker.replicaCount = 3 }"),
    ("fleet/prod/us/values.yaml", "broker:\n  replicaCount: 5\n"),
    ("fleet/_base.ncl", "{ clusterName = \"orders\" }"),
    ("fleet/dev.yaml", "{}\n"),
];

#[test]
fn each_cluster_of_a_folder_is_built_into_its_own() {
    let folder = fleet(&THREE);
    let built = run(folder.path(), &["build", "--fleet", "fleet", "-o", "out"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    assert_eq!(told(&built), "3 of 3 clusters built (3 written, 0 known from earlier runs) in TIME\n");
    for (name, input) in
        [("prod/eu", "prod/eu/cluster.ncl"), ("prod/us", "prod/us/values.yaml"), ("dev", "dev.yaml")]
    {
        let alone = run(folder.path(), &["build", &format!("fleet/{input}")]).stdout;
        let in_fleet = fs::read_to_string(folder.path().join("out").join(name).join("manifests.yaml"));
        assert_eq!(in_fleet.expect("it is there"), alone, "{name}");
    }
}

#[test]
fn unchanged_clusters_come_from_the_cache_and_changed_imports_do_not() {
    let folder = fleet(&THREE);
    let build = || run(folder.path(), &["build", "--fleet", "fleet", "-o", "out"]);
    build();
    assert_eq!(told(&build()), "3 of 3 clusters built (0 written, 3 known from earlier runs) in TIME\n");
    write(folder.path(), "fleet/_base.ncl", "{ clusterName = \"payments\" }");
    assert_eq!(told(&build()), "3 of 3 clusters built (1 written, 2 known from earlier runs) in TIME\n");
    let written = fs::read_to_string(folder.path().join("out/prod/eu/manifests.yaml")).expect("it is there");
    assert!(written.contains("payments"));
    // A file that somebody changed is written again, from what is known.
    write(folder.path(), "out/dev/manifests.yaml", "changed");
    assert_eq!(told(&build()), "3 of 3 clusters built (1 written, 3 known from earlier runs) in TIME\n");
    let other = run(folder.path(), &["build", "--fleet", "fleet", "-o", "out", "--set", "clusterName=x"]);
    assert_eq!(told(&other), "3 of 3 clusters built (3 written, 0 known from earlier runs) in TIME\n");
    let none = run(folder.path(), &["build", "--fleet", "fleet", "-o", "out", "--no-cache"]);
    assert_eq!(told(&none), "3 of 3 clusters built (3 written, 0 known from earlier runs) in TIME\n");
}

#[test]
fn a_damaged_entry_of_the_cache_is_worked_out_again_and_it_can_be_cleared() {
    let folder = fleet(&THREE);
    let check = || run(folder.path(), &["check", "--fleet", "fleet"]);
    check();
    let place = run(folder.path(), &["cache", "path"]).stdout;
    let mut damaged = 0;
    for shelf in fs::read_dir(place.trim()).expect("the cache").flatten() {
        for entry in fs::read_dir(shelf.path()).expect("a shelf").flatten() {
            let text = fs::read_to_string(entry.path()).expect("an entry");
            fs::write(entry.path(), &text[..text.len() - 2]).expect("it is damaged");
            damaged += 1;
        }
    }
    assert_eq!(damaged, 6);
    assert_eq!(told(&check()), "3 of 3 clusters checked (0 known from earlier runs) in TIME\n");
    assert_eq!(told(&check()), "3 of 3 clusters checked (3 known from earlier runs) in TIME\n");
    assert_ne!(run(folder.path(), &["cache", "size"]).stdout, "0\n");
    assert_eq!(run(folder.path(), &["cache", "clear"]).status, 0);
    assert_eq!(run(folder.path(), &["cache", "size"]).stdout, "0\n");
}

#[test]
fn errors_hide_no_others_and_shared_ones_are_reported_once() {
    let folder = fleet(&[
        ("fleet/a/cluster.ncl", "(import \"../_base.ncl\") & {}"),
        ("fleet/b/cluster.ncl", "(import \"../_base.ncl\") & {}"),
        ("fleet/c/cluster.ncl", "(import \"../_base.ncl\") & {}"),
        ("fleet/d/cluster.ncl", "(import \"../_base.ncl\") & {}"),
        ("fleet/e/values.yaml", "broker:\n  replicaCount: three\n"),
        ("fleet/good/values.yaml", "{}\n"),
        ("fleet/_base.ncl", "{\n  broker.replicas = 5,\n}"),
    ]);
    let built = run(folder.path(), &["build", "--fleet", "fleet", "-o", "out"]);
    assert_eq!(built.status, 1);
    insta::assert_snapshot!(told(&built));
    assert!(folder.path().join("out/good/manifests.yaml").exists());
    assert!(!folder.path().join("out/a").exists());
    let json = run(folder.path(), &["check", "--fleet", "fleet", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(json["diagnostics"][0]["clusters"].as_array().map(Vec::len), Some(4));
    assert_eq!(json["clusters"].as_array().map(Vec::len), Some(6));
    let sarif = run(folder.path(), &["check", "--fleet", "fleet", "--format", "sarif"]);
    let sarif: serde_json::Value = serde_json::from_str(&sarif.stdout).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_cluster_that_never_ends_does_not_affect_others() {
    let folder = fleet(&[
        ("fleet/a/values.yaml", "{}\n"),
        ("fleet/endless/cluster.ncl", "let rec f = fun x => f (x + 1) in { broker.replicaCount = f 0 }"),
        ("fleet/z/values.yaml", "{}\n"),
    ]);
    let built =
        run(folder.path(), &["build", "--fleet", "fleet", "-o", "out", "--max-seconds", "2", "--jobs", "1"]);
    assert_eq!(built.status, 4, "{}", built.stderr);
    assert!(
        built.stderr.contains("error[PUL0021]") && built.stderr.contains("= in: endless"),
        "{}",
        built.stderr
    );
    assert!(told(&built).contains("2 of 3 clusters built"), "{}", built.stderr);
    assert!(folder.path().join("out/z/manifests.yaml").exists());
}

/// An evaluation by the contracts leaves some memory behind, which so many would run out of within one process.
#[test]
fn memory_of_mistakes_does_not_add_up() {
    let names: Vec<String> = (0..70).map(|number| format!("fleet/c{number}/values.yaml")).collect();
    let files: Vec<(&str, &str)> =
        names.iter().map(|name| (name.as_str(), "broker: {replicas: 1}\n")).collect();
    let folder = fleet(&files);
    let checked = run(folder.path(), &["check", "--fleet", "fleet", "--max-memory", "96", "--jobs", "1"]);
    assert_eq!(checked.status, 1, "{}", checked.stderr);
    assert!(!checked.stderr.contains("PUL0021"), "{}", checked.stderr);
    assert!(told(&checked).contains("0 of 70 clusters checked"), "{}", checked.stderr);
}

#[test]
fn removed_clusters_are_reported_and_pruned_and_nothing_else() {
    let folder = fleet(&THREE);
    write(folder.path(), "out/mine/notes.txt", "mine");
    let build =
        |more: &[&str]| run(folder.path(), &[&["build", "--fleet", "fleet", "-o", "out"], more].concat());
    build(&[]);
    fs::remove_dir_all(folder.path().join("fleet/prod/us")).expect("it goes");
    write(folder.path(), "out/prod/us/notes.txt", "mine");
    let told_of = build(&[]);
    assert!(told_of.stderr.contains("prod/us is no longer in the fleet"), "{}", told_of.stderr);
    assert!(folder.path().join("out/prod/us/manifests.yaml").exists());
    let pruned = build(&["--prune"]);
    assert!(pruned.stderr.contains("removed: prod/us"), "{}", pruned.stderr);
    assert!(!folder.path().join("out/prod/us/manifests.yaml").exists());
    assert!(folder.path().join("out/prod/us/notes.txt").exists());
    assert!(folder.path().join("out/mine/notes.txt").exists());
    assert!(folder.path().join("out/prod/eu/manifests.yaml").exists());
}

#[test]
fn shards_are_the_whole_fleet_and_their_reports_join() {
    let files: Vec<(String, &str)> = (0..12)
        .map(|n| (format!("fleet/c{n}/values.yaml"), if n == 7 { "broker: {replicas: 1}\n" } else { "{}\n" }))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = fleet(&files);
    let mut statuses = Vec::new();
    for shard in 1..=3 {
        let (shard, report) = (format!("{shard}/3"), format!("{shard}.json"));
        let arguments = ["build", "--fleet", "fleet", "-o", "out", "--shard", &shard, "--report", &report];
        statuses.push(run(folder.path(), &arguments).status);
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [0, 0, 1]);
    assert_eq!(fs::read_dir(folder.path().join("out")).expect("a folder").count(), 11);
    let joined = run(folder.path(), &["merge-report", "3.json", "1.json", "2.json"]);
    assert_eq!(joined.status, 1);
    assert!(joined.stdout.contains("11 of 12 clusters built"), "{}", joined.stdout);
    assert!(joined.stdout.contains("did you mean `replicaCount`"), "{}", joined.stdout);
    let markdown =
        run(folder.path(), &["merge-report", "1.json", "2.json", "3.json", "--format", "markdown"]);
    assert!(markdown.stdout.contains("| error PUL0002 |"), "{}", markdown.stdout);
    let missing = run(folder.path(), &["merge-report", "3.json", "1.json"]);
    assert_eq!(missing.status, 2);
    assert!(missing.stderr.contains("the report of shard 2/3 is missing"), "{}", missing.stderr);
    let twice = run(folder.path(), &["merge-report", "3.json", "1.json", "2.json", "1.json"]);
    assert!(twice.stderr.contains("two reports are for shard 1/3"), "{}", twice.stderr);
    let none = run(folder.path(), &["merge-report", "fleet/c1/values.yaml"]);
    assert!(none.stderr.contains("is not a fleet report"), "{}", none.stderr);
}

#[test]
fn the_example_fleet_is_its_stated_matrix() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out").display().to_string();
    let built = pulsarc(&["build", "--fleet", "examples/fleet/fleet.ncl", "-o", &out, "--no-cache"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let text = |name: &str| {
        fs::read_to_string(folder.path().join("out").join(name).join("manifests.yaml")).expect(name)
    };
    assert!(text("dev/eu").contains("namespace: pulsar-dev-eu"));
    assert!(text("prod/us").contains("topology.kubernetes.io/region: us-east-1"));
    assert!(!folder.path().join("out/dev/us").exists());
    let replicas = pulsarc(&["export", "--fleet", "examples/fleet/fleet.ncl", "--no-cache"]);
    let clusters: serde_json::Value = serde_json::from_str(&replicas.stdout).expect("JSON");
    let brokers = ["dev/eu", "prod/eu", "prod/us", "trial"]
        .map(|name| clusters[name]["broker"]["replicaCount"].as_u64());
    assert_eq!(brokers, [Some(2), Some(5), Some(7), Some(1)]);
    assert_eq!(clusters["prod/eu"]["broker"]["configData"]["defaultRetentionTimeInMinutes"], "10080");
    assert_eq!(clusters["trial"]["components"]["function_worker"], true);
}

#[test]
fn a_mistake_in_a_fleet_file_is_reported_at_its_line() {
    let cases = [
        ("layers", "{\n  base = 5,\n  environments = { dev = \"dev.yml\", prod = {} },\n}"),
        (
            "unknown",
            "{\n  environments = { dev = {}, prod = {} },\n  overrides = [{ where.environments = [\"prods\"], layers = {} }],\n  exclude = [{ regions = [\"eu\"] }],\n}",
        ),
        (
            "twice",
            "{\n  environments = { prod = {} },\n  regions = { eu = {}, us = {} },\n  name = \"{environment}\",\n}",
        ),
        ("template", "{\n  environments = { prod = {} },\n  name = \"{env}\",\n}"),
        ("empty", "{ base = {} }"),
        ("key", "{\n  environments = { dev = {} },\n  overides = [],\n}"),
        (
            "within",
            "{\n  environments = {\n    dev = { broker.replicas = 5 },\n    prod = { broker.replicaCount = \"many\" },\n  },\n}",
        ),
    ];
    let mut all = String::new();
    for (name, text) in cases {
        let folder = fleet(&[("fleet.ncl", text)]);
        let checked = run(folder.path(), &["check", "--fleet", "fleet.ncl"]);
        assert_eq!(checked.status, 1, "{name}: {}", checked.stderr);
        writeln!(all, "## {name}\n{text}\n\n{}", told(&checked)).expect("a text");
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_record_that_only_moves_is_known_and_a_finding_that_moves_is_not() {
    let folder =
        fleet(&[("fleet.ncl", "{ environments = { dev = { broker.replicaCount = 2 }, prod = {} } }")]);
    let check = || told(&run(folder.path(), &["check", "--fleet", "fleet.ncl"]));
    check();
    write(
        folder.path(),
        "fleet.ncl",
        "# moved\n{ environments = { dev = { broker.replicaCount = 2 }, prod = { broker.replicaCount = 4 } } }",
    );
    assert_eq!(check(), "2 of 2 clusters checked (1 known from earlier runs) in TIME\n");
    write(folder.path(), "fleet.ncl", "{ environments = { dev = { broker.replicas = 2 } } }");
    assert!(check().contains("fleet.ncl:1:"));
    write(folder.path(), "fleet.ncl", "\n\n{ environments = { dev = { broker.replicas = 2 } } }");
    assert!(check().contains("fleet.ncl:3:"));
}

#[test]
fn useless_settings_are_reported() {
    let folder = fleet(&[("fleet/a/values.yaml", "{}\n"), ("empty/notes.md", ""), ("f.yaml", "{}\n")]);
    let says = |arguments: &[&str], status: i32, words: &str| {
        let ran = run(folder.path(), arguments);
        assert_eq!(ran.status, status, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(words), "{arguments:?}: {}", ran.stderr);
    };
    says(&["build", "--fleet", "fleet"], 2, "--output");
    says(&["build", "--fleet", "fleet", "f.yaml", "-o", "x"], 2, "cannot be used with");
    says(&["check", "--fleet", "empty"], 2, "contains no cluster");
    says(&["check", "--fleet", "f.yaml"], 2, "a fleet is a folder of configurations");
    says(&["check", "--fleet", "absent"], 3, "cannot read absent");
    says(&["check", "--fleet", "absent.ncl"], 3, "cannot read absent.ncl");
    says(&["build", "--prune", "f.yaml"], 2, "--fleet");
    says(&["check", "--shard", "1/2", "f.yaml"], 2, "--fleet");
    says(&["check", "--fleet", "fleet", "--shard", "3/2"], 2, "1/4");
    says(&["build"], 2, "INPUT");
    assert!(root().join("examples/fleet/fleet.ncl").exists());
}

#[test]
fn fleets_are_compared_cluster_by_cluster() {
    let folder = fleet(&THREE);
    let copy = |from: &str, to: &str| {
        let text = fs::read_to_string(folder.path().join(from)).expect("a file");
        write(folder.path(), to, &text);
    };
    for (name, _) in THREE {
        copy(name, &name.replace("fleet/", "new/"));
    }
    let diff = |arguments: &[&str]| run(folder.path(), &[&["diff", "--fleet"], arguments].concat());
    let same = diff(&["fleet", "new"]);
    assert_eq!((same.status, same.stdout.as_str()), (0, "0 of 3 clusters change\n"), "{}", same.stderr);
    write(folder.path(), "new/prod/us/values.yaml", "broker:\n  replicaCount: 7\n");
    fs::remove_file(folder.path().join("new/dev.yaml")).expect("it goes");
    let changed = diff(&["fleet", "new"]);
    assert_eq!(changed.status, 1, "{}", changed.stderr);
    assert!(changed.stdout.contains("== prod/us") && changed.stdout.contains("== dev"), "{}", changed.stdout);
    assert!(!changed.stdout.contains("== prod/eu"));
    assert!(changed.stdout.ends_with("2 of 3 clusters change\n"), "{}", changed.stdout);
    // What was built before is a side too.
    run(folder.path(), &["build", "--fleet", "fleet", "-o", "out"]);
    assert_eq!(diff(&["out", "fleet"]).stdout, "0 of 3 clusters change\n");
    let json = diff(&["out", "new", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(
        json["clusters"].as_object().map(|all| all.keys().collect::<Vec<_>>()),
        Some(vec![&"dev".to_owned(), &"prod/us".to_owned()])
    );
    write(folder.path(), "new/prod/us/values.yaml", "broker:\n  replicas: 7\n");
    let wrong = diff(&["fleet", "new"]);
    assert_eq!((wrong.status, wrong.stdout.as_str()), (2, ""));
    assert!(wrong.stderr.contains("did you mean `replicaCount`"), "{}", wrong.stderr);
    assert_eq!(diff(&["fleet"]).status, 2);
    assert_eq!(
        run(folder.path(), &["diff", "--jobs", "2", "fleet/dev.yaml", "new/prod/us/values.yaml"]).status,
        2
    );
}

#[test]
fn a_secret_is_neither_cached_nor_shown() {
    let values = |secret: &str| {
        format!(
            "components: {{pulsar_manager: true}}\npulsar_manager:\n  admin: {{ui_password: {secret}, db_password: other-word-9}}\n"
        )
    };
    let folder = fleet(&[
        ("fleet/a/values.yaml", &values("CANARY-one")),
        ("new/a/values.yaml", &values("CANARY-two")),
    ]);
    for _ in 0..2 {
        let built =
            run(folder.path(), &["build", "--fleet", "fleet", "-o", "out", "--report", "report.json"]);
        assert_eq!(built.status, 0, "{}", built.stderr);
        assert!(told(&built).contains("0 known from earlier runs"));
    }
    let differs = run(folder.path(), &["diff", "--fleet", "fleet", "new"]);
    assert_eq!(differs.status, 1, "{}", differs.stderr);
    let exported = run(folder.path(), &["export", "--fleet", "fleet"]);
    let report = fs::read_to_string(folder.path().join("report.json")).expect("a report");
    for text in [&differs.stdout, &differs.stderr, &exported.stdout, &exported.stderr, &report] {
        assert!(!text.contains("CANARY"), "{text}");
    }
    assert_eq!(run(folder.path(), &["cache", "size"]).stdout, "0\n");
}

/// Names that a line, a terminal or a report would take for others, beside a cluster that is broken: no name hides it.
#[cfg(unix)]
#[test]
fn no_name_of_a_folder_hides_a_broken_cluster() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let names: [&[u8]; 7] =
        [b"a\nb", b"a\tb", b"a\x1b[1Ab", b"a\rb", b"a\x7fb", b"a\xc2\x85b", b"a\xff\xfeb"];
    for name in names {
        let good = [("fleet/a/values.yaml", "{}\n"), ("fleet/b/values.yaml", "{}\n")];
        let folder = fleet(&[&good[..], &[("fleet/z/values.yaml", "brokr: {}\n")]].concat());
        let odd = folder.path().join("fleet").join(OsStr::from_bytes(name));
        fs::create_dir(&odd).expect("a folder");
        fs::write(odd.join("values.yaml"), "{}\n").expect("a file");
        for arguments in [&["check", "--jobs", "1"][..], &["check"], &["build", "-o", "out"], &["export"]] {
            let ran = run(folder.path(), &[arguments, &["--fleet", "fleet"]].concat());
            assert_eq!(ran.status, 2, "{name:?} {arguments:?}: {}", ran.stderr);
            assert!(ran.stderr.contains("cannot be a cluster name"), "{name:?}: {}", ran.stderr);
            let shown = ran.stderr.trim_end_matches('\n');
            assert!(!shown.contains(|c: char| c.is_control()), "{shown:?}");
            assert!(!folder.path().join("out").exists(), "nothing was built");
        }
        // Names that only look dangerous are names.
        fs::rename(&odd, folder.path().join("fleet").join("a\\nb $(id) {\"id\":3}")).expect("another name");
        let ran = run(folder.path(), &["check", "--fleet", "fleet", "--jobs", "1"]);
        assert_eq!(ran.status, 1, "{}", ran.stderr);
        assert!(
            ran.stderr.contains("3 of 4 clusters checked") && ran.stderr.contains("failed: z\n"),
            "{}",
            ran.stderr
        );
    }
}

/// Names as long as a file system has them.
#[test]
fn long_names_are_names() {
    let [first, second] = ["a", "\u{e4}"].map(|letter| letter.repeat(255 / letter.len()));
    let deep = format!("fleet/{first}/{second}/{first}/cluster.yaml");
    let folder = fleet(&[(&deep, "{}\n"), (&format!("fleet/{second}/values.yaml"), "brokr: {}\n")]);
    let ran = run(folder.path(), &["check", "--fleet", "fleet"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(told(&ran).contains("1 of 2 clusters checked"), "{}", ran.stderr);
    assert!(ran.stderr.contains(&format!("failed: {second}\n")), "{}", ran.stderr);
}

/// A worker that dies over a cluster: that one is reported, and every other one has its own result.
#[test]
fn a_dead_worker_loses_no_result() {
    let mut files =
        vec![("fleet/m/cluster.ncl".to_owned(), KILLER), ("fleet/n/cluster.ncl".to_owned(), KILLER)];
    files
        .extend((0..10).map(|at| {
            (format!("fleet/c{at}/values.yaml"), if at % 3 == 0 { "brokr: {}\n" } else { "{}\n" })
        }));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = fleet(&files);
    for jobs in ["1", "3"] {
        let ran =
            run(folder.path(), &["check", "--fleet", "fleet", "--jobs", jobs, "--report", "report.json"]);
        assert_eq!(ran.status, 4, "{}", ran.stderr);
        let report = fs::read_to_string(folder.path().join("report.json")).expect("a report");
        let report: serde_json::Value = serde_json::from_str(&report).expect("it is JSON");
        for cluster in report["clusters"].as_array().expect("clusters") {
            let name = cluster["name"].as_str().expect("a name");
            let expected = match name {
                "m" | "n" => 4,
                "c0" | "c3" | "c6" | "c9" => 1,
                _ => 0,
            };
            assert_eq!(cluster["status"], expected, "{name} with {jobs}: {}", ran.stderr);
        }
        assert_eq!(report["clusters"].as_array().map(Vec::len), Some(12));
    }
}

/// More memory in one step than there is.
const KILLER: &str = "{ clusterName = std.string.from_number (std.number.pow 2 1000000000000) }";
