//! The outline against the readers of a check, in text that they can parse, and alone in text that they cannot.

use super::*;
use pulsarc_compiler::{Evaluate, Format, InProcess, Layer, Request, Way};
use pulsarc_diag::{SourceId, Span};
use pulsarc_model::{Node, Origin, Value};
use std::path::{Path, PathBuf};

/// Every entry as `path` or `path = value`, in the order of the text.
fn shown(text: &str, language: Language) -> Vec<String> {
    fn add(entries: &[Entry], path: &KeyPath, text: &str, all: &mut Vec<String>) {
        for entry in entries {
            let mut path = path.clone();
            path.push(entry.step.clone());
            match entry.holds {
                Holds::Record | Holds::List if !entry.entries.is_empty() => {}
                _ => all.push(format!("{path} = {}", &text[entry.value.clone()])),
            }
            add(&entry.entries, &path, text, all);
        }
    }
    let mut all = Vec::new();
    add(&Outline::of(text, language).entries, &KeyPath::root(), text, &mut all);
    all
}

fn yaml(text: &str) -> Vec<String> {
    shown(text, Language::Values)
}

fn nickel(text: &str) -> Vec<String> {
    shown(text, Language::Nickel)
}

#[test]
fn yaml_is_read_by_its_columns() {
    let text = "a:\n  b: 1 # one\n  c:\n  - x\n  - y: {z: [1, 'it''s']}\n    w: |\n      line\n\n      line\n  d: \"q\\\"\"\ne:\n  \n";
    let expected = [
        "a.b = 1",
        "a.c.0 = x",
        "a.c.1.y.z.0 = 1",
        "a.c.1.y.z.1 = 'it''s'",
        "a.c.1.w = |\n      line\n\n      line",
        "a.d = \"q\\\"\"",
        "e = ",
    ];
    assert_eq!(yaml(text), expected);
}

#[test]
fn yaml_is_read_on_where_it_is_wrong() {
    // A word below a key, before other keys.
    assert_eq!(yaml("a:\n  wor\n  b: 1\n"), ["a.b = 1"]);
    // A value and keys below it.
    assert_eq!(yaml("a: x\n  b: 1\nc: 2"), ["a.b = 1", "c = 2"]);
    // Open brackets and quotes.
    assert_eq!(yaml("a: {b: 1, c\nd: 2"), ["a.b = 1", "a.c = ", "d = 2"]);
    assert_eq!(yaml("a: [1, 2\nd: 2"), ["a.0 = 1", "a.1 = 2", "d = 2"]);
    assert_eq!(yaml("a:\n  b: \"x\n  c: 1\nd: 2"), ["a.b = \"x", "a.c = 1", "d = 2"]);
    assert_eq!(yaml("{\"a\": \"x,\n \"b\": 1}"), ["a = \"x,", "b = 1"]);
    // A column between two levels.
    assert_eq!(yaml("a:\n    b: 1\n  c: 2\n"), ["a.b = 1", "a.c = 2"]);
    assert_eq!(yaml("a:\n    - b\n  c: 2\nd: 1"), ["a.0 = b", "c = 2", "d = 1"]);
    // Several documents.
    assert_eq!(yaml("--- # one\na: 1\n...\n---\nb: 2\n"), ["a = 1", "b = 2"]);
}

