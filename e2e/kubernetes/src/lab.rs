//! A Kubernetes of a test's own: started on loopback, on ports that were free, and gone with the value.

use crate::audit::{self, Asked};
use crate::client::Client;
use crate::control_plane;
use crate::extensions;
use crate::kubeconfig::{self, Access};
use crate::part::Part;
use crate::proxy::Proxy;
use crate::simulation;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How much of a Kubernetes a test needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The API alone: objects are taken or rejected, and nothing comes of them.
    Api,
    /// With controllers, a scheduler, and nodes and pods that kwok plays.
    Rollout,
    /// With controllers and a scheduler, for nodes that somebody else starts. The API server reaches them through the
    /// proxy at [`EGRESS`] in the lab's folder.
    Nodes,
}

/// When etcd says that something is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// Once the kernel has it: quick, and enough for tests.
    Quick,
    /// Once the disk has it, as in every real cluster: for measurements.
    Durable,
}

/// The socket of the proxy that leads to the nodes, which answers `CONNECT`.
pub const EGRESS: &str = "egress.sock";

/// How long a part may take until it is ready, on a machine that has other work.
const PATIENCE: Duration = Duration::from_secs(120);

/// The API server's notes of who asked for what.
const AUDIT: &str = "audit.log";

/// A running Kubernetes.
#[derive(Debug)]
pub struct Lab {
    client: Client,
    port: u16,
    // The order in which they are dropped: those that speak to the API server first.
    parts: Vec<Part>,
    folder: PathBuf,
}

impl Lab {
    /// Starts one. The name is the test's: its folder below `target/e2e` is called so.
    pub fn start(name: &str, reach: Reach) -> Self {
        Self::start_with(name, reach, Storage::Quick)
    }

    /// The same, with the storage that it needs.
    pub fn start_with(name: &str, reach: Reach, storage: Storage) -> Self {
        control_plane::binary();
        let folder = control_plane::folder().join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        credentials(&folder);
        fs::write(folder.join("audit.json"), audit::policy().to_string()).expect("a file");
        let mut parts = Vec::new();
        let [store, peer, api, kwok] = free_ports();
        parts.push(Part::start("etcd", &folder, &etcd((store, peer), storage)));
        let mut flags = api_server(store, api);
        if reach == Reach::Nodes {
            fs::write(folder.join("egress.json"), egress(&folder).to_string()).expect("a file");
            flags.push("--egress-selector-config-file=egress.json".to_owned());
            flags.push("--kubelet-preferred-address-types=InternalIP".to_owned());
        }
        parts.insert(0, Part::start("apiserver", &folder, &flags));
        let client = connect(&folder, api, &mut parts);
        let mut lab = Self { client, port: api, parts, folder };
        lab.kubeconfig_with("kubeconfig", &lab.administrator());
        extensions::install(&lab.client);
        if reach != Reach::Api {
            lab.start_controllers();
            lab.start_kwok(kwok, reach);
        }
        lab
    }

    /// What speaks to its API, as an administrator.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The API server's port on the loopback.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The file of the certificates by which the API server is known.
    pub fn authority(&self) -> PathBuf {
        authority(&self.folder)
    }

    /// A token of a service account, as the kubelet asks for one for a pod.
    pub fn token(&self, namespace: &str, account: &str) -> String {
        let path = format!("/api/v1/namespaces/{namespace}/serviceaccounts/{account}/token");
        let request = json!({ "apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": {} });
        let answer = self.client.review(&path, &request);
        assert!(answer.is_done(), "{account}: {}", answer.message());
        answer.body["status"]["token"].as_str().expect("a token").to_owned()
    }

    /// What speaks to its API with a token.
    pub fn client_with(&self, token: &str) -> Client {
        Client::new(self.port, &fs::read(self.authority()).expect("a certificate"), token)
    }

    /// The administrator's token.
    pub fn administrator(&self) -> String {
        fs::read_to_string(self.folder.join("token")).expect("a token").trim().to_owned()
    }

    /// The folder of the lab's files, which is gone with it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The kubeconfig file of the administrator.
    pub fn kubeconfig(&self) -> PathBuf {
        self.folder.join("kubeconfig")
    }

    /// A kubeconfig file of this name for whoever has this token.
    pub fn kubeconfig_with(&self, name: &str, token: &str) -> PathBuf {
        let server = format!("https://127.0.0.1:{}", self.port);
        let authority = self.authority();
        kubeconfig::write(
            self.folder.join(name),
            &Access { server: &server, authority: Some(&authority), token },
        )
    }

    /// A proxy in front of the API server, for whoever has this token.
    pub fn proxy(&self, token: &str) -> Proxy {
        Proxy::start(self.port, &self.authority(), token)
    }

    /// A kubeconfig file of this name that leads through a proxy.
    pub fn kubeconfig_through(&self, proxy: &Proxy, name: &str) -> PathBuf {
        // The proxy has the token that the server gets.
        let access = Access { server: &proxy.url(), authority: None, token: "through-a-proxy" };
        kubeconfig::write(self.folder.join(name), &access)
    }

    /// What a service account has asked of the API so far, allowed or not: `VERB RESOURCE`, in order, each once.
    pub fn asked(&self, namespace: &str, account: &str) -> BTreeSet<String> {
        let line = |asked: Asked| {
            let resource = asked.resource.split('/').next().unwrap_or_default();
            format!("{} {resource}", asked.verb)
        };
        self.requests(namespace, account).into_iter().map(line).collect()
    }

    /// What a service account has asked of the API so far, in order.
    pub fn requests(&self, namespace: &str, account: &str) -> Vec<Asked> {
        let log = fs::read_to_string(self.folder.join(AUDIT)).expect("the audit");
        Asked::of(&log, &format!("system:serviceaccount:{namespace}:{account}"))
    }

