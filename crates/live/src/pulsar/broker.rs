//! The calls to brokers, and what they answer.
//!
//! The shapes of the answers were recorded from Pulsar 4.0.8 with both load managers, and from 5.0.1.

use super::{Answer, Call, Method, Place, call, done, is_host_of, json, refused};
use crate::api::Api;
use crate::failure::Failure;
use crate::time;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// The identifiers of the brokers that a broker finds in the cluster: `pulsar-broker-0.pulsar-broker.pulsar.svc.cluster.local:8080`.
pub(crate) const LIST: &str = "/admin/v2/brokers";
/// The leader.
pub(crate) const LEADER: &str = "/admin/v2/brokers/leaderBroker";
/// A broker's check of itself: it writes and reads a message.
pub(crate) const HEALTH: &str = "/admin/v2/brokers/health";
/// The overrides of dynamic settings, those of the configuration file left out.
pub(crate) const OVERRIDES: &str = "/admin/v2/brokers/configuration/values";
/// The settings of a broker as they hold.
pub(crate) const SETTINGS: &str = "/admin/v2/brokers/configuration/runtime";
/// A broker's own load report, with the modular load manager.
pub(crate) const REPORT: &str = "/admin/v2/broker-stats/load-report";
/// The topic through which the extensible load manager passes load reports on. The leader owns it.
pub(crate) const REPORTS_TOPIC: &str =
    "/admin/v2/non-persistent/pulsar/system/loadbalancer-broker-load-data/stats";

/// The dynamic settings that are off while brokers restart: load shedding and the splitting of bundles.
pub(crate) const PAUSED: [&str; 2] = ["loadBalancerSheddingEnabled", "loadBalancerAutoBundleSplitEnabled"];

/// A check of health writes a message, which takes its time on a broker that has just started.
const HEALTH_LIMIT: Duration = Duration::from_secs(40);

/// An unload waits until the topics of the bundle are closed: `namespaceBundleUnloadingTimeoutMs` is a minute.
const UNLOAD_LIMIT: Duration = Duration::from_secs(70);

/// The override of a dynamic setting: `POST` with a value sets it, `DELETE` removes it.
pub(crate) fn override_path(setting: &str) -> String {
    format!("/admin/v2/brokers/configuration/{}", encoded(setting))
}

/// The bundles of a broker. Another broker answers with a redirection, which it makes of the load report that it has of that broker.
pub(crate) fn owned_path(cluster: &str, broker: &str) -> String {
    format!("/admin/v2/brokers/{}/{}/ownedNamespaces", encoded(cluster), encoded(broker))
}

/// The unload of a bundle: `public/default/0x00000000_0x40000000`.
pub(crate) fn unload_path(bundle: &str) -> String {
    format!("/admin/v2/namespaces/{bundle}/unload")
}

/// A broker as the cluster knows it: `host:port`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct BrokerId(pub(crate) String);

impl BrokerId {
    /// The name under which other brokers and clients reach it.
    pub(crate) fn host(&self) -> &str {
        self.0.rsplit_once(':').map_or(self.0.as_str(), |(host, _)| host)
    }

