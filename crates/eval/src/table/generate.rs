//! Generates the table from the contracts, and tests that the committed one is up to date.

use super::leaf_source::{self, LeafSource};
use super::table::ALL_LEAVES;
use crate::nickel::embedded;
use crate::nickel::engine::Engine;
use crate::nickel::schema::{self, Place};
use crate::nickel::walk::Nulls;
use nickel_lang_core::eval::VirtualMachine;
use nickel_lang_core::eval::value::{Container, NickelValue, ValueContentRef};
use nickel_lang_core::term::record::Field;
use nickel_lang_core::term::{MergePriority, RuntimeContract};
use pulsarc_diag::Sources;
use pulsarc_model::{Node, Number, Value};
use std::fmt::Write as _;

/// The table's file, beside this one.
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/table/table.in.rs");

#[test]
fn the_table_matches_the_contracts() {
    let run = || Table::new().written();
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(run).expect("a thread starts");
    let text = thread.join().expect("the table can be made");
    if std::env::var_os("UPDATE_TABLE").is_some() {
        std::fs::write(TABLE, &text).expect("the table can be written");
    }
    let committed = std::fs::read_to_string(TABLE).expect("the table can be read");
    assert!(
        committed == text,
        "the contracts have changed: make the table anew with UPDATE_TABLE=1 cargo test -p pulsarc-eval table"
    );
}

/// The quick test of every leaf accepts exactly the texts and whole numbers that its contract accepts.
pub(super) fn exact(value: &Value) {
    thread_local! {
        static TABLE: std::cell::RefCell<Table> = std::cell::RefCell::new(Table::new());
    }
    TABLE.with_borrow_mut(|table| {
        for leaf in ALL_LEAVES {
            let Some((file, name)) = leaf.contract() else { continue };
            let contract =
                table.shared.iter().find(|shared| (shared.0.as_str(), shared.1.as_str()) == (file, name));
            let contract = contract.expect("the table names contracts").2.clone();
            let contract = table.engine.contract_alone(&contract);
            let accepted = schema::problems(&mut table.engine, value, &[contract]).is_empty();
            assert_eq!(leaf.facts().accept(value), accepted, "{name} and its quick test differ: {value:?}");
        }
    });
}

struct Table {
    engine: Engine,
    sources: Sources,
    files: Vec<String>,
    /// What the files in `contracts/shared/` hand out: each with its file and its name.
    shared: Vec<(String, String, NickelValue)>,
    leaves: Vec<LeafSource>,
}

impl Table {
    fn new() -> Self {
        let mut engine = Engine::new();
        let (mut shared, mut leaves) = (Vec::new(), LeafSource::builtin());
        for (file, _) in embedded::EMBEDDED.iter().filter(|(file, _)| file.starts_with(embedded::SHARED)) {
            for (name, doc) in engine.embedded_fields(file) {
                let value = engine.embedded_field(file, &name).expect("a field of an embedded file");
                let file = file.rsplit('/').next().unwrap_or_default().to_owned();
                // The others are functions that contracts are made of.
                if name.starts_with(char::is_uppercase) {
                    let contract = [engine.contract_alone(&value)];
                    let is_enumeration = !schema::choices(&mut engine, &contract, Place::Alone).is_empty();
                    let facts = schema::facts(&mut engine, &contract, Place::Alone);
                    if let Some(facts) = facts.filter(|_| !is_enumeration) {
                        leaves.push(LeafSource { name: name.clone(), file: Some(file.clone()), doc, facts });
                    }
                }
                shared.push((file, name, value));
            }
        }
        leaves.sort_by(|one, other| one.name.cmp(&other.name));
        Self { engine, sources: Sources::default(), files: Vec::new(), shared, leaves }
    }

    fn written(mut self) -> String {
        let contract = self.engine.cluster_contract().expect("there is a contract");
        let cluster = self.shape(&contract, "Cluster");
        let mut files = String::new();
        for file in &self.files {
            let _ = writeln!(files, "    {file:?},");
        }
        let leaves = leaf_source::written(&self.leaves);
        format!(
            "// Made from the contracts by the tests of this crate: UPDATE_TABLE=1 cargo test -p pulsarc-eval table\n\
             pub(super) const TEXTS_OF_CONTRACTS: &str = {:?};\n\
             pub(super) const FILES: [&str; {}] = [\n{files}];\n\
             {leaves}\
             pub(super) static CLUSTER: Shape = {cluster};\n",
            embedded::TEXTS_OF_CONTRACTS,
            self.files.len(),
        )
    }

    /// A contract's file and name, if a shared file hands it out.
    fn of_shared(&self, name: &str) -> Option<(String, String)> {
        let found = self.shared.iter().find(|(_, known, _)| known == name);
        found.map(|(file, name, _)| (file.clone(), name.clone()))
    }

