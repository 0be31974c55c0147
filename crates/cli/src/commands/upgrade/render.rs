//! The report of an upgrade as text, data, Markdown, and annotations.

use super::Format;
use crate::exit::Failure;
use crate::input::Built;
use crate::output::{By, Document};
use pulsarc_compiler::Target;
use pulsarc_compiler::upgrade::{Section, UpgradeAdvice};
use pulsarc_diag::sanitize::{Annotations, Escaped, Markdown, Medium, Terminal};
use pulsarc_diff::Kind;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The advice as data: each point with its place, and the objects that change.
pub(super) fn document(
    advice: &UpgradeAdvice,
    now: &Built,
    then: &Built,
    target: &Target,
) -> Result<Value, Failure> {
    let mut document = serde_json::to_value(advice).map_err(Failure::unwritable)?;
    let sources = &now.compiled.sources;
    if let Some(points) = document.get_mut("points").and_then(Value::as_array_mut) {
        for (value, point) in points.iter_mut().zip(&advice.points) {
            let Some(span) = point.span.filter(|span| sources.is_users(*span)) else { continue };
            let place = sources.locate(span.source, span.range().start);
            value["file"] = json!(sources.get(span.source).name);
            value["line"] = json!(place.line);
        }
        let at = points.iter().rposition(|point| point["section"] != json!(Section::OutsideTheConfiguration));
        let objects = objects(now, then, target)?;
        points.splice(at.map_or(0, |at| at + 1)..at.map_or(0, |at| at + 1), objects);
    }
    let text = now.compiled.sources.secrets().without(&document.to_string());
    serde_json::from_str(&text).map_err(Failure::unwritable)
}

/// The objects that change, and what follows from each.
fn objects(now: &Built, then: &Built, target: &Target) -> Result<Vec<Value>, Failure> {
    let of = |built: &Built| {
        let draft = pulsarc_compiler::draft(&built.compiled, target);
        draft.objects.iter().map(serde_json::to_value).collect::<Result<Vec<Value>, _>>()
    };
    let (old, new) = (of(now).map_err(Failure::unwritable)?, of(then).map_err(Failure::unwritable)?);
    let mut facts = pulsarc_compiler::component_facts(target);
    facts.extend(now.compiled.component_facts());
    let changes = pulsarc_diff::compare(&old, &new, &target.namespace, &facts);
    let point = |change: &pulsarc_diff::Change| {
        let texts: Vec<String> = change.consequences.iter().map(ToString::to_string).collect();
        let mut text = texts.join("; ");
        if change.has(Kind::Replace) && change.object.kind == "Job" {
            text += "; `build --upgrade` leaves the init jobs out";
        }
        json!({
            "section": Section::ChangedObjects,
            "subject": change.object.to_string(),
            "text": text,
            "source": "pulsarc diff",
        })
    };
    Ok(changes.changes.iter().map(point).collect())
}

/// A report on one cluster.
pub(super) fn one(report: &super::Report, format: Format) -> Result<Document, Failure> {
    let (title, points) = (head(&report.document), points(&report.document));
    written(&report.document, &title, &points, &BTreeMap::new(), format)
}

/// A report on a fleet: each point once, with the clusters that it concerns.
pub(super) fn fleet(clusters: &BTreeMap<String, Value>, format: Format) -> Result<Document, Failure> {
    let mut concerned: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut all = Vec::new();
    for (name, document) in clusters {
        for point in points(document) {
            let clusters = concerned.entry(identity(&point)).or_default();
            if clusters.is_empty() {
                all.push(point);
            }
            clusters.push(name.clone());
        }
    }
    let to = clusters.values().next().map(|document| text(document, "to").to_owned()).unwrap_or_default();
    let title = format!("Upgrade of {} clusters to Pulsar {to}", clusters.len());
    let data: Map<String, Value> =
        clusters.iter().map(|(name, document)| (name.clone(), document.clone())).collect();
    written(&json!({ "clusters": data }), &title, &all, &concerned, format)
}

