//! Any configuration, also one that nobody would write: it builds, or it is told what is wrong and where. Never a panic.
//!
//! Good configurations are mutated as accidents and attackers do; what is checked clean is built again from itself. Each
//! test tries a few dozen, others every time that `PROPTEST_CASES` says how many.

use proptest::prelude::*;
use proptest::test_runner::Config;
use pulsarc_compiler::{Built, Format, KubeVersion, Layer, Target};
use pulsarc_diag::Severity;
use pulsarc_tests::{files, pulsarc_in, root};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What a reader may stumble over.
const NASTY: [&str; 48] = [
    "\0",
    "\u{feff}",
    "\r\n",
    "\r",
    "\t",
    "'",
    "\"",
    "m%\"",
    "\"%",
    "%{",
    "{",
    "}",
    "[[[[",
    "]",
    "(",
    ")",
    "---\n",
    "...\n",
    "&a ",
    "*a",
    "<<: ",
    "<<: *a",
    "!!binary ",
    "!!int ",
    ": ",
    "- ",
    "? ",
    "| ",
    " & ",
    "~",
    "null",
    "1e400",
    "1e1000000000",
    "-9223372036854775809",
    "99999999999999999999",
    ".inf",
    "-0x-8000000000000000",
    "0x",
    "\u{202e}",
    "\u{1b}[2J",
    "import \"x\"",
    "fun x => ",
    "let rec f = f in ",
    "..",
    "=",
    ",",
    "#",
    "é",
];

/// One accident.
#[derive(Debug, Clone)]
enum Mutation {
    Flip(prop::sample::Index, u8),
    Delete(prop::sample::Index, usize),
    Double(prop::sample::Index, usize),
    Insert(prop::sample::Index, &'static str),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    use prop::sample::{Index, select};
    prop_oneof![
        (any::<Index>(), 1_u8..).prop_map(|(at, bits)| Mutation::Flip(at, bits)),
        (any::<Index>(), 1_usize..40).prop_map(|(at, length)| Mutation::Delete(at, length)),
        (any::<Index>(), 1_usize..40).prop_map(|(at, length)| Mutation::Double(at, length)),
        (any::<Index>(), select(&NASTY[..])).prop_map(|(at, nasty)| Mutation::Insert(at, nasty)),
    ]
}

fn mutated(bytes: &[u8], mutations: &[Mutation]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for mutation in mutations {
        if bytes.is_empty() {
            break;
        }
        match mutation {
            Mutation::Flip(at, bits) => {
                let at = at.index(bytes.len());
                bytes[at] ^= bits;
            }
            Mutation::Delete(at, length) => {
                let at = at.index(bytes.len());
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Mutation::Double(at, length) => {
                let at = at.index(bytes.len());
                let again = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, again);
            }
            Mutation::Insert(at, nasty) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, nasty.bytes());
            }
        }
    }
    bytes
}

/// Configurations without a mistake, by their endings.
fn good(ending: &str) -> &'static [PathBuf] {
    static YAML: OnceLock<Vec<PathBuf>> = OnceLock::new();
    static NICKEL: OnceLock<Vec<PathBuf>> = OnceLock::new();
    match ending {
        "ncl" => NICKEL.get_or_init(|| {
            let mut found = files(&root().join("examples"), ".ncl");
            found.retain(|path| !path.to_string_lossy().ends_with("_test.ncl"));
            found
        }),
        _ => YAML.get_or_init(|| files(&root().join("crates/rules/src"), ".right.yaml")),
    }
}

fn cases(few: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(few);
    // What is found is written down as a test, not as a seed.
    Config { cases, failure_persistence: None, ..Config::default() }
}

fn layer(path: &Path, bytes: Vec<u8>) -> Layer {
    let format = if path.extension().is_some_and(|ending| ending == "ncl") {
        Format::Nickel(path.parent().expect("a folder").to_owned().into())
    } else {
        Format::Yaml
    };
    Layer { name: path.display().to_string(), format, bytes }
}