    /// The shape of a contract that is annotated as `text`.
    fn shape(&mut self, contract: &NickelValue, text: &str) -> String {
        let evaluated = VirtualMachine::new(&mut self.engine.context).eval(contract.clone());
        let evaluated = evaluated.expect("a contract can be evaluated");
        match evaluated.content_ref() {
            ValueContentRef::Record(Container::Empty) => {
                "Shape::Record { fields: &[], open: false }".to_owned()
            }
            ValueContentRef::Record(Container::Alloc(data)) => {
                let mut fields: Vec<_> = data.fields.iter().collect();
                fields.sort_by_key(|(id, _)| id.label().to_owned());
                let fields: Vec<String> =
                    fields.into_iter().map(|(id, field)| self.field(id.label(), field)).collect();
                let fields: String = fields.iter().map(|field| indented(&format!("{field},"))).collect();
                format!("Shape::Record {{ open: {}, fields: &[\n{fields}] }}", data.attrs.open)
            }
            _ => self.named(contract, text.trim()),
        }
    }

    /// The shape of a contract that is not a record, by how it is written.
    fn named(&mut self, contract: &NickelValue, text: &str) -> String {
        let text = parenthesized(text).unwrap_or(text);
        let inner = |table: &mut Self, text: &str| table.by_name(text);
        if let Some(rest) = text.strip_prefix("Array ") {
            let choices = self.choices(contract, Place::InList);
            if !choices.is_empty() {
                return format!("Shape::List(&Shape::OneOf(&{choices:?}))");
            }
            return format!("Shape::List(&{})", inner(self, rest));
        }
        if let Some(rest) = text.strip_prefix("{ _ |").and_then(|rest| rest.strip_suffix('}')) {
            return format!("Shape::Map(&{})", inner(self, rest));
        }
        if let Some(rest) = text.strip_prefix("scalar.").unwrap_or(text).strip_prefix("Nullable ") {
            let choices = self.choices(contract, Place::Alone);
            if !choices.is_empty() {
                return format!("Shape::Nullable(&Shape::OneOf(&{choices:?}))");
            }
            return format!("Shape::Nullable(&{})", inner(self, rest));
        }
        let choices = self.choices(contract, Place::Alone);
        if !choices.is_empty() {
            return format!("Shape::OneOf(&{choices:?})");
        }
        self.by_name(text)
    }

    /// The shape of a contract that is only named.
    fn by_name(&mut self, text: &str) -> String {
        let text = text.trim();
        let text = parenthesized(text).unwrap_or(text);
        if let Some(rest) = text.strip_prefix("Array ") {
            return format!("Shape::List(&{})", self.by_name(rest));
        }
        if text == "{ .. }" {
            return "Shape::Record { open: true, fields: &[] }".to_owned();
        }
        if let Some((name, rest)) = text.strip_prefix("{ ").and_then(|text| text.split_once(" | ")) {
            let Some(inner) = rest.strip_suffix(", .. }") else { opaque(text) };
            let shape = self.by_name(inner);
            let field =
                format!("Field {{ name: {name:?}, optional: false, default: None, shapes: &[{shape}] }}");
            return format!("Shape::Record {{ open: true, fields: &[{field}] }}");
        }
        // Some have another name within their own file.
        let name = match text.rsplit('.').next().unwrap_or_default() {
            "AnnotationText" => "AnnotationValue",
            "EnvVarsByName" => "EnvVars",
            "MountsByVolume" => "VolumeMounts",
            "Policy" => "PullPolicy",
            "Repository" => "ImageRepository",
            "SecretsByName" => "PullSecrets",
            "Tag" => "ImageTag",
            "TrustedSecret" => "CaSecret",
            name => name,
        };
        let contract =
            |table: &Self| table.of_shared(name).unwrap_or_else(|| panic!("no file hands out `{name}`"));
        let keyed = |table: &Self, key: &str, item: &str, entry: &str| {
            let contract = contract(table);
            format!(
                "Shape::Keyed {{ key: Leaf::{key}, contract: {contract:?}, item: &{item}, \
                 entry: &Shape::Nullable(&{entry}) }}"
            )
        };
        match name {
            "ScalarMap" => return "Shape::Map(&Shape::Leaf(Leaf::Scalar))".to_owned(),
            "Annotations" => return "Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))".to_owned(),
            "Labels" | "NodeSelector" => return "Shape::Map(&Shape::Leaf(Leaf::LabelValue))".to_owned(),
            "PullSecrets" => {
                let nothing = "Shape::Record { open: false, fields: &[] }";
                return keyed(self, "ObjectName", "Shape::Leaf(Leaf::PullSecret)", nothing);
            }
            "ExtraObject" => return format!("Shape::TextOrRecord({:?})", contract(self)),
            "ExtraObjects" => {
                let object = self.by_name("ExtraObject");
                return keyed(self, "Anything", &object, &object);
            }
            "Volumes"
            | "VolumeMounts"
            | "Containers"
            | "EnvVars"
            | "Tolerations"
            | "TopologySpreadConstraints" => {
                let entry = self.by_name(name.strip_suffix('s').unwrap_or(name));
                let key = match name {
                    "EnvVars" => "NonEmptyText",
                    "Tolerations" | "TopologySpreadConstraints" => "Anything",
                    _ => "DnsLabel",
                };
                let item = if key == "Anything" { entry.clone() } else { with_name(&entry) };
                return keyed(self, key, &item, &entry);
            }
            _ => {}
        }
        if self.leaves.iter().any(|leaf| leaf.name == name) {
            return format!("Shape::Leaf(Leaf::{name})");
        }
        let exported =
            self.shared.iter().find(|(_, known, _)| known == name).map(|(_, _, value)| value.clone());
        match exported {
            Some(contract) => {
                let evaluated = VirtualMachine::new(&mut self.engine.context).eval(contract.clone());
                let is_record = matches!(evaluated.map(|it| it.as_record().is_some()), Ok(true));
                let choices = self.choices(&contract, Place::Alone);
                if is_record {
                    self.shape(&contract, name)
                } else if choices.is_empty() {
                    opaque(text)
                } else {
                    format!("Shape::OneOf(&{choices:?})")
                }
            }
            None => opaque(text),
        }
    }

