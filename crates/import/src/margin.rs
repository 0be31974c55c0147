//! What the writers of the files say beside their values, and the order in which they wrote them.

use pulsarc_diag::{SourceId, Span};
use pulsarc_eval::{Comments, Data, Entry};
use pulsarc_model::{Node, Value};
use std::collections::{BTreeMap, HashMap};

/// A sentence of the licence that is at the head of the chart's own values file: it is not a word of the user's.
const CHARTS_HEAD: &str = "Licensed to the Apache Software Foundation (ASF)";

/// The comments of all files. Each is given away once: what an anchor says in one place is not said in all of them.
#[derive(Debug)]
pub(crate) struct Margin(HashMap<SourceId, Comments>);

/// What is said about one key or item.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) above: Vec<String>,
    pub(crate) beside: Option<String>,
    pub(crate) below: Vec<String>,
}

impl Margin {
    pub(crate) fn of(data: &Data) -> Self {
        let mut all: HashMap<SourceId, Comments> =
            data.documents.iter().map(|document| (document.source, document.comments.clone())).collect();
        for comments in all.values_mut() {
            if comments.head.lines.iter().any(|line| line.contains(CHARTS_HEAD)) {
                comments.head.lines.clear();
            }
        }
        Self(all)
    }

    /// What is said about a key that some of the layers have: of a record all, of a value what the last one says that
    /// says anything, since an earlier layer's words may be about the value that is gone.
    pub(crate) fn about(&mut self, layers: &[&Node]) -> Said {
        let mut said = Said::default();
        for layer in layers.iter().rev() {
            let Some(of_layer) = layer.key_span.map(|span| self.take(Entry::Key(span.start), span)) else {
                continue;
            };
            let is_record = matches!(layer.value, Value::Record(_));
            if said.above.is_empty() || is_record {
                said.above.splice(0..0, of_layer.above);
            }
            if said.below.is_empty() || is_record {
                said.below.splice(0..0, of_layer.below);
            }
            let last = std::ptr::eq(*layer, layers[layers.len() - 1]);
            if is_record && !last {
                said.above.splice(0..0, of_layer.beside);
            } else if last {
                said.beside = of_layer.beside;
            }
        }
        said
    }

    /// What is said about an item of a list.
    pub(crate) fn about_item(&mut self, item: &Node) -> Said {
        item.span.map(|span| self.take(Entry::Item(span.start), span)).unwrap_or_default()
    }

    /// What stands after the last entries of a record, though they themselves are left out.
    pub(crate) fn after(&mut self, layers: &[&Node]) -> Vec<String> {
        let spans = layers.iter().filter_map(|layer| layer.key_span);
        let mut lines = Vec::new();
        for span in spans {
            let comments = self.0.get_mut(&span.source);
            lines.extend(
                comments
                    .and_then(|comments| comments.below.remove(&Entry::Key(span.start)))
                    .into_iter()
                    .flatten(),
            );
        }
        lines
    }

    /// The heads of the files, as far as they are not about their first keys.
    pub(crate) fn heads(&mut self, data: &Data) -> Vec<String> {
        let mut lines = Vec::new();
        for document in &data.documents {
            let head =
                self.0.get_mut(&document.source).map(|comments| std::mem::take(&mut comments.head.lines));
            let head = head.unwrap_or_default();
            if !lines.is_empty() && !head.is_empty() {
                lines.push(String::new());
            }
            lines.extend(head);
        }
        lines
    }

    fn take(&mut self, entry: Entry, span: Span) -> Said {
        let Some(comments) = self.0.get_mut(&span.source) else { return Said::default() };
        let mut above = Vec::new();
        if comments.head.above == Some(entry) {
            above.append(&mut comments.head.lines);
        }
        above.extend(comments.above.remove(&entry).into_iter().flatten());
        Said {
            above,
            beside: comments.beside.remove(&entry),
            below: [&mut comments.inside, &mut comments.below]
                .into_iter()
                .flat_map(|after| after.remove(&entry).unwrap_or_default())
                .collect(),
        }
    }
}

/// The keys of a record in the order in which its layers have them; those that no file has come last.
pub(crate) fn order<'n>(merged: &'n BTreeMap<String, Node>, layers: &[&'n Node]) -> Vec<&'n str> {
    let mut keys: Vec<&str> = Vec::new();
    for layer in layers {
        let mut of_layer: Vec<_> = layer.as_record().into_iter().flatten().collect();
        of_layer.sort_by_key(|(_, node)| node.key_span.map(|span| span.start));
        for (key, _) in of_layer {
            if merged.contains_key(key) && !keys.contains(&key.as_str()) {
                keys.push(key);
            }
        }
    }
    let rest: Vec<&str> = merged.keys().map(String::as_str).filter(|key| !keys.contains(key)).collect();
    keys.extend(rest);
    keys
}