fn build(layers: &[Layer]) -> Built {
    let target = Target {
        release: "pulsar".to_owned(),
        namespace: "ns".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    };
    pulsarc_compiler::build(layers, &target)
}

fn errors(built: &Built) -> Vec<pulsarc_diag::Diagnostic> {
    let found = built.findings.clone().sorted(&built.sources);
    found.into_iter().filter(|found| found.severity == Severity::Error).collect()
}

/// It builds, or every error says what it is about; pulsarc itself does not fail.
fn builds_or_is_told(built: &Built) -> Result<(), TestCaseError> {
    let errors = errors(built);
    prop_assert_eq!(errors.is_empty(), !built.objects.is_empty(), "{:?}", errors);
    for error in errors {
        prop_assert!(error.code.id < "PUL0098" || error.code.id > "PUL0099", "{:?}", error);
        prop_assert!(error.span.is_some() || error.path.is_some(), "{:?}", error);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn mutated_values_build_or_are_told(
        file in prop::sample::select(good("yaml")),
        mutations in prop::collection::vec(mutation(), 1..4),
    ) {
        let bytes = std::fs::read(&file).expect("it is read");
        builds_or_is_told(&build(&[layer(&file, mutated(&bytes, &mutations))]))?;
    }

    /// Layers over each other are a configuration as well. What checks clean is the same when it is built again, of
    /// itself or of all that it says.
    #[test]
    fn what_is_clean_is_stable(
        files in prop::collection::vec(prop::sample::select(good("yaml")), 1..4),
    ) {
        let layers: Vec<Layer> = files
            .iter()
            .map(|file| layer(file, std::fs::read(file).expect("it is read")))
            .collect();
        let built = build(&layers);
        builds_or_is_told(&built)?;
        let written = |built: &Built| serde_json::to_string(&built.objects).expect("it is written");
        let objects = written(&built);
        prop_assert_eq!(&objects, &written(&build(&layers)));
        if let (true, Some(tree)) = (errors(&built).is_empty(), &built.tree) {
            let values = pulsarc_compiler::plain(tree).to_string().into_bytes();
            let again = build(&[layer(Path::new("values.json"), values)]);
            prop_assert!(errors(&again).is_empty(), "{:?}", errors(&again));
            prop_assert_eq!(&objects, &written(&again));
        }
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn mutated_nickel_builds_or_is_told(
        file in prop::sample::select(good("ncl")),
        mutations in prop::collection::vec(mutation(), 1..4),
    ) {
        let bytes = std::fs::read(&file).expect("it is read");
        builds_or_is_told(&build(&[layer(&file, mutated(&bytes, &mutations))]))?;
    }
}

proptest! {
    #![proptest_config(cases(8))]

    /// The command itself, with its limits: an exit status that is promised, nothing written where there is an error, and
    /// no word of the runtime's.
    #[test]
    fn the_command_ends_as_it_promises(
        file in prop::sample::select([good("ncl"), good("yaml")].concat()),
        mutations in prop::collection::vec(mutation(), 1..4),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let name = format!("a.{}", file.extension().expect("an ending").to_string_lossy());
        let bytes = std::fs::read(&file).expect("it is read");
        std::fs::write(folder.path().join(&name), mutated(&bytes, &mutations)).expect("it is written");
        let run = pulsarc_in(folder.path(), &["build", &name]);
        prop_assert!([0, 1, 4].contains(&run.status), "{}: {}", run.status, run.stderr);
        prop_assert_eq!(run.status == 0, !run.stdout.is_empty());
        prop_assert_eq!(run.status != 0, run.stderr.contains("error["), "{}", run.stderr);
        prop_assert!(!run.stderr.contains("panicked") && !run.stderr.contains("PUL0099"), "{}", run.stderr);
    }
}
