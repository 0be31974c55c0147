//! The roster: one record for each kind of pods, published by the component that runs them.
//!
//! Every other list of components (JVMs, listeners, monitors, certificates, stores) is a filter over these records, so a
//! new component is in all of them as soon as it describes itself.

use crate::base::TlsComponent;
use crate::jvm;
use crate::shapes::{PodMonitorSpec, PulsarPorts};
use pulsarc_catalogue::Program;
use pulsarc_model::{Departure, Port, Rollout, Stage};

/// What a component publishes about one kind of its pods.
#[derive(Debug, Clone)]
pub struct ComponentRecord {
    /// The values block with the settings of the pods: `broker`, `oxia.server`.
    pub block: &'static str,
    /// The `component` label of the pods.
    pub component: String,
    /// Whether the configuration deploys them.
    pub deployed: bool,
    /// The key below `block` with the number of pods; `None` if that is fixed.
    pub replicas: Option<&'static str>,
    /// The path of the image settings: `images.bookie`.
    pub image: &'static str,
    /// How the keys in `configData` reach the programs; `None` for programs whose keys the catalogue does not have.
    pub configuration: Option<Configuration>,
    /// Whether `PF_` variables reach a function worker in these pods.
    pub function_worker: bool,
    /// The variables of `configData` and `extraEnvs` whose options the JVM gets, in its order; none if they start no JVM.
    pub jvm_variables: &'static [&'static str],
    /// The listeners of a pod.
    pub listeners: Vec<Listener>,
    /// The ports of each service whose port numbers are not those of the pods.
    pub services: Vec<Vec<Listener>>,
    /// What the processes do before they stop.
    pub shutdown: Shutdown,
    /// The TLS settings; `None` if the pods have none.
    pub certificate: Option<CertificateRecord>,
    /// The super user whose token the pods cannot do without: `broker`.
    pub token: Option<&'static str>,
    /// Pulsar's class names for credentials that users bring instead of a token.
    pub credentials: Option<Credentials>,
    /// The data that the pods persist: "messages".
    pub persists: Option<&'static str>,
    /// What the number of pods means for those that use them.
    pub departure: Departure,
    /// When an apply starts the pods.
    pub stage: Stage,
    /// How a controlled rollout restarts the pods; `None` if Kubernetes restarts them.
    pub rollout: Option<Rollout>,
    /// How the pods are scraped.
    pub scrape: Option<ScrapeTarget>,
    /// Whether the processes read or write ledgers, and so dial bookies that no setting names.
    pub dials_bookies: bool,
}

impl ComponentRecord {
    /// The record of pods that have nothing but a name. `block` is the path of their settings.
    pub fn new(block: &'static str, component: impl Into<String>, deployed: bool) -> Self {
        Self {
            block,
            component: component.into(),
            deployed,
            replicas: None,
            image: "",
            configuration: None,
            function_worker: false,
            jvm_variables: &[],
            listeners: Vec::new(),
            services: Vec::new(),
            shutdown: Shutdown::Immediate,
            certificate: None,
            token: None,
            credentials: None,
            persists: None,
            departure: Departure::UNNOTICED,
            stage: Stage::Rest,
            rollout: None,
            scrape: None,
            dials_bookies: false,
        }
    }

    /// The record of pods that run a program of Pulsar's: JVM options and Pulsar keys are in their `configData`.
    pub fn of_pulsar(
        block: &'static str,
        component: impl Into<String>,
        deployed: bool,
        configuration: Configuration,
    ) -> Self {
        Self {
            configuration: Some(configuration),
            jvm_variables: &jvm::VARIABLES,
            ..Self::new(block, component, deployed)
        }
    }

    /// The component's key in the values: `oxia` of `oxia.server`.
    pub fn key(&self) -> &'static str {
        self.block.split('.').next().unwrap_or(self.block)
    }

    /// The path of the setting that names the component.
    pub fn name_path(&self) -> String {
        format!("{}.component", self.key())
    }

    /// The path of the number of pods, if that can be set.
    pub fn replicas_path(&self) -> Option<String> {
        self.replicas.map(|key| format!("{}.{key}", self.block))
    }
}

