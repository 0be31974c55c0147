//! The way to a cluster: what kubectl's options and variables say.

use crate::api::{Api, Connections};
use crate::failure::{Failure, reasons};
use kube::Config;
use kube::config::{KubeConfigOptions, Kubeconfig};
use std::path::PathBuf;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

/// Which cluster, and as whom. As with kubectl, `KUBECONFIG` and the account of a pod are used if nothing is named.
#[derive(Debug, Clone, Default)]
pub struct Access {
    /// The kubeconfig file; else the files of `KUBECONFIG`, else `~/.kube/config`, else the account of this pod.
    pub kubeconfig: Option<PathBuf>,
    /// The context; else the kubeconfig's current one.
    pub context: Option<String>,
    /// How long one request may take.
    pub request_timeout: Option<Duration>,
}

/// A request is given up after this time.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);

/// A running cluster. It owns the runtime of its requests, so that nothing outside of this crate is asynchronous.
pub struct Cluster {
    pub(crate) runtime: Runtime,
    pub(crate) api: Api,
    /// The namespace of the context.
    namespace: String,
    /// The address of its API server.
    server: String,
}

impl Cluster {
    /// Reads the kubeconfig and prepares a client. Programs that the kubeconfig names for credentials run here.
    pub fn connect(access: &Access) -> Result<Self, Failure> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Failure::Access(format!("cannot start the client: {error}")))?;
        let mut config = runtime.block_on(config(access))?;
        let timeout = access.request_timeout.unwrap_or(REQUEST_TIMEOUT);
        config.connect_timeout = Some(timeout.min(Duration::from_secs(10)));
        // Retries are counted and reported by `Api`, so the library makes none of its own.
        config.default_retry = false;
        let (namespace, server) = (config.default_namespace.clone(), config.cluster_url.to_string());
        // The connection pool of the client belongs to the runtime.
        let entered = runtime.enter();
        let connections = Connections::new(config).map_err(|error| no_access(&error))?;
        drop(entered);
        Ok(Self { runtime, api: Api::new(connections, timeout), namespace, server })
    }

    /// The namespace of the context.
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    /// The address of its API server.
    pub fn server(&self) -> &str {
        &self.server
    }
}

async fn config(access: &Access) -> Result<Config, Failure> {
    let options = KubeConfigOptions { context: access.context.clone(), ..KubeConfigOptions::default() };
    if let Some(path) = &access.kubeconfig {
        let read = Kubeconfig::read_from(path).map_err(|error| no_access(&error))?;
        return Config::from_custom_kubeconfig(read, &options).await.map_err(|error| no_access(&error));
    }
    if access.context.is_some() {
        return Config::from_kubeconfig(&options).await.map_err(|error| no_access(&error));
    }
    match Config::infer().await {
        Ok(config) => Ok(config),
        // Outside of a pod it is the kubeconfig that is missing or wrong.
        Err(error) => Err(Kubeconfig::read().map_or_else(|why| no_access(&why), |_| no_access(&error))),
    }
}

fn no_access(error: &dyn std::error::Error) -> Failure {
    Failure::Access(format!("cannot use the kubeconfig: {}", reasons(error).join(": ")))
}