    /// The texts that a contract allows, if it allows only some.
    fn choices(&mut self, contract: &NickelValue, place: Place) -> Vec<String> {
        let contract = self.engine.contract_alone(contract);
        schema::choices(&mut self.engine, &[contract], place)
    }

    fn field(&mut self, name: &str, field: &Field) -> String {
        let texts: Vec<String> =
            self.engine.annotations(&field.pending_contracts).iter().map(|&text| text.to_owned()).collect();
        let mut shapes: Vec<String> = Vec::new();
        for (contract, text) in field.pending_contracts.iter().zip(&texts) {
            shapes.push(self.shape(&contract.contract, text));
        }
        let optional = field.metadata.opt();
        let shapes = shapes.join(", ");
        let default = field.value.as_ref().map_or_else(
            || "None".to_owned(),
            |value| {
                assert!(
                    *field.metadata.priority() == MergePriority::Bottom,
                    "`{name}` has a value that is no default"
                );
                format!("Some({})", self.default(value))
            },
        );
        format!("Field {{ name: {name:?}, optional: {optional}, default: {default}, shapes: &[{shapes}] }}")
    }

    fn default(&mut self, value: &NickelValue) -> String {
        let (walked, walk) = self.engine.walk(value, &[] as &[RuntimeContract], Nulls::Stay);
        assert!(walk.problems.is_empty(), "a default can be evaluated by itself");
        let node = self.engine.node(walked.expect("a default is data"), &mut self.sources);
        self.node(&node)
    }

    fn node(&mut self, node: &Node) -> String {
        let value = match &node.value {
            Value::Null => "Written::Null".to_owned(),
            Value::Bool(truth) => format!("Written::Bool({truth})"),
            Value::Number(Number::Integer(whole)) => format!("Written::Integer({whole})"),
            Value::Number(Number::Decimal(decimal)) => format!("Written::Decimal({decimal:?})"),
            Value::Text(text) => format!("Written::Text({text:?})"),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.node(item)).collect();
                format!("Written::List(&[{}])", items.join(", "))
            }
            Value::Record(entries) => {
                let entries: Vec<String> =
                    entries.iter().map(|(key, entry)| format!("({key:?}, {})", self.node(entry))).collect();
                format!("Written::Record(&[{}])", entries.join(", "))
            }
        };
        let place = node.span.map(|span| {
            let name = self.sources.get(span.source).name.clone();
            let known = self.files.iter().position(|file| *file == name);
            let file = known.unwrap_or_else(|| {
                self.files.push(name);
                self.files.len() - 1
            });
            (file, span.start, span.end)
        });
        format!("Default {{ value: {value}, place: {place:?} }}")
    }
}

/// A contract that the table has no shape for.
fn opaque(text: &str) -> ! {
    panic!("the table has no shape for the contract `{text}`")
}

/// An item of a list has to say its name, which in a map is the key.
fn with_name(entry: &str) -> String {
    entry.replacen("name: \"name\", optional: true", "name: \"name\", optional: false", 1)
}

/// What is within one pair of parentheses around the whole.
fn parenthesized(text: &str) -> Option<&str> {
    text.trim().strip_prefix('(')?.strip_suffix(')').map(str::trim)
}

fn indented(text: &str) -> String {
    text.lines().fold(String::new(), |mut all, line| {
        let _ = writeln!(all, "    {line}");
        all
    })
}
