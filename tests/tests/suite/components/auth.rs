//! Authentication: the job that makes keys and tokens makes one token a role, and the key last.

use pulsarc_tests::objects;

#[test]
fn the_job_makes_a_token_for_each_role_and_the_key_last() {
    let objects = objects(
        "auth: {authentication: {enabled: true, jwt: {enabled: true, generateSecrets: {enabled: true}}}, superUsers: {manager: mgr}}",
    );
    let pod = &objects["Job/pulsar-jwt-secret-init"]["spec"]["template"]["spec"];
    let make = pod["initContainers"][0]["command"][2].as_str().expect("a script");
    for role in ["broker-admin", "proxy-admin", "admin", "mgr"] {
        assert!(make.contains(&format!("--subject {role} ")), "{role}: {make}");
    }
    let keep = pod["containers"][0]["command"][2].as_str().expect("a script");
    let at = |text: &str| keep.rfind(text).unwrap_or_else(|| panic!("{text}: {keep}"));
    assert!(at("put_secret pulsar-token-mgr") < at("put_secret pulsar-token-asymmetric-key"));
}

#[test]
fn tokens_that_are_given_need_no_job() {
    let given = objects("auth: {authentication: {enabled: true, jwt: {enabled: true}}}");
    assert!(!given.contains_key("Job/pulsar-jwt-secret-init"));
}

#[test]
fn jobs_that_helm_would_delete_go_by_themselves() {
    let values = "auth: {authentication: {enabled: true, jwt: {enabled: true, generateSecrets: {enabled: true}}}}\n\
                  zookeeper: {statefulsetUpgrade: {enabled: true}}\n";
    let kept = |values: &str| -> Vec<(String, serde_json::Value)> {
        let jobs = objects(values).into_iter().filter(|(id, _)| id.starts_with("Job/"));
        jobs.map(|(id, job)| (id, job["spec"]["ttlSecondsAfterFinished"].clone())).collect()
    };
    for (id, seconds) in kept(values) {
        // The init jobs run once in the life of a cluster, and the chart keeps them.
        let passing = id.ends_with("-jwt-secret-init") || id.ends_with("-sts-cleanup");
        assert_eq!(seconds == 3600, passing, "{id}: {seconds}");
    }
    let sooner = kept(&format!("{values}job: {{ttl: {{secondsAfterFinished: 60}}}}"));
    assert!(sooner.iter().filter(|(_, seconds)| *seconds == 60).count() >= 2, "{sooner:?}");
}
