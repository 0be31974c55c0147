//! `--fix`: applies fixes of findings to the user's files, and keeps only those after which the check is better.
//!
//! ```text
//! findings -> proposals -> those that do not overlap -> check again -> kept, or tried one by one -> next round
//! ```

mod files;
mod proposal;

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::input::Built;
use crate::output;
use clap::Args;
use files::{File, Files};
use proposal::{Proposal, Subject, apart, is_better, moved_to, proposals};
use pulsarc_compiler::Layer;
use pulsarc_diag::sanitize::{Escaped, Terminal, line};
use pulsarc_diag::{Applicability, KeyPath, TextEdit};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Rounds of fixes: each may reveal findings that have fixes of their own.
const ROUNDS: usize = 10;
/// Fixes that are tried one by one in a run.
const SINGLE_TRIES: usize = 500;

/// Whether and how findings are fixed.
#[derive(Debug, Args)]
pub(crate) struct FixOptions {
    /// Apply safe fixes to the files: those that cannot mean anything else
    #[arg(long, conflicts_with = "fleet", help_heading = heading::FINDINGS)]
    fix: bool,
    /// Also apply fixes that settle a finding but may not be what you want
    #[arg(long, conflicts_with = "fleet", help_heading = heading::FINDINGS)]
    unsafe_fixes: bool,
    /// Print what --fix would change, as a patch, and change nothing; exits with 1 if it would change anything
    #[arg(long, conflicts_with = "fleet", help_heading = heading::FINDINGS)]
    diff: bool,
}

impl FixOptions {
    /// Whether fixes are to be applied or shown.
    pub(crate) fn are_wanted(&self) -> bool {
        self.fix || self.unsafe_fixes || self.diff
    }

    fn least(&self) -> Applicability {
        if self.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe }
    }
}

/// What is left after fixes.
pub(crate) struct Repaired {
    /// The result with the fixed files.
    pub(crate) built: Built,
    /// The number of fixes in each file.
    pub(crate) fixed: BTreeMap<PathBuf, usize>,
    /// How the run ends, if that does not follow from the findings that are left.
    pub(crate) exit: Option<Exit>,
}

/// How many findings `--fix` settles, and how many `--unsafe-fixes` settles besides.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fixable {
    safe: usize,
    unsafe_only: usize,
}

impl Fixable {
    /// Counts the fixes that are kept, without writing any: of the inputs alone, since an import is read from its file.
    pub(crate) fn of(
        built: Built,
        layers: Vec<Layer>,
        compile: &dyn Fn(Vec<Layer>) -> Built,
    ) -> Result<Self, Failure> {
        // Text that is repaired may show more to fix; the findings that are there now are counted.
        let most = built.diagnostics.len();
        let mut repair = Repair::new(compile, Purpose::Count, layers, built);
        repair.rounds(Applicability::Safe)?;
        let safe = repair.kept().min(most);
        repair.rounds(Applicability::Unsafe)?;
        Ok(Self { safe, unsafe_only: repair.kept().min(most) - safe })
    }

    /// `; --fix settles 2, --unsafe-fixes 1 more`; nothing if no finding has a fix.
    pub(crate) fn in_words(self) -> String {
        match (self.safe, self.unsafe_only) {
            (0, 0) => String::new(),
            (0, others) => format!("; --unsafe-fixes settles {others}"),
            (safe, 0) => format!("; --fix settles {safe}"),
            (safe, others) => format!("; --fix settles {safe}, --unsafe-fixes {others} more"),
        }
    }
}

/// Applies the fixes of a configuration, or prints them.
pub(crate) fn run(
    options: &FixOptions,
    layers: Vec<Layer>,
    compile: &dyn Fn(Vec<Layer>) -> Built,
) -> Result<Repaired, Failure> {
    let built = compile(layers.clone());
    let purpose = if options.diff { Purpose::Preview } else { Purpose::Write };
    let mut repair = Repair::new(compile, purpose, layers, built);
    repair.rounds(options.least())?;
    if options.diff {
        let patch: Escaped<Terminal> = repair.patch();
        let exit = if patch.is_empty() { Exit::Success } else { Exit::Differences };
        output::print(output::Document::from(patch))?;
        return Ok(Repaired { built: repair.built, fixed: BTreeMap::new(), exit: Some(exit) });
    }
    // Imports are written already; the bytes of an input have the byte order mark that its text lacks.
    let is_changed = |layer: &&Layer| repair.originals.contains_key(Path::new(&layer.name));
    for layer in repair.layers.iter().filter(is_changed) {
        output::rewrite_file(Path::new(&layer.name), &String::from_utf8_lossy(&layer.bytes))?;
    }
    Ok(Repaired { built: repair.built, fixed: repair.fixed, exit: None })
}

/// What fixes are applied for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// The files are changed.
    Write,
    /// Nothing is changed, and what would be is shown.
    Preview,
    /// Nothing is changed nor shown.
    Count,
}

struct Repair<'a> {
    compile: &'a dyn Fn(Vec<Layer>) -> Built,
    purpose: Purpose,
    layers: Vec<Layer>,
    built: Built,
    /// The changed files: their texts before all fixes, and now.
    originals: BTreeMap<PathBuf, (String, String)>,
    refused: BTreeSet<Subject>,
    /// The settings that fixes have moved, at their new paths.
    moved: BTreeSet<KeyPath>,
    tries: usize,
    fixed: BTreeMap<PathBuf, usize>,
}

