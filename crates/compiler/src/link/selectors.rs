//! Selectors and references between objects: each matches pods that are there, each names an object that is.

use super::{Dangling, Linker};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::rbac::v1::{RoleRef, Subject};
use std::collections::BTreeMap;

type Labels = BTreeMap<String, String>;

pub(super) fn check(object: &Object, objects: &[Object], linker: &Linker<'_>, dangling: &mut Dangling) {
    match object {
        Object::StatefulSet(set) => {
            let Some(spec) = &set.spec else { return };
            own_pods(spec.selector.match_labels.as_ref(), object, dangling);
            if let Some(service) = &spec.service_name {
                linker.need("Service", service, "the StatefulSet", dangling);
            }
        }
        Object::Deployment(deployment) => {
            own_pods(
                deployment.spec.as_ref().and_then(|spec| spec.selector.match_labels.as_ref()),
                object,
                dangling,
            );
        }
        Object::Service(service) => {
            some_pods(service.spec.as_ref().and_then(|spec| spec.selector.as_ref()), objects, dangling);
        }
        Object::PodDisruptionBudget(budget) => {
            let selector = budget.spec.as_ref().and_then(|spec| spec.selector.as_ref());
            some_pods(selector.and_then(|selector| selector.match_labels.as_ref()), objects, dangling);
        }
        Object::PodMonitor(monitor) => {
            some_pods(monitor.spec.selector.match_labels.as_ref(), objects, dangling);
        }
        Object::VmPodScrape(monitor) => {
            some_pods(monitor.spec.selector.match_labels.as_ref(), objects, dangling);
        }
        Object::RoleBinding(binding) => {
            bound(&binding.role_ref, binding.subjects.as_deref(), linker, dangling);
        }
        Object::ClusterRoleBinding(binding) => {
            bound(&binding.role_ref, binding.subjects.as_deref(), linker, dangling);
        }
        Object::HorizontalPodAutoscaler(scaler) => {
            let target = &scaler.spec.scale_target_ref;
            linker.need(&target.kind, &target.name, "the autoscaler", dangling);
        }
        Object::Certificate(certificate) => {
            let issuer = &certificate.spec.issuer_ref;
            // An issuer that pulsarc makes has a name of the release's.
            if issuer.kind == "Issuer" && issuer.name.starts_with(linker.cluster.names.fullname()) {
                linker.need("Issuer", &issuer.name, "the certificate", dangling);
            }
        }
        Object::Ingress(ingress) => backends(ingress, linker, dangling),
        _ => {}
    }
}

fn matches(selector: &Labels, labels: Option<&Labels>) -> bool {
    selector.iter().all(|(key, value)| labels.and_then(|labels| labels.get(key)) == Some(value))
}

fn template_labels(object: &Object) -> Option<&Labels> {
    object.pod_template()?.metadata.as_ref()?.labels.as_ref()
}

fn own_pods(selector: Option<&Labels>, object: &Object, dangling: &mut Dangling) {
    if !selector.is_some_and(|selector| matches(selector, template_labels(object))) {
        dangling.push((
            "its selector does not match its own pods".to_owned(),
            "remove the label that overrides a label of the selector".to_owned(),
        ));
    }
}

fn some_pods(selector: Option<&Labels>, objects: &[Object], dangling: &mut Dangling) {
    let Some(selector) = selector else { return };
    let running = objects.iter().filter(|object| !matches!(object, Object::Job(_) | Object::Foreign(_)));
    if !running.filter_map(template_labels).any(|labels| matches(selector, Some(labels))) {
        let wanted: Vec<String> = selector.iter().map(|(key, value)| format!("{key}={value}")).collect();
        dangling.push((
            format!("it selects pods with {}, but no pod has them", wanted.join(", ")),
            "switch on the component, or remove its label overrides".to_owned(),
        ));
    }
}

fn bound(role: &RoleRef, subjects: Option<&[Subject]>, linker: &Linker<'_>, dangling: &mut Dangling) {
    linker.need(&role.kind, &role.name, "the binding", dangling);
    for subject in subjects.into_iter().flatten().filter(|subject| subject.kind == "ServiceAccount") {
        linker.need("ServiceAccount", &subject.name, "the binding", dangling);
    }
}

fn backends(
    ingress: &pulsarc_kube::k8s_openapi::api::networking::v1::Ingress,
    linker: &Linker<'_>,
    dangling: &mut Dangling,
) {
    let rules = ingress.spec.iter().flat_map(|spec| spec.rules.iter().flatten());
    let paths = rules.filter_map(|rule| rule.http.as_ref()).flat_map(|http| &http.paths);
    for service in paths.filter_map(|path| path.backend.service.as_ref()) {
        linker.need("Service", &service.name, "the ingress", dangling);
    }
}
