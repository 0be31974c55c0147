//! What is offered about findings, and what it does to the text.

use super::*;
use crate::workbench::Workbench;
use lsp_types::{DocumentChanges, OneOf, TextEdit};

/// Actions at the cursor, each as its title, with a mark if it is preferred.
fn titles(bench: &Workbench, only: Option<&str>) -> Vec<String> {
    let title = |action: &CodeAction| {
        format!("{}{}", action.title, if action.is_preferred == Some(true) { " *" } else { "" })
    };
    offered(bench, only).iter().map(title).collect()
}

fn offered(bench: &Workbench, only: Option<&str>) -> Vec<CodeAction> {
    let context = CodeActionContext {
        only: only.map(|kind| vec![CodeActionKind::from(kind.to_owned())]),
        ..CodeActionContext::default()
    };
    actions(&bench.view(), Range::new(bench.at, bench.at), &context)
}

/// The texts of the files that an edit changes.
fn applied(bench: &Workbench, edit: &WorkspaceEdit) -> Vec<(String, String)> {
    let Some(DocumentChanges::Edits(files)) = &edit.document_changes else { panic!("{edit:?}") };
    let view = bench.view();
    let changed = files.iter().map(|file| {
        let path = crate::uri::path(&file.text_document.uri).expect("a path");
        let open = view.documents.get(&path);
        assert_eq!(file.text_document.version, open.map(|open| open.version));
        let on_disk = || crate::position::Text::new(std::fs::read_to_string(&path).expect("a file"));
        let mut text = open.map_or_else(on_disk, |open| open.text.clone());
        let mut edits: Vec<TextEdit> = file
            .edits
            .iter()
            .map(|edit| match edit {
                OneOf::Left(edit) => edit.clone(),
                OneOf::Right(edit) => edit.text_edit.clone(),
            })
            .collect();
        edits.sort_by_key(|edit| std::cmp::Reverse((edit.range.start.line, edit.range.start.character)));
        for edit in edits {
            text.replace(text.bytes(edit.range, view.encoding), &edit.new_text);
        }
        let name = path.strip_prefix(bench.root()).expect("inside").display().to_string();
        (name, text.as_str().to_owned())
    });
    changed.collect()
}

/// What the action with a title makes of the files.
fn after(bench: &Workbench, title: &str) -> Vec<(String, String)> {
    let actions = offered(bench, None);
    let found = actions.iter().find(|action| action.title == title);
    let edit = found.and_then(|action| action.edit.as_ref());
    applied(bench, edit.unwrap_or_else(|| panic!("{:?}", titles(bench, None))))
}

