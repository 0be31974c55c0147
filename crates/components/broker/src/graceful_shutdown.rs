//! The hook that drains a broker before it stops.
//!
//! `DELETE` of a pod sends a signal, on which a broker unloads all of its bundles at once and closes topics under their
//! clients. Its shutdown API does the same at a limited rate. Before 4.2 the API leaves the process running
//! (apache/pulsar#24731), so the signal that follows the hook ends it; later ones exit alone.

use crate::workload::tokens;
use pulsarc_component::Cluster;
use pulsarc_component::line;
use pulsarc_component::pod::Shell;
use pulsarc_component::script::{Script, Word};
use pulsarc_kube::k8s_openapi::api::core::v1::{ExecAction, Lifecycle, LifecycleHandler};
use pulsarc_model::Port;
use serde::Deserialize;

/// The block `broker.gracefulShutdown`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GracefulShutdown {
    enabled: bool,
    max_concurrent_unload_per_sec: i64,
    forced_terminate_topic: bool,
    drain_seconds: i64,
}

impl GracefulShutdown {
    /// The hook of the broker's container, if it is switched on.
    pub(crate) fn lifecycle(&self, cluster: &Cluster<'_>, http: Port) -> Option<Lifecycle> {
        let command = Shell::Sh.command(self.script(cluster, http));
        let hook = LifecycleHandler {
            exec: Some(ExecAction { command: Some(command) }),
            ..LifecycleHandler::default()
        };
        self.enabled.then(|| Lifecycle { pre_stop: Some(hook), ..Lifecycle::default() })
    }

    /// Calls this broker, and no other one: over the loopback, where it always listens for plain HTTP. The call returns when the
    /// bundles are handed over, and is given up after `drainSeconds`, so the hook never uses the time of the signal.
    fn script(&self, cluster: &Cluster<'_>, http: Port) -> Script {
        let url = Word::new(format_args!(
            "http://127.0.0.1:{http}/admin/v2/brokers/shutdown?maxConcurrentUnloadPerSec={}&forcedTerminateTopic={}",
            self.max_concurrent_unload_per_sec, self.forced_terminate_topic
        ));
        let call = line!["curl -sS --fail --max-time ", Word::new(self.drain_seconds), " -X POST"];
        if !cluster.base.auth.jwt() {
            return line![call, " ", url];
        }
        // The header comes from standard input: arguments of a process are visible to others.
        let token = Word::path(&tokens().token_path());
        line!["{ printf 'Authorization: Bearer '; cat ", token, "; } | ", call, " -H @- ", url]
    }
}
