//! Nickel's errors as findings, in the words of somebody who wrote a configuration and has never seen Nickel.

use crate::codes::{EVALUATION, IMPORT, LABEL, OPERATOR, REJECTED, SYNTAX, YAML_TRAP, by_id};
use crate::nickel::context::Context;
use crate::nickel::walk::{Problem, ProblemKind, exact};
use crate::read::overlay::map_over_list;
use crate::read::slips::Mended;
use crate::wording::{self, Expected};
use nickel_lang_core::error::{Error, EvalError, EvalErrorKind, IntoDiagnostics};
use nickel_lang_core::eval::value::{NickelValue, ValueContentRef};
use nickel_lang_core::files::FileId;
use nickel_lang_core::label::Label;
use nickel_lang_core::position::{PosIdx, RawSpan};
use nickel_lang_core::typ::{Type, TypeF};
use pulsarc_diag::advice::write_it;
use pulsarc_diag::{Advice, Code, Diagnostic, KeyPath, SourceId, Sources, Span};
use pulsarc_model::{Value, WRONG_TYPE};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// From Nickel's places to those of findings.
pub(crate) struct Place<'a> {
    pub(crate) context: &'a Context,
    pub(crate) known: &'a mut HashMap<FileId, SourceId>,
    /// Files that Nickel reads repaired.
    pub(crate) mended: &'a HashMap<FileId, Mended>,
    pub(crate) sources: &'a mut Sources,
}

impl Place<'_> {
    /// The place of a value.
    pub(crate) fn of(&mut self, pos: PosIdx) -> Option<Span> {
        Some(self.of_raw(self.context.pos_table.get(pos).into_opt()?))
    }

    /// The place of a range in one of Nickel's files; a file that was imported becomes a source here.
    pub(crate) fn of_raw(&mut self, span: RawSpan) -> Span {
        self.of_range(span.src_id, &(span.start.to_usize()..span.end.to_usize()))
    }

    /// The place of a range of bytes, in the text as its user wrote it.
    fn of_range(&mut self, file: FileId, range: &Range<usize>) -> Span {
        let source = self.source(file);
        let range = self.mended.get(&file).map_or_else(|| range.clone(), |mended| mended.original(range));
        Span::new(source, range)
    }

    pub(crate) fn source(&mut self, id: FileId) -> SourceId {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let files = self.context.import_resolver.sources.files();
        let name = files.name(id).to_string_lossy().into_owned();
        let text = self
            .mended
            .get(&id)
            .map_or_else(|| files.source(id).to_owned(), |mended| mended.original.clone());
        let own = name.starts_with('<') || name.starts_with("/pulsarc/") || name.contains("/.pulsarc/");
        let source =
            if own { self.sources.add_own(name, text) } else { self.sources.add(shortened(&name), text) };
        self.known.insert(id, source);
        source
    }

    fn users(&mut self, pos: PosIdx) -> Option<Span> {
        self.of(pos).filter(|span| self.sources.is_users(*span))
    }

    /// The contract at a place, if it is the user's.
    fn contract(&mut self, pos: PosIdx) -> Option<UsersContract> {
        let span = self.users(pos).filter(|span| !span.range().is_empty())?;
        let text = self.sources.slice(span).trim();
        let is_short = text.len() <= LONGEST_CONTRACT && !text.contains('\n');
        Some(UsersContract { span, text: is_short.then(|| text.to_owned()) })
    }

    /// The part of a place that is on its first line.
    fn first_line(&self, span: Span) -> Span {
        let line = self.sources.slice(span).lines().next().unwrap_or_default();
        Span::new(span.source, span.range().start..span.range().start + line.len())
    }

    fn users_raw(&mut self, span: Option<RawSpan>) -> Option<Span> {
        span.map(|span| self.of_raw(span)).filter(|span| self.sources.is_users(*span))
    }
}

/// A path below the current folder as a user would write it.
fn shortened(path: &str) -> String {
    let here = std::env::current_dir().ok();
    let below = here.and_then(|here| {
        std::path::Path::new(path).strip_prefix(here).ok().map(|rest| rest.display().to_string())
    });
    below.unwrap_or_else(|| path.to_owned())
}

