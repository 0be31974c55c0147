//! The job that makes keys and tokens: an init container of the Pulsar image makes them, a container with kubectl puts
//! them into secrets. Where the key's secret is there nothing is changed, so the job may run again.

use pulsarc_component::Cluster;
use pulsarc_component::line;
use pulsarc_component::meta::{RoleAndBinding, Scope, rule, service_account};
use pulsarc_component::pod::{self, Pod, Scheduling, Shell};
use pulsarc_component::script::{Script, Word};
use pulsarc_component::shapes::{StringMap, Tolerations};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::batch::v1::Job;
use pulsarc_kube::k8s_openapi::api::core::v1::{
    Container, EmptyDirVolumeSource, EnvVar, EnvVarSource, ObjectFieldSelector, Volume, VolumeMount,
};
use pulsarc_kube::k8s_openapi::apimachinery::pkg::api::resource::Quantity;

/// What the job and its rights are called, and its label.
const COMPONENT: &str = "jwt-secret-init";
/// Where keys and tokens are while the job runs.
const FOLDER: &str = "/jwt-secrets";
/// The volume they are in.
const VOLUME: &str = "jwt-secrets";

/// The job and what it may do.
pub(crate) fn objects(cluster: &Cluster<'_>) -> Vec<Object> {
    let name = cluster.names.of(COMPONENT);
    let mut objects =
        vec![service_account(cluster, &name, COMPONENT, &StringMap::new()), job(cluster, &name).into()];
    let rights = RoleAndBinding {
        scope: Scope::Namespace,
        role: name.clone(),
        binding: name.clone(),
        component: Some(COMPONENT),
        account: name,
        rules: vec![rule("", &["secrets"], &["get", "create", "patch"])],
    };
    objects.extend(rights.objects(cluster));
    objects
}

fn job(cluster: &Cluster<'_>, name: &str) -> Job {
    let settings = &cluster.base.auth.authentication.jwt.generate_secrets;
    let (labels, taints) = nodes_of_servers(cluster);
    let volume = Volume {
        name: VOLUME.to_owned(),
        // A few keys and tokens: nothing here grows.
        empty_dir: Some(EmptyDirVolumeSource {
            size_limit: Some(Quantity("1Mi".to_owned())),
            ..EmptyDirVolumeSource::default()
        }),
        ..Volume::default()
    };
    let pod = Pod {
        component: COMPONENT,
        service_account: Some(name.to_owned()),
        scheduling: Scheduling {
            affinity: Some(&settings.affinity),
            ..Scheduling::of_job((&settings.node_selector, &settings.tolerations), &labels, &taints)
        },
        init_containers: vec![make(cluster)],
        containers: vec![keep(cluster)],
        volumes: vec![volume],
        restart_policy: Some("Never"),
        ..Pod::default()
    };
    pod::passing_job(cluster, name, COMPONENT, pod.template(cluster))
}

/// The nodes that the servers' pods may run on: their labels, and the taints that the pods bear.
fn nodes_of_servers(cluster: &Cluster<'_>) -> (StringMap, Tolerations) {
    let block = if cluster.is_distributed() { "broker" } else { "standalone" };
    let (labels, taints) = (format!("{block}.nodeSelector"), format!("{block}.tolerations"));
    (cluster.decoded(&labels).unwrap_or_default(), cluster.decoded(&taints).unwrap_or_default())
}

/// The roles that get a token, each with who plays it.
fn roles<'a>(cluster: &'a Cluster<'_>) -> Vec<(&'a str, &'a str)> {
    let named = |(who, role): (&'a String, &'a Option<String>)| {
        role.as_deref().filter(|role| !role.is_empty()).map(|role| (who.as_str(), role))
    };
    cluster.base.auth.super_users.iter().filter_map(named).collect()
}

fn mounts() -> Vec<VolumeMount> {
    vec![VolumeMount { name: VOLUME.to_owned(), mount_path: FOLDER.to_owned(), ..VolumeMount::default() }]
}

