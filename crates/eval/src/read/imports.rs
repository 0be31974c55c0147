//! Imports of a Nickel file, read before it is parsed: only from within the project, and within the limits.
//!
//! Every import is resolved as Nickel resolves it, checked with its symbolic links followed, read once, and passed to
//! Nickel as a text under the path that Nickel asks for. So the checked text is the evaluated one, and Nickel never
//! opens a file. Messages reveal nothing about files outside, not even whether they exist.

use super::files::{self, Leads, Reason};
use super::layers::OpenTexts;
use super::outline::{self, Import, Imported, Outline};
use super::slips::Mended;
use crate::codes::{IMPORT, OUTSIDE, SYNTAX, TOO_LARGE};
use crate::nickel::embedded::VENDORED;
use crate::{limits, sandbox};
use nickel_lang_core::cache::{InputFormat, SourceCache, SourcePath, normalize_abs_path};
use nickel_lang_core::files::FileId;
use nickel_lang_core::position::RawSpan;
use pulsarc_diag::Code;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why an import is not evaluated.
pub(crate) struct Refusal {
    pub(crate) code: &'static Code,
    pub(crate) span: RawSpan,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// The imports of a file and of its imports.
#[derive(Default)]
pub(crate) struct Imports {
    /// Every path that was tried, with its contents; `None` if there is no file.
    pub(crate) looked_for: BTreeMap<PathBuf, Option<Arc<str>>>,
    /// The files of data, with the format that each is to be read in.
    pub(crate) data: Vec<(FileId, InputFormat)>,
    /// Whether one of the files can compute without an end.
    pub(crate) computes: bool,
    /// Why they may not be evaluated.
    pub(crate) refused: Vec<Refusal>,
    /// The files with slips, which are repaired.
    pub(crate) mended: HashMap<FileId, Mended>,
}

/// How the slips of a Nickel text are repaired before its imports are looked for.
pub(crate) type Mend<'m> = &'m dyn Fn(&str) -> Option<Mended>;

/// Reads everything that a file imports, and what that imports. The file itself has been looked over.
pub(crate) fn read(
    cache: &mut SourceCache,
    first: FileId,
    path: &Path,
    library: &Path,
    open: &OpenTexts,
    mend: Mend<'_>,
) -> Imports {
    let folder = path.parent().unwrap_or(path);
    let mut reader = Reader {
        roots: sandbox::roots(folder),
        library,
        cache,
        above: vec![first],
        read: BTreeSet::from([normalize_abs_path(path)]),
        left: limits::held().input,
        imports: Imports::default(),
        open,
        mend,
    };
    reader.mend(first);
    let outline = outline::outline(reader.cache.source(first));
    if let Some(excess) = &outline.excess {
        reader.refuse(
            &TOO_LARGE,
            RawSpan::from_range(first, excess.range()),
            excess.message(),
            excess.help(),
        );
        return reader.imports;
    }
    reader.file(first, folder, outline);
    reader.imports
}

/// What an import turns out to be.
enum Found {
    /// A file that Nickel has already.
    Known(FileId),
    /// A file that is Nickel's from here on.
    Read(FileId),
}

struct Reader<'c> {
    roots: Vec<PathBuf>,
    library: &'c Path,
    cache: &'c mut SourceCache,
    /// The files that lead to the one that is looked at.
    above: Vec<FileId>,
    read: BTreeSet<PathBuf>,
    /// So many bytes may still be imported.
    left: u64,
    imports: Imports,
    open: &'c OpenTexts,
    mend: Mend<'c>,
}

