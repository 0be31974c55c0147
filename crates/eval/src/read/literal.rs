//! Literal Nickel: a record of literals, parsed from its tokens. Most files that people write are literal, and need
//! neither the parser of the whole language nor the evaluator and its standard library.
//!
//! It knows literals, key paths, and `let pulsar = import "pulsar.ncl" in ... | pulsar.Cluster` around them.
//! Everything else goes to the evaluator, including all mistakes: this module reports nothing. Nickel's own lexer
//! produces the tokens.

use crate::limits;
use crate::nickel::cluster::Plain;
use crate::nickel::engine;
use crate::nickel::{progress, walk};
use crate::read::layers::NickelLayer;
use nickel_lang_core::parser::lexer::{Lexer, NormalToken, StringToken, Token};
use pulsarc_diag::{KeyPath, Segment, SourceId, Sources, Span};
use pulsarc_model::{Node, Origin, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::iter::Peekable;
use std::ops::Range;

/// The file of the library that hands out the contract of a cluster, and the contract's name in it.
const HANDED_OUT: (&str, &str) = ("pulsar.ncl", "Cluster");

/// Reads a layer from its tokens, if they suffice.
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
    let (id, path) = engine::added(&mut texts, layer, sources);
    progress::file(id, &layer.name, texts.source(id));
    let mut reading = Reading {
        words: Lexer::new(&sources.get(layer.source).text).peekable(),
        source: layer.source,
        library: Vec::new(),
        path: KeyPath::root(),
        deepest: limits::held().depth,
        tags: Vec::new(),
    };
    let node = reading.cluster()?;
    if reading.words.next().is_some() {
        return None;
    }
    let (imports_library, tags) = (!reading.library.is_empty(), reading.tags);
    // Only now is anything looked for: of a text that is more than literal, whoever evaluates it reads the imports.
    if imports_library {
        let imports = engine::imports_of(&mut texts, id, &path, layer.folder.open(), &|_| None);
        // A user's file is evaluated, whatever it is called.
        if !imports.refused.is_empty() || imports.looked_for.values().any(Option::is_some) {
            return None;
        }
        for (path, text) in imports.looked_for {
            sources.add_import(path, text);
        }
    }
    Some(Plain { node, tags, defaults: Vec::new() })
}

/// A parser of one text. Each of its steps returns `None` if the text is more than literal, or wrong.
struct Reading<'t> {
    words: Peekable<Lexer<'t>>,
    source: SourceId,
    /// What the library is called in it.
    library: Vec<&'t str>,
    path: KeyPath,
    deepest: usize,
    tags: Vec<KeyPath>,
}

impl<'t> Reading<'t> {
    /// The whole, without the library and the contract that stand around it.
    fn cluster(&mut self) -> Option<Node> {
        if self.takes(&NormalToken::Let) {
            let name = self.name()?;
            self.expect(&NormalToken::Equals)?;
            self.expect(&NormalToken::Import)?;
            self.expect(&NormalToken::DoubleQuote)?;
            if self.text()?.0 != HANDED_OUT.0 {
                return None;
            }
            self.expect(&NormalToken::In)?;
            self.library.push(name);
            return self.cluster();
        }
        let node = self.value().filter(|node| node.as_record().is_some())?;
        // The library's contract of a cluster is applied anyway.
        while self.takes(&NormalToken::Pipe) {
            let of = self.name()?;
            self.expect(&NormalToken::Dot)?;
            if !self.library.contains(&of) || self.name()? != HANDED_OUT.1 {
                return None;
            }
        }
        Some(node)
    }

