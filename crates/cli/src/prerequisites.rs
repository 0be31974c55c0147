//! What the manifests need and do not contain: a block at the end on a terminal, and errors for what a file does not
//! declare.

use crate::exit::Failure;
use crate::heading;
use crate::input::{self, Built, InputOptions};
use crate::session::{Session, Verbosity};
use crate::stderr;
use clap::{Args, ValueEnum};
use pulsarc_compiler::requires::{Declared, undeclared};
use pulsarc_compiler::{Format, Requirements, Target};
use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_diag::{Diagnostic, Severity};
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// Options of commands that know what the manifests need.
#[derive(Debug, Args)]
pub(crate) struct RequiresOptions {
    /// A file that declares what exists in the cluster; everything else that the manifests need is an error
    ///
    /// `pulsarc export --what requires` prints what they need in this form.
    #[arg(long, value_name = "FILE", help_heading = heading::FINDINGS)]
    requires: Option<PathBuf>,
    /// When to list what the manifests need and do not contain
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto, help_heading = heading::OUTPUT)]
    prerequisites: When,
}

/// When prerequisites are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    /// On a terminal, unless --requires is given
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl RequiresOptions {
    /// What the file declares; none without one.
    fn declared(&self) -> Result<Option<Declared>, Failure> {
        let Some(path) = &self.requires else { return Ok(None) };
        let mut layer = input::read(path)?;
        if layer.format != Format::Yaml {
            return Err(Failure::usage(format!("--requires takes YAML or JSON, not {}", path.display())));
        }
        layer.name = path.display().to_string();
        let data = pulsarc_compiler::data(std::slice::from_ref(&layer));
        let mut found = data.findings;
        let declared = data.merged.as_ref().map(|root| Declared::read(&layer.name, root, &mut found));
        let place = |finding: &Diagnostic| {
            let line = finding.span.map(|span| data.sources.locate(span.source, span.range().start).line);
            let help = finding.help_line(&data.sources).map(|help| format!("; {help}")).unwrap_or_default();
            let line = line.map(|line| format!(":{line}")).unwrap_or_default();
            format!("{}{line}: {}{help}", layer.name, finding.message)
        };
        let problems: Vec<String> = found.iter().map(place).collect();
        if problems.is_empty() { Ok(declared) } else { Err(Failure::usage(problems.join("; "))) }
    }

    /// The result with an error for each prerequisite that is not declared.
    pub(crate) fn checked(
        &self,
        built: Built,
        input: &InputOptions,
        target: &Target,
    ) -> Result<Built, Failure> {
        let Some(declared) = self.declared()? else { return Ok(built) };
        let needed = pulsarc_compiler::requirements(&built.compiled, target);
        let (Some(needed), Some(root)) = (needed, &built.compiled.tree) else { return Ok(built) };
        let findings = undeclared(&needed, &declared, root);
        Ok(input.with_findings(built, findings))
    }

    /// Lists what the manifests need, if that is wanted.
    pub(crate) fn list(&self, built: &Built, target: &Target, session: &Session) {
        let wanted = match self.prerequisites {
            When::Auto => {
                let quiet = session.verbosity == Verbosity::Quiet;
                self.requires.is_none() && !quiet && io::stderr().is_terminal()
            }
            When::Always => true,
            When::Never => false,
        };
        let errors = built.diagnostics.iter().any(|found| found.severity == Severity::Error);
        if !wanted || errors {
            return;
        }
        if let Some(needed) = pulsarc_compiler::requirements(&built.compiled, target) {
            stderr::write(&block(&needed));
        }
    }
}

/// How many users of a prerequisite a block names.
const SHOWN: usize = 2;

/// The prerequisites as a block of text; empty if there are none.
fn block(needed: &Requirements) -> Escaped<Terminal> {
    let mut text = Escaped::new();
    if needed.is_empty() {
        return text;
    }
    text.literal("prerequisites: the manifests need, and do not contain\n");
    if let Some(namespace) = &needed.namespace {
        text.literal("  the namespace ").line(namespace).literal(":\n");
        text.literal("      kubectl create namespace ").line(namespace).literal("\n");
    }
    for kind in &needed.kinds {
        text.literal("  the kind ").line(&kind.kind).literal(" of ").line(&kind.group);
        if let Some(provider) = &kind.provider {
            text.literal(": install ").line(provider);
        }
        if let Some(without) = &kind.without {
            text.literal(", or switch off ").line(without);
        }
        text.literal("\n");
    }
    for (kind, list) in needed.objects() {
        for need in list {
            text.literal("  ").line(kind).literal(" ").line(&need.name);
            if !need.keys.is_empty() {
                text.literal(" (").line(need.keys.join(", ")).literal(")");
            }
            text.literal(", for ").line(some_of(&need.used_by, SHOWN));
            text.literal(if need.create.is_empty() { "\n" } else { ":\n" });
            for command in &need.create {
                text.literal("      ").line(command).literal("\n");
            }
        }
    }
    for node in &needed.nodes {
        text.literal("  nodes with the label ").line(&node.label);
        if !node.values.is_empty() {
            text.literal("=").line(node.values.join(" or "));
        }
        if node.least > 1 {
            text.literal(", ").number(node.least).literal(" different ones");
        }
        text.literal(", for ").line(some_of(&node.used_by, SHOWN)).literal("\n");
    }
    text
}

/// The first names, and how many others.
pub(crate) fn some_of(names: &[String], shown: usize) -> String {
    match names.get(shown..) {
        Some(rest) if rest.len() > 1 => {
            format!("{} and {} others", names.get(..shown).unwrap_or_default().join(", "), rest.len())
        }
        _ => names.join(", "),
    }
}
