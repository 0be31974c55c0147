//! Slips in `.ncl` files by people who know YAML: each is reported at its place, in words that say what to write, and all
//! of a file in one run.

use pulsarc_compiler::{Format, Layer};
use pulsarc_diag::{Diagnostic, Sources};
use pulsarc_tests::{files, pulsarc_in, root};
use std::path::{Path, PathBuf};

/// The codes of slips.
const CODES: std::ops::RangeInclusive<&str> = "PUL0060"..="PUL0073";

/// Words of parsers and of Nickel's insides, which say nothing to a user.
const INTERNAL: [&str; 12] = [
    "token",
    "lexer",
    "parser",
    "identifier",
    "lalrpop",
    "rparen",
    "lbrace",
    "uniterm",
    "unbound",
    "EOF",
    "panicked",
    "not a function",
];

fn inputs() -> Vec<PathBuf> {
    files(&root().join("tests/everyday/slips"), ".ncl")
}

fn name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

/// The findings of a text that is a file in a folder.
fn found(folder: &Path, text: &str) -> (Vec<Diagnostic>, Sources) {
    let layer = Layer {
        name: "cluster.ncl".to_owned(),
        format: Format::Nickel(folder.to_owned().into()),
        bytes: text.as_bytes().to_vec(),
    };
    let evaluated = pulsarc_eval::evaluate(&[layer]);
    let sources = evaluated.sources.clone();
    (evaluated.findings.sorted(&evaluated.sources), sources)
}

fn line(found: &Diagnostic, sources: &Sources) -> Option<usize> {
    found.span.map(|span| sources.locate(span.source, span.range().start).line)
}

#[test]
fn each_file_of_slips_matches_its_snapshot() {
    assert!(inputs().len() >= 35);
    for path in inputs() {
        let source = std::fs::read_to_string(&path).expect("it is read");
        let folder = path.parent().expect("a folder");
        let run = pulsarc_in(folder, &["check", &name(&path)]);
        insta::assert_snapshot!(name(&path).replace('.', "_"), format!("{source}\n----\n{}", run.stderr));
    }
}

#[test]
fn no_slip_is_reported_in_internal_words() {
    for path in inputs() {
        let text = std::fs::read_to_string(&path).expect("it is read");
        for found in found(path.parent().expect("a folder"), &text).0 {
            let said = format!("{} {}", found.message, found.help.clone().unwrap_or_default());
            let internal = INTERNAL.iter().find(|word| said.contains(**word));
            assert_eq!(internal, None, "{}: {said}", path.display());
            assert_ne!(found.code.id, "PUL0099", "{}", path.display());
        }
    }
}

/// The compiler's own findings of a file with slips are reported in the same run, at the places of the user's text.
#[test]
fn slips_hide_no_other_mistake() {
    let text = "let pulsar = import \"pulsar.ncl\" in\npulsar.presets.one_nod & {\n  clusterName: \"orders\"\n  \
                brokr.replicaCount = 3,\n  proxy.replicaCount = \"2\"; // two\n  \
                bookkeeper.volumes.ledgers.size = 100Gi,\n  tls.enabled = True\n}\n";
    let (found, sources) = found(root(), text);
    let places: Vec<(&str, Option<usize>)> =
        found.iter().map(|found| (found.code.id, line(found, &sources))).collect();
    let expected = [
        ("PUL0069", 2),
        ("PUL0060", 3),
        ("PUL0061", 3),
        ("PUL0002", 4),
        ("PUL0003", 5),
        ("PUL0061", 5),
        ("PUL0067", 5),
        ("PUL0064", 6),
        ("PUL0065", 7),
    ];
    assert_eq!(places, expected.map(|(code, line)| (code, Some(line))), "{found:#?}");
}

/// A slip in an imported file is reported in that file.
#[test]
fn slips_of_imported_files_are_in_those() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("base.ncl"), "{\n  broker.replicaCount: 3\n  brokr = {},\n}\n")
        .expect("a file");
    std::fs::write(folder.path().join("c.ncl"), "(import \"base.ncl\")\n& { proxy.replicaCount = two }\n")
        .expect("a file");
    let run = pulsarc_in(folder.path(), &["check", "c.ncl"]);
    for place in ["base.ncl:2:22", "base.ncl:2:24", "base.ncl:3:3", "c.ncl:2:26"] {
        assert!(run.stderr.contains(place), "{place}: {}", run.stderr);
    }
}

/// What an unquoted secret is does not appear in the message about its quotes.
#[test]
fn an_unquoted_secret_is_not_repeated() {
    let folder = tempfile::tempdir().expect("a folder");
    for secret in ["hunter2canary", "hunter2/canary", "12canary34"] {
        let text = format!("{{\n  pulsar_manager.admin.password = {secret},\n}}\n");
        std::fs::write(folder.path().join("c.ncl"), text).expect("a file");
        let run = pulsarc_in(folder.path(), &["check", "c.ncl"]);
        assert_eq!(run.status, 1);
        assert!(!run.stderr.contains("canary"), "{}", run.stderr);
    }
}

