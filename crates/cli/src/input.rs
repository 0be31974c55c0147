//! What a command reads: files, standard input, and assignments on the command line.

use crate::color;
use crate::exit::{Exit, Failure};
use crate::heading;
use crate::inputs::Inputs;
use crate::output::project;
use crate::session::Session;
use crate::severity::SeverityOptions;
use crate::stderr;
use clap::Args;
use pulsarc_compiler::levels::Levels;
use pulsarc_compiler::repair::{Counted, STDIN};
use pulsarc_compiler::{Evaluate, Format, Layer, Target, limits};
use pulsarc_diag::render::{self, Color};
use pulsarc_diag::sanitize::{self, Escaped, Terminal};
use pulsarc_diag::{Diagnostic, Severity, Sources};
use pulsarc_fleet::is_project_file;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// Options of every command that reads a configuration.
#[derive(Debug, Args)]
#[command(next_help_heading = heading::INPUT)]
pub(crate) struct InputOptions {
    #[command(flatten)]
    inputs: Inputs,
    /// Read inputs from this project and the folders of --allow-import alone: for a caller who passes on others' names
    #[arg(long, hide_short_help = true)]
    inputs_in_project: bool,
    #[command(flatten)]
    set: SetOptions,
    #[command(flatten)]
    color: ColorOption,
}

/// Options of every command that compiles layers.
#[derive(Debug, Args)]
#[command(next_help_heading = heading::INPUT)]
pub(crate) struct SetOptions {
    /// Set one value, overriding all inputs: broker.replicaCount=5 (repeatable)
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<String>,
    /// Also evaluate with the contracts, and fail if the results differ
    #[arg(long, help_heading = heading::FINDINGS)]
    verify: bool,
    #[command(flatten)]
    severity: SeverityOptions,
}

/// Whether output is colored.
#[derive(Debug, Args)]
pub(crate) struct ColorOption {
    /// When to color findings
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto, help_heading = heading::OUTPUT)]
    color: When,
}

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The result of the inputs.
pub(crate) struct Built {
    /// The result of compiling them.
    pub(crate) compiled: pulsarc_compiler::Built,
    /// Everything that was found, as it counts, in the order of the sources.
    pub(crate) diagnostics: Vec<Diagnostic>,
    color: Color,
}

impl InputOptions {
    /// Options for these files and assignments, instead of those of a command line.
    pub(crate) fn of(paths: Vec<PathBuf>, set: Vec<String>) -> Self {
        let set = SetOptions { set, verify: false, severity: SeverityOptions::default() };
        Self {
            inputs: Inputs::of(paths),
            inputs_in_project: false,
            set,
            color: ColorOption { color: When::Auto },
        }
    }

    /// The assignments of `--set`.
    pub(crate) fn assignments(&self) -> &[String] {
        &self.set.set
    }

    /// Reads and compiles the inputs.
    pub(crate) fn compile(&self, session: &Session, target: &Target) -> Result<Built, Failure> {
        let built = self.set.compile(session.evaluations(), self.layers()?, &self.color, target);
        self.tell_stale_copies(session);
        Ok(built)
    }

    /// Compiles layers instead of the inputs.
    pub(crate) fn compile_layers(
        &self,
        evaluations: &dyn Evaluate,
        layers: Vec<Layer>,
        target: &Target,
    ) -> Built {
        self.set.compile(evaluations, layers, &self.color, target)
    }

    /// The options that layers are compiled with.
    pub(crate) fn compiling(&self) -> (&SetOptions, &ColorOption) {
        (&self.set, &self.color)
    }

    /// What the result depends on besides its layers: all of these options.
    pub(crate) fn options(&self) -> String {
        format!("{:?}", self.set)
    }

    /// Adds hardening advice about the compiled cluster.
    pub(crate) fn reviewed(&self, built: Built, target: &Target) -> Built {
        let notes = pulsarc_compiler::security(&built.compiled, target);
        self.with_findings(built, notes)
    }

    /// Adds findings about the compiled cluster.
    pub(crate) fn with_findings(&self, mut built: Built, findings: Vec<Diagnostic>) -> Built {
        built.compiled.findings.extend(findings);
        built.diagnostics = pulsarc_compiler::levels::counted(&built.compiled, &self.set.severity.levels());
        built
    }

    /// Compiles what [`values`](Self::values) has read.
    pub(crate) fn compile_values(
        &self,
        evaluations: &dyn Evaluate,
        values: &[Layer],
        target: &Target,
    ) -> Built {
        self.set.built(evaluations, values, &self.color, target)
    }

