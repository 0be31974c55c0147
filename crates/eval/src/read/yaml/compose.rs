//! From the parser's events to a tree: anchors and merge keys expanded, within limits, and no key twice.

use super::{Places, duplicate, empty, scalar, too_deep, too_many};
use crate::codes::SYNTAX;
use crate::limits;
use libyaml_safer::{Event, EventData, ScalarStyle};
use pulsarc_diag::{Diagnostic, Findings, Span};
use pulsarc_model::{Node, Origin, Value};
use std::collections::{BTreeMap, HashMap};

pub(crate) struct Composer<'t, 'f> {
    pub(crate) events: std::vec::IntoIter<Event>,
    /// Where the last event that was taken ends.
    pub(crate) end: u32,
    pub(crate) place: Places<'t>,
    pub(crate) anchors: HashMap<String, (Node, usize)>,
    pub(crate) budget: usize,
    pub(crate) found: &'f mut Findings,
}

/// The reason was reported; there is nothing to go on with.
struct Stop;

impl Composer<'_, '_> {
    /// The only document of the stream; an empty record if there is none.
    pub(crate) fn document(mut self) -> Option<Node> {
        let mut documents = Vec::new();
        while let Some(event) = self.take() {
            match &event.data {
                EventData::DocumentStart { .. } => {
                    if !documents.is_empty() {
                        let span = self.place.of(&event);
                        let finding = Diagnostic::new(
                            &SYNTAX,
                            "a second YAML document starts here; a configuration is one document",
                        )
                        .span(span);
                        self.found.push(finding.help(
                            "put each document into its own file, and pass both files on the command line",
                        ));
                        return None;
                    }
                    let first = self.take()?;
                    documents.push(self.node(&first, 0).ok()?.0);
                }
                EventData::StreamEnd => break,
                _ => {}
            }
        }
        Some(documents.pop().filter(|node| node.value != Value::Null).unwrap_or_else(empty))
    }

    /// All documents of the stream, without the empty ones.
    pub(crate) fn stream(mut self) -> Option<Vec<Node>> {
        let mut documents = Vec::new();
        while let Some(event) = self.take() {
            if matches!(event.data, EventData::DocumentStart { .. }) {
                // An anchor ends with its document.
                self.anchors.clear();
                let first = self.take()?;
                documents.push(self.node(&first, 0).ok()?.0);
            }
        }
        documents.retain(|node| node.value != Value::Null);
        Some(documents)
    }

    fn take(&mut self) -> Option<Event> {
        let event = self.events.next()?;
        let span = self.place.of(&event);
        // The end of a record or list in block style has no text of its own: it stands where the next one begins.
        if !span.range().is_empty() {
            self.end = span.end;
        }
        Some(event)
    }

