//! Places in files: of spans in checked configurations, and of bytes in the files that they are made of.

use crate::analysis::Checked;
use crate::copies;
use crate::documents::Language;
use crate::outline::Outline;
use crate::position::Text;
use crate::texts::from_disk;
use crate::uri;
use crate::view::View;
use lsp_types::Location;
use pulsarc_diag::Span;
use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The mark that some editors write at the start of a file; spans count from the byte after it.
const BYTE_ORDER_MARK: &str = "\u{feff}";
/// The root that names of contracts and of the library start from.
const OWN: &str = "/pulsarc/";
/// A project's copy of the contracts and the library.
const VENDORED: &str = ".pulsarc";

/// A file of a configuration with its settings.
#[derive(Debug)]
pub(crate) struct File {
    /// Its absolute path.
    pub(crate) path: PathBuf,
    /// Its text, without a byte order mark.
    pub(crate) text: Text,
    /// Its language.
    pub(crate) language: Language,
    /// Its settings.
    pub(crate) outline: Outline,
}

impl File {
    /// The file at a path as it is now: as it is open, as it was last checked, or as it is on disk.
    pub(crate) fn at(view: &View<'_>, checked: Option<&Checked>, path: &Path) -> Option<Self> {
        let language = match view.documents.get(path) {
            Some(open) => open.language,
            None if path.extension().is_some_and(|ending| ending == "ncl") => Language::Nickel,
            None => Language::Values,
        };
        let text = text(view, checked, path)?;
        let outline = Outline::of(&text, language);
        Some(Self { path: path.to_owned(), text: Text::new(text.into_owned()), language, outline })
    }

    /// A part of its text.
    pub(crate) fn slice(&self, bytes: &Range<usize>) -> &str {
        self.text.as_str().get(bytes.clone()).unwrap_or_default()
    }

    /// Where a part of its text is.
    pub(crate) fn location(&self, view: &View<'_>, bytes: Range<usize>) -> Option<Location> {
        match view.documents.get(&self.path) {
            Some(open) => Some(Location::new(open.uri.clone(), open.range(bytes, view.encoding))),
            None => Some(Location::new(uri::of(&self.path)?, self.text.range(bytes, view.encoding))),
        }
    }
}

fn text<'v>(view: &'v View<'_>, checked: Option<&'v Checked>, path: &Path) -> Option<Cow<'v, str>> {
    if let Some(open) = view.documents.get(path) {
        return Some(open.checked_text().into());
    }
    if let Some(text) = checked.and_then(|checked| checked.text(path)) {
        return Some(text.into());
    }
    let text = String::from_utf8(from_disk(path).ok()?).ok()?;
    Some(text.strip_prefix(BYTE_ORDER_MARK).map_or(text.clone(), str::to_owned).into())
}

impl Checked {
    /// The text of a layer or an import as it was checked, without a byte order mark.
    pub(crate) fn text(&self, path: &Path) -> Option<&str> {
        let layer = self.layers.iter().find(|layer| Path::new(&layer.name) == path);
        let layer = layer.and_then(|layer| std::str::from_utf8(&layer.bytes).ok());
        let import = || self.built.sources.imports().find(|(import, _)| *import == path);
        let text = layer.or_else(|| import().and_then(|(_, text)| text))?;
        Some(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text))
    }

    /// The name of one of pulsarc's own texts among the contracts and the library: `lib/pulsar.ncl`.
    pub(crate) fn own_name(&self, span: Span) -> Option<&str> {
        let source = self.built.sources.get(span.source);
        own_name(&source.name).filter(|_| !source.users)
    }
}

/// The name of a text among the contracts and the library.
pub(crate) fn own_name(name: &str) -> Option<&str> {
    let vendored = format!("/{VENDORED}/");
    let below = name.split_once(&vendored).map(|(_, below)| below);
    let own = below.or_else(|| name.strip_prefix(OWN)).unwrap_or(name);
    embedded(own).map(|_| own)
}

/// The text of a contract or a part of the library.
pub(crate) fn embedded(name: &str) -> Option<&'static str> {
    pulsarc_compiler::embedded().iter().find(|(own, _)| *own == name).map(|(_, text)| *text)
}

/// Where a span of a checked configuration is.
pub(crate) fn of_span(view: &View<'_>, checked: &Checked, span: Span) -> Option<Location> {
    let Some(path) = checked.path(span.source) else {
        return in_own(view, checked.own_name(span)?, span.range());
    };
    if let Some(open) = view.documents.get(&path) {
        return Some(Location::new(open.uri.clone(), open.range(span.range(), view.encoding)));
    }
    let text = Text::new(checked.text(&path)?.to_owned());
    Some(Location::new(uri::of(&path)?, text.range(span.range(), view.encoding)))
}

/// Where a part of a contract or of the library is: in the project's copy, or in one for editors.
pub(crate) fn in_own(view: &View<'_>, name: &str, bytes: Range<usize>) -> Option<Location> {
    let text = embedded(name)?;
    let is_current = |file: &PathBuf| std::fs::read_to_string(file).is_ok_and(|there| there == text);
    let above = view.document.path.ancestors().skip(1);
    let vendored = above.map(|folder| folder.join(VENDORED).join(name)).find(|file| file.is_file());
    let file =
        vendored.filter(is_current).or_else(|| copied(view.edge.copies.as_deref()?, name, is_current))?;
    Some(Location::new(uri::of(&file)?, Text::new(text.to_owned()).range(bytes, view.encoding)))
}

/// The copy of an embedded file in the folder for copies; all of them are written if it is not there.
fn copied(copies: &Path, name: &str, is_current: impl Fn(&PathBuf) -> bool) -> Option<PathBuf> {
    let folder = copies.join(pulsarc_compiler::fingerprint());
    let file = folder.join(name);
    if !is_current(&file) {
        for (name, text) in pulsarc_compiler::embedded() {
            let copy = folder.join(name);
            copies::write(&copy, text).ok()?;
        }
    }
    Some(file)
}

/// Whether a byte is in a range or at its end, where a cursor is behind a word.
pub(crate) fn covers(range: &Range<usize>, byte: usize) -> bool {
    range.start <= byte && byte <= range.end
}
