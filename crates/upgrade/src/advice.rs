//! The advice: points by section.

use pulsarc_catalogue::Version;
use pulsarc_diag::{Edit, KeyPath, Span};
use serde::Serialize;

/// The release of a component now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Move {
    /// The component's block.
    pub component: &'static str,
    /// Its line now.
    pub line: &'static str,
    /// The tag of its image.
    pub tag: String,
    #[serde(skip)]
    pub(crate) version: Version,
    #[serde(skip)]
    pub(crate) assumed: bool,
}

/// Everything to know before an upgrade.
#[derive(Debug, Clone, Serialize)]
pub struct Advice {
    /// The components and their releases now.
    pub from: Vec<Move>,
    /// The new line.
    pub to: &'static str,
    /// The release of that line that the advice is about.
    pub release: &'static str,
    /// The points, by section.
    pub points: Vec<Point>,
}

/// What a point is about, in the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Section {
    /// The cluster does not work with the new release unless this changes.
    Breaks,
    /// It needs an answer before the upgrade.
    DecideFirst,
    /// It changes although nobody changes the configuration.
    ChangesOnItsOwn,
    /// How long a rollback stays possible.
    Rollback,
    /// The order of the rollout.
    Order,
    /// The objects that change, and what follows.
    ChangedObjects,
    /// What no configuration shows.
    OutsideTheConfiguration,
}

impl Section {
    /// All sections, in order.
    pub const ALL: [Self; 7] = [
        Self::Breaks,
        Self::DecideFirst,
        Self::ChangesOnItsOwn,
        Self::Rollback,
        Self::Order,
        Self::ChangedObjects,
        Self::OutsideTheConfiguration,
    ];

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Breaks => "breaks",
            Self::DecideFirst => "decide first",
            Self::ChangesOnItsOwn => "changes automatically",
            Self::Rollback => "rollback",
            Self::Order => "order",
            Self::ChangedObjects => "changed objects",
            Self::OutsideTheConfiguration => "outside the configuration",
        }
    }
}

/// A point.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Point {
    /// Its section.
    pub section: Section,
    /// What it is about, in a few words: a key, an image, a step.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// The setting that causes it.
    #[serde(serialize_with = "path", skip_serializing_if = "Option::is_none")]
    pub path: Option<KeyPath>,
    /// Where that is written.
    #[serde(skip)]
    pub span: Option<Span>,
    /// The old default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// The new default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// What to write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The answers to a decision.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The change of the configuration that settles it, whatever is decided.
    #[serde(skip)]
    pub edit: Option<Edit>,
    /// Where the fact is published.
    pub source: String,
}

#[allow(clippy::ref_option, reason = "serde passes the field so")]
fn path<S: serde::Serializer>(path: &Option<KeyPath>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&path.as_ref().map(KeyPath::to_string).unwrap_or_default())
}

/// An answer to a decision.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Which answer it is.
    pub answer: Answer,
    /// What it means.
    pub text: String,
    /// Whether a rollback to the old line stays possible.
    pub keeps_rollback: bool,
    /// The change of the configuration, if it takes one.
    #[serde(skip)]
    pub edit: Option<Edit>,
}

/// The two answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// What the cluster does now.
    KeepRollback,
    /// What the new line does by default.
    AdoptDefaults,
}

impl Point {
    /// A point with nothing but its words.
    pub(crate) fn new(
        section: Section,
        subject: impl Into<String>,
        text: impl Into<String>,
        source: &str,
    ) -> Self {
        Self {
            section,
            subject: subject.into(),
            text: text.into(),
            path: None,
            span: None,
            old: None,
            new: None,
            help: None,
            choices: Vec::new(),
            edit: None,
            source: source.to_owned(),
        }
    }
}

impl Advice {
    /// The points of a section.
    pub fn of(&self, section: Section) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(move |point| point.section == section)
    }

    /// Whether something breaks or waits for a decision.
    pub fn asks(&self) -> bool {
        self.points.iter().any(|point| point.section <= Section::DecideFirst)
    }
}
