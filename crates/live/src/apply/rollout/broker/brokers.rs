//! The brokers of a StatefulSet, as Kubernetes and Pulsar see them now.

use crate::apply::pods;
use crate::apply::rollout::set::Set;
use crate::apply::stop::Stop;
use crate::gate::pod::serves;
use crate::pulsar::broker::{self, BrokerId};
use serde_json::Value;

/// Who is there, and who leads.
pub(super) struct Brokers {
    /// The pods, the lowest ordinal first.
    pub(super) pods: Vec<Value>,
    /// The brokers that the leader finds in the cluster.
    pub(super) listed: Vec<BrokerId>,
    /// The leader.
    pub(super) leader: BrokerId,
}

impl Brokers {
    /// The pods that are ready.
    pub(super) fn ready(&self) -> impl Iterator<Item = &Value> {
        self.pods.iter().filter(|pod| serves(pod))
    }

    /// A ready pod by its name.
    pub(super) fn pod(&self, name: &str) -> Option<&Value> {
        self.ready().find(|pod| pods::identity(pod).name == name)
    }

    /// The broker in a pod, if it is listed.
    pub(super) fn id(&self, pod: &str) -> Option<&BrokerId> {
        self.listed.iter().find(|id| id.is_in(pod))
    }

    /// The ready pod of a broker.
    pub(super) fn pod_of(&self, id: &BrokerId) -> Option<&Value> {
        // A redirection leads to the host of a broker; its port may be that of TLS.
        self.ready().find(|pod| id.is_in(&pods::identity(pod).name))
    }

    /// Whether the broker in a pod leads.
    pub(super) fn leads(&self, pod: &str) -> bool {
        self.leader.is_in(pod)
    }

    /// Whether the pod is ready and its broker listed.
    pub(super) fn serves(&self, pod: &str) -> bool {
        self.pod(pod).is_some() && self.id(pod).is_some()
    }

    /// Who is asked about the broker in a pod: the leader, or another broker if the leader is that broker or in no pod of the set. None
    /// if there is no other.
    pub(super) fn observer(&self, about: &str) -> Option<&Value> {
        let is_other = |pod: &&Value| pods::identity(pod).name != about;
        let leader = self.pod_of(&self.leader).filter(is_other);
        leader.or_else(|| self.ready().find(is_other))
    }
}

/// Who is there now; or why that cannot be known yet.
pub(super) async fn look(set: &Set<'_, '_>) -> Result<Result<Brokers, String>, Stop> {
    let (_, pods) = set.seen().await?;
    let mut why = "no broker is ready".to_owned();
    for pod in pods.iter().filter(|pod| serves(pod)) {
        let leader = match set.ask(broker::leader(set.run.api, &set.place(pod))).await? {
            Ok(Some(leader)) => leader,
            Ok(None) => {
                why = String::from("no leader is elected");
                continue;
            }
            Err(failure) => {
                why = failure;
                continue;
            }
        };
        let mut brokers = Brokers { pods: pods.clone(), listed: Vec::new(), leader };
        let asked = brokers.pod_of(&brokers.leader).unwrap_or(pod);
        match set.ask(broker::listed(set.run.api, &set.place(asked))).await? {
            Ok(listed) => brokers.listed = listed,
            Err(failure) => {
                why = failure;
                continue;
            }
        }
        return Ok(Ok(brokers));
    }
    Ok(Err(why))
}

/// Waits until the brokers answer and have a leader.
pub(super) async fn present(set: &Set<'_, '_>) -> Result<Brokers, Stop> {
    let mut found = None;
    set.until(async || match look(set).await? {
        Ok(brokers) => {
            found = Some(brokers);
            Ok(None)
        }
        Err(why) => Ok(Some(why)),
    })
    .await?;
    found.ok_or_else(|| Stop::new("the brokers do not answer", "look at their logs, then apply again"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn brokers(ready: &[u8], leader: &str) -> Brokers {
        let pod = |number: u8| {
            let status = if ready.contains(&number) { "True" } else { "False" };
            json!({"metadata": {"name": format!("b-{number}")},
                "status": {"conditions": [{"type": "Ready", "status": status}]}})
        };
        let listed = ["b-0.svc:8080", "b-1.svc:8080", "b-2.svc:8080"];
        Brokers {
            pods: (0..3).map(pod).collect(),
            listed: listed.iter().map(|id| BrokerId((*id).to_owned())).collect(),
            leader: BrokerId(leader.to_owned()),
        }
    }

    fn observer(brokers: &Brokers, about: &str) -> Option<String> {
        brokers.observer(about).map(|pod| pods::identity(pod).name)
    }

    #[test]
    fn the_leader_is_asked_about_all_but_itself() {
        let three = brokers(&[0, 1, 2], "b-1.svc:8080");
        assert_eq!(observer(&three, "b-2").as_deref(), Some("b-1"));
        assert_eq!(observer(&three, "b-1").as_deref(), Some("b-0"));
        assert!(three.leads("b-1") && !three.leads("b-0"));
    }

    #[test]
    fn another_broker_is_asked_if_the_leader_is_elsewhere() {
        assert_eq!(observer(&brokers(&[0, 2], "green-0.svc:8080"), "b-0").as_deref(), Some("b-2"));
        assert_eq!(observer(&brokers(&[0], "b-0.svc:8080"), "b-0"), None);
    }

    #[test]
    fn a_broker_serves_if_its_pod_is_ready_and_listed() {
        let mut two = brokers(&[0, 2], "b-0.svc:8080");
        two.listed.pop();
        assert_eq!(["b-0", "b-1", "b-2"].map(|pod| two.serves(pod)), [true, false, false]);
    }
}
