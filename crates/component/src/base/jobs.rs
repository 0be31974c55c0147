//! The blocks `job` and `initContainer`: what jobs and init containers have in common.

use crate::shapes::{Resources, StringMap};
use serde::Deserialize;

/// The init jobs.
#[derive(Debug, Clone, Deserialize)]
pub struct JobSettings {
    /// Their annotations.
    #[serde(default)]
    pub annotations: StringMap,
    /// Whether they are cleaned away.
    pub ttl: JobTtl,
}

/// Whether finished jobs are cleaned away.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JobTtl {
    /// Whether they are.
    #[serde(default)]
    pub enabled: bool,
    /// After how many seconds.
    pub seconds_after_finished: Option<i32>,
}

/// All init containers of pulsarc's own.
#[derive(Debug, Clone, Deserialize)]
pub struct InitContainer {
    /// What they ask for.
    pub resources: Option<Resources>,
}
