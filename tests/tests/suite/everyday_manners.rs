//! Everyday slips of the command line and of YAML: what is typed, and all that is answered.
//!
//! A case in `tests/everyday/manners` is one file: a sentence, the command after `$`, its exit status after `?`, each file
//! after `--- NAME`, and the output after `--- output`. `UPDATE_EVERYDAY=1` writes the output anew: read the difference.

use pulsarc_tests::{files, pulsarc_in, root};
use std::fs;
use std::path::Path;

/// A case.
struct Case {
    command: String,
    status: i32,
    files: Vec<(String, String)>,
    output: String,
    /// Everything before the output.
    head: String,
}

const OUTPUT: &str = "--- output\n";

fn case(path: &Path) -> Case {
    let text = fs::read_to_string(path).expect("a case");
    let (head, output) = text.split_once(OUTPUT).unwrap_or_else(|| panic!("{}: no output", path.display()));
    let mut sections = head.split("\n--- ");
    let start = sections.next().unwrap_or_default();
    let line = |sign: &str| {
        let found = start.lines().find_map(|line| line.strip_prefix(sign));
        found.unwrap_or_else(|| panic!("{}: no line with {sign}", path.display())).trim().to_owned()
    };
    let files = sections.filter_map(|section| section.split_once('\n'));
    Case {
        command: line("$ pulsarc"),
        status: line("?").parse().expect("an exit status"),
        files: files.map(|(name, text)| (name.trim().to_owned(), text.to_owned())).collect(),
        output: output.to_owned(),
        head: head.to_owned(),
    }
}

/// The words of a command, of which some are in single quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in command.split('\'').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn every_slip_has_its_answer() {
    let folder = root().join("tests/everyday/manners");
    let cases = files(&folder, ".txt");
    assert_eq!(cases.len(), 23, "with the slips of .ncl files, the everyday slips are 58");
    let mut wrong = Vec::new();
    for path in cases {
        let case = case(&path);
        let place = tempfile::tempdir().expect("a folder");
        for (name, text) in &case.files {
            let file = place.path().join(name);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::write(file, text).expect("a file");
        }
        let words = words(&case.command);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let run = pulsarc_in(place.path(), &words);
        let output = format!("{}{}", run.stdout, run.stderr);
        if std::env::var_os("UPDATE_EVERYDAY").is_some() {
            fs::write(&path, format!("{}{OUTPUT}{output}", case.head)).expect("it is written");
        }
        if (run.status, output.as_str()) != (case.status, case.output.as_str()) {
            wrong.push(format!("{}: exit status {}\n{output}", path.display(), run.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
