//! The Functions API, as a user of the cluster calls it: through the proxy, as the administrator.

use crate::cluster::{Answer, Cluster};
use std::time::{Duration, Instant};

/// Where functions of the namespace that every cluster has are.
pub const FUNCTIONS: &str = "/admin/v3/functions/public/default";
/// The role that may do everything.
pub const ADMIN: Option<&str> = Some("admin");

/// A request to a server, by a role.
pub fn get(cluster: &Cluster, server: &str, path: &str, role: Option<&str>) -> (u16, String) {
    let base = cluster.base(server).unwrap_or_else(|error| panic!("{error}"));
    let answer = cluster.request(&[], &format!("{base}{path}"), role);
    (answer.status, answer.body)
}

/// The address of a function.
pub fn address(cluster: &Cluster, name: &str) -> String {
    let proxy = cluster.base("proxy").unwrap_or_else(|error| panic!("{error}"));
    format!("{proxy}{FUNCTIONS}/{name}")
}

/// Uploads Pulsar's own example, which puts an exclamation mark behind each message.
pub fn create(cluster: &Cluster, name: &str) -> Answer {
    upload(cluster, "POST", name, 1)
}

/// Uploads it once more, for two instances, with the caller's token instead of the one that it has.
pub fn update(cluster: &Cluster, name: &str) -> Answer {
    upload(cluster, "PUT", name, 2)
}

fn upload(cluster: &Cluster, method: &str, name: &str, parallelism: u8) -> Answer {
    let archive = format!("data=@{};type=application/octet-stream", cluster.example_functions().display());
    let config = serde_json::json!({
        "tenant": "public",
        "namespace": "default",
        "name": name,
        "runtime": "JAVA",
        "className": "org.apache.pulsar.functions.api.examples.ExclamationFunction",
        "inputs": [format!("persistent://public/default/{name}-in")],
        "output": format!("persistent://public/default/{name}-out"),
        "parallelism": parallelism,
        "autoAck": true,
    });
    let config = format!("functionConfig={config};type=application/json");
    let options = r#"updateOptions={"updateAuthData":true};type=application/json"#;
    cluster.request(
        &["--request", method, "--form", &archive, "--form", &config, "--form", options],
        &address(cluster, name),
        ADMIN,
    )
}

/// Waits until the workers have a leader.
pub fn until_led(cluster: &Cluster) {
    eventually("the worker has a leader", || {
        let answer = get(cluster, "function-worker", "/admin/v2/worker/cluster/leader", ADMIN);
        (answer.0 == 200 && answer.1.contains("workerId")).then_some(()).ok_or(answer)
    });
}

/// Tries for a while, as every client of a cluster that has just started must.
pub fn eventually<T>(what: &str, mut attempt: impl FnMut() -> Result<T, (u16, String)>) -> T {
    let until = Instant::now() + Duration::from_secs(120);
    loop {
        match attempt() {
            Ok(made) => return made,
            Err((status, body)) => {
                assert!(Instant::now() < until, "not so: {what}; the last answer is {status} {body}");
            }
        }
        std::thread::sleep(Duration::from_secs(1));
    }
}
