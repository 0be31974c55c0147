//! Names that the library exports, with their docs and places.

use super::preset::doc;
use std::ops::Range;

/// A name that the library exports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Its doc, without its examples.
    pub doc: String,
    /// The file that defines it: `lib/presets/production.ncl`.
    pub file: &'static str,
    /// The place of its name in that file; the start of a file that is all of it.
    pub bytes: Range<usize>,
}

/// What the library exports by a name: `layers`, `presets.production`, `tls.everywhere`.
pub fn exported(name: &str) -> Option<Exported> {
    let own = |file: String| pulsarc_eval::embedded().iter().find(|(path, _)| *path == file).copied();
    let index = || own("lib/pulsar.ncl".to_owned());
    let (holder, field) = name.split_once('.').unwrap_or(("", name));
    let (documented, text) = match holder {
        "" | "presets" => index()?,
        holder => own(format!("lib/{holder}.ncl"))?,
    };
    let bytes = place(text, field)?;
    let doc = doc(documented, field);
    match own(format!("lib/{}.ncl", name.replace('.', "/"))) {
        Some((file, _)) => Some(Exported { doc, file, bytes: 0..0 }),
        None => Some(Exported { doc, file: documented, bytes }),
    }
}

/// The place of a field that has a line of its own.
fn place(text: &str, field: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim() == field {
            let start = start + line.find(field)?;
            return Some(start..start + field.len());
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_library_have_docs_and_places() {
        let found = |name: &str| exported(name).map(|exported| (exported.file, exported.doc));
        let (file, doc) = found("presets.production").expect("a preset");
        assert_eq!(file, "lib/presets/production.ncl");
        assert!(doc.starts_with("Three zones"), "{doc}");
        let (file, doc) = found("tls.everywhere").expect("a record");
        assert_eq!(file, "lib/tls.ncl");
        assert!(doc.starts_with("TLS on every connection"), "{doc}");
        assert!(found("layers").expect("a function").1.starts_with("One configuration"));
        assert_eq!(found("presets.none"), None);
        assert_eq!(found("nothing.none"), None);
    }
}
