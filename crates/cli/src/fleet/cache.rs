//! The result of clusters before: the same inputs, options and pulsarc come to the same.
//!
//! An entry is named by a hash of everything it depends on, so it is never wrong, only unused. The imports of a
//! cluster are known only after it was processed: the list of these files is one entry, and their contents are part
//! of the reply's name. Entries are written beside their place and moved there, and start with a hash of the rest:
//! an interrupted or concurrent run never leaves an entry that is used incompletely.
//!
//! Entries contain manifests, so only the owner can read the folder and its files. Nothing is cached about a
//! configuration with secrets.

use super::Files;
use super::message::Rendered;
use super::outside::Outside;
use etcetera::BaseStrategy;
use pulsarc_compiler::{Format, Layer};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The most that the cache holds, in bytes; the oldest entries go first.
const LARGEST: u64 = 1 << 30;

/// The folder for what pulsarc keeps for its user and can make again; none on a machine without one.
pub(crate) fn cache_folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.cache_dir().join("pulsarc"))
}

/// The user's cache.
#[derive(Debug)]
pub(crate) struct Cache {
    folder: PathBuf,
}

/// The result of a cluster.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CachedReply {
    pub(super) findings: Vec<Rendered>,
    pub(super) exit: u8,
    pub(super) files: Option<Files>,
    /// What the cluster has outside of its namespace.
    pub(super) outside: Outside,
}

/// What an reply depends on, but for imports.
pub(super) struct Key {
    /// Its layers' data and options. For records in a fleet file their spans are excluded: an reply without
    /// findings does not depend on them.
    data: Sha256,
    /// The places as well.
    places: Sha256,
}

impl Key {
    /// The key of layers, worked on by these options.
    pub(super) fn of(options: &str, layers: &[Layer]) -> Self {
        let mut data = Sha256::new();
        for part in build() {
            add(&mut data, part.as_bytes());
        }
        add(&mut data, options.as_bytes());
        let mut places = Sha256::new();
        for layer in layers {
            add(&mut data, layer.name.as_bytes());
            match &layer.format {
                Format::Record(record) => {
                    add(&mut data, pulsarc_compiler::plain(&record.node).to_string().as_bytes());
                    add(&mut places, format!("{:?}", record.node).as_bytes());
                    for (_, source) in record.sources.iter() {
                        add(&mut places, source.name.as_bytes());
                        add(&mut places, source.text.as_bytes());
                    }
                }
                Format::Nickel(folder) => {
                    add(&mut data, format!("{:?}", pulsarc_compiler::import_roots(folder.path())).as_bytes());
                    add(&mut data, folder.path().as_os_str().as_encoded_bytes());
                    add(&mut data, &layer.bytes);
                }
                Format::Yaml | Format::Set => add(&mut data, &layer.bytes),
            }
        }
        places.update(data.clone().finalize());
        Self { data, places }
    }

    fn both(&self) -> [String; 2] {
        [&self.data, &self.places].map(|hash| hex(hash.clone()))
    }
}

/// Which build this is: another one may produce another reply under the same version. The sources identify it, not
/// the file, which may be replaced within a second by one of the same size.
fn build() -> [&'static str; 4] {
    [
        env!("CARGO_PKG_VERSION"),
        option_env!("PULSARC_COMMIT").unwrap_or_default(),
        env!("PULSARC_BUILD"),
        pulsarc_compiler::fingerprint(),
    ]
}

