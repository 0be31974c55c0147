//! One run of Nickel: users' files, and the embedded contracts that they are evaluated with.
//!
//! Its evaluator is generic and compiled where it is called, so nothing generic leaves this module and [`walk`].

use crate::codes::OUTSIDE;
use crate::nickel::below::Below;
use crate::nickel::blame::{self, Place};
use crate::nickel::context::Context;
use crate::nickel::embedded::{LIBRARY, ROOT, SHARED, VENDORED, embed};
use crate::nickel::progress;
use crate::nickel::walk::{Nulls, Walk, Walked};
use crate::read::imports::{self, Imports, Mend};
use crate::read::layers::{NickelLayer, OpenTexts};
use crate::read::slips::{self, Mended};
use crate::read::{toml, yaml};
use nickel_lang_core::cache::{CacheHub, InputFormat, SourceCache, SourcePath, TermEntry, TermEntryState};
use nickel_lang_core::error::NullReporter;
use nickel_lang_core::eval::value::{Container, NickelValue, ValueContentRef};
use nickel_lang_core::eval::{Closure, VirtualMachine, VmContext};
use nickel_lang_core::files::{FileId, Files};
use nickel_lang_core::identifier::LocIdent;
use nickel_lang_core::label::Label;
use nickel_lang_core::position::{PosIdx, TermPos};
use nickel_lang_core::stdlib::StdlibModule;
#[cfg(test)]
use nickel_lang_core::term::record::Field;
use nickel_lang_core::term::{RuntimeContract, Term};
use nickel_lang_core::typ::{Type, TypeF};
use pulsarc_diag::{Diagnostic, Findings, SourceId, Sources, Span};
use pulsarc_model::Node;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Adds a layer to Nickel's texts; what it is called there, and the path that its imports are looked up from.
pub(crate) fn added(cache: &mut SourceCache, layer: &NickelLayer, sources: &Sources) -> (FileId, PathBuf) {
    let text = sources.get(layer.source).text.clone().into_owned();
    let name = Path::new(&layer.name).file_name().map_or_else(|| PathBuf::from("stdin.ncl"), PathBuf::from);
    // What it imports is looked up from here, wherever the process is.
    let path = layer.folder.path().join(name);
    let path = std::path::absolute(&path).unwrap_or(path);
    (cache.add_string(SourcePath::Path(path.clone(), InputFormat::Nickel), text), path)
}

