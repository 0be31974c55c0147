//! Nickel itself: the embedded contracts, users' files, and values built from data.
//!
//! Its evaluator is generic and compiled where it is called, so nothing generic leaves this module and [`walk`].

use crate::blame::{self, Place};
use crate::codes::OUTSIDE;
use crate::progress;
use crate::read::imports::{self, Imports};
use crate::read::layers::{Format, Later, Layer, NickelLayer, Overlay, Stack};
use crate::read::{toml, yaml};
use crate::secret::{self, Words};
use crate::walk::{self, Functions, Nulls, Walk, Walked};
use nickel_lang_core::cache::{CacheHub, InputFormat, SourceCache, SourcePath, TermEntry, TermEntryState};
use nickel_lang_core::error::{Error, EvalErrorKind, NullReporter};
use nickel_lang_core::eval::cache::CacheImpl;
use nickel_lang_core::eval::value::{Array, Container, NickelValue, ValueContentRef};
use nickel_lang_core::eval::{Closure, VirtualMachine, VmContext};
use nickel_lang_core::files::{FileId, Files};
use nickel_lang_core::identifier::LocIdent;
use nickel_lang_core::label::Label;
use nickel_lang_core::position::{PosIdx, RawSpan, TermPos};
use nickel_lang_core::stdlib::StdlibModule;
use nickel_lang_core::term::record::{Field, FieldMetadata, RecordData};
use nickel_lang_core::term::{BinaryOp, MergePriority, Number as NickelNumber, RuntimeContract, Term, make};
use nickel_lang_core::typ::{Type, TypeF};
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment, SourceId, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::rc::Rc;

pub(crate) type Context = VmContext<CacheHub, CacheImpl>;

/// Every file of the contracts and the library.
pub(crate) const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
/// A fingerprint of the contracts, which changes with any of their bytes.
pub(crate) const TEXTS_OF_CONTRACTS: &str = include!(concat!(env!("OUT_DIR"), "/contracts.rs"));
/// Where the embedded files are, as Nickel sees it: no folder of any machine.
const ROOT: &str = "/pulsarc";
/// The copy of the embedded files in a user's project, there for editors and plain Nickel.
pub(crate) const VENDORED: &str = ".pulsarc";
/// The standard library's name.
const LIBRARY: &str = "std";
/// The file that hands the contract out, and what stands there for users' files: the contract is applied to the whole
/// anyway, and then tells every mistake instead of the first.
const HANDED_OUT: (&str, &str) = ("lib/cluster.ncl", "Dyn");

/// Adds an embedded file, by the name that Nickel knows it by, to the texts that findings may be about.
pub(crate) fn add_embedded(name: &str, sources: &mut Sources) -> SourceId {
    let own = name.strip_prefix(ROOT).map_or(name, |own| own.trim_start_matches('/'));
    let text = EMBEDDED.iter().find(|(known, _)| *known == own).map_or("", |(_, text)| *text);
    sources.add_own(name, text)
}

/// The text of an embedded file, by the name that findings know it by.
pub(crate) fn embedded_text(name: &str) -> Option<&'static str> {
    EMBEDDED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// Evaluates the layers against the contract of a cluster.
pub(crate) fn evaluate(stack: &Stack, sources: &mut Sources, found: &mut Findings) -> Option<Node> {
    let mut engine = Engine::new();
    let contract = engine.cluster_contract()?;
    let mut overlay = Overlay::new();
    for later in &stack.later {
        match later {
            Later::Data(_, node) => overlay.lay_over(node.clone(), found),
            Later::Set(source) => overlay.assign(*source, sources, found),
            Later::Nickel(layer) => {
                let data = engine.as_data(layer, sources, found)?;
                overlay.lay_over(data, found);
            }
        }
    }
    let (whole, span) = match &stack.base {
        None => (engine.value(&overlay.data, sources, Below::Nothing), TermPos::None),
        Some(layer) => {
            let base = engine.load(layer, sources, found)?;
            let is_empty = overlay.data.as_record().is_none_or(BTreeMap::is_empty);
            let below = if is_empty { None } else { engine.as_written(&base) };
            let over = engine.value(&overlay.data, sources, Below::Nickel(below.as_ref()));
            // Also where nothing is laid over it: a file that only imports data becomes a record by that.
            let whole = merged(base, over);
            let span = engine.files.get(&layer.source).map_or(TermPos::None, |id| {
                engine.context.import_resolver.sources.files().source_span(*id).into()
            });
            (whole, span)
        }
    };
    let contracts = [engine.runtime_contract(&contract, span)];
    let (walked, walk) = engine.walk(&whole, &contracts, Nulls::Remove);
    let failed = !walk.problems.is_empty();
    let mut removed = overlay.removed;
    removed.extend(walk.removed);
    tell(walk.problems, &mut engine, sources, found);
    let mut tree = engine.node(walked?, sources);
    for path in &removed {
        tree.remove(path.segments());
    }
    if failed {
        let empty = NickelValue::empty_record_block(PosIdx::NONE);
        let (defaults, _) = engine.walk(&empty, &contracts, Nulls::Stay);
        if let Some(defaults) = defaults {
            let defaults = engine.node(defaults, sources);
            fill(&mut tree, &defaults, &mut Vec::new(), &removed);
        }
    }
    mark_users(&mut tree);
    Some(tree)
}