/// The diagnostic of a problem in the walk.
pub(crate) fn explained(problem: Problem, place: &mut Place<'_>) -> Vec<Diagnostic> {
    let key = place.users_raw(problem.key);
    let value = place.users(problem.pos).filter(|span| !span.range().is_empty());
    let at = |diagnostic: Diagnostic, span: Option<Span>| vec![diagnostic.at(&problem.path).span(span)];
    match problem.kind {
        ProblemKind::Unknown(known) => {
            at(wording::unknown_key(problem.path.last_key().unwrap_or_default(), known), key)
        }
        ProblemKind::Missing(name) => at(wording::missing(&name), value.or(key)),
        ProblemKind::Deep => at(wording::too_deep(), value.or(key)),
        ProblemKind::Stopped => at(
            Diagnostic::new(
                &EVALUATION,
                "this value cannot be computed: the operation has no result for these \
            arguments",
            )
            .help("look for an undefined number, such as 0 to the power of -1 or the logarithm of 0"),
            value.or(key),
        ),
        ProblemKind::NoData => at(
            Diagnostic::new(&WRONG_TYPE, "this is a function, but a configuration consists of data")
                .help("apply the function to its arguments"),
            value.or(key),
        ),
        ProblemKind::Failed(error) => match &error.error {
            EvalErrorKind::BlameError { label, evaluated_arg } => {
                let argument = evaluated_arg.as_ref().map(NickelValue::pos_idx);
                let span = value.or(key).or_else(|| argument.and_then(|pos| place.users(pos)));
                let literal = value.map(|span| place.sources.slice(span).to_owned());
                let contract = place.contract(label.span);
                let finding = match &contract {
                    Some(contract) if matches!(label.typ.typ, TypeF::Contract(_)) => {
                        rejected(contract, label, evaluated_arg.as_ref(), problem.doc.as_deref())
                    }
                    _ => violation(label, evaluated_arg.as_ref(), literal.as_deref()),
                };
                let contract = contract.map(|contract| contract.span).filter(|own| Some(*own) != span);
                vec![located(finding, &problem.path, span).label(contract, "required by this contract")]
            }
            EvalErrorKind::MergeIncompatibleArgs { left_arg, right_arg, .. } => {
                let (left, right) = (left_arg.pos_idx(), right_arg.pos_idx());
                let (left, right) = (place.users(left), place.users(right));
                let finding = match (left_arg.content_ref(), right_arg.content_ref()) {
                    (ValueContentRef::Array(_), ValueContentRef::Record(_)) => map_over_list(right, left),
                    (ValueContentRef::Record(_), ValueContentRef::Array(_)) => map_over_list(left, right),
                    _ => match (left, right) {
                        (Some(users), None) | (None, Some(users)) => two_defaults(users),
                        _ => two_values(left, right),
                    },
                };
                let span = finding.span.or(value).or(key);
                at(finding, span)
            }
            EvalErrorKind::NotAFunc(term, _, application) => {
                let whole = place.users(*application).map(|whole| place.first_line(whole));
                let span = whole.or_else(|| place.users(term.pos_idx())).or(value).or(key);
                at(not_a_function(term), span)
            }
            _ => failed(Error::from(error), place)
                .into_iter()
                .map(|diagnostic| located(diagnostic, &problem.path, value.or(key)))
                .collect(),
        },
    }
}

fn located(diagnostic: Diagnostic, path: &KeyPath, span: Option<Span>) -> Diagnostic {
    let own = diagnostic.span;
    let at = if path.segments().is_empty() { diagnostic } else { diagnostic.at(path) };
    at.span(own.or(span))
}

/// The message of a contract about a value.
pub(crate) fn message(error: &EvalError) -> Option<String> {
    let EvalErrorKind::BlameError { label, .. } = &error.error else { return None };
    label.diagnostics.iter().rev().find_map(|diagnostic| diagnostic.message.clone())
}

/// A contract that the user has written.
struct UsersContract {
    span: Span,
    /// Its text, if that is short.
    text: Option<String>,
}

