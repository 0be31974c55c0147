//! The servers of a cluster: their pods, addresses and names.

use crate::manifests::{Manifests, text};
use crate::network::Host;
use crate::pod;
use serde_json::Value;
use std::net::Ipv4Addr;

/// The name of the release in every input.
pub const RELEASE: &str = "pulsar";
/// Where jobs and the test itself run: they serve nothing.
pub const CLIENT: Ipv4Addr = Ipv4Addr::new(127, 0, 1, 100);

/// One of each, in the order in which they need one another.
pub const ONE_OF_EACH: [Server; 5] = [
    Server::first("zookeeper"),
    Server::first("bookie"),
    Server::first("broker"),
    Server::first("function-worker"),
    Server::first("proxy"),
];

/// A pod of a `StatefulSet`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Server {
    /// The component, as its objects are named.
    pub component: &'static str,
    /// The ordinal of the pod.
    pub ordinal: u8,
}

impl Server {
    /// The first pod of a component.
    pub const fn first(component: &'static str) -> Self {
        Self { component, ordinal: 0 }
    }

    /// The name of its `StatefulSet`.
    pub fn workload(self) -> String {
        format!("{RELEASE}-{}", self.component)
    }

    /// The name of the pod.
    pub fn pod(self) -> String {
        format!("{RELEASE}-{}-{}", self.component, self.ordinal)
    }

    /// The name of its log: the component, and the ordinal of all but the first.
    pub fn log(self) -> String {
        let ordinal = if self.ordinal == 0 { String::new() } else { format!("-{}", self.ordinal) };
        format!("{}{ordinal}", self.component)
    }

    /// The pod's full name.
    pub fn host(self, manifests: &Manifests) -> Result<String, String> {
        Ok(pod::host(&self.pod(), manifests.get("StatefulSet", &self.workload())?))
    }

    /// Where it listens: each pod has an address of the loopback.
    pub fn address(self, servers: &[Self]) -> Ipv4Addr {
        let place = servers.iter().position(|one| *one == self).and_then(|place| u8::try_from(place).ok());
        Ipv4Addr::new(127, 0, 1, place.map_or(CLIENT.octets()[3], |place| place + 1))
    }
}

/// Each pod's names: its own, then those of the services that select it.
pub fn hosts(manifests: &Manifests, servers: &[Server]) -> Result<Vec<Host>, String> {
    servers
        .iter()
        .map(|server| {
            let mut names = shorter(&server.host(manifests)?);
            let workload = manifests.get("StatefulSet", &server.workload())?;
            let labels = &workload["spec"]["template"]["metadata"]["labels"];
            for service in manifests.of_kind("Service").filter(|service| selects(service, labels)) {
                let metadata = &service["metadata"];
                let whole =
                    format!("{}.{}.svc.cluster.local", text(&metadata["name"]), text(&metadata["namespace"]));
                names.extend(shorter(&whole));
            }
            // A pod's own hosts file has its bare name too.
            names.push(server.pod());
            Ok(Host { address: server.address(servers), names })
        })
        .chain(std::iter::once(Ok(clients(manifests))))
        .collect()
}

/// Those who serve nothing: the jobs, and the test itself.
fn clients(manifests: &Manifests) -> Host {
    let jobs = manifests.of_kind("Job").map(|job| text(&job["metadata"]["name"]).to_owned());
    Host { address: CLIENT, names: jobs.chain(["client".to_owned()]).collect() }
}

/// A name as it is, and as pods of its namespace may write it.
fn shorter(whole: &str) -> Vec<String> {
    let ends = ["", ".cluster.local", ".svc.cluster.local"];
    let mut names: Vec<String> =
        ends.iter().filter_map(|end| whole.strip_suffix(end)).map(str::to_owned).collect();
    if let Some((name, _)) = names.last().and_then(|name| name.rsplit_once('.')) {
        names.push(name.to_owned());
    }
    names
}

fn selects(service: &Value, labels: &Value) -> bool {
    let selector = service["spec"]["selector"].as_object();
    selector.is_some_and(|selector| selector.iter().all(|(key, value)| labels[key] == *value))
}

/// The keys of a server's port with and without TLS, and Pulsar's own if neither is set.
pub fn ports(component: &str) -> (Vec<&'static str>, Vec<&'static str>, u16) {
    match component {
        "zookeeper" => (vec!["PULSAR_PREFIX_secureClientPort"], vec!["clientPort"], 2181),
        "bookie" => (vec![], vec!["bookiePort"], 3181),
        "function-worker" => (vec!["PF_workerPortTls"], vec!["PF_workerPort"], 6750),
        _ => (vec!["webServicePortTls"], vec!["webServicePort"], 8080),
    }
}
