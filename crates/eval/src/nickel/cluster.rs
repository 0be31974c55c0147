//! The layers of a cluster that are Nickel.

use crate::nickel::below::Below;
use crate::nickel::blame;
use crate::nickel::embedded::LIBRARY;
use crate::nickel::engine::Engine;
use crate::nickel::places::Places;
use crate::nickel::values::{merged, without_places};
use crate::nickel::walk::{self, Nulls, Walk};
use crate::outcome::{Merged, Removed};
use crate::read::layers::{Later, NickelLayer, Stack};
use crate::read::overlay::{Overlay, nulls};
use crate::read::set;
use crate::secret::{self, Words};
use nickel_lang_core::error::EvalErrorKind;
use nickel_lang_core::eval::VirtualMachine;
use nickel_lang_core::eval::value::NickelValue;
use nickel_lang_core::position::{PosIdx, TermPos};
use nickel_lang_core::term::MergePriority;
use pulsarc_diag::{Findings, KeyPath, Segment, Sources};
use pulsarc_model::{Node, Origin, Value};
use std::collections::BTreeMap;

/// Evaluates the layers against the contract of a cluster.
pub(crate) fn evaluate(stack: &Stack, sources: &mut Sources, found: &mut Findings) -> Option<Merged> {
    let mut engine = Engine::new();
    let contract = engine.cluster_contract()?;
    let Laid { over: overlay, presets } = engine.overlay(stack, sources, found)?;
    let (whole, span) = match &stack.base {
        None => {
            let data = under(presets, overlay.data.clone(), found);
            (engine.value(&data, sources, Below::Nothing), TermPos::None)
        }
        Some(layer) => {
            let base = engine.load(layer, sources, found)?;
            let base = engine.over_presets(base, &presets, sources);
            let is_empty = overlay.data.as_record().is_none_or(BTreeMap::is_empty);
            let below = if is_empty { None } else { engine.as_written(&base) };
            let over = engine.value(&overlay.data, sources, Below::Nickel(below.as_ref()));
            // Also where nothing is laid over it: a file that only imports data becomes a record by that.
            let whole = merged(base, over);
            let span = engine.files.get(&layer.source).map_or(TermPos::None, |id| {
                engine.context.import_resolver.sources.files().source_span(*id).into()
            });
            (whole, span)
        }
    };
    let contracts = [engine.runtime_contract(&contract, span)];
    let (walked, walk) = engine.walk(&whole, &contracts, Nulls::Remove);
    let failed = !walk.problems.is_empty();
    let mut removed = nulls(&overlay.data);
    for null in walk.removed {
        let span =
            engine.place(sources).of(null.pos).or(null.key.map(|key| engine.place(sources).of_raw(key)));
        removed.entry(null.path).or_insert(span);
    }
    tell(walk.problems, &mut engine, sources, found);
    let mut tree = engine.node(walked?, sources);
    for path in removed.keys() {
        tree.remove(path.segments());
    }
    if failed {
        let empty = NickelValue::empty_record_block(PosIdx::NONE);
        let (defaults, _) = engine.walk(&empty, &contracts, Nulls::Stay);
        if let Some(defaults) = defaults {
            let defaults = engine.node(defaults, sources);
            fill(&mut tree, &defaults, &mut KeyPath::root(), &removed);
        }
    }
    mark_users(&mut tree);
    Some(Merged { tree, removed })
}

/// Evaluates layers whose first one computes to plain data, merged with the contracts' defaults but without the contracts.
/// Nulls stay in it.
pub(crate) fn computed(
    base: &NickelLayer,
    stack: &Stack,
    defaults: &Node,
    sources: &mut Sources,
    found: &mut Findings,
) -> Option<Plain> {
    let mut engine = Engine::new();
    let Laid { over: overlay, presets } = engine.overlay(stack, sources, found)?;
    let base = engine.load(base, sources, found)?;
    let base = engine.over_presets(base, &presets, sources);
    let below = engine.as_written(&base);
    let over = engine.value(&overlay.data, sources, Below::Nickel(below.as_ref()));
    let written = merged(base, over);
    // Of two records, Nickel keeps the keys of the larger one, and the place of neither.
    let places = engine.places(&written);
    let defaults = engine.weak(defaults, below.as_ref(), &mut KeyPath::root(), &places, sources);
    let whole = merged(written, defaults);
    let (walked, walk) = engine.walk(&whole, &[], Nulls::Remove);
    let mut removed = nulls(&overlay.data);
    let of_walk = walk.removed.into_iter().map(|null| (null.path, null.key, null.pos));
    let written = places.nulls.iter().map(|(path, pos)| (path.clone(), places.keys.get(path).copied(), *pos));
    for (path, key, pos) in of_walk.chain(written) {
        let key = key.map(|key| engine.place(sources).of_raw(key));
        // A null of the contracts' is a default.
        let places = [engine.place(sources).of(pos), key];
        if let Some(span) = places.into_iter().flatten().find(|span| sources.is_users(*span)) {
            removed.entry(path).or_insert(Some(span));
        }
    }
    tell(walk.problems, &mut engine, sources, found);
    let mut node = engine.node(walked?, sources);
    engine.place_records(&mut node, &mut KeyPath::root(), &places, sources);
    for (path, span) in removed {
        node.put(&path, Node { value: Value::Null, span, key_span: span, origin: Origin::User });
    }
    mark_users(&mut node);
    Some(Plain { node, tags: walk.tags, defaults: Vec::new() })
}