/// How the keys in a component's `configData` reach its programs.
#[derive(Debug, Clone, Copy)]
pub struct Configuration {
    /// The programs that read the keys; the first one owns the conf file.
    pub programs: &'static [Program],
    /// What the image does with keys that have no prefix.
    pub plain_keys: PlainKeys,
}

impl Configuration {
    /// The program whose conf file the image writes plain keys into, if there is a single one.
    pub fn conf_file(&self) -> Option<Program> {
        self.programs.first().copied().filter(|_| self.plain_keys == PlainKeys::ConfFile)
    }
}

/// What an image does with the keys in `configData` that have no prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlainKeys {
    /// It writes them into one conf file, if the file has them.
    ConfFile,
    /// It writes them into several files, each of which takes what it has.
    SeveralFiles,
    /// It ignores them: only `PF_` variables count.
    Ignored,
}

/// A port that a pod or a service opens, and the setting that decides on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listener {
    /// The path of the setting: `broker.ports.http`.
    pub path: String,
    /// The port.
    pub port: i32,
    /// Whether it is open with the rest of the configuration as it is.
    pub open: bool,
}

impl Listener {
    /// A listener that is always open.
    pub fn open(path: impl Into<String>, port: Port) -> Self {
        Self::open_if(true, path, port)
    }

    /// A listener that other settings open.
    pub fn open_if(open: bool, path: impl Into<String>, port: Port) -> Self {
        Self { path: path.into(), port: port.number(), open }
    }
}

/// The listeners of a Pulsar server whose ports are in `block`: the plain ones, and with `tls` those over TLS too.
pub fn server_listeners(block: &str, ports: &PulsarPorts, tls: bool) -> Vec<Listener> {
    vec![
        Listener::open(format!("{block}.ports.http"), ports.http),
        Listener::open_if(tls, format!("{block}.ports.https"), ports.https),
        Listener::open(format!("{block}.ports.pulsar"), ports.pulsar),
        Listener::open_if(tls, format!("{block}.ports.pulsarssl"), ports.pulsarssl),
    ]
}

/// What processes do between the signal to stop and their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shutdown {
    /// They flush data, hand work over or close connections.
    Graceful,
    /// They have nothing to save.
    Immediate,
}

/// The TLS settings of a component's pods, and its certificate.
#[derive(Debug, Clone)]
pub struct CertificateRecord {
    /// The path of the settings: `tls.bookie`.
    pub path: &'static str,
    /// The settings.
    pub settings: TlsComponent,
    /// What the names of its volumes start with: `function-worker` of `function-worker-certs`.
    pub volume: &'static str,
    /// Whether cert-manager makes the certificate with the rest of the configuration as it is.
    pub made: bool,
    /// Whether the component serves TLS.
    pub serves: bool,
    /// Whether pods mount the certificate or trust its authorities, those of init jobs among them.
    pub mounted: bool,
    /// The services that the certificate's names come from.
    pub names: CertificateNames,
}

/// The services that the names in a certificate come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateNames {
    /// The component's only service.
    Service,
    /// The plain service, and a headless one for each pod.
    Headless,
    /// As [`CertificateNames::Headless`], and each pod below the plain service too: the chart gives these names to a
    /// component whose headless service it does not know of.
    Both,
}

/// A setting that names the class with the credentials of a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credentials {
    /// The key in `configData`.
    pub key: &'static str,
    /// What follows if there are none: "brokers do not reach each other".
    pub consequence: &'static str,
}

/// How pods are scraped.
#[derive(Debug, Clone)]
pub struct ScrapeTarget {
    /// What the monitor's name ends with, and its job's name.
    pub name: &'static str,
    /// The name of the container port.
    pub port: &'static str,
    /// Interval, timeout and relabelings.
    pub monitor: PodMonitorSpec,
}
