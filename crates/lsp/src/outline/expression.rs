//! An expression of Nickel that is being read: which of its records are the value, and which are something else.

use super::{Entry, Holds};
use std::ops::Range;

/// What the next operand is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Operand {
    /// The value itself, or a part of it that is merged.
    Value,
    /// An argument of what came before.
    Argument,
    /// Something else: a condition, an operand of a sum.
    Other,
    /// A type or contract.
    Annotation,
}

/// What was read of an expression.
pub(super) struct Read {
    pub(super) bytes: Range<usize>,
    pub(super) holds: Holds,
    pub(super) entries: Vec<Entry>,
}

/// An expression that is being read.
pub(super) struct Reading<'t> {
    pub(super) read: Read,
    pub(super) next: Operand,
    /// The last step of the name that comes before an argument.
    pub(super) name: &'t str,
    /// Whether the last word was a bracket with what is in it.
    pub(super) bracket: bool,
}

impl Reading<'_> {
    /// One that starts at a byte.
    pub(super) fn at(start: usize) -> Self {
        let read = Read { bytes: start..start, holds: Holds::Nothing, entries: Vec::new() };
        Self { read, next: Operand::Value, name: "", bracket: false }
    }

    /// Adds an operand; returns whether it is the value, or merged into it.
    pub(super) fn operand(&mut self, holds: Holds) -> bool {
        let is_value = self.next == Operand::Value;
        if self.next != Operand::Annotation {
            let first = is_value && self.read.holds == Holds::Nothing;
            self.read.holds = if first { holds } else { Holds::Code };
        }
        is_value
    }

    /// Adds a step of a path: what is taken out of a record is not the record.
    pub(super) fn step(&mut self) {
        if self.bracket && self.next != Operand::Annotation {
            self.read.entries.clear();
        }
        self.code(Operand::Other);
    }

    pub(super) fn scalar(&mut self) {
        self.operand(Holds::Scalar);
        self.next = Operand::Argument;
    }

    /// Adds something that has to be computed, after which comes an operand.
    pub(super) fn code(&mut self, next: Operand) {
        if self.next != Operand::Annotation {
            self.read.holds = Holds::Code;
        }
        self.next = next;
    }
}