    /// Reads inputs that are values, and no Nickel; with the assignments over them.
    pub(crate) fn values(&self) -> Result<Vec<Layer>, Failure> {
        let layers = self.layers()?;
        match layers.iter().find(|layer| matches!(layer.format, Format::Nickel(_))) {
            Some(layer) => Err(Failure::usage(format!(
                "{} is already Nickel: pass .yaml, .yml or .json files",
                layer.name
            ))),
            None => Ok(self.set.over(layers)),
        }
    }

    /// Warns that an editor reads other contracts than these.
    fn tell_stale_copies(&self, session: &Session) {
        let copies: BTreeSet<PathBuf> =
            self.paths().iter().filter_map(|input| project::copy_above(input)).collect();
        for copy in copies.iter().filter(|copy| project::is_stale(copy)) {
            session.note(format_args!(
                "note: {} belongs to another version of pulsarc: `pulsarc vendor` updates it",
                sanitize::line(&copy.display().to_string())
            ));
        }
    }

    /// The inputs as they were written.
    pub(crate) fn paths(&self) -> &[PathBuf] {
        self.inputs.paths()
    }

    /// Whether one of the inputs is standard input.
    pub(crate) fn reads_standard_input(&self) -> bool {
        self.paths().iter().any(|path| path == Path::new("-"))
    }

    /// The files among the inputs.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Path> {
        self.paths().iter().map(PathBuf::as_path).filter(|path| *path != Path::new("-"))
    }

    /// The inputs as layers, without assignments.
    pub(crate) fn layers(&self) -> Result<Vec<Layer>, Failure> {
        let foreign = |path: &&Path| self.inputs_in_project && !is_project_file(Path::new("."), path);
        if let Some(path) = self.files().find(foreign) {
            return Err(Failure::usage(format!("there is no file `{}` in this project", path.display())));
        }
        self.paths().iter().map(|path| read(path)).collect()
    }

    /// The inputs as the user named them.
    pub(crate) fn names(&self) -> Vec<String> {
        let name = |path: &PathBuf| {
            if path == Path::new("-") { STDIN.to_owned() } else { path.display().to_string() }
        };
        self.paths().iter().map(name).collect()
    }
}

impl SetOptions {
    /// Layers with the assignments over them.
    fn over(&self, mut layers: Vec<Layer>) -> Vec<Layer> {
        let set = self.set.iter().map(|text| Layer {
            name: "--set".to_owned(),
            format: Format::Set,
            bytes: text.clone().into_bytes(),
        });
        layers.extend(set);
        layers
    }

    /// How findings count.
    pub(crate) fn levels(&self) -> Levels {
        self.severity.levels()
    }

    /// Compiles layers, with the assignments over them.
    pub(crate) fn compile(
        &self,
        evaluations: &dyn Evaluate,
        layers: Vec<Layer>,
        color: &ColorOption,
        target: &Target,
    ) -> Built {
        self.built(evaluations, &self.over(layers), color, target)
    }

    fn built(
        &self,
        evaluations: &dyn Evaluate,
        layers: &[Layer],
        color: &ColorOption,
        target: &Target,
    ) -> Built {
        let build = if self.verify { pulsarc_compiler::verified_with } else { pulsarc_compiler::build_with };
        let compiled = build(evaluations, layers, target);
        Built {
            diagnostics: pulsarc_compiler::levels::counted(&compiled, &self.severity.levels()),
            compiled,
            color: color.for_findings(),
        }
    }
}

impl ColorOption {
    /// Whether to use color, even if the output is not visible.
    pub(crate) fn on(&self, terminal: bool) -> bool {
        match self.color {
            When::Always => true,
            When::Never => false,
            When::Auto => color::is_wanted(terminal),
        }
    }

    /// The colour of findings, which go to standard error.
    pub(crate) fn for_findings(&self) -> Color {
        if self.on(io::stderr().is_terminal()) { Color::Always } else { Color::Never }
    }
}

