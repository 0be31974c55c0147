//! Certificates of cert-manager: readiness and expiry.

use super::model::CertificateStatus;
use crate::time;
use serde_json::Value;

/// The state of a `Certificate`, at a time in seconds since 1970.
pub(super) fn state(certificate: &Value, now: u64) -> CertificateStatus {
    let text = |pointer: &str| certificate.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let conditions = certificate.pointer("/status/conditions").and_then(Value::as_array);
    let is_ready = |condition: &Value| {
        let text = |key: &str| condition.get(key).and_then(Value::as_str);
        text("type") == Some("Ready") && text("status") == Some("True")
    };
    let expires = text("/status/notAfter");
    let left = expires.as_deref().and_then(time::seconds).map(|end| {
        let now = i64::try_from(now).unwrap_or(i64::MAX);
        end.saturating_sub(now).div_euclid(24 * 60 * 60)
    });
    CertificateStatus {
        name: text("/metadata/name").unwrap_or_default(),
        ready: conditions.into_iter().flatten().any(is_ready),
        expires,
        days_left: left,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn days_are_whole_and_negative_once_expired() {
        let certificate = |not_after: &str| {
            json!({ "metadata": { "name": "tls" }, "status": {
                "notAfter": not_after, "conditions": [{ "type": "Ready", "status": "True" }] } })
        };
        let now = 1_767_323_045; // 2026-01-02T03:04:05Z
        let days = |not_after: &str| state(&certificate(not_after), now).days_left;
        assert_eq!(days("2026-01-04T03:04:05Z"), Some(2));
        assert_eq!(days("2026-01-04T03:04:04Z"), Some(1));
        assert_eq!(days("2026-01-02T03:04:04Z"), Some(-1));
        assert_eq!(days("soon"), None);
        assert!(state(&certificate("2026-01-04T03:04:05Z"), now).ready);
    }

    #[test]
    fn a_certificate_that_was_never_issued_has_no_expiry() {
        let status = state(
            &json!({ "metadata": { "name": "tls" }, "status": { "conditions": [
            { "type": "Issuing", "status": "True" }, { "type": "Ready", "status": "False" }] } }),
            0,
        );
        assert_eq!((status.ready, status.expires, status.days_left), (false, None, None));
    }
}
