//! The shape of the code that ARCHITECTURE.md promises: no import cycles between files, no long files, no hidden state.
//!
//! What is not mended yet has an entry in a list here. An entry that is no longer needed fails its test, so the lists only
//! get shorter.

use pulsarc_tests::{files, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Files that import each other in a circle, each group by its crate and its files.
const CYCLES: &[&[&str]] = &[];

/// The most lines that a file may have.
const LONGEST: usize = 450;

/// Generated files, of any length.
const GENERATED: &[&str] = &["crates/eval/src/table/table.in.rs"];

/// Files that are longer.
const LONG: &[&str] = &[];

/// What a process or a thread keeps outside of its functions: `file: NAME`.
const STATE: &[&str] = &[
    // Computed once and the same ever after.
    "crates/catalogue/src/changes.rs: CHANGES",
    "crates/catalogue/src/keys.rs: LINES",
    "crates/cli/src/report/finding.rs: CODES",
    "crates/eval/src/table/marked.rs: NAMES",
    // Of a thread, while it evaluates or parses.
    "crates/eval/src/guard.rs: GUARDED",
    "crates/eval/src/lib.rs: IS_DEEP",
    "crates/eval/src/nickel/progress.rs: FOLLOWED",
    // The command line's, set once.
    "crates/eval/src/limits.rs: HELD",
    "crates/eval/src/sandbox.rs: ALLOWED",
    // Of tests.
    "crates/eval/src/table/same.rs: PATHS",
    "crates/eval/src/table/generate.rs: TABLE",
];

/// Every source file of the crates, by its path from the root.
fn sources() -> BTreeMap<String, String> {
    let all = files(&root().join("crates"), ".rs").into_iter();
    let named = all.map(|path| {
        let name =
            path.strip_prefix(root()).expect("below the root").display().to_string().replace('\\', "/");
        (name, fs::read_to_string(&path).expect("a source"))
    });
    named.filter(|(name, _)| name.contains("/src/")).collect()
}

/// The list as it would have to be: for a message.
fn compare(what: &str, found: &BTreeSet<String>, listed: &[&str]) {
    let listed: BTreeSet<String> = listed.iter().map(|entry| (*entry).to_owned()).collect();
    let new: Vec<_> = found.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(found).collect();
    assert!(new.is_empty(), "{what}: {new:#?}");
    assert!(gone.is_empty(), "{what}: no longer needed in the list: {gone:#?}");
}

#[test]
fn files_have_no_import_cycles() {
    let sources = sources();
    let mut found = BTreeSet::new();
    for circle in circles(&imports(&sources)) {
        found.insert(circle.join(" "));
    }
    let listed: Vec<String> = CYCLES.iter().map(|circle| circle.join(" ")).collect();
    compare("an import cycle", &found, &listed.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn no_file_is_long() {
    let sources = sources();
    let long =
        sources.iter().filter(|(_, text)| text.lines().count() > LONGEST).map(|(name, _)| name.clone());
    let found: BTreeSet<String> = long.filter(|name| !GENERATED.contains(&name.as_str())).collect();
    compare("more than 450 lines", &found, LONG);
    for name in GENERATED {
        assert!(sources.contains_key(*name), "{name} is not there");
    }
}

/// Control flow is in the code, not in the process: nothing ends it from within, and nothing tells it by its environment
/// what it is for.
#[test]
fn a_process_step_ends_where_it_begins() {
    for (name, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            assert!(!line.contains("process::exit"), "{name}: {line}");
            assert!(!line.contains("process::abort"), "{name}: {line}");
            let reads = line.contains("env::var") && line.contains("PULSARC_");
            assert!(!reads, "{name}: {line}");
        }
        // The other one starts the user's own helper for credentials, as Docker does.
        let allowed = ["crates/cli/src/isolate/", "crates/oci/src/credentials.rs"];
        let starts = code.contains("Command::new(");
        assert!(!starts || allowed.iter().any(|place| name.starts_with(place)), "{name} starts a process");
    }
}

#[test]
fn no_state_is_kept_outside_of_functions() {
    let kinds = ["Mutex", "Lock", "Atomic", "Cell", "Condvar", "Once"];
    let mut found = BTreeSet::new();
    for (name, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            let Some((before, rest)) = line.split_once("static ") else { continue };
            let visible = before.is_empty() || before.starts_with("pub");
            let Some((item, kind)) = rest.split_once(':').filter(|_| visible) else { continue };
            if kinds.iter().any(|state| kind.contains(state)) {
                found.insert(format!("{name}: {item}"));
            }
        }
    }
    compare("state outside of functions", &found, STATE);
}

/// The files that each file imports from.
fn imports(sources: &BTreeMap<String, String>) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for (name, text) in sources {
        let (krate, module) = module(name);
        let mut imported = BTreeSet::new();
        for path in used(text) {
            let mut from = match path.first().map(String::as_str) {
                Some("crate") => Vec::new(),
                Some("super") => module.clone(),
                _ => continue,
            };
            for segment in &path {
                match segment.as_str() {
                    "crate" => {}
                    "super" => drop(from.pop()),
                    item => from.push(item.to_owned()),
                }
            }
            // The deepest module on the path that has a file.
            let file = (0..=from.len()).rev().find_map(|depth| file_of(&krate, &from[..depth], sources));
            imported.extend(file.filter(|file| file != name));
        }
        all.insert(name.clone(), imported);
    }
    all
}

