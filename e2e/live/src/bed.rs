//! A Kubernetes whose pods run, and what a test does with it.

use crate::images;
use crate::secrets;
use pulsarc_e2e_kubernetes::{Call, Force, Lab, Reach, Run, control_plane_binary, kubectl as built_kubectl};
use pulsarc_e2e_pulsar::distribution;
use pulsarc_e2e_pulsar::manifests::Manifests;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long the nodes may take until they are ready.
const START: Duration = Duration::from_secs(180);
/// How long a run of pulsarc may take that waits for servers to start.
const ROLLOUT: Duration = Duration::from_secs(1800);
/// The namespaces of a bed: its processes, network and mounts end with it. Descriptor 3 is the network outside, through
/// which the nodes reach the API server.
const ENTER: &str =
    r#"exec unshare --net --mount --pid --fork --mount-proc --kill-child "$@" 3</proc/self/ns/net"#;

/// What a bed has.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many nodes, spread over three zones.
    pub nodes: usize,
    /// Whether images of the next line are there, which takes a download of their jars.
    pub next: bool,
}

impl Default for Plan {
    fn default() -> Self {
        // Bookies and ZooKeeper keep away from one another: five servers need five nodes.
        Self { nodes: 6, next: false }
    }
}

/// A running Kubernetes with nodes. Everything in it ends with this value, and also with the process that made it.
#[derive(Debug)]
pub struct Bed {
    nodes: Child,
    lab: Lab,
}

/// What this machine lacks for a bed, if anything.
fn lacking() -> Option<&'static str> {
    let root = Command::new("unshare").args(["--net", "--mount", "--pid", "--fork", "true"]).output();
    if !root.is_ok_and(|output| output.status.success()) {
        return Some("the rights of root, and unshare");
    }
    distribution::lacking()
}

impl Bed {
    /// Starts a bed. The name is the test's: its folder below `target/e2e` is called so.
    pub fn start(name: &str, plan: Plan) -> Result<Self, String> {
        if let Some(what) = lacking() {
            return Err(format!("this machine lacks {what}"));
        }
        let program = images::program()?;
        let lab = Lab::start(name, Reach::Nodes);
        images::write(lab.folder(), &program, plan.next)?;
        let nodes = start_nodes(&lab, plan.nodes).map_err(|error| format!("the nodes: {error}"))?;
        let mut bed = Self { nodes, lab };
        bed.furnish()?;
        bed.wait_for_nodes(plan.nodes)?;
        Ok(bed)
    }

    fn furnish(&self) -> Result<(), String> {
        let class = json!({
            "apiVersion": "storage.k8s.io/v1",
            "kind": "StorageClass",
            "metadata": {
                "name": "directory",
                "annotations": { "storageclass.kubernetes.io/is-default-class": "true" },
            },
            "provisioner": "e2e.pulsarc.dev/directory",
        });
        self.put(&class)
    }

