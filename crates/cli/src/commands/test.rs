//! `pulsarc test`: runs tests of configurations.

use crate::exit::{Exit, Failure};
use crate::files::{self, Links};
use crate::session::Session;
use crate::testing::{Case, Failing, judge, suite};
use crate::{input, output};
use clap::{Args, ValueEnum};
use pulsarc_compiler::{KubeVersion, Layer, Target};
use pulsarc_diag::sanitize::{self, Escaped, Xml};
use pulsarc_fleet::is_project_file;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Run configuration tests: files whose names end with `_test.ncl`
///
/// A test names its inputs, the findings it expects, and assertions about the configuration and the objects. `pulsarc
/// init` writes a first one; the contract `pulsar.Tests` documents the keys.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc test\n  pulsarc test --path clusters --format junit\n  pulsarc test \"three bookies\""
)]
pub(crate) struct Arguments {
    /// Run only tests whose `file: name` contains this text
    filter: Option<String>,
    /// A test file, or a folder to search for test files, subfolders included
    #[arg(long, value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// Output format of the results; -o junit is the same
    #[arg(long, short = 'o', alias = "output", value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Output format of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One line per test, and the reasons of failures
    Text,
    /// JUnit XML, for CI
    Junit,
}

/// The result of a test.
struct TestOutcome {
    file: String,
    name: String,
    /// The reasons of its failure; empty if it passes.
    failing: String,
    /// What that amounts to.
    exit: Exit,
    seconds: f64,
}

impl TestOutcome {
    /// Its name, on one line.
    fn title(&self) -> String {
        sanitize::line(&format!("{}: {}", self.file, self.name))
    }
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let files = files::below(&arguments.path, "_test.ncl", Links::WithinProject)?;
    if files.is_empty() {
        return Err(Failure::usage(format!("{} contains no file *_test.ncl", arguments.path.display())));
    }
    let mut outcomes = Vec::new();
    let mut filtered = 0;
    for file in &files {
        let text = input::read(file)?;
        let suite = suite(session.evaluations(), file, &text);
        if !suite.findings.is_empty() {
            let failing = Failing::errors(&suite.findings.sorted(&suite.sources), &suite.sources);
            outcomes.push(TestOutcome {
                file: file.display().to_string(),
                name: "(the file itself)".to_owned(),
                failing: failing.text,
                exit: failing.exit,
                seconds: 0.0,
            });
            continue;
        }
        for case in &suite.cases {
            let whole = format!("{}: {}", file.display(), case.name);
            if arguments.filter.as_ref().is_some_and(|filter| !whole.contains(filter)) {
                filtered += 1;
                continue;
            }
            outcomes.push(outcome(file, case, session)?);
        }
    }
    match arguments.format {
        Format::Text => output::print_text(&text(&outcomes, filtered))?,
        Format::Junit => output::print(junit(&outcomes))?,
    }
    Ok(Exit::worst(outcomes.iter().map(|outcome| outcome.exit)))
}

fn outcome(file: &Path, case: &Case, session: &Session) -> Result<TestOutcome, Failure> {
    let started = Instant::now();
    session.clock.restart();
    let folder = file.parent().unwrap_or_else(|| Path::new(""));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let inputs = case.inputs.iter().map(|input| read_input(folder, input));
    let layers = inputs.chain(case.with.clone().map(Ok)).collect::<Result<Vec<Layer>, _>>();
    let failing = match layers {
        Ok(layers) => {
            let target = Target {
                release: case.release.clone(),
                namespace: case.namespace.clone(),
                kube_version: KubeVersion { major: 1, minor: 33 },
                upgrade: false,
            };
            let built = pulsarc_compiler::build_with(session.evaluations(), &layers, &target);
            judge(session.evaluations(), case, file, &built)
        }
        Err(failure) => {
            let (message, exit) = failure.bad_input()?;
            vec![Failing { text: format!("{}: {message}", file.display()), exit }]
        }
    };
    Ok(TestOutcome {
        file: file.display().to_string(),
        name: case.name.clone(),
        exit: Exit::worst(failing.iter().map(|failing| failing.exit)),
        failing: failing.into_iter().map(|failing| ended(failing.text)).collect(),
        seconds: started.elapsed().as_secs_f64(),
    })
}

/// Reads an input of a test: a file of the project, because a test may come from an untrusted source.
fn read_input(folder: &Path, name: &str) -> Result<Layer, Failure> {
    if !is_project_file(folder, Path::new(name)) {
        return Err(Failure::usage(format!(
            "this project has no file `{name}`: the path of an input is relative to the test file, and \
            --allow-import allows another folder"
        )));
    }
    let path = if folder == Path::new(".") { PathBuf::from(name) } else { folder.join(name) };
    input::read(&path)
}

fn ended(mut text: String) -> String {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn text(outcomes: &[TestOutcome], filtered: usize) -> String {
    let count = |count: usize| format!("{count} {}", if count == 1 { "test" } else { "tests" });
    let mut text = format!("running {}\n", count(outcomes.len()));
    for outcome in outcomes {
        let word = if outcome.failing.is_empty() { "ok" } else { "FAILED" };
        let _ = writeln!(text, "test {} ... {word}", outcome.title());
    }
    let failed: Vec<&TestOutcome> = outcomes.iter().filter(|outcome| !outcome.failing.is_empty()).collect();
    if !failed.is_empty() {
        text.push_str("\nfailures:\n");
    }
    for outcome in &failed {
        let _ = write!(text, "\n---- {} ----\n{}", outcome.title(), outcome.failing);
    }
    let word = if failed.is_empty() { "ok" } else { "FAILED" };
    let passed = outcomes.len() - failed.len();
    let _ = writeln!(
        text,
        "\ntest result: {word}. {passed} passed; {} failed; {filtered} filtered out",
        failed.len()
    );
    text
}

fn junit(outcomes: &[TestOutcome]) -> Escaped<Xml> {
    let failed = outcomes.iter().filter(|outcome| !outcome.failing.is_empty()).count();
    let mut xml = Escaped::new();
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"").text(outcomes.len());
    xml.literal("\" failures=\"").text(failed);
    xml.literal("\">\n  <testsuite name=\"pulsarc test\" tests=\"").text(outcomes.len());
    xml.literal("\" failures=\"").text(failed).literal("\">\n");
    for outcome in outcomes {
        xml.literal("    <testcase classname=\"").text(&outcome.file);
        xml.literal("\" name=\"").text(&outcome.name);
        xml.literal("\" time=\"").text(format_args!("{:.3}", outcome.seconds)).literal("\"");
        if outcome.failing.is_empty() {
            xml.literal("/>\n");
        } else {
            let first = outcome.failing.lines().next().unwrap_or_default();
            xml.literal(">\n      <failure message=\"").text(first);
            xml.literal("\">").text(&outcome.failing).literal("</failure>\n    </testcase>\n");
        }
    }
    xml.literal("  </testsuite>\n</testsuites>\n");
    xml
}
