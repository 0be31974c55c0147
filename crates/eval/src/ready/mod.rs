//! The fast path: the contracts as a table in the binary, and layers laid over its defaults without Nickel.
//!
//! It answers only what it surely knows: a configuration in which everything is accepted. In any doubt (a mistake, a
//! contract that only Nickel can judge, a value that is computed from others) it gives nothing, and the contracts
//! themselves are evaluated, which also tell what is wrong. So a mistake costs more time than a configuration without
//! one, and no finding is ever made here. Tests hold the two against one another.

mod accept;
mod fill;
mod marked;
#[cfg(test)]
mod same;
mod table;
#[cfg(test)]
mod written;

pub(crate) use fill::evaluate;
pub(crate) use marked::{Marks, is_marked_somewhere};
