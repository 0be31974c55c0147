//! Why a workload does not become ready: pods that cannot start, pods that cannot be created, and what to do about them.

use super::pods;
use super::run::Run;
use super::stop::Stop;
use crate::gate::pod::{self, Cause, Trouble};
use crate::metadata::{is_going, uid};
use crate::resource::Resource;
use crate::stateful_set;
use pulsarc_diff::{ComponentFacts, Identity};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tokio::time::Instant;

/// So many lines of a log are shown.
const LINES: i64 = 20;

/// A controller that cannot create pods, or a node that cannot start them, is given this time.
const PATIENCE: Duration = Duration::from_secs(20);

/// Events by which an autoscaler of nodes says that it is about to add one.
const SCALING: [&str; 3] = ["TriggeredScaleUp", "Nominated", "NominatedNode"];

/// What a trouble is about: a pod or a workload, the cause, and the container.
type Key = (String, Option<Cause>, Option<String>);

/// The troubles of a stage, and since when each persists.
#[derive(Default)]
pub(super) struct Troubles {
    since: BTreeMap<Key, Instant>,
    seen: BTreeSet<Key>,
    words: BTreeMap<Identity, String>,
}

impl Troubles {
    /// Looks at a workload that is not ready. An error if it cannot become so.
    pub(super) async fn look(
        &mut self,
        run: &Run<'_>,
        (object, workload): (&Identity, &Value),
        pods: &[Value],
    ) -> Result<(), Stop> {
        self.words.remove(object);
        for one in pods::concerned(workload, pods) {
            let Some(trouble) = pod::trouble(one) else { continue };
            self.words.entry(object.clone()).or_insert_with(|| trouble.why.clone());
            let key =
                (uid(one).unwrap_or_default().to_owned(), Some(trouble.cause), trouble.container.clone());
            if self.persists(key, trouble.cause.patience()) && is_final(run, one, &trouble).await? {
                return Err(stop(run, (object, workload), one, trouble).await);
            }
        }
        self.starting(run, (object, workload), pods).await?;
        self.creation(run, (object, workload), pods).await
    }

    /// Forgets what is no longer so, since troubles count only if they persist.
    pub(super) fn forget_healed(&mut self) {
        let seen = std::mem::take(&mut self.seen);
        self.since.retain(|key, _| seen.contains(key));
    }

    /// What is known about a workload.
    pub(super) fn of(&self, object: &Identity) -> Option<&str> {
        self.words.get(object).map(String::as_str)
    }

    /// The last lines of the pod that is farthest from being ready.
    pub(super) async fn last_log(&self, run: &Run<'_>, pods: &[Value]) -> Vec<String> {
        let suspect = |one: &&Value| !pod::is_ready(one) && !is_going(one);
        for one in pods.iter().filter(suspect) {
            if let Some((container, previous)) = pod::suspect(one) {
                return log(run, one, &container, previous).await;
            }
        }
        Vec::new()
    }

    fn persists(&mut self, key: Key, patience: Duration) -> bool {
        self.seen.insert(key.clone());
        self.since.entry(key).or_insert_with(Instant::now).elapsed() >= patience
    }

    /// Pods on a node that wait for a Secret or a ConfigMap which does not exist.
    async fn starting(
        &mut self,
        run: &Run<'_>,
        (object, workload): (&Identity, &Value),
        pods: &[Value],
    ) -> Result<(), Stop> {
        for one in pods::concerned(workload, pods).into_iter().filter(|one| pod::is_starting(one)) {
            let key = (uid(one).unwrap_or_default().to_owned(), Some(Cause::Volume), None);
            if !self.persists(key, Cause::Volume.patience()) {
                continue;
            }
            for needed in volumes(one) {
                let missing = Resource::of_kind("", &needed.kind);
                let Some(resource) = missing else { continue };
                run.check()?;
                if matches!(run.api.get(&resource, &needed).await, Ok(None)) {
                    let why = format!("its volumes need {needed}, which does not exist");
                    let trouble = Trouble { cause: Cause::Configuration, container: None, image: None, why };
                    return Err(stop(run, (object, workload), one, trouble).await);
                }
            }
        }
        Ok(())
    }

