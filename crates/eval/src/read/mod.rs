//! Reading: layers of YAML, JSON, assignments and literal Nickel become plain data with spans.

pub(crate) mod data;
pub(crate) mod imports;
pub(crate) mod layers;
pub mod limits;
pub(crate) mod literal;
pub(crate) mod nesting;
pub(crate) mod overlay;
pub(crate) mod sandbox;
pub(crate) mod set;
pub(crate) mod yaml;