/// Tells what went wrong in a walk; what stands at the place of a secret is covered then, whatever it is.
fn tell(problems: Vec<walk::Problem>, engine: &mut Engine, sources: &mut Sources, found: &mut Findings) {
    let mut hidden = Vec::new();
    for problem in problems {
        let is_secret = secret::is_secret(&problem.path);
        let key = problem.key.map(|key| engine.place(sources).of_raw(key));
        // A list of an assignment stands where its key does, which is no secret.
        let value = engine.place(sources).of(problem.pos).filter(|span| key != Some(*span));
        let words = match &problem.kind {
            walk::ProblemKind::Failed(error)
                if !matches!(error.error, EvalErrorKind::MergeIncompatibleArgs { .. }) =>
            {
                Words::Anybodys
            }
            _ => Words::Own,
        };
        let told = blame::told(problem, &mut engine.place(sources));
        if is_secret {
            found.extend(secret::told(told, value, words, sources));
            hidden.extend(value);
        } else {
            found.extend(told);
        }
    }
    for span in hidden {
        sources.hide(span);
    }
}

/// A Nickel layer that is plain data by itself.
pub(crate) struct Plain {
    pub(crate) node: Node,
    /// Where tags stand in it.
    pub(crate) tags: Vec<KeyPath>,
    /// What it says is a default.
    pub(crate) defaults: Vec<KeyPath>,
}

/// A Nickel layer by itself, where that is plain data: nothing in it waits for the contract.
pub(crate) fn plain(layer: &NickelLayer, sources: &mut Sources) -> Option<Plain> {
    let takes_library = sources.get(layer.source).text.contains(LIBRARY);
    let mut engine = if takes_library { Engine::new() } else { Engine::without_library() };
    let mut found = Findings::default();
    let value = engine.load(layer, sources, &mut found).filter(|_| !found.has_errors())?;
    let (walked, walk) = engine.walk(&value, &[], Nulls::Stay);
    if walk.more_than_data || !walk.problems.is_empty() || (!takes_library && engine.mentions_library()) {
        return None;
    }
    Some(Plain { node: engine.node(walked?, sources), tags: walk.tags, defaults: walk.defaults })
}

/// The presets of the library that are data through and through, by their names.
pub(crate) fn presets() -> BTreeMap<String, Node> {
    let mut engine = Engine::new();
    let presets = engine.embedded_field("lib/pulsar.ncl", "presets");
    let Some(presets) = presets else { return BTreeMap::new() };
    let (walked, walk) = engine.walk(&presets, &[], Nulls::Stay);
    let Some(Value::Record(mut entries)) =
        walked.map(|walked| engine.node(walked, &mut Sources::default()).value)
    else {
        return BTreeMap::new();
    };
    for problem in walk.problems {
        if let Some(Segment::Key(name)) = problem.path.segments().first() {
            entries.remove(name);
        }
    }
    entries
}

/// Whether an embedded file parses and typechecks.
pub(crate) fn typechecks(name: &str) -> Result<(), String> {
    let mut engine = Engine::new();
    let path = SourcePath::Path(Path::new(ROOT).join(name), InputFormat::Nickel);
    let id =
        engine.context.import_resolver.sources.id_of(&path).ok_or_else(|| "it is not embedded".to_owned())?;
    let checked = engine.context.prepare_eval(id).map(|_| ());
    let mut sources = Sources::default();
    checked.map_err(|error| {
        let told = blame::failed(error, &mut engine.place(&mut sources));
        told.into_iter().map(|diagnostic| diagnostic.message).collect::<Vec<_>>().join("; ")
    })
}

