//! Options of how pods restart.

use crate::heading;
use clap::{Args, ValueEnum};
use pulsarc_live::{RolloutChoices, RolloutMode};
use std::num::NonZeroU32;

/// How pods restart.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = heading::ROLLOUT)]
pub(crate) struct RolloutOptions {
    /// Who restarts the pods of ZooKeeper, bookies, brokers, function workers and proxies
    #[arg(long, value_enum, value_name = "MODE", default_value_t = Mode::Auto)]
    rollout: Mode,
    /// Restart up to this many brokers at once, in a controlled rollout
    #[arg(long, value_name = "N", default_value = "1")]
    max_parallel: Option<NonZeroU32>,
    /// Stop after this many pods of a component, to look at them; the next apply continues
    #[arg(long, value_name = "N")]
    pause_after: Option<NonZeroU32>,
    /// Move bundles back to each replaced broker, so that the last one does not start empty
    #[arg(long)]
    rebalance: bool,
}

/// Who restarts pods.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Mode {
    /// pulsarc if `updateStrategy.type` is `OnDelete`, or if an earlier run has begun a controlled rollout; else Kubernetes
    #[default]
    Auto,
    /// pulsarc, one pod at a time: it asks Pulsar before and after each
    Controlled,
    /// Kubernetes, by the update strategy
    Kubernetes,
}

impl RolloutOptions {
    /// As choices of a plan.
    pub(crate) fn choices(&self) -> RolloutChoices {
        RolloutChoices {
            mode: match self.rollout {
                Mode::Auto => RolloutMode::Auto,
                Mode::Controlled => RolloutMode::Controlled,
                Mode::Kubernetes => RolloutMode::Kubernetes,
            },
            max_parallel: self.max_parallel.unwrap_or(NonZeroU32::MIN),
            pause_after: self.pause_after,
            rebalance: self.rebalance,
        }
    }
}
