//! Pulsar Manager: its passwords are never made at build time.

use pulsarc_tests::objects;

#[test]
fn a_build_is_the_same_twice_and_leaves_passwords_to_the_cluster() {
    let first = objects("components: {pulsar_manager: true}");
    assert_eq!(first, objects("components: {pulsar_manager: true}"));
    let secret = first["Secret/pulsar-pulsar-manager-secret"].to_string();
    assert!(!secret.contains("PASSWORD"), "{secret}");
    assert!(first.contains_key("Job/pulsar-pulsar-manager-passwords"));
}

#[test]
fn a_secret_that_is_given_is_used_and_none_is_made() {
    let given =
        objects("components: {pulsar_manager: true}\npulsar_manager: {admin: {existingSecret: mine}}");
    assert!(!given.keys().any(|name| name.starts_with("Secret/") || name.contains("-passwords")));
}