/// The keys of the cluster's contract that have no doc.
pub(crate) fn undocumented() -> Vec<String> {
    let mut engine = Engine::new();
    let mut found = Vec::new();
    if let Some(contract) = engine.cluster_contract() {
        walk::without_doc(&mut VirtualMachine::new(&mut engine.context), &contract, "", &mut found);
    }
    found.sort();
    found.dedup();
    found
}

/// Evaluates a Nickel layer by itself.
pub(crate) fn alone(
    layer: &Layer,
    given: &[(&str, &str)],
    sources: &mut Sources,
    found: &mut Findings,
) -> Option<Node> {
    let mut engine = Engine::new();
    for (name, text) in given {
        let path = SourcePath::Path(Path::new(ROOT).join("lib").join(name), InputFormat::Json);
        engine.context.import_resolver.sources.add_string(path, (*text).to_owned());
    }
    let Format::Nickel(folder) = &layer.format else { return None };
    // The layer is pulsarc's own question about the user's files: mistakes are told in those.
    let source = sources.add_own(&layer.name, String::from_utf8_lossy(&layer.bytes).into_owned());
    let layer = NickelLayer { source, folder: folder.clone(), name: layer.name.clone() };
    let value = engine.load(&layer, sources, found)?;
    let (walked, walk) = engine.walk(&value, &[], Nulls::Stay);
    for problem in walk.problems {
        found.extend(blame::told(problem, &mut engine.place(sources)));
    }
    Some(engine.node(walked?, sources))
}

/// A contract of the library's: its file, and its name there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfLibrary(&'static str, &'static str);

/// What a file of tests holds.
pub(crate) const TESTS: OfLibrary = OfLibrary("lib/tests.ncl", "Tests");
/// What the file of a fleet holds.
pub(crate) const FLEET: OfLibrary = OfLibrary("lib/fleet.ncl", "Fleet");

/// Evaluates a file against a contract of the library's.
pub(crate) fn against(
    contract: OfLibrary,
    layer: &Layer,
    sources: &mut Sources,
    found: &mut Findings,
) -> Option<Node> {
    let mut engine = Engine::new();
    let contract = engine.embedded_field(contract.0, contract.1)?;
    let Format::Nickel(folder) = &layer.format else { return None };
    let source = sources.add(&layer.name, String::from_utf8_lossy(&layer.bytes).into_owned());
    let layer = NickelLayer { source, folder: folder.clone(), name: layer.name.clone() };
    let value = engine.load(&layer, sources, found)?;
    let contracts = [engine.runtime_contract(&contract, TermPos::None)];
    let mut walk = Walk { functions: Functions::Marked, ..Walk::default() };
    let walked = walk.value(&mut VirtualMachine::new(&mut engine.context), &value, &contracts, None);
    for problem in walk.problems {
        found.extend(blame::told(problem, &mut engine.place(sources)));
    }
    Some(engine.node(walked?, sources))
}

/// Puts defaults where something was taken out because it is wrong, so that the rest can still be looked at.
fn fill(node: &mut Node, defaults: &Node, path: &mut Vec<Segment>, removed: &BTreeSet<KeyPath>) {
    let (Value::Record(entries), Value::Record(wanted)) = (&mut node.value, &defaults.value) else { return };
    for (key, default) in wanted {
        path.push(Segment::Key(key.clone()));
        let gone = removed.iter().any(|gone| gone.segments() == path.as_slice());
        match entries.get_mut(key) {
            Some(there) => fill(there, default, path, removed),
            None if !gone => {
                entries.insert(key.clone(), default.clone());
            }
            None => {}
        }
        path.pop();
    }
}

/// A record or list in which the user wrote anything is the user's.
fn mark_users(node: &mut Node) -> bool {
    let below = match &mut node.value {
        Value::Record(entries) => entries.values_mut().fold(false, |any, entry| mark_users(entry) | any),
        Value::List(items) => items.iter_mut().fold(false, |any, item| mark_users(item) | any),
        _ => false,
    };
    if below {
        node.origin = Origin::User;
    }
    node.origin == Origin::User
}

/// What data is laid over.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Below<'n> {
    /// Nothing.
    Nothing,
    /// Nickel, and what it says at this place by itself, as far as that can be told.
    Nickel(Option<&'n Node>),
    /// Nothing, since it is no layer: Nickel imports it, and a null in it is a value.
    Import,
}