/// Reads a file, or standard input.
pub(crate) fn read(path: &Path) -> Result<Layer, Failure> {
    if path == Path::new("-") {
        let stdin = Path::new("standard input");
        let bytes = bounded(io::stdin().lock(), stdin)?;
        return Ok(Layer { name: STDIN.to_owned(), format: stdin_format(&bytes), bytes });
    }
    // A pipe or a device may never end, and reading one may change it. It has no ending either: a shell's `<(...)`.
    if fs::metadata(path).is_ok_and(|kind| !kind.is_file() && !kind.is_dir()) {
        return Err(Failure::usage(format!(
            "{} is a pipe or a device, not a regular file: save its output to a file, or pass it as standard \
            input with `-`",
            path.display()
        )));
    }
    if path.is_dir() {
        let path = path.display();
        return Err(Failure::usage(format!(
            "{path} is a folder: name a file in it; `pulsarc check {path}` finds its configurations, and --fleet \
            {path} processes all of its clusters"
        )));
    }
    let format = match path.extension().and_then(|ending| ending.to_str()) {
        Some("ncl") => Format::Nickel(folder(path)?.into()),
        Some("yaml" | "yml" | "json") => Format::Yaml,
        None => {
            fs::metadata(path).map_err(|error| Failure::input(path, &error))?;
            return Err(unnamed(path));
        }
        Some(_) => return Err(unnamed(path)),
    };
    let file = fs::File::open(path).map_err(|error| Failure::input(path, &error))?;
    Ok(Layer { name: path.display().to_string(), format, bytes: bounded(file, path)? })
}

fn unnamed(path: &Path) -> Failure {
    Failure::usage(format!("{}: the name of an input ends with .ncl, .yaml, .yml or .json", path.display()))
}

fn bounded(from: impl Read, path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let largest = limits::held().input;
    from.take(largest.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::input(path, &error))?;
    if bytes.len() as u64 > largest {
        return Err(Failure::too_large(path, largest >> 20));
    }
    Ok(bytes)
}

/// Standard input has no file extension: Nickel starts a record with `{` as JSON does, but binds with `=`.
fn stdin_format(bytes: &[u8]) -> Format {
    let text = String::from_utf8_lossy(bytes);
    let code = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .unwrap_or_default()
        .to_owned();
    let json = serde_json::from_str::<serde_json::Value>(&text).is_ok();
    let nickel = !json && (code.starts_with('{') || code.starts_with("let ") || code.starts_with("import "));
    if nickel { Format::Nickel(std::env::current_dir().unwrap_or_default().into()) } else { Format::Yaml }
}

/// The folder that a file's relative imports start from.
fn folder(path: &Path) -> Result<PathBuf, Failure> {
    let whole = std::path::absolute(path).map_err(|error| Failure::input(path, &error))?;
    Ok(whole.parent().map(Path::to_owned).unwrap_or_default())
}

impl From<Built> for Counted {
    fn from(built: Built) -> Self {
        Self { built: built.compiled, diagnostics: built.diagnostics }
    }
}

impl Built {
    /// A result with its findings as they count.
    pub(crate) fn counted(counted: Counted, color: Color) -> Self {
        Self { compiled: counted.built, diagnostics: counted.diagnostics, color }
    }

    /// Whether its findings are colored.
    pub(crate) fn color(&self) -> Color {
        self.color
    }

    /// The findings of a configuration without a result.
    pub(crate) fn failed(finding: Diagnostic, sources: Sources) -> Self {
        let color = if color::is_wanted(io::stderr().is_terminal()) { Color::Always } else { Color::Never };
        let compiled = pulsarc_compiler::Built { sources, ..pulsarc_compiler::Built::default() };
        Self { compiled, diagnostics: vec![finding], color }
    }

    /// The findings of texts that were not compiled.
    pub(crate) fn reporting(diagnostics: Vec<Diagnostic>, sources: Sources, color: Color) -> Self {
        let compiled = pulsarc_compiler::Built { sources, ..pulsarc_compiler::Built::default() };
        Self { compiled, diagnostics, color }
    }

    /// The exit status of the findings: a limit has precedence over a mistake.
    pub(crate) fn exit(&self) -> Exit {
        Exit::of_findings(&self.diagnostics)
    }

    /// The files that were read: the inputs and their imports.
    pub(crate) fn read(&self, inputs: &InputOptions) -> Vec<PathBuf> {
        let imports = self.compiled.sources.imports().map(|(path, _)| path.to_owned());
        inputs.files().map(Path::to_owned).chain(imports).collect()
    }

    /// Whether an error was found.
    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Prints all findings on standard error, with their source lines.
    pub(crate) fn tell(&self) {
        stderr::write(&self.text());
    }

    /// The findings, as text.
    pub(crate) fn text(&self) -> Escaped<Terminal> {
        render::text(&self.diagnostics, &self.compiled.sources, self.color)
    }
}
