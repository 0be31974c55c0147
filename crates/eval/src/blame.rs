//! Nickel's errors as findings, in the words of somebody who wrote a configuration and has never seen Nickel.

use crate::codes::{EVALUATION, IMPORT, SYNTAX, TOO_LARGE, YAML_TRAP, by_id};
use crate::engine::{Context, Failure};
use crate::limits;
use crate::read::layers::map_over_list;
use crate::walk::{Problem, ProblemKind};
use nickel_lang_core::error::{EvalErrorKind, IntoDiagnostics};
use nickel_lang_core::eval::value::{NickelValue, ValueContentRef};
use nickel_lang_core::files::FileId;
use nickel_lang_core::label::Label;
use nickel_lang_core::position::{PosIdx, RawSpan};
use nickel_lang_core::typ::{Type, TypeF};
use pulsarc_diag::{Code, Diagnostic, KeyPath, SourceId, Sources, Span, suggest};
use pulsarc_model::{MISSING, UNKNOWN_KEY, WRONG_TYPE};
use std::collections::HashMap;

/// From Nickel's places to those of findings.
pub(crate) struct Place<'a> {
    pub(crate) context: &'a Context,
    pub(crate) known: &'a mut HashMap<FileId, SourceId>,
    pub(crate) sources: &'a mut Sources,
}