    /// Whether it is the broker in a pod. Brokers advertise the name of their pod, with or without a domain.
    pub(crate) fn is_in(&self, pod: &str) -> bool {
        is_host_of(self.host(), pod)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Leader {
    broker_id: Option<String>,
    service_url: Option<String>,
}

/// The leader; none while one is elected.
pub(crate) async fn leader(api: &Api, place: &Place) -> Result<Option<BrokerId>, Failure> {
    let wanted = Call::new(Method::Get, LEADER);
    let answer = call(api, place, &wanted).await?;
    if answer.status == 404 {
        return Ok(None);
    }
    leader_of(&answer).map(Some).ok_or_else(|| refused(place, &wanted, &answer))
}

fn leader_of(answer: &Answer) -> Option<BrokerId> {
    let found: Leader = serde_json::from_str(&answer.body).ok().filter(|_| answer.is_success())?;
    // Before 3.2 there is the address alone.
    let of_url = || Some(found.service_url?.split_once("://")?.1.trim_end_matches('/').to_owned());
    found.broker_id.or_else(of_url).map(BrokerId)
}

/// The brokers that a broker finds in the cluster.
pub(crate) async fn listed(api: &Api, place: &Place) -> Result<Vec<BrokerId>, Failure> {
    let ids: Vec<String> = json(api, place, &Call::new(Method::Get, LIST)).await?;
    Ok(ids.into_iter().map(BrokerId).collect())
}

/// Fails unless a broker is healthy by its own check.
pub(crate) async fn healthy(api: &Api, place: &Place) -> Result<(), Failure> {
    done(api, place, &Call::new(Method::Get, HEALTH).within(HEALTH_LIMIT)).await
}

/// The overrides of dynamic settings.
pub(crate) async fn overrides(api: &Api, place: &Place) -> Result<BTreeMap<String, String>, Failure> {
    json(api, place, &Call::new(Method::Get, OVERRIDES)).await
}

/// Overrides a dynamic setting, for all brokers and until it is removed.
pub(crate) async fn set_override(api: &Api, place: &Place, name: &str, value: &str) -> Result<(), Failure> {
    let path = format!("{}/{}", override_path(name), encoded(value));
    done(api, place, &Call::new(Method::Post, path)).await
}

/// Removes the override of a dynamic setting, so that the configuration file holds again.
pub(crate) async fn remove_override(api: &Api, place: &Place, name: &str) -> Result<(), Failure> {
    done(api, place, &Call::new(Method::Delete, override_path(name))).await
}

/// The settings of a broker as they hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settings(BTreeMap<String, Value>);

impl Settings {
    /// A setting as text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    }

    /// Whether the brokers use the extensible load manager, which passes load reports on through a topic.
    pub(crate) fn is_extensible(&self) -> bool {
        self.text("loadManagerClassName").is_some_and(|class| class.contains("ExtensibleLoadManager"))
    }

    /// A setting as a number, or what Pulsar uses without it.
    pub(crate) fn number(&self, name: &str, default: u64) -> u64 {
        self.text(name).and_then(|text| text.parse().ok()).unwrap_or(default)
    }
}

/// The settings of a broker.
pub(crate) async fn settings(api: &Api, place: &Place) -> Result<Settings, Failure> {
    json(api, place, &Call::new(Method::Get, SETTINGS)).await.map(Settings)
}

/// A broker's own load report. Only the modular load manager has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Report {
    /// The bundles with topics, as they were last counted.
    #[serde(default)]
    pub(crate) bundles: BTreeSet<String>,
    /// When the broker last passed a report on, by its own clock.
    #[serde(default)]
    pub(crate) last_update: u64,
}

/// A broker's own load report.
pub(crate) async fn report(api: &Api, place: &Place) -> Result<Report, Failure> {
    json(api, place, &Call::new(Method::Get, REPORT)).await
}

/// The bundles that a broker owns, without those of its own checks, which never move.
pub(crate) async fn owned(
    api: &Api,
    place: &Place,
    cluster: &str,
    broker: &BrokerId,
) -> Result<BTreeSet<String>, Failure> {
    let wanted = Call::new(Method::Get, owned_path(cluster, &broker.0));
    let found: BTreeMap<String, Value> = json(api, place, &wanted).await?;
    Ok(foreign(found.into_keys().collect(), broker))
}

/// Bundles of a broker without those of its own checks.
pub(crate) fn foreign(mut bundles: BTreeSet<String>, broker: &BrokerId) -> BTreeSet<String> {
    bundles.retain(|bundle| !is_own(bundle, broker));
    bundles
}

/// Whether a bundle is of the namespaces by which a broker checks itself.
fn is_own(bundle: &str, broker: &BrokerId) -> bool {
    let namespace = bundle.rsplit_once('/').map_or(bundle, |(namespace, _)| namespace);
    (namespace.starts_with("pulsar/") || namespace.starts_with("sla-monitor/"))
        && namespace.ends_with(&broker.0)
}

/// Whether a broker has read the registration of another one, which with the modular load manager is its load report. It answers by
/// a redirection to the address in it, and with 404 if it has none.
pub(crate) async fn has_registration(
    api: &Api,
    place: &Place,
    cluster: &str,
    broker: &BrokerId,
) -> Result<bool, Failure> {
    let wanted = Call::new(Method::Get, owned_path(cluster, &broker.0));
    let answer = call(api, place, &wanted).await?;
    match answer.status {
        404 => Ok(false),
        301..=308 => Ok(answer.redirect.is_some()),
        status if (200..300).contains(&status) => Ok(true),
        _ => Err(refused(place, &wanted, &answer)),
    }
}

/// The topic through which the extensible load manager passes load reports on, as the leader sees it.
#[derive(Debug, Deserialize)]
pub(crate) struct Reports {
    #[serde(default)]
    publishers: Vec<Client>,
    #[serde(default)]
    subscriptions: BTreeMap<String, Subscription>,
}

#[derive(Debug, Deserialize)]
struct Subscription {
    #[serde(default)]
    consumers: Vec<Client>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Client {
    address: Option<String>,
    connected_since: Option<String>,
    #[serde(default)]
    last_consumed_timestamp: u64,
}

impl Reports {
    /// What is missing before the leader can have read a report of a broker with these addresses, if `brokers` are listed. Each broker
    /// publishes a report as soon as it has connected.
    pub(crate) fn missing(&self, brokers: usize, addresses: &BTreeSet<String>) -> Option<&'static str> {
        if self.publishers.len() < brokers {
            return Some("does not publish load reports");
        }
        let own = self.publishers.iter().find(|one| one.host().is_some_and(|host| addresses.contains(host)));
        // Where a proxy is in between, all addresses are those of the proxy.
        let since = own?.connected_since.as_deref().and_then(time::seconds)?;
        let consumers = self.subscriptions.values().flat_map(|subscription| &subscription.consumers);
        let read = consumers.map(|consumer| consumer.last_consumed_timestamp / 1000).max().unwrap_or(0);
        let is_read = i64::try_from(read).is_ok_and(|read| read >= since);
        (!is_read).then_some("has published no load report that was read")
    }
}

impl Client {
    /// The address in `/10.244.1.7:43210`.
    fn host(&self) -> Option<&str> {
        let (host, _) = self.address.as_ref()?.trim_start_matches('/').rsplit_once(':')?;
        Some(host.trim_matches(['[', ']']))
    }
}

/// The topic of load reports; none if this broker does not own it.
pub(crate) async fn reports(api: &Api, place: &Place) -> Result<Option<Reports>, Failure> {
    let wanted = Call::new(Method::Get, REPORTS_TOPIC);
    let answer = call(api, place, &wanted).await?;
    if matches!(answer.status, 301..=308 | 404) {
        return Ok(None);
    }
    let found = answer.is_success().then(|| serde_json::from_str(&answer.body).ok()).flatten();
    found.map(Some).ok_or_else(|| refused(place, &wanted, &answer))
}

/// What became of an unload.
pub(crate) enum Unload {
    /// The bundle was unloaded.
    Done,
    /// Another broker has to be asked: its identifier, and the path.
    Elsewhere(BrokerId, String),
}

/// The call that moves a bundle to a broker.
pub(crate) fn transfer_path(bundle: &str, to: &BrokerId) -> String {
    format!("{}?destinationBroker={}", unload_path(bundle), encoded(&to.0))
}

/// Asks a broker to unload a bundle, by a path. The owner and the leader each have a part in it and send the caller to one another.
pub(crate) async fn unload(api: &Api, place: &Place, path: &str) -> Result<Unload, Failure> {
    let wanted = Call::new(Method::Put, path).within(UNLOAD_LIMIT);
    let answer = call(api, place, &wanted).await?;
    if answer.is_success() {
        return Ok(Unload::Done);
    }
    let elsewhere = answer.redirect.as_deref().and_then(target);
    elsewhere
        .map(|(broker, path)| Unload::Elsewhere(broker, path))
        .ok_or_else(|| refused(place, &wanted, &answer))
}

/// The broker and the path of an address.
fn target(url: &str) -> Option<(BrokerId, String)> {
    let (_, rest) = url.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    Some((BrokerId(host.to_owned()), format!("/{path}")))
}

/// A part of a path in which only unreserved characters stay as they are.
fn encoded(part: &str) -> String {
    let one = |byte: u8| {
        let kept = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b':');
        if kept { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    part.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Answer {
        Answer { status, body: body.to_owned(), redirect: None }
    }

    #[test]
    fn a_leader_of_an_older_line_has_an_address_alone() {
        let new = answer(200, r#"{"serviceUrl":"http://127.0.0.1:8080","brokerId":"127.0.0.1:8080"}"#);
        assert_eq!(leader_of(&new), Some(BrokerId("127.0.0.1:8080".to_owned())));
        let old = answer(200, r#"{"serviceUrl":"https://broker-0.svc:8443"}"#);
        assert_eq!(leader_of(&old), Some(BrokerId("broker-0.svc:8443".to_owned())));
        assert_eq!(leader_of(&answer(500, r#"{"reason":"x"}"#)), None);
    }

    #[test]
    fn a_broker_is_in_the_pod_whose_name_it_advertises() {
        let id = BrokerId("pulsar-broker-1.pulsar-broker-headless.pulsar.svc.cluster.local:8080".to_owned());
        assert!(id.is_in("pulsar-broker-1"));
        assert!(!id.is_in("pulsar-broker-10") && !id.is_in("pulsar-broker") && !id.is_in("broker-1"));
        assert!(BrokerId("pulsar-broker-1:8080".to_owned()).is_in("pulsar-broker-1"));
    }

    /// As a broker 4.0.8 with the modular load manager answered, without its usage.
    #[test]
    fn a_report_of_the_modular_load_manager_names_its_bundles() {
        let text = r#"{"webServiceUrl":"http://127.0.0.1:8081","lastUpdate":1796069342019,"lastStats":{},"numTopics":2,
            "numBundles":1,"bundles":["public/default/0x00000000_0x40000000"],"startTimestamp":1796069301699,
            "loadReportType":"LocalBrokerData"}"#;
        let report: Report = serde_json::from_str(text).expect("it is one");
        assert_eq!((report.bundles.len(), report.last_update), (1, 1_796_069_342_019));
    }

    /// As the leader of three brokers 4.0.8 with the extensible load manager answered, without what is not read.
    #[test]
    fn the_leader_shows_who_publishes_reports_and_whether_they_are_read() {
        let of = |publishers: &str, read: u64| {
            let text = format!(
                r#"{{"msgInCounter":3,"ownerBroker":"127.0.0.1:8081","publishers":[{publishers}],"subscriptions":{{"reader-7aeeee8014":
                    {{"msgOutCounter":3,"consumers":[{{"address":"/10.244.0.5:57358","lastConsumedTimestamp":{read}}}]}}}}}}"#
            );
            serde_json::from_str::<Reports>(&text).expect("it is one")
        };
        let one = r#"{"producerName":"c-1-3","address":"/10.244.0.5:57358","connectedSince":"2026-11-30T20:31:18.016639843Z"}"#;
        let other = r#"{"producerName":"c-1-4","address":"/10.244.1.7:57346","connectedSince":"2026-11-30T20:31:17.766719113Z"}"#;
        let both = format!("{one},{other}");
        let addresses = BTreeSet::from(["10.244.1.7".to_owned()]);
        let missing = |publishers: &str, read: u64| of(publishers, read).missing(2, &addresses);
        assert_eq!(missing(&both, 1_796_070_678_776), None);
        assert_eq!(missing(&both, 1_796_070_600_000), Some("has published no load report that was read"));
        assert_eq!(missing(one, 1_796_070_678_776), Some("does not publish load reports"));
        let hidden = both.replace("10.244", "127.0");
        assert_eq!(missing(&hidden, 0), None, "nobody is recognized behind a proxy");
    }

    #[test]
    fn the_namespaces_of_its_own_checks_are_no_load_of_a_broker() {
        let broker = BrokerId("127.0.0.1:8080".to_owned());
        for own in [
            "pulsar/c/127.0.0.1:8080/0x00000000_0xffffffff",
            "pulsar/127.0.0.1:8080/0x00000000_0xffffffff",
            "sla-monitor/c/127.0.0.1:8080/0x00000000_0xffffffff",
        ] {
            assert!(is_own(own, &broker), "{own}");
        }
        assert!(!is_own("pulsar/system/0x00000000_0x40000000", &broker));
        assert!(!is_own("public/default/0x00000000_0x40000000", &broker));
    }

    #[test]
    fn a_redirection_names_a_broker_and_a_path() {
        let url = "https://broker-1.svc:8443/admin/v2/namespaces/a/b/0x0_0x1/unload?authoritative=true";
        let (broker, path) = target(url).expect("it is one");
        assert_eq!(broker.0, "broker-1.svc:8443");
        assert_eq!(path, "/admin/v2/namespaces/a/b/0x0_0x1/unload?authoritative=true");
        assert!(target("nonsense").is_none());
    }

    #[test]
    fn paths_hold_no_foreign_characters() {
        assert_eq!(override_path("a/b c"), "/admin/v2/brokers/configuration/a%2Fb%20c");
        let to = BrokerId("broker-0.svc:8080".to_owned());
        assert_eq!(
            transfer_path("public/default/0x0_0x1", &to),
            "/admin/v2/namespaces/public/default/0x0_0x1/unload?destinationBroker=broker-0.svc:8080"
        );
    }
}
