//! `--fix`: applies fixes of findings to the user's files, shows them, or counts them. The compiler finds those that make
//! the result better.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::input::Built;
use crate::output;
use clap::Args;
use pulsarc_compiler::Layer;
use pulsarc_compiler::repair::{Counted, Repair};
use pulsarc_diag::Applicability;
use pulsarc_diag::sanitize::{Escaped, Terminal, line};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The mark that some editors write at the start of a file.
const BYTE_ORDER_MARK: &str = "\u{feff}";

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
    /// Counts the fixes that are kept, without writing any.
    pub(crate) fn of(built: Built, layers: Vec<Layer>, compile: &dyn Fn(Vec<Layer>) -> Built) -> Self {
        // Text that is repaired may show more to fix; the findings that are there now are counted.
        let most = built.diagnostics.len();
        let compile = |layers: &[Layer]| Counted::from(compile(layers.to_vec()));
        let mut repair = Repair::new(&compile, layers, built.into());
        repair.rounds(Applicability::Safe);
        let safe = repair.kept().min(most);
        repair.rounds(Applicability::Unsafe);
        Self { safe, unsafe_only: repair.kept().min(most) - safe }
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
    let color = built.color();
    let compile = |layers: &[Layer]| Counted::from(compile(layers.to_vec()));
    let mut repair = Repair::new(&compile, layers, built.into());
    repair.rounds(options.least());
    if options.diff {
        let patch = patch(&repair);
        let exit = if patch.is_empty() { Exit::Success } else { Exit::Differences };
        output::print(output::Document::from(patch))?;
        let built = Built::counted(repair.into_counted(), color);
        return Ok(Repaired { built, fixed: BTreeMap::new(), exit: Some(exit) });
    }
    for (path, change) in repair.changes() {
        let mark = if has_mark(path) { BYTE_ORDER_MARK } else { "" };
        output::rewrite_file(path, &format!("{mark}{}", change.after))?;
    }
    let fixed = repair.changes().iter().map(|(path, change)| (path.clone(), change.fixes)).collect();
    Ok(Repaired { built: Built::counted(repair.into_counted(), color), fixed, exit: None })
}

/// Whether a file begins with a byte order mark, which a fixed one keeps.
fn has_mark(path: &Path) -> bool {
    let mut first = [0; BYTE_ORDER_MARK.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut first));
    read.is_ok() && first == BYTE_ORDER_MARK.as_bytes()
}

/// All changes as a patch, without secrets.
fn patch(repair: &Repair<'_>) -> Escaped<Terminal> {
    let mut patch = Escaped::new();
    for (path, change) in repair.changes() {
        let text = pulsarc_diff::patch(&path.display().to_string(), &change.before, &change.after);
        patch.text(pulsarc_compiler::redacted(&text, repair.counted().built.sources.secrets()));
    }
    patch
}

/// `values.yaml: 2 fixes applied`, for each changed file.
pub(crate) fn report_fixed(repaired: &Repaired) {
    for (path, fixes) in &repaired.fixed {
        let what = if *fixes == 1 { "fix" } else { "fixes" };
        stderr_line!("{}: {fixes} {what} applied", line(&path.display().to_string()));
    }
}
