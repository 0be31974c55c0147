//! Plain data as Nickel values, each part at its place, and back.

use crate::nickel::below::Below;
use crate::nickel::engine::Engine;
use crate::nickel::places::Places;
use crate::nickel::walk::{self, Walked};
use nickel_lang_core::cache::{InputFormat, SourcePath};
use nickel_lang_core::eval::value::{Array, NickelValue};
use nickel_lang_core::identifier::LocIdent;
use nickel_lang_core::label::Label;
use nickel_lang_core::position::{PosIdx, RawSpan, TermPos};
use nickel_lang_core::term::record::{Field, FieldMetadata, RecordData};
use nickel_lang_core::term::{BinaryOp, MergePriority, Number as NickelNumber, Term, make};
use pulsarc_diag::{KeyPath, Segment, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use std::collections::BTreeMap;
use std::path::PathBuf;

impl Engine {
    /// Defaults as a value that yields to every other, single values and lists each by itself. A record yields as a
    /// whole if `written` has something else in its place. What is written in `places` says the rest.
    pub(crate) fn weak(
        &mut self,
        node: &Node,
        written: Option<&Node>,
        path: &mut KeyPath,
        places: &Places,
        sources: &Sources,
    ) -> NickelValue {
        let pos = node.span.map_or(TermPos::None, |span| self.raw_span(span, sources).into());
        let pos = self.context.pos_table.push(pos);
        let Value::Record(entries) = &node.value else { return self.value(node, sources, Below::Nothing) };
        let fields = entries.iter().map(|(key, entry)| {
            let there = written.and_then(|node| node.as_record()?.get(key));
            let merges = entry.as_record().is_some() && there.is_none_or(|there| there.as_record().is_some());
            path.push(Segment::Key(key.clone()));
            let merges_like = places.priorities.get(path).filter(|_| there.is_some());
            let priority = match merges_like {
                // What reads it finds the default; the null is put back later.
                _ if places.nulls.contains_key(path) => MergePriority::Top,
                _ if !merges => MergePriority::Bottom,
                Some(priority) => priority.clone(),
                None => MergePriority::default(),
            };
            let metadata = FieldMetadata { priority, ..FieldMetadata::default() };
            let pos = places.keys.get(path).map_or(TermPos::None, |key| TermPos::from(*key));
            let value = Some(self.weak(entry, there, path, places, sources));
            path.pop();
            (LocIdent::new(key).with_pos(pos), Field { value, metadata: metadata.into(), ..Field::default() })
        });
        let fields = fields.collect();
        closurized(NickelValue::record(RecordData { fields, ..RecordData::default() }, pos), pos)
    }

    /// Data as a value, each part at its place. Over Nickel, each leaf says that it wins.
    pub(crate) fn value(&mut self, node: &Node, sources: &Sources, below: Below<'_>) -> NickelValue {
        let pos = node.span.map_or(TermPos::None, |span| self.raw_span(span, sources).into());
        let pos = self.context.pos_table.push(pos);
        match &node.value {
            Value::Null => NickelValue::null().with_pos_idx(pos),
            Value::Bool(truth) => NickelValue::bool_value(*truth, pos),
            Value::Number(Number::Integer(number)) => NickelValue::number(NickelNumber::from(*number), pos),
            Value::Number(Number::Decimal(number)) => {
                NickelValue::number(NickelNumber::try_from_float_simplest(*number).unwrap_or_default(), pos)
            }
            Value::Text(text) => NickelValue::string(text.as_str(), pos),
            Value::List(items) => {
                let inside = if matches!(below, Below::Import) { below } else { Below::Nothing };
                let items: Array = items.iter().map(|item| self.value(item, sources, inside)).collect();
                closurized(NickelValue::array(items, Vec::new(), pos), pos)
            }
            Value::Record(entries) => {
                let fields = entries.iter().map(|(key, entry)| {
                    let key_pos =
                        entry.key_span.map_or(TermPos::None, |span| self.raw_span(span, sources).into());
                    let below = below.at(key);
                    let priority = below.priority(&entry.value);
                    let metadata = FieldMetadata { priority, ..FieldMetadata::default() };
                    // A null stands for its key alone: the key is checked, the default is taken out later.
                    let is_value = entry.value != Value::Null || matches!(below, Below::Import);
                    let value = is_value.then(|| self.value(entry, sources, below));
                    (
                        LocIdent::new(key).with_pos(key_pos),
                        Field { value, metadata: metadata.into(), ..Field::default() },
                    )
                });
                let fields = fields.collect();
                closurized(NickelValue::record(RecordData { fields, ..RecordData::default() }, pos), pos)
            }
        }
    }

    pub(crate) fn raw_span(&mut self, span: Span, sources: &Sources) -> RawSpan {
        let id = *self.files.entry(span.source).or_insert_with(|| {
            let source = sources.get(span.source);
            let path = SourcePath::Path(PathBuf::from(format!("<{}>", source.name)), InputFormat::Yaml);
            let id = self.context.import_resolver.sources.add_string(path, source.text.clone().into_owned());
            self.known.insert(id, span.source);
            id
        });
        let range =
            self.mended.get(&id).map_or_else(|| span.range(), |mended| mended.repaired(&span.range()));
        RawSpan::from_range(id, range)
    }

    /// A walked value as plain data with its places.
    pub(crate) fn node(&mut self, walked: Walked, sources: &mut Sources) -> Node {
        let span = self.place(sources).of(walked.pos);
        let key_span =
            walked.key.map(|key| self.place(sources).of_raw(key)).filter(|span| sources.is_users(*span));
        let value = match walked.value {
            walk::Content::Plain(value) => value,
            walk::Content::List(items) => {
                Value::List(items.into_iter().map(|item| self.node(item, sources)).collect())
            }
            walk::Content::Record(entries) => Value::Record(
                entries
                    .into_iter()
                    .map(|(key, entry)| (key, self.node(entry, sources)))
                    .collect::<BTreeMap<_, _>>(),
            ),
        };
        let users = key_span.is_some() || span.is_some_and(|span| sources.is_users(span));
        Node { value, span, key_span, origin: if users { Origin::User } else { Origin::Default } }
    }
}

/// A walked value as plain data only.
pub(crate) fn without_places(walked: Walked) -> Node {
    Node::bare(match walked.value {
        walk::Content::Plain(value) => value,
        walk::Content::List(items) => Value::List(items.into_iter().map(without_places).collect()),
        walk::Content::Record(entries) => {
            Value::Record(entries.into_iter().map(|(key, entry)| (key, without_places(entry))).collect())
        }
    })
}

/// A record or list as Nickel expects it from its parser: its parts become lazy at the first evaluation.
fn closurized(container: NickelValue, pos: PosIdx) -> NickelValue {
    NickelValue::term(Term::Closurize(container), pos)
}

/// Two values, merged as `&` merges them.
pub(crate) fn merged(base: NickelValue, over: NickelValue) -> NickelValue {
    let label = Label { span: base.pos_idx(), ..Label::default() };
    make::op2(BinaryOp::Merge(label.into()), base, over)
}