fn file(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

#[test]
fn a_safe_fix_is_preferred() {
    for (name, before, fixed) in [
        ("a.yaml", "broker:\n  repl▮icas: 5\n", "broker:\n  replicaCount: 5\n"),
        ("a.ncl", "{ broker.repl▮icas = 5 }", "{ broker.replicaCount = 5 }"),
    ] {
        let bench = Workbench::new(&[(name, before)], &[&[name]]);
        let offered = titles(&bench, Some("quickfix"));
        assert_eq!(offered, ["Rename `replicas` to `replicaCount` *", "Explain PUL0002"]);
        assert_eq!(after(&bench, offered[0].trim_end_matches(" *")), [file(name, fixed)]);
    }
}

#[test]
fn the_layer_with_the_value_is_edited() {
    let bench = Workbench::new(
        &[
            ("base.yaml", "bookkeeper:\n  replicaCount: 3\n"),
            ("prod.yaml", "bookkeeper:\n  replicaCou▮nt: 1\n"),
        ],
        &[&["base.yaml", "prod.yaml"]],
    );
    let all = offered(&bench, Some("quickfix"));
    let fix = all.iter().find(|action| action.edit.is_some());
    let fix = fix.unwrap_or_else(|| panic!("{:?}", titles(&bench, None)));
    let changed = applied(&bench, fix.edit.as_ref().expect("an edit"));
    assert!(changed.iter().all(|(name, _)| name == "prod.yaml"), "{changed:?}");
    assert_eq!(fix.is_preferred, None, "it may not be what the user wants");
}

#[test]
fn a_warning_is_accepted_with_a_reason() {
    for (name, before) in [
        ("a.yaml", "proxy:\n  podMonitor:\n    ena▮bled: true\n"),
        ("a.yaml", "zookeeper:\n  replicaCou▮nt: 2\n"),
        ("a.ncl", "{\n  zookeeper.replicaCou▮nt = 2,\n}\n"),
    ] {
        let bench = Workbench::new(&[(name, before)], &[&[name]]);
        let offered = titles(&bench, None);
        let Some(title) = offered.iter().find(|title| title.starts_with("Accept ")) else { continue };
        let changed = after(&bench, title);
        let (_, text) = changed.first().expect("a file");
        assert!(text.contains("checks") && text.contains(REASON), "{text}");
        let text = text.clone();
        let bench = Workbench::new(&[(name, &format!("▮{text}"))], &[&[name]]);
        let code = title.split(' ').nth(1).expect("a code");
        let left = &bench.view().checked[0].diagnostics;
        assert!(left.iter().all(|finding| finding.code.id != code), "{text}");
    }
}

#[test]
fn all_safe_fixes_are_one_edit() {
    let before = "▮broker:\n  replicas: 5\n  # kept\nproxy:\n  replicas: 3\nzookeeper:\n  replicaCount: 3\n";
    let bench = Workbench::new(&[("a.yaml", before)], &[&["a.yaml"]]);
    assert_eq!(titles(&bench, Some("source.fixAll")), ["Apply all safe fixes of this file"]);
    let edit = fix_all(&bench.view()).expect("an edit");
    let fixed = before.replace("replicas", "replicaCount").replace('▮', "");
    assert_eq!(applied(&bench, &edit), [file("a.yaml", &fixed)]);
    assert_eq!(titles(&bench, Some("refactor")), Vec::<String>::new());
    let fixed = format!("▮{fixed}");
    assert_eq!(fix_all(&Workbench::new(&[("a.yaml", &fixed)], &[&["a.yaml"]]).view()), None);
}

#[test]
fn fixes_are_of_the_text_as_it_is_now() {
    let mut bench = Workbench::new(&[("a.yaml", "▮broker:\n  replicaCount: 5\n")], &[&["a.yaml"]]);
    bench.rewrite("# a line more\nbroker:\n  repl▮icas: 5\n");
    let offered = titles(&bench, Some("quickfix"));
    assert_eq!(
        after(&bench, offered[0].trim_end_matches(" *")),
        [file("a.yaml", "# a line more\nbroker:\n  replicaCount: 5\n")]
    );
}

#[test]
fn an_import_is_fixed_for_what_imports_it() {
    let bench = Workbench::new(
        &[
            ("base.ncl", "{ broker.repl▮icas = 3 }\n"),
            ("prod.ncl", "(import \"base.ncl\") & { proxy.replicaCount = 1 + 1 }\n"),
        ],
        &[&["prod.ncl"]],
    );
    let offered = titles(&bench, Some("quickfix"));
    assert!(offered[0].ends_with('*'), "{offered:?}");
    let fixed = after(&bench, offered[0].trim_end_matches(" *"));
    assert_eq!(fixed, [file("base.ncl", "{ broker.replicaCount = 3 }\n")]);
    let edit = fix_all(&bench.view()).expect("an edit");
    assert_eq!(applied(&bench, &edit), fixed);
}

#[test]
fn a_fix_that_makes_another_configuration_worse_is_not_preferred() {
    let quorums = "broker:\n  configData:\n    managedLedgerDefaultEnsembleSize: 1\n    managedLedgerDefaultWriteQuorum: 1\n    managedLedgerDefaultAckQuorum: 1\n";
    let files = [("base.yaml", "bookkeeper:\n  repl▮icas: 1\n"), ("small.yaml", quorums)];
    let small: &[&str] = &["base.yaml", "small.yaml"];
    let rename = |offered: Vec<String>| offered.into_iter().find(|title| title.contains("replicaCount"));
    let offered = rename(titles(&Workbench::new(&files, &[small]), Some("quickfix")));
    assert!(offered.as_ref().is_some_and(|title| title.ends_with('*')), "{offered:?}");
    let offered = rename(titles(&Workbench::new(&files, &[small, &["base.yaml"]]), Some("quickfix")));
    assert!(offered.as_ref().is_some_and(|title| !title.ends_with('*')), "{offered:?}");
}
