//! A cluster of one of each: ZooKeeper, bookie, broker, function worker and proxy, in the order in which they need
//! each other, with the init jobs between them.

use crate::account::Kubernetes;
use crate::certificates;
use crate::distribution;
use crate::manifests::{Manifests, list, text};
use crate::network::{Host, Network};
use crate::pod::{self, Ground, Pod, Secrets};
use crate::process::{Process, run};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::time::Duration;

const RELEASE: &str = "pulsar";
const SERVERS: [&str; 5] = ["zookeeper", "bookie", "broker", "function-worker", "proxy"];
/// Where a job runs: it serves nothing.
const CLIENT: Ipv4Addr = Ipv4Addr::new(127, 0, 1, 100);
const START: Duration = Duration::from_secs(240);

/// A running cluster. It ends with its value, the processes before their network.
#[derive(Debug)]
pub struct Cluster {
    processes: Vec<Process>,
    secrets: Secrets,
    manifests: Manifests,
    folder: PathBuf,
    distribution: PathBuf,
    network: Network,
}

/// What an HTTP request was answered with.
#[derive(Debug)]
pub struct Answer {
    /// The status, 0 where there was no answer.
    pub status: u16,
    /// The body, or why there is none.
    pub body: String,
}

impl Cluster {
    /// Starts what pulsarc emits for an input, with the function worker's account where there is a Kubernetes. The logs
    /// are in `target/e2e/runs/NAME`.
    pub fn start(
        name: &str,
        input: &str,
        image: &Path,
        kubernetes: Option<Kubernetes<'_>>,
    ) -> Result<Self, String> {
        let distribution = distribution::unpacked()?;
        let manifests = Manifests::build(input)?;
        let folder = distribution::folder().join("runs").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        if let Some(kubernetes) = kubernetes {
            kubernetes.admit(&manifests)?;
            kubernetes.write_account(&manifests, &format!("{RELEASE}-function-worker"), &folder)?;
        }
        let network = Network::start(&folder, &hosts(&manifests)?)?;
        let relay = kubernetes.map(|kubernetes| kubernetes.connect(&network, &folder)).transpose()?;
        let secrets = certificates::secrets(&manifests)?;
        let processes = relay.into_iter().collect();
        let mut cluster = Self { processes, secrets, manifests, folder, distribution, network };
        cluster.make_tokens(image)?;
        for server in SERVERS {
            cluster.start_server(server, image)?;
            if server == "zookeeper" {
                cluster.run_job("bookie-init", image)?;
                cluster.run_job("pulsar-init", image)?;
            }
        }
        Ok(cluster)
    }

    /// The base of a server's HTTP addresses, by the protocol that it should be asked with.
    pub fn base(&self, server: &str) -> Result<String, String> {
        let port = self.port(server)?;
        let scheme = if self.has_tls(server)? { "https" } else { "http" };
        Ok(format!("{scheme}://{RELEASE}-{server}:{port}"))
    }

    /// The same by the pod's own full name, by which other servers and redirects know it.
    pub fn pod_base(&self, server: &str) -> Result<String, String> {
        let workload = self.manifests.get("StatefulSet", &format!("{RELEASE}-{server}"))?;
        let whole = pod::host(&format!("{RELEASE}-{server}-0"), workload);
        Ok(self.base(server)?.replacen(&format!("{RELEASE}-{server}"), &whole, 1))
    }