/// Adds a part so that no two lists of parts look alike.
fn add(hash: &mut Sha256, part: &[u8]) {
    hash.update((part.len() as u64).to_le_bytes());
    hash.update(part);
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Cache {
    /// The cache of this user; `None` without a cache directory.
    pub(crate) fn open() -> Option<Self> {
        let folder = cache_folder()?.join("clusters");
        fs::create_dir_all(&folder).ok()?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).ok()?;
        Some(Self::at(folder))
    }

    /// The cache in a folder that is there.
    pub(super) fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Where it is.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The entry of a key.
    pub(super) fn get(&self, key: &Key) -> Option<CachedReply> {
        key.both().iter().find_map(|key| {
            let imports: Vec<PathBuf> = self.read(&format!("{key}.imports")).unwrap_or_default();
            let now = imports.iter().map(|path| (path.as_path(), text(path)));
            self.read(&named(key, now))
        })
    }

    /// Stores an reply. If that fails, it is computed again next time.
    pub(super) fn put<'a>(
        &self,
        key: &Key,
        reply: &CachedReply,
        imports: impl Iterator<Item = (&'a Path, Option<&'a str>)>,
    ) {
        let [data, places] = key.both();
        let is_anywhere = reply.findings.is_empty() && reply.outside.is_empty();
        let key = if is_anywhere { data } else { places };
        let imports: Vec<(&Path, Option<String>)> =
            imports.map(|(path, text)| (path, text.map(str::to_owned))).collect();
        let paths: Vec<&Path> = imports.iter().map(|(path, _)| *path).collect();
        let name = named(&key, imports.into_iter());
        // Without the list nobody would find the reply; an reply without its list is found by nobody.
        let _ = self.write(&format!("{key}.imports"), &paths).and_then(|()| self.write(&name, reply));
    }

    fn place(&self, name: &str) -> PathBuf {
        self.folder.join(&name[..2]).join(name)
    }

    fn read<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let text = fs::read_to_string(self.place(name)).ok()?;
        let (hash, rest) = text.split_once('\n')?;
        (hash == hex(Sha256::new_with_prefix(rest))).then(|| serde_json::from_str(rest).ok())?
    }

    fn write(&self, name: &str, what: &impl Serialize) -> io::Result<()> {
        let place = self.place(name);
        let folder = place.parent().unwrap_or(&self.folder);
        fs::create_dir_all(folder)?;
        let text = serde_json::to_string(what)?;
        let mut file = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
        write!(file, "{}\n{text}", hex(Sha256::new_with_prefix(&text)))?;
        file.persist(&place).map(drop).map_err(|error| error.error)
    }

    /// Every entry: its file, its size and its age.
    fn entries(&self) -> Vec<(PathBuf, u64, SystemTime)> {
        let folders = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let files = folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten().flatten());
        let entry = |file: fs::DirEntry| {
            let meta = file.metadata().ok()?;
            Some((file.path(), meta.len(), meta.modified().unwrap_or(SystemTime::UNIX_EPOCH)))
        };
        files.filter_map(entry).collect()
    }

    /// How many bytes it holds.
    pub(crate) fn size(&self) -> u64 {
        self.entries().iter().map(|(_, size, _)| size).sum()
    }

    /// Removes the oldest entries if there are too many.
    pub(crate) fn keep_small(&self) {
        let mut entries = self.entries();
        let mut size: u64 = entries.iter().map(|(_, size, _)| size).sum();
        if size <= LARGEST {
            return;
        }
        entries.sort_by_key(|(.., age)| *age);
        for (path, bytes, _) in entries {
            if size <= LARGEST / 4 * 3 {
                break;
            }
            if fs::remove_file(path).is_ok() {
                size -= bytes;
            }
        }
    }

    /// Takes everything away.
    pub(crate) fn clear(&self) -> io::Result<()> {
        fs::remove_dir_all(&self.folder)
    }
}

/// The text of a file as it is imported: without a mark of its encoding.
fn text(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The name of an reply: its key, and the contents of the files that it imports.
fn named<'a>(key: &str, imports: impl Iterator<Item = (&'a Path, Option<String>)>) -> String {
    let mut hash = Sha256::new_with_prefix(key);
    for (path, text) in imports {
        add(&mut hash, path.as_os_str().as_encoded_bytes());
        add(&mut hash, format!("{:?}", path.canonicalize().ok()).as_bytes());
        add(&mut hash, &[u8::from(text.is_some())]);
        add(&mut hash, text.unwrap_or_default().as_bytes());
    }
    hex(hash)
}
