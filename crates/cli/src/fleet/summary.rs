//! The result of a fleet: for people at the end of a run, and as JSON for `pulsarc merge-report` and other programs.
//! The form of the JSON is stable: members may be added, none is removed or changes its meaning.

use super::message::Rendered;
use super::outside::{self, Outside, SharedName};
use crate::exit::{Exit, Failure};
use crate::output::{By, Document};
use crate::report::{self, Finding, Tally};
use pulsarc_compiler::SHARED_NAME;
use pulsarc_compiler::levels::Levels;
use pulsarc_diag::Severity;
use pulsarc_diag::render::Color;
use pulsarc_diag::sanitize::{self, Escaped, Markdown, Terminal};
use pulsarc_fleet::{Shard, Shared};
use pulsarc_kube::write;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// As many clusters as are named where many have one finding.
const NAMED: usize = 3;
/// As many clusters as are named where many failed.
const FAILED: usize = 10;
/// As many clusters as are listed one by one.
const LISTED: usize = 40;

/// The result of a fleet, or of a part of it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Summary {
    /// The fleet, as it was named on the command line.
    pub(crate) fleet: String,
    /// The part of it, such as `1/4`; none for a whole fleet.
    pub(crate) shard: Option<String>,
    /// The verb of the summary: `built`, `checked`, `exported`.
    pub(crate) done: String,
    /// How long it took.
    pub(crate) seconds: f64,
    /// Every cluster, by its name.
    pub(crate) clusters: Vec<Cluster>,
    /// Every finding once, with the clusters that have it.
    #[serde(with = "findings")]
    pub(crate) diagnostics: Vec<pulsarc_fleet::SharedFinding<Rendered>>,
}

/// The result of a cluster.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Cluster {
    pub(crate) name: String,
    /// The exit status of this cluster alone.
    pub(crate) status: u8,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
    /// Whether it was known from an earlier run.
    pub(crate) cached: bool,
    /// Whether any file was written.
    pub(crate) written: bool,
    /// Why it has no output, if the reason is not a finding.
    pub(crate) failure: Option<String>,
    /// What it has outside of its namespace.
    #[serde(default, skip_serializing_if = "Outside::is_empty")]
    pub(crate) outside: Outside,
}

impl Cluster {
    /// A cluster of which nothing is known yet.
    pub(super) fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Counts a finding.
    pub(super) fn count(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
        }
    }

    fn tally(&self) -> Tally {
        Tally { errors: self.errors, warnings: self.warnings, notes: self.notes }
    }

    fn is_bad(&self) -> bool {
        self.status != Exit::Success.number()
    }
}

/// A finding as JSON: as `pulsarc check` prints it, plus its text and its clusters.
mod findings {
    use super::{Finding, Rendered};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Shared {
        #[serde(flatten)]
        finding: Finding,
        rendered: String,
        clusters: Vec<String>,
    }

