//! The items of an answer: what each of them writes, in the syntax of the document and with its indentation.

use super::Asked;
use crate::cursor::Style;
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemTag, CompletionList, CompletionTextEdit, Documentation,
    InsertTextFormat, InsertTextMode, MarkupContent, MarkupKind, Range, TextEdit,
};
use pulsarc_diag::advice::{Literal, Syntax, yaml_key};
use pulsarc_diag::nickel;
use std::collections::BTreeSet;

/// More items are of no use to anyone, and slow clients down.
const MOST: usize = 800;
/// The longest detail beside a label.
const WIDE: usize = 60;

/// What a key holds, as far as its snippet shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A value on the line of the key.
    Single,
    /// A text in quotes.
    Text,
    /// A record.
    Record,
    /// A list.
    List,
}

/// The order of items: the first group comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// What is most often meant.
    First,
    /// What is meant often.
    Usual,
    /// Everything else.
    Other,
    /// What should not be used any longer.
    Last,
}

/// What an item says of itself.
pub(super) struct About {
    pub(super) kind: CompletionItemKind,
    /// Beside the label.
    pub(super) detail: String,
    /// Markdown.
    pub(super) doc: String,
    pub(super) group: Group,
}

/// The answer so far.
pub(super) struct Answer<'a> {
    asked: &'a Asked<'a>,
    /// The bytes that the last item replaces, and where they are.
    last: (std::ops::Range<usize>, Range),
    items: Vec<CompletionItem>,
    labels: BTreeSet<String>,
}

impl<'a> Answer<'a> {
    pub(super) fn new(asked: &'a Asked<'a>) -> Self {
        Self { asked, last: (0..0, asked.range(0..0)), items: Vec::new(), labels: BTreeSet::new() }
    }

    /// The items, as many as a client can show.
    pub(super) fn list(mut self) -> CompletionList {
        let is_incomplete = self.items.len() > MOST;
        if is_incomplete {
            let typed = self.asked.cursor.typed(self.asked.text).to_lowercase();
            self.items.retain(|item| is_in(&typed, &item.label.to_lowercase()));
            self.items.sort_by(|one, other| one.sort_text.cmp(&other.sort_text));
            self.items.truncate(MOST);
        }
        CompletionList { is_incomplete, items: self.items }
    }

    /// Adds a key of a record with what it holds.
    pub(super) fn key(&mut self, name: &str, shape: Shape, about: About) {
        let body = self.opened(shape);
        self.key_with(name, &body, about);
    }

    /// Adds a key of a record, with a snippet after the colon or equals sign.
    pub(super) fn key_with(&mut self, name: &str, body: &str, about: About) {
        let cursor = &self.asked.cursor;
        let nickel = self.asked.is_nickel();
        let key = match (nickel, cursor.quote) {
            (true, _) => nickel::key(name),
            (false, Some('\'')) => format!("'{}'", name.replace('\'', "''")),
            (false, Some(_)) => Literal::from(name).written(Syntax::Json),
            (false, None) if cursor.style == Style::Json => Literal::from(name).written(Syntax::Json),
            (false, None) => yaml_key(name),
        };
        let new_text = match (cursor.followed, nickel) {
            (true, _) => escaped(&key),
            (false, true) => {
                let rest = self.asked.text.get(cursor.word.end..).unwrap_or_default();
                let comma = if rest.trim_start_matches([' ', '"']).starts_with(',') { "" } else { "," };
                format!("{} = {body}{comma}", escaped(&key))
            }
            (false, false) if body.starts_with('\n') => format!("{}:{body}", escaped(&key)),
            (false, false) => format!("{}: {body}", escaped(&key)),
        };
        self.add(name, &new_text, true, about);
    }

    /// What comes after the colon or equals sign of a key.
    fn opened(&self, shape: Shape) -> String {
        let cursor = &self.asked.cursor;
        let nickel = self.asked.is_nickel();
        match shape {
            Shape::Text if matches!(cursor.style, Style::Nickel | Style::Json) => "\"$0\"".to_owned(),
            Shape::Single | Shape::Text => "$0".to_owned(),
            Shape::Record if nickel => format!("{{{}$0{}}}", self.line(1), self.line(0)),
            Shape::Record if cursor.style != Style::Block => "{$0}".to_owned(),
            Shape::Record => format!("{}$0", self.line(1)),
            Shape::List if cursor.style != Style::Block => "[$0]".to_owned(),
            Shape::List => format!("{}- $0", self.line(1)),
        }
    }

    /// A line break, and the indentation of a line so many levels deeper than that of the cursor.
    pub(super) fn line(&self, levels: usize) -> String {
        let cursor = &self.asked.cursor;
        format!("\n{}", " ".repeat(cursor.indent + levels * cursor.unit))
    }