/// Reports the problems of a walk; values at the place of a secret are redacted.
fn tell(problems: Vec<walk::Problem>, engine: &mut Engine, sources: &mut Sources, found: &mut Findings) {
    let mut hidden = Vec::new();
    for problem in problems {
        let is_secret = secret::is_secret(&problem.path);
        let key = problem.key.map(|key| engine.place(sources).of_raw(key));
        // A list of an assignment stands where its key does, which is no secret.
        let value = engine.place(sources).of(problem.pos).filter(|span| key != Some(*span));
        let words = match &problem.kind {
            walk::ProblemKind::Failed(error)
                if !matches!(error.error, EvalErrorKind::MergeIncompatibleArgs { .. }) =>
            {
                Words::Anybodys
            }
            _ => Words::Own,
        };
        let mut explained = blame::explained(problem, &mut engine.place(sources));
        explained.retain(|finding| !engine.is_slip(finding));
        if is_secret {
            found.extend(secret::without_value(explained, value, words, sources));
            hidden.extend(value);
        } else {
            found.extend(explained);
        }
    }
    for span in hidden {
        sources.hide_later(span);
    }
}

/// A Nickel layer that is plain data alone.
pub(crate) struct Plain {
    pub(crate) node: Node,
    /// Where tags are in it.
    pub(crate) tags: Vec<KeyPath>,
    /// What it says is a default.
    pub(crate) defaults: Vec<KeyPath>,
}

/// A Nickel layer alone, where that is plain data: nothing in it waits for the contract.
pub(crate) fn plain(layer: &NickelLayer, sources: &mut Sources) -> Option<Plain> {
    let takes_library = sources.get(layer.source).text.contains(LIBRARY);
    let mut engine = if takes_library { Engine::new() } else { Engine::without_library() };
    let mut found = Findings::default();
    let value = engine.load(layer, sources, &mut found).filter(|_| found.is_empty())?;
    let (walked, walk) = engine.walk(&value, &[], Nulls::Stay);
    if walk.more_than_data || !walk.problems.is_empty() || (!takes_library && engine.mentions_library()) {
        return None;
    }
    let defaults = walk.priorities.into_iter().filter(|(_, priority)| *priority == MergePriority::Bottom);
    let defaults = defaults.map(|(path, _)| path).collect();
    Some(Plain { node: engine.node(walked?, sources), tags: walk.tags, defaults })
}

/// What a Nickel layer above others says.
pub(crate) fn as_data(layer: &NickelLayer, sources: &mut Sources, found: &mut Findings) -> Option<Spoken> {
    Engine::new().as_data(layer, sources, found)
}

/// What a Nickel layer above others says, without what it leaves to defaults.
pub(crate) struct Spoken {
    /// Its plain values, which win over those below.
    pub(crate) plain: Node,
    /// Its values with a negative priority, such as those of presets, which yield to plain values below.
    pub(crate) presets: Node,
}

/// Layers over the first one.
struct Laid {
    over: Overlay,
    /// What yields to plain values of every layer.
    presets: Overlay,
}

/// Data over what yields to it.
pub(crate) fn under(mut presets: Overlay, data: Node, found: &mut Findings) -> Node {
    if presets.data.as_record().is_none_or(BTreeMap::is_empty) {
        return data;
    }
    presets.lay_over(data, found);
    presets.data
}

/// Takes the values with a negative priority out of a record.
fn taken_out(node: &mut Node, path: &mut KeyPath, priorities: &BTreeMap<KeyPath, MergePriority>) -> Node {
    let Node { span, key_span, origin, .. } = *node;
    let mut taken = Node { value: Value::Record(BTreeMap::new()), span, key_span, origin };
    let (Value::Record(entries), Value::Record(yielding)) = (&mut node.value, &mut taken.value) else {
        return taken;
    };
    let yields = |path: &KeyPath| matches!(priorities.get(path), Some(MergePriority::Numeral(priority)) if *priority < 0);
    for (key, mut entry) in std::mem::take(entries) {
        path.push(Segment::Key(key.clone()));
        if yields(path) {
            yielding.insert(key, entry);
        } else {
            let below = taken_out(&mut entry, path, priorities);
            if below.as_record().is_some_and(|below| !below.is_empty()) {
                yielding.insert(key.clone(), below);
            }
            entries.insert(key, entry);
        }
        path.pop();
    }
    taken
}

