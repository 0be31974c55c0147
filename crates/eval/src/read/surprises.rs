//! Explains words that YAML reads differently, if a finding is about one: `yes` or `0755` rarely should mean `true`
//! or 493, and the finding shows the text.

use super::yaml::surprise;
use crate::codes::DUPLICATE_KEY;
use crate::read::layers::{Format, Layer};
use pulsarc_diag::{Diagnostic, Findings, Sources};
use pulsarc_model::UNKNOWN_KEY;
use std::path::Path;

/// The findings, each that is about such a word with what YAML takes it for.
pub(crate) fn explained(found: Findings, sources: &Sources, layers: &[Layer]) -> Findings {
    let mut explained = Findings::default();
    explained.extend(found.into_iter().map(|finding| match surprise_at(&finding, sources, layers) {
        Some(words) => {
            let help = finding.help_line(sources).map_or(words.clone(), |help| format!("{help}; {words}"));
            finding.help(help)
        }
        None => finding,
    }));
    explained
}

fn surprise_at(finding: &Diagnostic, sources: &Sources, layers: &[Layer]) -> Option<String> {
    let span = finding.span.filter(|_| finding.code != &UNKNOWN_KEY && finding.code != &DUPLICATE_KEY)?;
    let source = sources.get(span.source);
    let is_yaml = match layers.iter().find(|layer| layer.name == source.name) {
        Some(layer) => layer.format == Format::Yaml,
        None => Path::new(&source.name).extension().is_some_and(|ending| ending == "yaml" || ending == "yml"),
    };
    (is_yaml && source.users).then(|| surprise(sources.slice(span))).flatten()
}