impl Place<'_> {
    /// The place of a value.
    pub(crate) fn of(&mut self, pos: PosIdx) -> Option<Span> {
        Some(self.of_raw(self.context.pos_table.get(pos).into_opt()?))
    }

    /// The place of a range in one of Nickel's files; a file that was imported becomes a source here.
    pub(crate) fn of_raw(&mut self, span: RawSpan) -> Span {
        let source = self.source(span.src_id);
        Span::new(source, span.start.to_usize()..span.end.to_usize())
    }

    pub(crate) fn source(&mut self, id: FileId) -> SourceId {
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        let files = self.context.import_resolver.sources.files();
        let (name, text) = (files.name(id).to_string_lossy().into_owned(), files.source(id).to_owned());
        let own = name.starts_with('<') || name.starts_with("/pulsarc/") || name.contains("/.pulsarc/");
        let source =
            if own { self.sources.add_own(name, text) } else { self.sources.add(shortened(&name), text) };
        self.known.insert(id, source);
        source
    }

    fn users(&mut self, pos: PosIdx) -> Option<Span> {
        self.of(pos).filter(|span| self.sources.is_users(*span))
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

/// What a problem of the walk tells.
pub(crate) fn told(problem: Problem, place: &mut Place<'_>) -> Vec<Diagnostic> {
    let key = place.users_raw(problem.key);
    let value = place.users(problem.pos).filter(|span| !span.range().is_empty());
    let at = |diagnostic: Diagnostic, span: Option<Span>| vec![diagnostic.at(&problem.path).span(span)];
    match problem.kind {
        ProblemKind::Unknown(known) => at(unknown(&problem.path, &known), key),
        ProblemKind::Missing(name) => {
            let told =
                Diagnostic::new(&MISSING, format!("`{name}` is missing")).help(format!("add `{name}`"));
            at(told, value.or(key))
        }
        ProblemKind::Deep => at(
            Diagnostic::new(
                &TOO_LARGE,
                format!("records and lists stand more than {} deep in one another", limits::held().depth),
            )
            .help("a configuration is a dozen deep: write it flatter, or raise the limit with --max-depth"),
            value.or(key),
        ),
        ProblemKind::Stopped => at(
            Diagnostic::new(&EVALUATION, "this value cannot be computed: its arguments have no such result")
                .help("look for a number that does not exist, such as 0 to the power of -1 or the logarithm of 0"),
            value.or(key),
        ),
        ProblemKind::NoData => at(
            Diagnostic::new(&WRONG_TYPE, "this is a function, and a configuration is data")
                .help("apply the function to its arguments"),
            value.or(key),
        ),
        ProblemKind::Failed(error) => match &error.error {
            EvalErrorKind::BlameError { label, evaluated_arg } => {
                let span = value.or(key);
                let literal = value.map(|span| place.sources.slice(span).to_owned());
                at(violation(label, evaluated_arg.as_ref(), literal.as_deref()), span)
            }
            EvalErrorKind::MergeIncompatibleArgs { left_arg, right_arg, .. } => {
                let (left, right) = (left_arg.pos_idx(), right_arg.pos_idx());
                let (left, right) = (place.users(left), place.users(right));
                let told = match (left_arg.content_ref(), right_arg.content_ref()) {
                    (ValueContentRef::Array(_), ValueContentRef::Record(_)) => map_over_list(right, left),
                    (ValueContentRef::Record(_), ValueContentRef::Array(_)) => map_over_list(left, right),
                    _ => match (left, right) {
                        (Some(users), None) | (None, Some(users)) => two_defaults(users),
                        _ => two_values(left, right),
                    },
                };
                let span = told.span.or(value).or(key);
                at(told, span)
            }
            _ => failed(Failure::from(error), place)
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

fn unknown(path: &KeyPath, known: &[String]) -> Diagnostic {
    let name = path.last_key().unwrap_or_default();
    let told = Diagnostic::new(&UNKNOWN_KEY, format!("unknown key `{name}`"));
    if let Some(near) = suggest::nearest(name, known.iter().map(String::as_str)) {
        return told.help(format!("did you mean `{near}`?"));
    }
    let mut known = known.to_vec();
    known.sort();
    told.help(format!("remove it; the keys here are {}", known.join(", ")))
}

/// A contract that does not hold: the validator's own message, or the type that was expected.
fn violation(label: &Label, argument: Option<&NickelValue>, literal: Option<&str>) -> Diagnostic {
    let own = label.diagnostics.iter().rev().find(|diagnostic| diagnostic.message.is_some());
    if let Some(own) = own {
        let message = own.message.as_deref().unwrap_or_default();
        if let Some(expected) = container(message) {
            let got = argument.map_or_else(|| "something else".to_owned(), in_words);
            let told = Diagnostic::new(&WRONG_TYPE, format!("expected {expected}, got {got}"));
            let help = match expected {
                "a list" => "write a list: [a, b], or an item a line, each after a dash",
                "a function" => "write a function: fun config objects => { ... }",
                _ => "write keys and their values below this key",
            };
            return told.help(help);
        }
        let (code, message) = coded(message);
        let told = Diagnostic::new(code, message);
        let advice = own.notes.first().map(|note| note.trim().to_owned());
        return advice.map_or(told.clone(), |advice| told.help(advice));
    }
    let expected = expected(&label.typ);
    let got = argument.map_or_else(|| "something else".to_owned(), in_words);
    let told = Diagnostic::new(&WRONG_TYPE, format!("expected {expected}, got {got}"));
    match (expected, argument.map(NickelValue::content_ref)) {
        ("a text", Some(ValueContentRef::Number(_) | ValueContentRef::Bool(_))) => {
            let written = literal.unwrap_or_default();
            Diagnostic { code: &YAML_TRAP, ..told }.help(format!("put it in quotes: \"{written}\""))
        }
        ("a number" | "true or false", Some(ValueContentRef::String(text))) if bare(text.as_ref()) => {
            told.help(format!("write {} without quotes", text.to_string().trim()))
        }
        ("true or false", _) => told.help("write true or false"),
        _ => told.help(format!("write {expected}")),
    }
}

/// What Nickel's own contracts of records and lists expect, where a message is one of theirs.
fn container(message: &str) -> Option<&'static str> {
    match message {
        "not a record" | "expected a Record" => Some("a record"),
        "not an array" | "expected an Array" | "expected an array" => Some("a list"),
        "expected a function" => Some("a function"),
        _ => None,
    }
}

/// A user's default over that of a contract.
fn two_defaults(users: Span) -> Diagnostic {
    Diagnostic::new(&EVALUATION, "`| default` makes this value as weak as the default that the key has anyway, so none wins")
        .span(Some(users))
        .help("leave `| default` out, or write `| priority -5` instead where another layer shall be able to say another")
}

/// Two values of which none is said to win.
fn two_values(one: Option<Span>, other: Option<Span>) -> Diagnostic {
    Diagnostic::new(&EVALUATION, "two values stand for this key, and none of them wins")
        .span(one)
        .label(other, "the other one is here")
        .help("keep one of them, or write `| force` before the `=` of the one that wins")
}

fn bare(text: &str) -> bool {
    let text = text.trim();
    text == "true" || text == "false" || text.parse::<f64>().is_ok()
}

fn coded(message: &str) -> (&'static Code, String) {
    match message.split_once(": ") {
        Some((id, rest)) if id.starts_with("PUL") && id.len() == 7 => (by_id(id), rest.to_owned()),
        _ => (&EVALUATION, message.to_owned()),
    }
}

/// What a type expects. Of a list, that is its items: what is no list fails with words of its own.
fn expected(typ: &Type) -> &'static str {
    match &typ.typ {
        TypeF::Bool => "true or false",
        TypeF::Number => "a number",
        TypeF::String => "a text",
        TypeF::Array(item) => expected(item),
        TypeF::Arrow(..) => "a function",
        _ => "a record",
    }
}

fn in_words(value: &NickelValue) -> String {
    match value.content_ref() {
        ValueContentRef::Null => "null".to_owned(),
        ValueContentRef::Bool(truth) => format!("`{truth}`"),
        ValueContentRef::Number(_) => format!(
            "the number {}",
            value.to_nickel_string().map(|text| text.to_string()).unwrap_or_default()
        ),
        ValueContentRef::String(text) => format!("the text {:?}", text.to_string()),
        ValueContentRef::EnumVariant(_) => format!(
            "the text {:?}",
            value.as_enum_tag().map(|tag| tag.label().to_owned()).unwrap_or_default()
        ),
        ValueContentRef::Array(_) => "a list".to_owned(),
        ValueContentRef::Record(_) => "a record".to_owned(),
        _ => "a function".to_owned(),
    }
}

/// What any other failure tells: Nickel's first message at the first of its places that is the user's.
pub(crate) fn failed(error: Failure, place: &mut Place<'_>) -> Vec<Diagnostic> {
    let code = match &error {
        Failure::ParseErrors(_) => &SYNTAX,
        Failure::ImportError(_) => &IMPORT,
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
                place.sources.get(known).users.then(|| Span::new(known, label.range.clone()))
            });
            let help = match code.id {
                "PUL0001" => "look at this place and the line before it: a comma, a quote or a bracket",
                "PUL0016" => "correct the path; pulsarc's own library is imported as \"pulsar.ncl\"",
                _ => "look at this value and what it is made of",
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
            format!("there is no `{file}`: neither beside the file that imports it nor in pulsarc's library")
        } else {
            format!("`{file}` cannot be imported: {why}")
        };
    }
    first
        .replace("contract broken by", "wrong value from")
        .replace("dynamic type error", "wrong type")
        .replace("identifier", "name")
}
