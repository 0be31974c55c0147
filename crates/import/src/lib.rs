//! Values files as idiomatic Nickel: texts in, one text out.
//!
//! It writes what differs from the defaults, in the users' order and with their comments, as presets of the library
//! where the values amount to one. What it wrote is evaluated and compared with the values themselves, and what does
//! not come out the same is written in full. It is not a check: what is wrong with the values, the compiler tells.

mod anchors;
mod difference;
mod library;
mod literal;
mod margin;
mod part;
mod presets;
mod release;
mod sameness;
mod write;

use anchors::Anchor;
use difference::{Difference, Start, difference};
use pulsarc_diag::{Findings, KeyPath, Sources};
use pulsarc_eval::{Data, Format, Layer};
use pulsarc_model::Node;
pub use release::{Release, ReleaseError, release};
use std::collections::BTreeSet;
use std::path::PathBuf;
use write::File;

/// The result of the layers.
#[derive(Debug, Default)]
pub struct Imported {
    /// The file; none if a layer cannot be read.
    pub text: Option<String>,
    /// The values that were left out, since they are the same without.
    pub left_out: Vec<KeyPath>,
    /// The values that it says, as paths of the layers.
    pub said: Vec<KeyPath>,
    /// The keys at which the file does not say what the layers say.
    pub differs: Vec<KeyPath>,
    /// What was found while the layers were read.
    pub findings: Findings,
    /// The texts that they were read from.
    pub sources: Sources,
}

/// How often what does not come out the same is written in full.
const ROUNDS: usize = 8;

/// Writes layers of YAML, JSON and assignments, the last of which wins, as one file of Nickel.
pub fn import(layers: &[Layer]) -> Imported {
    let data = pulsarc_eval::data(layers);
    let trees = (&data.merged, pulsarc_eval::evaluate(layers).tree, evaluated("{}"));
    let (Some(merged), Some(whole), Some(defaults)) = trees else {
        return Imported { findings: data.findings, sources: data.sources, ..Imported::default() };
    };
    let values = Values { data: &data, merged, whole: &whole, defaults: &defaults };
    let plain = values.draft(&[], Sharing::Never);
    let presets = values.presets(&plain);
    let comments = plain.comments();
    let (left_out, said) = (plain.difference.left_out.clone(), plain.said());
    // Presets that disagree with one another, or with a default that was removed, are no help; nor are those that would
    // take what is said of the values with them. The same goes for anchors.
    let kept = |draft: &Draft| draft.differs.is_empty() && draft.comments() == comments;
    let mut attempts: Vec<(&[String], Sharing)> = vec![(&[], Sharing::Anchors)];
    if !presets.is_empty() {
        attempts.splice(0..0, [(presets.as_slice(), Sharing::Anchors), (presets.as_slice(), Sharing::Never)]);
    }
    let draft = attempts
        .into_iter()
        .map(|(presets, sharing)| values.draft(presets, sharing))
        .find(kept)
        .unwrap_or(plain);
    Imported {
        text: Some(draft.text),
        left_out,
        said,
        differs: draft.differs,
        findings: data.findings,
        sources: data.sources,
    }
}

/// Whether anchors are written once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sharing {
    /// Each value is written wherever it is used.
    Never,
    /// Anchors that several places use become variables.
    Anchors,
}

/// What is to be said.
struct Values<'d> {
    data: &'d Data,
    /// The layers, merged.
    merged: &'d Node,
    /// The layers, evaluated.
    whole: &'d Node,
    /// What would be without them.
    defaults: &'d Node,
}

/// A file that may say it.
struct Draft {
    text: String,
    difference: Difference,
    differs: Vec<KeyPath>,
}

impl Draft {
    fn comments(&self) -> usize {
        let head = self.difference.head.iter().filter(|line| !line.is_empty()).count();
        let parts = self.difference.shared.iter().chain(&self.difference.entries);
        head + parts.map(|(_, part)| part.comments()).sum::<usize>()
    }

    /// The paths of the values that it says.
    fn said(&self) -> Vec<KeyPath> {
        let mut paths = Vec::new();
        for (key, part) in &self.difference.entries {
            part.paths(&KeyPath::root().key(key), &mut paths);
        }
        paths
    }
}

impl Values<'_> {
    /// The shortest file that starts from these presets and says what the layers say, or nearly.
    fn draft(&self, presets: &[String], sharing: Sharing) -> Draft {
        let alone = || evaluated(&write::file(File { presets, ..File::default() }));
        let alone = (!presets.is_empty()).then(alone).flatten();
        let without = alone.as_ref().unwrap_or(self.defaults);
        let anchors: Vec<Anchor> = match sharing {
            Sharing::Never => Vec::new(),
            Sharing::Anchors => anchors::anchors(self.merged, without, &self.data.sources),
        };
        let start = Start { without, anchors: &anchors };
        let mut kept = BTreeSet::new();
        let mut rounds = ROUNDS;
        loop {
            let difference = difference(self.data, self.merged, start, &kept);
            let Difference { head, shared, entries, .. } = &difference;
            let text = write::file(File { head, presets, shared, entries });
            let differs = evaluated(&text)
                .map_or_else(|| vec![KeyPath::root()], |tree| sameness::differences(self.whole, &tree));
            let before = kept.len();
            kept.extend(differs.iter().filter_map(|path| self.written(path)));
            rounds -= 1;
            if differs.is_empty() || kept.len() == before || rounds == 0 {
                return Draft { text, difference, differs };
            }
        }
    }

    /// The nearest value on the way to a path that the users wrote.
    fn written(&self, path: &KeyPath) -> Option<KeyPath> {
        let mut found = KeyPath::root();
        for key in presets::keys(path) {
            let next = found.key(key);
            if self.merged.get(&next).is_none() {
                break;
            }
            found = next;
        }
        Some(found).filter(|found| !found.segments().is_empty())
    }

    fn presets(&self, plain: &Draft) -> Vec<String> {
        presets::matching(&library::records(), &plain.difference, self.whole, self.defaults)
    }
}

/// A file of Nickel, evaluated. Its folder is not a folder of any machine: nothing but the library is imported.
fn evaluated(text: &str) -> Option<Node> {
    let layer = Layer {
        name: "imported.ncl".to_owned(),
        format: Format::Nickel(PathBuf::from("/pulsarc/imported").into()),
        bytes: text.as_bytes().to_vec(),
    };
    pulsarc_eval::evaluate(&[layer]).tree
}
