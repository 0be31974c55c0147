//! `pulsarc upgrade --fix`: applies the edits that can be written, and only if they evaluate as intended.

use super::{Arguments, Report, exit};
use crate::exit::{Exit, Failure};
use crate::input::Built;
use crate::output;
use pulsarc_compiler::edit::{Document, applied};
use pulsarc_compiler::fix;
use pulsarc_compiler::upgrade::{Answer, Section, release_edits};
use pulsarc_compiler::{Evaluate, Layer, Target};
use pulsarc_diag::{Edit, KeyPath, Literal, Syntax};
use pulsarc_model::Node;
use std::path::Path;

/// An input with its own values and the edits for it.
struct Edited {
    layer: Layer,
    built: Built,
    edits: Vec<Edit>,
}

/// Writes each edit into the input that has the value, and says what is left.
pub(super) fn write(
    evaluations: &dyn Evaluate,
    arguments: &Arguments,
    layers: &[Layer],
    report: &Report,
    target: &Target,
) -> Result<Exit, Failure> {
    if arguments.input.reads_standard_input() {
        return Err(Failure::usage("--fix writes into files, and standard input is none"));
    }
    let compile = |layers: Vec<Layer>| arguments.input.compile_layers(evaluations, layers, target);
    let built = compile(layers.to_vec());
    let Some(tree) = built.compiled.tree.as_ref() else { return Ok(Exit::Trouble) };
    let edits = edits(arguments, report, tree);
    // What a layer sets shows only without the layers over it.
    let alone = |layer: &Layer| Edited {
        layer: layer.clone(),
        built: compile(vec![layer.clone()]),
        edits: Vec::new(),
    };
    let mut parts: Vec<Edited> = layers.iter().map(alone).collect();
    for edit in &edits {
        assign(&mut parts, edit);
    }
    let fixed: Option<Vec<Layer>> = parts.iter().map(fixed).collect();
    let whole = fixed.filter(|fixed| comes_out(evaluations, arguments, layers, fixed, &edits, target));
    let Some(fixed) = whole else {
        let names: Vec<&str> = layers.iter().map(|layer| layer.name.as_str()).collect();
        let by_hand: Vec<String> = edits.iter().map(shown).collect();
        return Err(Failure::usage(format!(
            "{} cannot be edited in place; write these yourself: {}",
            names.join(", "),
            by_hand.join(", ")
        )));
    };
    for (part, fixed) in parts.iter().zip(&fixed).filter(|(part, fixed)| part.layer.bytes != fixed.bytes) {
        output::rewrite_file(Path::new(&part.layer.name), &String::from_utf8_lossy(&fixed.bytes))?;
    }
    for part in &parts {
        let place = if parts.len() > 1 { format!("{}: ", part.layer.name) } else { String::new() };
        for edit in &part.edits {
            stderr_line!("{place}{}", shown(edit));
        }
    }
    // What no edit settles stays open, and whatever the edited configuration still has.
    let left = super::report(evaluations, arguments, &fixed, target)?;
    let again = left.iter().flat_map(|left| &left.advice.points);
    let mut open: Vec<String> = Vec::new();
    for point in report.advice.points.iter().filter(|point| point.edit.is_none()).chain(again) {
        let text = format!("{}: {}", point.subject, point.text);
        if waits(arguments, point) && !open.contains(&text) {
            open.push(text);
        }
    }
    for point in &open {
        stderr_line!("left: {point}");
    }
    Ok(exit(!open.is_empty()))
}

/// Gives an edit to the layers that it concerns: a setting goes from each one that has it, and a value goes to the last
/// layer that has one, or to the last layer.
fn assign(parts: &mut [Edited], edit: &Edit) {
    let (Edit::Set { path, .. } | Edit::Remove { path } | Edit::Move { from: path, .. }) = edit;
    let has = |part: &Edited| part.built.compiled.tree.as_ref().is_some_and(|tree| tree.is_users(path));
    if matches!(edit, Edit::Remove { .. }) {
        parts.iter_mut().filter(|part| has(part)).for_each(|part| part.edits.push(edit.clone()));
        return;
    }
    let last = parts.len().saturating_sub(1);
    let place = parts.iter().rposition(has).unwrap_or(last);
    if let Some(part) = parts.get_mut(place) {
        part.edits.push(edit.clone());
    }
}

/// The layer with its edits; none if it cannot be read alone.
fn fixed(part: &Edited) -> Option<Layer> {
    let layer = &part.layer;
    if part.edits.is_empty() {
        return Some(layer.clone());
    }
    let text = String::from_utf8_lossy(&layer.bytes).into_owned();
    let compiled = &part.built.compiled;
    let (source, _) = compiled.sources.iter().find(|(_, source)| source.name == layer.name)?;
    let syntax = Syntax::of(&layer.name, &text);
    let document = Document { syntax, text: &text, source, tree: compiled.tree.as_ref()?, subject: None };
    let edits = document.edits(&part.edits)?;
    Some(Layer { bytes: applied(&text, &edits).into_bytes(), ..layer.clone() })
}

/// Whether a point still asks for something after the edits: one whose choices were answered does not.
fn waits(arguments: &Arguments, point: &pulsarc_compiler::upgrade::Point) -> bool {
    let answered = (arguments.adopt_defaults || arguments.keep_rollback) && !point.choices.is_empty();
    point.section <= Section::DecideFirst && !answered
}

/// The new release, and what settles each point.
fn edits(arguments: &Arguments, report: &Report, tree: &Node) -> Vec<Edit> {
    let mut edits = release_edits(tree, arguments.to.read_from());
    let answer = match (arguments.keep_rollback, arguments.adopt_defaults) {
        (true, _) => Some(Answer::KeepRollback),
        (_, true) => Some(Answer::AdoptDefaults),
        _ => None,
    };
    for point in &report.advice.points {
        edits.extend(point.edit.clone());
        let chosen = point.choices.iter().find(|choice| Some(choice.answer) == answer);
        edits.extend(chosen.and_then(|choice| choice.edit.clone()));
    }
    let mut unique: Vec<Edit> = Vec::new();
    for edit in edits {
        if !unique.contains(&edit) {
            unique.push(edit);
        }
    }
    unique
}

/// Whether the edited texts say what they said before and the edits, and nothing else.
fn comes_out(
    evaluations: &dyn Evaluate,
    arguments: &Arguments,
    layers: &[Layer],
    fixed: &[Layer],
    edits: &[Edit],
    target: &Target,
) -> bool {
    let tree = |layers: Vec<Layer>| arguments.input.compile_layers(evaluations, layers, target).compiled.tree;
    let (Some(before), Some(after)) = (tree(layers.to_vec()), tree(fixed.to_vec())) else {
        return false;
    };
    let made = |path: &KeyPath| after.get(path).and_then(Node::as_words);
    edits.iter().all(|edit| match edit {
        Edit::Set { path, value: Literal::Text(text) } => made(path).as_deref() == Some(text),
        Edit::Remove { path } => !after.is_users(path),
        Edit::Set { .. } | Edit::Move { .. } => false,
    }) && fix::rest(&before, edits) == fix::rest(&after, edits)
}

fn shown(edit: &Edit) -> String {
    match edit {
        Edit::Set { path, value } => format!("{path}: {}", value.written(Syntax::Json)),
        Edit::Remove { path } => format!("remove {path}"),
        Edit::Move { from, to } => format!("move {from} to {to}"),
    }
}
