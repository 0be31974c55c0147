//! Rules about one setting: a table row says which change of which keys is dangerous, and why.

use crate::consequence::{Consequence, Kind};
use crate::context::{Difference, Pair};
use crate::setting::{Setting, is_on};
use std::collections::BTreeSet;

/// A row of a table: what follows if one of some keys changes in one direction. The other direction is harmless, or has its
/// own row.
pub(super) struct SettingRule {
    pub(super) keys: &'static [&'static str],
    pub(super) when: When,
    pub(super) kind: Kind,
    pub(super) why: &'static str,
}

/// The change that a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// A switch goes on.
    On,
    /// A switch goes off.
    Off,
    /// A switch goes off while another one is on, on both sides.
    OffWhile(&'static str),
    /// A limit falls.
    Falls(NoLimit),
    /// A limit falls; a key that is not set has the value of another one.
    FallsWhile {
        /// The switch that has to be on for the limit to count.
        on: &'static str,
        /// The key whose value is the default.
        or: &'static str,
    },
    /// A limit falls, and another key has a value.
    FallsIf(&'static str, &'static str),
    /// A limit falls, and another key has any other value.
    FallsUnless(&'static str, &'static str),
    /// It gets a value.
    Becomes(&'static str),
    /// It had none and gets one.
    Set,
    /// It had none and gets one, and another key has a value on both sides.
    SetBeside(&'static str),
    /// It had one and gets none.
    Unset,
    /// It had one and gets another one or none.
    Moves,
    /// The same, while a switch is on, on both sides.
    MovesWhile(&'static str),
    /// It has another one.
    Changes,
    /// A list loses items.
    Loses,
    /// A list loses items while a switch is on, on both sides.
    LosesWhile(&'static str),
    /// A list gains items while a switch is on, on both sides.
    GainsWhile(&'static str),
    /// A list gains one of these items.
    GainsAny(&'static [&'static str]),
}

/// The values by which a limit says that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoLimit {
    /// Every number is a limit.
    Never,
    /// Those below zero.
    Negative,
    /// Zero and those below.
    NotPositive,
}

/// What the rows of some tables say about a difference.
pub(super) fn apply(
    tables: &[&[SettingRule]],
    pair: &Pair<'_>,
    difference: &Difference<'_>,
) -> Vec<Consequence> {
    let mut found = Vec::new();
    for setting in Setting::all(pair, difference) {
        let rows = tables.iter().flat_map(|table| table.iter());
        let own = rows.filter(|row| row.keys.contains(&setting.bare));
        found.extend(own.filter_map(|row| row.judge(&setting)));
    }
    found
}

impl SettingRule {
    fn judge(&self, setting: &Setting<'_>) -> Option<Consequence> {
        let how = self.when.holds(setting)?;
        Some(Consequence::because(self.kind, format!("`{}` {how}: {}", setting.key, self.why)))
    }
}

impl When {
    /// How the setting changes, if it does in this direction.
    fn holds(self, setting: &Setting<'_>) -> Option<String> {
        let (old, new) = (setting.was(), setting.now());
        let (was, is) = (!old.is_empty(), !new.is_empty());
        let say = |holds: bool, how: &str| holds.then(|| how.to_owned());
        match self {
            Self::On => say(!is_on(old) && is_on(new), "is switched on"),
            Self::Off => say(is_on(old) && !is_on(new), "is switched off"),
            Self::OffWhile(other) => {
                say(is_on(old) && !is_on(new) && setting.always(other), "is switched off")
            }
            Self::Falls(none) => falls(old, new, none),
            Self::FallsWhile { on, or } => {
                let value =
                    |own: &'_ str, other: &'_ str| if own.is_empty() { other } else { own }.to_owned();
                let (old, new) = (value(old, setting.before(or)), value(new, setting.after(or)));
                falls(&old, &new, NoLimit::Negative).filter(|_| setting.always(on))
            }
            Self::FallsIf(key, value) => {
                falls(old, new, NoLimit::Negative).filter(|_| setting.after(key) == value)
            }
            Self::FallsUnless(key, value) => {
                falls(old, new, NoLimit::Negative).filter(|_| setting.after(key) != value)
            }
            Self::Becomes(value) => say(
                !old.eq_ignore_ascii_case(value) && new.eq_ignore_ascii_case(value),
                &format!("becomes `{value}`"),
            ),
            Self::Set => say(!was && is, "is set"),
            Self::SetBeside(other) => {
                let beside = !setting.before(other).is_empty() && !setting.after(other).is_empty();
                say(!was && is && beside, "is set")
            }
            Self::Unset => say(was && !is, "is removed"),
            Self::Moves => moves(old, new),
            Self::MovesWhile(on) => moves(old, new).filter(|_| setting.always(on)),
            Self::Changes => say(was && is && old != new, &format!("changes from {old} to {new}")),
            Self::Loses => differs("loses", old, new),
            Self::LosesWhile(on) => differs("loses", old, new).filter(|_| setting.always(on)),
            Self::GainsWhile(on) => differs("gains", new, old).filter(|_| setting.always(on)),
            Self::GainsAny(items) => {
                let (old, new) = (items_of(old), items_of(new));
                let gained = items.iter().find(|item| new.contains(*item) && !old.contains(*item))?;
                Some(format!("gains {gained}"))
            }
        }
    }
}

fn falls(old: &str, new: &str, none: NoLimit) -> Option<String> {
    let amount = |text: &str| {
        let number: f64 = text.parse().ok()?;
        let unlimited = match none {
            NoLimit::Never => false,
            NoLimit::Negative => number < 0.0,
            NoLimit::NotPositive => number <= 0.0,
        };
        Some(if unlimited { f64::INFINITY } else { number })
    };
    let (before, after) = (amount(old)?, amount(new)?);
    let name = |text: &str, amount: f64| {
        if amount.is_infinite() { format!("{text} (no limit)") } else { text.to_owned() }
    };
    (after < before).then(|| format!("falls from {} to {}", name(old, before), name(new, after)))
}

fn moves(old: &str, new: &str) -> Option<String> {
    let how = if new.is_empty() { "is removed" } else { "changes" };
    (!old.is_empty() && old != new).then(|| how.to_owned())
}

fn items_of(list: &str) -> BTreeSet<&str> {
    list.split(',').map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// The items of one list that the other one lacks.
fn differs(verb: &str, list: &str, other: &str) -> Option<String> {
    let (list, other) = (items_of(list), items_of(other));
    let items: Vec<&str> = list.difference(&other).copied().collect();
    (!items.is_empty()).then(|| format!("{verb} {}", items.join(", ")))
}
