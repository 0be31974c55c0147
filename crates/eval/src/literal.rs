//! Nickel that is data as it is written: a record of literals, read off its syntax alone. Most files that people write are
//! such, and neither the evaluator nor its standard library is touched for them.
//!
//! It knows literals, paths of keys, and `let pulsar = import "pulsar.ncl" in ... | pulsar.Cluster` around them. All else
//! is for the evaluator, and so is everything that is wrong: no finding is made here.

use crate::engine::{self, Plain};
use crate::layers::NickelLayer;
use crate::{limits, progress, walk};
use nickel_lang_core::ast::pattern::PatternData;
use nickel_lang_core::ast::primop::PrimOp;
use nickel_lang_core::ast::record::{FieldDef, FieldPathElem, Record};
use nickel_lang_core::ast::typ::Type;
use nickel_lang_core::ast::{Ast, AstAlloc, Import, InputFormat, Node as Written, StringChunk};
use nickel_lang_core::identifier::{Ident, LocIdent};
use nickel_lang_core::parser::lexer::Lexer;
use nickel_lang_core::parser::{ErrorTolerantParser, TermParser};
use nickel_lang_core::position::TermPos;
use nickel_lang_core::typ::TypeF;
use pulsarc_diag::{KeyPath, Segment, SourceId, Sources, Span};
use pulsarc_model::{Node, Origin, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ffi::OsStr;

/// The file of the library that hands out the contract of a cluster, and the contract's name in it.
const HANDED_OUT: (&str, &str) = ("pulsar.ncl", "Cluster");

/// Reads a layer off its syntax, where that says it all.
pub(crate) fn read(layer: &NickelLayer, sources: &mut Sources) -> Option<Plain> {
    let plain = attempted(layer, sources);
    if plain.is_none() {
        // Whoever evaluates it calls its file something else.
        progress::begun();
    }
    plain
}

fn attempted(layer: &NickelLayer, sources: &mut Sources) -> Option<Plain> {
    let mut texts = engine::texts_with(HANDED_OUT.0);
    let (id, imports) = engine::imports_of(&mut texts, layer, sources);
    // A user's file is evaluated, whatever it is called.
    if !imports.refused.is_empty() || imports.computes || imports.looked_for.values().any(Option::is_some) {
        return None;
    }
    progress::file(id, &layer.name, texts.clone_source(id));
    let text = &sources.get(layer.source).text;
    let alloc = AstAlloc::new();
    let written = TermParser::new().parse_strict(&alloc, id, Lexer::new(text)).ok()?;
    let mut reading = Reading {
        source: layer.source,
        library: Vec::new(),
        path: KeyPath::root(),
        deepest: limits::held().depth,
        tags: Vec::new(),
    };
    let node = reading.cluster(&written)?;
    for (path, text) in imports.looked_for {
        sources.add_import(path, text);
    }
    Some(Plain { node, tags: reading.tags, defaults: Vec::new() })
}

/// A reading of one text.
struct Reading {
    source: SourceId,
    /// What the library is called in it.
    library: Vec<Ident>,
    path: KeyPath,
    deepest: usize,
    tags: Vec<KeyPath>,
}

impl Reading {
    /// The whole, without the library and the contract that stand around it.
    fn cluster(&mut self, ast: &Ast<'_>) -> Option<Node> {
        match &ast.node {
            Written::Let { bindings, body, .. } => {
                for binding in *bindings {
                    let PatternData::Any(name) = &binding.pattern.data else { return None };
                    if !binding.metadata.annotation.is_empty() || !is_library(&binding.value) {
                        return None;
                    }
                    self.library.push(name.ident());
                }
                self.cluster(body)
            }
            Written::Annotated { annot, inner } => {
                let is_stated =
                    annot.typ.is_none() && annot.contracts.iter().all(|typ| self.is_contract(typ));
                if is_stated { self.cluster(inner) } else { None }
            }
            Written::Record(_) => self.value(ast),
            _ => None,
        }
    }

    /// Whether this is the library's contract of a cluster: it is applied anyway.
    fn is_contract(&self, typ: &Type<'_>) -> bool {
        let TypeF::Contract(Ast { node: Written::PrimOpApp { op, args: [of] }, .. }) = &typ.typ else {
            return false;
        };
        let (PrimOp::RecordStatAccess(name), Written::Var(of)) = (op, &of.node) else { return false };
        name.label() == HANDED_OUT.1 && self.library.contains(&of.ident())
    }

    fn value(&mut self, ast: &Ast<'_>) -> Option<Node> {
        if self.path.segments().len() > self.deepest {
            return None;
        }
        let value = match &ast.node {
            Written::Null => Value::Null,
            Written::Bool(truth) => Value::Bool(*truth),
            Written::Number(number) => Value::Number(walk::exact(number)),
            Written::String(text) => Value::Text((*text).to_owned()),
            Written::StringChunks(chunks) => Value::Text(StringChunk::try_chunks_as_static_str(*chunks)?),
            Written::EnumVariant { tag, arg: None } => {
                self.tags.push(self.path.clone());
                Value::Text(tag.label().to_owned())
            }
            Written::Array(items) => {
                let items = items.iter().enumerate().map(|(index, item)| {
                    self.path.push(Segment::Index(index));
                    let item = self.value(item);
                    self.path.pop();
                    item
                });
                Value::List(items.collect::<Option<_>>()?)
            }
            Written::Record(record) => Value::Record(self.record(record)?),
            _ => return None,
        };
        Some(self.node(value, ast.pos))
    }

    fn record(&mut self, record: &Record<'_>) -> Option<BTreeMap<String, Node>> {
        if record.open || !record.includes.is_empty() {
            return None;
        }
        let mut entries = BTreeMap::new();
        for definition in record.field_defs {
            let (key, node) = self.definition(definition)?;
            add(&mut entries, key.label(), node)?;
        }
        Some(entries)
    }

    /// A key's first step, and what stands there: `a.b.c = 1` is a record in a record.
    fn definition(&mut self, definition: &FieldDef<'_>) -> Option<(LocIdent, Node)> {
        if !definition.metadata.is_empty() {
            return None;
        }
        let keys = definition.path.iter().map(FieldPathElem::try_as_ident);
        let keys: Vec<LocIdent> = keys.collect::<Option<_>>()?;
        for key in &keys {
            self.path.push(Segment::Key(key.label().to_owned()));
        }
        let value = definition.value.as_ref();
        let node = value.and_then(|value| self.value(value));
        for _ in &keys {
            self.path.pop();
        }
        let (first, further) = keys.split_first()?;
        let mut pos = value?.pos;
        let mut node = node?;
        for key in further.iter().rev() {
            node.key_span = self.span(key.pos);
            pos = pos.fuse(key.pos);
            node = self.node(Value::Record(BTreeMap::from([(key.label().to_owned(), node)])), pos);
        }
        node.key_span = self.span(first.pos);
        Some((*first, node))
    }

    fn node(&self, value: Value, pos: TermPos) -> Node {
        Node { value, span: self.span(pos), key_span: None, origin: Origin::User }
    }

    fn span(&self, pos: TermPos) -> Option<Span> {
        let span = pos.into_opt()?;
        Some(Span::new(self.source, span.start.to_usize()..span.end.to_usize()))
    }
}

/// Whether this is pulsarc's own library.
fn is_library(ast: &Ast<'_>) -> bool {
    matches!(
        &ast.node,
        Written::Import(Import::Path { path, format: InputFormat::Nickel }) if *path == OsStr::new(HANDED_OUT.0)
    )
}

/// Adds a part of a record; parts of one key are merged where they are records.
fn add(entries: &mut BTreeMap<String, Node>, key: &str, node: Node) -> Option<()> {
    match entries.entry(key.to_owned()) {
        Entry::Vacant(free) => {
            free.insert(node);
        }
        Entry::Occupied(mut there) => {
            let there = there.get_mut();
            let (Value::Record(below), Value::Record(more)) = (&mut there.value, node.value) else {
                return None;
            };
            // What is made of two parts stands nowhere, and an empty one is no part.
            match (below.is_empty(), more.is_empty()) {
                (true, _) => there.span = node.span,
                (false, true) => {}
                (false, false) => there.span = None,
            }
            for (key, node) in more {
                add(below, &key, node)?;
            }
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::{Path, PathBuf};

    fn layer(text: &str, folder: &Path) -> (NickelLayer, Sources) {
        let mut sources = Sources::default();
        let source = sources.add("cluster.ncl", text.to_owned());
        (NickelLayer { source, folder: folder.to_owned(), name: "cluster.ncl".to_owned() }, sources)
    }

    fn literal(text: &str, folder: &Path) -> Option<Plain> {
        let (layer, mut sources) = layer(text, folder);
        read(&layer, &mut sources)
    }

    /// Whether a text is literal. Where it is, the evaluator makes the same of it, to the place.
    fn is_literal(text: &str, folder: &Path) -> bool {
        let Some(read) = literal(text, folder) else { return false };
        let (layer, mut sources) = layer(text, folder);
        let evaluated = engine::plain(&layer, &mut sources);
        let Some(mut evaluated) = evaluated else { panic!("the evaluator makes nothing of {text}") };
        assert_eq!(read.node, evaluated.node, "{text}");
        evaluated.tags.sort();
        let mut tags = read.tags;
        tags.sort();
        assert_eq!(tags, evaluated.tags, "{text}");
        assert!(evaluated.defaults.is_empty(), "{text}");
        true
    }

    const LITERAL: [&str; 16] = [
        "{}",
        "{ a = 1 }",
        "{ a = 1.5, b = 0.1, c = 12345678901234567890, d = 1e3, e = true, f = null }",
        "{ a = \"b\", \"c.d\" = \"e\\n\", f = \"\" }",
        "{\n  a = m%\"\n    b\n      c\n  \"%,\n}",
        "{ a = 'B, b.c = ['D, \"e\"] }",
        "{ a = [], b = {}, c = [1, [2, { d = 3 }]] }",
        "{ a.b.c = 1 }",
        "{ a.\"b c\".d = [1] }",
        "{ a.b.c = 1, a.b.d = 2, a.e = 3 }",
        "{ a.b = 1, c = 2, a.d = { e = 3 } }",
        "{ a = { b = 1 }, a = { c = 2 } }",
        "{ a = { b = 1 }, a.c = 2, a.d.e = 3 }",
        "({ a = (1) })",
        "let pulsar = import \"pulsar.ncl\" in { a.b = 1 } | pulsar.Cluster",
        "# What it is.\nlet p = import \"pulsar.ncl\" in\n({\n  # Why.\n  a = 1,\n} | p.Cluster)",
    ];

    const MORE: [&str; 16] = [
        "1",
        "{ a = 1, a = 2 }",
        "{ a = { b = 1 }, a = 2 }",
        "{ a | default = 1 }",
        "{ a | Number = 1 }",
        "{ a | doc \"b\" = 1 }",
        "{ a }",
        "{ a = 1, .. }",
        "{ a = 1 + 1 }",
        "{ a = 1, b = a }",
        "{ a = \"%{\"b\"}\" }",
        "{ \"%{\"b\"}\" = 1 }",
        "{ a = 'B 1 }",
        "{ a = 1 } & { b = 2 }",
        "{ a = 1",
        "let pulsar = import \"pulsar.ncl\" in { a = 1 } | pulsar.Fleet",
    ];

    #[test]
    fn literals_are_read_as_they_are_evaluated() {
        let nowhere = PathBuf::from("/nowhere");
        let not: Vec<&str> = LITERAL.into_iter().filter(|text| !is_literal(text, &nowhere)).collect();
        assert!(not.is_empty(), "these are literal: {not:#?}");
        let literal: Vec<&str> = MORE.into_iter().filter(|text| is_literal(text, &nowhere)).collect();
        assert!(literal.is_empty(), "these are not literal: {literal:#?}");
    }

    #[test]
    fn a_file_of_the_users_is_not_taken_for_the_library() {
        let folder = tempfile::tempdir().expect("there is room");
        let text = "let pulsar = import \"pulsar.ncl\" in { a = 1 } | pulsar.Cluster";
        assert!(is_literal(text, folder.path()));
        std::fs::write(folder.path().join("pulsar.ncl"), "{ Cluster = { a = 2 } }").expect("it is written");
        assert!(literal(text, folder.path()).is_none());
    }

    fn some_value() -> impl proptest::strategy::Strategy<Value = String> {
        use proptest::prelude::*;
        let single = prop_oneof![
            "[0-9]{1,12}",
            "[0-9]{1,3}\\.[0-9]{1,6}",
            "\"[a-z%{$ .:/-]{0,9}\"",
            "'[A-Za-z]{1,6}",
            "m%\"[a-z\n \"{%]{0,9}\"%",
            "true|false|null|\\{\\}|\\[\\]|-[0-9]",
        ];
        single.prop_recursive(4, 24, 4, |inner| {
            let entry = ("([a-d]|\"[a-d ]\")(\\.([a-d]|\"[a-d]\")){0,2}", inner.clone());
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4)
                    .prop_map(|items| format!("[{}]", items.join(", "))),
                proptest::collection::vec(entry, 0..5).prop_map(|entries| {
                    let entries = entries.into_iter().map(|(key, value)| format!("{key} = {value}"));
                    format!("{{\n {} }}", entries.collect::<Vec<_>>().join(",\n "))
                }),
            ]
        })
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(if cfg!(debug_assertions) { 256 } else { 4096 }))]

        /// Whatever is read off the syntax, the evaluator makes the same of.
        #[test]
        fn anything_literal_is_read_as_it_is_evaluated(value in some_value()) {
            is_literal(&format!("{{ all = {value} }}"), Path::new("/nowhere"));
        }
    }
}