impl Below<'_> {
    fn at(self, key: &str) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            Self::Import => Self::Import,
            Self::Nickel(node) => Self::Nickel(node.and_then(|node| node.as_record()?.get(key))),
        }
    }

    /// How data that stands over this merges with it: values win, and records merge, but for one over a null.
    fn priority(self, over: &Value) -> MergePriority {
        let merges = match self {
            Self::Nothing | Self::Import => true,
            Self::Nickel(node) => {
                matches!(over, Value::Record(_)) && node.is_none_or(|node| node.value != Value::Null)
            }
        };
        if merges { MergePriority::default() } else { MergePriority::Numeral(NickelNumber::from(1)) }
    }
}

/// Adds a layer to Nickel's texts; what it is called there, and the path that its imports are looked up from.
pub(crate) fn added(cache: &mut SourceCache, layer: &NickelLayer, sources: &Sources) -> (FileId, PathBuf) {
    let text = sources.get(layer.source).text.clone().into_owned();
    let name = Path::new(&layer.name).file_name().map_or_else(|| PathBuf::from("stdin.ncl"), PathBuf::from);
    // What it imports is looked up from here, wherever the process is.
    let path = layer.folder.join(name);
    let path = std::path::absolute(&path).unwrap_or(path);
    (cache.add_string(SourcePath::Path(path.clone(), InputFormat::Nickel), text), path)
}

/// Reads what a layer imports into Nickel's texts.
pub(crate) fn imports_of(cache: &mut SourceCache, layer: FileId, path: &Path) -> Imports {
    imports::read(cache, layer, path, &Path::new(ROOT).join("lib"))
}

/// Nickel's texts with nothing in them but the name of one file of the library.
pub(crate) fn texts_with(library: &str) -> SourceCache {
    let mut cache = SourceCache {
        files: Files::empty(),
        file_paths: HashMap::new(),
        file_ids: HashMap::new(),
        import_paths: Vec::new(),
        packages: HashMap::new(),
        package_map: None,
    };
    let path = Path::new(ROOT).join("lib").join(library);
    cache.add_string(SourcePath::Path(path, InputFormat::Nickel), String::new());
    cache
}

/// One run of Nickel.
pub(crate) struct Engine {
    pub(crate) context: Context,
    /// The users' sources, as Nickel knows them.
    files: HashMap<SourceId, FileId>,
    /// Nickel's files, as findings know them.
    known: HashMap<FileId, SourceId>,
}

impl Engine {
    pub(crate) fn new() -> Self {
        let mut cache = CacheHub::new();
        embed(&mut cache, Path::new(ROOT), |_| true);
        Self::of(cache)
    }

    fn of(mut cache: CacheHub) -> Self {
        cache.sources.add_import_paths(std::iter::once(Path::new(ROOT).join("lib")));
        let context = VmContext::new(cache, std::io::sink(), NullReporter {});
        Self { context, files: HashMap::new(), known: HashMap::new() }
    }

    /// A run without the standard library and the contracts, for users' files that need neither: reading those takes
    /// most of a run's time. What a file takes from the library is missing then, and fails.
    pub(crate) fn without_library() -> Self {
        let mut cache = CacheHub::new();
        let library = cache.sources.stdlib_modules().find(|(module, _)| *module == StdlibModule::Std);
        if let Some((_, library)) = library {
            cache.sources.files.update(library, "{}");
        }
        embed(&mut cache, Path::new(ROOT), |name| name.starts_with("lib/"));
        Self::of(cache)
    }

    /// Whether a file of the user's that was read mentions the standard library.
    fn mentions_library(&self) -> bool {
        let sources = &self.context.import_resolver.sources;
        sources.file_paths.iter().any(|(id, path)| match path {
            SourcePath::Path(path, InputFormat::Nickel) => {
                let own =
                    path.starts_with(ROOT) || path.components().any(|part| part.as_os_str() == VENDORED);
                !own && sources.source(*id).contains(LIBRARY)
            }
            _ => false,
        })
    }

    /// The contract of a whole cluster. It is not typechecked: the tests do that once.
    pub(crate) fn cluster_contract(&mut self) -> Option<NickelValue> {
        self.embedded_field("contracts/main.ncl", "Cluster")
    }

