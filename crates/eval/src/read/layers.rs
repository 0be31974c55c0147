//! Layers as Helm stacks values: later ones win, records merge, lists are replaced, `null` removes.

use crate::codes::{SYNTAX, TOO_LARGE};
use crate::read::outline::{self, Outline};
use crate::read::yaml;
use pulsarc_diag::{Diagnostic, Findings, SourceId, Sources, Span};
use pulsarc_model::{Node, Origin, Value, WRONG_TYPE};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How a layer is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Format {
    /// Nickel, with the folder that its relative imports start from.
    Nickel(Folder),
    /// YAML or JSON.
    Yaml,
    /// One `a.b=c` of the command line.
    Set,
    /// A record inside another file, such as a fleet file, that was evaluated there.
    Record(Arc<Record>),
}

/// A folder that imports start from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
    open: OpenTexts,
}

/// The texts of files that somebody has open and has not saved: they are read instead of the files. Each is by its absolute
/// path, as an import asks for it or without links.
pub type OpenTexts = Arc<BTreeMap<PathBuf, Arc<str>>>;

impl Folder {
    /// The folder with texts that are read instead of files.
    #[must_use]
    pub fn with_open(self, open: OpenTexts) -> Self {
        Self { open, ..self }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The texts that are read instead of files.
    pub fn open(&self) -> &OpenTexts {
        &self.open
    }
}

impl From<PathBuf> for Folder {
    fn from(path: PathBuf) -> Self {
        Self { path, open: OpenTexts::default() }
    }
}

/// A record with its places in the texts of the file that it is in.
#[derive(Debug)]
pub struct Record {
    /// The record.
    pub node: Node,
    /// The texts.
    pub sources: Arc<Sources>,
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

/// One layer of a configuration.
#[derive(Debug, Clone)]
pub struct Layer {
    /// How its user knows it: a path as given, `<stdin>`, `--set`.
    pub name: String,
    /// How it is written.
    pub format: Format,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The layers, read, in their order.
pub(crate) struct Stack {
    /// The first layer, if it is Nickel: all others are merged into it before it is evaluated, so that its
    /// computations see the overrides.
    pub(crate) base: Option<NickelLayer>,
    /// The others.
    pub(crate) later: Vec<Later>,
    /// What is in them for their anchors alone.
    pub(crate) apart: Vec<(SourceId, Node)>,
}

/// A layer over another.
pub(crate) enum Later {
    /// YAML or JSON, and the text it was read from.
    Data(SourceId, Node),
    /// Assignments.
    Set(SourceId),
    /// Nickel, evaluated alone.
    Nickel(NickelLayer),
}

/// A layer to be evaluated.
pub(crate) struct NickelLayer {
    pub(crate) source: SourceId,
    pub(crate) folder: Folder,
    pub(crate) name: String,
}

impl Stack {
    /// Reads all layers; `None` if one cannot be read.
    pub(crate) fn read(layers: &[Layer], sources: &mut Sources, found: &mut Findings) -> Option<Self> {
        let mut stack = Self { base: None, later: Vec::new(), apart: Vec::new() };
        let mut whole = true;
        for (at, layer) in layers.iter().enumerate() {
            match (at, read(layer, sources, found, &mut stack.apart)) {
                (0, Some(Later::Nickel(base))) => stack.base = Some(base),
                (_, Some(later)) => stack.later.push(later),
                (_, None) => whole = false,
            }
        }
        whole.then_some(stack)
    }
}

/// A record among the texts of this run: each of its own texts is added once.
struct Adoption<'s> {
    from: &'s Sources,
    to: &'s mut Sources,
    known: BTreeMap<SourceId, SourceId>,
}

impl Adoption<'_> {
    fn node(&mut self, node: &mut Node) {
        node.span = node.span.map(|span| self.span(span));
        node.key_span = node.key_span.map(|span| self.span(span));
        node.origin = Origin::User;
        match &mut node.value {
            Value::Record(entries) => entries.values_mut().for_each(|entry| self.node(entry)),
            Value::List(items) => items.iter_mut().for_each(|item| self.node(item)),
            _ => {}
        }
    }

