//! Readers of users' texts: layers in every format, their imports, and data as a tree with spans.
//!
//! It evaluates nothing: that is the engine's. It opens what a file imports, and nothing else.

pub(crate) mod data;
mod depth;
mod files;
pub(crate) mod imports;
pub(crate) mod layers;
pub(crate) mod literal;
mod numbers;
pub(crate) mod outline;
pub(crate) mod overlay;
pub(crate) mod set;
pub(crate) mod slips;
pub(crate) mod surprises;
pub(crate) mod toml;
pub(crate) mod yaml;
