//! Pods' permissions on their node, and their secrets.

use crate::security::Weakness;
use crate::security::codes::{ESCALATION, ROOT, SYSTEM_CALLS, TOKENS, VARIABLES};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{Container, PodSpec, SecurityContext};
use std::collections::BTreeSet;

const STANDARD: &str = "podSecurityStandard";
const RESTRICT: &str = "write podSecurityStandard: restricted, or use the preset hardened";

pub(crate) fn review(objects: &[Object]) -> Vec<Weakness> {
    let accounts: BTreeSet<&str> = objects.iter().flat_map(Object::accounts_with_rights).collect();
    let named = |is_weak: &dyn Fn(&PodSpec) -> bool| -> Vec<String> {
        let weak = objects.iter().filter(|object| {
            object.pod_template().and_then(|template| template.spec.as_ref()).is_some_and(is_weak)
        });
        weak.map(ToString::to_string).collect()
    };
    vec![
        Weakness {
            code: &ROOT,
            what: "these containers may run as root",
            subjects: named(&may_be_root),
            key: Some(STANDARD),
            help: RESTRICT,
        },
        Weakness {
            code: &ESCALATION,
            what: "processes in these containers may gain privileges or have capabilities",
            subjects: named(&|pod| containers(pod).any(may_escalate)),
            key: Some(STANDARD),
            help: RESTRICT,
        },
        Weakness {
            code: &SYSTEM_CALLS,
            what: "these pods may use every system call",
            subjects: named(&|pod| containers(pod).any(|one| !is_filtered(pod, one))),
            key: Some(STANDARD),
            help: RESTRICT,
        },
        Weakness {
            code: &TOKENS,
            what: "these pods mount a token for the API server but have no permissions there",
            subjects: named(&|pod| {
                let account = pod.service_account_name.as_deref().unwrap_or("default");
                pod.automount_service_account_token != Some(false) && !accounts.contains(account)
            }),
            key: Some("serviceAccountTokens"),
            help: "write serviceAccountTokens: where-needed, or use the preset hardened",
        },
        Weakness {
            code: &VARIABLES,
            what: "these pods have secrets in environment variables, visible to every process in them and in \
            every dump",
            subjects: named(&|pod| containers(pod).any(has_secret_variable)),
            key: None,
            help: "mount the secret as a file, if the program can read it from one",
        },
    ]
}

fn containers(pod: &PodSpec) -> impl Iterator<Item = &Container> {
    pod.init_containers.iter().flatten().chain(&pod.containers)
}

fn may_be_root(pod: &PodSpec) -> bool {
    let of_pod = pod.security_context.as_ref().and_then(|context| context.run_as_non_root);
    containers(pod).any(|container| {
        let own = container.security_context.as_ref().and_then(|context| context.run_as_non_root);
        own.or(of_pod) != Some(true)
    })
}

fn may_escalate(container: &Container) -> bool {
    let Some(context) = &container.security_context else { return true };
    context.allow_privilege_escalation != Some(false) || !drops_all(context)
}

fn drops_all(context: &SecurityContext) -> bool {
    let dropped = context.capabilities.iter().flat_map(|capabilities| capabilities.drop.iter().flatten());
    dropped.into_iter().any(|capability| capability == "ALL")
}

fn is_filtered(pod: &PodSpec, container: &Container) -> bool {
    let of_pod = pod.security_context.as_ref().and_then(|context| context.seccomp_profile.as_ref());
    let own = container.security_context.as_ref().and_then(|context| context.seccomp_profile.as_ref());
    own.or(of_pod).is_some_and(|profile| profile.type_ != "Unconfined")
}

fn has_secret_variable(container: &Container) -> bool {
    let single =
        container.env.iter().flatten().any(|variable| {
            variable.value_from.as_ref().is_some_and(|source| source.secret_key_ref.is_some())
        });
    single || container.env_from.iter().flatten().any(|source| source.secret_ref.is_some())
}
