//! What a Nickel file imports, read before it is parsed: from within the project alone, and no more than is allowed.
//!
//! Every import is looked up as Nickel looks it up, checked with its symbolic links resolved, read once, and handed to
//! Nickel as a text, so that what was checked is what is evaluated. Nothing is said of what is outside, not even whether
//! it is there. Nickel itself reads no file: an import that leads nowhere is told here, since Nickel would go on looking
//! beside its library, where `..` leads anywhere.

use crate::codes::{IMPORT, OUTSIDE, SYNTAX, TOO_LARGE};
use crate::nickel::embedded::VENDORED;
use crate::read::limits;
use crate::read::nesting::{self, Import, Outline};
use crate::read::sandbox;
use crate::read::yaml;
use nickel_lang_core::cache::{InputFormat, SourceCache, SourcePath, normalize_abs_path};
use nickel_lang_core::files::FileId;
use nickel_lang_core::position::RawSpan;
use pulsarc_diag::{Code, Diagnostic, Findings, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why an import is not evaluated.
pub(crate) struct Refusal {
    pub(crate) code: &'static Code,
    pub(crate) span: RawSpan,
    pub(crate) message: String,
    pub(crate) help: String,
}

/// What became of the imports of a file, and of those in what it imports.
#[derive(Default)]
pub(crate) struct Imports {
    /// The files that may be evaluated.
    pub(crate) admitted: BTreeSet<FileId>,
    /// Every path that was looked for, with what is there; nothing where there is no file.
    pub(crate) looked_for: BTreeMap<PathBuf, Option<Arc<str>>>,
    /// Whether one of the files can compute without an end.
    pub(crate) computes: bool,
    /// Why they may not be evaluated.
    pub(crate) refused: Vec<Refusal>,
}

/// Reads everything that a file imports, and what that imports. The file itself has been looked over.
pub(crate) fn read(cache: &mut SourceCache, first: FileId, path: &Path, library: &Path) -> Imports {
    let folder = path.parent().unwrap_or(path);
    let outline = nesting::outline(cache.source(first));
    let mut reader = Reader {
        roots: sandbox::roots(folder),
        library,
        cache,
        above: vec![first],
        read: BTreeSet::from([normalize_abs_path(path)]),
        imports: Imports { admitted: BTreeSet::from([first]), ..Imports::default() },
    };
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

/// Where a path leads.
enum Leads {
    Inside(PathBuf),
    Outside,
    Nowhere,
}

struct Reader<'c> {
    roots: Vec<PathBuf>,
    library: &'c Path,
    cache: &'c mut SourceCache,
    /// The files that lead to the one that is looked at.
    above: Vec<FileId>,
    read: BTreeSet<PathBuf>,
    imports: Imports,
}

impl Reader<'_> {
    fn file(&mut self, id: FileId, folder: &Path, outline: Outline) {
        self.imports.computes |= outline.computes;
        for import in outline.imports {
            let at = RawSpan::from_range(id, import.span.clone());
            match self.find(folder, &import) {
                Ok(Found::Known(known)) if self.above.contains(&known) => self.refuse(
                    &IMPORT,
                    at,
                    "this import leads back to a file that it comes from",
                    "move what both files need into a third one that imports neither",
                ),
                Ok(Found::Known(known)) => {
                    self.imports.admitted.insert(known);
                }
                Ok(Found::Read(file)) => {
                    self.imports.admitted.insert(file);
                    if import.format == InputFormat::Nickel {
                        self.nickel(file, &normalize_abs_path(&folder.join(&import.path)));
                    } else {
                        self.data(file, import.format);
                    }
                }
                Err((code, message, help)) => self.refuse(code, at, message, help),
            }
        }
    }

    fn nickel(&mut self, id: FileId, path: &Path) {
        let outline = nesting::outline(self.cache.source(id));
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

    /// Data is read by Nickel, which counts neither depth nor aliases nor digits.
    fn data(&mut self, id: FileId, format: InputFormat) {
        if !matches!(format, InputFormat::Json | InputFormat::Yaml) {
            return;
        }
        let (mut sources, mut found) = (Sources::default(), Findings::default());
        let source = sources.add("", self.cache.source(id).to_owned());
        yaml::read_stream(source, &sources, &mut found);
        let excess = found.iter().find(|found| found.code == &TOO_LARGE);
        let excess = excess.and_then(|Diagnostic { span, message, help, .. }| {
            Some((span.as_ref()?.range(), message.clone(), help.clone().unwrap_or_default()))
        });
        let number = || {
            let range = yaml::long_number(source, &sources)?;
            let excess = nesting::Excess::Number(range);
            Some((excess.range(), excess.message().to_owned(), excess.help().to_owned()))
        };
        if let Some((range, message, help)) = excess.or_else(number) {
            self.refuse(&TOO_LARGE, RawSpan::from_range(id, range), message, help);
        }
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

    fn find(&mut self, folder: &Path, import: &Import) -> Result<Found, Reason> {
        let path = normalize_abs_path(&folder.join(&import.path));
        let own = path.starts_with(self.library)
            || path.components().any(|part| part.as_os_str() == VENDORED)
            || self.read.contains(&path);
        let name = SourcePath::Path(path.clone(), import.format);
        if let Some(id) = own.then(|| self.cache.id_of(&name)).flatten() {
            return Ok(Found::Known(id));
        }
        let leads = self.leads(&path);
        if let Leads::Inside(real) = leads {
            let text = text(&real, &import.path)?;
            let id = self.cache.add_string(name, text);
            self.read.insert(path.clone());
            self.imports.looked_for.insert(path, Some(self.cache.clone_source(id)));
            return Ok(Found::Read(id));
        }
        let in_library = normalize_abs_path(&self.library.join(&import.path));
        let in_library = Some(in_library).filter(|path| path.starts_with(self.library));
        let known = in_library.and_then(|path| self.cache.id_of(&SourcePath::Path(path, import.format)));
        match (known, leads) {
            (Some(known), leads) => {
                if matches!(leads, Leads::Nowhere) {
                    self.imports.looked_for.insert(path, None);
                }
                Ok(Found::Known(known))
            }
            (None, Leads::Outside) => Err((
                &OUTSIDE,
                "this import reaches outside of the project".to_owned(),
                "copy the file into the project, or allow its folder with --allow-import DIR",
            )),
            (None, _) => Err((
                &IMPORT,
                format!(
                    "there is no `{}`: neither beside the file that imports it nor in pulsarc's library",
                    import.path.display()
                ),
                "correct the path; pulsarc's own library is imported as \"pulsar.ncl\"",
            )),
        }
    }

    /// Where a path leads. One that leads out is outside whether it is there or not.
    fn leads(&self, path: &Path) -> Leads {
        let within = |real: &Path| self.roots.iter().any(|root| real.starts_with(root));
        for part in path.ancestors() {
            match part.canonicalize() {
                Ok(real) if within(&real) => {
                    return if part == path { Leads::Inside(real) } else { Leads::Nowhere };
                }
                Ok(_) => return Leads::Outside,
                // A link to what is not there may point anywhere.
                Err(_) if part.is_symlink() => return Leads::Outside,
                Err(_) => {}
            }
        }
        Leads::Outside
    }
}

/// Why an import cannot be read: the code, what is wrong, and what to do.
type Reason = (&'static Code, String, &'static str);

/// The text of a file, if it is one.
fn text(path: &Path, written: &Path) -> Result<String, Reason> {
    let written = written.display();
    let refused = |code, why: &str, help| Err((code, format!("`{written}` cannot be imported: {why}"), help));
    let unreadable = || refused(&IMPORT, "it cannot be read", "look at the rights of the file");
    match fs::metadata(path) {
        Ok(meta) if meta.is_dir() => {
            return refused(&IMPORT, "it is a folder", "import the file in it that is meant");
        }
        // It may never end, and reading it may change it.
        Ok(meta) if !meta.is_file() => {
            return refused(&IMPORT, "it is no file but a pipe or a device", "write what it gives to a file");
        }
        Ok(_) => {}
        Err(_) => return unreadable(),
    }
    let mut bytes = Vec::new();
    let largest = limits::held().input;
    let read = File::open(path).and_then(|file| file.take(largest.saturating_add(1)).read_to_end(&mut bytes));
    if read.is_err() {
        return unreadable();
    }
    if bytes.len() as u64 > largest {
        let why = format!("it has more than {} MiB, and is no configuration", largest >> 20);
        return refused(&TOO_LARGE, &why, "import less, or raise the limit with --max-input");
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }),
        Err(error) => {
            let why = format!("byte {} is not UTF-8", error.utf8_error().valid_up_to() + 1);
            refused(&SYNTAX, &why, "save the file as UTF-8")
        }
    }
}
