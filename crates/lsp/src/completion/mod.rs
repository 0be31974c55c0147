//! Completion: keys, values and names, also in a text that cannot be read yet.
//!
//! [`Cursor`] says what is being written. Every kind of answer is a module that adds its items to the [`Answer`].

mod answer;
mod checks;
mod imports;
mod jvm;
mod keys;
mod library;
mod pulsar;
mod values;

use crate::cursor::Cursor;
use crate::documents::Language;
use crate::lookup::Loaded;
use crate::outline::Outline;
use crate::view::View;
use answer::Answer;
use lsp_types::{CompletionItem, CompletionList, CompletionTextEdit, InsertTextFormat, Position};
use pulsarc_diag::KeyPath;

/// What can be written at a place.
pub(crate) fn completion(view: &View<'_>, at: Position) -> CompletionList {
    let byte = view.document.byte(at, view.encoding);
    let text = view.document.checked_text();
    let Some(cursor) = Cursor::at(text, view.document.language, byte) else {
        return CompletionList::default();
    };
    let asked =
        Asked { view, text, outline: view.outline(), loaded: view.lookup.get(&view.edge.target), cursor };
    let mut answer = Answer::new(&asked);
    if asked.cursor.is_import(text) {
        imports::add(&asked, &mut answer);
        return answer.list();
    }
    library::add(&asked, &mut answer);
    if let Some(record) = &asked.cursor.key {
        keys::add(&asked, record, &mut answer);
        pulsar::add_keys(&asked, record, &mut answer);
        checks::add_keys(&asked, record, &mut answer);
    }
    if let Some(path) = asked.cursor.whole_value() {
        values::add(&asked, path, &mut answer);
        pulsar::add_values(&asked, path, &mut answer);
        checks::add_values(path, &mut answer);
    }
    jvm::add(&asked, &mut answer);
    answer.list()
}

/// The same for a client that knows no snippets: texts without places to fill in.
pub(crate) fn without_snippets(mut list: CompletionList) -> CompletionList {
    for item in &mut list.items {
        if item.insert_text_format.take() == Some(InsertTextFormat::SNIPPET)
            && let Some(CompletionTextEdit::Edit(edit)) = &mut item.text_edit
        {
            edit.new_text = answer::filled(&edit.new_text);
        }
    }
    list
}

/// What is asked.
struct Asked<'v> {
    view: &'v View<'v>,
    /// The text that the cursor is in.
    text: &'v str,
    cursor: Cursor,
    outline: Outline,
    loaded: &'v Loaded,
}

impl Asked<'_> {
    fn is_nickel(&self) -> bool {
        self.view.document.language == Language::Nickel
    }

    /// Where bytes of the text are.
    fn range(&self, bytes: std::ops::Range<usize>) -> lsp_types::Range {
        self.view.document.range(bytes, self.view.encoding)
    }

    /// Whether the document sets a key of a record already, elsewhere than at the cursor.
    fn has(&self, record: &KeyPath) -> impl Fn(&str) -> bool {
        let word = self.cursor.word.clone();
        let own = move |key: &std::ops::Range<usize>| key.start <= word.end && word.start <= key.end;
        let entries = self.outline.within(record).into_iter().filter(|entry| !own(&entry.key));
        let names: std::collections::BTreeSet<String> =
            entries.filter_map(|entry| entry.name().map(str::to_owned)).collect();
        move |name| names.contains(name)
    }
}

/// An item that nothing is known of yet.
fn labelled(label: impl Into<String>) -> CompletionItem {
    CompletionItem { label: label.into(), ..CompletionItem::default() }
}

#[cfg(test)]
mod tests;
