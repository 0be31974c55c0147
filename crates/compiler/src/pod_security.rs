//! Applies the configured pod security standard to all pods.
//!
//! One pass over the finished pods, so that it covers every component, jobs, and containers that users add. It keeps
//! the user's security contexts, and does not change objects that the user wrote completely.

use pulsarc_component::base::ServiceAccountTokens;
use pulsarc_component::{Base, PodSecurityStandard};
use pulsarc_kube::k8s_openapi::api::core::v1::{
    Capabilities, Container, PodSecurityContext, PodSpec, SeccompProfile, SecurityContext,
};
use pulsarc_rules::Owned;
use std::collections::BTreeSet;

/// Applies the standard to every pod, and mounts a token if it needs one.
pub(crate) fn keep(objects: &mut [Owned], base: &Base) {
    if base.service_account_tokens == Some(ServiceAccountTokens::WhereNeeded) {
        without_tokens(objects);
    }
    if base.pod_security_standard != Some(PodSecurityStandard::Restricted) {
        return;
    }
    for spec in pods(objects) {
        pod(spec.security_context.get_or_insert_default());
        for one in spec.init_containers.iter_mut().flatten().chain(&mut spec.containers) {
            container(one);
        }
    }
}

/// The pods of all objects.
fn pods(objects: &mut [Owned]) -> impl Iterator<Item = &mut PodSpec> {
    let templates = objects.iter_mut().filter_map(|(object, _)| object.pod_template_mut());
    templates.filter_map(|template| template.spec.as_mut())
}

/// Takes the token for the API server out of the pods whose service accounts have no rights there.
fn without_tokens(objects: &mut [Owned]) {
    let accounts: BTreeSet<String> =
        objects.iter().flat_map(|(object, _)| object.accounts_with_rights()).map(str::to_owned).collect();
    for spec in pods(objects) {
        if !accounts.contains(spec.service_account_name.as_deref().unwrap_or("default")) {
            spec.automount_service_account_token.get_or_insert(false);
        }
    }
}

fn pod(context: &mut PodSecurityContext) {
    context.run_as_non_root.get_or_insert(true);
    context.seccomp_profile.get_or_insert_with(|| SeccompProfile {
        type_: "RuntimeDefault".to_owned(),
        ..SeccompProfile::default()
    });
}

fn container(container: &mut Container) {
    let context: &mut SecurityContext = container.security_context.get_or_insert_default();
    context.allow_privilege_escalation.get_or_insert(false);
    context.capabilities.get_or_insert_with(|| Capabilities {
        drop: Some(vec!["ALL".to_owned()]),
        ..Capabilities::default()
    });
}
