//! Where manifests go: standard output, or a folder that is written completely or not at all.

pub(crate) mod destination;
mod directory;
mod document;
mod exchange;
mod file;
mod folder;
mod layout;
mod own;
mod place;
mod plan;
pub(crate) mod project;
pub(crate) mod variables;

pub(crate) use destination::Destination;
pub(crate) use document::{By, Document};
pub(crate) use file::{Mark, Single, put as to_file, replaces, rewrite as rewrite_file};
pub(crate) use folder::{
    Delivery, holds, other_clusters, remove_cluster, replace, replace_below, written_folders,
};
pub(crate) use plan::{Against, Foreign};

use crate::exit::{Exit, Failure};
use clap::ValueEnum;
use pulsarc_compiler::limits;
use pulsarc_diag::sanitize::{Escaped, Terminal};
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

/// How to split objects into the files of a folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layout {
    /// All in one file
    #[default]
    Stream,
    /// One file per object
    Objects,
    /// One file per component
    Components,
    /// One file per object, and a kustomization.yaml that lists them
    Kustomize,
}

/// Whether so many bytes may be written for one configuration.
fn may_write(bytes: usize) -> Result<(), Failure> {
    let most = limits::held().output;
    if bytes as u64 <= most {
        return Ok(());
    }
    let message = format!(
        "the output exceeds {} MiB; nothing was written: look for a text or list that is too large, or raise \
        the limit with --max-output",
        most >> 20
    );
    Err(Failure::of(Exit::PastLimit, message))
}

/// Writes all objects to standard output.
pub(crate) fn to_standard_output(objects: &[Object], format: Format) -> Result<(), Failure> {
    let objects: Vec<&Object> = objects.iter().collect();
    let text = write::stream(&objects, format.written()).map_err(Failure::unwritable)?;
    may_write(text.len())?;
    print(Document::of(text, By::Serializer))
}

/// Writes a text for people to standard output, sanitized.
pub(crate) fn print_text(text: &str) -> Result<(), Failure> {
    print(Escaped::<Terminal>::of(text))
}

/// Writes a document to standard output. A closed pipe (`| head`) is not an error.
pub(crate) fn print(document: impl Into<Document>) -> Result<(), Failure> {
    let document = document.into();
    let mut out = io::stdout().lock();
    match out.write_all(document.as_str().as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::output(&error)),
        _ => Ok(()),
    }
}

/// Writes all objects to a folder, in place of what an earlier build left there.
pub(crate) fn to_folder(
    objects: &[Object],
    folder: &Path,
    (layout, format): (Layout, Format),
    delivery: Delivery<'_>,
) -> Result<(), Failure> {
    replace(folder, &files(objects, layout, format)?, delivery)
}

/// The files that objects become.
pub(crate) fn files(
    objects: &[Object],
    layout: Layout,
    format: Format,
) -> Result<BTreeMap<String, String>, Failure> {
    let files = layout::files(objects, layout, format).map_err(Failure::unwritable)?;
    may_write(files.values().map(String::len).sum())?;
    Ok(files)
}

/// Writes a document to a file, or to standard output if none is named.
pub(crate) fn to_file_or_print(
    path: Option<&Path>,
    document: Document,
    single: Single<'_>,
) -> Result<(), Failure> {
    may_write(document.as_str().len())?;
    match path {
        Some(path) => file::put(path, document.as_str(), single),
        None => print(document),
    }
}