    /// A field of the record that an embedded file is.
    pub(crate) fn embedded_field(&mut self, file: &str, field: &str) -> Option<NickelValue> {
        let path = SourcePath::Path(Path::new(ROOT).join(file), InputFormat::Nickel);
        let id = self.context.import_resolver.sources.id_of(&path)?;
        let value = self.context.prepare_eval_only(id).ok()?;
        let main = VirtualMachine::new(&mut self.context).eval_closure(Closure::from(value)).ok()?;
        match main.value.content_ref() {
            ValueContentRef::Record(Container::Alloc(data)) => {
                data.fields.get(&LocIdent::new(field))?.value_with_pending_contracts()
            }
            _ => None,
        }
    }

    /// The annotations of a field, as they are written.
    pub(crate) fn annotations(&self, contracts: &[RuntimeContract]) -> Vec<&str> {
        let written = contracts.iter().filter_map(|contract| {
            let span = self.context.pos_table.get(contract.label.span).into_opt()?;
            Some(self.context.import_resolver.sources.files().source_slice(span).trim())
        });
        written.collect()
    }

    /// A contract that nothing is annotated with.
    #[cfg(test)]
    pub(crate) fn contract_alone(&mut self, contract: &NickelValue) -> RuntimeContract {
        self.runtime_contract(contract, TermPos::None)
    }

