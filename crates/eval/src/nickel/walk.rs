//! From a lazy value to plain data, with every violation on the way.
//!
//! Nickel stops at the first violation. So this module walks the record spine: it evaluates each field separately
//! with its pending contracts, keeps the errors, and continues with the siblings. It removes an unknown key and tries
//! the record again.

use crate::guard::guarded;
use crate::limits;
use crate::nickel::progress;
use nickel_lang_core::cache::CacheHub;
use nickel_lang_core::error::{EvalError, EvalErrorKind};
use nickel_lang_core::eval::VirtualMachine;
use nickel_lang_core::eval::cache::CacheImpl;
use nickel_lang_core::eval::value::{
    Container, EnumVariantData, NickelValue, ValueContentRef, ValueContentRefMut,
};
use nickel_lang_core::position::{PosIdx, RawSpan};
use nickel_lang_core::serialize::serialize_num;
use nickel_lang_core::term::record::Field;
use nickel_lang_core::term::{MergePriority, Number as NickelNumber, RuntimeContract};
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_model::{Number, Value};
use std::collections::BTreeMap;

pub(crate) type Vm<'a> = VirtualMachine<'a, CacheHub, CacheImpl>;

/// A value and its place.
pub(crate) struct Walked {
    pub(crate) value: Content,
    pub(crate) pos: PosIdx,
    pub(crate) key: Option<RawSpan>,
}

/// What a value is.
pub(crate) enum Content {
    Plain(Value),
    List(Vec<Walked>),
    Record(Vec<(String, Walked)>),
}

/// Something that went wrong, and where.
pub(crate) struct Problem {
    pub(crate) path: KeyPath,
    pub(crate) key: Option<RawSpan>,
    pub(crate) pos: PosIdx,
    pub(crate) kind: ProblemKind,
    /// The doc of the field.
    pub(crate) doc: Option<String>,
}

/// What went wrong.
pub(crate) enum ProblemKind {
    /// A key that the schema does not have; the keys that it has there.
    Unknown(Vec<String>),
    /// A value that has to be there.
    Missing(String),
    /// Anything else.
    Failed(EvalError),
    /// Nickel's evaluator itself fails at it, for example at an undefined number.
    Stopped,
    /// Deeper than any honest configuration.
    Deep,
    /// A function, or something else that is not data.
    NoData,
}

/// A walk through one value.
#[derive(Default)]
pub(crate) struct Walk {
    /// What went wrong so far.
    pub(crate) problems: Vec<Problem>,
    /// Whether to omit defaults.
    pub(crate) skip_defaults: bool,
    /// What becomes of a null.
    pub(crate) nulls: Nulls,
    /// What nulls remove.
    pub(crate) removed: Vec<RemovingNull>,
    pub(crate) path: KeyPath,
    /// The doc of the field that is walked, if it has one.
    pub(crate) doc: Option<String>,
    /// What becomes of a function.
    pub(crate) functions: Functions,
    /// Where tags stand, which are texts in what comes out.
    pub(crate) tags: Vec<KeyPath>,
    /// What says how it merges.
    pub(crate) priorities: BTreeMap<KeyPath, MergePriority>,
    /// The keys of optional fields without a value.
    pub(crate) unset: BTreeMap<KeyPath, RawSpan>,
    /// Whether there is more to the value than data: a field that waits for others, or that says how it merges.
    pub(crate) more_than_data: bool,
}

/// A null that represents its key alone.
pub(crate) struct RemovingNull {
    pub(crate) path: KeyPath,
    pub(crate) key: Option<RawSpan>,
    pub(crate) pos: PosIdx,
}

/// What becomes of a null in a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Nulls {
    /// It is a value like any other.
    #[default]
    Stay,
    /// It represents its key, as in a layer of data: the key is checked, and its default removed.
    Remove,
}

/// How to treat a function, which is not data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Functions {
    /// It is reported.
    #[default]
    Refused,
    /// `true` represents it.
    Marked,
}

impl Walk {
    fn problem(&mut self, key: Option<RawSpan>, pos: PosIdx, kind: ProblemKind) {
        let doc = self.doc.clone();
        self.problems.push(Problem { path: self.path.clone(), key, pos, kind, doc });
    }

