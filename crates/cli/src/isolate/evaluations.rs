//! Evaluations: plain data here, code in a child process.

use super::child::Child;
use super::confine::Access;
use super::frame::Message;
use super::limits::Limits;
use super::serve::{Role, answer, asked, serve};
use pulsarc_compiler::{
    Answer, Asked, Evaluate, Evaluated, Format, NeedsChild, PAST_LIMIT, Request, allow_imports, import_roots,
    limits,
};
use pulsarc_diag::Diagnostic;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

/// What an evaluating child has to know.
#[derive(Debug, Serialize, Deserialize)]
struct Task {
    sizes: limits::Limits,
    /// The folders of `--allow-import`.
    allowed: Access,
}

/// Answers what a command asks of an evaluation.
pub(crate) struct Evaluations {
    limits: Limits,
    allowed: Vec<PathBuf>,
    /// A child that has grown beyond so many MiB is replaced by a new one.
    kept: u64,
    /// The child that has already evaluated something, and the files it can access.
    child: RefCell<Option<(Access, Child)>>,
}

impl Evaluations {
    /// No evaluation yet.
    pub(crate) fn new(limits: &Limits, allowed: &[PathBuf]) -> Self {
        Self {
            limits: limits.clone(),
            allowed: allowed.to_vec(),
            kept: limits.kept(),
            child: RefCell::default(),
        }
    }

    /// The same with children that are replaced sooner: for a process that runs all day.
    pub(crate) fn keeping(self, mebibytes: u64) -> Self {
        Self { kept: self.kept.min(mebibytes), ..self }
    }

    fn in_child(&self, request: Request<'_>) -> io::Result<Evaluated> {
        let mut child = self.child.borrow_mut();
        let access = Self::access(request);
        let (covered, mut asked) = match child.take() {
            Some((covered, child)) if covered.covers(&access) => (covered, child),
            _ => {
                let task = Task {
                    sizes: self.limits.sizes(),
                    allowed: Access::reading(self.allowed.iter().map(PathBuf::as_path)),
                };
                (access.clone(), Child::start(Role::Evaluate, [], access, &task)?)
            }
        };
        asked.ask(&Asked::of(request));
        if let Ok(answer) = asked.answer::<Answer>(&self.limits) {
            if !asked.has_grown(self.kept) {
                *child = Some((covered, asked));
            }
            return Ok(answer.evaluated());
        }
        let text = |name: &str| {
            let layer = request.layers().iter().find(|layer| layer.name == name)?;
            String::from_utf8(layer.bytes.clone()).ok()
        };
        let (found, sources) = asked.finding(text);
        let mut evaluated = Evaluated { sources, ..Evaluated::default() };
        evaluated.findings.push(found);
        Ok(evaluated)
    }

    /// The folders that the layers of a request may import from.
    fn access(request: Request<'_>) -> Access {
        let folders = request.layers().iter().filter_map(|layer| match &layer.format {
            Format::Nickel(folder) => Some(folder.path()),
            _ => None,
        });
        let roots: Vec<PathBuf> = folders.flat_map(import_roots).collect();
        Access::reading(roots.iter().map(PathBuf::as_path))
    }
}

impl Evaluate for Evaluations {
    fn evaluate(&self, request: Request<'_>) -> Evaluated {
        match request.answer_data() {
            Ok(evaluated) => evaluated,
            Err(NeedsChild) => self.in_child(request).unwrap_or_else(|error| {
                let mut evaluated = Evaluated::default();
                let found = format!("cannot start the process that evaluates this configuration: {error}");
                evaluated.findings.push(Diagnostic::new(&PAST_LIMIT, found));
                evaluated
            }),
        }
    }
}

/// Answers evaluations for the parent of this process until it asks no more.
pub(crate) fn evaluate_for_parent() -> ExitCode {
    serve(|Task { sizes, allowed }| {
        limits::hold(sizes);
        allow_imports(&allowed.readable());
        while let Some(Message { id, body }) = asked::<Asked>()? {
            answer(&Message { id, body: body.answer() })?;
        }
        Ok(())
    })
}