    fn span(&mut self, span: Span) -> Span {
        let source =
            self.known.entry(span.source).or_insert_with(|| self.to.adopt(self.from.get(span.source)));
        Span { source: *source, ..span }
    }
}

fn read(
    layer: &Layer,
    sources: &mut Sources,
    found: &mut Findings,
    apart: &mut Vec<(SourceId, Node)>,
) -> Option<Later> {
    if let Format::Record(record) = &layer.format {
        let mut node = record.node.clone();
        Adoption { from: &record.sources, to: sources, known: BTreeMap::new() }.node(&mut node);
        let source = node.span.or(node.key_span).map(|span| span.source);
        return Some(Later::Data(source.unwrap_or_else(|| sources.add(&layer.name, "")), node));
    }
    let text = match String::from_utf8(layer.bytes.clone()) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let message = format!("{} is not text: byte {} is not UTF-8", layer.name, at + 1);
            let source = sources.add(&layer.name, String::from_utf8_lossy(&layer.bytes).into_owned());
            let bad = Span::new(source, at..at + char::REPLACEMENT_CHARACTER.len_utf8());
            found.push(Diagnostic::new(&SYNTAX, message).span(bad).help("save the file as UTF-8"));
            return None;
        }
    };
    // Some editors begin a file with a mark of its encoding, which says nothing.
    let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
    let outline = match layer.format {
        Format::Nickel(_) => outline::outline(&text),
        _ => Outline::default(),
    };
    let source = sources.add(&layer.name, text);
    if let (Format::Nickel(_), Some(at)) = (&layer.format, sources.get(source).text.find('\0')) {
        found.push(yaml::nul(Span::new(source, at..at + 1)));
        return None;
    }
    for (range, unfit) in outline.unfit {
        found.push(unfit.finding(Span::new(source, range)));
    }
    if let Some(excess) = outline.excess {
        let finding = Diagnostic::new(&TOO_LARGE, excess.message()).span(Span::new(source, excess.range()));
        found.push(finding.help(excess.help()));
        return None;
    }
    match &layer.format {
        Format::Nickel(folder) => {
            Some(Later::Nickel(NickelLayer { source, folder: folder.clone(), name: layer.name.clone() }))
        }
        Format::Set => Some(Later::Set(source)),
        Format::Record(_) => None,
        Format::Yaml => {
            let mut node = yaml::read(source, sources, found)?;
            if let Value::Record(entries) = &mut node.value {
                // What anchors stand in, as in other tools' files: `x-resources: &small {...}`.
                let anchors: Vec<String> =
                    entries.keys().filter(|key| key.starts_with("x-")).cloned().collect();
                apart.extend(anchors.iter().filter_map(|key| Some((source, entries.remove(key)?))));
                return Some(Later::Data(source, node));
            }
            let message = format!("a configuration is a map of keys, but this is {}", node.value.kind());
            let finding = Diagnostic::new(&WRONG_TYPE, message).span(node.span);
            found.push(
                finding.help("write keys and their values, such as `broker:` and below it `replicaCount: 3`"),
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_model::Number;

    #[test]
    fn an_open_text_is_read_instead_of_its_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a path");
        std::fs::create_dir(root.join(".git")).expect("a folder");
        std::fs::write(root.join("saved.ncl"), "{ broker.replicaCount = 1 }").expect("a file");
        let count = |import: &str, open: &[(&str, &str)]| {
            let open = open.iter().map(|(name, text)| (root.join(name), Arc::from(*text))).collect();
            let home = Folder::from(root.clone()).with_open(Arc::new(open));
            let bytes = format!("(import \"{import}\") & {{ proxy.replicaCount = 1 + 1 }}").into_bytes();
            let layer = Layer { name: "a.ncl".to_owned(), format: Format::Nickel(home), bytes };
            let tree = crate::evaluate(&[layer]).tree?;
            Some(tree.get("broker.replicaCount")?.value.clone())
        };
        let open = "{ broker.replicaCount = 5 }";
        assert_eq!(count("saved.ncl", &[]), Some(Value::Number(Number::Integer(1))));
        assert_eq!(count("saved.ncl", &[("saved.ncl", open)]), Some(Value::Number(Number::Integer(5))));
        assert_eq!(count("new.ncl", &[("new.ncl", open)]), Some(Value::Number(Number::Integer(5))));
        assert_eq!(count("new.ncl", &[]), None);
    }
}
