//! Texts with the cursor as a mark, and where it is.

use super::*;

/// The key, the value and the word at the mark.
fn at(marked: &str, language: Language) -> Option<(Option<String>, Option<String>, String)> {
    let byte = marked.find('▮').expect("it has a mark");
    let text = marked.replacen('▮', "", 1);
    let cursor = Cursor::at(&text, language, byte)?;
    let shown = |path: &KeyPath| path.to_string();
    let value = cursor.value.as_ref().map(|value| shown(&value.path));
    Some((cursor.key.as_ref().map(shown), value, text[cursor.word].to_owned()))
}

fn yaml(marked: &str) -> Option<(Option<String>, Option<String>, String)> {
    at(marked, Language::Values)
}

fn nickel(marked: &str) -> Option<(Option<String>, Option<String>, String)> {
    at(marked, Language::Nickel)
}

#[allow(clippy::unnecessary_wraps, reason = "what the others return")]
fn is(
    key: Option<&str>,
    value: Option<&str>,
    word: &str,
) -> Option<(Option<String>, Option<String>, String)> {
    Some((key.map(str::to_owned), value.map(str::to_owned), word.to_owned()))
}

#[test]
fn a_key_of_yaml_is_where_its_column_says() {
    assert_eq!(yaml("▮"), is(Some(""), None, ""));
    assert_eq!(yaml("bro▮"), is(Some(""), None, "bro"));
    assert_eq!(yaml("broker:\n  ▮"), is(Some("broker"), Some("broker"), ""));
    assert_eq!(yaml("broker:\n  a: 1\n  ▮\n  b: 2\n"), is(Some("broker"), None, ""));
    assert_eq!(yaml("broker:\n  a: 1\n▮"), is(Some(""), None, ""));
    assert_eq!(yaml("a:\n  b:\n    c: 1\n  re▮pl: 3\n"), is(Some("a"), None, "repl"));
    assert_eq!(yaml("a:\n- b: 1\n  ▮"), is(Some("a.0"), None, ""));
    assert_eq!(yaml("a:\n- b: 1\n- ▮"), is(Some("a.1"), Some("a.1"), ""));
    assert_eq!(yaml("a:\n  \"q▮\": 1"), is(Some("a"), Some("a"), "q"));
    assert_eq!(yaml("a: {b: 1, c▮: 2}\n"), is(Some("a"), None, "c"));
    assert_eq!(yaml("a: {b: {▮"), is(Some("a.b"), None, ""));
    assert_eq!(yaml("{\"a\": {\"b▮\"}}"), is(Some("a"), None, "b"));
}

#[test]
fn a_value_of_yaml_is_that_of_its_key() {
    assert_eq!(yaml("a:\n  b: ▮\n  c: 1"), is(None, Some("a.b"), ""));
    assert_eq!(yaml("a:\n  b:▮\n"), is(None, Some("a.b"), ""));
    assert_eq!(yaml("a:\n  b: tr▮ue # yes\n"), is(None, Some("a.b"), "true"));
    assert_eq!(yaml("a:\n  b: \"x▮y\"\n"), is(None, Some("a.b"), "xy"));
    assert_eq!(yaml("a: [x, y▮]"), is(None, Some("a.1"), "y"));
    assert_eq!(yaml("a: {b: ▮}"), is(None, Some("a.b"), ""));
    assert_eq!(yaml("{\"a\":▮}"), is(None, Some("a"), ""));
    assert_eq!(yaml("a: |\n  x ▮\n"), is(None, Some("a"), ""));
    assert_eq!(yaml("a: -Xms1g -Xm▮"), is(None, Some("a"), "-Xm"));
}

#[test]
fn a_comment_is_neither() {
    assert_eq!(yaml("a: 1 # b▮"), None);
    assert_eq!(yaml("# ▮"), None);
    assert_eq!(nickel("{ a = 1, # b▮\n}"), None);
}

#[test]
fn a_key_of_nickel_is_where_its_brackets_say() {
    assert_eq!(nickel("{ ▮ }"), is(Some(""), None, ""));
    assert_eq!(nickel("{\n  a = 1,\n  br▮\n  b = 2,\n}"), is(Some(""), None, "br"));
    assert_eq!(nickel("{\n  broker.configData.ma▮\n}"), is(Some("broker.configData"), None, "ma"));
    assert_eq!(nickel("{\n  broker = {\n    ▮\n  zookeeper = {},\n}"), is(Some("broker"), None, ""));
    assert_eq!(nickel("{ a.\"b▮\" = 1 }"), is(Some("a"), None, "b"));
    assert_eq!(
        nickel(
            "let p = import \"pulsar.ncl\" in\np.layers [\n  import \"b.ncl\",\n  { broker.▮ },\n] | p.Cluster"
        ),
        is(Some("broker"), None, "")
    );
    assert_eq!(
        nickel("let p = import \"pulsar.ncl\" in p.presets.a & { b.c = { ▮"),
        is(Some("b.c"), None, "")
    );
    assert_eq!(nickel("{ a = [\n  ▮\n] }"), is(None, Some("a.0"), ""));
    assert_eq!(nickel("{ a = f { ▮ } }"), is(None, Some("a"), ""));
}

#[test]
fn a_value_of_nickel_is_that_of_its_field() {
    assert_eq!(nickel("{ a.b = ▮ }"), is(None, Some("a.b"), ""));
    assert_eq!(nickel("{ a.b = ▮\n  c = 1 }"), is(None, Some("a.b"), ""));
    assert_eq!(nickel("{ a.b = 'Lo▮ }"), is(None, Some("a.b"), "'Lo"));
    assert_eq!(nickel("{ a.b = \"x▮\" }"), is(None, Some("a.b"), "x"));
    assert_eq!(nickel("{ a.b = \"x▮\n c = 1 }"), is(None, Some("a.b"), "x"));
    assert_eq!(nickel("{ a = m%\"\n -Xm▮\n\"%}"), is(None, Some("a"), "Xm"));
    assert_eq!(nickel("{ a = pulsar.pre▮ }"), is(None, Some("a"), "pre"));
}
