//! What is set for authentication is used.

use crate::facts::{innermost, is_set, switched_off, written};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Setting of authentication that is not read.
pub(crate) static CODE: Code = Code {
    id: "PUL0508",
    severity: Severity::Warning,
    title: "authentication setting without effect",
    page: include_str!("unread.md"),
};

const SWITCH: &str = "auth.authentication.enabled";
const OPENID: &str = "auth.authentication.openid";
const JWT: &str = "auth.authentication.jwt";

/// Switches without effect are reported elsewhere.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if auth.authentication.enabled {
        ways(cluster, found);
        return;
    }
    let off = |path: &str| tell(cluster, path, SWITCH, "this has no effect: authentication is off");
    // Who switches authentication off in so many words may leave the rest of it for later.
    if switched_off(cluster, SWITCH) || auth.authentication.jwt.enabled || auth.authentication.openid.enabled
    {
        return;
    }
    if is_set(cluster, "auth.superUsers") && cluster.is_users("auth.superUsers") {
        found.push(off(&innermost(cluster, "auth.superUsers")));
    }
    let key = "auth.authentication.jwt.usingSecretKey";
    if cluster.is_on(key) && cluster.is_users(key) {
        found.push(off(key));
    }
}

fn ways(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    let openid = format!("{OPENID}.enabled");
    let dead = !auth.openid() && !switched_off(cluster, &openid);
    for key in written(cluster, OPENID).into_iter().filter(|key| *key != "enabled" && dead) {
        let path = format!("{OPENID}.{key}");
        found.push(tell(cluster, &path, &openid, "this has no effect: OpenID Connect is off"));
    }
    let annotations = format!("{JWT}.secretAnnotations");
    if !is_set(cluster, &annotations) || !cluster.is_users(&annotations) {
        return;
    }
    if !auth.authentication.jwt.generate_secrets.enabled {
        let switch = format!("{JWT}.generateSecrets.enabled");
        for part in written(cluster, &annotations) {
            let path = format!("{annotations}.{part}");
            let message = "these annotations have no effect: pulsarc does not generate the keys and tokens";
            found.push(tell(cluster, &path, &switch, message));
        }
        return;
    }
    for who in written(cluster, &format!("{annotations}.token")) {
        if auth.super_user(who).is_none() {
            let path = format!("{annotations}.token.{who}");
            let finding = Diagnostic::new(
                &CODE,
                format!("no super user is named `{who}`; these token annotations apply to nothing"),
            )
            .help(format!("write auth.superUsers.{who}, or use the name of an existing super user"));
            found.push(cluster.point(finding, &[(&path, ""), ("auth.superUsers", "super users set here")]));
        }
    }
}

fn tell(cluster: &Cluster<'_>, path: &str, switch: &str, message: &str) -> Diagnostic {
    let finding = Diagnostic::new(&CODE, message).advise([write(switch, true), remove_it()]);
    cluster.point(finding, &[(path, ""), (switch, "switched off here")])
}
