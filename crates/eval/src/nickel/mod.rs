//! Nickel: contracts and users' programs are evaluated here, and what comes out is plain data with spans.

mod below;
pub(crate) mod blame;
pub(crate) mod cluster;
mod context;
pub(crate) mod embedded;
pub(crate) mod engine;
pub(crate) mod judge;
pub(crate) mod library;
mod mended;
mod places;
pub(crate) mod progress;
pub(crate) mod schema;
mod values;
pub(crate) mod walk;
