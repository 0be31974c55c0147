//! The commands that create what is needed.

use pulsarc_component::Cluster;
use pulsarc_component::script::{Script, Word};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What an object is used for.
#[derive(Debug, Default)]
pub(super) struct Use {
    pub(super) keys: BTreeSet<String>,
    pub(super) by: BTreeSet<String>,
}

/// The key of a secret that pulls images.
pub(super) const PULL: &str = ".dockerconfigjson";

/// The commands that create an object, if they follow from its use.
pub(super) fn commands(kind: &str, name: &str, used: &Use, cluster: &Cluster<'_>) -> Vec<String> {
    let namespace = cluster.names.namespace();
    let create = |what: &str| format!("kubectl create {what} {} --namespace {namespace}", word(name));
    match kind {
        "Secret" => secret(name, used, cluster, &create),
        "ConfigMap" => vec![with_files(create("configmap"), used.keys.iter().map(String::as_str))],
        "ServiceAccount" => vec![create("serviceaccount")],
        _ => Vec::new(),
    }
}

fn secret(name: &str, used: &Use, cluster: &Cluster<'_>, create: &dyn Fn(&str) -> String) -> Vec<String> {
    let generic = || create("secret generic");
    if used.keys.contains(PULL) {
        let registry = create("secret docker-registry");
        return vec![format!(
            "{registry} --docker-server=REGISTRY --docker-username=USER --docker-password=PASSWORD"
        )];
    }
    let symmetric = cluster.uses_secret_key();
    if cluster.base.auth.jwt() && name == cluster.token_key_secret() {
        return if symmetric {
            vec![
                "bin/pulsar tokens create-secret-key --output secret.key".to_owned(),
                format!("{} --from-file=SECRETKEY=secret.key", generic()),
            ]
        } else {
            vec![
                "bin/pulsar tokens create-key-pair --output-private-key private.key --output-public-key public.key"
                    .to_owned(),
                format!("{} --from-file=PRIVATEKEY=private.key --from-file=PUBLICKEY=public.key", generic()),
            ]
        };
    }
    let mut roles = cluster.base.auth.super_users.values().flatten();
    if let Some(role) = roles.find(|role| cluster.base.auth.jwt() && cluster.names.token_secret(role) == name)
    {
        let key = if symmetric { "--secret-key file:secret.key" } else { "--private-key file:private.key" };
        return vec![
            format!("bin/pulsar tokens create {key} --subject {} > token", word(role)),
            format!("{} --from-file=TOKEN=token", generic()),
        ];
    }
    let mut commands = Vec::new();
    if used.keys.contains("tls-combined.pem") {
        commands.push("cat tls.key tls.crt > tls-combined.pem".to_owned());
    }
    commands.push(with_files(generic(), used.keys.iter().map(String::as_str)));
    commands
}

/// One file for each key; a placeholder if the keys are not known.
fn with_files<'k>(mut command: String, keys: impl Iterator<Item = &'k str>) -> String {
    let mut keys = keys.peekable();
    if keys.peek().is_none() {
        command.push_str(" --from-literal=KEY=VALUE");
    }
    for key in keys {
        let _ = write!(command, " --from-file={}", word(key));
    }
    command
}

/// A word for a shell.
fn word(text: &str) -> String {
    Script::words([Word::new(text)]).into_text()
}