/// Makes the keys, and a token for each role.
fn make(cluster: &Cluster<'_>) -> Container {
    let mut script = vec![Script::from("set -euo pipefail")];
    let signing = if cluster.uses_secret_key() {
        script.push(line!["bin/pulsar tokens create-secret-key --output ", FOLDER, "/secret.key"]);
        line!["--secret-key ", FOLDER, "/secret.key"]
    } else {
        script.push(line![
            "bin/pulsar tokens create-key-pair -a RS256 --output-private-key=",
            FOLDER,
            "/private.key --output-public-key=",
            FOLDER,
            "/public.key"
        ]);
        line!["-a RS256 --private-key=", FOLDER, "/private.key"]
    };
    for (_, role) in roles(cluster) {
        let file = Word::new(format_args!("{FOLDER}/{role}.token"));
        script.push(line![
            "bin/pulsar tokens create ",
            &signing,
            " --subject ",
            Word::new(role),
            " | tr -d '\\n' > ",
            file
        ]);
    }
    Container {
        command: Some(Shell::BinBash.command(Script::lines(script))),
        volume_mounts: Some(mounts()),
        ..pod::container(cluster, "generate-jwt-artifacts", &cluster.base.images.broker)
    }
}

/// Puts a secret in its place, whatever was there from an attempt that failed. `kubectl create` alone would leave the
/// token of such an attempt, which no key of this one checks.
const PUT_SECRET: &str = r#"put_secret() {
  SECRET_NAME="$1"
  shift
  kubectl create secret generic "$SECRET_NAME" -n "$NAMESPACE" "$@" --dry-run=client -o yaml | kubectl apply -f -
}"#;

/// Puts keys and tokens into secrets, the key last: where it is there, everything is, and nothing is changed.
fn keep(cluster: &Cluster<'_>) -> Container {
    let jwt = &cluster.base.auth.authentication.jwt;
    let name = cluster.token_key_secret();
    let key = Word::new(&name);
    let mut script = vec![
        Script::from("set -eu"),
        PUT_SECRET.into(),
        line![
            "if kubectl get secret ",
            &key,
            " -n \"$NAMESPACE\" > /dev/null 2>&1; then\n  echo ",
            Word::message(format_args!("{name} is there already: nothing is changed")),
            "\nelse"
        ],
    ];
    for (who, role) in roles(cluster) {
        let file = Word::new(format_args!("--from-file=TOKEN={FOLDER}/{role}.token")).into();
        let annotations = jwt.secret_annotations.token.get(who).cloned().unwrap_or_default();
        script.extend(secret(&Word::new(cluster.names.token_secret(role)), &file, &annotations));
    }
    let files = if cluster.uses_secret_key() {
        line!["--from-file=SECRETKEY=", FOLDER, "/secret.key"]
    } else {
        line!["--from-file=PRIVATEKEY=", FOLDER, "/private.key --from-file=PUBLICKEY=", FOLDER, "/public.key"]
    };
    script.extend(secret(&key, &files, &jwt.secret_annotations.key));
    script.extend(["fi".into(), Script::from(&cluster.base.extra_init_command)]);
    let namespace = EnvVarSource {
        field_ref: Some(ObjectFieldSelector {
            field_path: "metadata.namespace".to_owned(),
            api_version: None,
        }),
        ..EnvVarSource::default()
    };
    Container {
        command: Some(Shell::BinSh.command(Script::lines(script))),
        env: Some(vec![EnvVar { name: "NAMESPACE".to_owned(), value_from: Some(namespace), value: None }]),
        volume_mounts: Some(mounts()),
        ..pod::container(cluster, "create-secrets", &cluster.base.images.kubectl)
    }
}

/// The lines that put a secret in its place and annotate it.
fn secret(name: &Word, files: &Script, annotations: &StringMap) -> Vec<Script> {
    let annotate = annotations.iter().map(|(key, value)| {
        let pair = Word::new(format_args!("{key}={value}"));
        line!["kubectl annotate secret ", name, " -n \"$NAMESPACE\" --overwrite ", pair]
    });
    std::iter::once(line!["put_secret ", name, " ", files]).chain(annotate).collect()
}
