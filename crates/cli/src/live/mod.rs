//! What the commands for running clusters share: options, the wanted objects of a configuration, and how plans, progress and
//! outcomes are shown. What is done to a cluster is `pulsarc_live`'s business.
//!
//! Text from a cluster reaches a reader only through [`Escaped`](pulsarc_diag::sanitize::Escaped) and the JSON writer.

pub(crate) mod adoption;
pub(crate) mod carry_out;
pub(crate) mod confirm;
pub(crate) mod events;
pub(crate) mod fleet;
pub(crate) mod github;
pub(crate) mod markdown;
pub(crate) mod options;
pub(crate) mod outcome;
pub(crate) mod progress;
#[cfg(test)]
mod rendered;
pub(crate) mod rollout_options;
pub(crate) mod saved;
pub(crate) mod shown;
pub(crate) mod state;
pub(crate) mod text;
pub(crate) mod wanted;