    fn value(&mut self) -> Option<Node> {
        if self.path.segments().len() > self.deepest {
            return None;
        }
        let (start, word, mut end) = self.next()?;
        let value = match word {
            NormalToken::Null => Value::Null,
            NormalToken::True => Value::Bool(true),
            NormalToken::False => Value::Bool(false),
            NormalToken::DecNumLiteral(number) => Value::Number(walk::exact(&number)),
            // A text in single quotes, whose second quote Nickel takes for a part of the tag.
            NormalToken::RawEnumTag(tag) if tag.ends_with('\'') => return None,
            NormalToken::RawEnumTag(tag) => {
                self.tags.push(self.path.clone());
                Value::Text(tag.to_owned())
            }
            NormalToken::DoubleQuote => {
                let (text, at) = self.text()?;
                end = at;
                Value::Text(text)
            }
            NormalToken::LBracket => {
                let (items, at) = self.items()?;
                end = at;
                Value::List(items)
            }
            NormalToken::LBrace => {
                let (entries, at) = self.entries()?;
                end = at;
                Value::Record(entries)
            }
            NormalToken::LParen => {
                let inner = self.value()?;
                end = self.ends(&NormalToken::RParen)?;
                inner.value
            }
            _ => return None,
        };
        Some(self.node(value, start..end))
    }

    /// The items of a list, and where it ends.
    fn items(&mut self) -> Option<(Vec<Node>, usize)> {
        let mut items = Vec::new();
        loop {
            if let Some(end) = self.ends(&NormalToken::RBracket) {
                return Some((items, end));
            }
            self.path.push(Segment::Index(items.len()));
            let item = self.value()?;
            self.path.pop();
            items.push(item);
            if !self.takes(&NormalToken::Comma) {
                return Some((items, self.ends(&NormalToken::RBracket)?));
            }
        }
    }

    /// The entries of a record, and where it ends.
    fn entries(&mut self) -> Option<(BTreeMap<String, Node>, usize)> {
        let mut entries = BTreeMap::new();
        loop {
            if let Some(end) = self.ends(&NormalToken::RBrace) {
                return Some((entries, end));
            }
            let (key, node) = self.entry()?;
            add(&mut entries, &key, node)?;
            if !self.takes(&NormalToken::Comma) {
                return Some((entries, self.ends(&NormalToken::RBrace)?));
            }
        }
    }

    /// A key's first step, and what is there: `a.b.c = 1` is a record in a record.
    fn entry(&mut self) -> Option<(String, Node)> {
        let mut keys = vec![self.key()?];
        while self.takes(&NormalToken::Dot) {
            keys.push(self.key()?);
        }
        self.expect(&NormalToken::Equals)?;
        for (key, _) in &keys {
            self.path.push(Segment::Key(key.clone()));
        }
        let mut node = self.value()?;
        for _ in &keys {
            self.path.pop();
        }
        let (first, at) = keys.remove(0);
        for (key, at) in keys.into_iter().rev() {
            // It stands from its key to the end of what it holds.
            let whole = at.start..node.span?.range().end;
            node.key_span = Some(Span::new(self.source, at));
            node = self.node(Value::Record(BTreeMap::from([(key, node)])), whole);
        }
        node.key_span = Some(Span::new(self.source, at));
        Some((first, node))
    }

    /// One step of a path, and where it stands.
    fn key(&mut self) -> Option<(String, Range<usize>)> {
        match self.next()? {
            (start, NormalToken::Identifier(name), end) => Some((name.to_owned(), start..end)),
            (start, NormalToken::DoubleQuote, _) => self.text().map(|(text, end)| (text, start..end)),
            _ => None,
        }
    }

    /// A text after its first quote, without interpolation, and where it ends.
    fn text(&mut self) -> Option<(String, usize)> {
        let mut text = String::new();
        loop {
            match self.words.next()?.ok()? {
                (_, Token::Str(StringToken::Literal(part)), _) => text.push_str(&part),
                (_, Token::Str(StringToken::EscapedChar(sign)), _) => text.push(sign),
                (_, Token::Normal(NormalToken::DoubleQuote), end) => return Some((text, end)),
                _ => return None,
            }
        }
    }

