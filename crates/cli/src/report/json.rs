//! pulsarc's own JSON: a [`Finding`] each.

use super::Finding;
use crate::exit::Failure;
use pulsarc_kube::write;
use serde::Serialize;

#[derive(Serialize)]
struct Report<'a> {
    diagnostics: &'a [Finding],
}

pub(super) fn document(diagnostics: &[Finding]) -> Result<String, Failure> {
    write::json(&Report { diagnostics }).map_err(Failure::unwritable)
}