/// A file's crate, up to `src`, and the path of its module in it.
fn module(name: &str) -> (String, Vec<String>) {
    let (krate, path) = name.split_once("/src/").expect("a source");
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let mut module: Vec<String> = path.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        module.pop();
    }
    (krate.to_owned(), module)
}

fn file_of(krate: &str, module: &[String], sources: &BTreeMap<String, String>) -> Option<String> {
    let path = Path::new(krate).join("src").join(module.join("/"));
    let path = path.display().to_string().trim_end_matches('/').to_owned();
    let names = if module.is_empty() {
        vec![format!("{path}/lib.rs"), format!("{path}/main.rs")]
    } else {
        vec![format!("{path}.rs"), format!("{path}/mod.rs")]
    };
    names.into_iter().find(|name| sources.contains_key(name))
}

/// The paths of the `use` items of a file, with their groups written out. What is indented is of a module within it.
fn used(text: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("use ") {
        let line = rest[..at].rsplit('\n').next().unwrap_or_default();
        let visible = line.is_empty() || (line.starts_with("pub") && line.ends_with(' '));
        rest = &rest[at + "use ".len()..];
        if let Some((tree, _)) = rest.split_once(';').filter(|_| visible) {
            spread(&tree.split_whitespace().collect::<String>(), &[], &mut paths);
        }
    }
    paths
}

/// A tree such as `crate::{a, b::{c, d}}` as its paths.
fn spread(tree: &str, before: &[String], paths: &mut Vec<Vec<String>>) {
    let Some((head, group)) = tree.split_once('{') else {
        let mut path = before.to_vec();
        path.extend(tree.split("::").map(str::to_owned));
        return paths.push(path);
    };
    let mut path = before.to_vec();
    path.extend(head.split("::").filter(|part| !part.is_empty()).map(str::to_owned));
    let group = group.strip_suffix('}').unwrap_or(group);
    let (mut depth, mut start) = (0, 0);
    for (at, sign) in group.char_indices().chain([(group.len(), ',')]) {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if at > start {
                    spread(&group[start..at], &path, paths);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// The groups of files of which each leads to each.
fn circles(imports: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        imports.keys().map(|from| (from.as_str(), reachable(from, imports))).collect();
    let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
    for (file, to) in reached.iter().filter(|(file, to)| to.contains(*file)) {
        let circle = to.iter().filter(|other| reached.get(*other).is_some_and(|back| back.contains(file)));
        circles.insert(circle.map(|file| (*file).to_owned()).collect());
    }
    circles.into_iter().collect()
}

fn reachable<'i>(from: &str, imports: &'i BTreeMap<String, BTreeSet<String>>) -> BTreeSet<&'i str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = imports[from].iter().map(String::as_str).collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(imports.get(file).into_iter().flatten().map(String::as_str));
        }
    }
    reached
}

#[test]
fn a_circle_is_found() {
    let sources: BTreeMap<String, String> = [
        ("crates/x/src/lib.rs", "mod a;\nmod b;\nmod c;\n"),
        ("crates/x/src/a.rs", "use crate::{b::{self, One}, c};\n\nmod tests {\n    use super::*;\n}\n"),
        ("crates/x/src/b/mod.rs", "pub(crate) use super::a::Two;\n"),
        ("crates/x/src/c.rs", "use std::fmt;\n"),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .into();
    let found = circles(&imports(&sources));
    assert_eq!(found, [["crates/x/src/a.rs", "crates/x/src/b/mod.rs"]]);
}
