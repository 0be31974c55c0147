//! The block `functions`: functions inside the brokers.

use crate::shapes::Annotated;
use serde::Deserialize;

/// Functions inside the brokers.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Functions {
    /// What the names of its objects end with.
    pub component: String,
    /// Whether function state is kept on the bookies.
    #[serde(default)]
    pub use_bookie_as_state_store: bool,
    /// Their rights.
    pub rbac: FunctionsRbac,
    /// Their service account.
    #[serde(default, rename = "service_account")]
    pub service_account: Annotated,
}

/// The rights of functions.
#[derive(Debug, Clone, Deserialize)]
pub struct FunctionsRbac {
    /// Whether they end at the namespace.
    #[serde(default)]
    pub limit_to_namespace: bool,
}
