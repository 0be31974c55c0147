//! Authentication is configured in `auth`, not key by key in `configData`.

use crate::facts::{Setting, field, items, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Authentication or authorization configured in `configData` alone.
pub(crate) static CODE: Code = Code {
    id: "PUL0514",
    severity: Severity::Error,
    title: "authentication configured by hand",
    page: include_str!("by_hand.md"),
};

const AUTHENTICATION: &str = "auth.authentication.enabled";
const AUTHORIZATION: &str = "auth.authorization.enabled";
/// Settings whose value may name a file that has to be mounted.
const FILES: [&str; 4] =
    ["tokenSecretKey", "tokenPublicKey", "tlsTrustCertsFilePath", "brokerClientAuthenticationParameters"];
/// Settings that count only with authentication on.
const DETAILS: [&str; 3] = ["authenticationProviders", "tokenSecretKey", "tokenPublicKey"];

/// A server that authenticates its clients, and its own settings.
struct Server<'c> {
    cluster: &'c Cluster<'c>,
    block: &'static str,
    plural: &'static str,
    /// What its image puts before the keys of its file.
    prefix: &'static str,
}

/// Whoever mounts the key and gives the server credentials of its own does it all by hand, and may.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (authenticates, authorizes) =
        (cluster.base.auth.authentication.enabled, cluster.base.auth.authorization.enabled);
    for server in servers(cluster) {
        let switch = server.setting("authenticationEnabled").filter(Setting::is_true);
        if !authenticates {
            match &switch {
                Some(switch) => found.extend(server.half_done(switch)),
                None => found.extend(server.unread()),
            }
        }
        let authorization = server.setting("authorizationEnabled").filter(Setting::is_true);
        let known = authenticates || switch.is_some();
        if let Some(authorization) = authorization.filter(|_| !authorizes || !authenticates)
            && (!known || server.setting("superUserRoles").is_none())
        {
            found.push(server.nobody_allowed(&authorization, known));
        }
    }
}

fn servers<'c>(cluster: &'c Cluster<'c>) -> Vec<Server<'c>> {
    let server =
        |deployed: bool, block, plural, prefix| deployed.then_some(Server { cluster, block, plural, prefix });
    [
        server(cluster.runs_broker(), "broker", "brokers", ""),
        server(!cluster.is_distributed(), "standalone", "standalone server", ""),
        server(cluster.base.components.proxy, "proxy", "proxies", ""),
        server(cluster.runs_function_worker(), "function_worker", "function worker", "PF_"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Server<'_> {
    fn setting(&self, key: &str) -> Option<Setting> {
        setting(self.cluster, self.block, &format!("{}{key}", self.prefix))
    }

    /// The first setting that names a file outside of the user's own mounts.
    fn missing_file(&self) -> Option<(Setting, String)> {
        let mounts = items(self.cluster, &format!("{}.extraVolumeMounts", self.block));
        let paths: Vec<&str> = mounts.iter().filter_map(|(_, mount)| field(mount, "mountPath")).collect();
        FILES.iter().find_map(|key| {
            let setting = self.setting(key)?;
            let (_, file) = setting.text.split_once("file://")?;
            let file = file.to_owned();
            let below = |mount: &&str| file.starts_with(&format!("{}/", mount.trim_end_matches('/')));
            (!paths.iter().any(|mount| below(mount) || *mount == file)).then_some((setting, file))
        })
    }

    fn half_done(&self, switch: &Setting) -> Option<Diagnostic> {
        let missing = self.missing_file();
        if missing.is_none() && self.setting("brokerClientAuthenticationPlugin").is_some() {
            return None;
        }
        let consequence = match &missing {
            Some((setting, file)) => {
                format!("`{}` names {file}, which no volume provides; they exit at startup", setting.key())
            }
            None => "they have no credentials for each other and reject all other clients".to_owned(),
        };
        let message = format!(
            "the {} authenticate clients, but auth.authentication is off, so no keys are mounted and no tokens \
            are issued; {consequence}",
            self.plural
        );
        let finding = Diagnostic::new(&CODE, message).help(format!(
            "write {AUTHENTICATION}: true and auth.authentication.jwt.enabled: true, and delete these keys from {}.configData",
            self.block
        ));
        let mut places = vec![(switch.path.as_str(), "authentication switched on here")];
        if let Some((setting, _)) = &missing {
            places.push((&setting.path, "file not mounted"));
        }
        places.push((AUTHENTICATION, "authentication switched off here"));
        Some(self.cluster.point(finding, &places))
    }

    /// Details of authentication that nothing switches on.
    fn unread(&self) -> Vec<Diagnostic> {
        let details = DETAILS.iter().filter_map(|key| self.setting(key));
        let tell = |setting: Setting| {
            let message = format!("`{}` has no effect: authentication is off", setting.key());
            let mut finding =
                Diagnostic::new(&CODE, message).advise([write(AUTHENTICATION, true), remove_it()]);
            finding.severity = Severity::Warning;
            self.cluster
                .point(finding, &[(&setting.path, ""), (AUTHENTICATION, "authentication switched off here")])
        };
        details.filter(|setting| self.cluster.is_users(&setting.path)).map(tell).collect()
    }

    fn nobody_allowed(&self, authorization: &Setting, known: bool) -> Diagnostic {
        let reason = if known { "no super user is named" } else { "no client is authenticated" };
        let message = format!(
            "the {} authorize clients, but {reason}; they reject every request, even those of other components",
            self.plural
        );
        let finding = Diagnostic::new(&CODE, message).help(format!(
            "write {AUTHENTICATION}: true and {AUTHORIZATION}: true, and delete this key from {}.configData",
            self.block
        ));
        let places = [
            (authorization.path.as_str(), "authorization switched on here"),
            (AUTHORIZATION, "authorization switched off here"),
        ];
        self.cluster.point(finding, &places)
    }
}