    /// Pods that their controller cannot create: a quota, or an admission policy.
    async fn creation(
        &mut self,
        run: &Run<'_>,
        (object, workload): (&Identity, &Value),
        pods: &[Value],
    ) -> Result<(), Stop> {
        let wanted = stateful_set::replicas(workload);
        let there = pods.iter().filter(|one| !is_going(one)).count();
        if !crate::gate::has_pods(&object.kind) || u64::try_from(there).unwrap_or(u64::MAX) >= wanted {
            return Ok(());
        }
        let Some(of) = uid(workload) else { return Ok(()) };
        let key = (of.to_owned(), None, None);
        if !self.persists(key, PATIENCE) {
            return Ok(());
        }
        let mut about = vec![(object.clone(), of.to_owned())];
        if object.kind == "Deployment" {
            about.extend(replica_sets(run, workload).await);
        }
        for (about, of) in about {
            run.check()?;
            let Ok(events) = run.api.events(&about, &of).await else { continue };
            let refused = events.iter().rev().find(|event| reason(event) == Some("FailedCreate"));
            if let Some(message) = refused.and_then(|event| event.get("message")?.as_str()) {
                let settings = settings(run, workload);
                let advice = format!(
                    "Kubernetes rejects its pods: raise the quota of the namespace, or meet its policy with the settings of {settings}; \
                     then apply again"
                );
                return Err(Stop::new(format!("its pods cannot be created: {message}"), advice).at(object));
            }
        }
        Ok(())
    }
}

