//! A server whose startup checks are rules: the values that it starts with, and the finding that one of them ends it.

use crate::facts::setting;
use pulsarc_catalogue::{Program, Version, effective_default, key};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{Advice, write};
use pulsarc_diag::{Code, Diagnostic, Findings};

/// A server in a cluster, and the rule that is checked.
pub(super) struct Server<'a, 'c> {
    pub(super) cluster: &'a Cluster<'c>,
    /// The block with its `configData`.
    pub(super) block: &'static str,
    /// The program that reads the keys, and what messages call it.
    pub(super) program: (Program, &'static str),
    pub(super) code: &'static Code,
}

impl Server<'_, '_> {
    /// The line of the image that runs it.
    pub(super) fn line(&self) -> Version {
        self.cluster.release(self.cluster.image_of(self.block)).line()
    }

    /// The value that it starts with: the configuration's, else that of the release. Empty for none.
    pub(super) fn value(&self, name: &str) -> String {
        let default = || key(self.line(), self.program.0, name).map(effective_default).unwrap_or_default();
        setting(self.cluster, self.block, name).map_or_else(|| default().to_owned(), |setting| setting.text)
    }

    /// The value as a whole number.
    pub(super) fn whole(&self, name: &str) -> Option<i64> {
        self.value(name).parse().ok()
    }

    /// Whether the server takes the value for true.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.value(name).eq_ignore_ascii_case("true")
    }

    /// Advice to give a key another value.
    pub(super) fn write(&self, name: &str, value: &str) -> Advice {
        let path = setting(self.cluster, self.block, name).map(|setting| setting.path);
        write(path.unwrap_or_else(|| format!("{}.configData.{name}", self.block)), value)
    }

    /// Reports that it exits because of these keys, if the user set any of them.
    pub(super) fn exits(
        &self,
        keys: &[&str],
        why: &str,
        advice: impl IntoIterator<Item = Advice>,
        found: &mut Findings,
    ) {
        let written = keys.iter().filter_map(|key| setting(self.cluster, self.block, key));
        let paths: Vec<String> = written.map(|setting| setting.path).collect();
        if paths.iter().any(|path| self.cluster.is_users(path)) {
            let places: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "set here")).collect();
            let message = format!("{why}; the {} exits at startup", self.program.1);
            found.push(self.cluster.point(Diagnostic::new(self.code, message).advise(advice), &places));
        }
    }
}
