//! The report of an upgrade as text, data, Markdown, and annotations.

use super::Format;
use crate::exit::Failure;
use crate::input::Built;
use pulsarc_compiler::Target;
use pulsarc_compiler::upgrade::{Section, UpgradeAdvice};
use pulsarc_diag::inert;
use pulsarc_diff::Consequence;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

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
    let mut data = pulsarc_compiler::persistent_data(target);
    data.extend(now.compiled.persistent_data());
    let changes = pulsarc_diff::compare(&old, &new, &target.namespace, &data);
    let point = |change: &pulsarc_diff::Change| {
        let mut text = change.consequence.to_string();
        if matches!(&change.consequence, Consequence::Replace { .. }) && change.object.kind == "Job" {
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
pub(super) fn one(report: &super::Report, format: Format) -> Result<String, Failure> {
    match format {
        Format::Json => pulsarc_kube::write::json(&report.document).map_err(Failure::unwritable),
        Format::Text => {
            Ok(head(&report.document) + &sections(&points(&report.document), &BTreeMap::new(), false))
        }
        Format::Markdown => Ok(format!(
            "## {}\n{}",
            head(&report.document).trim_end(),
            sections(&points(&report.document), &BTreeMap::new(), true)
        )),
        Format::Github => Ok(points(&report.document).iter().map(annotation).collect()),
    }
}

/// A report on a fleet: each point once, with the clusters that it concerns.
pub(super) fn fleet(clusters: &BTreeMap<String, Value>, format: Format) -> Result<String, Failure> {
    if format == Format::Json {
        let all: Map<String, Value> =
            clusters.iter().map(|(name, document)| (name.clone(), document.clone())).collect();
        return pulsarc_kube::write::json(&json!({ "clusters": all })).map_err(Failure::unwritable);
    }
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
    if format == Format::Github {
        return Ok(all.iter().map(annotation).collect());
    }
    let to = clusters.values().next().map(|document| text(document, "to").to_owned()).unwrap_or_default();
    let title = format!("Upgrade of {} clusters to Pulsar {to}\n", clusters.len());
    let markdown = format == Format::Markdown;
    Ok(format!("{}{title}{}", if markdown { "## " } else { "" }, sections(&all, &concerned, markdown)))
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
    format!("Upgrade from Pulsar {} to {}\n", lines.join(" and "), text(document, "to"))
}

fn sections(points: &[Value], concerned: &BTreeMap<String, Vec<String>>, markdown: bool) -> String {
    let mut out = String::new();
    for section in Section::ALL {
        let own: Vec<&Value> = points.iter().filter(|point| point["section"] == json!(section)).collect();
        if own.is_empty() {
            continue;
        }
        let (start, end) = if markdown { ("\n### ", "\n") } else { ("\n", "") };
        let _ = writeln!(out, "{start}{} ({}){end}", section.title(), own.len());
        for point in own {
            one_point(&mut out, point, markdown);
            if let Some(clusters) = concerned.get(&identity(point)) {
                let _ = writeln!(out, "    clusters: {}", words(&clusters.join(", "), markdown));
            }
        }
    }
    out
}

fn words(text: &str, markdown: bool) -> String {
    let safe = inert::text(text).to_string();
    if markdown { safe.replace('<', "&lt;").replace('[', "\\[").replace('@', "@\u{200b}") } else { safe }
}

fn one_point(out: &mut String, point: &Value, markdown: bool) {
    let say = |text: &str| words(text, markdown);
    let subject =
        if markdown { format!("**{}**", say(text(point, "subject"))) } else { say(text(point, "subject")) };
    let change = match (point["old"].as_str(), point["new"].as_str()) {
        (Some(old), Some(new)) => format!(" ({} -> {})", say(old), say(new)),
        (None, Some(new)) => format!(" ({})", say(new)),
        _ => String::new(),
    };
    let _ = writeln!(out, "  - {subject}{change}: {}", say(text(point, "text")));
    if let Some(line) = point["line"].as_u64() {
        let _ = writeln!(out, "    at: {}:{line} {}", say(text(point, "file")), say(text(point, "path")));
    }
    if let Some(help) = point["help"].as_str() {
        let _ = writeln!(out, "    help: {}", say(help));
    }
    for choice in point["choices"].as_array().into_iter().flatten() {
        let way = if choice["keepsRollback"] == json!(true) { "" } else { " (ends the way back)" };
        let _ = writeln!(out, "    --{}: {}{way}", text(choice, "answer"), say(text(choice, "text")));
    }
    let _ = writeln!(out, "    source: {}", say(text(point, "source")));
}

/// A workflow command of GitHub Actions.
fn annotation(point: &Value) -> String {
    let command = match point["section"].as_str() {
        Some("breaks") => "error",
        Some("decideFirst") => "warning",
        _ => "notice",
    };
    let data =
        |text: &str| inert::characters(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let place = match point["line"].as_u64() {
        Some(line) => format!("file={},line={line},", property(text(point, "file"))),
        None => String::new(),
    };
    let help = point["help"].as_str().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = format!("{}{help}\nsource: {}", text(point, "text"), text(point, "source"));
    format!("::{command} {place}title={}::{}\n", property(text(point, "subject")), data(&message))
}