/// A text of a contract that is longer than this is not repeated in a message.
const LONGEST_CONTRACT: usize = 60;

/// A value that a user's contract rejects: the contract's own message, or its name.
fn rejected(
    contract: &UsersContract,
    label: &Label,
    argument: Option<&NickelValue>,
    doc: Option<&str>,
) -> Diagnostic {
    let own = label.diagnostics.iter().rev().find(|diagnostic| diagnostic.message.is_some());
    let message = own.and_then(|own| own.message.clone());
    if message.as_deref().and_then(container).is_some() {
        return violation(label, argument, None);
    }
    let got =
        argument.and_then(shallow).map_or_else(|| "this value".to_owned(), |got| wording::in_words(&got));
    let subject = contract
        .text
        .as_ref()
        .map_or_else(|| "a contract".to_owned(), |text| format!("the contract `{text}`"));
    let message = message.map_or_else(
        || format!("{subject} rejects {got}"),
        |message| format!("{subject} rejects {got}: {}", message.trim()),
    );
    let note = own.and_then(|own| own.notes.first()).map(|note| note.trim().to_owned());
    let help =
        note.or_else(|| doc.map(|doc| format!("write a value that the contract accepts: {}", doc.trim())));
    Diagnostic::new(&REJECTED, message).help(
        help.unwrap_or_else(|| "write a value that the contract accepts, or change the contract".to_owned()),
    )
}

/// A contract that does not hold: the validator's own message, or the type that was expected.
fn violation(label: &Label, argument: Option<&NickelValue>, literal: Option<&str>) -> Diagnostic {
    let own = label.diagnostics.iter().rev().find(|diagnostic| diagnostic.message.is_some());
    let got = argument.and_then(shallow);
    let Some(own) = own else { return wording::wrong_type(expected(&label.typ), got.as_ref(), literal) };
    let message = own.message.as_deref().unwrap_or_default();
    if let Some(expected) = container(message) {
        return wording::wrong_type(expected, got.as_ref(), literal);
    }
    let (code, message) = coded(message);
    let finding = Diagnostic::new(code, message);
    let finding = match own.notes.first() {
        Some(note) => finding.help(note.trim()),
        None => finding,
    };
    let replacement = own.notes.iter().find_map(|note| replacement(note));
    let quotes = || literal.filter(|_| code == &YAML_TRAP || code == &LABEL).and_then(wording::in_quotes);
    finding.advise(replacement.or_else(quotes))
}

/// The note of a contract that is the value to write, as data.
fn replacement(note: &str) -> Option<Advice> {
    let (kind, value) = note.trim().strip_prefix("pulsarc: ")?.split_once(' ')?;
    match kind {
        "text" => Some(write_it(value)),
        "number" => Some(write_it(value.parse::<i64>().ok()?)),
        _ => None,
    }
}

/// What Nickel's own record and list contracts expect, if a message comes from one of them.
fn container(message: &str) -> Option<Expected> {
    match message {
        "not a record" | "expected a Record" => Some(Expected::Record),
        "not an array" | "expected an Array" | "expected an array" => Some(Expected::List),
        "expected a function" => Some(Expected::Function),
        _ => None,
    }
}

/// A user's default over that of a contract.
fn two_defaults(users: Span) -> Diagnostic {
    Diagnostic::new(
        &EVALUATION,
        "`| default` gives this value the same priority as the key's own default, so \
    neither wins",
    )
    .span(Some(users))
    .help("remove `| default`, or write `| priority -5` so that other layers can override it")
}

/// A value with another one behind it, as if it were a function.
fn not_a_function(term: &NickelValue) -> Diagnostic {
    if let ValueContentRef::Record(_) = term.content_ref() {
        return Diagnostic::new(
            &OPERATOR,
            "an operator is missing between a record and what follows it: `&` merges records",
        )
        .help("write & between the two records");
    }
    let got = shallow(term).map_or_else(|| "this value".to_owned(), |got| wording::in_words(&got));
    Diagnostic::new(&OPERATOR, format!("{got} is followed by another value, but only a function takes one"))
        .help("put a comma or an operator between the two values, or quotes around the whole text")
}