/// Whether waiting is pointless. Some troubles end by themselves, which only events say.
async fn is_final(run: &Run<'_>, pod: &Value, trouble: &Trouble) -> Result<bool, Stop> {
    let identity = pods::identity(pod);
    run.check()?;
    match trouble.cause {
        Cause::Scheduling => {
            let events = run.api.events(&identity, uid(pod).unwrap_or_default()).await.unwrap_or_default();
            Ok(!events.iter().any(|event| reason(event).is_some_and(|reason| SCALING.contains(&reason))))
        }
        Cause::Claim => {
            for claim in claims(pod) {
                if is_unprovided(run, &claim).await? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        _ => Ok(true),
    }
}

/// Whether nothing will make a volume for a claim: its class does not exist, or its provisioner has failed.
async fn is_unprovided(run: &Run<'_>, claim: &Identity) -> Result<bool, Stop> {
    run.check()?;
    let found = match run.api.get(&Resource::claims(), claim).await {
        Ok(Some(found)) => found,
        Ok(None) => return Ok(true),
        Err(_) => return Ok(false),
    };
    if found.pointer("/status/phase").and_then(Value::as_str) == Some("Bound") {
        return Ok(false);
    }
    let events = run.api.events(claim, uid(&found).unwrap_or_default()).await.unwrap_or_default();
    Ok(events.iter().any(|event| reason(event) == Some("ProvisioningFailed")))
}

fn reason(event: &Value) -> Option<&str> {
    event.get("reason")?.as_str()
}

/// The replica sets of a Deployment, with their UIDs.
async fn replica_sets(run: &Run<'_>, deployment: &Value) -> Vec<(Identity, String)> {
    let resource = Resource::replica_sets();
    let namespace = deployment.pointer("/metadata/namespace").and_then(Value::as_str);
    let all = run.api.list(&resource, namespace, None).await.unwrap_or_default();
    let own = all.iter().filter(|set| pods::owner(set) == uid(deployment));
    own.filter_map(|set| Some((run.wanted.identity(set), uid(set)?.to_owned()))).collect()
}

/// The claims of a pod.
fn claims(pod: &Value) -> Vec<Identity> {
    named_by(pod, "PersistentVolumeClaim", |volume| volume.pointer("/persistentVolumeClaim/claimName"))
}

/// The Secrets and config maps without which the volumes of a pod cannot be mounted.
fn volumes(pod: &Value) -> Vec<Identity> {
    let required = |source: &Value| source.get("optional").and_then(Value::as_bool) != Some(true);
    let secrets = named_by(pod, "Secret", |volume| {
        volume.get("secret").filter(|source| required(source))?.get("secretName")
    });
    let maps = named_by(pod, "ConfigMap", |volume| {
        volume.get("configMap").filter(|source| required(source))?.get("name")
    });
    secrets.into_iter().chain(maps).collect()
}

fn named_by(pod: &Value, kind: &str, name: impl Fn(&Value) -> Option<&Value>) -> Vec<Identity> {
    let all = pod.pointer("/spec/volumes").and_then(Value::as_array).into_iter().flatten();
    all.filter_map(|volume| name(volume)?.as_str())
        .map(|name| Identity {
            group: String::new(),
            kind: kind.to_owned(),
            namespace: pods::identity(pod).namespace,
            name: name.to_owned(),
        })
        .collect()
}

/// The stop that a pod's trouble leads to.
async fn stop(run: &Run<'_>, (object, workload): (&Identity, &Value), pod: &Value, trouble: Trouble) -> Stop {
    let id = pods::identity(pod);
    let mut lines = Vec::new();
    if let (Some(container), Cause::Crash | Cause::Memory) = (&trouble.container, trouble.cause) {
        let (_, previous) = pod::suspect(pod).unwrap_or_default();
        lines = log(run, pod, container, previous).await;
    }
    let mut advice = advice(run, workload, &id, &trouble);
    if object.kind == "StatefulSet" && stateful_set::is_outdated(workload, pod) {
        let namespace = id.namespace.as_deref().unwrap_or_default();
        advice = format!(
            "Kubernetes does not replace a pod that is not ready: kubectl delete pod {} -n {namespace} replaces it by the new \
             template; then apply again",
            id.name
        );
    }
    Stop { log: lines, ..Stop::new(format!("pod {}: {}", id.name, trouble.why), advice) }.at(object)
}

/// The last lines of a container's log; none if it cannot be read.
async fn log(run: &Run<'_>, pod: &Value, container: &str, previous: bool) -> Vec<String> {
    let read = run.api.logs(&pods::identity(pod), container, previous, LINES).await.unwrap_or_default();
    read.lines().map(str::to_owned).collect()
}

/// What the component of a workload has published about itself.
fn facts<'r>(run: &'r Run<'_>, workload: &Value) -> Option<&'r ComponentFacts> {
    run.wanted.facts.get(crate::plan::component(workload)?)
}

/// The settings of a workload: `broker`.
fn settings(run: &Run<'_>, workload: &Value) -> String {
    facts(run, workload).map_or("the workload", |facts| facts.block).to_owned()
}

fn advice(run: &Run<'_>, workload: &Value, pod: &Identity, trouble: &Trouble) -> String {
    let (name, namespace) = (&pod.name, pod.namespace.as_deref().unwrap_or_default());
    let block = settings(run, workload);
    let describe = format!("kubectl describe pod {name} -n {namespace}");
    match trouble.cause {
        Cause::Image => {
            let image = trouble.image.as_deref().unwrap_or_default();
            let own = facts(run, workload).map(|facts| facts.image).filter(|path| !path.is_empty());
            let path = own.map_or_else(|| "the image".to_owned(), |path| format!("`{path}`"));
            format!(
                "check the image {image}, which {path} sets, and its `images.imagePullSecrets`; {describe}"
            )
        }
        Cause::Configuration | Cause::Volume => {
            format!("create what is missing, or correct the settings of `{block}`; {describe}")
        }
        Cause::Crash => {
            let container = trouble.container.as_deref().unwrap_or_default();
            format!(
                "mend what the log reports, in the settings of `{block}`: kubectl logs {name} -c {container} -n {namespace} --previous \
                 shows all of it"
            )
        }
        Cause::Memory => {
            format!("raise `{block}.resources`, or lower the heap and direct memory in `{block}.configData`")
        }
        Cause::Scheduling => format!(
            "add nodes, or lower what `{block}` requests and requires (resources, nodeSelector, tolerations, affinity); {describe}"
        ),
        Cause::Claim => format!(
            "look at the claims with kubectl get pvc -n {namespace}, and at the storage class that the volumes of `{block}` name; {describe}"
        ),
    }
}
