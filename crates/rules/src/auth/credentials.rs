//! Components show somebody who they are.

use crate::facts::{given, setting};
use pulsarc_component::Cluster;
use pulsarc_component::roster::Credentials;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Component without credentials.
pub(crate) static CODE: Code = Code {
    id: "PUL0506",
    severity: Severity::Warning,
    title: "component without credentials",
    page: include_str!("credentials.md"),
};

/// With tokens pulsarc gives them one; OpenID Connect's are the user's to bring.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    let switch = "auth.authentication.openid.enabled";
    if !auth.openid() || auth.jwt() {
        return;
    }
    for record in cluster.topology.deployed() {
        let Some(Credentials { key, consequence }) = record.credentials else { continue };
        let block = record.block;
        if setting(cluster, block, key).is_none() {
            let message =
                format!("{block} is to be authenticated, and has no credentials to show: {consequence}");
            let told = Diagnostic::new(&CODE, message)
                .help(format!("write {key} and its parameters to {block}.configData, or switch tokens on beside OpenID Connect"));
            found.push(cluster.point(
                told,
                &[(switch, "OpenID Connect is on"), ("auth.authentication.jwt.enabled", "tokens are off")],
            ));
        }
    }
    let plugin = "function_worker.configData.PF_brokerClientAuthenticationPlugin";
    let older = "function_worker.configData.PF_clientAuthenticationPlugin";
    if cluster.runs_function_worker() && given(cluster, plugin).or_else(|| given(cluster, older)).is_none() {
        let told = Diagnostic::new(&CODE, "the function worker checks tokens alone and has none to show: brokers refuse it, and it refuses everybody")
            .help("switch tokens on beside OpenID Connect: auth.authentication.jwt.enabled: true");
        found.push(cluster.point(
            told,
            &[(switch, "OpenID Connect is on"), ("components.function_worker", "the worker is on")],
        ));
    }
}
