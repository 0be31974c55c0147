//! A cluster: its servers in the order in which they need one another, with the init jobs between them, and what can be
//! done with it from outside.

use crate::account::Kubernetes;
use crate::certificates;
use crate::distribution::{self, Distribution};
use crate::manifests::{Manifests, list, text};
use crate::network::Network;
use crate::pod::{Ground, Pod, Secrets};
use crate::process::{Process, run};
use crate::server::{CLIENT, ONE_OF_EACH, RELEASE, Server, hosts, ports};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const START: Duration = Duration::from_secs(240);

/// A running cluster. It ends with its value, the processes before their network.
#[derive(Debug)]
pub struct Cluster {
    running: Vec<(Server, Process)>,
    _relay: Option<Process>,
    servers: Vec<Server>,
    secrets: Secrets,
    manifests: Manifests,
    folder: PathBuf,
    image: PathBuf,
    distribution: Distribution,
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
    /// Starts one of each of what pulsarc emits for an input, with the function worker's account if there is a Kubernetes.
    /// The logs are in `target/e2e/runs/NAME`.
    pub fn start(
        name: &str,
        input: &str,
        image: &Path,
        kubernetes: Option<Kubernetes<'_>>,
    ) -> Result<Self, String> {
        Self::start_servers(name, Manifests::build(&[input])?, &ONE_OF_EACH, image, kubernetes)
    }

    /// Starts some servers of what pulsarc emits.
    pub fn start_servers(
        name: &str,
        manifests: Manifests,
        servers: &[Server],
        image: &Path,
        kubernetes: Option<Kubernetes<'_>>,
    ) -> Result<Self, String> {
        let distribution = distribution::unpacked()?;
        let folder = distribution::folder().join("runs").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        if let Some(kubernetes) = kubernetes {
            kubernetes.admit(&manifests)?;
            kubernetes.write_account(&manifests, &format!("{RELEASE}-function-worker"), &folder)?;
        }
        let network = Network::start(&folder, &hosts(&manifests, servers)?)?;
        let relay = kubernetes.map(|kubernetes| kubernetes.connect(&network, &folder)).transpose()?;
        let secrets = certificates::secrets(&manifests)?;
        let mut cluster = Self {
            running: Vec::new(),
            _relay: relay,
            servers: servers.to_vec(),
            secrets,
            manifests,
            folder,
            image: image.to_owned(),
            distribution,
            network,
        };
        cluster.make_tokens()?;
        // The pods of a component start together, as those of a `StatefulSet` with parallel pods do.
        for pods in servers.chunk_by(|one, other| one.component == other.component) {
            for server in pods {
                let pod = cluster.lay_out(*server, &cluster.manifests, &cluster.distribution)?;
                cluster.run_server(*server, &pod, &server.log())?;
            }
            for server in pods {
                cluster.until_open(*server)?;
            }
            if pods.iter().any(|server| server.component == "zookeeper") {
                cluster.run_job("bookie-init")?;
                cluster.run_job("pulsar-init")?;
            }
        }
        Ok(cluster)
    }

    /// Ends a server.
    pub fn stop(&mut self, server: Server) {
        self.running.retain(|(one, _)| *one != server);
    }

    /// Starts a server again, on other objects and another release. The new log has the label in its name.
    pub fn start_again(
        &mut self,
        server: Server,
        manifests: &Manifests,
        distribution: &Distribution,
        label: &str,
    ) -> Result<(), String> {
        let pod = self.lay_out(server, manifests, distribution)?;
        self.run_server(server, &pod, &format!("{}-{label}", server.log()))?;
        self.until_open(server)
    }

    /// Runs a server that is expected to end, and returns what it wrote.
    pub fn run_to_its_end(
        &self,
        server: Server,
        manifests: &Manifests,
        distribution: &Distribution,
        label: &str,
    ) -> Result<String, String> {
        let pod = self.lay_out(server, manifests, distribution)?;
        let log = self.folder.join(format!("{}-{label}.log", server.log()));
        let mut process = Process::start(&server.log(), &log, &mut pod.command(&self.network)?)?;
        process.wait_for_end(START)?;
        std::fs::read_to_string(&log).map_err(|error| format!("{}: {error}", log.display()))
    }