    /// A request as a client of the cluster makes it, with the token of a role, where it has tokens.
    pub fn request(&self, arguments: &[&str], address: &str, role: Option<&str>) -> Answer {
        let mut command = self.network.command("client", &self.folder, "curl");
        command.args(["--silent", "--show-error", "--max-time", "60", "--write-out", "\n%{http_code}"]);
        let authority = self.folder.join("authority.crt");
        if authority.exists() {
            command.arg("--cacert").arg(&authority);
        }
        let secret = role.and_then(|role| self.secrets.get(&format!("{RELEASE}-token-{role}")));
        let token = secret.and_then(|secret| std::str::from_utf8(secret.get("TOKEN")?).ok());
        if let Some(token) = token {
            command.args(["--header", &format!("Authorization: Bearer {token}")]);
        }
        match command.args(arguments).arg(address).output() {
            Ok(output) => {
                let text = String::from_utf8_lossy(&output.stdout);
                let (body, status) = text.rsplit_once('\n').unwrap_or(("", &text));
                let body =
                    if body.is_empty() { String::from_utf8_lossy(&output.stderr) } else { body.into() };
                Answer { status: status.parse().unwrap_or(0), body: body.into_owned() }
            }
            Err(error) => Answer { status: 0, body: error.to_string() },
        }
    }

    /// The far ports of every connection there is or was a minute ago.
    pub fn far_ports(&self) -> Result<Vec<u16>, String> {
        self.network.far_ports()
    }

    /// What is emitted for it.
    pub fn manifests(&self) -> &Manifests {
        &self.manifests
    }

    /// Pulsar's own example functions.
    pub fn example_functions(&self) -> PathBuf {
        self.distribution.join("examples/api-examples.jar")
    }

    /// Where the logs are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn ground<'a>(&'a self, image: &'a Path) -> Ground<'a> {
        Ground {
            distribution: &self.distribution,
            image,
            folder: &self.folder,
            manifests: &self.manifests,
            secrets: &self.secrets,
        }
    }

    /// Makes the tokens with the job's own commands, and the secrets that it would create.
    fn make_tokens(&mut self, image: &Path) -> Result<(), String> {
        let name = format!("{RELEASE}-jwt-secret-init");
        let authority = self.secrets.values().find_map(|data| data.get("ca.crt"));
        if let Some(authority) = authority {
            std::fs::write(self.folder.join("authority.crt"), authority)
                .map_err(|error| error.to_string())?;
        }
        let Some(job) = self.manifests.find("Job", &name) else { return Ok(()) };
        let spec = &job["spec"]["template"]["spec"];
        let maker = list(&spec["initContainers"])
            .iter()
            .find(|container| text(&container["name"]).contains("generate"));
        let maker = maker.map(|container| text(&container["name"]));
        let pod = Pod::lay_out(&self.ground(image), &name, CLIENT, job, maker)?;
        run(&name, &self.folder.join("jwt-secret-init.log"), &mut pod.command(&self.network)?)?;

        let script = spec.to_string();
        for line in script.split("\\n").filter(|line| line.starts_with("put_secret ") && !line.contains('{'))
        {
            let mut words = line.split(|c: char| c.is_whitespace() || c == '"').skip(1);
            let secret = words.next().unwrap_or_default().to_owned();
            let mut data = BTreeMap::new();
            for (key, path) in words.filter_map(|word| word.strip_prefix("--from-file=")?.split_once('=')) {
                let file = pod.folder.join("mounts").join(path.trim_start_matches(['/', '\\']));
                let value = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
                data.insert(key.to_owned(), value);
            }
            self.secrets.insert(secret, data);
        }
        Ok(())
    }

    fn run_job(&self, job: &str, image: &Path) -> Result<(), String> {
        let name = format!("{RELEASE}-{job}");
        let workload = self.manifests.get("Job", &name)?;
        let pod = Pod::lay_out(&self.ground(image), &name, CLIENT, workload, None)?;
        run(&name, &self.folder.join(format!("{job}.log")), &mut pod.command(&self.network)?)
    }

    fn start_server(&mut self, server: &str, image: &Path) -> Result<(), String> {
        let workload = self.manifests.get("StatefulSet", &format!("{RELEASE}-{server}"))?;
        let name = format!("{RELEASE}-{server}-0");
        let pod = Pod::lay_out(&self.ground(image), &name, address(server), workload, None)?;
        let log = self.folder.join(format!("{server}.log"));
        let mut process = Process::start(server, &log, &mut pod.command(&self.network)?)?;
        let port = self.port(server)?;
        process.wait_until(START, &format!("port {port} is open"), || self.opens(server, port))?;
        self.processes.push(process);
        Ok(())
    }

    /// Whether a server takes connections on a port.
    pub fn opens(&self, server: &str, port: u16) -> bool {
        let mut command = self.network.command("client", &self.folder, "bash");
        let tried = command.arg("-c").arg(format!("exec 3<>/dev/tcp/{RELEASE}-{server}/{port}")).output();
        tried.is_ok_and(|output| output.status.success())
    }

    fn has_tls(&self, server: &str) -> Result<bool, String> {
        let data = self.manifests.data(&format!("{RELEASE}-{server}"))?;
        Ok(ports(server).0.iter().any(|key| data.contains_key(*key)))
    }

    fn port(&self, server: &str) -> Result<u16, String> {
        let data = self.manifests.data(&format!("{RELEASE}-{server}"))?;
        let (tls, plain, otherwise) = ports(server);
        let told = tls.iter().chain(&plain).find_map(|key| data.get(*key));
        told.map_or(Ok(otherwise), |port| port.parse().map_err(|_| format!("{server}: {port} is no port")))
    }
}