#[test]
fn nickel_is_read_by_its_brackets() {
    let text = r#"
let pulsar = import "pulsar.ncl", x = { no = 1 } in
pulsar.layers [
  import "base.ncl",
  pulsar.presets.one_node,
  {
    a.b."c.d" | Number | default = 1, # one
    l = ["x", { y = 'Tag }],
    f = pulsar.f { no = 1 },
    m = base & { k = -2 },
    t = m%"
      % " %{ "}" } text
    "%,
  },
] & { z | doc "%{"{"}" = null }
  | pulsar.Cluster
"#;
    let expected = [
        "a.b.\"c.d\" = 1",
        "l.0 = \"x\"",
        "l.1.y = 'Tag",
        "f = pulsar.f { no = 1 }",
        "m = base & { k = -2 }",
        "m.k = -2",
        "t = m%\"\n      % \" %{ \"}\" } text\n    \"%",
        "z = null",
    ];
    assert_eq!(nickel(text), expected);
    let imports = Outline::of(text, Language::Nickel).imports;
    let written: Vec<(&str, &str)> =
        imports.iter().map(|import| (import.path.as_str(), &text[import.bytes.clone()])).collect();
    assert_eq!(written, [("pulsar.ncl", "\"pulsar.ncl\""), ("base.ncl", "\"base.ncl\"")]);
}

#[test]
fn nickel_is_read_on_where_it_is_wrong() {
    assert_eq!(nickel("{ a = 1\n b = 2 }"), ["a = 1", "b = 2"]);
    assert_eq!(nickel("{\n a.\n b = \n c = 2 }"), ["a = ", "b = ", "c = 2"]);
    assert_eq!(nickel("{ a = \"x\n b = 2 }"), ["a = \"x", "b = 2"]);
    assert_eq!(nickel("{\n  a = {\n    b = 1,\n  c = 2,\n}"), ["a.b = 1", "c = 2"]);
    assert_eq!(nickel("{\n  a = [\n    { b = 1,\n  c = 2,\n}"), ["a.0.b = 1", "c = 2"]);
    assert_eq!(nickel("{ a = 1 ) , b = 2 }"), ["a = 1", "b = 2"]);
    assert_eq!(nickel("{ a : 1, b : Number = 2 }"), ["a = 1", "b = 2"]);
    assert_eq!(nickel("let a = 1,\n  b = { c = 2 }\nin { d = 1"), ["d = 1"]);
}

#[test]
fn the_innermost_entry_is_found() {
    let text = "a:\n  b: 12\nc: 3\n";
    let outline = Outline::of(text, Language::Values);
    let at = |byte| outline.at(byte).map(|(path, entry)| (path.to_string(), entry.value.clone()));
    assert_eq!(at(5), Some(("a.b".to_owned(), 8..10)));
    assert_eq!(at(10), Some(("a.b".to_owned(), 8..10)));
    assert_eq!(at(0).map(|(path, _)| path), Some("a".to_owned()));
    assert_eq!(at(11).map(|(path, _)| path), Some("c".to_owned()));
    assert_eq!(at(3), None);
    assert_eq!(outline.find(&KeyPath::parse("a.b")).len(), 1);
    assert_eq!(outline.within(&KeyPath::root()).len(), 2);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The configurations of the repository in a language.
pub(crate) fn files(ending: &str) -> Vec<(PathBuf, String)> {
    let mut folders = vec![root().join("examples"), root().join("tests"), root().join("crates/rules/src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for item in std::fs::read_dir(&folder).expect("it is there").flatten() {
            let path = item.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                files.extend(std::fs::read_to_string(&path).ok().map(|text| (path, text)));
            }
        }
    }
    files.sort();
    assert!(files.len() > 10, "the configurations were moved");
    files
}

/// The values with their places, in the order of the text.
fn places(outline: &Outline, text: &str) -> Vec<String> {
    fn add(entries: &[Entry], path: &KeyPath, text: &str, all: &mut Vec<String>) {
        for entry in entries {
            let mut path = path.clone();
            path.push(entry.step.clone());
            let key = entry.name().map(|_| entry.key.clone());
            let scalar = (entry.holds == Holds::Scalar).then(|| text[entry.value.clone()].trim_end());
            let value = scalar.map(|scalar| entry.value.start..entry.value.start + scalar.len());
            all.push(format!("{path} {key:?} {value:?}"));
            add(&entry.entries, &path, text, all);
        }
    }
    let mut all = Vec::new();
    add(&outline.entries, &KeyPath::root(), text, &mut all);
    all.sort();
    all.dedup();
    all
}

/// The same of a tree as a check reads it.
fn read_places(tree: &Node, source: SourceId, text: &str) -> Vec<String> {
    fn add(node: &Node, path: &KeyPath, source: SourceId, text: &str, all: &mut Vec<String>) {
        let own = |span: Option<Span>| span.filter(|span| span.source == source).map(|span| span.range());
        let children: Vec<(Segment, &Node)> = match &node.value {
            Value::Record(record) => {
                record.iter().map(|(key, node)| (Segment::Key(key.clone()), node)).collect()
            }
            Value::List(list) => {
                list.iter().enumerate().map(|(at, node)| (Segment::Index(at), node)).collect()
            }
            _ => Vec::new(),
        };
        for (step, child) in children {
            let mut path = path.clone();
            path.push(step);
            let scalar = !matches!(child.value, Value::Record(_) | Value::List(_));
            let value = own(child.span).filter(|range| scalar && !range.is_empty());
            let value = value.map(|range| range.start..range.start + text[range].trim_end().len());
            all.push(format!("{path} {:?} {value:?}", own(child.key_span)));
            add(child, &path, source, text, all);
        }
    }
    let mut all = Vec::new();
    add(tree, &KeyPath::root(), source, text, &mut all);
    all.sort();
    all
}

fn layer(path: &Path, text: &str, format: Format) -> Layer {
    Layer { name: path.display().to_string(), format, bytes: text.as_bytes().to_vec() }
}

#[test]
fn the_outline_of_yaml_is_what_a_check_reads() {
    let mut compared = 0;
    for (path, text) in files("yaml").into_iter().chain(files("json")) {
        let text = text.trim_start_matches('\u{feff}').to_owned();
        let layer = layer(&path, &text, Format::Yaml);
        let data = pulsarc_compiler::data(&[layer]);
        // What an anchor repeats is read where it was first written.
        let special = text.contains(": *") || text.contains("<<") || text.contains("x-");
        let [document] = data.documents.as_slice() else { continue };
        if !data.findings.is_empty() || special {
            continue;
        }
        let text = &*data.sources.get(document.source).text;
        let outline = Outline::of(text, Language::Values);
        assert_eq!(
            places(&outline, text),
            read_places(&document.node, document.source, text),
            "{}",
            path.display()
        );
        compared += 1;
    }
    assert!(compared > 100, "{compared} files were compared");
}

/// The user's single values in a tree, with their paths.
fn written(node: &Node, path: &KeyPath, all: &mut Vec<(KeyPath, Span)>) {
    if node.origin != Origin::User {
        return;
    }
    match (&node.value, node.span) {
        (Value::Record(record), _) => {
            record.iter().for_each(|(key, node)| written(node, &path.key(key), all));
        }
        (Value::List(list), _) => {
            list.iter().enumerate().for_each(|(at, node)| written(node, &path.index(at), all));
        }
        (_, Some(span)) => all.push((path.clone(), span)),
        _ => {}
    }
}

#[test]
fn the_outline_of_nickel_is_what_a_check_reads() {
    let mut compared = 0;
    for (path, text) in files("ncl") {
        let folder = path.parent().expect("it is in a folder").to_owned();
        let layers = [layer(&path, &text, Format::Nickel(folder.into()))];
        let evaluated = InProcess.evaluate(Request::Cluster { layers: &layers, by: Way::Fast });
        let outline = Outline::of(&text, Language::Nickel);
        let Some(tree) = evaluated.tree.filter(|_| !evaluated.findings.has_errors()) else { continue };
        let mut all = Vec::new();
        written(&tree, &KeyPath::root(), &mut all);
        for (at, span) in all {
            if evaluated.sources.get(span.source).name != path.display().to_string() {
                continue;
            }
            let is_code = |path: KeyPath| outline.find(&path).iter().any(|entry| entry.holds == Holds::Code);
            let found = outline.find(&at);
            let same = found.iter().any(|entry| entry.value == span.range()) || at.prefixes().any(is_code);
            assert!(same, "{} {at}: {:?} is not {:?}", path.display(), span.range(), found);
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared} values were compared");
}