    /// Adds a text as a value.
    pub(super) fn text(&mut self, text: &str, about: About) {
        let cursor = &self.asked.cursor;
        let written = match (self.asked.is_nickel(), cursor.quote) {
            (true, _) => nickel::quoted(text),
            (false, Some('\'')) => format!("'{}'", text.replace('\'', "''")),
            (false, Some(_)) => Literal::from(text).written(Syntax::Json),
            (false, None) if cursor.style == Style::Json => Literal::from(text).written(Syntax::Json),
            (false, None) => Literal::from(text).written(Syntax::Yaml),
        };
        self.value(text, &written, about);
    }

    /// Adds one of the texts that a setting accepts.
    pub(super) fn choice(&mut self, text: &str, about: About) {
        let tag = nickel::key(text) == text;
        if self.asked.is_nickel() && self.asked.cursor.quote.is_none() && tag {
            self.value(text, &format!("'{text}"), about);
        } else {
            self.text(text, about);
        }
    }

    /// Adds a value with how it is written: none in quotes.
    pub(super) fn bare(&mut self, written: &str, about: About) {
        if self.asked.cursor.quote.is_none() {
            self.value(written, written, about);
        }
    }

    fn value(&mut self, label: &str, written: &str, about: About) {
        let space = if self.asked.cursor.space { " " } else { "" };
        self.add(label, &format!("{space}{written}"), false, about);
    }

    /// Adds a name that replaces the word, which has no quotes.
    pub(super) fn name(&mut self, name: &str, about: About) {
        self.add(name, name, false, about);
    }

    fn add(&mut self, label: &str, new_text: &str, snippet: bool, about: About) {
        let cursor = &self.asked.cursor;
        let start = cursor.outer();
        let end = cursor.word.end + usize::from(cursor.closed);
        // What clients compare the typed text with: it is in the range from its first byte on.
        let typed = self.asked.text.get(start..cursor.byte).unwrap_or_default();
        let mark = typed.chars().next().filter(|sign| matches!(sign, '"' | '\''));
        let filter = mark.map_or_else(|| label.to_owned(), |mark| format!("{mark}{label}"));
        self.replacing(start..end, label, filter, new_text, snippet, about);
    }

    /// Adds an item that replaces some bytes.
    pub(super) fn replacing(
        &mut self,
        bytes: std::ops::Range<usize>,
        label: &str,
        filter: String,
        new_text: &str,
        snippet: bool,
        about: About,
    ) {
        if !self.labels.insert(label.to_owned()) {
            return;
        }
        // Most items replace the same bytes.
        if self.last.0 != bytes {
            self.last = (bytes.clone(), self.asked.range(bytes));
        }
        let range = self.last.1;
        let is_snippet = snippet && new_text.contains('$');
        let new_text = if snippet && !is_snippet { filled(new_text) } else { new_text.to_owned() };
        let deprecated = about.group == Group::Last;
        self.items.push(CompletionItem {
            label: label.to_owned(),
            kind: Some(about.kind),
            detail: Some(about.detail).filter(|detail| !detail.is_empty()),
            documentation: Some(about.doc).filter(|doc| !doc.is_empty()).map(markdown),
            sort_text: Some(format!("{}{label}", about.group as u8)),
            filter_text: Some(filter).filter(|filter| filter != label),
            insert_text_format: is_snippet.then_some(InsertTextFormat::SNIPPET),
            insert_text_mode: new_text.contains('\n').then_some(InsertTextMode::AS_IS),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text })),
            tags: deprecated.then(|| vec![CompletionItemTag::DEPRECATED]),
            ..super::labelled(label)
        });
    }
}

fn markdown(value: String) -> Documentation {
    Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value })
}

/// Whether the letters of one text are in another, in their order.
fn is_in(typed: &str, label: &str) -> bool {
    let mut letters = label.chars();
    typed.chars().filter(|letter| letter.is_alphanumeric()).all(|letter| letters.any(|other| other == letter))
}

/// A text as a snippet writes it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

/// A snippet as a text: the first choice in place of choices, and nothing in place of a gap.
pub(super) fn filled(snippet: &str) -> String {
    let (mut text, mut rest) = (String::new(), snippet);
    while let Some(at) = rest.find(['$', '\\']) {
        let (before, found) = rest.split_at(at);
        text.push_str(before);
        if let Some(after) = found.strip_prefix('\\') {
            let sign = after.chars().next();
            text.extend(sign);
            rest = after.get(sign.map_or(0, char::len_utf8)..).unwrap_or_default();
        } else if let Some((inner, after)) = found.strip_prefix("${").and_then(|inner| inner.split_once('}'))
        {
            let content = inner.trim_start_matches(|sign: char| sign.is_ascii_digit());
            let content = content.trim_matches(|sign| matches!(sign, ':' | '|'));
            text.push_str(content.split(',').next().unwrap_or_default());
            rest = after;
        } else {
            rest = found.get(1..).unwrap_or_default().trim_start_matches(|sign: char| sign.is_ascii_digit());
        }
    }
    text + rest
}

/// A text that fits beside a label.
pub(super) fn shortened(text: String) -> String {
    match text.char_indices().nth(WIDE) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text,
    }
}
