//! Levels of findings: those that a configuration accepts with a reason, and those of the command line.
//!
//! An error stays one: what cannot work is not made to by saying so.

use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity, suggest};
use pulsarc_model::{Node, decode};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The key of the block in the configuration.
pub(crate) const BLOCK: &str = "checks";

/// A level for a finding that there is not, or that cannot have it.
pub static NO_LEVEL: Code = Code {
    id: "PUL0904",
    severity: Severity::Error,
    title: "finding that cannot be accepted",
    page: include_str!("pages/PUL0904.md"),
};

/// An accepted finding that is not there.
pub static NOT_NEEDED: Code = Code {
    id: "PUL0905",
    severity: Severity::Warning,
    title: "unused exception",
    page: include_str!("pages/PUL0905.md"),
};

/// What a finding counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It is left out.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error.
    Deny,
}

/// The levels that somebody sets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    /// By code; the last of several wins.
    pub codes: Vec<(String, Level)>,
    /// Whether every warning is an error, but for those above.
    pub deny_warnings: bool,
}

/// An entry of the block.
#[derive(Debug, Deserialize)]
struct Entry {
    level: Level,
    /// It is there for its readers.
    #[serde(rename = "reason")]
    _reason: String,
}

impl Levels {
    /// The level of a code.
    fn of(&self, id: &str) -> Option<Level> {
        self.codes.iter().rev().find(|(code, _)| code == id).map(|(_, level)| *level)
    }

    /// The levels in a configuration. Invalid entries are reported.
    fn of_config(root: &Node, found: &mut Findings) -> Self {
        let Some(block) = root.get(KeyPath::parse(BLOCK)) else { return Self::default() };
        let path = KeyPath::parse(BLOCK);
        // The contract has told what does not fit.
        let entries = decode::<BTreeMap<String, Entry>>(block, &path, &mut Findings::default());
        let known = crate::codes();
        let mut levels = Self::default();
        for (id, entry) in entries.unwrap_or_default() {
            let finding = |message: String| {
                let path = path.key(&id);
                Diagnostic::new(&NO_LEVEL, message).at(&path).span(root.users_span(&path))
            };
            match known.iter().find(|code| code.id == id) {
                None => {
                    let near = suggest::nearest(&id, known.iter().map(|code| code.id));
                    let help = near.map_or_else(
                        || "remove it: `pulsarc explain` lists all codes".to_owned(),
                        |near| format!("did you mean {near}?"),
                    );
                    found.push(finding(format!("unknown code {id}")).help(help));
                }
                Some(code) if code.severity == Severity::Error && entry.level != Level::Deny => found.push(
                    finding(format!("{id} is an error and cannot be accepted: {}", code.title))
                        .help("fix the error, and remove this exception"),
                ),
                Some(_) => levels.codes.push((id, entry.level)),
            }
        }
        levels
    }
}

/// All findings with their levels, in the order of their sources: the configuration's own block, overridden by the
/// command line.
pub fn counted(built: &crate::Built, options: &Levels) -> Vec<Diagnostic> {
    let mut found = Findings::default();
    let own = built.tree.as_ref().map(|root| Levels::of_config(root, &mut found)).unwrap_or_default();
    found.extend(built.findings.iter().cloned());
    if let Some(root) = built.tree.as_ref().filter(|_| !found.has_errors()) {
        not_needed(&own, root, &mut found);
    }
    let counts = |diagnostic: Diagnostic| count(diagnostic, &own, options);
    found.sorted(&built.sources).into_iter().filter_map(counts).collect()
}

fn not_needed(own: &Levels, root: &Node, found: &mut Findings) {
    // The security report is told on request alone: an exception from it is there for the runs that ask.
    let asked_for = |id: &str| crate::security::CODES.iter().any(|code| code.id == id);
    for (id, _) in own.codes.iter().filter(|(id, level)| *level == Level::Allow && !asked_for(id)) {
        if found.iter().any(|diagnostic| diagnostic.code.id == id) {
            continue;
        }
        let path = KeyPath::parse(BLOCK).key(id);
        let message = format!("{id} is accepted, but nothing reports it");
        let finding = Diagnostic::new(&NOT_NEEDED, message).help("remove the exception");
        found.push(finding.at(&path).span(root.users_span(&path)));
    }
}

fn count(mut diagnostic: Diagnostic, own: &Levels, options: &Levels) -> Option<Diagnostic> {
    if diagnostic.severity == Severity::Error {
        return Some(diagnostic);
    }
    let level = options.of(diagnostic.code.id).or_else(|| own.of(diagnostic.code.id));
    match level {
        Some(Level::Allow) => return None,
        Some(Level::Warn) => diagnostic.severity = Severity::Warning,
        Some(Level::Deny) => diagnostic.severity = Severity::Error,
        None if options.deny_warnings && diagnostic.severity == Severity::Warning => {
            diagnostic.severity = Severity::Error;
        }
        None => {}
    }
    Some(diagnostic)
}
