//! The words of diagnostics: `docs/messages.md` shows all titles, messages and helps side by side, and the rules for
//! them that a test can check hold for each.

use pulsarc_diag::Code;
use pulsarc_tests::{files, pulsarc, pulsarc_in, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Words and phrases that a reader stumbles over, and the plain ones to use instead.
const AVOID: [(&str, &str); 19] = [
    ("told", "reported"),
    ("tells", "reports"),
    ("stands", "is"),
    ("stand", "are"),
    ("lies", "is"),
    ("lie", "are"),
    ("by itself", "automatically"),
    ("of its own", "its own, separate"),
    ("of their own", "their own, separate"),
    ("for good", "permanently"),
    ("what is", "a noun"),
    ("is no", "is not a"),
    ("is none", "say what is expected"),
    ("are to be", "name the fact"),
    ("is to be", "name the fact"),
    ("one another", "each other"),
    ("without a word", "silently"),
    ("kubernetes refuses", "Kubernetes rejects"),
    ("where there is", "if there is"),
];

/// How a help begins: with what to do.
const IMPERATIVES: [&str; 49] = [
    "add",
    "allow",
    "apply",
    "build",
    "change",
    "check",
    "choose",
    "compare",
    "configure",
    "convert",
    "copy",
    "correct",
    "create",
    "define",
    "delete",
    "did",
    "export",
    "fix",
    "flatten",
    "give",
    "import",
    "include",
    "keep",
    "leave",
    "list",
    "look",
    "lower",
    "make",
    "mount",
    "move",
    "name",
    "pass",
    "pin",
    "please",
    "point",
    "put",
    "raise",
    "remove",
    "rename",
    "repeat",
    "restrict",
    "run",
    "save",
    "set",
    "shorten",
    "switch",
    "use",
    "write",
    "enable",
];

/// Whether `text` has `words` as whole words.
fn contains(text: &str, words: &str) -> bool {
    // "there is no" and "is no longer" are plain.
    let text = text.to_lowercase().replace("there is no ", "there: ").replace("is no longer", "not any more");
    let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | '-' | '\''));
    text.match_indices(words).any(|(at, _)| {
        is_end(text[..at].chars().next_back()) && is_end(text[at + words.len()..].chars().next())
    })
}

/// The message and the help of each diagnostic, by its code.
type Texts = BTreeMap<String, BTreeSet<(String, String)>>;

/// The messages that a check of a file reports.
fn collect(path: &Path, texts: &mut Texts) {
    let (folder, name) = (path.parent().expect("a folder"), path.file_name().expect("a name"));
    let mut arguments = vec!["check", "--format", "json"];
    let set = fs::read_to_string(path).expect("it is read");
    let run = if path.extension().is_some_and(|ending| ending == "set") {
        arguments.extend(["examples/minimal.ncl", "--set", set.trim()]);
        pulsarc(&arguments)
    } else {
        arguments.push(name.to_str().expect("UTF-8"));
        pulsarc_in(folder, &arguments)
    };
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    for found in report["diagnostics"].as_array().expect("a list") {
        let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
        texts.entry(text("code")).or_default().insert((text("message"), text("help")));
    }
}

/// All codes, and the messages that the inputs of their tests bring about.
fn all() -> (Vec<&'static Code>, Texts) {
    let mut texts = Texts::new();
    let rules = files(&root().join("crates/rules/src"), ".wrong.yaml");
    let folder = root().join("tests/diagnostics");
    let others = [".yaml", ".ncl", ".set"].iter().flat_map(|ending| files(&folder, ending));
    for path in rules.into_iter().chain(others) {
        collect(&path, &mut texts);
    }
    (pulsarc_compiler::codes(), texts)
}

/// The page: a row for each message.
fn page(codes: &[&Code], texts: &Texts) -> String {
    let mut page = String::from(
        "# Titles, messages and helps\n\nA test writes this page from the inputs of the tests of each code. \
         `pulsarc explain CODE` says more.\n\n| code | title | message | help |\n|---|---|---|---|\n",
    );
    let cell = |text: &str| text.replace('|', "\\|").replace('\n', "<br>").replace('<', "&lt;");
    let none = BTreeSet::from([(String::new(), String::new())]);
    for code in codes {
        for (message, help) in texts.get(code.id).unwrap_or(&none) {
            let _ = writeln!(page, "| {} | {} | {} | {} |", code.id, code.title, cell(message), cell(help));
        }
    }
    page
}

#[test]
fn the_page_of_messages_is_as_committed() {
    let (codes, texts) = all();
    let page = page(&codes, &texts);
    let committed = root().join("docs/messages.md");
    if std::env::var_os("UPDATE_MESSAGES").is_some() {
        fs::write(&committed, &page).expect("it is written");
    }
    assert!(
        page == fs::read_to_string(&committed).unwrap_or_default(),
        "messages have changed: UPDATE_MESSAGES=1 cargo test -p pulsarc-tests --test suite -- messages:: writes \
         docs/messages.md; read the difference"
    );
}

#[test]
fn messages_are_in_plain_english() {
    let (codes, texts) = all();
    let mut problems = Vec::new();
    let mut check = |place: &str, text: &str| {
        for (words, instead) in AVOID {
            if contains(text, words) {
                problems.push(format!("{place}: \"{words}\" (better: {instead}): {text}"));
            }
        }
    };
    for code in &codes {
        check(code.id, code.title);
        for line in code.page.lines().filter(|line| !line.starts_with("    ")) {
            check(&format!("page of {}", code.id), line);
        }
        for (message, help) in texts.get(code.id).into_iter().flatten() {
            check(code.id, message);
            check(code.id, help);
        }
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn titles_are_noun_phrases() {
    for code in pulsarc_compiler::codes() {
        let (id, title) = (code.id, code.title);
        assert!(title.len() <= 60, "{id}: longer than 60 bytes: {title}");
        assert!(!title.ends_with(['.', ':', '!']), "{id}: ends with punctuation: {title}");
        let first = title.split(' ').next().unwrap_or_default();
        let is_name = first.chars().any(char::is_uppercase);
        assert!(is_name || title.starts_with(|c: char| c.is_ascii_lowercase()), "{id}: {title}");
        for article in ["a", "an", "the"] {
            assert!(first != article, "{id}: begins with an article: {title}");
        }
        assert!(!contains(title, "is") && !contains(title, "are"), "{id}: a sentence: {title}");
        assert_eq!(code.page.lines().next(), Some(format!("# {id}: {title}").as_str()), "{id}: its page");
    }
}

#[test]
fn messages_and_helps_have_one_shape() {
    let (_, texts) = all();
    for (id, texts) in texts {
        for (message, help) in texts {
            assert!(!message.ends_with('.'), "{id}: a message has no full stop: {message}");
            let first = help.split([' ', ':', ',']).next().unwrap_or_default();
            assert!(
                help.is_empty() || IMPERATIVES.contains(&first),
                "{id}: a help begins with what to do: {help}"
            );
        }
    }
}

#[test]
fn help_texts_of_commands_are_in_plain_english() {
    let help = pulsarc(&["--help"]).stdout;
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() > 15, "{commands:?}");
    for command in commands {
        let text = pulsarc(&[command, "--help"]).stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        for (words, instead) in AVOID {
            assert!(
                !contains(&text, words),
                "pulsarc {command} --help: \"{words}\" (better: {instead}): {text}"
            );
        }
    }
}
