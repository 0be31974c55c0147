//! Compiles the regular expressions of leaves into automata, when the table is generated.

use super::automaton::DEAD;
use regex_automata::nfa::thompson::{NFA, State, WhichCaptures};
use regex_automata::util::primitives::StateID;
use std::collections::{BTreeMap, BTreeSet};

/// An automaton as it is written into the table.
pub(super) struct Compiled {
    columns: Vec<(u8, u8)>,
    width: usize,
    next: Vec<u16>,
    start: u16,
    accepting: u16,
}

impl Compiled {
    /// The smallest automaton of the texts that match `expression` from start to end, but not `except`.
    pub(super) fn of(expression: &str, except: Option<&str>) -> Self {
        let (rows, accepts) = determined(expression, except);
        let (rows, column_of) = columns(&rows);
        let class_of = minimized(&rows, &accepts);
        Self::numbered(&rows, &accepts, &class_of, &column_of)
    }

    /// Numbers the classes of equal states: first the dead one, last those that accept.
    fn numbered(rows: &[Vec<usize>], accepts: &[bool], class_of: &[usize], column_of: &[u8]) -> Self {
        let member = |class: usize| class_of.iter().position(|it| *it == class).expect("no class is empty");
        let classes: BTreeSet<usize> = class_of.iter().copied().collect();
        let is_dead = |class: usize| {
            let state = member(class);
            !accepts[state] && rows[state].iter().all(|next| class_of[*next] == class)
        };
        let (dead, rest): (Vec<usize>, Vec<usize>) = classes.into_iter().partition(|class| is_dead(*class));
        let (accepting, others): (Vec<usize>, Vec<usize>) =
            rest.into_iter().partition(|class| accepts[member(*class)]);
        let mut numbers = BTreeMap::new();
        for (index, class) in others.iter().chain(&accepting).enumerate() {
            numbers.insert(*class, u16::try_from(index + 1).expect("there are few states"));
        }
        for class in dead {
            numbers.insert(class, DEAD);
        }
        let width = rows[0].len();
        let mut next = vec![DEAD; width];
        for class in others.iter().chain(&accepting) {
            next.extend(rows[member(*class)].iter().map(|to| numbers[&class_of[*to]]));
        }
        let mut columns: Vec<(u8, u8)> = Vec::new();
        for (byte, column) in (0..=u8::MAX).zip(column_of) {
            match columns.last_mut() {
                Some((last, same)) if same == column => *last = byte,
                _ => columns.push((byte, *column)),
            }
        }
        let accepting = u16::try_from(others.len() + 1).expect("there are few states");
        Self { columns, width, next, start: numbers[&class_of[0]], accepting }
    }

    /// The automaton in Rust.
    pub(super) fn written(&self) -> String {
        let Self { columns, width, next, start, accepting } = self;
        format!(
            "Automaton {{ width: {width}, start: {start}, accepting: {accepting}, columns: &{columns:?}, next: &{next:?} }}"
        )
    }
}

/// The states of a deterministic automaton, the first of which is the start: the next state for each byte, and whether a
/// text may end there.
fn determined(expression: &str, except: Option<&str>) -> (Vec<Vec<usize>>, Vec<bool>) {
    let expressions: Vec<String> =
        std::iter::once(expression).chain(except).map(|expression| format!("(?:{expression})")).collect();
    let configuration = NFA::config().which_captures(WhichCaptures::None);
    let nfa = NFA::compiler().configure(configuration).build_many(&expressions);
    let nfa = nfa.expect("a pattern of a contract is a regular expression");
    let mut known: BTreeMap<BTreeSet<StateID>, usize> = BTreeMap::new();
    let mut waiting = vec![closure(&nfa, [nfa.start_anchored()])];
    known.insert(waiting[0].clone(), 0);
    let (mut rows, mut accepts) = (Vec::new(), Vec::new());
    while let Some(states) = waiting.get(rows.len()).cloned() {
        let matches = |pattern: usize| {
            let is_match = |state: &StateID| matches!(nfa.states()[state.as_usize()], State::Match { pattern_id } if pattern_id.as_usize() == pattern);
            states.iter().any(is_match)
        };
        accepts.push(matches(0) && !matches(1));
        let row = (0..=u8::MAX).map(|byte| {
            let next = closure(&nfa, states.iter().filter_map(|state| step(&nfa, *state, byte)));
            let count = known.len();
            *known.entry(next.clone()).or_insert_with(|| {
                waiting.push(next);
                count
            })
        });
        let row = row.collect();
        rows.push(row);
    }
    (rows, accepts)
}

/// The state that a byte leads to.
fn step(nfa: &NFA, state: StateID, byte: u8) -> Option<StateID> {
    match &nfa.states()[state.as_usize()] {
        State::ByteRange { trans } => trans.matches_byte(byte).then_some(trans.next),
        State::Sparse(transitions) => transitions.matches_byte(byte),
        State::Dense(transitions) => transitions.matches_byte(byte),
        _ => None,
    }
}

/// The states that are reached without a byte; only those that read one or match.
fn closure(nfa: &NFA, from: impl IntoIterator<Item = StateID>) -> BTreeSet<StateID> {
    let mut waiting: Vec<StateID> = from.into_iter().collect();
    let (mut seen, mut found) = (BTreeSet::new(), BTreeSet::new());
    while let Some(state) = waiting.pop() {
        if !seen.insert(state) {
            continue;
        }
        match &nfa.states()[state.as_usize()] {
            State::Union { alternates } => waiting.extend(alternates.iter()),
            State::BinaryUnion { alt1, alt2 } => waiting.extend([*alt1, *alt2]),
            State::Capture { next, .. } => waiting.push(*next),
            State::Look { .. } => {
                panic!("a pattern of a contract has no anchors: all of a text has to match")
            }
            State::Fail => {}
            State::ByteRange { .. } | State::Sparse(_) | State::Dense(_) | State::Match { .. } => {
                found.insert(state);
            }
        }
    }
    found
}

/// The rows with one column for all bytes that lead to the same states, and the column of each byte.
fn columns(rows: &[Vec<usize>]) -> (Vec<Vec<usize>>, Vec<u8>) {
    let mut known: BTreeMap<Vec<usize>, u8> = BTreeMap::new();
    let mut kept = Vec::new();
    let column_of = (0..256).map(|byte| {
        let column: Vec<usize> = rows.iter().map(|row| row[byte]).collect();
        let count = u8::try_from(known.len()).expect("there are at most 256 columns");
        *known.entry(column).or_insert_with(|| {
            kept.push(byte);
            count
        })
    });
    let column_of = column_of.collect();
    (rows.iter().map(|row| kept.iter().map(|byte| row[*byte]).collect()).collect(), column_of)
}

/// The class of each state: states of one class accept the same texts from there on.
fn minimized(rows: &[Vec<usize>], accepts: &[bool]) -> Vec<usize> {
    let mut class_of: Vec<usize> = accepts.iter().map(|accepts| usize::from(*accepts)).collect();
    let mut count = 0;
    loop {
        let mut known = BTreeMap::new();
        let refined: Vec<usize> = rows
            .iter()
            .zip(&class_of)
            .map(|(row, class)| {
                let next: Vec<usize> = row.iter().map(|to| class_of[*to]).collect();
                let fresh = known.len();
                *known.entry((*class, next)).or_insert(fresh)
            })
            .collect();
        class_of = refined;
        if known.len() == count {
            return class_of;
        }
        count = known.len();
    }
}