    fn wait_for_nodes(&mut self, count: usize) -> Result<(), String> {
        let start = Instant::now();
        loop {
            if let Ok(Some(status)) = self.nodes.try_wait() {
                return Err(format!("the nodes ended with {status}, see {}", self.log().display()));
            }
            let nodes = self.lab.client().get("/api/v1/nodes").body;
            let ready = nodes["items"].as_array().into_iter().flatten().filter(|node| is_ready(node)).count();
            let account = self.lab.client().get("/api/v1/namespaces/default/serviceaccounts/default");
            if ready == count && account.is_done() {
                return Ok(());
            }
            if start.elapsed() > START {
                return Err(format!("{ready} of {count} nodes are ready, see {}", self.log().display()));
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    fn log(&self) -> PathBuf {
        self.lab.folder().join("bed.log")
    }

    /// The API server and what speaks to it.
    pub fn lab(&self) -> &Lab {
        &self.lab
    }

    /// The folder of the bed's files.
    pub fn folder(&self) -> &Path {
        self.lab.folder()
    }

    /// The kubeconfig file of an administrator.
    pub fn kubeconfig(&self) -> PathBuf {
        self.lab.kubeconfig()
    }

    /// pulsarc with these arguments and the bed's kubeconfig, to be started by the test.
    pub fn call(&self, arguments: &[&str]) -> Call {
        let call = Call::pulsarc(arguments).within(ROLLOUT);
        call.env("KUBECONFIG", &self.kubeconfig().display().to_string())
    }

    /// Runs pulsarc to its end.
    pub fn pulsarc(&self, arguments: &[&str]) -> Run {
        self.call(arguments).run()
    }

    /// Makes the secrets of the configuration's certificates, as cert-manager would, and applies it.
    pub fn apply(&self, inputs: &[&str], options: &[&str]) -> Result<Run, String> {
        self.prepare(inputs)?;
        let words: Vec<&str> = ["apply", "--yes"].iter().chain(options).chain(inputs).copied().collect();
        Ok(self.pulsarc(&words))
    }

    /// Makes the secrets of a configuration's certificates, as cert-manager would.
    pub fn prepare(&self, inputs: &[&str]) -> Result<(), String> {
        secrets::make(self.lab.client(), &Manifests::build(inputs)?)
    }

    /// Runs kubectl to its end.
    pub fn kubectl(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(kubectl());
        command.args(arguments).env("KUBECONFIG", self.kubeconfig());
        Call::other(command).run()
    }

    /// Runs a command in a pod's first container.
    pub fn exec(&self, pod: &str, command: &[&str]) -> Run {
        let words: Vec<&str> = ["exec", pod, "--"].iter().chain(command).copied().collect();
        self.kubectl(&words)
    }

    /// What a pod's first container has written so far.
    pub fn pod_log(&self, pod: &str) -> String {
        self.kubectl(&["logs", pod]).stdout
    }

    /// A pod of the default namespace, as the API has it; null if it is not there.
    pub fn pod(&self, name: &str) -> Value {
        let answer = self.lab.client().get(&format!("/api/v1/namespaces/default/pods/{name}"));
        if answer.is_done() { answer.body } else { Value::Null }
    }

    /// Creates or changes an object.
    pub fn put(&self, object: &Value) -> Result<(), String> {
        let answer = self.lab.client().apply(object, Force::Yes);
        if answer.is_done() { Ok(()) } else { Err(answer.message().to_owned()) }
    }

    /// Waits until something holds.
    pub fn wait_until(
        &self,
        what: &str,
        limit: Duration,
        mut holds: impl FnMut(&Self) -> bool,
    ) -> Result<(), String> {
        let start = Instant::now();
        while !holds(self) {
            if start.elapsed() > limit {
                let pods = self.kubectl(&["get", "pods", "-A", "-o", "wide"]).stdout;
                return Err(format!("{what}: not after {} seconds\n{pods}", limit.as_secs()));
            }
            std::thread::sleep(Duration::from_millis(500));
        }
        Ok(())
    }

    /// Waits until a pod is ready.
    pub fn wait_ready(&self, pod: &str, limit: Duration) -> Result<(), String> {
        self.wait_until(&format!("{pod} is ready"), limit, |bed| is_ready(&bed.pod(pod)))
    }
}

impl Drop for Bed {
    fn drop(&mut self) {
        // The nodes first: the mounts below the lab's folder go with their namespace.
        let _ = self.nodes.kill();
        let _ = self.nodes.wait();
    }
}

fn start_nodes(lab: &Lab, count: usize) -> std::io::Result<Child> {
    let log = File::create(lab.folder().join("bed.log"))?;
    Command::new("sh")
        .args(["-c", ENTER, "bed"])
        .arg(control_plane_binary())
        .arg("bed")
        .arg("--folder")
        .arg(fs::canonicalize(lab.folder())?)
        .arg("--nodes")
        .arg(count.to_string())
        .args(["--server", &format!("127.0.0.1:{}", lab.port())])
        .arg("--authority")
        .arg(lab.authority())
        .arg("--token")
        .arg(lab.folder().join("token"))
        .stdin(Stdio::piped())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()
}

/// kubectl of this machine if it has one, else the control plane's.
fn kubectl() -> &'static Path {
    let here = Command::new("kubectl").args(["version", "--client"]).output();
    if here.is_ok_and(|output| output.status.success()) {
        return Path::new("kubectl");
    }
    built_kubectl()
}

/// Whether a node or a pod says that it is ready.
pub(crate) fn is_ready(object: &Value) -> bool {
    let conditions = object["status"]["conditions"].as_array();
    conditions.into_iter().flatten().any(|it| it["type"] == "Ready" && it["status"] == "True")
}
