//! The state of a release, as data.

use crate::release::Release;
use pulsarc_diff::{Field, Identity};
use pulsarc_model::Stage;
use serde::Serialize;

/// The state of a release.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// The release.
    pub release: Release,
    /// The API server.
    pub server: String,
    /// The current revision; none if nothing was applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<RevisionStatus>,
    /// A revision that was begun and not finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<PendingStatus>,
    /// Who works on the release now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locked_by: Option<String>,
    /// Its workloads, by stage.
    pub workloads: Vec<WorkloadStatus>,
    /// Its certificates.
    pub certificates: Vec<CertificateStatus>,
    /// Whether everything is ready and nothing is pending.
    pub ready: bool,
    /// What could not be found out, a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

/// A revision without its objects.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RevisionStatus {
    /// Its number.
    pub number: u32,
    /// When: RFC 3339, UTC.
    pub time: String,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The digest of its objects.
    pub fingerprint: String,
    /// How many objects it has.
    pub objects: usize,
    /// The release of pulsarc.
    pub pulsarc: String,
    /// The images, each once.
    pub images: Vec<String>,
    /// Whether `rollback` can return to it.
    pub complete: bool,
}

/// A revision that was begun.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PendingStatus {
    /// Its number.
    pub number: u32,
    /// When it was begun: RFC 3339, UTC.
    pub begun: String,
    /// Who began it.
    pub by: String,
}

/// A workload: a StatefulSet, a Deployment or a Job.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkloadStatus {
    /// Its stage.
    pub stage: Stage,
    /// The object.
    pub object: Identity,
    /// The pods that are wanted.
    pub wanted: u64,
    /// The pods that are ready.
    pub ready: u64,
    /// The image.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// What is wrong or missing; none if it is ready.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// Its pods.
    pub pods: Vec<PodStatus>,
}

/// A pod.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PodStatus {
    /// Its name.
    pub name: String,
    /// `Running`, `Pending`, or the reason of a waiting container.
    pub phase: String,
    /// Whether it is ready.
    pub ready: bool,
    /// How often its containers restarted.
    pub restarts: u64,
    /// The node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
    /// Whether it runs the newest template of its workload.
    pub current: bool,
}

/// A certificate.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateStatus {
    /// Its name.
    pub name: String,
    /// Whether it is ready.
    pub ready: bool,
    /// When it expires: RFC 3339, UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
    /// The days until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
}

/// What others have changed in a release since its last apply.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DriftReport {
    /// The objects that were changed.
    pub drift: Vec<Drift>,
    /// What could not be found out, a sentence each: without the right to a dry run, for example.
    pub unknown: Vec<String>,
}

/// An object that somebody else has changed.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Drift {
    /// The object.
    pub object: Identity,
    /// Whether it was deleted.
    pub deleted: bool,
    /// The fields that differ.
    pub fields: Vec<DriftField>,
}

/// A field that somebody else has changed.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DriftField {
    /// The field.
    pub path: String,
    /// Who changed it, if the API server knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager: Option<String>,
    /// When: RFC 3339, UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// What the last apply set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applied: Option<Field>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub live: Option<Field>,
    /// The lines that differ, if a text has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<String>,
}
