//! What to do for a change that cannot be made in place, as lines for a shell.
//!
//! A new StatefulSet adopts pods that match its selector, so its pods survive `--cascade=orphan`.

use crate::identity::Identity;
use crate::workload;
use serde_json::Value;

/// The file that a procedure calls the new side.
const MANIFESTS: &str = "manifests.yaml";

fn namespaced(id: &Identity) -> String {
    id.namespace.as_ref().map(|namespace| format!(" -n {namespace}")).unwrap_or_default()
}

fn resource(id: &Identity) -> String {
    format!("{}/{}", id.kind.to_lowercase(), id.name)
}

fn apply(id: &Identity) -> String {
    format!("kubectl apply{} -f {MANIFESTS}", namespaced(id))
}

/// The first line of a procedure that applies the new side.
fn build() -> String {
    format!("# {MANIFESTS}: the output of `pulsarc build` for the new configuration")
}

/// Deletes an object and creates it again.
pub(crate) fn recreate(id: &Identity) -> Vec<String> {
    vec![build(), format!("kubectl delete{} {}", namespaced(id), resource(id)), apply(id)]
}

/// Deletes a StatefulSet, not its pods, and creates it again.
pub(crate) fn orphan(id: &Identity) -> Vec<String> {
    vec![
        build(),
        format!("kubectl delete{} {} --cascade=orphan", namespaced(id), resource(id)),
        apply(id),
        format!("kubectl rollout status{} {}", namespaced(id), resource(id)),
    ]
}

/// The same, and then starts every pod again, since pods keep the names that they were created with.
pub(crate) fn orphan_and_restart(id: &Identity) -> Vec<String> {
    let mut lines = orphan(id);
    let restart = format!("kubectl rollout restart{} {}", namespaced(id), resource(id));
    lines.insert(lines.len() - 1, restart);
    lines
}

/// Deletes a StatefulSet with its pods, which the selector of the new one does not match.
pub(crate) fn with_its_pods(id: &Identity) -> Vec<String> {
    let mut lines = vec!["# its pods stop until the new ones start; claims stay".to_owned()];
    lines.extend(recreate(id));
    lines
}

/// Grows claims of a StatefulSet, each with its new size.
pub(crate) fn expand(id: &Identity, set: &Value, claims: &[(String, String)]) -> Vec<String> {
    let (namespace, pods) = (namespaced(id), workload::pods(set));
    let class = |(claim, _): &(String, String)| {
        let class = workload::claim_of(set, claim)
            .and_then(|claim| claim.pointer("/spec/storageClassName")?.as_str());
        class.map(|class| format!(" {class}")).unwrap_or_default()
    };
    let mut classes: Vec<String> = claims.iter().map(class).collect();
    classes.sort();
    classes.dedup();
    let mut lines = vec!["# the storage class has to allow it: its ALLOWVOLUMEEXPANSION is true".to_owned()];
    lines.extend(classes.into_iter().map(|class| format!("kubectl get storageclass{class}")));
    for (claim, size) in claims {
        for pod in 0..pods {
            lines.push(format!(
                r#"kubectl patch{namespace} pvc {claim}-{}-{pod} -p '{{"spec":{{"resources":{{"requests":{{"storage":"{size}"}}}}}}}}'"#,
                id.name
            ));
        }
    }
    lines.extend(orphan(id));
    lines
}

/// Applies one number of pods after the other.
pub(crate) fn sizes(id: &Identity, sizes: &[u64]) -> Vec<String> {
    let namespace = namespaced(id);
    let step = |(at, size): (usize, &u64)| {
        [
            format!("# step {} of {}: build with {size} as manifests-{size}.yaml", at + 1, sizes.len()),
            format!("kubectl apply{namespace} -f manifests-{size}.yaml"),
            format!("kubectl rollout status{namespace} {}", resource(id)),
        ]
    };
    sizes.iter().enumerate().flat_map(step).collect()
}
