//! TOML with spans, as an import may be written in it.

use super::yaml::{Dialect, number};
use crate::codes::{OUT_OF_RANGE, SYNTAX};
use pulsarc_diag::{Diagnostic, Findings, SourceId, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use std::collections::BTreeMap;
use std::ops::Range;
use toml_edit::{Document, Item, Table, TableLike, Value as Written};

/// Reads a document; `None` if it cannot be read, with the reason among the findings.
pub(crate) fn read(source: SourceId, sources: &Sources, found: &mut Findings) -> Option<Node> {
    let text = sources.get(source).text.as_ref();
    match text.parse::<Document<String>>() {
        Ok(document) => {
            let mut reader = Reader { source, text, found };
            let mut root = reader.table(document.as_table());
            root.span = Some(Span::new(source, 0..text.len()));
            Some(root)
        }
        Err(error) => {
            let at = error.span().unwrap_or(0..0);
            // The parser's own words have several lines.
            let why = error.message().lines().next().unwrap_or_default().to_owned();
            let finding =
                Diagnostic::new(&SYNTAX, format!("invalid TOML: {why}")).span(Span::new(source, at));
            found.push(finding.help("check this line and the one before it"));
            None
        }
    }
}

struct Reader<'t, 'f> {
    source: SourceId,
    text: &'t str,
    found: &'f mut Findings,
}

impl Reader<'_, '_> {
    fn table(&mut self, table: &Table) -> Node {
        let span = table.span();
        self.entries(table, span)
    }

    fn entries(&mut self, table: &dyn TableLike, span: Option<Range<usize>>) -> Node {
        let mut entries = BTreeMap::new();
        for (name, item) in table.iter() {
            let key = table.get_key_value(name).and_then(|(key, _)| key.span());
            if let Some(mut node) = self.item(item) {
                node.key_span = key.map(|key| Span::new(self.source, key));
                entries.insert(name.to_owned(), node);
            }
        }
        self.node(Value::Record(entries), span)
    }

    fn item(&mut self, item: &Item) -> Option<Node> {
        Some(match item {
            Item::None => return None,
            Item::Table(table) => self.table(table),
            Item::ArrayOfTables(tables) => {
                let items = tables.iter().map(|table| self.table(table)).collect();
                self.node(Value::List(items), tables.span())
            }
            Item::Value(value) => self.value(value),
        })
    }

    fn value(&mut self, value: &Written) -> Node {
        let span = value.span();
        let read = match value {
            Written::String(text) => Value::Text(text.value().clone()),
            Written::Integer(number) => Value::Number(Number::Integer(*number.value())),
            Written::Boolean(truth) => Value::Bool(*truth.value()),
            // No other format has moments.
            Written::Datetime(moment) => Value::Text(moment.value().to_string()),
            Written::Float(_) => self.float(span.clone()),
            Written::Array(items) => Value::List(items.iter().map(|item| self.value(item)).collect()),
            Written::InlineTable(table) => return self.entries(table, span),
        };
        self.node(read, span)
    }

    /// A number as it is written, since to the parser it is a double already.
    fn float(&mut self, span: Option<Range<usize>>) -> Value {
        let at = self.span(span);
        let written = self.text.get(at.range()).unwrap_or_default().replace('_', "");
        if written.ends_with("inf") || written.ends_with("nan") {
            let finding =
                Diagnostic::new(&OUT_OF_RANGE, format!("JSON and Kubernetes have no number `{written}`"));
            self.found.push(finding.span(at).help("write a finite number, or quote it"));
            return Value::Number(Number::Integer(1));
        }
        number::value(&written, Dialect::Json).unwrap_or_else(|unfit| {
            self.found.push(unfit.finding(at));
            unfit.nearest()
        })
    }

    fn node(&self, value: Value, span: Option<Range<usize>>) -> Node {
        Node { value, span: Some(self.span(span)), key_span: None, origin: Origin::User }
    }

    fn span(&self, range: Option<Range<usize>>) -> Span {
        Span::new(self.source, range.unwrap_or(0..self.text.len()))
    }
}