/// Puts defaults where something was taken out because it is wrong, so that the rest can still be looked at.
fn fill(node: &mut Node, defaults: &Node, path: &mut KeyPath, removed: &Removed) {
    let (Value::Record(entries), Value::Record(wanted)) = (&mut node.value, &defaults.value) else { return };
    for (key, default) in wanted {
        path.push(Segment::Key(key.clone()));
        let gone = removed.contains_key(path);
        match entries.get_mut(key) {
            Some(there) => fill(there, default, path, removed),
            None if !gone => {
                entries.insert(key.clone(), default.clone());
            }
            None => {}
        }
        path.pop();
    }
}

/// A record or list in which the user wrote anything is the user's.
fn mark_users(node: &mut Node) -> bool {
    let below = match &mut node.value {
        Value::Record(entries) => entries.values_mut().fold(false, |any, entry| mark_users(entry) | any),
        Value::List(items) => items.iter_mut().fold(false, |any, item| mark_users(item) | any),
        _ => false,
    };
    if below {
        node.origin = Origin::User;
    }
    node.origin == Origin::User
}
impl Engine {
    /// Everything that is laid over the first layer, if that is Nickel.
    fn overlay(&mut self, stack: &Stack, sources: &mut Sources, found: &mut Findings) -> Option<Laid> {
        let mut laid = Laid { over: Overlay::new(), presets: Overlay::new() };
        for later in &stack.later {
            match later {
                Later::Data(_, node) => laid.over.lay_over(node.clone(), found),
                Later::Set(source) => set::apply(*source, sources, &mut laid.over, found),
                Later::Nickel(layer) => {
                    let Spoken { plain, presets } = self.as_data(layer, sources, found)?;
                    laid.over.lay_over(plain, found);
                    laid.presets.lay_over(presets, found);
                }
            }
        }
        Some(laid)
    }

    /// A base over the presets of later layers, which win over its own presets.
    fn over_presets(&mut self, base: NickelValue, presets: &Overlay, sources: &Sources) -> NickelValue {
        if presets.data.as_record().is_none_or(BTreeMap::is_empty) {
            return base;
        }
        let presets = self.value(&presets.data, sources, Below::Plain);
        merged(base, presets)
    }

    /// What a Nickel layer above another says.
    fn as_data(
        &mut self,
        layer: &NickelLayer,
        sources: &mut Sources,
        found: &mut Findings,
    ) -> Option<Spoken> {
        let value = self.load(layer, sources, found)?;
        let mut walk = Walk { skip_defaults: true, ..Walk::default() };
        let walked = walk.value(&mut VirtualMachine::new(&mut self.context), &value, &[], None);
        for problem in walk.problems {
            let explained = blame::explained(problem, &mut self.place(sources));
            found.extend(explained.into_iter().filter(|finding| !self.is_slip(finding)));
        }
        let mut plain = self.node(walked?, sources);
        let presets = taken_out(&mut plain, &mut KeyPath::root(), &walk.priorities);
        Some(Spoken { plain, presets })
    }

    /// What a Nickel layer says alone; what fails is reported where the whole is evaluated.
    fn as_written(&mut self, value: &NickelValue) -> Option<Node> {
        self.walk(value, &[], Nulls::Stay).0.map(without_places)
    }

    /// Where the parts of a value are, as far as that can be said without the defaults that some of them wait for.
    fn places(&mut self, value: &NickelValue) -> Places {
        let (walked, walk) = self.walk(value, &[], Nulls::Stay);
        let failed = walk.problems.into_iter().filter_map(|problem| Some((problem.path, problem.key?)));
        let keys = failed.chain(walk.unset).collect();
        let mut places = Places { keys, priorities: walk.priorities, ..Places::default() };
        if let Some(walked) = walked {
            places.add(&walked, &mut KeyPath::root());
        }
        places
    }

    /// Gives records the places that they are written at.
    fn place_records(&mut self, node: &mut Node, path: &mut KeyPath, places: &Places, sources: &mut Sources) {
        let Value::Record(entries) = &mut node.value else { return };
        if let Some(pos) = places.records.get(path) {
            node.span = self.place(sources).of(*pos);
        }
        for (key, entry) in entries {
            path.push(Segment::Key(key.clone()));
            self.place_records(entry, path, places, sources);
            path.pop();
        }
    }
}