    /// The fields of the record that an embedded file is.
    #[cfg(test)]
    pub(crate) fn embedded_fields(&mut self, file: &str) -> Vec<String> {
        let path = SourcePath::Path(Path::new(ROOT).join(file), InputFormat::Nickel);
        let value = self
            .context
            .import_resolver
            .sources
            .id_of(&path)
            .and_then(|id| self.context.prepare_eval_only(id).ok());
        let main = value
            .and_then(|value| VirtualMachine::new(&mut self.context).eval_closure(Closure::from(value)).ok());
        match main.as_ref().map(|main| main.value.content_ref()) {
            Some(ValueContentRef::Record(Container::Alloc(data))) => {
                data.fields.keys().map(|id| id.label().to_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn runtime_contract(&mut self, contract: &NickelValue, span: TermPos) -> RuntimeContract {
        let typ = Rc::new(Type { typ: TypeF::Contract(contract.clone()), pos: span });
        let label = Label { typ, span: self.context.pos_table.push(span), ..Label::default() };
        RuntimeContract::new(contract.clone(), label)
    }

    pub(crate) fn walk(
        &mut self,
        value: &NickelValue,
        contracts: &[RuntimeContract],
        nulls: Nulls,
    ) -> (Option<Walked>, Walk) {
        let mut vm = VirtualMachine::new(&mut self.context);
        let mut walk = Walk { nulls, ..Walk::default() };
        let walked = walk.value(&mut vm, value, contracts, None);
        (walked, walk)
    }

    pub(crate) fn place<'a>(&'a mut self, sources: &'a mut Sources) -> Place<'a> {
        Place { context: &self.context, known: &mut self.known, sources }
    }

    /// A user's file, ready to be evaluated, without the annotation that applies the contract: it is applied anyway,
    /// and then tells every mistake instead of the first.
    fn load(
        &mut self,
        layer: &NickelLayer,
        sources: &mut Sources,
        found: &mut Findings,
    ) -> Option<NickelValue> {
        // A project's own copy may be of another pulsarc: what counts is what this one embeds.
        let copies = layer.folder.ancestors().map(|folder| folder.join(VENDORED));
        if let Some(copy) = copies.into_iter().find(|copy| copy.is_dir()) {
            embed(&mut self.context.import_resolver, &copy, |_| true);
        }
        let texts = &mut self.context.import_resolver.sources;
        let (id, path) = added(texts, layer, sources);
        let mut read = imports_of(texts, id, &path);
        self.files.insert(layer.source, id);
        self.known.insert(id, layer.source);
        for (path, text) in std::mem::take(&mut read.looked_for) {
            sources.add_import(path, text);
        }
        let refused = self.refused(&read, sources, found);
        let mut unread = 0;
        for (file, format) in std::mem::take(&mut read.data) {
            unread += usize::from(self.import_data(file, format, sources, found).is_none());
        }
        if refused || unread > 0 {
            return None;
        }
        progress::file(id, &layer.name, self.context.import_resolver.sources.source(id));
        let texts = self.context.import_resolver.sources.file_paths.len();
        match self.context.prepare_eval(id) {
            // Every file that it takes is there already. Should it have opened another, that is not evaluated.
            Ok(_) if self.context.import_resolver.sources.file_paths.len() > texts => {
                let told = Diagnostic::new(&OUTSIDE, "this file imports what was not read for it");
                let whole = Span::new(layer.source, 0..sources.get(layer.source).text.len());
                found.push(told.span(whole).help("import files of the project by their paths in quotes"));
                None
            }
            Ok(value) => Some(self.without_contract(value)),
            Err(error) => {
                found.extend(blame::failed(error, &mut self.place(sources)));
                None
            }
        }
    }

    /// Data that a file imports, as a value that Nickel finds when it comes to the import: read as an input is, so that
    /// one text means one thing. None where it cannot be read, which is told.
    fn import_data(
        &mut self,
        file: FileId,
        format: InputFormat,
        sources: &mut Sources,
        found: &mut Findings,
    ) -> Option<()> {
        let read: fn(SourceId, &Sources, &mut Findings) -> Option<Node> = match format {
            InputFormat::Json | InputFormat::Yaml => yaml::read_import,
            InputFormat::Toml => toml::read,
            // A text is what it is.
            _ => return Some(()),
        };
        let source = self.place(sources).source(file);
        self.files.insert(source, file);
        let node = read(source, sources, found)?;
        let value = self.value(&node, sources, Below::Import);
        let entry = TermEntry { value, state: TermEntryState::Transformed, format };
        self.context.import_resolver.terms.insert(file, entry);
        Some(())
    }

    /// Tells the imports that may not be evaluated; whether there are any.
    fn refused(&mut self, read: &Imports, sources: &mut Sources, found: &mut Findings) -> bool {
        for refusal in &read.refused {
            let span = self.place(sources).of_raw(refusal.span);
            found.push(Diagnostic::new(refusal.code, &refusal.message).span(span).help(&refusal.help));
        }
        !read.refused.is_empty()
    }

    /// The value without `| pulsar.Cluster`, `| pulsar.Tests` or `| pulsar.Fleet` around it, below `let`s.
    fn without_contract(&self, value: NickelValue) -> NickelValue {
        let pos = value.pos_idx();
        let Some(term) = value.as_term() else { return value };
        match term {
            Term::Let(data) => {
                let mut data = data.clone();
                data.body = self.without_contract(data.body);
                NickelValue::term(Term::Let(data), pos)
            }
            Term::Annotated(data)
                if data.annot.typ.is_none()
                    && data.annot.contracts.iter().all(|it| self.names_contract(it.label.span)) =>
            {
                self.without_contract(data.inner.clone())
            }
            _ => value,
        }
    }

    fn names_contract(&self, pos: PosIdx) -> bool {
        let span = self.context.pos_table.get(pos).into_opt();
        span.is_some_and(|span| {
            let written = self.context.import_resolver.sources.files().source_slice(span).trim_end();
            ["Cluster", "Tests", "Fleet"].iter().any(|name| written.ends_with(name))
        })
    }

    /// What a Nickel layer above another says: its values, without what it leaves to defaults.
    fn as_data(&mut self, layer: &NickelLayer, sources: &mut Sources, found: &mut Findings) -> Option<Node> {
        let value = self.load(layer, sources, found)?;
        let mut walk = Walk { skip_defaults: true, ..Walk::default() };
        let walked = walk.value(&mut VirtualMachine::new(&mut self.context), &value, &[], None);
        for problem in walk.problems {
            found.extend(blame::told(problem, &mut self.place(sources)));
        }
        Some(self.node(walked?, sources))
    }

    /// What a Nickel layer says by itself; what fails is told where the whole is evaluated.
    fn as_written(&mut self, value: &NickelValue) -> Option<Node> {
        self.walk(value, &[], Nulls::Stay).0.map(without_places)
    }

    /// Data as a value, each part at its place. Over Nickel, each leaf says that it wins.
    pub(crate) fn value(&mut self, node: &Node, sources: &Sources, below: Below<'_>) -> NickelValue {
        let pos = node.span.map_or(TermPos::None, |span| self.raw_span(span, sources).into());
        let pos = self.context.pos_table.push(pos);
        match &node.value {
            Value::Null => NickelValue::null().with_pos_idx(pos),
            Value::Bool(truth) => NickelValue::bool_value(*truth, pos),
            Value::Number(Number::Integer(number)) => NickelValue::number(NickelNumber::from(*number), pos),
            Value::Number(Number::Decimal(number)) => {
                NickelValue::number(NickelNumber::try_from_float_simplest(*number).unwrap_or_default(), pos)
            }
            Value::Text(text) => NickelValue::string(text.as_str(), pos),
            Value::List(items) => {
                let inside = if matches!(below, Below::Import) { below } else { Below::Nothing };
                let items: Array = items.iter().map(|item| self.value(item, sources, inside)).collect();
                closurized(NickelValue::array(items, Vec::new(), pos), pos)
            }
            Value::Record(entries) => {
                let fields = entries.iter().map(|(key, entry)| {
                    let key_pos =
                        entry.key_span.map_or(TermPos::None, |span| self.raw_span(span, sources).into());
                    let below = below.at(key);
                    let priority = below.priority(&entry.value);
                    let metadata = FieldMetadata { priority, ..FieldMetadata::default() };
                    // A null stands for its key alone: the key is checked, the default is taken out later.
                    let is_value = entry.value != Value::Null || matches!(below, Below::Import);
                    let value = is_value.then(|| self.value(entry, sources, below));
                    (
                        LocIdent::new(key).with_pos(key_pos),
                        Field { value, metadata: metadata.into(), ..Field::default() },
                    )
                });
                let fields = fields.collect();
                closurized(NickelValue::record(RecordData { fields, ..RecordData::default() }, pos), pos)
            }
        }
    }

    fn raw_span(&mut self, span: Span, sources: &Sources) -> RawSpan {
        let id = *self.files.entry(span.source).or_insert_with(|| {
            let source = sources.get(span.source);
            let path = SourcePath::Path(PathBuf::from(format!("<{}>", source.name)), InputFormat::Yaml);
            let id = self.context.import_resolver.sources.add_string(path, source.text.clone().into_owned());
            self.known.insert(id, span.source);
            id
        });
        RawSpan { src_id: id, start: span.start.into(), end: span.end.into() }
    }

    /// A walked value as plain data with its places.
    pub(crate) fn node(&mut self, walked: Walked, sources: &mut Sources) -> Node {
        let span = self.place(sources).of(walked.pos);
        let key_span =
            walked.key.map(|key| self.place(sources).of_raw(key)).filter(|span| sources.is_users(*span));
        let value = match walked.value {
            walk::Content::Plain(value) => value,
            walk::Content::List(items) => {
                Value::List(items.into_iter().map(|item| self.node(item, sources)).collect())
            }
            walk::Content::Record(entries) => Value::Record(
                entries
                    .into_iter()
                    .map(|(key, entry)| (key, self.node(entry, sources)))
                    .collect::<BTreeMap<_, _>>(),
            ),
        };
        let users = key_span.is_some() || span.is_some_and(|span| sources.is_users(span));
        Node { value, span, key_span, origin: if users { Origin::User } else { Origin::Default } }
    }
}

/// A walked value as plain data alone.
fn without_places(walked: Walked) -> Node {
    Node::bare(match walked.value {
        walk::Content::Plain(value) => value,
        walk::Content::List(items) => Value::List(items.into_iter().map(without_places).collect()),
        walk::Content::Record(entries) => {
            Value::Record(entries.into_iter().map(|(key, entry)| (key, without_places(entry))).collect())
        }
    })
}

/// Puts the embedded files below a folder, where imports find them before any file that is there.
fn embed(cache: &mut CacheHub, folder: &Path, wanted: fn(&str) -> bool) {
    for (name, text) in EMBEDDED.iter().filter(|(name, _)| wanted(name)) {
        let text = if *name == HANDED_OUT.0 { HANDED_OUT.1 } else { *text };
        let path = SourcePath::Path(folder.join(name), InputFormat::Nickel);
        cache.sources.add_string(path, text.to_owned());
    }
}

/// A record or list as Nickel wants it of its parser: what stands in it becomes lazy when it is first evaluated.
fn closurized(container: NickelValue, pos: PosIdx) -> NickelValue {
    NickelValue::term(Term::Closurize(container), pos)
}

/// Two values, merged as `&` merges them.
fn merged(base: NickelValue, over: NickelValue) -> NickelValue {
    let label = Label { span: base.pos_idx(), ..Label::default() };
    make::op2(BinaryOp::Merge(label.into()), base, over)
}

/// A failure of Nickel's own, whatever it is.
pub(crate) type Failure = Error;
