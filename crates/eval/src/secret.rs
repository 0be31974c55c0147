//! Secrets of a configuration: marked by the contracts, or recognized by name or by their look.
//!
//! They are redacted in sources and messages before anything leaves this crate. The values stay in the tree, because
//! manifests contain them.

mod cover;
mod find;
mod message;

pub(crate) use cover::{cover, cover_alone, cover_by_names, cover_documents};
pub(crate) use find::is_secret;
pub(crate) use message::{Words, without_value};

use crate::table::marked::Marks;
use find::{Part, Whose, secrets};
use pulsarc_diag::HIDDEN;
use pulsarc_model::{Node, Value};

/// A configuration with a word instead of every secret.
pub(crate) fn without(tree: &Node) -> Node {
    let mut shown = tree.clone();
    for secret in secrets(tree, Some(Marks::root()), Whose::Anybodys) {
        let node =
            secret.path.segments().iter().try_fold(&mut shown, |node, segment| node.child_mut(segment));
        let Some(node) = node.filter(|_| !matches!(secret.part, Part::Key(_))) else { continue };
        node.value = Value::Text(match (secret.part, &node.value) {
            (Part::Bytes(bytes), Value::Text(text)) => {
                let mut text = text.clone();
                bytes.into_iter().rev().for_each(|range| text.replace_range(range, HIDDEN));
                text
            }
            _ => HIDDEN.to_owned(),
        });
    }
    shown
}
