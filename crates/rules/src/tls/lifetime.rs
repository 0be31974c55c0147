//! Certificates live as long as cert-manager wants, and no longer than their authority.

use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Duration;
use std::time::Duration as Length;

/// Life of a certificate that is too short.
pub(crate) static CODE: Code = Code {
    id: "PUL0407",
    severity: Severity::Error,
    title: "certificate lifetime too short",
    page: include_str!("lifetime.md"),
};

const HOUR: Length = Length::from_secs(60 * 60);
/// The least that cert-manager takes for the time before the end.
const LEAST_BEFORE: Length = Length::from_secs(5 * 60);
/// Renewals that are closer together than this are probably not meant.
const OFTEN: Length = Length::from_secs(60 * 60);

/// An authority that ends before what it signs, and renewals all the time, are warnings.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let tls = cluster.base.tls.enabled;
    let internal = &cluster.base.certs.internal_issuer;
    let makes = tls && internal.enabled && internal.kind == IssuerKind::SelfSigning;
    let read = |path: &str| cluster.text(path).and_then(|text| Duration::parse(&text).ok());
    let mut tell = |severity: Severity, message: String, help: &str, places: &[(&str, &str)]| {
        let mut finding = Diagnostic::new(&CODE, message).help(help);
        finding.severity = severity;
        found.push(cluster.point(finding, places));
    };
    for (_, block) in
        [(tls, "tls.common"), (makes, "certs.internal_issuer")].into_iter().filter(|(used, _)| *used)
    {
        let (duration, before) = (format!("{block}.duration"), format!("{block}.renewBefore"));
        let (Some(valid), Some(renewed)) = (read(&duration), read(&before)) else { continue };
        if valid.length() < HOUR {
            let message = format!("certificates are valid for {valid}; cert-manager requires at least 1h");
            tell(Severity::Error, message, "write 1h or more, such as 2160h", &[(&duration, "")]);
        } else if renewed.length() < LEAST_BEFORE {
            let message = format!(
                "certificates are renewed {renewed} before they expire; cert-manager requires at least 5m"
            );
            tell(
                Severity::Error,
                message,
                "write 5m or more, such as a third of the duration",
                &[(&before, "")],
            );
        } else if valid
            .length()
            .checked_sub(renewed.length())
            .is_some_and(|rest| !rest.is_zero() && rest < OFTEN)
        {
            let message = format!(
                "certificates are valid for {valid} and renewed {renewed} before they expire; they are renewed \
                several times an hour"
            );
            let places = [(before.as_str(), "renewal set here"), (&duration, "validity set here")];
            tell(Severity::Warning, message, "write a renewBefore of about a third of the duration", &places);
        }
    }
    let (leaf, authority) = ("tls.common.duration", "certs.internal_issuer.duration");
    if let (true, Some(signed), Some(signer)) = (makes, read(leaf), read(authority))
        && signed.length() > signer.length()
    {
        let message = format!(
            "certificates are valid for {signed}, but their CA only for {signer}; once it expires, every \
            connection fails"
        );
        let places =
            [(authority, "lifetime of the CA set here"), (leaf, "lifetime of certificates set here")];
        tell(Severity::Warning, message, "write a longer lifetime for the CA, such as 87600h", &places);
    }
}
