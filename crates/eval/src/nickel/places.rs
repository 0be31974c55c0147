//! Where the parts of a value are written, and how they merge with others.

use crate::nickel::walk::{Content, Walked};
use nickel_lang_core::position::{PosIdx, RawSpan};
use nickel_lang_core::term::MergePriority;
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_model::Value;
use std::collections::BTreeMap;

/// Where the parts of a value are written, and how they merge.
#[derive(Default)]
pub(crate) struct Places {
    pub(crate) keys: BTreeMap<KeyPath, RawSpan>,
    pub(crate) records: BTreeMap<KeyPath, PosIdx>,
    /// Of every null.
    pub(crate) nulls: BTreeMap<KeyPath, PosIdx>,
    /// Of what has another priority than a value alone.
    pub(crate) priorities: BTreeMap<KeyPath, MergePriority>,
}

impl Places {
    pub(crate) fn add(&mut self, walked: &Walked, path: &mut KeyPath) {
        if let Some(key) = walked.key {
            self.keys.insert(path.clone(), key);
        }
        if matches!(walked.value, Content::Plain(Value::Null)) {
            self.nulls.insert(path.clone(), walked.pos);
        }
        let Content::Record(entries) = &walked.value else { return };
        self.records.insert(path.clone(), walked.pos);
        for (name, entry) in entries {
            path.push(Segment::Key(name.clone()));
            self.add(entry, path);
            path.pop();
        }
    }
}
