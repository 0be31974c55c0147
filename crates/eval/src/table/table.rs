//! The contracts of a cluster as a table: which keys there are, what each accepts, and its default.
//!
//! The table is generated from the contracts by this crate's tests and committed, so that a run gets it for free. It
//! adds nothing to the contracts: a test fails if they differ, and if the contracts have changed since, the table is
//! not used at all.

use super::automaton::Automaton;
use super::facts::{LeafFacts, NumberRange, Pattern, TextFacts};

include!("table.in.rs");

/// What a contract lets pass.
#[derive(Debug)]
pub(super) enum Shape {
    /// A single value.
    Leaf(Leaf),
    /// One of some texts; a tag represents its text.
    OneOf(&'static [&'static str]),
    /// A record with these keys, in their order; an open one may have others.
    Record { fields: &'static [Field], open: bool },
    /// A record with keys of its writer's, the values of which have a shape.
    Map(&'static Shape),
    /// A list whose items have a shape.
    List(&'static Shape),
    /// A shape, or null.
    Nullable(&'static Shape),
    /// A list, or a map in which each entry stands under its name.
    Keyed { key: Leaf, item: &'static Shape, entry: &'static Shape, contract: Named },
    /// Text, or a record of any keys.
    TextOrRecord(Named),
}

/// A contract by its file in `contracts/shared/` and its name there.
pub(super) type Named = (&'static str, &'static str);

/// A contract of a single value.
#[derive(Debug)]
struct LeafContract {
    /// None for a type of Nickel itself.
    contract: Option<Named>,
    facts: LeafFacts,
}

impl Leaf {
    /// The contract in `contracts/shared/`; none for a type of Nickel itself.
    pub(super) fn contract(self) -> Option<Named> {
        LEAVES[self as usize].contract
    }

    /// The values that it accepts.
    pub(super) fn facts(self) -> &'static LeafFacts {
        &LEAVES[self as usize].facts
    }
}

/// A key of a record.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    /// All of them hold, one after the other.
    pub(super) shapes: &'static [Shape],
    /// What holds where nobody sets it.
    pub(super) default: Option<Default>,
    /// Whether it may stay without a value.
    pub(super) optional: bool,
}

/// A default as it is written in a contract; what its own contracts add comes later, as with a user's value.
#[derive(Debug)]
pub(super) struct Default {
    pub(super) value: Written,
    /// The file, of [`FILES`], and the bytes where it stands.
    pub(super) place: Option<(u16, u32, u32)>,
}

/// Data that is in a contract.
#[derive(Debug)]
pub(super) enum Written {
    Null,
    Bool(bool),
    Integer(i64),
    Decimal(f64),
    Text(&'static str),
    List(&'static [Default]),
    Record(&'static [(&'static str, Default)]),
}