/// Two conflicting values without a priority.
fn two_values(one: Option<Span>, other: Option<Span>) -> Diagnostic {
    Diagnostic::new(&EVALUATION, "conflicting values for this key, and none takes precedence")
        .span(one)
        .label(other, "the other value")
        .help("keep one of them, or merge the two records as layers, so that the later one wins: pulsar.layers [base, { ... }]")
}

fn coded(message: &str) -> (&'static Code, String) {
    match message.split_once(": ") {
        Some((id, rest)) if id.starts_with("PUL") && id.len() == 7 => (by_id(id), rest.to_owned()),
        _ => (&EVALUATION, message.to_owned()),
    }
}

/// What a type expects. Of a list, that is its items: what is not a list fails with words of its own.
fn expected(typ: &Type) -> Expected {
    match &typ.typ {
        TypeF::Bool => Expected::Switch,
        TypeF::Number => Expected::Number,
        TypeF::String => Expected::Text,
        TypeF::Array(item) => expected(item),
        TypeF::Arrow(..) => Expected::Function,
        _ => Expected::Record,
    }
}

/// The kind of a value without its contents; `None` for a function.
fn shallow(value: &NickelValue) -> Option<Value> {
    Some(match value.content_ref() {
        ValueContentRef::Null => Value::Null,
        ValueContentRef::Bool(truth) => Value::Bool(truth),
        ValueContentRef::Number(number) => Value::Number(exact(number)),
        ValueContentRef::String(text) => Value::Text(text.to_string()),
        ValueContentRef::EnumVariant(_) => {
            Value::Text(value.as_enum_tag().map(|tag| tag.label().to_owned()).unwrap_or_default())
        }
        ValueContentRef::Array(_) => Value::List(Vec::new()),
        ValueContentRef::Record(_) => Value::Record(BTreeMap::new()),
        _ => return None,
    })
}

/// The diagnostic of any other failure: Nickel's first message at the first of its places in the user's files.
pub(crate) fn failed(error: Error, place: &mut Place<'_>) -> Vec<Diagnostic> {
    let code = match &error {
        Error::ParseErrors(_) => &SYNTAX,
        Error::ImportError(_) => &IMPORT,
        _ => &EVALUATION,
    };
    let mut files = place.context.import_resolver.sources.files().clone();
    let drawn = error.into_diagnostics(&mut files);
    // A file whose import fails is told as a failure of the file that imports it.
    let code = match drawn.first() {
        Some(first) if first.message.starts_with(FAILED_IMPORT) => &IMPORT,
        _ => code,
    };
    let all = if code == &SYNTAX { usize::MAX } else { 1 };
    drawn
        .into_iter()
        .take(all)
        .map(|diagnostic| {
            let span = diagnostic.labels.iter().find_map(|label| {
                let known = place.source(label.file_id);
                place.sources.get(known).users.then(|| place.of_range(label.file_id, &label.range))
            });
            let help = match code.id {
                "PUL0001" => "check this place and the line before it for a missing comma, quote or bracket",
                "PUL0016" => "correct the path; pulsarc's own library is imported as \"pulsar.ncl\"",
                _ => "check this value and the values it is made of",
            };
            Diagnostic::new(code, plain(&diagnostic.message)).span(span).help(help)
        })
        .collect()
}

/// How Nickel begins to tell of an import that fails.
const FAILED_IMPORT: &str = "import of ";

/// Nickel's message in a user's words.
fn plain(message: &str) -> String {
    let first = message.lines().next().unwrap_or_default();
    if let Some((file, why)) = first.strip_prefix(FAILED_IMPORT).and_then(|rest| rest.split_once(" failed: "))
    {
        return if why.starts_with("could not find import") {
            format!("`{file}` is neither beside the file that imports it nor in pulsarc's library")
        } else {
            format!("`{file}` cannot be imported: {why}")
        };
    }
    first
        .replace("contract broken by", "wrong value from")
        .replace("dynamic type error", "wrong type")
        .replace("unbound identifier", "nothing defines the name")
        .replace("identifier", "name")
}
