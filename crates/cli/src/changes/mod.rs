//! Changes between two sets of objects, as a person reads them: `diff` and the commands for live clusters show them alike.

pub(crate) mod markdown;
pub(crate) mod text;
