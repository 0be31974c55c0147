//! Clients that never stop: producers and consumers, each a pod of the bed.

use crate::account::Account;
use crate::bed::{Bed, is_ready};
use crate::images::LAST;
use serde_json::{Value, json};
use std::time::Duration;

const PROGRAM: &str = include_str!("TestClient.java");
const FILE: &str = "TestClient.java";
const FOLDER: &str = "/client";
/// The name of the config map with the program.
const SOURCE: &str = "test-client";

/// How clients reach a cluster.
#[derive(Debug, Clone)]
pub struct Access {
    /// The service URL, such as `pulsar://pulsar-broker:6650`.
    pub url: String,
    /// The secret whose key `TOKEN` is the client's token.
    pub token: Option<String>,
    /// The secret whose key `ca.crt` is trusted.
    pub authority: Option<String>,
}

impl Access {
    /// Access without TLS and tokens.
    pub fn plain(url: &str) -> Self {
        Self { url: url.to_owned(), token: None, authority: None }
    }
}

/// What a client does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Sends numbers.
    Produce,
    /// Receives them.
    Consume,
}

/// On what topics a producer and its consumer work.
#[derive(Debug, Clone)]
pub struct Work {
    /// The topics' name, which each one's index is appended to.
    pub topic: String,
    /// How many there are: of several, each broker owns some.
    pub topics: usize,
    /// How often a message is sent to each.
    pub period: Duration,
}

impl Work {
    /// Six topics with ten messages a second each.
    pub fn on(topic: &str) -> Self {
        Self { topic: topic.to_owned(), topics: 6, period: Duration::from_millis(100) }
    }
}

/// A running client. It goes with the bed, or with its own `stop`.
#[derive(Debug)]
pub struct Client<'a> {
    bed: &'a Bed,
    name: String,
}

impl<'a> Client<'a> {
    /// Starts a client, as a pod of this name.
    pub fn start(bed: &'a Bed, name: &str, role: Role, access: &Access, work: &Work) -> Result<Self, String> {
        bed.put(&json!({
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": { "name": SOURCE, "namespace": "default" },
            "data": { FILE: PROGRAM },
        }))?;
        bed.put(&pod(name, role, access, work))?;
        bed.wait_until(&format!("{name} runs"), Duration::from_secs(60), |bed| is_ready(&bed.pod(name)))?;
        Ok(Self { bed, name: name.to_owned() })
    }

    /// What it has done so far.
    pub fn account(&self) -> Account {
        Account::read(&self.bed.pod_log(&self.name))
    }

    /// Waits until it has had an event of each topic.
    pub fn wait_for_first(&self, topics: usize, limit: Duration) -> Result<(), String> {
        self.bed.wait_until(&format!("{} works", self.name), limit, |_| self.account().topics() == topics)
    }

    /// Ends it, after its last messages, and says what it did.
    pub fn stop(self) -> Account {
        let account = self.account();
        self.bed.kubectl(&["delete", "pod", &self.name, "--grace-period=0", "--force", "--wait=false"]);
        account
    }
}

fn pod(name: &str, role: Role, access: &Access, work: &Work) -> Value {
    let action = match role {
        Role::Produce => "produce",
        Role::Consume => "consume",
    };
    let program = format!("{FOLDER}/source/{FILE}");
    // Without a logger's configuration, the library's log would fill the output.
    let script = format!(
        "exec java -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j2.level=WARN \
        -Dsun.net.inetaddr.ttl=1 -Dsun.net.inetaddr.negative.ttl=1 -cp 'lib/*' {program} \"$@\""
    );
    let arguments = [
        "sh".to_owned(),
        "-c".to_owned(),
        script,
        "client".to_owned(),
        action.to_owned(),
        access.url.clone(),
        work.topic.clone(),
        work.topics.to_string(),
        work.period.as_millis().to_string(),
    ];
    let mut volumes = vec![json!({ "name": "source", "configMap": { "name": SOURCE } })];
    let mut environment = Vec::new();
    let secrets = [
        ("token", &access.token, "TOKEN_FILE", "TOKEN"),
        ("authority", &access.authority, "AUTHORITY_FILE", "ca.crt"),
    ];
    for (volume, secret, variable, key) in secrets {
        if let Some(secret) = secret {
            volumes.push(json!({ "name": volume, "secret": { "secretName": secret } }));
            environment.push(json!({ "name": variable, "value": format!("{FOLDER}/{volume}/{key}") }));
        }
    }
    let mounts: Vec<Value> = volumes
        .iter()
        .map(|volume| {
            let name = volume["name"].as_str().unwrap_or_default();
            json!({ "name": name, "mountPath": format!("{FOLDER}/{name}") })
        })
        .collect();
    json!({
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": { "name": name, "namespace": "default", "labels": { "app": "test-client" } },
        "spec": {
            "restartPolicy": "Never",
            "terminationGracePeriodSeconds": 2,
            "containers": [{
                "name": "client",
                "image": format!("apachepulsar/pulsar-all:{LAST}"),
                "command": arguments,
                "env": environment,
                "volumeMounts": mounts,
            }],
            "volumes": volumes,
        },
    })
}
