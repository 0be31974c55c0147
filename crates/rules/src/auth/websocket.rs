//! WebSocket in the proxies is authorized by the proxies themselves.

use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// WebSocket in proxies that cannot authorize.
pub(crate) static CODE: Code = Code {
    id: "PUL0515",
    severity: Severity::Error,
    title: "WebSocket in proxies that cannot authorize",
    page: include_str!("websocket.md"),
};

const KEY: &str = "webSocketServiceEnabled";

/// The proxies get the settings that they need wherever there is a metadata store for them to read policies from.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let authorizes = cluster.base.auth.authorizes();
    if !authorizes || !cluster.proxies_serve_websocket() || cluster.proxies_authorize() {
        return;
    }
    let Some(switch) = setting(cluster, "proxy", KEY) else { return };
    let message = "the proxies serve WebSocket without authorization, because they have no metadata store to \
    read policies from; every token acts with the proxy's super user role";
    let help = if cluster.is_distributed() {
        format!("delete the line, or serve WebSocket in the brokers: broker.configData.{KEY}: \"true\"")
    } else {
        format!("delete the line, or serve WebSocket in the server: standalone.configData.{KEY}: \"true\"")
    };
    let places = [
        (switch.path.as_str(), "WebSocket switched on in the proxies"),
        ("auth.authorization.enabled", "authorization switched on here"),
    ];
    found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &places));
}
