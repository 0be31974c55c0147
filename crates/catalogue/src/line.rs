//! The release lines, and the line of an image's tag.

use crate::jvm::JavaVersion;
use serde::Deserialize;

/// A release line of Pulsar that the catalogue has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Version {
    /// 3.0, read from 3.0.7. The proxy's keys are derived from those of 4.0.
    #[serde(rename = "3.0")]
    V3_0,
    /// 4.0, read from 4.0.8, with its conf files.
    #[serde(rename = "4.0")]
    V4_0,
    /// 4.2, read from 4.2.4. The proxy's keys are derived from those of 4.0.
    #[serde(rename = "4.2")]
    V4_2,
    /// 5.0, read from 5.0.1. The proxy's keys were taken from its source.
    #[serde(rename = "5.0")]
    V5_0,
}

/// How well a version is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// The catalogue has this line.
    Exact,
    /// The nearest line that the catalogue has.
    Nearest,
}

/// The release in an image's tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Release {
    /// The line whose keys hold.
    pub line: Version,
    /// Whether that is the tag's own line.
    pub known: Match,
    /// The Java of the image; none for one from before 2.10, whose JVM is not checked.
    pub java: Option<JavaVersion>,
}

/// Majors beyond this are dates or build numbers, not versions of Pulsar.
const HIGHEST_MAJOR: u32 = 20;

impl Version {
    /// All lines, the oldest first.
    pub const ALL: [Self; 4] = [Self::V3_0, Self::V4_0, Self::V4_2, Self::V5_0];

    /// The line's number, such as `4.0`.
    pub fn name(self) -> &'static str {
        match self {
            Self::V3_0 => "3.0",
            Self::V4_0 => "4.0",
            Self::V4_2 => "4.2",
            Self::V5_0 => "5.0",
        }
    }

    /// The release that the line's keys were read from.
    pub fn read_from(self) -> &'static str {
        match self {
            Self::V3_0 => "3.0.7",
            Self::V4_0 => "4.0.8",
            Self::V4_2 => "4.2.4",
            Self::V5_0 => "5.0.1",
        }
    }

    /// The Java of the line's images.
    pub fn java(self) -> JavaVersion {
        match self {
            Self::V3_0 => JavaVersion::V17,
            Self::V4_0 | Self::V4_2 => JavaVersion::V21,
            Self::V5_0 => JavaVersion::V25,
        }
    }

    /// The image repositories that are published for the line, the standard one first.
    pub fn images(self) -> &'static [&'static str] {
        match self {
            Self::V3_0 | Self::V4_0 | Self::V4_2 => &["apachepulsar/pulsar", "apachepulsar/pulsar-all"],
            Self::V5_0 => &["apachepulsar/pulsar"],
        }
    }

    /// Whether the standard image has the offloaders of tiered storage (all but the one for file systems).
    pub fn standard_image_offloads(self) -> bool {
        self >= Self::V5_0
    }

    /// Whether the line has long-term support: an upgrade from one such line to the next is supported.
    pub fn is_lts(self) -> bool {
        matches!(self, Self::V3_0 | Self::V4_0 | Self::V5_0)
    }

    /// The line called `name`: `5.0`, or a version of it such as `5.0.1`.
    pub fn named(name: &str) -> Option<Self> {
        let release = Release::of_tag(name)?;
        (release.known == Match::Exact).then_some(release.line)
    }
}

impl Release {
    /// The release in a tag such as `4.0.12`; `None` for a tag without a Pulsar version, such as `latest`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let number = tag.strip_prefix('v').unwrap_or(tag);
        let mut parts = number.split(['.', '-', '_', '@', '+']).map(str::parse::<u32>);
        let (major, minor) = (parts.next()?.ok()?, parts.next()?.ok()?);
        let (line, known) = match (major, minor) {
            (3, 0) => (Version::V3_0, Match::Exact),
            (4, 0) => (Version::V4_0, Match::Exact),
            (4, 2) => (Version::V4_2, Match::Exact),
            (5, 0) => (Version::V5_0, Match::Exact),
            (..3, _) | (3, ..3) => (Version::V3_0, Match::Nearest),
            (3, _) => (Version::V4_0, Match::Nearest),
            (4, _) => (Version::V4_2, Match::Nearest),
            (5..=HIGHEST_MAJOR, _) => (Version::V5_0, Match::Nearest),
            _ => return None,
        };
        // Images had Java 11 before 2.11, 17 before 3.3, and 21 before 5.0. Those before 2.10 ran as root, the oldest with Java 8.
        let java = match (major, minor) {
            (..2, _) | (2, ..10) => None,
            (2, 10) => Some(JavaVersion::V11),
            _ => Some(line.java()),
        };
        Some(Self { line, known, java })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_find_their_line() {
        let line = |tag| {
            Release::of_tag(tag)
                .map(|release| (release.line, release.known, release.java.map_or("none", JavaVersion::name)))
        };
        assert_eq!(line("4.0.12"), Some((Version::V4_0, Match::Exact, "21")));
        assert_eq!(line("4.1.3"), Some((Version::V4_2, Match::Nearest, "21")));
        assert_eq!(line("3.0.7"), Some((Version::V3_0, Match::Exact, "17")));
        assert_eq!(line("3.2.0"), Some((Version::V3_0, Match::Nearest, "17")));
        assert_eq!(line("3.3.1"), Some((Version::V4_0, Match::Nearest, "21")));
        assert_eq!(line("2.10.4"), Some((Version::V3_0, Match::Nearest, "11")));
        assert_eq!(line("2.7.4"), Some((Version::V3_0, Match::Nearest, "none")));
        assert_eq!(line("5.0.0-M1"), Some((Version::V5_0, Match::Exact, "25")));
        assert_eq!(line("v4.0.12@sha256:ab"), Some((Version::V4_0, Match::Exact, "21")));
        for tag in ["latest", "mycorp-7", "2026.11", "4", "sha-4.0"] {
            assert_eq!(line(tag), None, "{tag}");
        }
        assert_eq!(Version::named("5.0"), Some(Version::V5_0));
        assert_eq!(Version::named("4.1"), None);
    }
}
