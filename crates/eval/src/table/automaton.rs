//! Regular expressions as finite automata: a match takes one step per byte, and starting costs nothing.
//!
//! The automata are generated with the table, because compiling an expression takes longer than checking a value.

/// The state that no text leaves.
pub(super) const DEAD: u16 = 0;

/// The texts that a regular expression matches from start to end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Automaton {
    /// Ranges of bytes: the last byte of each, in order, and its column in the transitions.
    pub(super) columns: &'static [(u8, u8)],
    /// How many columns there are.
    pub(super) width: u16,
    /// The next state for each state and column.
    pub(super) next: &'static [u16],
    /// The state before the first byte.
    pub(super) start: u16,
    /// The first state that accepts; all later ones accept as well.
    pub(super) accepting: u16,
}

impl Automaton {
    /// Whether all of a text matches.
    pub(super) fn matches(&self, text: &str) -> bool {
        let mut state = self.start;
        for byte in text.bytes() {
            let Some((_, column)) = self.columns.iter().find(|(last, _)| byte <= *last) else { return false };
            let index = usize::from(state) * usize::from(self.width) + usize::from(*column);
            state = self.next.get(index).copied().unwrap_or(DEAD);
            if state == DEAD {
                return false;
            }
        }
        state >= self.accepting
    }
}
