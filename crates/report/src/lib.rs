//! Pages for people: a cluster as one HTML file, and the reference of every key.
//!
//! A page is whole in itself: style, drawing and script are inside it, and its content security policy lets nothing
//! else in. Values come through a template that escapes them, so that whatever a configuration says stays text. It
//! deliberately reads no file and no clock, and derives nothing of Pulsar: it draws what the export and the findings
//! say.

mod amount;
mod certificates;
mod cluster;
mod drawing;
mod endpoints;
mod excerpt;
mod findings;
mod guarantees;
mod images;
mod prerequisites;
mod reference;
mod resources;
mod shell;
mod words;

pub use cluster::{Report, cluster};
pub use reference::{Chapter, ChapterEntry, reference};
