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
            let message = format!("{block} has to authenticate but has no credentials; {consequence}");
            let finding = Diagnostic::new(&CODE, message).help(format!(
                "write {key} and its parameters to {block}.configData, or enable tokens in \
                addition to OpenID Connect"
            ));
            found.push(cluster.point(
                finding,
                &[
                    (switch, "OpenID Connect switched on here"),
                    (
                        "auth.authentication.jwt.enabled",
                        "tokens switched off \
                here",
                    ),
                ],
            ));
        }
    }
    let plugin = "function_worker.configData.PF_brokerClientAuthenticationPlugin";
    let older = "function_worker.configData.PF_clientAuthenticationPlugin";
    if cluster.runs_function_worker() && given(cluster, plugin).or_else(|| given(cluster, older)).is_none() {
        let finding = Diagnostic::new(
            &CODE,
            "the function worker accepts tokens only and has none; brokers reject \
        it, and it rejects every client",
        )
        .help("enable tokens in addition to OpenID Connect: auth.authentication.jwt.enabled: true");
        found.push(cluster.point(
            finding,
            &[
                (switch, "OpenID Connect switched on here"),
                ("components.function_worker", "function worker switched on here"),
            ],
        ));
    }
}
