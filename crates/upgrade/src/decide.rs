//! What breaks, what has to be decided, and what changes on its own.

use crate::Request;
use crate::advice::{Answer, Choice, Point, Section};
use crate::cluster::{components, holds, path_of};
use pulsarc_catalogue::{Acts, Change, ChangeKind, Condition, Conf, Program, Source, Version, changes, conf};
use pulsarc_component::Cluster;
use pulsarc_diag::{Diagnostic, Edit, KeyPath, Severity, Syntax};

/// What the rules find with the new release: errors break, warnings wait for a decision.
pub(crate) fn by_rules(request: &Request<'_>) -> Vec<Point> {
    let counts = |found: &&Diagnostic| found.severity != Severity::Note;
    request.findings.iter().filter(counts).map(|found| of_finding(request, found)).collect()
}

fn of_finding(request: &Request<'_>, found: &Diagnostic) -> Point {
    let section = if found.severity == Severity::Error { Section::Breaks } else { Section::DecideFirst };
    let key = found.path.as_ref().and_then(|path| path.last_key()).unwrap_or_default();
    let bare = key.trim_start_matches("PULSAR_PREFIX_").trim_start_matches("PF_");
    let fact = changes().iter().rev().find(|change| {
        change.since <= request.to
            && change.keys.iter().any(|pattern| pulsarc_catalogue::key_matches(pattern, bare))
    });
    let java = key.ends_with("_GC") || key.ends_with("_OPTS") || key.ends_with("_MEM");
    let source = match fact {
        Some(change) => change.source.cite(),
        None if java && found.severity == Severity::Error => Source::Java.cite(),
        None => Source::Upgrade.cite(),
    };
    let mut point = Point::new(section, found.code.title, found.message.clone(), source);
    point.help = found.help_in(Syntax::Yaml);
    point.edit = found.path.as_ref().and_then(|path| settles(request, found, path, fact));
    // A setting that is absent has no line: the cause is what selects the release.
    point.path.clone_from(&found.path);
    point.span = found.path.as_ref().and_then(|path| request.cluster.root.users_span(path));
    point
}

/// The edit that settles a finding: for what the facts name an answer to.
fn settles(request: &Request<'_>, found: &Diagnostic, path: &KeyPath, fact: Option<&Change>) -> Option<Edit> {
    let is_users = request.cluster.root.is_users(path);
    let in_config = path.segments().len() == 3;
    match fact {
        Some(change) if change.kind == ChangeKind::Removed && is_users => {
            Some(Edit::Remove { path: path.clone() })
        }
        Some(change) if change.kind == ChangeKind::Class && is_users => {
            Some(Edit::Set { path: path.clone(), value: change.now.clone().into() })
        }
        _ if in_config && is_users && path.last_key().is_some_and(|key| key.ends_with("_GC")) => {
            Some(Edit::Remove { path: path.clone() })
        }
        _ if found.message.contains("is not published") => {
            let image = request.to.images().first()?;
            let path = KeyPath::parse("defaultPulsarImageRepository");
            Some(Edit::Set { path, value: (*image).into() })
        }
        _ => None,
    }
}

/// What the facts say of a configuration that leaves something unset.
pub(crate) fn by_facts(request: &Request<'_>, from: Version) -> Vec<Point> {
    let mut points = Vec::new();
    for change in changes().iter().filter(|change| change.lies_between(from, request.to)) {
        if change.when.is_some_and(|when| !holds(request.cluster, request.emitted, when)) {
            continue;
        }
        match change.kind {
            ChangeKind::Default | ChangeKind::Added => points.extend(of_keys(request, change)),
            ChangeKind::Behaviour => points.extend(of_behaviour(request, change)),
            ChangeKind::Runtime if change.acts == Acts::Know && change.source != Source::Applications => {
                points.push(described(change, Section::ChangesOnItsOwn, &change.what));
            }
            _ => {}
        }
    }
    points
}

