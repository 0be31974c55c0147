//! `pulsarc upgrade --fix`: applies the edits that can be written, and only if they evaluate as intended.

use super::{Arguments, Report, exit};
use crate::edit::{Document, Syntax};
use crate::exit::{Exit, Failure};
use crate::output;
use pulsarc_compiler::upgrade::{Answer, Edit, Section, release_edits};
use pulsarc_compiler::{Evaluate, Format, Layer, Target, plain};
use pulsarc_diag::KeyPath;
use pulsarc_model::{Node, Origin, Value as Written};
use serde_json::Value;
use std::path::Path;

/// Applies the edits to the last input, and lists the points that remain.
pub(super) fn write(
    evaluations: &dyn Evaluate,
    arguments: &Arguments,
    layers: &[Layer],
    report: &Report,
    target: &Target,
) -> Result<Exit, Failure> {
    let Some(layer) = layers.last().filter(|_| layers.len() == 1 && !arguments.input.reads_standard_input())
    else {
        return Err(Failure::usage("--fix edits one file: pass a single input that is not standard input"));
    };
    let built = arguments.input.compile_layers(evaluations, layers.to_vec(), target);
    let Some(tree) = built.compiled.tree.as_ref() else { return Ok(Exit::Trouble) };
    let edits = edits(arguments, report, tree);
    let text = String::from_utf8_lossy(&layer.bytes).into_owned();
    let syntax = match &layer.format {
        Format::Nickel(_) => Syntax::Nickel,
        _ if text.trim_start().starts_with('{') => Syntax::Json,
        _ => Syntax::Yaml,
    };
    let source =
        built.compiled.sources.iter().find(|(_, source)| source.name == layer.name).map(|(id, _)| id);
    let Some(source) = source else { return Ok(Exit::Trouble) };
    let document = Document { syntax, text: &text, source, tree };
    let edited = document.edited(&edits);
    let fixed = Layer { bytes: edited.clone().into_bytes(), ..layer.clone() };
    if !comes_out(evaluations, arguments, layers, &fixed, &edits, target) {
        let by_hand: Vec<String> = edits.iter().map(shown).collect();
        return Err(Failure::usage(format!(
            "{} cannot be edited in place; make these changes yourself: {}",
            layer.name,
            by_hand.join(", ")
        )));
    }
    if edited != text {
        let path = Path::new(&layer.name);
        output::rewrite_file(path, &edited)?;
    }
    for edit in &edits {
        tell_line!("{}", shown(edit));
    }
    // What no edit settles stays open, and whatever the edited configuration still has.
    let left = super::report(evaluations, arguments, &[fixed], target)?;
    let again = left.iter().flat_map(|left| &left.advice.points);
    let mut open: Vec<String> = Vec::new();
    for point in report.advice.points.iter().filter(|point| point.edit.is_none()).chain(again) {
        let text = format!("{}: {}", point.subject, point.text);
        if waits(arguments, point) && !open.contains(&text) {
            open.push(text);
        }
    }
    for point in &open {
        tell_line!("left: {point}");
    }
    Ok(exit(!open.is_empty()))
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

/// Whether the edited text says what it said before and the edits, and nothing else.
fn comes_out(
    evaluations: &dyn Evaluate,
    arguments: &Arguments,
    layers: &[Layer],
    fixed: &Layer,
    edits: &[Edit],
    target: &Target,
) -> bool {
    let tree = |layers: Vec<Layer>| arguments.input.compile_layers(evaluations, layers, target).compiled.tree;
    let (Some(before), Some(after)) = (tree(layers.to_vec()), tree(vec![fixed.clone()])) else {
        return false;
    };
    let (mut meant, made) = (plain(&written(&before)), plain(&written(&after)));
    let mut other = made.clone();
    for edit in edits {
        let (Edit::Set { path, .. } | Edit::Remove { path }) = edit;
        if let Edit::Set { value, .. } = edit
            && at(&made, path).and_then(Value::as_str) != Some(value)
        {
            return false;
        }
        if matches!(edit, Edit::Remove { .. }) && after.is_users(path) {
            return false;
        }
        take(&mut meant, path);
        take(&mut other, path);
    }
    meant == other
}

/// What a user wrote of a configuration: the defaults of another release differ.
fn written(node: &Node) -> Node {
    let mut written = node.clone();
    if let Written::Record(entries) = &mut written.value {
        entries.retain(|_, entry| entry.origin == Origin::User);
        for entry in entries.values_mut() {
            *entry = self::written(entry);
        }
    }
    written
}

fn pointer(path: &KeyPath) -> String {
    path.segments()
        .iter()
        .map(|segment| match segment {
            pulsarc_diag::Segment::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            pulsarc_diag::Segment::Index(at) => format!("/{at}"),
        })
        .collect()
}

fn at<'v>(value: &'v Value, path: &KeyPath) -> Option<&'v Value> {
    value.pointer(&pointer(path))
}

fn take(value: &mut Value, path: &KeyPath) {
    if let (Some(Value::Object(map)), Some(key)) =
        (value.pointer_mut(&pointer(&path.parent())), path.last_key())
    {
        map.remove(key);
    }
}

fn shown(edit: &Edit) -> String {
    match edit {
        Edit::Set { path, value } => format!("{path}: \"{value}\""),
        Edit::Remove { path } => format!("remove {path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_escapes_slashes() {
        assert_eq!(pointer(&KeyPath::root().key("a/b").key("c")), "/a~1b/c");
    }
}
