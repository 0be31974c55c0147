//! The state of a release as text: status, drift, history.

use crate::changes::text::value;
use crate::color::{GREEN, PLAIN, RED, YELLOW};
use clap::ValueEnum;
use pulsarc_diag::Secrets;
use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_live::{DriftReport, PodStatus, Release, RevisionStatus, Status, WorkloadStatus};

/// Output format of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StateFormat {
    /// For a terminal
    Text,
    /// For other programs
    Json,
}

/// A certificate that expires sooner is worth a look.
const SOON: i64 = 30;

/// The state of a release.
pub(crate) fn status(status: &Status, colored: bool) -> Escaped<Terminal> {
    let mut out = Escaped::new();
    let paint = |color: &'static str| if colored { (color, PLAIN) } else { ("", "") };
    out.line(&status.release.name).literal(" in ").line(&status.release.namespace).literal(" on ");
    out.line(&status.server).literal(": ");
    let (start, end) = paint(if status.ready { GREEN } else { YELLOW });
    out.literal(start).literal(if status.ready { "ready" } else { "not ready" }).literal(end).literal("\n");
    match &status.revision {
        Some(one) => {
            out.literal("revision ")
                .number(one.number)
                .literal(", ")
                .line(&one.time)
                .literal(" by ")
                .line(&one.by);
            out.literal(": ").line(&one.reason).literal("; ").text(one.objects).literal(" objects, pulsarc ");
            out.line(&one.pulsarc).literal("\n");
        }
        None => {
            out.literal("nothing was applied by pulsarc yet\n");
        }
    }
    if let Some(pending) = &status.pending {
        let (start, end) = paint(YELLOW);
        out.literal(start).literal("pending: ").literal(end).literal("revision ").number(pending.number);
        out.literal(", begun ").line(&pending.begun).literal(" by ").line(&pending.by);
        out.literal(" and not finished: apply again to complete it\n");
    }
    if let Some(holder) = &status.locked_by {
        out.literal("locked: ").line(holder).literal(" works on the release\n");
    }
    for unknown in &status.unknown {
        out.literal("unknown: ").line(unknown).literal("\n");
    }
    workloads(&mut out, &status.workloads, colored);
    if !status.certificates.is_empty() {
        out.literal("\ncertificates:\n");
    }
    for certificate in &status.certificates {
        out.literal("  ").line(&certificate.name).literal(if certificate.ready {
            ": ready"
        } else {
            ": not ready"
        });
        if let Some(expires) = &certificate.expires {
            out.literal(", expires ").line(expires);
        }
        if let Some(days) = certificate.days_left {
            let (start, end) = paint(if days < 0 {
                RED
            } else if days < SOON {
                YELLOW
            } else {
                ""
            });
            let (start, end) = if start.is_empty() { ("", "") } else { (start, end) };
            out.literal(" (").literal(start).line(days_in_words(days)).literal(end).literal(")");
        }
        out.literal("\n");
    }
    out
}

fn days_in_words(days: i64) -> String {
    match days {
        ..0 => "expired".to_owned(),
        0 => "today".to_owned(),
        1 => "in 1 day".to_owned(),
        _ => format!("in {days} days"),
    }
}

fn workloads(out: &mut Escaped<Terminal>, workloads: &[WorkloadStatus], colored: bool) {
    let rows: Vec<[String; 4]> = workloads
        .iter()
        .map(|one| {
            [
                one.stage.title().to_owned(),
                one.object.to_string(),
                format!("{}/{}", one.ready, one.wanted),
                one.image.clone().unwrap_or_default(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    out.literal("\n");
    let lines = table(["stage", "object", "ready", "image"], &rows);
    let mut lines = lines.iter();
    if let Some(head) = lines.next() {
        out.line(head).literal("\n");
    }
    for (line, one) in lines.zip(workloads) {
        let color = if one.problem.is_some() && colored { YELLOW } else { "" };
        out.literal(color).line(line).literal(if color.is_empty() { "" } else { PLAIN }).literal("\n");
        if let Some(problem) = &one.problem {
            out.literal("    ").line(problem).literal("\n");
        }
        for pod in one.pods.iter().filter(|pod| !pod.ready || !pod.current) {
            out.literal("    ").line(pod_line(pod)).literal("\n");
        }
    }
}

/// `pulsar-broker-0: Pending, 3 restarts, on node-1, runs an older template`.
fn pod_line(pod: &PodStatus) -> String {
    let mut parts = vec![pod.phase.clone()];
    if !pod.ready {
        parts.push("not ready".to_owned());
    }
    match pod.restarts {
        0 => {}
        1 => parts.push("1 restart".to_owned()),
        some => parts.push(format!("{some} restarts")),
    }
    parts.extend(pod.node.iter().map(|node| format!("on {node}")));
    if !pod.current {
        parts.push("runs an older template".to_owned());
    }
    format!("{}: {}", pod.name, parts.join(", "))
}

/// Rows below a head, in columns.
fn table<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> Vec<String> {
    let head = head.map(str::to_uppercase);
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}", width = *width));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    std::iter::once(&head).chain(rows).map(line).collect()
}

/// What others have changed.
pub(crate) fn drift(report: &DriftReport, release: &Release, secrets: &Secrets) -> Escaped<Terminal> {
    let mut out = Escaped::new();
    for unknown in &report.unknown {
        out.literal("unknown: ").line(unknown).literal("\n");
    }
    let found = &report.drift;
    out.line(&release.name).literal(" in ").line(&release.namespace);
    if found.is_empty() {
        out.literal(": nothing was changed since the last apply\n");
        return out;
    }
    let plural = if found.len() == 1 { " object" } else { " objects" };
    out.literal(": others have changed ")
        .text(found.len())
        .literal(plural)
        .literal(" since the last apply\n");
    for one in found {
        out.literal("\n").literal(if one.deleted { "- " } else { "~ " }).line(&one.object);
        out.literal(if one.deleted { " was deleted\n" } else { "\n" });
        for field in &one.fields {
            out.literal("    ").line(secrets.without(&field.path));
            if let Some(manager) = &field.manager {
                out.literal(", by ").line(manager);
            }
            if let Some(time) = &field.time {
                out.literal(" at ").line(time);
            }
            out.literal("\n");
            if let Some(lines) = &field.lines {
                for line in secrets.without(lines).lines() {
                    out.literal("      ").line(line).literal("\n");
                }
                continue;
            }
            for (sign, side) in [("      - ", &field.applied), ("      + ", &field.live)] {
                if let Some(side) = side {
                    out.literal(sign).line(secrets.without(&value(side))).literal("\n");
                }
            }
        }
    }
    out
}

/// The revisions of a release.
pub(crate) fn history(revisions: &[RevisionStatus], release: &Release) -> Escaped<Terminal> {
    let mut out = Escaped::new();
    if revisions.is_empty() {
        out.literal("pulsarc has applied nothing as ")
            .line(&release.name)
            .literal(" in ")
            .line(&release.namespace);
        out.literal("\n");
        return out;
    }
    let row = |one: &RevisionStatus| {
        let objects = if one.complete { one.objects.to_string() } else { "not stored".to_owned() };
        [
            one.number.to_string(),
            one.time.clone(),
            one.by.clone(),
            objects,
            one.images.join(" "),
            one.reason.clone(),
        ]
    };
    let rows: Vec<[String; 6]> = revisions.iter().map(row).collect();
    for line in table(["revision", "time", "by", "objects", "images", "reason"], &rows) {
        out.line(line).literal("\n");
    }
    out
}
