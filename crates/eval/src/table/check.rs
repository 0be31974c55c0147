//! Data over the table's defaults: what the contracts make of it, and everything in it that they reject.
//!
//! Checks the structure: unknown keys, missing values, wrong shapes. A single value that its quick test does not
//! certainly accept goes to the contract itself (`judge`), which returns the diagnostic. The default replaces a wrong
//! value, so that the rest is still checked.

use super::shapes::{RecordPart, as_record, item};
use super::table::{CLUSTER, Default, FILES, Field, Shape, Written};
use crate::limits;
use crate::nickel::embedded;
use crate::nickel::judge::{Contract, Judge};
use crate::secret::{self, Words};
use crate::wording::{self, Expected};
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment, SourceId, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Checks a whole configuration, and completes it with the defaults.
pub(super) fn cluster(
    data: Node,
    tags: BTreeSet<KeyPath>,
    sources: &mut Sources,
    found: &mut Findings,
) -> Option<Node> {
    let mut check = Check {
        files: [None; FILES.len()],
        found: Findings::default(),
        hidden: Vec::new(),
        judge: Judge::default(),
        tags,
        path: KeyPath::root(),
        deepest: limits::held().depth,
        sources,
    };
    let tree = check.node(&[&CLUSTER], data, Speaker::User);
    let Check { found: refused, hidden, .. } = check;
    // Messages may repeat a secret until here; its text is covered once all of them are made.
    for span in hidden {
        sources.hide_later(span);
    }
    found.extend(refused);
    tree
}

/// Who says a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaker {
    /// The user: it has to be accepted, and a null removes the key's default.
    User,
    /// The user, within a list, where a null removes nothing.
    UserInList,
    /// A contract: it is accepted, and a null is a value like any other.
    Contract,
}

/// A tree in the making.
struct Check<'a> {
    sources: &'a mut Sources,
    /// The contracts' files that are among the sources already.
    files: [Option<SourceId>; FILES.len()],
    found: Findings,
    /// The texts of rejected values that are secret.
    hidden: Vec<Span>,
    judge: Judge,
    /// Where tags stand, which are texts in the data.
    tags: BTreeSet<KeyPath>,
    path: KeyPath,
    deepest: usize,
}

/// The places of a value that is rejected.
#[derive(Debug, Clone, Copy)]
struct Places {
    key: Option<Span>,
    value: Option<Span>,
}

impl Places {
    fn of(node: &Node) -> Self {
        Self { key: node.key_span, value: node.span }
    }
}