    /// Gives the cluster the nodes that the pods of these objects ask for.
    pub fn furnish_for(&self, objects: &[Value]) {
        simulation::furnish_for(&self.client, objects);
    }

    fn start_controllers(&mut self) {
        // Their own limits are those of a cluster in which others work too.
        let common = [
            "--kubeconfig=kubeconfig",
            "--leader-elect=false",
            "--secure-port=0",
            "--kube-api-qps=300",
            "--kube-api-burst=600",
        ]
        .map(str::to_owned);
        let mut controllers = common.to_vec();
        controllers.push("--service-account-private-key-file=service-account.key".to_owned());
        controllers.push("--root-ca-file=certificates/apiserver.crt".to_owned());
        self.parts.insert(0, Part::start("controllers", &self.folder, &controllers));
        self.parts.insert(0, Part::start("scheduler", &self.folder, &common));
    }

    fn start_kwok(&mut self, port: u16, reach: Reach) {
        let plays_nodes = reach == Reach::Rollout;
        let stages = if plays_nodes { simulation::stages() } else { simulation::STAGES.to_owned() };
        fs::write(self.folder.join("stages.yaml"), stages).expect("a file");
        let nodes = if plays_nodes {
            "--manage-all-nodes=true"
        } else {
            "--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake"
        };
        let flags = [
            "--kubeconfig=kubeconfig".to_owned(),
            "--config=stages.yaml".to_owned(),
            nodes.to_owned(),
            "--node-lease-duration-seconds=40".to_owned(),
            format!("--server-address=127.0.0.1:{port}"),
        ];
        self.parts.insert(0, Part::start("kwok", &self.folder, &flags));
        if !plays_nodes {
            return;
        }
        simulation::furnish(&self.client);
        let parts = &mut self.parts;
        wait_for("the nodes", || {
            parts.iter_mut().for_each(Part::assert_running);
            simulation::ready(&self.client)
        });
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        self.parts.clear();
        if std::thread::panicking() {
            eprintln!("the logs of the control plane are in {}", self.folder.display());
        } else {
            // What stays is below `target`.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Waits until something holds, and fails where it takes too long.
pub(crate) fn wait_for(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "{what}: not ready after {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// The API server's way to nodes and pods, which are in a network of their own.
fn egress(folder: &Path) -> Value {
    let socket = json!({ "udsName": folder.join(EGRESS) });
    json!({
        "apiVersion": "apiserver.k8s.io/v1beta1",
        "kind": "EgressSelectorConfiguration",
        "egressSelections": [{
            "name": "cluster",
            "connection": { "proxyProtocol": "HTTPConnect", "transport": { "uds": socket } },
        }],
    })
}

fn authority(folder: &Path) -> PathBuf {
    folder.join("certificates/apiserver.crt")
}

fn connect(folder: &Path, port: u16, parts: &mut [Part]) -> Client {
    let certificate = authority(folder);
    wait_for("the API server's certificate", || {
        parts.iter_mut().for_each(Part::assert_running);
        fs::read_to_string(&certificate).is_ok_and(|text| text.matches("END CERTIFICATE").count() > 1)
    });
    let token = fs::read_to_string(folder.join("token")).expect("a token");
    let client = Client::new(port, &fs::read(&certificate).expect("a certificate"), token.trim());
    wait_for("the API server", || {
        parts.iter_mut().for_each(Part::assert_running);
        client.is_ready()
    });
    client
}

fn credentials(folder: &Path) {
    let mut writer = Command::new(control_plane::binary());
    // A part ends with its standard input: it has to stay open for as long as it runs.
    let mut child = writer
        .arg("credentials")
        .arg(folder)
        .stdin(Stdio::piped())
        .spawn()
        .expect("the control plane starts");
    let input = child.stdin.take();
    let status = child.wait().expect("its status");
    drop(input);
    assert!(status.success(), "the credentials are not written");
}

fn etcd((client, peer): (u16, u16), storage: Storage) -> Vec<String> {
    let client = format!("http://127.0.0.1:{client}");
    let peer = format!("http://127.0.0.1:{peer}");
    vec![
        "--data-dir=etcd".to_owned(),
        format!("--unsafe-no-fsync={}", storage == Storage::Quick),
        "--log-level=warn".to_owned(),
        format!("--listen-client-urls={client}"),
        format!("--advertise-client-urls={client}"),
        format!("--listen-peer-urls={peer}"),
        format!("--initial-advertise-peer-urls={peer}"),
        format!("--initial-cluster=default={peer}"),
    ]
}

fn api_server(store: u16, port: u16) -> Vec<String> {
    let mut flags = [
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        "--endpoint-reconciler-type=none",
        "--cert-dir=certificates",
        "--allow-privileged=true",
        "--authorization-mode=RBAC",
        "--token-auth-file=tokens.csv",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-signing-key-file=service-account.key",
        "--service-account-key-file=service-account.key",
        "--service-cluster-ip-range=10.96.0.0/16",
    ]
    .map(str::to_owned)
    .to_vec();
    flags.push(format!("--etcd-servers=http://127.0.0.1:{store}"));
    flags.push(format!("--secure-port={port}"));
    flags.push(format!("--audit-log-path={AUDIT}"));
    flags.push("--audit-policy-file=audit.json".to_owned());
    flags
}

/// Ports that are free now. All are held until the last is found, so that no two are the same.
fn free_ports<const COUNT: usize>() -> [u16; COUNT] {
    let held = std::array::from_fn(|_| TcpListener::bind(("127.0.0.1", 0)).expect("a free port"));
    held.map(|listener: TcpListener| listener.local_addr().expect("its address").port())
}