    fn name(&mut self) -> Option<&'t str> {
        match self.next()? {
            (_, NormalToken::Identifier(name), _) => Some(name),
            _ => None,
        }
    }

    fn next(&mut self) -> Option<(usize, NormalToken<'t>, usize)> {
        match self.words.next()?.ok()? {
            (start, Token::Normal(word), end) => Some((start, word, end)),
            _ => None,
        }
    }

    /// Consumes a token if it comes next; returns where it ends.
    fn ends(&mut self, word: &NormalToken<'t>) -> Option<usize> {
        let is_it = |next: &Result<(usize, Token<'t>, usize), _>| matches!(next, Ok((_, Token::Normal(next), _)) if next == word);
        Some(self.words.next_if(is_it)?.ok()?.2)
    }

    fn takes(&mut self, word: &NormalToken<'t>) -> bool {
        self.ends(word).is_some()
    }

    fn expect(&mut self, word: &NormalToken<'t>) -> Option<()> {
        self.takes(word).then_some(())
    }

    fn node(&self, value: Value, at: Range<usize>) -> Node {
        Node { value, span: Some(Span::new(self.source, at)), key_span: None, origin: Origin::User }
    }
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
            // Of a key that both parts have, Nickel keeps the place in the part that has more keys.
            let later_keys = below.len() < more.len();
            for (key, node) in more {
                let key_span = node.key_span;
                add(below, &key, node)?;
                if let Some(there) = below.get_mut(&key).filter(|_| later_keys) {
                    there.key_span = key_span;
                }
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
        (NickelLayer { source, folder: folder.to_owned().into(), name: "cluster.ncl".to_owned() }, sources)
    }

    fn literal(text: &str, folder: &Path) -> Option<Plain> {
        let (layer, mut sources) = layer(text, folder);
        read(&layer, &mut sources)
    }

    /// Whether a text is literal. If so, the evaluator returns the same value with the same spans.
    fn is_literal(text: &str, folder: &Path) -> bool {
        let Some(read) = literal(text, folder) else { return false };
        let (layer, mut sources) = layer(text, folder);
        let evaluated = crate::nickel::cluster::plain(&layer, &mut sources);
        let Some(mut evaluated) = evaluated else { panic!("the evaluator makes nothing of {text}") };
        assert_eq!(read.node, evaluated.node, "{text}");
        evaluated.tags.sort();
        let mut tags = read.tags;
        tags.sort();
        assert_eq!(tags, evaluated.tags, "{text}");
        assert!(evaluated.defaults.is_empty(), "{text}");
        true
    }

    const LITERAL: [&str; 20] = [
        "{ a.c.d = 1, a = { c.b = 3, b = 4 } }",
        "{ a = { c.b = 3, b = 4 }, a.c.d = 1 }",
        "{ a.c.d = 1, a = { c = { b = 3, e = 4 }, b = 4 }, a = { g = {}, c = {}, f = 1 } }",
        "{ std.a = { std = 'Std } }",
        "{}",
        "{ a = 1 }",
        "{ a = 1.5, b = 0.1, c = 12345678901234567890, d = 1e3, e = true, f = null }",
        "{ a = \"b\", \"c.d\" = \"e\\n\", f = \"\" }",
        "{ a = \"\\\"b\\\\c\\t%d\\u{e9}\\x41\", \"é\\n\" = \"😀\", }",
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
        "# What it is.\nlet p = import \"pulsar.ncl\" in\n{\n  # Why.\n  a = (({ b = (1) })),\n} | p.Cluster\n# More.",
    ];

    const MORE: [&str; 18] = [
        "1",
        "{ a = m%\"b\"% }",
        "let p = import \"pulsar.ncl\" in ({ a = 1 } | p.Cluster)",
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
            "\\([0-9]\\)",
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

        /// Whatever is read from the syntax, the evaluator makes the same of.
        #[test]
        fn anything_literal_is_read_as_it_is_evaluated(value in some_value()) {
            is_literal(&format!("{{ all = {value} }}"), Path::new("/nowhere"));
        }
    }
}
