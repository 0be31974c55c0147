//! Settings that must differ from pod to pod, in a config map that all pods of a component share.

use crate::facts::written;
use pulsarc_catalogue::bare_key;
use pulsarc_component::{Cluster, ComponentRecord, Program};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A per-pod setting in a shared config map.
pub(crate) static CODE: Code = Code {
    id: "PUL0820",
    severity: Severity::Error,
    title: "per-pod setting shared by all pods",
    page: include_str!("per_pod.md"),
};

/// Hosts that mean "this machine" to whoever dials them.
const LOOPBACK: [&str; 5] = ["localhost", "127.0.0.1", "0.0.0.0", "::1", "::"];

/// A server whose pods register themselves under an address of their own.
struct Server {
    block: &'static str,
    plural: &'static str,
    bookies: bool,
    pods: i64,
}

/// The config map of a StatefulSet reaches every pod unchanged, so an address or id in it names all of them alike.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for server in servers(cluster) {
        let config = format!("{}.configData", server.block);
        for variable in written(cluster, &config) {
            let path = format!("{config}.{variable}");
            let Some(value) = cluster.text(&path).map(|text| text.trim().to_owned()) else { continue };
            let key = bare_key(variable);
            if value.is_empty() || !is_per_pod(&server, key) {
                continue;
            }
            let finding = if server.pods > 1 {
                shared(&server, variable, &value)
            } else if let Some(host) = loopback(&value) {
                loops(&server, variable, &value, host)
            } else {
                continue;
            };
            let replicas = format!("{}.replicaCount", server.block);
            found.push(cluster.point(finding, &[(&path, ""), (&replicas, "number of pods set here")]));
        }
    }
}

fn servers(cluster: &Cluster<'_>) -> Vec<Server> {
    let server = |record: &ComponentRecord| {
        let (bookies, plural) = match record.configuration?.programs.first()? {
            Program::Broker => (false, "brokers"),
            Program::BookKeeper if record.persists.is_some() => (true, "bookies"),
            _ => return None,
        };
        let block = record.block;
        let scaled = cluster.is_on(&format!("{block}.autoscaling.enabled"));
        let replicas =
            if scaled { format!("{block}.autoscaling.maxReplicas") } else { record.replicas_path()? };
        Some(Server { block, plural, bookies, pods: cluster.integer(&replicas)? })
    };
    cluster.topology.deployed().filter_map(server).collect()
}

/// Protocol handlers have listeners of their own, such as `kafkaAdvertisedListeners`.
fn is_per_pod(server: &Server, key: &str) -> bool {
    let listeners = !server.bookies && key.ends_with("dvertisedListeners");
    key == "advertisedAddress" || listeners || (server.bookies && key == "bookieId")
}

/// The first host of an address, or of a list of listeners, that only reaches the machine that dials it.
fn loopback(value: &str) -> Option<&'static str> {
    value.split(',').find_map(|listener| {
        let address = listener.rsplit("://").next().unwrap_or(listener).trim().replace(['[', ']'], "");
        let port_follows =
            |host: &&str| address.strip_prefix(*host).is_some_and(|rest| rest.starts_with(':'));
        LOOPBACK.into_iter().find(|host| address == *host || port_follows(host))
    })
}

fn shared(server: &Server, variable: &str, value: &str) -> Diagnostic {
    let key = bare_key(variable);
    let Server { bookies, plural, pods, .. } = server;
    let consequence = match (bookies, key) {
        (true, _) => "only one of them can register; the others exit at startup",
        (_, "advertisedAddress") => "only one of them can register, so clients reach no other",
        _ => "a client that looks a topic up may reach a broker that does not own it",
    };
    let message = format!("all {pods} {plural} share `{key}` = `{value}`; {consequence}");
    Diagnostic::new(&CODE, message).help(instead(server, variable, value))
}

fn loops(server: &Server, variable: &str, value: &str, host: &str) -> Diagnostic {
    let key = bare_key(variable);
    let message = format!(
        "`{key}` advertises `{host}`; a client or proxy that dials it reaches its own pod, not the {}",
        server.plural
    );
    Diagnostic::new(&CODE, message).help(instead(server, variable, value))
}

/// Each pod knows its own name in the headless service; anything else has to come from the pod itself.
fn instead(server: &Server, variable: &str, value: &str) -> String {
    let block = server.block;
    let own = "delete the line: each pod then uses its own name in the headless service; for another name per \
    pod, write";
    if server.bookies {
        return format!("{own} {block}.additionalCommand: export {variable}=\"$(hostname -f)\"");
    }
    if bare_key(variable) == "advertisedAddress" {
        return format!(
            "{own} {block}.extraEnvs: [{{name: {variable}, valueFrom: {{fieldRef: {{fieldPath: status.podIP}}}}}}]"
        );
    }
    let listeners: Vec<String> = value.split(',').map(|listener| per_pod(listener.trim())).collect();
    format!(
        "{own} {block}.extraEnvs: [{{name: POD_NAME, valueFrom: {{fieldRef: {{fieldPath: metadata.name}}}}}}, {{name: {variable}, value: \"{}\"}}]",
        listeners.join(",")
    )
}

/// A listener with the pod's name instead of its host.
fn per_pod(listener: &str) -> String {
    let (scheme, address) = listener.split_once("://").unwrap_or(("", listener));
    let port = address.rsplit_once(':').map_or("6650", |(_, port)| port);
    format!("{scheme}://$(POD_NAME).example.com:{port}")
}

#[cfg(test)]
mod tests {
    use super::loopback;

    #[test]
    fn finds_addresses_that_lead_back() {
        assert_eq!(loopback("0.0.0.0"), Some("0.0.0.0"));
        assert_eq!(loopback("internal:pulsar://localhost:6650"), Some("localhost"));
        assert_eq!(loopback("a:pulsar://pulsar.example.com:6650, b:pulsar://[::1]:6650"), Some("::1"));
        assert_eq!(loopback("::"), Some("::"));
        assert_eq!(loopback("localhost.example.com"), None);
        assert_eq!(loopback("internal:pulsar://broker:6650"), None);
    }
}
