//! The contracts and the library, embedded in the binary.

use nickel_lang_core::cache::{CacheHub, InputFormat, SourcePath};
use pulsarc_diag::{SourceId, Sources};
use std::path::Path;

/// Every file of the contracts and the library.
pub(crate) const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
/// A fingerprint of the contracts, which changes with any of their bytes.
pub(crate) const TEXTS_OF_CONTRACTS: &str = include!(concat!(env!("OUT_DIR"), "/contracts.rs"));
/// Where the embedded files are, as Nickel sees it: not a directory of any machine.
pub(crate) const ROOT: &str = "/pulsarc";
/// The directory of the contracts among them.
pub(crate) const CONTRACTS: &str = "/pulsarc/contracts/";
/// Where the contracts of single values are among the embedded files.
pub(crate) const SHARED: &str = "contracts/shared/";
/// The copy of the embedded files in a user's project, there for editors and plain Nickel.
pub(crate) const VENDORED: &str = ".pulsarc";
/// The standard library's name.
pub(crate) const LIBRARY: &str = "std";
/// The file that exports the contract, and its replacement for users' files: pulsarc applies the contract to the
/// whole configuration anyway, and then reports every mistake instead of the first.
const HANDED_OUT: (&str, &str) = ("lib/cluster.ncl", "Dyn");

/// Adds an embedded file, by the name that Nickel knows it by, to the texts that findings may be about.
pub(crate) fn add_embedded(name: &str, sources: &mut Sources) -> SourceId {
    let own = name.strip_prefix(ROOT).map_or(name, |own| own.trim_start_matches('/'));
    let text = EMBEDDED.iter().find(|(known, _)| *known == own).map_or("", |(_, text)| *text);
    sources.add_own(name, text)
}

/// The text of an embedded file, by the name that findings know it by.
pub(crate) fn text(name: &str) -> Option<&'static str> {
    EMBEDDED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// Puts the embedded files below a folder, where imports find them before any file that is there.
pub(crate) fn embed(cache: &mut CacheHub, folder: &Path, wanted: fn(&str) -> bool) {
    for (name, text) in EMBEDDED.iter().filter(|(name, _)| wanted(name)) {
        let text = if *name == HANDED_OUT.0 { HANDED_OUT.1 } else { *text };
        let path = SourcePath::Path(folder.join(name), InputFormat::Nickel);
        cache.sources.add_string(path, text.to_owned());
    }
}

/// Whether a line of the library begins with a key of this name.
pub(crate) fn library_has_key(name: &str) -> bool {
    let is_key = |line: &str| {
        let after = line.trim_start().strip_prefix(name);
        after.is_some_and(|after| after.is_empty() || after.starts_with([' ', '.', ',']))
    };
    EMBEDDED.iter().filter(|(file, _)| file.starts_with("lib/")).any(|(_, text)| text.lines().any(is_key))
}

/// Whether the library annotates an export of this name with the type of a function.
pub(crate) fn library_has_function(name: &str) -> bool {
    EMBEDDED.iter().filter(|(file, _)| file.starts_with("lib/")).any(|(_, text)| {
        let lines = text.lines().zip(text.lines().skip(1));
        lines.into_iter().any(|(line, next)| {
            line.trim() == name && next.trim_start().starts_with('|') && next.contains("-> ")
        })
    })
}
