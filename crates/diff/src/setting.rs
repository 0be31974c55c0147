//! Settings of Pulsar's programs: the keys of a config map, and variables of a container.
//!
//! The image applies `PULSAR_PREFIX_key` after `key`, so the prefixed one wins. A function worker reads `PF_key`. A key that is
//! absent has the value of the shipped conf file, else that of the class, both from the catalogue.

use crate::context::{Difference, Pair, Sides};
use crate::identity::Side;
use pulsarc_catalogue::{Program, WORKER_PREFIX, bare_key, effective_default, key, prefixed};
use serde_json::{Map, Value};

/// A setting that differs, with the values that count on both sides.
pub(crate) struct Setting<'a> {
    /// As it is written: `PULSAR_PREFIX_clusterName`.
    pub(crate) key: &'a str,
    /// The key of the program: `clusterName`.
    pub(crate) bare: &'a str,
    old: Source<'a>,
    new: Source<'a>,
}

/// Where the settings of one side are.
struct Source<'a> {
    of: From<'a>,
    worker: bool,
    side: &'a Side<'a>,
    object: &'a Value,
    programs: &'static [Program],
}

enum From<'a> {
    Map(Option<&'a Map<String, Value>>),
    Variables(Option<&'a Vec<Value>>),
}

impl<'a> Setting<'a> {
    /// The settings of a difference: one of them, or all of a container or of a config map.
    pub(crate) fn all(pair: &Pair<'a>, difference: &Difference<'a>) -> Vec<Self> {
        let path = difference.path.as_slice();
        match (pair.id.kind.as_str(), path) {
            ("ConfigMap", ["data", key]) => vec![Self::named(pair, key, None)],
            ("ConfigMap", ["data"]) => {
                let keys =
                    |object: &'a Value| object.get("data").and_then(Value::as_object).into_iter().flatten();
                let all = keys(pair.before).chain(keys(pair.after));
                all.map(|(key, _)| Self::named(pair, key, None)).collect()
            }
            (_, ["spec", "template", "spec", "containers", _, "env", rest @ ..]) => {
                let place = path.get(..6);
                let one = rest.first().map(|variable| bare_item(variable));
                let names = |object: &'a Value| {
                    let list = place.and_then(|place| crate::workload::part(object, place));
                    let list = list.and_then(Value::as_array).into_iter().flatten();
                    list.filter_map(|variable| variable.get("name")?.as_str())
                };
                let mut all: Vec<&str> = names(pair.before).chain(names(pair.after)).collect();
                all.sort_unstable();
                all.dedup();
                all.retain(|name| one.is_none_or(|one| one == *name));
                all.into_iter().map(|name| Self::named(pair, name, place)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn named(pair: &Pair<'a>, key: &'a str, variables: Option<&[&str]>) -> Self {
        let worker = key.starts_with(WORKER_PREFIX);
        let bare = bare_key(key);
        let bare = if worker { bare.strip_prefix("properties_").unwrap_or(bare) } else { bare };
        let programs = pair.sides.facts_of(pair.after).map_or(&[][..], |facts| facts.programs);
        let source = |object: &'a Value, side: &'a Side<'a>| Source {
            of: match variables {
                None => From::Map(object.get("data").and_then(Value::as_object)),
                Some(place) => {
                    From::Variables(crate::workload::part(object, place).and_then(Value::as_array))
                }
            },
            worker,
            side,
            object,
            programs,
        };
        let (old, new) = (source(pair.before, pair.sides.old), source(pair.after, pair.sides.new));
        Self { key, bare, old, new }
    }

    /// The value that counts on the first side; empty for none.
    pub(crate) fn was(&self) -> &str {
        self.before(self.bare)
    }

    /// The value that counts on the second side; empty for none.
    pub(crate) fn now(&self) -> &str {
        self.after(self.bare)
    }

    /// The values that are written on both sides; empty for none.
    pub(crate) fn written(&self) -> (&str, &str) {
        (self.old.written(self.bare).unwrap_or_default(), self.new.written(self.bare).unwrap_or_default())
    }

    /// Another setting of the same program on the first side.
    pub(crate) fn before(&self, bare: &str) -> &str {
        self.old.value(bare)
    }

    /// Another setting of the same program on the second side.
    pub(crate) fn after(&self, bare: &str) -> &str {
        self.new.value(bare)
    }

    /// Whether a switch is on, on both sides.
    pub(crate) fn always(&self, bare: &str) -> bool {
        is_on(self.before(bare)) && is_on(self.after(bare))
    }
}

/// Whether Pulsar reads a value as true.
pub(crate) fn is_on(value: &str) -> bool {
    value.trim().eq_ignore_ascii_case("true")
}

impl Source<'_> {
    fn value(&self, bare: &str) -> &str {
        self.written(bare).unwrap_or_else(|| self.default(bare))
    }

    fn written(&self, bare: &str) -> Option<&str> {
        let names = if self.worker {
            [format!("{WORKER_PREFIX}{bare}"), format!("{WORKER_PREFIX}properties_{bare}")]
        } else {
            [prefixed(bare), bare.to_owned()]
        };
        names.iter().find_map(|name| self.at(name)).map(str::trim)
    }

    fn at(&self, name: &str) -> Option<&str> {
        match &self.of {
            From::Map(map) => (*map)?.get(name)?.as_str(),
            From::Variables(variables) => {
                let mut all = (*variables)?.iter();
                all.find(|one| one.get("name").and_then(Value::as_str) == Some(name))?.get("value")?.as_str()
            }
        }
    }

    /// The value of a program that is not told otherwise.
    fn default(&self, bare: &str) -> &'static str {
        let own = self.programs.iter().filter(|program| self.worker == (**program == Program::Worker));
        let line = Sides::line_of(self.side, self.object);
        own.filter_map(|program| key(line, *program, bare)).map(effective_default).next().unwrap_or("")
    }
}

/// `A` of `[A]`.
fn bare_item(item: &str) -> &str {
    item.trim_start_matches('[').trim_end_matches(']')
}