/// Texts with everything that looks like a slip and is none.
const VALID: [&str; 14] = [
    "{ broker.additionalCommand = \"a = 1\nb: 2 // 3\n\" }",
    "{ broker.additionalCommand = m%\"\n  // 'text' ${HOME} True; a: b\n\"% }",
    "let f = fun x' y => x' + y in { broker.replicaCount = f 1 2 }",
    "let counts : { few : Number, many : Number } = { few = 1, many = 3 } in { broker.replicaCount = counts.many }",
    "let a = 1, b = 2 in { broker.replicaCount = a + b, proxy.replicaCount | Number = b }",
    "{ proxy.service.type = 'LoadBalancer, broker.replicaCount = if true then 1 else 2 }",
    "{ broker.replicaCount = 'Few |> match { 'Few => 1, 'Many => 3 } }",
    "let { few, .. } = { few = 1, many = 2 } in { broker.replicaCount = few }",
    "{ broker.replicaCount = std.string.length \"abc\" + 1 }",
    "let on = true in { tls.enabled = on }",
    "{ clusterName = \"%{\"a\" ++ \"b\"}-c\", broker.nodeSelector.\"kubernetes.io/os\" = \"linux\" }",
    "let rec f = fun n => if n == 0 then [] else [n] @ f (n - 1) in { broker.replicaCount = std.array.length (f 3) }",
    "let merged = { a = 1 } & { b = 2 } in { broker.replicaCount = merged.a + merged.b }",
    "{ broker.additionalCommand = m%\"echo \"%{\"x\"}\"\"%, proxy.replicaCount = 4 - 1 }",
];

#[test]
fn valid_files_have_no_slips() {
    let examples = files(&root().join("examples"), ".ncl");
    let mut texts: Vec<(PathBuf, String)> = examples
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("it is read");
            (path.parent().expect("a folder").to_owned(), text)
        })
        .collect();
    assert!(texts.len() > 20);
    texts.extend(VALID.map(|text| (root().to_owned(), text.to_owned())));
    for (folder, text) in texts {
        let found = found(&folder, &text).0;
        let slip = found.iter().find(|found| CODES.contains(&found.code.id) || found.code.id == "PUL0001");
        assert!(slip.is_none(), "{text}\n{slip:#?}");
    }
}

/// Numbers that look random, and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % bound.max(1)
    }
}

/// A way to slip: what is written, and what it becomes.
const SLIPS: [(&str, &str); 14] = [
    (" = ", ": "),
    (" = ", " == "),
    (",\n", "\n"),
    (",\n", ";\n"),
    (",\n", ",,\n"),
    ("\",\n", ",\n"),
    ("true", "True"),
    ("false", "no"),
    (" in\n", "\n"),
    (" = \"", " = "),
    ("\n}", "\n}}"),
    ("import \"pulsar.ncl\"", "import pulsar.ncl"),
    ("= {\n", "=\n"),
    ("pulsar.presets.", "pulsar.preset."),
];

/// A text with one slip, and the line of it; `None` if the text has no place for it, or remains valid.
fn slipped(text: &str, (written, becomes): (&str, &str), numbers: &mut Numbers) -> Option<(String, usize)> {
    let is_code = |at: &usize| {
        let start = text[..*at].rfind('\n').map_or(0, |newline| newline + 1);
        !text[start..].trim_start().starts_with('#')
    };
    let ends_record =
        |at: &usize| written == ",\n" && text[*at + 2..].trim_start().starts_with(['}', ']', '&']);
    let places: Vec<usize> =
        text.match_indices(written).map(|(at, _)| at).filter(is_code).filter(|at| !ends_record(at)).collect();
    let at = *places.get(numbers.below(places.len()))?;
    let slipped = format!("{}{becomes}{}", &text[..at], &text[at + written.len()..]);
    let line = text[..at + usize::from(written.starts_with('\n'))].matches('\n').count() + 1;
    Some((slipped, line))
}

#[test]
fn a_random_slip_is_reported_at_its_line() {
    let mut numbers = Numbers(20_261_130);
    let (mut tried, mut missed) = (0, Vec::new());
    for path in files(&root().join("examples"), ".ncl") {
        let text = std::fs::read_to_string(&path).expect("it is read");
        let folder = path.parent().expect("a folder");
        for slip in SLIPS {
            if numbers.below(3) > 0 {
                continue;
            }
            let Some((slipped, expected)) = slipped(&text, slip, &mut numbers) else { continue };
            let (found, sources) = found(folder, &slipped);
            tried += 1;
            for found in &found {
                let internal = INTERNAL.iter().find(|word| found.message.contains(**word));
                assert_eq!(internal, None, "{slipped}\n{}", found.message);
                assert_ne!(found.code.id, "PUL0099", "{slipped}");
            }
            let is_slip = |found: &&Diagnostic| CODES.contains(&found.code.id) || found.code.id == "PUL0001";
            if !found.iter().filter(is_slip).any(|found| line(found, &sources) == Some(expected)) {
                missed.push(format!("{}:{expected}: {slip:?}", path.display()));
            }
        }
    }
    assert!(tried > 80, "only {tried}");
    // Measured: all of them but for a word that is also a name of the file.
    assert!(missed.len() * 50 <= tried, "{} of {tried}: {missed:#?}", missed.len());
}