impl Check<'_> {
    /// The value that becomes of `node` under all of `shapes`; none if one of them rejects it.
    fn node(&mut self, shapes: &[&'static Shape], mut node: Node, said_by: Speaker) -> Option<Node> {
        if self.path.segments().len() > self.deepest {
            let places = Places::of(&node);
            self.refuse(wording::too_deep(), places);
            return None;
        }
        if node.span.is_none() && node.key_span.is_none() {
            node.origin = Origin::Default;
        }
        if said_by != Speaker::Contract {
            whole(&mut node.value);
            for shape in shapes {
                if !self.accepts(shape, &node) {
                    return None;
                }
            }
        }
        match std::mem::replace(&mut node.value, Value::Null) {
            Value::Record(entries) => {
                let around = Places::of(&node);
                let entries = self.record(shapes, entries, said_by, around);
                if entries.values().any(|entry| entry.origin == Origin::User) {
                    node.origin = Origin::User;
                }
                node.value = Value::Record(entries);
            }
            Value::List(items) => {
                let inner: Vec<&'static Shape> = shapes.iter().filter_map(|shape| item(shape)).collect();
                let said_by = if said_by == Speaker::User { Speaker::UserInList } else { said_by };
                let mut kept = Vec::with_capacity(items.len());
                for (index, item) in items.into_iter().enumerate() {
                    self.path.push(Segment::Index(index));
                    kept.extend(self.node(&inner, item, said_by));
                    self.path.pop();
                }
                node.value = Value::List(kept);
            }
            single => node.value = single,
        }
        Some(node)
    }

    /// Whether a shape accepts a value, apart from its contents; reports mistakes.
    fn accepts(&mut self, shape: &'static Shape, node: &Node) -> bool {
        let expected = match (shape, &node.value) {
            (Shape::Nullable(inner), value) if *value != Value::Null => return self.accepts(inner, node),
            (Shape::Nullable(_), _)
            | (Shape::Record { .. } | Shape::Map(_), Value::Record(_))
            | (Shape::List(_), Value::List(_))
            | (Shape::Keyed { .. }, Value::List(_) | Value::Record(_))
            | (Shape::TextOrRecord(_), Value::Text(_) | Value::Record(_)) => return true,
            (Shape::OneOf(choices), Value::Text(text)) if choices.contains(&text.as_str()) => return true,
            (Shape::Leaf(leaf), value) if leaf.facts().accept(value) && !self.is_tag() => return true,
            (Shape::Record { .. } | Shape::Map(_), _) => Expected::Record,
            (Shape::List(_), _) => Expected::List,
            (Shape::Leaf(leaf), _) => match leaf.contract() {
                Some(contract) => return self.judged(Contract::Named(contract), node),
                None if leaf.facts().switch => Expected::Switch,
                None => Expected::Text,
            },
            (Shape::OneOf(choices), _) => return self.judged(Contract::OneOf(choices), node),
            (Shape::Keyed { contract, .. } | Shape::TextOrRecord(contract), _) => {
                return self.judged(Contract::Named(*contract), node);
            }
        };
        let written = node.span.map(|span| self.sources.slice(span).to_owned());
        self.refuse(wording::wrong_type(expected, Some(&node.value), written.as_deref()), Places::of(node));
        false
    }

    /// Whether a contract accepts a value; reports its message.
    fn judged(&mut self, contract: Contract, node: &Node) -> bool {
        let is_tag = self.is_tag();
        let mut findings = self.judge.explained(contract, &self.path, (node, is_tag), self.sources);
        if let (Contract::OneOf(choices), Value::Text(text)) = (contract, &node.value) {
            for finding in findings.iter_mut().filter(|finding| finding.advice.is_empty()) {
                finding.advice.extend(wording::nearest_choice(text, choices, &self.path));
            }
        }
        let accepted = findings.is_empty();
        for diagnostic in findings {
            self.tell(diagnostic, Places::of(node));
        }
        accepted
    }

    /// Whether a tag is at the current path.
    fn is_tag(&self) -> bool {
        !self.tags.is_empty() && self.tags.contains(&self.path)
    }

    /// Reports what is wrong with the value at the current path.
    fn refuse(&mut self, finding: Diagnostic, places: Places) {
        let users = |span: &Span| self.sources.is_users(*span);
        let value = places.value.filter(users).filter(|span| !span.range().is_empty());
        let span = value.or(places.key.filter(users));
        self.tell(finding.at(&self.path).span(span), places);
    }

    /// Reports what is wrong, without the value if that is a secret.
    fn tell(&mut self, finding: Diagnostic, places: Places) {
        if !finding.path.as_ref().is_some_and(secret::is_secret) {
            self.found.push(finding);
            return;
        }
        // A list of an assignment stands where its key does, which is no secret.
        let value = places.value.filter(|span| places.key != Some(*span));
        self.found.extend(secret::without_value(vec![finding], value, Words::Own, self.sources));
        self.hidden.extend(value);
    }

    fn record(
        &mut self,
        shapes: &[&'static Shape],
        entries: BTreeMap<String, Node>,
        said_by: Speaker,
        around: Places,
    ) -> BTreeMap<String, Node> {
        let parts: Vec<RecordPart> = shapes.iter().filter_map(|shape| as_record(shape)).collect();
        // Almost always there is one: the keys of both sides stand in their order, and are gone through side by side.
        if let [RecordPart::Fields(fields, open)] = parts[..] {
            return self.fields(fields, open, entries, said_by, around);
        }
        let mut filled = BTreeMap::new();
        let (mut without, mut refused, mut unknown) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for (key, node) in entries {
            self.path.push(Segment::Key(key.clone()));
            let mut inner = Vec::new();
            if parts.iter().all(|part| part.below(&key, &mut inner)) {
                if self.is_named(&parts, &key, &node) {
                    match self.entry(&inner, node, said_by) {
                        Entry::Value(node) => drop(filled.insert(key, node)),
                        Entry::Null if said_by == Speaker::User => drop(without.insert(key)),
                        Entry::Null | Entry::Refused => drop(refused.insert(key)),
                    }
                } else {
                    refused.insert(key);
                }
            } else {
                unknown.push((key, Places::of(&node)));
            }
            self.path.pop();
        }
        for part in &parts {
            let RecordPart::Fields(fields, _) = part else { continue };
            for field in *fields {
                if filled.contains_key(field.name) || without.contains(field.name) {
                    continue;
                }
                let mut inner = Vec::new();
                for part in &parts {
                    part.below(field.name, &mut inner);
                }
                // What is refused is there, so it is not missing.
                let said_by = if refused.contains(field.name) { Speaker::Contract } else { said_by };
                if let Some(node) = self.default(field, &inner, said_by, around) {
                    filled.insert(field.name.to_owned(), node);
                }
            }
        }
        if !unknown.is_empty() {
            let mut known: BTreeSet<&str> = filled.keys().map(String::as_str).collect();
            for name in parts.iter().flat_map(RecordPart::names) {
                known.insert(name);
            }
            self.unknown(unknown, &known);
        }
        filled
    }

    /// A record under one shape.
    fn fields(
        &mut self,
        fields: &'static [Field],
        open: bool,
        entries: BTreeMap<String, Node>,
        said_by: Speaker,
        around: Places,
    ) -> BTreeMap<String, Node> {
        let mut filled = Vec::with_capacity(fields.len().max(entries.len()));
        let mut unknown = Vec::new();
        let mut rest = fields.iter().peekable();
        for (key, node) in entries {
            while let Some(field) = rest.next_if(|field| field.name < key.as_str()) {
                filled.extend(self.absent(field, said_by, around));
            }
            let field = rest.next_if(|field| field.name == key);
            if field.is_none() && !open {
                unknown.push((key, Places::of(&node)));
                continue;
            }
            let inner: Vec<&'static Shape> = field.iter().flat_map(|field| field.shapes).collect();
            self.path.push(Segment::Key(key.clone()));
            let entry = self.entry(&inner, node, said_by);
            self.path.pop();
            match (entry, field) {
                (Entry::Value(node), _) => filled.push((key, node)),
                (Entry::Null, _) if said_by == Speaker::User => {}
                // Its default takes the place of what is refused, and of a null in a list.
                (_, Some(field)) => filled.extend(self.absent(field, Speaker::Contract, around)),
                _ => {}
            }
        }
        for field in rest {
            filled.extend(self.absent(field, said_by, around));
        }
        if !unknown.is_empty() {
            let known = fields.iter().map(|field| field.name).collect();
            self.unknown(unknown, &known);
        }
        // They are in their order already, so that the map is made without a search.
        filled.into_iter().collect()
    }

    /// What holds at a key that is not there, with its name.
    fn absent(&mut self, field: &'static Field, said_by: Speaker, around: Places) -> Option<(String, Node)> {
        let inner: Vec<&'static Shape> = field.shapes.iter().collect();
        Some((field.name.to_owned(), self.default(field, &inner, said_by, around)?))
    }

    fn unknown(&mut self, unknown: Vec<(String, Places)>, known: &BTreeSet<&str>) {
        for (key, places) in unknown {
            let names = known.iter().map(|&name| name.to_owned()).collect();
            let finding = wording::unknown_key(&key, names);
            self.path.push(Segment::Key(key));
            let span = places.key.filter(|span| self.sources.is_users(*span));
            self.tell(finding.at(&self.path).span(span), places);
            self.path.pop();
        }
    }

    /// Whether a key may be the name of an entry of a map by name.
    fn is_named(&mut self, parts: &[RecordPart], key: &str, node: &Node) -> bool {
        parts.iter().all(|part| {
            let RecordPart::Map(_, Some((names, contract))) = part else { return true };
            if names.facts().accept(&Value::Text(key.to_owned())) {
                return true;
            }
            let entry = Node { value: Value::Record(BTreeMap::new()), ..node.clone() };
            let around = Node::bare(Value::Record(BTreeMap::from([(key.to_owned(), entry)])));
            let findings = self.judge.explained(
                Contract::Named(*contract),
                &self.path.parent(),
                (&around, false),
                self.sources,
            );
            let accepted = findings.is_empty();
            for diagnostic in findings {
                self.tell(diagnostic, Places::of(node));
            }
            accepted
        })
    }

    /// What becomes of a key's value.
    fn entry(&mut self, shapes: &[&'static Shape], node: Node, said_by: Speaker) -> Entry {
        // What an evaluation has merged in from the defaults is a contract's word.
        let said_by = if self.is_contracts(&node) { Speaker::Contract } else { said_by };
        if node.value == Value::Null && said_by != Speaker::Contract {
            return Entry::Null;
        }
        self.node(shapes, node, said_by).map_or(Entry::Refused, Entry::Value)
    }

    /// Whether a single value or list is written in a contract.
    fn is_contracts(&self, node: &Node) -> bool {
        let name = |span: Span| self.sources.get(span.source).name.as_str();
        node.origin == Origin::Default
            && node.as_record().is_none()
            && node.span.is_some_and(|span| name(span).starts_with(embedded::CONTRACTS))
    }

    /// The value of a key that nobody has set, if any. A missing required key is reported.
    fn default(
        &mut self,
        field: &'static Field,
        shapes: &[&'static Shape],
        said_by: Speaker,
        around: Places,
    ) -> Option<Node> {
        let Some(default) = &field.default else {
            if !field.optional && said_by != Speaker::Contract {
                self.path.push(Segment::Key(field.name.to_owned()));
                self.refuse(wording::missing(field.name), Places { key: None, ..around });
                self.path.pop();
            }
            return None;
        };
        let node = self.written(default);
        // A single value of a contract's is accepted, whatever holds there.
        if !matches!(node.value, Value::Record(_) | Value::List(_)) {
            return Some(node);
        }
        self.path.push(Segment::Key(field.name.to_owned()));
        let node = self.node(shapes, node, Speaker::Contract);
        self.path.pop();
        node
    }

    /// A default as data.
    fn written(&mut self, default: &Default) -> Node {
        let value = match &default.value {
            Written::Null => Value::Null,
            Written::Bool(truth) => Value::Bool(*truth),
            Written::Integer(whole) => Value::Number(Number::Integer(*whole)),
            Written::Decimal(decimal) => Value::Number(Number::Decimal(*decimal)),
            Written::Text(text) => Value::Text((*text).to_owned()),
            Written::List(items) => Value::List(items.iter().map(|item| self.written(item)).collect()),
            Written::Record(entries) => Value::Record(
                entries.iter().map(|(key, entry)| ((*key).to_owned(), self.written(entry))).collect(),
            ),
        };
        let span = default.place.map(|(file, start, end)| {
            Span::new(self.source(usize::from(file)), start as usize..end as usize)
        });
        Node { value, span, key_span: None, origin: Origin::Default }
    }

    fn source(&mut self, file: usize) -> SourceId {
        *self.files[file].get_or_insert_with(|| embedded::add_embedded(FILES[file], self.sources))
    }
}

/// Makes a number that is written with a dot and is whole a whole number.
fn whole(value: &mut Value) {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if let Value::Number(number) = value
        && let Number::Decimal(decimal) = *number
        && decimal.fract() == 0.0
        && decimal.abs() <= LARGEST
    {
        #[allow(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
        let exact = decimal as i64;
        *number = Number::Integer(exact);
    }
}

/// What becomes of a key's value.
enum Entry {
    /// It removes the key's default.
    Null,
    /// It is rejected.
    Refused,
    /// This.
    Value(Node),
}