    pub(super) fn serialize<S: Serializer>(
        found: &[pulsarc_fleet::SharedFinding<Rendered>],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(found.iter().map(|shared| Shared {
            finding: shared.finding.finding.clone(),
            rendered: shared.finding.text.clone(),
            clusters: shared.clusters.clone(),
        }))
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(
        from: D,
    ) -> Result<Vec<pulsarc_fleet::SharedFinding<Rendered>>, D::Error> {
        let read = Vec::<Shared>::deserialize(from)?;
        let rendered = |Shared { finding, rendered, clusters }| pulsarc_fleet::SharedFinding {
            finding: Rendered { finding, text: rendered },
            clusters,
        };
        Ok(read.into_iter().map(rendered).collect())
    }
}

impl Summary {
    pub(super) fn of(fleet: &Path, shard: Option<Shard>, done: &str) -> Self {
        Self {
            fleet: fleet.display().to_string(),
            shard: shard.map(|shard| shard.to_string()),
            done: done.to_owned(),
            seconds: 0.0,
            clusters: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Every finding once, with its lines, and the clusters that have it.
    pub(crate) fn findings(&self) -> Escaped<Terminal> {
        let mut text = Escaped::new();
        for shared in &self.diagnostics {
            // A report may have been written by anybody: of its sequences the colours stay.
            text.colored(shared.finding.text.trim_end_matches('\n')).literal("\n  = in: ");
            for (at, cluster) in shared.clusters.iter().take(NAMED).enumerate() {
                text.literal(if at == 0 { "" } else { ", " }).line(cluster);
            }
            let more = shared.clusters.len().saturating_sub(NAMED);
            if more > 0 {
                text.literal(" and ").line(more).literal(" more");
            }
            text.literal("\n\n");
        }
        for cluster in &self.clusters {
            if let Some(failure) = &cluster.failure {
                text.literal("error: ").line(&cluster.name).literal(": ").text(failure).literal("\n\n");
            }
        }
        text
    }

    /// Every cluster on a line, with what was found in it. Of many that are good, only their number.
    pub(crate) fn list(&self) -> Escaped<Terminal> {
        let mut text = Escaped::new();
        let few = self.clusters.len() <= LISTED;
        for cluster in self.clusters.iter().filter(|cluster| few || cluster.is_bad()) {
            text.literal(if cluster.is_bad() { "failed  " } else { "ok      " }).line(&cluster.name);
            let tally = cluster.tally();
            if !tally.is_empty() {
                text.literal(": ").line(tally.in_words());
            }
            text.literal("\n");
        }
        text
    }

    /// The last line: how many clusters, and the result of them.
    pub(crate) fn line(&self) -> String {
        let failed: Vec<&Cluster> = self.clusters.iter().filter(|cluster| cluster.is_bad()).collect();
        let good = self.clusters.len() - failed.len();
        let plural = if self.clusters.len() == 1 { "" } else { "s" };
        let mut line = format!("{good} of {} cluster{plural} {}", self.clusters.len(), self.done);
        if let Some(shard) = &self.shard {
            let _ = write!(line, " in shard {shard}");
        }
        let written = self.clusters.iter().filter(|cluster| cluster.written).count();
        let known = self.clusters.iter().filter(|cluster| cluster.cached).count();
        let mut parts = Vec::new();
        if self.done == "built" {
            parts.push(format!("{written} written"));
        }
        parts.push(format!("{known} known from earlier runs"));
        let warnings: usize = self.clusters.iter().map(|cluster| cluster.warnings).sum();
        if warnings > 0 {
            parts.push(format!("{warnings} warning{}", if warnings == 1 { "" } else { "s" }));
        }
        let _ = writeln!(line, " ({}) in {:.2} s", parts.join(", "), self.seconds);
        if !failed.is_empty() {
            let names: Vec<String> =
                failed.iter().take(FAILED).map(|cluster| sanitize::line(&cluster.name)).collect();
            let more = failed.len().saturating_sub(FAILED);
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            let _ = writeln!(line, "failed: {}{more}", names.join(", "));
        }
        line
    }

    /// As JSON.
    pub(crate) fn json(&self) -> Result<String, Failure> {
        write::json(self).map_err(Failure::unwritable)
    }

    /// The findings in a format of reports, each once.
    pub(crate) fn document(&self, format: report::Format) -> Result<Document, Failure> {
        if format == report::Format::Json {
            return Ok(Document::of(self.json()?, By::Serializer));
        }
        let findings: Vec<Finding> =
            self.diagnostics.iter().map(|shared| shared.finding.finding.clone()).collect();
        report::document(&findings, format)
    }

    /// For the comment of a pull request.
    pub(crate) fn markdown(&self) -> Escaped<Markdown> {
        let mut text = Escaped::of(self.line().lines().next().unwrap_or_default());
        text.literal("\n");
        if !self.diagnostics.is_empty() {
            text.literal("\n| code | what | where | clusters |\n|---|---|---|---|\n");
        }
        for shared in &self.diagnostics {
            let finding = &shared.finding.finding;
            text.literal("| ").text(finding.severity).literal(" ").text(&finding.code);
            text.literal(" | ").text(finding.whole_message()).literal(" | ");
            if let Some(at) = &finding.place {
                text.code(format_args!("{}:{}", at.file, at.line));
            }
            text.literal(" | ").code(shared.clusters.first().map_or("", String::as_str));
            if shared.clusters.len() > 1 {
                text.literal(", ").text(shared.clusters.len()).literal(" in all");
            }
            text.literal(" |\n");
        }
        text
    }

    /// Leaves out what only all clusters together show: a shard has not seen the clusters of another one.
    fn forget_shared(&mut self) {
        let (shared, others) = std::mem::take(&mut self.diagnostics)
            .into_iter()
            .partition::<Vec<_>, _>(|found| found.finding.finding.code == SHARED_NAME.id);
        self.diagnostics = others;
        for common in shared {
            for cluster in self.clusters.iter_mut().filter(|cluster| common.clusters.contains(&cluster.name))
            {
                let count = match common.finding.finding.severity {
                    Severity::Error => &mut cluster.errors,
                    Severity::Warning => &mut cluster.warnings,
                    Severity::Note => &mut cluster.notes,
                };
                *count = count.saturating_sub(1);
            }
        }
    }

    /// Adds what only all clusters together show: names that they share.
    pub(super) fn add_shared(&mut self, levels: &Levels, color: Color, to: &mut Shared<Rendered>) {
        let clusters: Vec<_> =
            self.clusters.iter().map(|cluster| (cluster.name.as_str(), &cluster.outside)).collect();
        for SharedName { clusters, finding, text } in outside::shared(&clusters, levels, color) {
            for cluster in self.clusters.iter_mut().filter(|cluster| clusters.contains(&cluster.name)) {
                cluster.count(finding.severity);
                if finding.severity == Severity::Error {
                    let exits = [Exit::numbered(cluster.status), Exit::BadConfig];
                    cluster.status = Exit::worst(exits).number();
                }
                to.add(&cluster.name, Rendered { finding: finding.clone(), text: text.clone() });
            }
        }
    }

    /// The exit status over all clusters.
    pub(crate) fn exit(&self) -> Exit {
        Exit::worst(self.clusters.iter().map(|cluster| Exit::numbered(cluster.status)))
    }
}

/// Joins the summaries of all shards of a fleet, or explains what is missing or inconsistent.
pub(crate) fn merged(parts: Vec<Summary>) -> Result<Summary, String> {
    let mut parts = parts.into_iter();
    let Some(mut whole) = parts.next() else { return Err("no report was given".to_owned()) };
    let mut seen = BTreeSet::new();
    let of = seen_shard(&whole, &mut seen)?;
    whole.forget_shared();
    let mut shared: Shared<Rendered> = Shared::default();
    let take = |shared: &mut Shared<Rendered>, found: Vec<pulsarc_fleet::SharedFinding<Rendered>>| {
        for common in found {
            for cluster in &common.clusters {
                shared.add(cluster, common.finding.clone());
            }
        }
    };
    take(&mut shared, std::mem::take(&mut whole.diagnostics));
    for mut part in parts {
        part.forget_shared();
        if part.done != whole.done || seen_shard(&part, &mut seen)? != of {
            return Err(format!(
                "the reports belong to different runs: one has clusters {} in {of} shards, another has clusters \
                {} as shard {}",
                whole.done,
                part.done,
                part.shard.as_deref().unwrap_or("1/1")
            ));
        }
        take(&mut shared, part.diagnostics);
        whole.clusters.extend(part.clusters);
        // Shards run beside each other.
        whole.seconds = whole.seconds.max(part.seconds);
    }
    let missing: Vec<String> =
        (1..=of).filter(|number| !seen.contains(number)).map(|number| format!("{number}/{of}")).collect();
    if !missing.is_empty() {
        return Err(format!("the report of shard {} is missing", missing.join(", ")));
    }
    whole.clusters.sort_by(|a, b| a.name.cmp(&b.name));
    if let Some(twice) = whole.clusters.windows(2).find(|pair| pair[0].name == pair[1].name) {
        return Err(format!(
            "two reports contain a cluster `{}`: they belong to different fleets",
            twice[0].name
        ));
    }
    whole.add_shared(&Levels::default(), Color::Never, &mut shared);
    whole.diagnostics = shared.into_findings();
    whole.shard = None;
    Ok(whole)
}

/// How many shards there are by a report, whose own is taken as seen.
fn seen_shard(summary: &Summary, seen: &mut BTreeSet<u64>) -> Result<u64, String> {
    let shard = summary.shard.as_deref().unwrap_or("1/1");
    let shard: Shard = shard.parse().map_err(|bad| format!("invalid shard `{shard}`: {bad}"))?;
    if !seen.insert(shard.number()) {
        return Err(format!("two reports are for shard {shard}"));
    }
    Ok(shard.of())
}