/// The keys of a server's port with and without TLS, and Pulsar's own where neither is set.
fn ports(server: &str) -> (Vec<&'static str>, Vec<&'static str>, u16) {
    match server {
        "zookeeper" => (vec!["PULSAR_PREFIX_secureClientPort"], vec!["clientPort"], 2181),
        "bookie" => (vec![], vec!["bookiePort"], 3181),
        "function-worker" => (vec!["PF_workerPortTls"], vec!["PF_workerPort"], 6750),
        _ => (vec!["webServicePortTls"], vec!["webServicePort"], 8080),
    }
}

fn address(server: &str) -> Ipv4Addr {
    let place = SERVERS.iter().position(|one| *one == server).and_then(|place| u8::try_from(place).ok());
    Ipv4Addr::new(127, 0, 1, place.map_or(CLIENT.octets()[3], |place| place + 1))
}

/// Each pod's names: its own, then those of the services that select it.
fn hosts(manifests: &Manifests) -> Result<Vec<Host>, String> {
    SERVERS
        .iter()
        .map(|server| {
            let workload = manifests.get("StatefulSet", &format!("{RELEASE}-{server}"))?;
            let whole = pod::host(&format!("{RELEASE}-{server}-0"), workload);
            let mut names = shorter(&whole);
            let labels = &workload["spec"]["template"]["metadata"]["labels"];
            for service in manifests.of_kind("Service").filter(|service| selects(service, labels)) {
                let metadata = &service["metadata"];
                let whole =
                    format!("{}.{}.svc.cluster.local", text(&metadata["name"]), text(&metadata["namespace"]));
                names.extend(shorter(&whole));
            }
            // As in a pod's own hosts file, in which its bare name stands too.
            names.push(format!("{RELEASE}-{server}-0"));
            Ok(Host { address: address(server), names })
        })
        .chain(std::iter::once(Ok(clients(manifests))))
        .collect()
}

/// Those who serve nothing: the jobs, and the test itself.
fn clients(manifests: &Manifests) -> Host {
    let jobs = manifests.of_kind("Job").map(|job| text(&job["metadata"]["name"]).to_owned());
    Host { address: CLIENT, names: jobs.chain(["client".to_owned()]).collect() }
}

/// A name as it is, and as pods of its namespace may write it.
fn shorter(whole: &str) -> Vec<String> {
    let ends = ["", ".cluster.local", ".svc.cluster.local"];
    let mut names: Vec<String> =
        ends.iter().filter_map(|end| whole.strip_suffix(end)).map(str::to_owned).collect();
    if let Some((name, _)) = names.last().and_then(|name| name.rsplit_once('.')) {
        names.push(name.to_owned());
    }
    names
}

fn selects(service: &Value, labels: &Value) -> bool {
    let selector = service["spec"]["selector"].as_object();
    selector.is_some_and(|selector| selector.iter().all(|(key, value)| labels[key] == *value))
}
