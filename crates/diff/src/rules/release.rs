//! Other releases of Pulsar.
//!
//! Source: Pulsar's release policy: an upgrade goes from one line with long-term support to the next, and a downgrade goes back to
//! the line that was upgraded from.

use crate::consequence::Consequence;
use crate::consequence::Kind::{DataLoss, Stepwise};
use crate::context::{Difference, Pair};
use crate::releases;
use pulsarc_catalogue::Program;

/// What follows if the image of a workload is of another line.
pub(super) fn images(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let ["spec", "template", "spec", "containers", _, "image"] = difference.path.as_slice() else {
        return Vec::new();
    };
    let line = |text: Option<&str>| text.and_then(releases::line_of_image);
    let (Some(old), Some(new)) = (line(difference.old_text()), line(difference.new_text())) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let reads =
        |program| pair.sides.facts_of(pair.before).is_some_and(|facts| facts.programs.contains(&program));
    let stores = pair.sides.keeps(pair.before).is_some() || reads(Program::Broker);
    if new < old && stores {
        let why = format!(
            "a downgrade from {} to {} works only to the exact release before the upgrade, and only if nothing was stored in \
            a newer format",
            old.name(),
            new.name()
        );
        found.push(Consequence::because(DataLoss, why));
    }
    if let Some(skipped) = releases::skipped(old, new) {
        let lines: Vec<&str> = skipped.iter().map(|line| line.name()).collect();
        let why = format!(
            "it skips {}: Pulsar supports upgrades from one long-term line to the next only",
            lines.join(" and ")
        );
        let stops = skipped.iter().copied().chain([new]);
        let steps = stops.flat_map(|line| {
            [
                format!(
                    "# upgrade every component to Pulsar {0}, for example {1}",
                    line.name(),
                    line.read_from()
                ),
                format!("pulsarc upgrade --to {} CONFIGURATION", line.name()),
            ]
        });
        found.push(Consequence::because(Stepwise, why).with(steps.collect()));
    }
    let kept = releases::kept(pair.sides.old, pair.sides.new);
    if old != new && !kept.is_empty() {
        let why = format!(
            "the cluster mixes releases: {} keep{} {}; finish the upgrade before anything uses new features",
            kept.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "),
            if kept.len() == 1 { "s" } else { "" },
            kept.first().map(|(_, line)| line.name()).unwrap_or_default()
        );
        found.push(Consequence::because(Stepwise, why));
    }
    found
}
