//! Certificates: whom they are for, who signs them, how long they are valid and when they are renewed.
//!
//! No date is here: cert-manager counts from the day on which it issues a certificate.

use maud::{Markup, html};
use pulsarc_kube::Object;
use pulsarc_kube::cert_manager::{Certificate, IssuerSpec};
use pulsarc_model::Duration;
use std::time::Duration as StdDuration;

/// What cert-manager takes where a certificate does not say how long it is valid.
const VALID: StdDuration = StdDuration::from_secs(90 * 24 * 3600);

/// Every certificate and every issuer among some objects.
pub(crate) fn part(objects: &[Object]) -> Markup {
    let certificates: Vec<&Certificate> = objects
        .iter()
        .filter_map(|object| match object {
            Object::Certificate(certificate) => Some(certificate.as_ref()),
            _ => None,
        })
        .collect();
    let issuers: Vec<(&str, &'static str)> = objects
        .iter()
        .filter_map(|object| match object {
            Object::Issuer(issuer) => Some((object.name(), signs(&issuer.spec))),
            _ => None,
        })
        .collect();
    html! {
        @if certificates.is_empty() {
            p.empty { "No certificate is created: nothing requests one from cert-manager." }
        } @else {
            div.scroll role="group" aria-label="Certificates" tabindex="0" {
                table.bars {
                    thead { tr {
                        th scope="col" { "Certificate" } th scope="col" { "Valid and renewed" }
                        th scope="col" { "Signed by" } th scope="col" { "Key" } th scope="col" { "For" }
                    } }
                    tbody { @for certificate in certificates { (row(certificate)) } }
                }
            }
        }
        @if !issuers.is_empty() {
            h3 { "Issuers" }
            ul { @for (name, how) in issuers { li { code { (name) } ": " (how) } } }
        }
    }
}

fn signs(spec: &IssuerSpec) -> &'static str {
    if spec.ca.is_some() { "signs with the internal CA" } else { "each certificate signs itself" }
}

fn row(certificate: &Certificate) -> Markup {
    let spec = &certificate.spec;
    let key = spec.private_key.as_ref();
    let size = key.and_then(|key| key.size).map(|size| size.to_string());
    let kept = match key.and_then(|key| key.rotation_policy.as_deref()) {
        Some("Never") => Some("kept when renewed"),
        Some("Always") => Some("new when renewed"),
        _ => None,
    };
    html! {
        tr {
            th.wide scope="row" {
                (certificate.metadata.name.as_deref().unwrap_or_default())
                @if spec.is_ca { " " span.note-badge { "authority" } }
                small { "secret " (spec.secret_name) }
            }
            td.wide { (life(spec.duration.as_deref(), spec.renew_before.as_deref())) }
            td.half data-label="Signed by" { div { (spec.issuer_ref.name) } small { (spec.issuer_ref.kind) } }
            td data-label="Key" {
                div { (key.and_then(|key| key.algorithm.as_deref()).unwrap_or("RSA")) @if let Some(size) = size { " " (size) } }
                @if let Some(kept) = kept { small { (kept) } }
            }
            td.wide data-label="For" {
                @if spec.dns_names.is_empty() && spec.ip_addresses.is_empty() { (spec.common_name) }
                ul.names { @for name in spec.dns_names.iter().chain(&spec.ip_addresses) { li { code { (name) } } } }
            }
        }
    }
}

/// How long a certificate is valid, and the day on which it is renewed; cert-manager renews after two thirds where
/// nothing else is said.
fn life(duration: Option<&str>, renew_before: Option<&str>) -> Markup {
    let length = |text: &str| Duration::parse(text).ok().map(|duration| duration.length());
    let valid = duration.map_or(Some(VALID), length);
    let before = renew_before.map_or(valid.map(|valid| valid / 3), length);
    let (Some(valid), Some(before)) = (valid, before) else {
        return html! { (duration.unwrap_or_default()) " " (renew_before.unwrap_or_default()) };
    };
    let renewed = valid.saturating_sub(before);
    let share = if valid.is_zero() { 0 } else { renewed.as_secs() * 100 / valid.as_secs().max(1) };
    html! {
        svg.bar viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" {
            rect.track width="100" height="8" rx="2" {}
            rect.filled width=(share) height="8" rx="2" {}
            rect.limit x=(share.min(99)) width="1" height="8" {}
        }
        "valid " (long(valid))
        small { "renewed after " (long(renewed)) }
    }
}

fn long(length: StdDuration) -> String {
    let hours = length.as_secs() / 3600;
    match (hours, hours % 24) {
        (0, _) => format!("{} minutes", length.as_secs() / 60),
        (24, _) => "1 day".to_owned(),
        (days, 0) => format!("{} days", days / 24),
        (hours, _) => format!("{hours} hours"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lifetime_is_printed_in_days() {
        let text = life(Some("2160h"), Some("360h")).into_string();
        assert!(text.contains("valid 90 days") && text.contains("renewed after 75 days"), "{text}");
        assert!(life(None, None).into_string().contains("renewed after 60 days"));
        assert!(life(Some("forever"), None).into_string().contains("forever"));
    }
}