/// Reads what a layer imports into Nickel's texts.
pub(crate) fn imports_of(
    cache: &mut SourceCache,
    layer: FileId,
    path: &Path,
    open: &OpenTexts,
    mend: Mend<'_>,
) -> Imports {
    imports::read(cache, layer, path, &Path::new(ROOT).join("lib"), open, mend)
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
    pub(super) files: HashMap<SourceId, FileId>,
    /// Nickel's files, as findings know them.
    pub(super) known: HashMap<FileId, SourceId>,
    /// Users' files that are repaired.
    pub(super) mended: HashMap<FileId, Mended>,
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
        Self { context, files: HashMap::new(), known: HashMap::new(), mended: HashMap::new() }
    }

    /// A run without the standard library and the contracts, for users' files that need neither: reading those takes
    /// most of a run's time. Library functions are missing then, and their use fails.
    pub(crate) fn without_library() -> Self {
        Self::with_library("{}", |name| name.starts_with("lib/"))
    }

    /// A run for the contracts of single values, with the part of the standard library that they take.
    pub(crate) fn of_leaves() -> Self {
        Self::with_library(include_str!("judge.ncl"), |name| name.starts_with(SHARED))
    }

    /// A run with another text for the standard library, and some of the embedded files.
    fn with_library(text: &str, embedded: fn(&str) -> bool) -> Self {
        let mut cache = CacheHub::new();
        let library = cache.sources.stdlib_modules().find(|(module, _)| *module == StdlibModule::Std);
        if let Some((_, library)) = library {
            cache.sources.files.update(library, text);
        }
        embed(&mut cache, Path::new(ROOT), embedded);
        Self::of(cache)
    }

    /// Whether a file of the user's that was read mentions the standard library.
    pub(super) fn mentions_library(&self) -> bool {
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
        let value = self.embedded_file(file)?;
        let main = VirtualMachine::new(&mut self.context).eval_closure(Closure::from(value)).ok()?;
        match main.value.content_ref() {
            ValueContentRef::Record(Container::Alloc(data)) => {
                data.fields.get(&LocIdent::new(field))?.value_with_pending_contracts()
            }
            _ => None,
        }
    }

    /// The value of an embedded file.
    pub(super) fn embedded_file(&mut self, file: &str) -> Option<NickelValue> {
        let path = SourcePath::Path(Path::new(ROOT).join(file), InputFormat::Nickel);
        let id = self.context.import_resolver.sources.id_of(&path)?;
        self.context.prepare_eval_only(id).ok()
    }

    /// What an expression beside the shared contracts represents.
    pub(crate) fn shared(&mut self, expression: &str) -> Option<NickelValue> {
        // Beside the shared contracts whatever the expression says, so that its import finds them.
        let name = format!("{SHARED}<{}>.ncl", expression.replace('/', "|"));
        let path = SourcePath::Path(Path::new(ROOT).join(name), InputFormat::Nickel);
        let id = self.context.import_resolver.sources.add_string(path, expression.to_owned());
        self.context.prepare_eval_only(id).ok()
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

    /// The fields of the record that an embedded file is, each with its doc.
    #[cfg(test)]
    pub(crate) fn embedded_fields(&mut self, file: &str) -> Vec<(String, String)> {
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
                let doc = |field: &Field| field.metadata.doc().unwrap_or_default().trim().to_owned();
                data.fields.iter().map(|(id, field)| (id.label().to_owned(), doc(field))).collect()
            }
            _ => Vec::new(),
        }
    }

    pub(crate) fn runtime_contract(&mut self, contract: &NickelValue, span: TermPos) -> RuntimeContract {
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
        Place { context: &self.context, known: &mut self.known, mended: &self.mended, sources }
    }

    /// A user's file, prepared for evaluation, without the annotation that applies the contract: pulsarc applies it
    /// anyway, and then reports every mistake instead of the first.
    pub(super) fn load(
        &mut self,
        layer: &NickelLayer,
        sources: &mut Sources,
        found: &mut Findings,
    ) -> Option<NickelValue> {
        // A project's own copy may be of another pulsarc: what counts is what this one embeds.
        let copies = layer.folder.path().ancestors().map(|folder| folder.join(VENDORED));
        if let Some(copy) = copies.into_iter().find(|copy| copy.is_dir()) {
            embed(&mut self.context.import_resolver, &copy, |_| true);
        }
        let texts = &mut self.context.import_resolver.sources;
        let (id, path) = added(texts, layer, sources);
        let mut read =
            imports_of(texts, id, &path, layer.folder.open(), &|text| slips::mend(text, &Self::exports));
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
        let is_broken = self.report_slips(std::mem::take(&mut read.mended), sources, found);
        if refused || unread > 0 || is_broken {
            return None;
        }
        progress::file(id, &layer.name, self.context.import_resolver.sources.source(id));
        let texts = self.context.import_resolver.sources.file_paths.len();
        match self.context.prepare_eval(id) {
            // Every file that it takes is there already. Should it have opened another, that is not evaluated.
            Ok(_) if self.context.import_resolver.sources.file_paths.len() > texts => {
                let finding = Diagnostic::new(&OUTSIDE, "this file imports a file that was not loaded");
                let whole = Span::new(layer.source, 0..sources.get(layer.source).text.len());
                found.push(finding.span(whole).help("import files of the project by their paths in quotes"));
                None
            }
            Ok(value) => Some(self.without_contract(value)),
            Err(error) => {
                let failed = blame::failed(error, &mut self.place(sources));
                found.extend(failed.into_iter().filter(|finding| !self.is_slip(finding)));
                None
            }
        }
    }

    /// Imported data, as a value that Nickel finds at the import: read like an input, so that one text has one
    /// meaning. `None` if it cannot be read, which is reported.
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

    /// Reports the imports that may not be evaluated; returns whether there are any.
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
}
