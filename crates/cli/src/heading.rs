//! Headings of the options in help texts and manual pages. The limits, which are options of every command, come last.

/// What a command reads.
pub(crate) const INPUT: &str = "Input";
/// What a command writes and prints.
pub(crate) const OUTPUT: &str = "Output";
/// Which findings count, and how much.
pub(crate) const FINDINGS: &str = "Findings";
/// What the manifests are for.
pub(crate) const TARGET: &str = "Target";
/// Which running cluster.
pub(crate) const CLUSTER: &str = "Cluster";
/// What a plan may take, delete and accept.
pub(crate) const DECISIONS: &str = "Decisions";
/// How pods restart.
pub(crate) const ROLLOUT: &str = "Rollout";
/// How a plan is carried out.
pub(crate) const APPLY: &str = "Apply";
/// How many clusters are processed.
pub(crate) const FLEET: &str = "Fleet";
/// How a registry is reached.
pub(crate) const REGISTRY: &str = "Registry";
/// How much a configuration may take.
pub(crate) const LIMITS: &str = "Limits";
