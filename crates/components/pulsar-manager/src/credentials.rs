//! User names and passwords: of the administrator, and of the backend at its database.
//!
//! A build is the same every time, so no password is made here. Where the configuration leaves one out, the secret is
//! emitted without it and a job in the cluster adds a random one, once: what is there is never changed.

use crate::{Admin, PulsarManager};
use pulsarc_component::Cluster;
use pulsarc_component::line;
use pulsarc_component::meta::{RoleAndBinding, Scope, metadata, rule, service_account};
use pulsarc_component::pod::{self, Pod, Scheduling};
use pulsarc_component::script::{Script, Word};
use pulsarc_component::shapes::{StringMap, kubernetes};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::ByteString;
use pulsarc_kube::k8s_openapi::api::rbac::v1::PolicyRule;

/// The secret's key of the administrator's name.
pub(crate) const UI_USERNAME: &str = "UI_USERNAME";
/// The secret's key of the administrator's password.
pub(crate) const UI_PASSWORD: &str = "UI_PASSWORD";
/// The secret's key of the backend's name at its database.
pub(crate) const DB_USERNAME: &str = "DB_USERNAME";
/// The secret's key of the backend's password at its database.
pub(crate) const DB_PASSWORD: &str = "DB_PASSWORD";
/// Who both are where nobody is named.
const DEFAULT_USER: &str = "pulsar";

impl Admin {
    /// The user's own secret, if there is one.
    fn own_secret(&self) -> Option<&str> {
        given(self.existing_secret.as_deref())
    }

    /// Each key of the secret with its value; none if the value is made in the cluster.
    fn entries(&self) -> [(&'static str, Option<&str>); 4] {
        [
            (UI_USERNAME, given(self.ui_username.as_deref()).or(Some(DEFAULT_USER))),
            (UI_PASSWORD, given(self.ui_password.as_deref())),
            (DB_USERNAME, given(self.db_username.as_deref()).or(Some(DEFAULT_USER))),
            (DB_PASSWORD, given(self.db_password.as_deref())),
        ]
    }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

/// The secret that the pods read.
pub(crate) fn secret_name(manager: &PulsarManager, cluster: &Cluster<'_>) -> String {
    let made = || cluster.names.of(&format!("{}-secret", manager.pods.component));
    manager.admin.own_secret().map_or_else(made, str::to_owned)
}

/// A variable with what the secret holds under a key.
pub(crate) fn variable(name: &str, secret: &str, key: &str) -> kubernetes::EnvVar {
    let selector =
        kubernetes::SecretKeySelector { name: secret.to_owned(), key: key.to_owned(), optional: None };
    let source = kubernetes::EnvVarSource { secret_key_ref: Some(selector), ..Default::default() };
    kubernetes::EnvVar { name: name.to_owned(), value: None, value_from: Some(source) }
}

/// The secret, unless the user brings one, and the job that completes it where a password is left out.
pub(crate) fn objects(manager: &PulsarManager, cluster: &Cluster<'_>) -> Vec<Object> {
    if manager.admin.own_secret().is_some() {
        return Vec::new();
    }
    let name = secret_name(manager, cluster);
    let entries = manager.admin.entries();
    let missing: Vec<&'static str> =
        entries.iter().filter(|(_, value)| value.is_none()).map(|(key, _)| *key).collect();
    let data = entries.iter().filter_map(|(key, value)| {
        value.map(|value| ((*key).to_owned(), ByteString(value.as_bytes().to_vec())))
    });
    let secret = kubernetes::Secret {
        metadata: metadata(cluster, &name, Some(&manager.pods.component)),
        type_: Some("Opaque".to_owned()),
        data: Some(data.collect()),
        ..kubernetes::Secret::default()
    };
    let mut objects = vec![secret.into()];
    if !missing.is_empty() {
        objects.extend(completion(manager, cluster, &name, &missing));
    }
    objects
}

/// The job that adds random passwords to the secret, and its rights: to this one secret and nothing else.
fn completion(
    manager: &PulsarManager,
    cluster: &Cluster<'_>,
    secret: &str,
    missing: &[&'static str],
) -> Vec<Object> {
    let component = format!("{}-passwords", manager.pods.component);
    let name = cluster.names.of(&component);
    let this_secret = PolicyRule {
        resource_names: Some(vec![secret.to_owned()]),
        ..rule("", &["secrets"], &["get", "patch"])
    };
    let rights = RoleAndBinding {
        scope: Scope::Namespace,
        role: name.clone(),
        binding: name.clone(),
        component: Some(&component),
        account: name.clone(),
        rules: vec![this_secret],
    };
    let container = kubernetes::Container {
        resources: cluster.base.init_container.resources.clone(),
        ..pod::container(cluster, "add-passwords", &cluster.base.images.kubectl)
    };
    let jobs = &cluster.base.pulsar_metadata;
    let pod = Pod {
        component: &component,
        service_account: Some(name.clone()),
        scheduling: Scheduling::of_job(jobs.jobs(), &manager.pods.node_selector, &manager.pods.tolerations),
        containers: vec![pod::running(container, script(cluster, secret, missing))],
        restart_policy: Some("OnFailure"),
        ..Pod::default()
    };
    let job = pod::job(cluster, &name, &component, pod.template(cluster));
    let mut objects = vec![service_account(cluster, &name, &component, &StringMap::new()), job.into()];
    objects.extend(rights.objects(cluster));
    objects
}

/// Adds each password that is not there. The answer is read into a variable first: a question that fails then ends the
/// script, and is not taken for an empty answer.
fn script(cluster: &Cluster<'_>, secret: &str, missing: &[&'static str]) -> Script {
    let secret = line![Word::new(secret), " -n ", Word::new(cluster.names.namespace())];
    Script::lines([
        "set -eu".into(),
        line!["for key in ", Script::words(missing.iter().map(Word::new)), "; do"],
        line!["  present=$(kubectl get secret ", &secret, " -o \"jsonpath={.data.$key}\")"],
        r#"  if [ -n "$present" ]; then
    echo "$key is there already: nothing is changed"
    continue
  fi
  password=$(tr -dc 'A-Za-z0-9' < /dev/urandom | head -c 32)
  printf '{"stringData": {"%s": "%s"}}' "$key" "$password" |"#
            .into(),
        line!["    kubectl patch secret ", secret, " --type merge --patch-file /dev/stdin"],
        "done".into(),
        Script::from(&cluster.base.extra_init_command),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admin(ui_password: &str, db_password: &str) -> Admin {
        let some = |text: &str| Some(text.to_owned());
        Admin {
            existing_secret: some(""),
            ui_username: some(""),
            ui_password: some(ui_password),
            db_username: None,
            db_password: some(db_password),
        }
    }

    #[test]
    fn an_empty_password_is_made_in_the_cluster() {
        let left_out = |admin: &Admin| {
            admin
                .entries()
                .iter()
                .filter(|(_, value)| value.is_none())
                .map(|(key, _)| *key)
                .collect::<Vec<_>>()
        };
        assert_eq!(left_out(&admin("", "")), [UI_PASSWORD, DB_PASSWORD]);
        assert_eq!(left_out(&admin("a", "")), [DB_PASSWORD]);
        assert!(left_out(&admin("a", "b")).is_empty());
    }

    #[test]
    fn an_empty_secret_is_no_secret_of_the_users_own() {
        assert_eq!(admin("", "").own_secret(), None);
    }
}
