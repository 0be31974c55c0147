//! `pulsarc explain`: each code, key, preset and key of Pulsar's can be looked up, by its path and by its name.

use pulsarc_compiler::reference::{Reference, Topic};
use pulsarc_compiler::{KubeVersion, Target};
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_tests::pulsarc;

fn reference() -> Reference {
    Reference::load(&Target {
        release: "pulsar".to_owned(),
        namespace: "default".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    })
}

fn explained(words: &[&str]) -> String {
    let run = pulsarc(&[&["explain"], words].concat());
    assert_eq!(run.status, 0, "{words:?}: {}", run.stderr);
    run.stdout
}

#[test]
fn each_code_key_preset_and_key_of_pulsars_is_named() {
    let reference = reference();
    for code in reference.codes.iter().copied() {
        assert_eq!(reference.named(code.id), [Topic::Code(code)], "{}", code.id);
    }
    assert!(reference.paths.len() > 500, "{}", reference.paths.len());
    for path in &reference.paths {
        let found = reference.named(&path.to_string());
        assert!(found.contains(&Topic::Key(path.clone())), "{path}: {found:?}");
        let Some(Segment::Key(leaf)) = path.segments().last() else { continue };
        assert!(!reference.named(leaf).is_empty(), "{path}: nothing is called {leaf}");
    }
    assert!(reference.pulsar_keys.len() > 1000, "{}", reference.pulsar_keys.len());
    for key in &reference.pulsar_keys {
        for place in &key.places {
            let found = reference.named(&place.to_string());
            assert!(found.contains(&Topic::PulsarKey(key)), "{place}: {found:?}");
        }
        // A name that is the end of a path of the configuration is that, and a preset's name a preset.
        assert!(!reference.named(key.name).is_empty(), "{}", key.name);
        assert!(!key.type_in_words().is_empty() && !key.default_in_words().is_empty(), "{}", key.name);
    }
    assert!(reference.presets.len() >= 10, "{:?}", reference.presets);
    for preset in &reference.presets {
        assert!(!preset.doc.is_empty(), "{} has no doc", preset.path);
        for name in [preset.path.clone(), format!("pulsar.{}", preset.path)] {
            assert_eq!(reference.named(&name), [Topic::Preset(preset)], "{name}");
        }
    }
}

#[test]
fn a_key_of_pulsars_says_where_it_belongs() {
    let pages: Vec<String> = [
        "managedLedgerDefaultEnsembleSize",
        "broker.configData.defaultRetentionTimeInMinutes",
        "PULSAR_PREFIX_allowAutoTopicCreation",
        "PF_numFunctionPackageReplicas",
        "cpuOverCommitRatio",
    ]
    .iter()
    .map(|name| explained(&[name]))
    .collect();
    insta::assert_snapshot!("explained_pulsar_keys", pages.join("\n"));
}

#[test]
fn a_name_in_several_places_lists_all_of_them() {
    let page = explained(&["replicaCount"]);
    for place in ["broker.replicaCount", "zookeeper.replicaCount", "bookkeeper.replicaCount"] {
        assert!(page.contains(place), "{page}");
    }
    assert!(explained(&["REPLICACOUNT"]).contains("broker.replicaCount"));
    assert!(explained(&["authentication.jwt.enabled"]).contains("auth.authentication.jwt.enabled"));
}

#[test]
fn presets_say_what_they_set() {
    let hardened = explained(&["hardened"]);
    assert!(hardened.contains("podSecurityStandard = \"restricted\""), "{hardened}");
    assert!(explained(&["pulsar.tls.everywhere"]).contains("certs.internal_issuer.enabled = true"));
    assert!(explained(&["presets.air_gapped"]).contains("It is a function"));
}

#[test]
fn a_search_ranks_what_has_all_words() {
    let retention = explained(&["retention"]);
    for found in ["broker.configData.defaultRetentionTimeInMinutes", "code", "Pulsar key"] {
        assert!(retention.contains(found), "{found}: {retention}");
    }
    let tolerations = explained(&["toleration", "bookie"]);
    let first = tolerations.lines().nth(2).unwrap_or_default();
    assert!(first.contains("bookkeeper.tolerations"), "{tolerations}");
    assert_eq!(tolerations, explained(&["toleration bookie"]));
    let nothing = pulsarc(&["explain", "retention", "xyzzy"]);
    assert_eq!(nothing.status, 2);
    assert!(nothing.stderr.contains("nothing has all of these words"), "{}", nothing.stderr);
}

#[test]
fn a_slip_in_the_name_of_a_pulsar_key_has_a_suggestion() {
    let run = pulsarc(&["explain", "managedLedgerDefaultEnsembleSiz3"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("did you mean managedLedgerDefaultEnsembleSize?"), "{}", run.stderr);
    let near = reference().nearest("hardend");
    assert_eq!(near.as_deref(), Some("hardened"));
    assert!(reference().named(&KeyPath::root().key("nothing").to_string()).is_empty());
}
