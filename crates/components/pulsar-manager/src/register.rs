//! The job that makes the administrator's account and tells Pulsar Manager of this cluster. It asks before it makes
//! anything, so it may run again.

use crate::PulsarManager;
use crate::credentials::{UI_PASSWORD, UI_USERNAME, secret_name, variable};
use pulsarc_component::line;
use pulsarc_component::pod::{self, Pod, Scheduling};
use pulsarc_component::script::{Script, Word, wait_for_host};
use pulsarc_component::{Cluster, PulsarPeer};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::Container;

/// Logs in with the account, which is made first where it is not there. What `curl` needs of the answers, a token and
/// a session, stays in `headers.txt`.
const ACCOUNT: &str = r#"escaped() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }
user=$(escaped "$USERNAME")
password=$(escaped "$PASSWORD")
csrf=$(curl -sS --fail "$admin/pulsar-manager/csrf-token")
request() {
  curl -sS -H 'Content-Type: application/json' -H "X-XSRF-TOKEN: $csrf" "$@"
}
log_in() {
  request -X POST "$manager/pulsar-manager/login" -H "Cookie: XSRF-TOKEN=$csrf" -D headers.txt \
    -d "{\"username\": \"$user\", \"password\": \"$password\"}"
}
succeeded() { printf '%s' "$1" | grep -q "$2"; }
reply=$(log_in)
if ! succeeded "$reply" success; then
  echo "making the account $USERNAME"
  request -X PUT "$admin/pulsar-manager/users/superuser" -H "Cookie: XSRF-TOKEN=$csrf" \
    -d "{\"name\": \"$user\", \"password\": \"$password\", \"description\": \"administrator\", \"email\": \"$user@pulsar.org\"}"
  reply=$(log_in)
fi
echo "$reply"
succeeded "$reply" success"#;

/// Tells of the cluster; one that is known already is as good as one that is new.
const ENVIRONMENT: &str = r#"token=$(sed -n 's/^token: *//p' headers.txt | tr -d '\r')
session=$(sed -n 's/.*JSESSIONID=\([A-Za-z0-9_]*\).*/\1/p' headers.txt | head -n 1)
reply=$(request -X PUT "$manager/pulsar-manager/environments/environment" -H "token: $token" -H "username: $USERNAME" \
  -H "Cookie: XSRF-TOKEN=$csrf; JSESSIONID=$session" \
  -d "{\"name\": \"$environment\", \"broker\": \"$broker\", \"bookie\": \"$bookie\"}")
echo "$reply"
succeeded "$reply" 'success\|exist'"#;

/// The job's `component` label.
pub(crate) fn label(manager: &PulsarManager) -> String {
    format!("{}-init", manager.pods.component)
}

pub(crate) fn job(manager: &PulsarManager, cluster: &Cluster<'_>) -> Object {
    let settings = &cluster.base.pulsar_metadata;
    let component = label(manager);
    let pod = Pod {
        component: &component,
        scheduling: Scheduling::of_job(
            settings.jobs(),
            &manager.pods.node_selector,
            &manager.pods.tolerations,
        ),
        init_containers: init_containers(manager, cluster),
        containers: vec![container(manager, cluster, &component)],
        restart_policy: Some("OnFailure"),
        ..Pod::default()
    };
    pod::job(cluster, cluster.names.of(&component), &component, pod.template(cluster)).into()
}

/// The servers that are managed, where any are deployed.
fn managed<'a>(cluster: &'a Cluster<'_>) -> Option<&'a PulsarPeer> {
    cluster.server().filter(|_| cluster.runs_server())
}

fn admin_address(manager: &PulsarManager, cluster: &Cluster<'_>) -> String {
    format!("http://{}:{}", manager.admin_service_name(cluster), manager.admin_service.port)
}

fn init_containers(manager: &PulsarManager, cluster: &Cluster<'_>) -> Vec<Container> {
    let image = &cluster.base.pulsar_metadata.image;
    let admin = Word::new(admin_address(manager, cluster));
    let ready = line!["until curl -sS --fail -o /dev/null ", admin, "; do\n  sleep 3\ndone"];
    let wait_for_manager =
        pod::init_container(cluster, "wait-pulsar-manager-ready", image, None, Script::lines([ready]));
    let wait_for_server = managed(cluster).map(|peer| {
        let script = Script::lines([wait_for_host(&cluster.names.of(&peer.component))]);
        let proxy = &cluster.base.images.proxy;
        Container {
            image_pull_policy: Some(cluster.pull_policy(image)),
            ..pod::init_container(cluster, "wait-broker-ready", proxy, None, script)
        }
    });
    std::iter::once(wait_for_manager).chain(wait_for_server).collect()
}

fn container(manager: &PulsarManager, cluster: &Cluster<'_>, component: &str) -> Container {
    let settings = &cluster.base.pulsar_metadata;
    let secret = secret_name(manager, cluster);
    let container = Container {
        env: Some(vec![
            variable("USERNAME", &secret, UI_USERNAME),
            variable("PASSWORD", &secret, UI_PASSWORD),
        ]),
        resources: pod::resources(settings.resources.as_ref()),
        ..pod::container(cluster, cluster.names.of(component), &settings.image)
    };
    pod::running(container, script(manager, cluster))
}

fn script(manager: &PulsarManager, cluster: &Cluster<'_>) -> Script {
    let names = cluster.names;
    let variable = |name: &'static str, value: &str| line![name, "=", Word::new(value)];
    let mut script = vec![
        Script::from("set -eu"),
        "cd \"$(mktemp -d)\"".into(),
        variable(
            "manager",
            &format!("http://{}:{}", names.of(&manager.pods.component), manager.service.port),
        ),
        variable("admin", &admin_address(manager, cluster)),
        ACCOUNT.into(),
    ];
    if let Some(peer) = managed(cluster) {
        let broker = peer.web_url(&names.of(&peer.component), peer.tls);
        let bookies = cluster.topology.bookkeeper.as_ref().filter(|_| cluster.runs_bookkeeper());
        let bookie =
            bookies.map(|bookies| format!("http://{}:{}", names.of(&bookies.component), bookies.http));
        script.extend([
            variable("environment", names.fullname()),
            variable("broker", &broker),
            // Standalone has a bookie, but none that can be dialled.
            variable("bookie", bookie.as_deref().unwrap_or(&broker)),
            ENVIRONMENT.into(),
        ]);
    }
    script.push(Script::from(&cluster.base.extra_init_command));
    Script::lines(script)
}
