//! From which releases the components move, and what is unusual about it.

use crate::advice::{Move, Point, Section};
use crate::{Request, cluster};
use pulsarc_catalogue::{Source, Version};
use pulsarc_component::ReleaseSource;

/// The releases of all components now.
pub struct Movement {
    /// Component by component.
    pub from: Vec<Move>,
    to: Version,
}

impl Movement {
    pub(crate) fn of(request: &Request<'_>) -> Self {
        let from = request.cluster.jvms.iter().map(|jvm| {
            let image = request.cluster.release(request.cluster.image_of(jvm.block));
            let assumed = image.from == ReleaseSource::Assumed;
            let version = request.from.filter(|_| image.from != ReleaseSource::Tag).unwrap_or(image.line());
            Move {
                component: jvm.block,
                line: version.name(),
                tag: image.tag,
                version,
                assumed: assumed && request.from.is_none(),
            }
        });
        Self { from: from.collect(), to: request.to }
    }

    /// The oldest line that a component has.
    pub(crate) fn oldest(&self) -> Version {
        self.from.iter().map(|component| component.version).min().unwrap_or(self.to)
    }

    /// The newest line that a component has.
    pub(crate) fn newest(&self) -> Version {
        self.from.iter().map(|component| component.version).max().unwrap_or(self.to)
    }

    /// What is unusual about the movement.
    pub(crate) fn points(&self) -> Vec<Point> {
        let source = Source::Upgrade.cite();
        let decide = |subject: &str, text: String| Point::new(Section::DecideFirst, subject, text, source);
        let mut points = Vec::new();
        let (oldest, to) = (self.oldest(), self.to);
        if let Some(unknown) = self.from.iter().find(|component| component.assumed) {
            points.push(decide(
                "current release",
                format!(
                    "the tag {} names no release; assuming {}; set the line with --from",
                    unknown.tag, unknown.line
                ),
            ));
        }
        if self.from.iter().any(|component| component.version > to) {
            let newest = self.newest();
            points.push(Point::new(
                Section::Breaks,
                "downgrade",
                format!(
                    "Pulsar {} to {} is a downgrade: it works only if nothing was stored in a format that {} \
                    cannot read, and only to the exact release before the upgrade",
                    newest.name(),
                    to.name(),
                    to.name()
                ),
                source,
            ));
        }
        let skipped = Version::ALL.into_iter().find(|line| line.is_lts() && oldest < *line && *line < to);
        if let Some(skipped) = skipped {
            points.push(Point::new(
                Section::Breaks,
                "skipped line",
                format!(
                    "the upgrade from {} to {} skips {}: upgrade to {} first, and run it under load before the \
                    next step",
                    oldest.name(), to.name(), skipped.name(), skipped.name()
                ),
                source,
            ));
        }
        let mut lines: Vec<&str> = self.from.iter().map(|component| component.line).collect();
        lines.sort_unstable();
        lines.dedup();
        if lines.len() > 1 {
            let each: Vec<String> =
                self.from.iter().map(|one| format!("{} {}", one.component, one.line)).collect();
            points.push(decide(
                "mixed releases",
                format!(
                    "components run different lines now ({}): finish that rollout first",
                    each.join(", ")
                ),
            ));
        }
        points
    }
}

/// Whether a component runs in the cluster, for steps of the rollout.
pub(crate) fn deployed(request: &Request<'_>, block: &str) -> bool {
    cluster::runs(request.cluster, block)
}