    /// A node, and how many values it holds.
    fn node(&mut self, event: &Event, depth: usize) -> Result<(Node, usize), Stop> {
        let span = self.place.of(event);
        if depth > limits::held().depth {
            self.found.push(too_deep(span));
            return Err(Stop);
        }
        let (value, anchor, size) = match &event.data {
            EventData::Alias { anchor } => return self.alias(anchor, span),
            EventData::Scalar { anchor, tag, value, style, .. } => {
                let plain = matches!(style, ScalarStyle::Plain)
                    && tag.as_deref() != Some("tag:yaml.org,2002:str")
                    && tag.as_deref() != Some("!");
                let value = if plain { self.scalar(value, span) } else { Value::Text(value.clone()) };
                (value, anchor, 1)
            }
            EventData::SequenceStart { anchor, .. } => {
                let (items, size) = self.items(depth)?;
                (Value::List(items), anchor, size)
            }
            EventData::MappingStart { anchor, .. } => {
                let (entries, size) = self.entries(depth)?;
                (Value::Record(entries), anchor, size)
            }
            _ => return Err(Stop),
        };
        self.spend(1, span, None)?;
        let span = Span { end: self.end.max(span.end), ..span };
        let node = Node { value, span: Some(span), key_span: None, origin: Origin::User };
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor.clone(), (node.clone(), size));
        }
        Ok((node, size))
    }

    fn alias(&mut self, anchor: &str, span: Span) -> Result<(Node, usize), Stop> {
        let Some((node, size)) = self.anchors.get(anchor).cloned() else {
            self.found.push(no_anchor(anchor, span));
            return Err(Stop);
        };
        self.spend(size, span, Some(anchor))?;
        Ok((node, size))
    }

    fn spend(&mut self, values: usize, span: Span, alias: Option<&str>) -> Result<(), Stop> {
        if let Some(rest) = self.budget.checked_sub(values) {
            self.budget = rest;
            return Ok(());
        }
        self.found.push(too_many(alias, span));
        Err(Stop)
    }

    /// The value of a plain scalar; an approximation if its number cannot be kept, which is reported.
    fn scalar(&mut self, text: &str, span: Span) -> Value {
        scalar(text).unwrap_or_else(|unfit| {
            self.found.push(unfit.finding(span));
            unfit.nearest()
        })
    }

    fn items(&mut self, depth: usize) -> Result<(Vec<Node>, usize), Stop> {
        let (mut items, mut size) = (Vec::new(), 1);
        while let Some(event) = self.take() {
            if matches!(event.data, EventData::SequenceEnd) {
                return Ok((items, size));
            }
            let (node, within) = self.node(&event, depth + 1)?;
            size += within;
            items.push(node);
        }
        Err(Stop)
    }

    fn entries(&mut self, depth: usize) -> Result<(BTreeMap<String, Node>, usize), Stop> {
        let (mut entries, mut size) = (BTreeMap::<String, Node>::new(), 1);
        let mut merged = Vec::new();
        while let Some(event) = self.take() {
            if matches!(event.data, EventData::MappingEnd) {
                for node in merged {
                    merge_under(&mut entries, node);
                }
                return Ok((entries, size));
            }
            let key_span = self.place.of(&event);
            let Some((key, plain)) = self.key(&event, key_span) else { return Err(Stop) };
            let value = self.take().ok_or(Stop)?;
            let (mut node, within) = self.node(&value, depth + 1)?;
            size += within;
            if plain && key == "<<" {
                merged.push(node);
                continue;
            }
            node.key_span = Some(key_span);
            if let Some(first) = entries.get(&key) {
                self.found.push(duplicate(&key, first.key_span, key_span));
            }
            entries.insert(key, node);
        }
        Err(Stop)
    }

    /// A key's text as JSON would have it: numbers and booleans are keys too.
    fn key(&mut self, event: &Event, span: Span) -> Option<(String, bool)> {
        match &event.data {
            EventData::Scalar { value, style, .. } => {
                Some((value.clone(), matches!(style, ScalarStyle::Plain)))
            }
            EventData::Alias { anchor } => {
                let finding = match self.anchors.get(anchor).map(|(node, _)| &node.value) {
                    Some(Value::Text(text)) => return Some((text.clone(), false)),
                    Some(other) => {
                        let message = format!("a key has to be text, but `*{anchor}` is {}", other.kind());
                        let help = "write the key itself, or use an anchor of a text value";
                        Diagnostic::new(&SYNTAX, message).span(span).help(help)
                    }
                    None => no_anchor(anchor, span),
                };
                self.found.push(finding);
                None
            }
            _ => {
                let finding =
                    Diagnostic::new(&SYNTAX, "a key has to be text, but this is a list or a map").span(span);
                self.found.push(finding.help(
                    "put the key in quotes; Helm's `{{ ... }}` belongs in templates, not in values files",
                ));
                None
            }
        }
    }
}

/// Reports an undefined alias.
fn no_anchor(anchor: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&SYNTAX, format!("no anchor `&{anchor}` is defined before this alias"))
        .span(span)
        .help("define the anchor on its value, further up in the file")
}

/// Reports why the parser stopped.
pub(crate) fn syntax_error(place: &Places<'_>, error: &libyaml_safer::Error, found: &mut Findings) {
    let span = place.point(error.problem_mark().map_or(0, |mark| place.byte(&mark)));
    let (message, help) = in_words(error.problem(), place, span);
    found.push(Diagnostic::new(&SYNTAX, message).span(span).help(help));
}

/// The values that `<<` merges: a record, or a list of records, overridden by its siblings.
fn merge_under(entries: &mut BTreeMap<String, Node>, node: Node) {
    match node.value {
        Value::Record(record) => {
            for (key, value) in record {
                entries.entry(key).or_insert(value);
            }
        }
        Value::List(items) => items.into_iter().for_each(|item| merge_under(entries, item)),
        _ => {}
    }
}

/// The parser's words as a user's.
fn in_words(problem: &str, place: &Places<'_>, span: Span) -> (String, String) {
    let line_start = place.text[..span.range().start.saturating_sub(place.offset).min(place.text.len())]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let line = place.text[line_start..].lines().next().unwrap_or_default();
    let indented_by_tab = line.trim_start_matches(' ').starts_with('\t');
    if indented_by_tab || problem.contains("cannot start any token") && line.contains('\t') {
        return (
            "YAML does not allow tabs as indentation".to_owned(),
            "use spaces instead of the tab".to_owned(),
        );
    }
    if line.contains("{{") {
        return (
            "a template's `{{ ... }}` is not YAML".to_owned(),
            "write the value that the template would produce".to_owned(),
        );
    }
    (
        format!("invalid YAML: {problem}"),
        "check this line and the one before it for wrong indentation or a missing colon, quote or bracket"
            .to_owned(),
    )
}