impl<'a> Repair<'a> {
    fn new(
        compile: &'a dyn Fn(Vec<Layer>) -> Built,
        purpose: Purpose,
        layers: Vec<Layer>,
        built: Built,
    ) -> Self {
        Self {
            compile,
            purpose,
            layers,
            built,
            originals: BTreeMap::new(),
            refused: BTreeSet::new(),
            moved: BTreeSet::new(),
            tries: 0,
            fixed: BTreeMap::new(),
        }
    }

    /// Applies fixes until none is left.
    fn rounds(&mut self, least: Applicability) -> Result<(), Failure> {
        for _ in 0..ROUNDS {
            if !self.round(least)? {
                break;
            }
        }
        Ok(())
    }

    /// The fixes that were kept.
    fn kept(&self) -> usize {
        self.fixed.values().sum()
    }

    /// Applies the fixes of the current findings; whether there was one to apply.
    fn round(&mut self, least: Applicability) -> Result<bool, Failure> {
        let files = Files::of(&self.built, &self.layers);
        let batch = apart(&proposals(&self.built, &files, least, (&self.refused, &self.moved)));
        if batch.is_empty() {
            return Ok(false);
        }
        if self.attempt(&files, &batch)? {
            return Ok(true);
        }
        if let [only] = batch.as_slice() {
            self.refused.insert(only.subject.clone());
            return Ok(true);
        }
        // One of them spoils the others: each is tried alone, on the files as they are by then.
        for proposal in batch.iter().take(SINGLE_TRIES.saturating_sub(self.tries)) {
            self.tries += 1;
            let files = Files::of(&self.built, &self.layers);
            let now = proposals(&self.built, &files, least, (&self.refused, &self.moved));
            let Some(same) = now.into_iter().find(|now| now.subject == proposal.subject) else { continue };
            if !self.attempt(&files, std::slice::from_ref(&same))? {
                self.refused.insert(same.subject);
            }
        }
        Ok(self.tries < SINGLE_TRIES)
    }

    /// Applies fixes together if that makes the result better.
    fn attempt(&mut self, files: &Files, fixes: &[Proposal]) -> Result<bool, Failure> {
        let edits: Vec<TextEdit> = fixes.iter().flat_map(|proposal| proposal.fix.edits.clone()).collect();
        let changed = files.edited(&edits);
        let (imported, inputs): (Vec<&File>, Vec<&File>) = changed.iter().partition(|file| file.imported);
        let layers = inputs.iter().fold(self.layers.clone(), |layers, file| files::with_text(&layers, file));
        // An import is read from its file, so the new text has to be there before it can be checked.
        let before: Vec<(PathBuf, String)> = imported
            .iter()
            .filter_map(|file| Some((file.path.clone(), text_of(files, &file.path)?)))
            .collect();
        if self.purpose != Purpose::Write && !imported.is_empty() {
            // Without a file there is no check: only what cannot mean anything else is shown.
            self.refused.extend(fixes.iter().map(|proposal| proposal.subject.clone()));
            let certain = fixes.iter().all(|proposal| proposal.fix.applicability == Applicability::Safe);
            if certain && fixes.len() == 1 {
                self.keep(files, &changed, fixes);
            }
            return Ok(certain && fixes.len() == 1);
        }
        for file in &imported {
            output::rewrite_file(&file.path, &file.text)?;
        }
        let after = (self.compile)(layers.clone());
        if !is_better(&self.built, &after, fixes) {
            for (path, text) in &before {
                output::rewrite_file(path, text)?;
            }
            return Ok(false);
        }
        self.keep(files, &changed, fixes);
        (self.layers, self.built) = (layers, after);
        Ok(true)
    }

    fn keep(&mut self, files: &Files, changed: &[File], fixes: &[Proposal]) {
        let settings = fixes.iter().flat_map(|proposal| &proposal.settings);
        self.moved.extend(settings.filter_map(moved_to).cloned());
        for file in changed {
            let before = text_of(files, &file.path).unwrap_or_default();
            let text = file.text.clone();
            self.originals
                .entry(file.path.clone())
                .and_modify(|(_, now)| now.clone_from(&text))
                .or_insert((before, text));
            *self.fixed.entry(file.path.clone()).or_default() += fixes
                .iter()
                .filter(|proposal| {
                    proposal.fix.edits.iter().any(|edit| files.is_at(edit.span.source, &file.path))
                })
                .count();
        }
    }

    /// All changes as a patch, without secrets.
    fn patch(&self) -> Escaped<Terminal> {
        let mut patch = Escaped::new();
        for (path, (before, after)) in &self.originals {
            let text = pulsarc_diff::patch(&path.display().to_string(), before, after);
            patch.text(pulsarc_compiler::redacted(&text, self.built.compiled.sources.secrets()));
        }
        patch
    }
}

fn text_of(files: &Files, path: &Path) -> Option<String> {
    files.at(path).map(|file| file.text.clone())
}

/// `values.yaml: 2 fixes applied`, for each changed file.
pub(crate) fn report_fixed(repaired: &Repaired) {
    for (path, fixes) in &repaired.fixed {
        let what = if *fixes == 1 { "fix" } else { "fixes" };
        stderr_line!("{}: {fixes} {what} applied", line(&path.display().to_string()));
    }
}
