//! What `pulsarc import` says beside its file, and the other things that it reads: Helm's own records of a release.

use pulsarc_tests::{Run, pulsarc_in, pulsarc_with};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn folder(name: &str, text: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(name), text).expect("a file");
    folder
}

fn run(folder: &Path, words: &str) -> Run {
    pulsarc_in(folder, &words.split(' ').collect::<Vec<_>>())
}

const RELEASE: &str = include_str!("import/release.yaml");

#[test]
fn the_newest_release_of_helm_is_imported_with_its_name_and_namespace() {
    let folder = folder("secrets.yaml", RELEASE);
    let imported = run(folder.path(), "import secrets.yaml -o cluster.ncl --manifests applied.yaml");
    assert_eq!(imported.status, 0, "{}", imported.stderr);
    let text = fs::read_to_string(folder.path().join("cluster.ncl")).expect("it was written");
    assert!(text.contains("broker.replicaCount = 5"), "{text}");
    for said in [
        "orders in namespace messaging: revision 10 of chart pulsar 4.5.0",
        "pulsarc diff applied.yaml cluster.ncl --release orders -n messaging --upgrade",
    ] {
        assert!(imported.stderr.contains(said), "{}", imported.stderr);
    }
    let applied = fs::read_to_string(folder.path().join("applied.yaml")).expect("it was written");
    assert!(applied.contains("name: orders-broker"), "{applied}");
    // As kubectl prints it, into standard input.
    let piped = pulsarc_with(folder.path(), &["import", "-"], RELEASE);
    assert_eq!((piped.status, piped.stdout), (0, text), "{}", piped.stderr);
}

#[test]
fn damaged_and_oversized_releases_are_errors() {
    let data = |release: &str| {
        format!(
            "kind: Secret\ntype: helm.sh/release.v1\nmetadata: {{name: a}}\ndata: {{release: {release}}}\n"
        )
    };
    let damaged = folder("secret.yaml", &data("AAAA"));
    let ended = run(damaged.path(), "import secret.yaml");
    assert_eq!(ended.status, 1, "{}", ended.stderr);
    assert!(ended.stderr.contains("is not a release of Helm's"), "{}", ended.stderr);
    // Two mebibytes of spaces, packed.
    let bomb = folder("secret.yaml", &data(include_str!("import/bomb.txt").trim()));
    let ended = run(bomb.path(), "import secret.yaml --max-input 1");
    assert_eq!(ended.status, 4, "{}", ended.stderr);
    assert!(ended.stderr.contains("exceeds 1 MiB"), "{}", ended.stderr);
    assert_eq!(run(bomb.path(), "import secret.yaml --manifests m.yaml --max-input 1").status, 4);
    let values = folder("values.yaml", "{}\n");
    assert_eq!(run(values.path(), "import values.yaml --manifests m.yaml").status, 2);
}

#[test]
fn what_is_left_out_is_listed_on_request() {
    let folder = folder("values.yaml", "broker: {replicaCount: 3}\nproxy: {replicaCount: 3}\n");
    let listed = run(folder.path(), "import values.yaml --omitted");
    let expected =
        "2 values are left out: they equal the defaults:\n  broker.replicaCount\n  proxy.replicaCount\n";
    assert_eq!((listed.status, listed.stderr.as_str()), (0, expected));
}

#[test]
fn values_without_effect_are_named() {
    let values = "components: {autorecovery: false}\nautorecovery: {replicaCount: 7, annotations: {a: b}}\nbroker: {replicaCount: 4}\n";
    let folder = folder("values.yaml", values);
    let imported = run(folder.path(), "import values.yaml");
    assert_eq!(imported.status, 0);
    assert!(imported.stderr.contains("warning: autorecovery has no effect"), "{}", imported.stderr);
    assert_eq!(imported.stderr.matches("has no effect").count(), 1, "{}", imported.stderr);
}

#[test]
fn tls_and_tokens_are_the_librarys() {
    let values = "tls: {enabled: true, proxy: {enabled: true}, broker: {enabled: true}, bookie: {enabled: true}, \
        zookeeper: {enabled: true}, function_worker: {enabled: true}, function_instance: {enabled: true}}\n\
        certs: {internal_issuer: {enabled: true}}\n\
        components: {function_worker: true, functions: false}\n\
        auth: {authentication: {enabled: true, jwt: {enabled: true, generateSecrets: {enabled: true}}}, \
        authorization: {enabled: true}}\n";
    let folder = folder("values.yaml", values);
    let imported = run(folder.path(), "import values.yaml");
    assert_eq!(imported.status, 0, "{}", imported.stderr);
    assert!(imported.stdout.contains("pulsar.auth.tokens"), "{}", imported.stdout);
    let own = imported.stdout.lines().any(|line| line.trim_start().starts_with("tls"));
    assert!(!own, "TLS is that of a preset: {}", imported.stdout);
}