fn written(
    data: &Value,
    title: &str,
    points: &[Value],
    concerned: &BTreeMap<String, Vec<String>>,
    format: Format,
) -> Result<Document, Failure> {
    Ok(match format {
        Format::Json => {
            let json = pulsarc_kube::write::json(data).map_err(Failure::unwritable)?;
            Document::of(json, By::Serializer)
        }
        Format::Text => {
            let mut out = Escaped::<Terminal>::of(title);
            out.literal("\n").append(&sections(points, concerned, &PLAIN));
            out.into()
        }
        Format::Markdown => {
            let mut out = Escaped::<Markdown>::new();
            out.literal("## ").text(title).literal("\n");
            out.append(&sections(points, concerned, &MARKED));
            out.into()
        }
        Format::Github => {
            let mut out = Escaped::<Annotations>::new();
            for point in points {
                annotation(point, &mut out);
            }
            out.into()
        }
    })
}

fn points(document: &Value) -> Vec<Value> {
    document["points"].as_array().cloned().unwrap_or_default()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// What makes a point of two clusters the same point.
fn identity(point: &Value) -> String {
    ["section", "subject", "text", "old", "new"].map(|key| text(point, key)).join("\u{1f}")
}

/// `Upgrade from Pulsar 4.0 to 5.0`.
fn head(document: &Value) -> String {
    let mut lines: Vec<&str> =
        document["from"].as_array().into_iter().flatten().map(|component| text(component, "line")).collect();
    lines.sort_unstable();
    lines.dedup();
    format!("Upgrade from Pulsar {} to {}", lines.join(" and "), text(document, "to"))
}

/// What stands around titles and subjects.
struct Marks {
    section: [&'static str; 2],
    subject: &'static str,
}

const PLAIN: Marks = Marks { section: ["\n", ""], subject: "" };
const MARKED: Marks = Marks { section: ["\n### ", "\n"], subject: "**" };

fn sections<M: Medium>(
    points: &[Value],
    concerned: &BTreeMap<String, Vec<String>>,
    marks: &Marks,
) -> Escaped<M> {
    let mut out = Escaped::new();
    for section in Section::ALL {
        let own: Vec<&Value> = points.iter().filter(|point| point["section"] == json!(section)).collect();
        if own.is_empty() {
            continue;
        }
        let [start, end] = marks.section;
        out.literal(start).text(section.title()).literal(" (").text(own.len()).literal(")");
        out.literal(end).literal("\n");
        for point in own {
            one_point(&mut out, point, marks);
            if let Some(clusters) = concerned.get(&identity(point)) {
                out.literal("    clusters: ").text(clusters.join(", ")).literal("\n");
            }
        }
    }
    out
}

fn one_point<M: Medium>(out: &mut Escaped<M>, point: &Value, marks: &Marks) {
    out.literal("  - ").literal(marks.subject).text(text(point, "subject")).literal(marks.subject);
    match (point["old"].as_str(), point["new"].as_str()) {
        (Some(old), Some(new)) => {
            out.literal(" (").text(old).literal(" -> ").text(new).literal(")");
        }
        (None, Some(new)) => {
            out.literal(" (").text(new).literal(")");
        }
        _ => {}
    }
    out.literal(": ").text(text(point, "text")).literal("\n");
    if let Some(line) = point["line"].as_u64() {
        out.literal("    at: ").text(text(point, "file")).literal(":").text(line);
        out.literal(" ").text(text(point, "path")).literal("\n");
    }
    if let Some(help) = point["help"].as_str() {
        out.literal("    help: ").text(help).literal("\n");
    }
    for choice in point["choices"].as_array().into_iter().flatten() {
        out.literal("    --").text(text(choice, "answer")).literal(": ").text(text(choice, "text"));
        let ends = choice["keepsRollback"] != json!(true);
        out.literal(if ends { " (ends the rollback window)\n" } else { "\n" });
    }
    out.literal("    source: ").text(text(point, "source")).literal("\n");
}

/// A workflow command of GitHub Actions.
fn annotation(point: &Value, out: &mut Escaped<Annotations>) {
    out.literal(match point["section"].as_str() {
        Some("breaks") => "::error ",
        Some("decideFirst") => "::warning ",
        _ => "::notice ",
    });
    if let Some(line) = point["line"].as_u64() {
        out.literal("file=").text(text(point, "file")).literal(",line=").text(line).literal(",");
    }
    let help = point["help"].as_str().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = format!("{}{help}\nsource: {}", text(point, "text"), text(point, "source"));
    out.literal("title=").text(text(point, "subject")).literal("::").message(&message).literal("\n");
}