impl Reader<'_> {
    fn file(&mut self, id: FileId, folder: &Path, outline: Outline) {
        self.imports.computes |= outline.computes;
        for Import { of, span } in outline.imports {
            let at = RawSpan::from_range(id, span);
            let found = match of {
                Imported::File(path, format) => {
                    self.find(folder, &path, format).map(|found| (found, path, format))
                }
                Imported::OfNoFormat(name) => Err(no_format(&name)),
                Imported::NoFile => Err(no_file()),
            };
            match found {
                Ok((Found::Known(known), ..)) if self.above.contains(&known) => self.refuse(
                    &IMPORT,
                    at,
                    "this import leads back to its own file",
                    "move what both files need to a third file that imports neither",
                ),
                Ok((Found::Known(_), ..)) => {}
                Ok((Found::Read(file), path, InputFormat::Nickel)) => {
                    self.nickel(file, &normalize_abs_path(&folder.join(path)));
                }
                Ok((Found::Read(file), _, format)) => self.imports.data.push((file, format)),
                Err((code, message, help)) => self.refuse(code, at, message, help),
            }
        }
    }

    /// Repairs the slips of a text.
    fn mend(&mut self, id: FileId) {
        if let Some(mended) = (self.mend)(self.cache.source(id)) {
            self.cache.files.update(id, mended.text.clone());
            self.imports.mended.insert(id, mended);
        }
    }

    fn nickel(&mut self, id: FileId, path: &Path) {
        self.mend(id);
        let mut outline = outline::outline(self.cache.source(id));
        for (range, unfit) in std::mem::take(&mut outline.unfit) {
            self.refuse(unfit.code(), RawSpan::from_range(id, range), unfit.message(), unfit.help());
        }
        if let Some(excess) = &outline.excess {
            return self.refuse(
                &TOO_LARGE,
                RawSpan::from_range(id, excess.range()),
                excess.message(),
                excess.help(),
            );
        }
        self.above.push(id);
        self.file(id, path.parent().unwrap_or(path), outline);
        self.above.pop();
    }

    fn refuse(
        &mut self,
        code: &'static Code,
        span: RawSpan,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.imports.refused.push(Refusal { code, span, message: message.into(), help: help.into() });
    }

    fn find(&mut self, folder: &Path, written: &Path, format: InputFormat) -> Result<Found, Reason> {
        let path = normalize_abs_path(&folder.join(written));
        let name = SourcePath::Path(path.clone(), format);
        let own = path.starts_with(self.library)
            || path.components().any(|part| part.as_os_str() == VENDORED)
            || self.read.contains(&path);
        if let Some(id) = own.then(|| self.known(&name)).flatten() {
            return Ok(Found::Known(id));
        }
        let leads = files::leads(&path, &self.roots);
        if let Some(text) = self.text(&leads, &path, written)? {
            self.left = self.left.saturating_sub(text.len() as u64);
            let id = self.cache.add_string(name, text);
            self.read.insert(path.clone());
            self.imports.looked_for.insert(path, Some(self.cache.clone_source(id)));
            return Ok(Found::Read(id));
        }
        let in_library = normalize_abs_path(&self.library.join(written));
        let in_library = in_library.starts_with(self.library).then_some(SourcePath::Path(in_library, format));
        let Some(known) = in_library.and_then(|name| Some((self.known(&name)?, name))) else {
            return Err(if leads == Leads::Outside { outside() } else { nowhere(written) });
        };
        // Nickel looks beside the file first: there it finds the library's, and looks no further.
        if let Some(entry) = self.cache.file_ids.get(&known.1).copied() {
            self.cache.file_ids.insert(name, entry);
        }
        if leads == Leads::Nowhere {
            self.imports.looked_for.insert(path, None);
        }
        Ok(Found::Known(known.0))
    }

    /// The text of what an import leads to, if that is a file of the project's: as somebody has it open, or as it is on
    /// disk.
    fn text(&self, leads: &Leads, path: &Path, written: &Path) -> Result<Option<String>, Reason> {
        let (real, root) = match leads {
            Leads::Inside(root, real) => (real.as_path(), Some(root)),
            // A file that was never saved.
            Leads::Nowhere => (path, None),
            Leads::Outside => return Ok(None),
        };
        if let Some(open) = self.open.get(path).or_else(|| self.open.get(real)) {
            return files::within(open.as_bytes().to_vec(), written, self.left).map(Some);
        }
        root.map(|root| files::text(root, real, written, self.left)).transpose()
    }

    /// A text that Nickel has in memory by this name. Of another it would ask the file system.
    fn known(&self, name: &SourcePath) -> Option<FileId> {
        self.cache.file_ids.contains_key(name).then(|| self.cache.id_of(name)).flatten()
    }
}

fn outside() -> Reason {
    (
        &OUTSIDE,
        "this import reaches outside the project".to_owned(),
        "copy the file into the project, or allow its directory with --allow-import DIR",
    )
}

fn nowhere(written: &Path) -> Reason {
    let written = written.display();
    (
        &IMPORT,
        format!("`{written}` is neither beside the file that imports it nor in pulsarc's library"),
        "correct the path; pulsarc's own library is imported as \"pulsar.ncl\"",
    )
}

fn no_format(name: &str) -> Reason {
    (
        &SYNTAX,
        format!("`{name}` is not a format that can be imported"),
        "write one of 'Nickel, 'Json, 'Yaml, 'Toml, 'Text",
    )
}

fn no_file() -> Reason {
    (
        &SYNTAX,
        "this import names no file".to_owned(),
        "write the file's path in double quotes: import \"sizes.ncl\"; packages cannot be imported",
    )
}