    /// Walks a value with pending contracts; `None` if it has no usable result.
    pub(crate) fn value(
        &mut self,
        vm: &mut Vm<'_>,
        value: &NickelValue,
        contracts: &[RuntimeContract],
        key: Option<RawSpan>,
    ) -> Option<Walked> {
        if self.path.segments().len() > limits::held().depth {
            self.problem(key, value.pos_idx(), ProblemKind::Deep);
            return None;
        }
        progress::at(&self.path, key);
        // Without the contracts: the positions are the user's, and keys keep theirs.
        let raw = match evaluated(vm, value.clone()) {
            Ok(raw) => raw,
            Err(kind) => {
                self.problem(key, value.pos_idx(), kind);
                return None;
            }
        };
        let raw = self.without_nulls(vm, raw);
        let evaluated = self.apply(vm, raw.clone(), contracts, key)?;
        let pos = if raw.pos_idx() == PosIdx::NONE { evaluated.pos_idx() } else { raw.pos_idx() };
        let value = match evaluated.content_ref() {
            ValueContentRef::Null => Content::Plain(Value::Null),
            ValueContentRef::Bool(truth) => Content::Plain(Value::Bool(truth)),
            ValueContentRef::Number(number) => Content::Plain(Value::Number(exact(number))),
            ValueContentRef::String(text) => Content::Plain(Value::Text(text.to_string())),
            ValueContentRef::EnumVariant(EnumVariantData { tag, arg: None }) => {
                self.tags.push(self.path.clone());
                Content::Plain(Value::Text(tag.label().to_owned()))
            }
            ValueContentRef::Array(Container::Empty) => Content::List(Vec::new()),
            ValueContentRef::Record(Container::Empty) => Content::Record(Vec::new()),
            ValueContentRef::Array(Container::Alloc(data)) => {
                let mut items = Vec::new();
                for (index, item) in data.array.iter().enumerate() {
                    self.path.push(Segment::Index(index));
                    items.extend(self.value(vm, item, &data.pending_contracts, None));
                    self.path.pop();
                }
                Content::List(items)
            }
            ValueContentRef::Record(Container::Alloc(_)) => {
                Content::Record(self.fields(vm, &raw, &evaluated, pos))
            }
            _ if self.functions == Functions::Marked => Content::Plain(Value::Bool(true)),
            _ => {
                self.problem(key, pos, ProblemKind::NoData);
                return None;
            }
        };
        Some(Walked { value, pos, key })
    }

    /// The record without its nulls, where they remove: their keys stay without a value.
    fn without_nulls(&mut self, vm: &mut Vm<'_>, mut raw: NickelValue) -> NickelValue {
        if self.nulls == Nulls::Stay {
            return raw;
        }
        let ValueContentRefMut::Record(Container::Alloc(data)) = raw.content_make_mut() else { return raw };
        // In a list a null removes nothing, since there is no default for an item.
        let in_list = self.path.segments().iter().any(|segment| matches!(segment, Segment::Index(_)));
        for (id, field) in &mut data.fields {
            let Some(value) = field.value.clone() else { continue };
            self.path.push(Segment::Key(id.label().to_owned()));
            progress::at(&self.path, id.pos.into_opt());
            self.path.pop();
            match evaluated(vm, value) {
                Ok(value) if matches!(value.content_ref(), ValueContentRef::Null) => {
                    field.value = None;
                    if !in_list {
                        let (path, key) = (self.path.key(id.label()), id.pos.into_opt());
                        self.removed.push(RemovingNull { path, key, pos: value.pos_idx() });
                    }
                }
                // What fails is told where the field itself is walked.
                _ => {}
            }
        }
        raw
    }

    /// Applies the contracts; reports and removes unknown keys, and tries the rest again.
    fn apply(
        &mut self,
        vm: &mut Vm<'_>,
        raw: NickelValue,
        contracts: &[RuntimeContract],
        key: Option<RawSpan>,
    ) -> Option<NickelValue> {
        let mut raw = raw;
        let mut unknown: Vec<(String, Option<RawSpan>, PosIdx)> = Vec::new();
        let evaluated = loop {
            let with = RuntimeContract::apply_all(raw.clone(), contracts.iter().cloned(), raw.pos_idx());
            match evaluated(vm, with) {
                Ok(evaluated) => break evaluated,
                Err(ProblemKind::Failed(error)) => {
                    let extra = extra_fields(&error);
                    let mut taken = 0;
                    if let (false, ValueContentRefMut::Record(Container::Alloc(data))) =
                        (extra.is_empty(), raw.content_make_mut())
                    {
                        data.fields.retain(|id, field| {
                            let gone = extra.iter().any(|name| name == id.label());
                            if gone {
                                taken += 1;
                                let value = field.value.as_ref().map_or(PosIdx::NONE, NickelValue::pos_idx);
                                unknown.push((id.label().to_owned(), id.pos.into_opt(), value));
                            }
                            !gone
                        });
                    }
                    if taken == 0 {
                        self.problem(key, raw.pos_idx(), ProblemKind::Failed(error));
                        return None;
                    }
                }
                Err(kind) => {
                    self.problem(key, raw.pos_idx(), kind);
                    return None;
                }
            }
        };
        let known: Vec<String> = match evaluated.content_ref() {
            ValueContentRef::Record(Container::Alloc(data)) => {
                data.fields.keys().map(|id| id.label().to_owned()).collect()
            }
            _ => Vec::new(),
        };
        for (name, key, value) in unknown {
            self.path.push(Segment::Key(name));
            self.problem(key, value, ProblemKind::Unknown(known.clone()));
            self.path.pop();
        }
        Some(evaluated)
    }

