//! Where `-o` sends the output: into a folder, or in a format to standard output as with kubectl.

use super::Format;
use std::path::{Path, PathBuf};

/// The value of `-o` of a command that prints or writes a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    /// Standard output, in a format.
    Printed(Format),
    /// A folder.
    Folder(PathBuf),
}

/// The formats that kubectl prints objects in with an expression, and pulsarc does not.
const EXPRESSIONS: [&str; 6] =
    ["jsonpath", "jsonpath-as-json", "jsonpath-file", "go-template", "go-template-file", "custom-columns"];

impl Destination {
    /// Reads the value: `yaml` and `json` are formats, everything else is a folder.
    pub(crate) fn of(path: PathBuf) -> Result<Self, String> {
        match path.to_str().map(|text| text.split_once('=').unwrap_or((text, ""))) {
            Some(("yaml", "")) => Ok(Self::Printed(Format::Yaml)),
            Some(("json", "")) => Ok(Self::Printed(Format::Json)),
            Some((name, _)) if EXPRESSIONS.contains(&name) => {
                Err(format!("only kubectl has the format {name}: use -o json and a program such as jq"))
            }
            _ => Ok(Self::Folder(path)),
        }
    }

    /// The folder, if it is one.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Printed(_) => None,
            Self::Folder(path) => Some(path),
        }
    }
}

/// Reads the value of `-o` of a command that writes a file or a folder, whose name is not that of a format.
pub(crate) fn path(path: PathBuf) -> Result<PathBuf, String> {
    match Destination::of(path)? {
        Destination::Folder(path) => Ok(path),
        Destination::Printed(format) => {
            let name = format.extension();
            Err(format!("-o is a path here, and `{name}` looks like a format: write ./{name}"))
        }
    }
}
