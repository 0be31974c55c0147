//! One line a finding, for editors, `grep` and logs: `FILE:LINE:COLUMN: SEVERITY[CODE]: MESSAGE`.

use super::Finding;
use pulsarc_diag::sanitize::{Escaped, Terminal};

pub(super) fn document(findings: &[Finding]) -> Escaped<Terminal> {
    let mut text = Escaped::new();
    for finding in findings {
        if let Some(place) = &finding.place {
            text.line(format_args!("{}:{}:{}: ", place.file, place.line, place.column));
        }
        text.line(format_args!("{}[{}]: {}", finding.severity, finding.code, finding.message));
        text.literal("\n");
    }
    text
}
