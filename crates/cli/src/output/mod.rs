//! Where manifests go: standard output, or a folder that is written whole or not at all.

mod exchange;
mod file;
mod folder;
mod layout;
pub(crate) mod project;
pub(crate) mod variables;

pub(crate) use folder::{Against, holds, other_builds, remove, replace};

use crate::budget;
use crate::exit::Failure;
use clap::ValueEnum;
use pulsarc_kube::{Object, write};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// The form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// YAML
    Yaml,
    /// JSON
    Json,
}

impl Format {
    fn written(self) -> write::Format {
        match self {
            Self::Yaml => write::Format::Yaml,
            Self::Json => write::Format::Json,
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Json => "json",
        }
    }
}

/// How objects are spread over the files of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layout {
    /// All in one file
    Stream,
    /// A file an object
    Objects,
    /// A file a component
    Components,
    /// A file an object, and a kustomization.yaml over them
    Kustomize,
}

/// Writes all objects to standard output.
pub(crate) fn to_standard_output(objects: &[Object], format: Format) -> Result<(), Failure> {
    let objects: Vec<&Object> = objects.iter().collect();
    let text = write::stream(&objects, format.written()).map_err(Failure::unwritable)?;
    budget::may_write(text.len())?;
    print(&text)
}

/// Writes a text to standard output. A reader that has seen enough (`| head`) is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::output(&error)),
        _ => Ok(()),
    }
}

/// Writes a text to a file, which appears whole; one that is there is replaced only if that was asked for.
pub(crate) fn to_file(text: &str, path: &Path, replace: bool) -> Result<(), Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some(name) = name else {
        return Err(Failure::usage(format!("{} is no name of a file", path.display())));
    };
    folder::put_one(folder, &name, text, replace)
}

/// Writes all objects to a folder, in place of what an earlier build left there.
pub(crate) fn to_folder(
    objects: &[Object],
    folder: &Path,
    layout: Layout,
    format: Format,
) -> Result<(), Failure> {
    replace(folder, &files(objects, layout, format)?, Against::PowerFailures)
}

/// The files that objects become.
pub(crate) fn files(
    objects: &[Object],
    layout: Layout,
    format: Format,
) -> Result<BTreeMap<String, String>, Failure> {
    let files = layout::files(objects, layout, format).map_err(Failure::unwritable)?;
    budget::may_write(files.values().map(String::len).sum())?;
    Ok(files)
}

/// Writes a text to a file, or to standard output where none is named.
pub(crate) fn to_file_or_print(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    budget::may_write(text.len())?;
    match path {
        Some(path) => file::replace(path, text),
        None => print(text),
    }
}

/// Puts a text in the place of a file, which is then either the old or the new one.
pub(crate) fn replace_file(path: &Path, text: &str) -> Result<(), Failure> {
    folder::replace_file(path, text)
}
