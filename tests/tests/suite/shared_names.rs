//! Objects outside of any namespace that several clusters of a fleet have.

use pulsarc_tests::{Run, pulsarc_in};
use std::fs;
use std::path::Path;

const WIDE: &str = "rbac:\n  limit_to_namespace: false\n";
const CLASS: &str = "extraDeploy:\n- apiVersion: scheduling.k8s.io/v1\n  kind: PriorityClass\n  metadata: {name: high}\n  value: 10\n";

fn fleet(clusters: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in clusters {
        let place = folder.path().join("fleet").join(name);
        fs::create_dir_all(&place).expect("a folder");
        fs::write(place.join("values.yaml"), text).expect("a file");
    }
    folder
}

fn check(folder: &Path, more: &[&str]) -> Run {
    pulsarc_in(folder, &[&["check", "--fleet", "fleet", "--no-cache"], more].concat())
}

#[test]
fn clusters_in_two_namespaces_share_cluster_scoped_names() {
    for (text, object, line) in [
        (WIDE, "ClusterRole/pulsar-broker-clusterrole", 3),
        (WIDE, "ClusterRoleBinding/pulsar-broker-clusterrolebinding", 3),
        (CLASS, "PriorityClass/high", 5),
    ] {
        let folder =
            fleet(&[("a", format!("namespace: na\n{text}")), ("b", format!("namespace: nb\n{text}"))]);
        let run = check(folder.path(), &[]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(
            run.stderr.contains(&format!("warning[PUL0034]: {object} is in clusters `a` and `b`")),
            "{}",
            run.stderr
        );
        for cluster in ["a", "b"] {
            let place = format!("fleet/{cluster}/values.yaml:{line}:");
            assert!(run.stderr.contains(&place), "{place} in {}", run.stderr);
        }
        assert!(run.stderr.contains("= in: a, b"), "{}", run.stderr);
        assert_eq!(check(folder.path(), &["--deny", "PUL0034"]).status, 1);
        assert!(!check(folder.path(), &["--allow", "PUL0034"]).stderr.contains("PUL0034"));
        let build = ["build", "--fleet", "fleet", "-o", "out", "--no-cache"];
        assert!(pulsarc_in(folder.path(), &build).stderr.contains("PUL0034"));
        // Shards see one cluster each, and their joined reports both.
        for shard in ["1", "2", "3"] {
            check(folder.path(), &["--shard", &format!("{shard}/3"), "--report", &format!("{shard}.json")]);
        }
        let merged = pulsarc_in(folder.path(), &["merge-report", "1.json", "2.json", "3.json"]).stdout;
        assert!(merged.contains(object) && merged.contains("= in: a, b"), "{merged}");
    }
}

#[test]
fn clusters_that_cannot_meet_share_nothing() {
    let wide = |first: &str| format!("{first}\n{WIDE}");
    for clusters in [
        // One release and namespace: they are in different Kubernetes clusters.
        [("a", wide("namespace: one")), ("b", wide("namespace: one"))],
        // Other names.
        [("a", wide("fullnameOverride: one")), ("b", wide("fullnameOverride: two"))],
        // Rights within the namespace.
        [("a", "namespace: na\n".to_owned()), ("b", "namespace: nb\n".to_owned())],
    ] {
        let run = check(fleet(&clusters).path(), &[]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(!run.stderr.contains("PUL0034"), "{}", run.stderr);
    }
}

/// The lines of a finding about two clusters are as free of secrets as all others.
#[test]
fn the_places_of_shared_names_have_no_secret() {
    let text = |namespace: &str| {
        format!(
            "{{namespace: {namespace}, rbac: {{limit_to_namespace: false}}, pulsar_manager: {{admin: {{ui_password: CANARY7x}}}}}}\n"
        )
    };
    let folder = fleet(&[("a", text("na")), ("b", text("nb"))]);
    let run = check(folder.path(), &["--report", "report.json"]);
    assert!(run.stderr.contains("PUL0034") && run.stderr.contains("<hidden>"), "{}", run.stderr);
    let report = fs::read_to_string(folder.path().join("report.json")).expect("a report");
    assert!(!run.stderr.contains("CANARY7x") && !report.contains("CANARY7x"), "{}", run.stderr);
}
