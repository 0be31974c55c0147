//! The way from a release of the chart before 4.6.0: its `StatefulSets` name another service, which cannot be changed, so
//! a job takes them away and leaves their pods to the new ones.

use crate::Cluster;
use crate::line;
use crate::meta::{RoleAndBinding, Scope, rule, service_account};
use crate::pod::{Scheduling, Shell, passing_job};
use crate::script::{Script, Word};
use crate::shapes::StringMap;
use k8s_openapi::api::core::v1::{Container, PodSpec, PodTemplateSpec};
use pulsarc_kube::{Object, k8s_openapi};

/// The job that takes a component's old StatefulSet away, and what it may do. It runs where the component's pods may: on a
/// cluster whose nodes are all tainted it would stay pending otherwise, and hold the upgrade up.
pub fn cleanup(cluster: &Cluster<'_>, component: &str, scheduling: Scheduling<'_>) -> Vec<Object> {
    let label = format!("{component}-sts-cleanup");
    let name = cluster.names.of(&label);
    let rights = RoleAndBinding {
        scope: Scope::Namespace,
        role: name.clone(),
        binding: name.clone(),
        component: Some(&label),
        account: name.clone(),
        rules: vec![rule("apps", &["statefulsets"], &["list", "get", "delete"])],
    };
    let mut objects = vec![service_account(cluster, &name, &label, &StringMap::new())];
    objects.extend(rights.objects(cluster));
    let container = Container {
        name: "sts-cleanup".to_owned(),
        image: Some(cluster.image(&cluster.base.images.kubectl)),
        command: Some(Shell::Sh.command(script(cluster, component))),
        ..Container::default()
    };
    let pod = PodSpec {
        containers: vec![container],
        image_pull_secrets: cluster.pull_secrets(),
        node_selector: scheduling.node_selector.filter(|labels| !labels.is_empty()).cloned(),
        restart_policy: Some("Never".to_owned()),
        service_account_name: Some(name.clone()),
        tolerations: scheduling.tolerations.filter(|list| !list.is_empty()).cloned(),
        ..PodSpec::default()
    };
    let template = PodTemplateSpec { metadata: None, spec: Some(pod) };
    objects.push(passing_job(cluster, &name, &label, template).into());
    objects
}

/// Deletes the StatefulSet without its pods, where a chart before 4.6.0 made it: its label says which one did.
fn script(cluster: &Cluster<'_>, component: &str) -> Script {
    Script::lines([
        line!["STS=", Word::new(cluster.names.of(component))],
        r#"CHART=$(kubectl get statefulset "$STS" --ignore-not-found -o jsonpath='{.metadata.labels.chart}')
case "$CHART" in
  pulsar-[0-3].* | pulsar-4.[0-5].*)
    kubectl delete statefulset "$STS" --cascade=orphan --ignore-not-found ;;
  *)
    echo "$STS stays: it is of '$CHART'" ;;
esac"#
            .into(),
        Script::from(&cluster.base.extra_init_command),
    ])
}
