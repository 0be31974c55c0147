//! What data is laid over, and how it merges with that.

use nickel_lang_core::term::{MergePriority, Number as NickelNumber};
use pulsarc_model::{Node, Value};

/// What data is laid over.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Below<'n> {
    /// Nothing.
    Nothing,
    /// Nickel, and what it says at this place alone, as far as that can be reported.
    Nickel(Option<&'n Node>),
    /// Nickel, to whose plain values it yields: what a preset in a later layer says.
    Plain,
    /// Nothing, since it is not a layer: Nickel imports it, and a null in it is a value.
    Import,
}

impl Below<'_> {
    pub(super) fn at(self, key: &str) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Import => Self::Import,
            Self::Plain => Self::Plain,
            Self::Nickel(node) => Self::Nickel(node.and_then(|node| node.as_record()?.get(key))),
        }
    }

    /// How data that stands over this merges with it: values win, and records merge, but for one over a null.
    pub(super) fn priority(self, over: &Value) -> MergePriority {
        if matches!(self, Self::Plain) && !matches!(over, Value::Record(_)) {
            return MergePriority::Numeral(NickelNumber::from(-1));
        }
        let merges = match self {
            Self::Nothing | Self::Import | Self::Plain => true,
            Self::Nickel(node) => {
                matches!(over, Value::Record(_)) && node.is_none_or(|node| node.value != Value::Null)
            }
        };
        if merges { MergePriority::default() } else { MergePriority::Numeral(NickelNumber::from(1)) }
    }
}
