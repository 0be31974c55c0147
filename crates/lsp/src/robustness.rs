//! Tests only: every question about any text at any place has an answer, whatever was typed or deleted.

use crate::completion::completion;
use crate::cursor::Cursor;
use crate::documents::Language;
use crate::outline::{Entry, Outline};
use crate::testing::Project;
use crate::{folding, rename, symbols};
use lsp_types::Position;

const YAML: &str = "# c\na: &x {b: [1, 'q', \"w\\\"\"], c: !t 2}\nb:\n- x: |\n    t # u\n  y: *x\n- - z\n\"k: é\": >-\n  folded\n  more\n...\n---\nc:   \n  d: v # w\n";
const NICKEL: &str = "let p = import \"pulsar.ncl\", q = fun x => x.y in\np.layers [\n  { a.\"b é\".c | doc m%\"x %{y}\"% | default = 'T, l = [1, { d = -2 }] },\n] & (q { e = 1 }) | p.Cluster # end\n";

fn ends(entries: &[Entry], text: &str) {
    for entry in entries {
        for bytes in [&entry.key, &entry.value] {
            assert!(bytes.start <= bytes.end && bytes.end <= text.len(), "{entry:?}");
        }
        assert!(text.get(entry.value.clone()).is_some(), "{entry:?} in {text:?}");
        ends(&entry.entries, text);
    }
}

/// Asks what needs no view.
fn ask(text: &str, language: Language) {
    let outline = Outline::of(text, language);
    ends(&outline.entries, text);
    for import in &outline.imports {
        assert!(text.get(import.bytes.clone()).is_some());
    }
}

/// Numbers that look random, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end.max(1)
    }
}

fn texts() -> Vec<(Language, String)> {
    let mut texts = vec![(Language::Values, YAML.to_owned()), (Language::Nickel, NICKEL.to_owned())];
    for (ending, language) in [("yaml", Language::Values), ("ncl", Language::Nickel)] {
        let files = crate::outline::tests::files(ending);
        let small = files.into_iter().filter(|(_, text)| text.len() < 1_500).step_by(9).take(8);
        texts.extend(small.map(|(_, text)| (language, text)));
    }
    texts
}

#[test]
fn every_beginning_of_a_text_can_be_read() {
    for (language, text) in texts() {
        for (byte, _) in text.char_indices() {
            ask(&text[..byte], language);
            Cursor::at(&text[..byte], language, byte);
            Cursor::at(&text, language, byte);
        }
        // A place in the middle of a character, or behind the end.
        for byte in 0..text.len() + 3 {
            Cursor::at(&text, language, byte);
        }
    }
}

#[test]
fn every_deletion_leaves_a_text_that_can_be_read() {
    let mut numbers = Numbers(19);
    for (language, text) in texts() {
        for _ in 0..200 {
            let mut text = text.clone();
            for _ in 0..=numbers.below(3) {
                let mut place = || text.floor_char_boundary(numbers.below(text.len()));
                let (one, other) = (place(), place());
                let end = one.max(other).min(one.min(other) + 40);
                let range = one.min(other)..text.floor_char_boundary(end);
                text.replace_range(range, "");
            }
            ask(&text, language);
            let byte = text.floor_char_boundary(numbers.below(text.len()));
            Cursor::at(&text, language, byte);
        }
    }
}

#[test]
fn every_place_has_an_answer() {
    for (name, text) in
        [("values.yaml", YAML), ("cluster.ncl", NICKEL), ("v.json", "{\"a\": {\"b\": [1, {\"c\": \"")]
    {
        for cut in [text.len(), text.len() * 2 / 3, text.len() / 3] {
            let cut = text.floor_char_boundary(cut);
            let project = Project::unchecked(&[(name, &text[..cut])]);
            let view = project.marked().0;
            symbols::symbols(&view);
            folding::ranges(&view);
            for line in 0..20 {
                for character in (0..70).step_by(3) {
                    let at = Position::new(line, character);
                    completion(&view, at);
                    rename::renamable(&view, at);
                    drop(rename::rename(&view, at, "new"));
                }
            }
        }
    }
}

#[test]
fn depth_and_time_have_bounds() {
    let deep = [
        "{".repeat(100_000),
        "a: [".repeat(50_000),
        "- ".repeat(100_000),
        "{a=".repeat(100_000),
        "(".repeat(100_000),
        "let a = ".repeat(100_000),
        "a.".repeat(100_000) + "b = 1",
        (0..3_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect(),
        "\"%{".repeat(100_000),
        "a: \"".repeat(1_000) + &"\n".repeat(100_000),
        "a:\n  b: [1, {c\n".repeat(20_000),
        "a: \"x\n".repeat(20_000),
        "{ a = [\n b = \"\n".repeat(20_000),
        "- ? {{\n".repeat(20_000),
    ];
    for text in deep {
        for language in [Language::Values, Language::Nickel] {
            ask(&text, language);
            Cursor::at(&text, language, text.len());
        }
    }
}
