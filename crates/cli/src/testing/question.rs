//! Queries of a test file, in Nickel: its tests as data, and the assertions of one test about a built cluster.

use pulsarc_compiler::{Format, Layer};
use pulsarc_diag::{Findings, Location, Sources};
use pulsarc_eval::{Evaluate, Evaluated, Request};
use pulsarc_model::Node;
use serde_json::{Value, json};
use std::path::Path;

/// A test.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// Its place: a line and column, starting at 1.
    pub place: Option<Location>,
    /// The files to build, relative to the file of the test.
    pub inputs: Vec<String>,
    /// A last layer over them, if there is one.
    pub with: Option<Layer>,
    /// The release's name.
    pub release: String,
    /// The namespace.
    pub namespace: String,
    /// Codes that have to be found.
    pub finds: Vec<String>,
    /// Whether it has claims.
    pub(crate) asserts: bool,
}

/// The tests of a file.
#[derive(Debug, Default)]
pub struct Suite {
    /// The tests, by name.
    pub cases: Vec<Case>,
    /// Findings about the file itself.
    pub findings: Findings,
    /// The texts that this is about.
    pub sources: Sources,
}

/// Files that a question may import, by names that no user's file has.
pub(crate) const CONFIG: &str = "pulsarc-config.json";
pub(crate) const OBJECTS: &str = "pulsarc-objects.json";

/// The tests in the text of a file.
pub fn suite(evaluations: &dyn Evaluate, file: &Path, text: &Layer) -> Suite {
    let Evaluated { tree, sources, findings, .. } = evaluations.evaluate(Request::Tests(text));
    let tests = tree.as_ref().and_then(Node::as_record);
    let cases = tests.into_iter().flatten().map(|(name, test)| case(name, test, file, &sources)).collect();
    Suite { cases, findings, sources }
}

fn case(name: &str, test: &Node, file: &Path, sources: &Sources) -> Case {
    let plain = pulsarc_compiler::plain(test);
    let text = |key: &str| plain[key].as_str().unwrap_or_default().to_owned();
    let texts = |key: &str| {
        let items = plain[key].as_array().map(Vec::as_slice).unwrap_or_default();
        items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let span = test.key_span.or(test.as_record().and_then(|keys| keys.get("inputs")?.span));
    Case {
        name: name.to_owned(),
        place: span
            .filter(|span| sources.is_users(*span))
            .map(|at| sources.locate(at.source, at.range().start)),
        inputs: texts("inputs"),
        with: plain.get("with").map(|with| Layer {
            name: format!("{}: with", file.display()),
            format: Format::Yaml,
            bytes: with.to_string().into_bytes(),
        }),
        release: text("release"),
        namespace: text("namespace"),
        finds: texts("finds"),
        asserts: plain["assert"] == json!(true),
    }
}

/// What a test claims of a configuration and its objects: a record of claims, each true or false.
pub(crate) fn claims(
    evaluations: &dyn Evaluate,
    file: &Path,
    name: &str,
    config: &Value,
    objects: &Value,
) -> Evaluated {
    let text =
        format!("({}).{}.assert (import \"{CONFIG}\") (import \"{OBJECTS}\")", import(file), literal(name));
    let (config, objects) = (config.to_string(), objects.to_string());
    let given = [(CONFIG, config.as_str()), (OBJECTS, objects.as_str())];
    evaluations.evaluate(Request::Alone { layer: &question(file, text), given: &given })
}

fn question(file: &Path, text: String) -> Layer {
    let whole = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let folder = whole.parent().map(Path::to_owned).unwrap_or_default();
    Layer { name: "<test>".to_owned(), format: Format::Nickel(folder.into()), bytes: text.into_bytes() }
}

fn import(file: &Path) -> String {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // An import's path is plain text to Nickel: nothing in it is computed.
    format!("import {}", Value::String(name))
}

/// A text as Nickel writes it: JSON's way, but that `%{` would begin a computation.
fn literal(text: &str) -> String {
    Value::String(text.to_owned()).to_string().replace("%{", "\\%{")
}
