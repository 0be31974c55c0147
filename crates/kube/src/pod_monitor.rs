//! The two kinds that tell a monitoring operator which pods to scrape: Prometheus' `PodMonitor` and VictoriaMetrics'
//! `VMPodScrape`. They say the same in nearly the same words.

use k8s_openapi::apimachinery::pkg::apis::meta::v1::{LabelSelector, ObjectMeta};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

/// A `PodMonitor` (monitoring.coreos.com/v1).
#[derive(Debug, Clone, PartialEq)]
pub struct PodMonitor {
    /// Name and labels.
    pub metadata: ObjectMeta,
    /// What is scraped.
    pub spec: Scrape,
}

/// A `VMPodScrape` (operator.victoriametrics.com/v1beta1).
#[derive(Debug, Clone, PartialEq)]
pub struct VmPodScrape {
    /// Name and labels.
    pub metadata: ObjectMeta,
    /// What is scraped.
    pub spec: Scrape,
}

/// Which pods are scraped, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Scrape {
    /// The pod label or text that names the job.
    pub job_label: String,
    /// The ports.
    pub endpoints: Vec<Endpoint>,
    /// The pods.
    pub selector: LabelSelector,
}

/// One port that is scraped.
#[derive(Debug, Clone, PartialEq)]
pub struct Endpoint {
    /// The container port's name.
    pub port: String,
    /// How often.
    pub interval: String,
    /// How long an answer may take.
    pub scrape_timeout: String,
    /// What is done to the target's labels.
    pub relabelings: Vec<Relabeling>,
    /// What is done to the samples.
    pub metric_relabelings: Vec<Relabeling>,
}

/// One step of Prometheus' relabeling.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Relabeling {
    /// What is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// The labels whose values are matched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source_labels: Vec<String>,
    /// What stands between the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// The label that is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_label: Option<String>,
    /// The expression that is matched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regex: Option<String>,
    /// The modulus of `hashmod`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modulus: Option<u64>,
    /// What is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replacement: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PrometheusEndpoint<'a> {
    port: &'a str,
    path: &'static str,
    scheme: &'static str,
    interval: &'a str,
    scrape_timeout: &'a str,
    honor_labels: bool,
    relabelings: &'a [Relabeling],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    metric_relabelings: &'a [Relabeling],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VictoriaEndpoint<'a> {
    port: &'a str,
    path: &'static str,
    scheme: &'static str,
    interval: &'a str,
    scrape_timeout: &'a str,
    honor_labels: bool,
    relabel_configs: &'a [Relabeling],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    metric_relabel_configs: &'a [Relabeling],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Spec<'a, E> {
    job_label: &'a str,
    pod_metrics_endpoints: Vec<E>,
    selector: &'a LabelSelector,
}

fn whole<'a, S: Serializer, E: Serialize>(
    serializer: S,
    (api_version, kind): (&'static str, &'static str),
    metadata: &ObjectMeta,
    scrape: &'a Scrape,
    endpoint: impl Fn(&'a Endpoint) -> E,
) -> Result<S::Ok, S::Error> {
    let spec = Spec {
        job_label: &scrape.job_label,
        pod_metrics_endpoints: scrape.endpoints.iter().map(endpoint).collect(),
        selector: &scrape.selector,
    };
    let mut object = serializer.serialize_struct(kind, 4)?;
    object.serialize_field("apiVersion", api_version)?;
    object.serialize_field("kind", kind)?;
    object.serialize_field("metadata", metadata)?;
    object.serialize_field("spec", &spec)?;
    object.end()
}

impl Serialize for PodMonitor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        whole(
            serializer,
            ("monitoring.coreos.com/v1", "PodMonitor"),
            &self.metadata,
            &self.spec,
            |endpoint| PrometheusEndpoint {
                port: &endpoint.port,
                path: "/metrics",
                scheme: "http",
                interval: &endpoint.interval,
                scrape_timeout: &endpoint.scrape_timeout,
                honor_labels: true,
                relabelings: &endpoint.relabelings,
                metric_relabelings: &endpoint.metric_relabelings,
            },
        )
    }
}

impl Serialize for VmPodScrape {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let version = ("operator.victoriametrics.com/v1beta1", "VMPodScrape");
        whole(serializer, version, &self.metadata, &self.spec, |endpoint| VictoriaEndpoint {
            port: &endpoint.port,
            path: "/metrics",
            scheme: "http",
            interval: &endpoint.interval,
            scrape_timeout: &endpoint.scrape_timeout,
            honor_labels: true,
            relabel_configs: &endpoint.relabelings,
            metric_relabel_configs: &endpoint.metric_relabelings,
        })
    }
}