fn of_behaviour(request: &Request<'_>, change: &Change) -> Option<Point> {
    let deployed = change.programs.iter().any(|program| !components(request.cluster, *program).is_empty());
    let subject = change.keys.join(", ");
    deployed.then(|| described(change, Section::ChangesOnItsOwn, &subject))
}

/// The keys of a change that the configuration leaves to their default, one point for each component.
fn of_keys(request: &Request<'_>, change: &Change) -> Vec<Point> {
    // A new key without a value changes nothing before somebody sets it.
    let silent = change.acts == Acts::Know && change.kind == ChangeKind::Added && change.now.is_empty();
    let mut points = Vec::new();
    for program in change.programs.iter().filter(|_| !silent) {
        for (block, prefix) in components(request.cluster, *program) {
            for key in &change.keys {
                if request.emitted.get(block, key).is_some() {
                    continue;
                }
                let subject = format!("{block}: {prefix}{key}");
                let mut point = described(change, section(request.cluster, change), &subject);
                let prefix = written_prefix(request.to, *program, prefix, key);
                if point.section != Section::ChangesOnItsOwn {
                    answer(&mut point, change, block, prefix);
                }
                points.push(point);
            }
        }
    }
    points
}

/// A key that the conf file of the image lacks needs the prefix.
fn written_prefix(line: Version, program: Program, prefix: &'static str, key: &str) -> &'static str {
    let lands = !prefix.is_empty() || conf(line, program, key).is_none_or(|conf| conf != Conf::Absent);
    if lands { prefix } else { "PULSAR_PREFIX_" }
}

fn section(cluster: &Cluster<'_>, change: &Change) -> Section {
    match (change.acts, change.when) {
        (Acts::Block, Some(Condition::Tls)) if has_foreign_certificates(cluster) => Section::DecideFirst,
        // The certificates that pulsarc requests have the names that its components dial.
        (Acts::Know, _) | (Acts::Block, Some(Condition::Tls)) => Section::ChangesOnItsOwn,
        (Acts::Block, _) => Section::Breaks,
        (Acts::Decide, _) => Section::DecideFirst,
    }
}

/// Whether a server's certificate comes from elsewhere.
fn has_foreign_certificates(cluster: &Cluster<'_>) -> bool {
    let tls = &cluster.base.tls;
    [&tls.broker, &tls.proxy, &tls.bookie, &tls.zookeeper, &tls.function_worker, &tls.standalone]
        .iter()
        .any(|server| server.enabled && !server.create_cert)
}

fn described(change: &Change, section: Section, subject: &str) -> Point {
    let mut point = Point::new(section, subject, change.why.clone(), change.source.cite());
    let shown = |text: &str| if text.is_empty() { "unset".to_owned() } else { text.to_owned() };
    if !change.was.is_empty() || !change.now.is_empty() {
        let has_old = change.kind == ChangeKind::Default || !change.was.is_empty();
        point.old = has_old.then(|| shown(&change.was));
        point.new = Some(shown(&change.now));
    }
    point
}

/// The answers to a decision, or the setting that mends what breaks.
fn answer(point: &mut Point, change: &Change, block: &str, prefix: &str) {
    let Some(keep) = &change.keep else { return };
    let path = path_of(block, prefix, &keep.key);
    let set = Edit::Set { path: path.clone(), value: keep.value.clone().into() };
    let text = format!("`{path}: \"{}\"`", keep.value);
    if point.section == Section::Breaks {
        point.help = Some(format!("write {text}"));
        point.edit = Some(set);
        return;
    }
    let keeps = if keep.rollback { "keeps the rollback possible" } else { "keeps the current behavior" };
    point.choices = vec![
        Choice {
            answer: Answer::KeepRollback,
            text: format!("{text} {keeps}"),
            keeps_rollback: true,
            edit: Some(set),
        },
        Choice {
            answer: Answer::AdoptDefaults,
            text: format!(
                "leave it out: {}",
                if change.now.is_empty() { "the new default applies" } else { change.now.as_str() }
            ),
            keeps_rollback: !keep.rollback,
            edit: None,
        },
    ];
}
