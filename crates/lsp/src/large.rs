//! Files that are too large to be checked at every key.

use crate::edge::Compiled;
use crate::texts::LARGEST;
use pulsarc_compiler::{Layer, TOO_LARGE};
use pulsarc_diag::{Diagnostic, Sources, Span};

/// The finding about layers that are too large; none if all of them can be checked.
pub(crate) fn refused(layers: &[Layer]) -> Option<Compiled> {
    let large = layers.iter().find(|layer| layer.bytes.len() as u64 > LARGEST)?;
    let mut sources = Sources::default();
    // Its place is the file's start: the text itself is not kept.
    let source = sources.add(&large.name, "\n");
    let message = format!("this file is larger than {} MiB, so it is not checked here", LARGEST >> 20);
    let mut finding = Diagnostic::new(&TOO_LARGE, message).span(Span::new(source, 0..0));
    finding.severity = pulsarc_diag::Severity::Note;
    Some(Compiled::of(finding.help("check it with `pulsarc check`"), sources))
}
