//! The list of the files that pulsarc wrote into a folder. Files that are not on it are foreign: they are neither
//! replaced nor removed.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The name of the list, in the folder itself.
pub(super) const LIST: &str = ".pulsarc-files";
/// How the names of staged files and folders begin.
pub(super) const STAGED: &str = ".pulsarc-";

/// The files of a folder that pulsarc wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnFiles {
    /// The form of the list.
    version: u32,
    /// The cluster of a fleet that the folder is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) cluster: Option<String>,
    /// Their paths from the folder, with `/` between the parts.
    pub(super) files: BTreeSet<String>,
}

const VERSION: u32 = 1;

impl OwnFiles {
    pub(super) fn new(cluster: Option<&str>, files: impl IntoIterator<Item = String>) -> Self {
        Self { version: VERSION, cluster: cluster.map(str::to_owned), files: files.into_iter().collect() }
    }

    /// Parses a list, or explains why it is invalid. Each name is checked, whoever wrote it.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, String> {
        let list: Self = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if list.version != VERSION {
            return Err(format!("its version is {}, not {VERSION}", list.version));
        }
        match list.files.iter().find(|name| !is_plain(name)) {
            Some(name) => Err(format!("{name:?} is not a plain path below the folder")),
            None => Ok(list),
        }
    }

    /// The text of the list: a name a line, so that a change of it is read in a pull request.
    pub(super) fn text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// Whether a path is one of plain names, none of them hidden.
pub(super) fn is_plain(path: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && !name.starts_with('.');
    path.split('/').all(is_name) && !path.chars().any(|letter| letter.is_control() || letter == '\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back_as_it_was_written() {
        for cluster in [None, Some("prod/eu")] {
            let list = OwnFiles::new(cluster, ["a.yaml", "b/c.yaml"].map(str::to_owned));
            assert_eq!(OwnFiles::parse(list.text().as_bytes()), Ok(list));
        }
    }

    #[test]
    fn a_list_names_plain_paths_only() {
        for name in [
            "/etc/passwd",
            "../a",
            "a/../b",
            "a//b",
            "",
            ".",
            ".git/config",
            "a/.b",
            "x\nimportant.yaml",
            "a\\b",
        ] {
            let list = OwnFiles::new(None, [name.to_owned()]);
            assert!(OwnFiles::parse(list.text().as_bytes()).is_err(), "{name:?}");
        }
        // A name a line, as an older version wrote it.
        for text in ["", "a.yaml\nb.yaml\n", "[]", "{\"version\": 2, \"files\": []}", "{\"files\": [\"a\"]}"]
        {
            assert!(OwnFiles::parse(text.as_bytes()).is_err(), "{text}");
        }
    }
}
