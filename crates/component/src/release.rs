//! The release of Pulsar that an image has, and the defaults that follow it.

use crate::shapes::ImageSpec;
use crate::{Cluster, DEFAULT_PULSAR_VERSION};
use pulsarc_catalogue::jvm::JavaVersion;
use pulsarc_catalogue::{Match, Release, Version};

/// The tag of every image that has none of its own.
const TAG: &str = "defaultPulsarImageTag";
/// The repository of every image that has none of its own.
const REPOSITORY: &str = "defaultPulsarImageRepository";
/// The variable with the collector's options.
const COLLECTOR: &str = "PULSAR_GC";

/// The Pulsar in an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageRelease {
    /// Its line and Java.
    pub release: Release,
    /// The image's repository.
    pub repository: String,
    /// The setting that decides on the repository.
    pub repository_path: String,
    /// The image's tag.
    pub tag: String,
    /// The setting that decides on the tag.
    pub tag_path: String,
    /// Where the release was read.
    pub from: ReleaseSource,
}

/// Where the release of an image was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReleaseSource {
    /// In the tag.
    Tag,
    /// In `pulsarVersion`: the tag has no version.
    Setting,
    /// Nowhere: the release that this version of pulsarc is made for is assumed.
    Assumed,
}

impl ImageRelease {
    /// The line.
    pub fn line(&self) -> Version {
        self.release.line
    }

    /// The Java in the image; none for an image from before Pulsar 2.10, whose JVM is not checked.
    pub fn java(&self) -> Option<JavaVersion> {
        self.release.java
    }
}

impl Cluster<'_> {
    /// The Pulsar in an image, by the path of its settings: `images.bookie`.
    pub fn release(&self, image: &str) -> ImageRelease {
        let given = |path: String| self.text(&path).filter(|text| !text.is_empty()).map(|text| (path, text));
        let own_tag = given(format!("{image}.tag"));
        let own_repository = given(format!("{image}.repository"));
        self.release_of(own_repository, own_tag)
    }

    /// The path of the image settings of a component, by its block.
    pub fn image_of(&self, block: &str) -> &'static str {
        let records = self.topology.records.iter();
        records.filter(|record| record.block == block).map(|record| record.image).next().unwrap_or_default()
    }

    /// The whole reference of an image.
    pub fn image(&self, image: &ImageSpec) -> String {
        let given = |text: &Option<String>| {
            text.clone().filter(|text| !text.is_empty()).map(|text| (String::new(), text))
        };
        let release = self.release_of(given(&image.repository), given(&image.tag));
        format!("{}:{}", release.repository, release.tag)
    }

    fn release_of(
        &self,
        repository: Option<(String, String)>,
        tag: Option<(String, String)>,
    ) -> ImageRelease {
        let stated = self.stated_release();
        let general = self.base.default_pulsar_image_tag.clone().filter(|tag| !tag.is_empty());
        let (tag_path, tag) =
            tag.unwrap_or_else(|| (TAG.to_owned(), general.unwrap_or_else(|| self.default_tag())));
        let (release, from) = match (Release::of_tag(&tag), stated) {
            (Some(release), _) => (release, ReleaseSource::Tag),
            (None, Some(release)) => (release, ReleaseSource::Setting),
            (None, None) => (default_release(), ReleaseSource::Assumed),
        };
        let (repository_path, repository) =
            repository.unwrap_or_else(|| (REPOSITORY.to_owned(), self.default_repository()));
        ImageRelease { release, repository, repository_path, tag, tag_path, from }
    }

    /// The release in `pulsarVersion`.
    fn stated_release(&self) -> Option<Release> {
        self.base.pulsar_version.as_deref().and_then(Release::of_tag)
    }

    /// The tag of images that nobody gave one: the release that pulsarc is made for, or that of `pulsarVersion`.
    fn default_tag(&self) -> String {
        match self.stated_release().map(|release| release.line) {
            Some(line) if line != default_release().line => line.read_from().to_owned(),
            _ => DEFAULT_PULSAR_VERSION.to_owned(),
        }
    }

    /// The repository of images that nobody gave one: what Apache publishes for the release in `pulsarVersion`, or for the release
    /// that pulsarc is made for.
    fn default_repository(&self) -> String {
        if let Some(set) = self.base.default_pulsar_image_repository.clone().filter(|set| !set.is_empty()) {
            return set;
        }
        let release = self.stated_release().unwrap_or_else(default_release);
        // As the chart, the image with every offloader where there is one.
        release.line.images().last().map_or_else(String::new, |image| (*image).to_owned())
    }

    /// Whether an option among the defaults of a component's JVM is right for the Java of `image`. From Java 25 on Pulsar's
    /// launcher chooses the collector if `PULSAR_GC` is unset. A Java older than 21 does not know every option of the chart:
    /// the defaults follow it only if `pulsarVersion` says that such a line is meant.
    pub fn keeps_default_option(&self, image: &str, variable: &str, option: &str) -> bool {
        let Some(java) = self.release(image).java() else { return true };
        variable != COLLECTOR
            || (java < JavaVersion::V25
                && (java >= JavaVersion::V21
                    || option != "-XX:+ZGenerational"
                    || self.base.pulsar_version.is_none()))
    }
}

/// The release that this version of pulsarc is made for.
fn default_release() -> Release {
    Release::of_tag(DEFAULT_PULSAR_VERSION).unwrap_or(Release {
        line: Version::V4_0,
        known: Match::Exact,
        java: Some(Version::V4_0.java()),
    })
}