    /// The base of a server's HTTP addresses, by the protocol that it should be asked with.
    pub fn base(&self, server: &str) -> Result<String, String> {
        let port = self.port(server)?;
        let scheme = if self.has_tls(server)? { "https" } else { "http" };
        Ok(format!("{scheme}://{RELEASE}-{server}:{port}"))
    }

    /// The same by the pod's own full name, by which other servers and redirects know it.
    pub fn pod_base(&self, server: &str) -> Result<String, String> {
        let known = self.servers.iter().find(|one| one.component == server && one.ordinal == 0);
        self.base_of(*known.ok_or_else(|| format!("no {server} runs"))?)
    }

    /// The base of the HTTP addresses of one pod, by its full name.
    pub fn base_of(&self, server: Server) -> Result<String, String> {
        let whole = server.host(&self.manifests)?;
        Ok(self.base(server.component)?.replacen(&server.workload(), &whole, 1))
    }

    /// A command that runs as a client of the cluster.
    pub fn client(&self, program: &str) -> Command {
        self.network.command("client", &self.folder, program)
    }

    /// The distribution that the cluster was started from.
    pub fn distribution(&self) -> &Distribution {
        &self.distribution
    }

    /// A request as a client of the cluster makes it, with the token of a role, where it has tokens.
    pub fn request(&self, arguments: &[&str], address: &str, role: Option<&str>) -> Answer {
        let mut command = self.client("curl");
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
        self.distribution.folder.join("examples/api-examples.jar")
    }

    /// Where the logs are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn ground<'a>(&'a self, manifests: &'a Manifests, distribution: &'a Distribution) -> Ground<'a> {
        Ground { distribution, image: &self.image, folder: &self.folder, manifests, secrets: &self.secrets }
    }

    /// Makes the tokens with the job's own commands, and the secrets that it would create.
    fn make_tokens(&mut self) -> Result<(), String> {
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
        let pod = Pod::lay_out(&self.ground(&self.manifests, &self.distribution), &name, CLIENT, job, maker)?;
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

    fn run_job(&self, job: &str) -> Result<(), String> {
        let name = format!("{RELEASE}-{job}");
        let workload = self.manifests.get("Job", &name)?;
        let ground = self.ground(&self.manifests, &self.distribution);
        let pod = Pod::lay_out(&ground, &name, CLIENT, workload, None)?;
        run(&name, &self.folder.join(format!("{job}.log")), &mut pod.command(&self.network)?)
    }

    fn lay_out(
        &self,
        server: Server,
        manifests: &Manifests,
        distribution: &Distribution,
    ) -> Result<Pod, String> {
        let workload = manifests.get("StatefulSet", &server.workload())?;
        let address = server.address(&self.servers);
        Pod::lay_out(&self.ground(manifests, distribution), &server.pod(), address, workload, None)
    }

    fn run_server(&mut self, server: Server, pod: &Pod, log: &str) -> Result<(), String> {
        let log = self.folder.join(format!("{log}.log"));
        let process = Process::start(&server.log(), &log, &mut pod.command(&self.network)?)?;
        self.running.push((server, process));
        Ok(())
    }

    fn until_open(&mut self, server: Server) -> Result<(), String> {
        let port = self.port(server.component)?;
        let place = self.running.iter().position(|(one, _)| *one == server);
        let place = place.ok_or_else(|| format!("{} does not run", server.pod()))?;
        let (_, mut process) = self.running.swap_remove(place);
        process.wait_until(START, &format!("port {port} is open"), || self.opens(&server.pod(), port))?;
        self.running.push((server, process));
        Ok(())
    }

    /// Whether a host takes connections on a port.
    pub fn opens(&self, host: &str, port: u16) -> bool {
        let mut command = self.client("bash");
        let tried = command.arg("-c").arg(format!("exec 3<>/dev/tcp/{host}/{port}")).output();
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
