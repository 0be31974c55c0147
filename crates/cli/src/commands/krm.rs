//! `pulsarc krm`: the function that kustomize and kpt run, on standard input and output.

use crate::exit::{Exit, Failure};
use crate::input::{self, Built, ColorOption, SetOptions};
use crate::krm::{Function, Outcome, Part, Release, ResourceList, Setting};
use crate::output::{self, By, Document};
use crate::report::Finding;
use crate::session::Session;
use crate::target::{TargetOptions, Word, Words};
use clap::Args;
use pulsarc_compiler::krm::NO_FUNCTION;
use pulsarc_compiler::{Documents, Format, Layer, Record, Target, read_stream};
use pulsarc_diag::{Diagnostic, Findings, sanitize};
use pulsarc_fleet::is_project_file;
use pulsarc_kube::write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Build a cluster as a KRM function, for kustomize and kpt
///
/// Reads a `ResourceList` with the configuration in `functionConfig`, and adds the cluster's resources to its items:
/// `pulsarc explain PUL0040` shows one. If there is an error, the list is returned unchanged with the findings in its
/// `results`, and the exit status is 1.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc krm < resource-list.yaml\n  kustomize build --enable-alpha-plugins --enable-exec ."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    set: SetOptions,
    #[command(flatten)]
    color: ColorOption,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let stdin = input::read(Path::new("-"))?;
    // What is no text is reported as any document's mistake is.
    let read = read_stream(&stdin.name, &String::from_utf8_lossy(&stdin.bytes));
    let mut found = read.findings.clone();
    let [document] = read.nodes.as_slice() else {
        if !found.has_errors() {
            let message =
                format!("standard input must be one list of resources, not {} documents", read.nodes.len());
            found.push(Diagnostic::new(&NO_FUNCTION, message));
        }
        return Ok(no_list(arguments, read, found));
    };
    let Some(mut list) = ResourceList::read(document, &read.sources, &mut found) else {
        return Ok(no_list(arguments, read, found));
    };
    let asked = ResourceList::function(document, &mut found);
    let read = Arc::new(read);
    let asked = asked.and_then(|function| Some((work(&function, &read, &mut found)?, function)));
    let Some(((layers, target), function)) = asked.filter(|_| !found.has_errors()) else {
        let read = Arc::into_inner(read).unwrap_or_default();
        return answer(&list, &wrong(arguments, read, found), None);
    };
    let mut built = arguments.set.compile(session.evaluations(), layers, &arguments.color, &target);
    if !built.has_errors() {
        let release = Release { name: &target.release, namespace: &target.namespace };
        list.put(&built.compiled.objects, &release, &mut found);
        built.diagnostics.extend(found.sorted(&built.compiled.sources));
    }
    answer(&list, &built, Some(&function))
}

/// Reports why no result can be written.
fn no_list(arguments: &Arguments, read: Documents, found: Findings) -> Exit {
    let built = wrong(arguments, read, found);
    built.tell();
    built.exit()
}

/// What is reported of a list that nothing is compiled for.
fn wrong(arguments: &Arguments, read: Documents, found: Findings) -> Built {
    let diagnostics = found.sorted(&read.sources);
    Built::reporting(diagnostics, read.sources, arguments.color.for_findings())
}

/// What a function asks to be compiled, and for what; none if that is wrong, which is reported.
fn work(function: &Function, read: &Arc<Documents>, found: &mut Findings) -> Option<(Vec<Layer>, Target)> {
    let text = |setting: &Option<Setting>| setting.as_ref().map(|setting| setting.text.clone());
    let (release, namespace, kube_version) =
        (text(&function.release), text(&function.namespace), text(&function.kube_version));
    let words = Words {
        release: release.as_deref(),
        namespace: namespace.as_deref(),
        kube_version: kube_version.as_deref(),
        upgrade: function.upgrade,
    };
    let target = TargetOptions::of_words(&words);
    for (word, why) in target.as_ref().err().into_iter().flatten() {
        let setting = match word {
            Word::Release => &function.release,
            Word::Namespace => &function.namespace,
            Word::KubeVersion => &function.kube_version,
        };
        if let Some(setting) = setting {
            found.push(at_setting(setting, format!("`{}` cannot be used here", setting.text)).help(why));
        }
    }
    let sources = Arc::new(read.sources.clone());
    let mut layers = Vec::new();
    for part in &function.parts {
        match part {
            Part::Values(node) => {
                let record = Record { node: node.clone(), sources: Arc::clone(&sources) };
                let format = Format::Record(Arc::new(record));
                layers.push(Layer { name: function.values_at.to_string(), format, bytes: Vec::new() });
            }
            Part::Document(setting) => layers.push(Layer {
                name: setting.path.to_string(),
                format: Format::Yaml,
                bytes: setting.text.clone().into_bytes(),
            }),
            Part::File(setting) => match file(setting) {
                Ok(layer) => layers.push(layer),
                Err(wrong) => found.push(*wrong),
            },
        }
    }
    target.ok().map(|target| (layers, target))
}

fn at_setting(setting: &Setting, message: String) -> Diagnostic {
    Diagnostic::new(&NO_FUNCTION, message).at(&setting.path).span(setting.span)
}

/// A file that a function names: limited to the project, because the function may be configured by an untrusted base.
fn file(setting: &Setting) -> Result<Layer, Box<Diagnostic>> {
    let path = PathBuf::from(&setting.text);
    let here = std::env::current_dir().unwrap_or_default();
    if !is_project_file(&here, &path) {
        return Err(at_setting(setting, format!("this project has no file `{}`", setting.text))
            .help(format!(
                "write its path relative to the folder that the function runs in, {}; --allow-import allows \
                another folder",
                sanitize::line(&here.display().to_string())
            ))
            .into());
    }
    input::read(&path).map_err(|failure| at_setting(setting, failure.parts().1).into())
}

/// Writes the list with what was found, and tells that too: kustomize shows its user nothing else.
fn answer(list: &ResourceList, built: &Built, function: Option<&Function>) -> Result<Exit, Failure> {
    built.tell();
    let outcomes: Vec<Outcome> = Finding::all(&built.diagnostics, &built.compiled)
        .into_iter()
        .map(|finding| outcome(finding, function))
        .collect();
    let document = list.document(&outcomes, function.map(|function| &function.reference));
    let text = write::yaml(&document).map_err(Failure::unwritable)?;
    output::print(Document::of(text, By::Serializer))?;
    Ok(built.exit())
}

fn outcome(finding: Finding, function: Option<&Function>) -> Outcome {
    // What stands in the function's own configuration is found by its field: the list is no file of the user's.
    let is_here =
        |file: &str| file.starts_with('<') || function.is_some_and(|it| it.values_at.to_string() == file);
    let file = finding.place.filter(|place| !is_here(&place.file)).map(|place| (place.file, place.line));
    let of_function = [NO_FUNCTION.id, pulsarc_compiler::krm::TAKEN.id].contains(&finding.code.as_str());
    let field = match (finding.path, function) {
        (Some(path), Some(function)) if file.is_none() && !of_function => {
            Some(format!("{}.{path}", function.values_at))
        }
        (path, _) => path,
    };
    Outcome {
        message: match finding.help {
            Some(help) => format!("{}; {help}", finding.message),
            None => finding.message,
        },
        code: finding.code,
        severity: finding.severity,
        field,
        file,
    }
}
