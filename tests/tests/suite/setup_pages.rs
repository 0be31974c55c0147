//! The setup pages of editors, tried in the editors: each runs without a window, configured by a page's own block, shows the
//! finding of an open file, applies the fix and saves.
//!
//! `tests/editors` has what is typed into each editor.

use pulsarc_tests::{binary, files, root};
use serde_json::Value;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file with one mistake.
struct Mistake {
    file: &'static str,
    text: &'static str,
    wrong: &'static str,
    right: &'static str,
}

/// On some lines the mistake comes after characters of two to four bytes, which editors count differently.
const MISTAKES: [Mistake; 4] = [
    Mistake {
        file: "values.yaml",
        text: "# pulsarc: values\nbroker:\n  replicaCont: 5\n",
        wrong: "replicaCont",
        right: "replicaCount",
    },
    Mistake {
        file: "cluster.ncl",
        text: "{\n  broker.replicaCont = 5,\n}\n",
        wrong: "replicaCont",
        right: "replicaCount",
    },
    Mistake {
        file: "wide.yaml",
        text: "# pulsarc: values\n{x-größe😀: 1, zookeeper: {replicaCont: 5}}\n",
        wrong: "replicaCont",
        right: "replicaCount",
    },
    Mistake {
        file: "wide.ncl",
        text: "{ broker.service.annotations.note = \"größe 😀\", prox.replicaCount = 3 }\n",
        wrong: "prox.",
        right: "proxy.",
    },
];

/// A key without the punctuation around it.
fn word(key: &str) -> &str {
    key.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The first block of code below a heading of a setup page.
fn block(page: &str, heading: &str) -> String {
    let path = root().join("docs/editors").join(page);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let section = text.split(&format!("\n## {heading}\n")).nth(1);
    let section = section.unwrap_or_else(|| panic!("{page} has no heading {heading}"));
    let code = section.split("```").nth(1).unwrap_or_else(|| panic!("{page}: no block below {heading}"));
    code.split_once('\n').map(|(_, code)| code.to_owned()).expect("a language and its code")
}

/// Which characters an editor counts as the protocol does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    All,
    /// A character beyond U+FFFF is two units of UTF-16, and lsp-mode counts one.
    UpToFfff,
}

/// Opens a project with each mistake in an editor, and compares what it shows and saves. `start` adds the editor's arguments for
/// a configuration file and a file to open.
fn fixes_each_mistake(
    editor: &Path,
    configuration: &str,
    counts: Counts,
    start: impl Fn(&mut Command, &Path, &Path),
) {
    for mistake in &MISTAKES {
        let text =
            if counts == Counts::All { mistake.text.to_owned() } else { mistake.text.replace('😀', "") };
        let folder = tempfile::tempdir().expect("a folder");
        let (home, project) = (folder.path().join("home"), folder.path().join("project"));
        for folder in [&home, &project] {
            fs::create_dir(folder).expect("a folder");
        }
        let (init, file) = (home.join("init"), project.join(mistake.file));
        fs::write(&init, configuration).expect("a file");
        fs::write(&file, &text).expect("a file");
        let own = binary().parent().expect("a folder").to_owned();
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([own].into_iter().chain(env::split_paths(&path))).expect("a path");
        let mut run = Command::new(editor);
        run.env_clear().current_dir(&project).env("PATH", path).env("LANG", "C.UTF-8").env("HOME", &home);
        for variable in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
            run.env(variable, home.join(variable));
        }
        run.env("FIX", word(mistake.right)).env("FILE", &file);
        start(&mut run, &init, &file);
        let output = run.output().expect("the editor starts");
        let (stdout, stderr) =
            (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{}: {stdout}\n{stderr}", mistake.file);
        let shown = stdout.lines().rfind(|line| line.starts_with('{')).expect("a finding as JSON");
        let shown: Value = serde_json::from_str(shown).expect("JSON");
        let at = text.find(mistake.wrong).expect("the mistake");
        assert_eq!(shown["line"], text[..at].matches('\n').count(), "{}: {shown}", mistake.file);
        assert!(shown["message"].as_str().is_some_and(|text| text.contains(word(mistake.wrong))), "{shown}");
        let saved = fs::read_to_string(&file).expect("the file");
        assert_eq!(saved, text.replacen(mistake.wrong, mistake.right, 1), "{}", mistake.file);
    }
}

#[test]
fn every_json_block_of_a_setup_page_parses() {
    let mut parsed = 0;
    for page in files(&root().join("docs/editors"), ".md") {
        let text = fs::read_to_string(&page).expect("a page");
        for block in text.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()) {
            let value: Result<Value, _> = serde_json::from_str(block);
            assert!(value.is_ok_and(|value| value.is_object()), "{}: {block}", page.display());
            parsed += 1;
        }
    }
    assert!(parsed > 3, "only {parsed} blocks");
}

fn driver(name: &str) -> PathBuf {
    root().join("tests/editors").join(name)
}

/// The first Neovim on the path whose version is one of these, by the number after `0.`.
fn neovim(minor: impl Fn(u32) -> bool) -> PathBuf {
    let is_right = |program: &PathBuf| {
        let run = Command::new(program).arg("--version").output();
        let text = run.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        let version = text.strip_prefix("NVIM v0.").and_then(|rest| rest.split('.').next()?.parse().ok());
        version.is_some_and(&minor)
    };
    let path = env::var_os("PATH").unwrap_or_default();
    let mut programs = env::split_paths(&path).map(|folder| folder.join("nvim"));
    programs.find(is_right).expect("Neovim is on the PATH")
}

fn neovim_fixes_each_mistake(neovim: &Path, heading: &str) {
    fixes_each_mistake(neovim, &block("neovim.md", heading), Counts::All, |run, init, file| {
        let driver = format!("luafile {}", driver("neovim.lua").display());
        let lua = init.with_extension("lua");
        fs::rename(init, &lua).expect("a file");
        run.arg("--headless").arg("-u").arg(lua).args(["-c", &driver]).arg(file);
    });
}

#[test]
#[cfg_attr(without_neovim, ignore = "needs Neovim 0.11 or newer")]
fn neovim_shows_a_finding_and_applies_its_fix() {
    neovim_fixes_each_mistake(&neovim(|minor| minor >= 11), "Neovim 0.11 and newer");
}

#[test]
#[cfg_attr(without_older_neovim, ignore = "needs Neovim 0.7 to 0.10")]
fn older_neovim_shows_a_finding_and_applies_its_fix() {
    neovim_fixes_each_mistake(&neovim(|minor| (7..11).contains(&minor)), "Neovim 0.7 to 0.10");
}

fn emacs_fixes_each_mistake(heading: &str, counts: Counts) {
    let configuration = block("emacs.md", "The modes") + &block("emacs.md", heading);
    fixes_each_mistake(Path::new("emacs"), &configuration, counts, |run, init, _| {
        run.args(["--batch", "--funcall", "package-activate-all", "--load"]).arg(init);
        run.arg("--load").arg(driver("emacs.el"));
    });
}

#[test]
#[cfg_attr(without_eglot, ignore = "needs Emacs with Eglot and yaml-mode")]
fn eglot_shows_a_finding_and_applies_its_fix() {
    emacs_fixes_each_mistake("Eglot", Counts::All);
}

#[test]
#[cfg_attr(without_lsp_mode, ignore = "needs Emacs with lsp-mode and yaml-mode")]
fn lsp_mode_shows_a_finding_and_applies_its_fix() {
    emacs_fixes_each_mistake("lsp-mode", Counts::UpToFfff);
}
