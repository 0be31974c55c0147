//! OpenID Connect knows its issuers and audiences.

use crate::facts::{given, items};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// OpenID Connect that does not start.
pub(crate) static CODE: Code = Code {
    id: "PUL0505",
    severity: Severity::Error,
    title: "incomplete OpenID Connect settings",
    page: include_str!("openid.md"),
};

const BLOCK: &str = "auth.authentication.openid";

/// Pulsar's provider checks its settings when it starts, and brokers and proxies end with it.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.auth.openid() {
        return;
    }
    let path = |key: &str| format!("{BLOCK}.{key}");
    let (issuers, audiences) = (path("openIDAllowedTokenIssuers"), path("openIDAllowedAudiences"));
    let (switch, mode) = (path("enabled"), path("openIDFallbackDiscoveryMode"));
    let names = |list: &str| {
        items(cluster, list)
            .into_iter()
            .filter(|(_, item)| item.as_text().is_some_and(|text| !text.trim().is_empty()))
    };
    let discovers = given(cluster, &mode).is_some_and(|mode| mode != "DISABLED");
    if names(&issuers).count() == 0 && !discovers {
        let finding =
            Diagnostic::new(&CODE, "OpenID Connect has no allowed issuer; the brokers exit at startup")
                .help(format!("write the issuers' URLs to {issuers}"));
        found.push(cluster.point(
            finding,
            &[
                (&issuers, "issuers set here"),
                (
                    &switch,
                    "OpenID Connect switched on \
                here",
                ),
            ],
        ));
    }
    if names(&audiences).count() == 0 {
        let finding =
            Diagnostic::new(&CODE, "OpenID Connect has no allowed audience; the brokers exit at startup")
                .help(format!("write the audiences of the tokens to {audiences}"));
        found.push(cluster.point(
            finding,
            &[(&audiences, "audiences set here"), (&switch, "OpenID Connect switched on here")],
        ));
    }
    let https = path("openIDRequireIssuersUseHttps");
    if given(cluster, &https).is_some_and(|text| !text.eq_ignore_ascii_case("true")) {
        return;
    }
    for (item, issuer) in names(&issuers) {
        let url = issuer.as_text().unwrap_or_default();
        if !url.trim().to_ascii_lowercase().starts_with("https:") {
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "the issuer {url} does not use https, which is required; the brokers exit at startup"
                ),
            )
            .advise([
                otherwise("write the issuer's https URL"),
                write(&https, "false").purpose("for a test"),
            ]);
            found.push(cluster.point(finding, &[(&item, ""), (&https, "https required here")]));
        }
    }
}
