//! The path of an ingress starts with a slash where it is compared as a path.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Ingress without a path.
pub(crate) static CODE: Code = Code {
    id: "PUL0729",
    severity: Severity::Error,
    title: "ingress without a path",
    page: include_str!("ingress_path.md"),
};

const INGRESSES: [(&str, &str); 2] =
    [("proxy", "components.proxy"), ("pulsar_manager", "components.pulsar_manager")];

/// Kubernetes rejects the ingress; and of two for the same host and path one is never reached.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut seen: Option<(Option<String>, String, String)> = None;
    for (block, switch) in INGRESSES {
        let path = |key: &str| format!("{block}.ingress.{key}");
        if !cluster.is_on(&path("enabled")) || !cluster.is_on(switch) {
            continue;
        }
        let kind = given(cluster, &path("pathType")).unwrap_or_default();
        let route = given(cluster, &path("path")).unwrap_or_default();
        if route.is_empty() && (kind == "Exact" || kind == "Prefix") {
            let finding = Diagnostic::new(
                &CODE,
                format!("the path type {kind} needs a path; Kubernetes rejects the ingress"),
            )
            .help("write path: /");
            let places = [(path("path"), "path set here"), (path("pathType"), "path type set here")];
            found.push(cluster.point(finding, &places.each_ref().map(|(path, why)| (path.as_str(), *why))));
        }
        let host = given(cluster, &path("hostname"));
        match &seen {
            Some((other, other_route, other_block)) if *other == host && *other_route == route => {
                let finding = Diagnostic::new(
                    &CODE,
                    format!(
                        "the ingresses of {block} and {other_block} have the \
                same host and path; one of them gets no requests"
                    ),
                )
                .help("write a different hostname or path for one of the two");
                let other_host = format!("{other_block}.ingress.hostname");
                let other_switch = format!("{other_block}.ingress.enabled");
                found.push(cluster.point(
                    finding,
                    &[
                        (&path("hostname"), ""),
                        (&path("path"), ""),
                        (&other_host, "the other ingress"),
                        (&path("enabled"), ""),
                        (&other_switch, "the other ingress"),
                    ],
                ));
            }
            _ => seen = Some((host, route, block.to_owned())),
        }
    }
}
