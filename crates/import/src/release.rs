//! A release of Helm's, as its Secret holds it: base64 of base64 of gzip of JSON.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use serde::Deserialize;
use serde_json::Value;
use std::io::Read;

/// The type of the Secrets in which Helm keeps its releases.
const TYPE: &str = "helm.sh/release.v1";

/// A release of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// Its name.
    pub name: String,
    /// Its namespace.
    pub namespace: String,
    /// How often it was changed.
    pub revision: u64,
    /// The name of the chart.
    pub chart: String,
    /// The version of the chart.
    pub chart_version: String,
    /// The values that the users gave.
    pub values: Value,
    /// The manifests that Helm applied, as a stream of YAML.
    pub manifests: String,
}

/// Why a Secret of Helm's cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseError {
    /// It has no `data.release`.
    #[error("the Secret has no data.release: print it with `kubectl get secret NAME -o yaml`")]
    NoData,
    /// It is cut off or changed.
    #[error("data.release of the Secret is not a release of Helm's: it is base64 of base64 of gzip of JSON")]
    Malformed,
    /// It is larger than an input may be.
    #[error("the release in the Secret exceeds {0} MiB; --max-input raises the limit")]
    TooLarge(u64),
}

/// What is read of the JSON.
#[derive(Deserialize)]
struct Stored {
    #[serde(default)]
    name: String,
    #[serde(default)]
    namespace: String,
    #[serde(default)]
    version: u64,
    #[serde(default)]
    chart: StoredChart,
    /// Null if the users gave none.
    #[serde(default)]
    config: Option<Value>,
    #[serde(default)]
    manifest: String,
}

#[derive(Default, Deserialize)]
struct StoredChart {
    #[serde(default)]
    metadata: StoredMetadata,
}

#[derive(Default, Deserialize)]
struct StoredMetadata {
    #[serde(default)]
    name: String,
    #[serde(default)]
    version: String,
}

/// The newest release among documents that are Secrets of Helm's, or lists of them; none if no document is one. At most so
/// many bytes are unpacked: a few bytes of gzip can become any number.
pub fn release(documents: &[Value], most_bytes: u64) -> Option<Result<Release, ReleaseError>> {
    let listed = |document: &Value| document.get("items").and_then(Value::as_array).cloned();
    let all =
        documents.iter().flat_map(|document| listed(document).unwrap_or_else(|| vec![document.clone()]));
    let secrets: Vec<Value> = all.filter(is_release).collect();
    let newest = secrets.iter().max_by_key(|secret| revision(secret))?;
    Some(read(newest, most_bytes))
}

fn is_release(document: &Value) -> bool {
    document.get("kind").and_then(Value::as_str) == Some("Secret")
        && document.get("type").and_then(Value::as_str) == Some(TYPE)
}

/// The revision of a Secret, as its label and the end of its name say it.
fn revision(secret: &Value) -> u64 {
    let label = secret.pointer("/metadata/labels/version").and_then(Value::as_str);
    let name = secret.pointer("/metadata/name").and_then(Value::as_str);
    let end = name.and_then(|name| name.rsplit_once(".v")).map(|(_, number)| number);
    label.or(end).and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn read(secret: &Value, most_bytes: u64) -> Result<Release, ReleaseError> {
    let outer = secret.pointer("/data/release").and_then(Value::as_str).ok_or(ReleaseError::NoData)?;
    let decoded = |text: &[u8]| {
        let plain: Vec<u8> = text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
        STANDARD.decode(plain).map_err(|_| ReleaseError::Malformed)
    };
    let packed = decoded(&decoded(outer.as_bytes())?)?;
    let mut text = Vec::new();
    GzDecoder::new(packed.as_slice())
        .take(most_bytes.saturating_add(1))
        .read_to_end(&mut text)
        .map_err(|_| ReleaseError::Malformed)?;
    if text.len() as u64 > most_bytes {
        return Err(ReleaseError::TooLarge(most_bytes >> 20));
    }
    let stored: Stored = serde_json::from_slice(&text).map_err(|_| ReleaseError::Malformed)?;
    Ok(Release {
        name: stored.name,
        namespace: stored.namespace,
        revision: stored.version,
        chart: stored.chart.metadata.name,
        chart_version: stored.chart.metadata.version,
        values: stored
            .config
            .filter(|config| !config.is_null())
            .unwrap_or_else(|| Value::Object(serde_json::Map::new())),
        manifests: stored.manifest,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use serde_json::json;
    use std::io::Write;

    fn secret(revision: u64, content: &[u8]) -> Value {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(content).expect("it is packed");
        let inner = STANDARD.encode(gzip.finish().expect("it is packed"));
        json!({
            "apiVersion": "v1", "kind": "Secret", "type": TYPE,
            "metadata": { "name": format!("sh.helm.release.v1.pulsar.v{revision}") },
            "data": { "release": STANDARD.encode(inner) },
        })
    }

    fn stored(replicas: u64) -> Vec<u8> {
        json!({
            "name": "pulsar", "namespace": "ns", "version": replicas, "manifest": "kind: ConfigMap\n",
            "chart": { "metadata": { "name": "pulsar", "version": "4.5.0" } },
            "config": { "broker": { "replicaCount": replicas } },
        })
        .to_string()
        .into_bytes()
    }

    #[test]
    fn the_newest_release_of_a_list_is_read() {
        let list = json!({ "kind": "List", "items": [secret(9, &stored(9)), secret(10, &stored(10)), {"kind": "Secret"}] });
        let read = release(&[list], 1 << 20).expect("a release").expect("it is read");
        assert_eq!(
            (read.chart.as_str(), read.chart_version.as_str(), read.revision),
            ("pulsar", "4.5.0", 10)
        );
        assert_eq!(read.values, json!({ "broker": { "replicaCount": 10 } }));
        assert!(release(&[json!({ "broker": {} })], 1 << 20).is_none());
    }

    #[test]
    fn a_bomb_and_damage_are_errors() {
        let bomb = vec![b' '; 5 << 20];
        assert_eq!(release(&[secret(1, &bomb)], 1 << 20), Some(Err(ReleaseError::TooLarge(1))));
        assert_eq!(release(&[secret(1, b"no JSON")], 1 << 20), Some(Err(ReleaseError::Malformed)));
        let mut damaged = secret(1, &stored(1));
        damaged["data"]["release"] = "AAAA".into();
        assert_eq!(release(&[damaged], 1 << 20), Some(Err(ReleaseError::Malformed)));
        let mut empty = secret(1, &stored(1));
        empty["data"] = json!({});
        assert_eq!(release(&[empty], 1 << 20), Some(Err(ReleaseError::NoData)));
    }
}