    fn fields(
        &mut self,
        vm: &mut Vm<'_>,
        raw: &NickelValue,
        evaluated: &NickelValue,
        pos: PosIdx,
    ) -> Vec<(String, Walked)> {
        let (ValueContentRef::Record(Container::Alloc(data)), users) =
            (evaluated.content_ref(), raw.as_record())
        else {
            return Vec::new();
        };
        let mut fields = Vec::new();
        for (id, field) in &data.fields {
            self.more_than_data |= is_more_than_data(field);
            let default = self.skip_defaults && *field.metadata.priority() == MergePriority::Bottom;
            if let (true, Some(key)) = (field.is_empty_optional(), id.pos.into_opt()) {
                self.unset.insert(self.path.key(id.label()), key);
            }
            if field.is_empty_optional() || default {
                continue;
            }
            let written =
                users.and_then(Container::into_opt).and_then(|users| users.fields.get_key_value(id));
            let key = written.and_then(|(id, _)| id.pos.into_opt());
            self.path.push(Segment::Key(id.label().to_owned()));
            if *field.metadata.priority() != MergePriority::default() {
                self.priorities.insert(self.path.clone(), field.metadata.priority().clone());
            }
            let nulls = self.nulls;
            let doc = std::mem::replace(&mut self.doc, field.metadata.doc().map(str::to_owned));
            // A null within a default is what the default says.
            if *field.metadata.priority() == MergePriority::Bottom {
                self.nulls = Nulls::Stay;
            }
            match &field.value {
                Some(value) => {
                    if let Some(walked) = self.value(vm, value, &field.pending_contracts, key) {
                        fields.push((id.label().to_owned(), walked));
                    }
                }
                // A key that a null stands at has no value either.
                None if written.is_some() => {}
                None => self.problem(None, pos, ProblemKind::Missing(id.label().to_owned())),
            }
            (self.nulls, self.doc) = (nulls, doc);
            self.path.pop();
        }
        fields
    }
}

/// Evaluates a value; after a failure the machine is reset for the next.
fn evaluated(vm: &mut Vm<'_>, value: NickelValue) -> Result<NickelValue, ProblemKind> {
    let result = guarded(|| vm.eval(value))
        .map_or(Err(ProblemKind::Stopped), |result| result.map_err(ProblemKind::Failed));
    if result.is_err() {
        vm.reset();
    }
    result
}

/// Whether a field may become another one where a contract is merged with its record.
fn is_more_than_data(field: &Field) -> bool {
    let waits = |value: &NickelValue| match value.content_ref() {
        ValueContentRef::Thunk(thunk) => !thunk.deps().is_empty(),
        _ => false,
    };
    field.metadata.opt() || field.metadata.not_exported() || field.value.as_ref().is_none_or(waits)
}

/// The keys of a record contract, and of those below it, that have no doc.
pub(crate) fn without_doc(vm: &mut Vm<'_>, contract: &NickelValue, path: &str, found: &mut Vec<String>) {
    let Ok(record) = vm.eval(contract.clone()) else {
        vm.reset();
        return;
    };
    let ValueContentRef::Record(Container::Alloc(data)) = record.content_ref() else { return };
    for (id, field) in &data.fields {
        let below = format!("{path}{}", id.label());
        if field.metadata.doc().is_none() {
            found.push(below.clone());
        }
        for contract in &field.pending_contracts {
            without_doc(vm, &contract.contract, &format!("{below}."), found);
        }
    }
}

/// The keys that a closed record contract lacks. Nickel names them only in its message.
fn extra_fields(error: &EvalError) -> Vec<String> {
    let EvalErrorKind::BlameError { label, .. } = &error.error else { return Vec::new() };
    let mut messages = label.diagnostics.iter().rev().filter_map(|diagnostic| diagnostic.message.as_deref());
    let names = messages.find_map(|message| message.strip_prefix("extra field"));
    let unquoted = |name: &str| name.trim().trim_matches('`').trim_matches('"').to_owned();
    names.map(|names| names.trim_start_matches('s').split(", ").map(unquoted).collect()).unwrap_or_default()
}

/// A number of Nickel's as a whole number, or as the nearest double.
pub(crate) fn exact(rational: &NickelNumber) -> Number {
    i64::try_from(rational).map_or_else(|_| Number::Decimal(approximate(rational)), Number::Integer)
}

/// The nearest double, as Nickel exports it. Its texts have fewer digits.
fn approximate(number: &NickelNumber) -> f64 {
    let exported = serialize_num(number, serde_json::value::Serializer).ok();
    exported.and_then(|number| number.as_f64()).unwrap_or(f64::NAN)
}
