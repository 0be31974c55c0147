//! Answers to requests: each method's parameters to the function that answers it, and its result as the protocol's.

use crate::options::{Beside, EXPLAIN, FIX_ALL};
use crate::publish::{Publisher, SOURCE};
use crate::state::State;
use crate::view::View;
use crate::{
    actions, completion, definition, folding, formatting, hover, inlay, references, rename, symbols, uri,
};
use lsp_server::{ErrorCode, Request};
use lsp_types::{
    CodeActionParams, Diagnostic, ExecuteCommandParams, InlayHintParams, MessageType, Position,
    ReferenceParams, RenameParams, TextDocumentPositionParams,
};
use pulsarc_diag::Code;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// The answer to a request, and what the client is asked for with it.
pub(crate) struct Answer {
    pub(crate) result: Result<Value, (ErrorCode, String)>,
    pub(crate) then: Vec<(&'static str, Value)>,
}

/// The document that a request is about.
pub(crate) fn document(request: &Request) -> Option<PathBuf> {
    let named = |uri: &Value| uri.as_str()?.parse().ok().and_then(|uri| uri::path(&uri));
    let parameters = &request.params;
    named(&parameters["textDocument"]["uri"]).or_else(|| {
        let fixes_all = request.method == "workspace/executeCommand" && parameters["command"] == FIX_ALL;
        named(&parameters["arguments"][0]).filter(|_| fixes_all)
    })
}

/// Whether a method is answered from the results of checks: others are answered from the text alone, or at once from
/// whatever is there.
pub(crate) fn needs_checks(method: &str) -> bool {
    !matches!(
        method,
        "textDocument/completion"
            | "textDocument/documentSymbol"
            | "textDocument/foldingRange"
            | "textDocument/formatting"
    )
}

/// Answers a request. A failure of pulsarc's own is an error of this request alone.
pub(crate) fn answer(state: &State, method: &str, parameters: Value, path: Option<&Path>) -> Answer {
    catch_unwind(AssertUnwindSafe(|| answered(state, method, parameters, path))).unwrap_or_else(|_| Answer {
        result: Err((ErrorCode::InternalError, format!("pulsarc failed at {method}: please report it"))),
        then: Vec::new(),
    })
}

fn answered(state: &State, method: &str, parameters: Value, path: Option<&Path>) -> Answer {
    if method == "workspace/executeCommand" {
        return command(state, parameters, path);
    }
    let Some(view) = path.and_then(|path| state.view(path)) else {
        let known = method.starts_with("textDocument/") || method == "pulsarc/configurations";
        let result = if known { Ok(Value::Null) } else { Err(unknown(method)) };
        return Answer { result, then: Vec::new() };
    };
    let result = of_view(state, &view, method, parameters);
    Answer { result, then: Vec::new() }
}

fn of_view(
    state: &State,
    view: &View<'_>,
    method: &str,
    parameters: Value,
) -> Result<Value, (ErrorCode, String)> {
    let at = |parameters: Value| -> Result<Position, (ErrorCode, String)> {
        Ok(read::<TextDocumentPositionParams>(parameters)?.position)
    };
    match method {
        "textDocument/completion" => {
            let list = completion::completion(view, at(parameters)?);
            written(if state.client.snippets { list } else { completion::without_snippets(list) })
        }
        "textDocument/hover" => written(hover::hover(view, at(parameters)?)),
        "textDocument/definition" => written(definition::definitions(view, at(parameters)?)),
        "textDocument/references" => {
            let ReferenceParams { text_document_position: place, context, .. } = read(parameters)?;
            written(references::references(view, place.position, context.include_declaration))
        }
        "textDocument/documentSymbol" => written(symbols::symbols(view)),
        "textDocument/foldingRange" => written(folding::ranges(view)),
        "textDocument/formatting" => formatting::format(view).map_err(failed).and_then(written),
        "textDocument/inlayHint" => written(inlay::hints(view, read::<InlayHintParams>(parameters)?.range)),
        "textDocument/prepareRename" => written(rename::renamable(view, at(parameters)?)),
        "textDocument/rename" => {
            let RenameParams { text_document_position, new_name, .. } = read(parameters)?;
            rename::rename(view, text_document_position.position, &new_name).map_err(failed).and_then(written)
        }
        "textDocument/codeAction" => {
            let CodeActionParams { range, context, .. } = read(parameters)?;
            written(actions::actions(view, range, &context))
        }
        "pulsarc/configurations" => Ok(configurations(state, &view.document.path)),
        _ => Err(unknown(method)),
    }
}

/// The configurations that a document is part of, for the client's own commands.
fn configurations(state: &State, path: &Path) -> Value {
    let configurations = state.configurations(path).iter().map(|it| {
        json!({ "name": it.name, "layers": it.layers, "namespace": it.namespace, "release": it.release })
    });
    configurations.collect()
}

fn command(state: &State, parameters: Value, path: Option<&Path>) -> Answer {
    let done = |then| Answer { result: Ok(Value::Null), then };
    let ExecuteCommandParams { command, arguments, .. } = match read(parameters) {
        Ok(parameters) => parameters,
        Err(wrong) => return Answer { result: Err(wrong), then: Vec::new() },
    };
    match command.as_str() {
        EXPLAIN => {
            let id = arguments.first().and_then(Value::as_str).unwrap_or_default();
            let codes = pulsarc_compiler::codes();
            let Some(code) = codes.into_iter().find(|code| code.id == id) else {
                let wrong = format!("there is no code `{id}`");
                return Answer { result: Err((ErrorCode::InvalidParams, wrong)), then: Vec::new() };
            };
            done(vec![explained(state, code)])
        }
        FIX_ALL => {
            let view = path.and_then(|path| state.view(path));
            let edit = view.and_then(|view| actions::fix_all(&view));
            done(edit.into_iter().map(|edit| ("workspace/applyEdit", json!({ "edit": edit }))).collect())
        }
        _ => Answer { result: Err(unknown(&command)), then: Vec::new() },
    }
}

/// Shows the page of a code.
fn explained(state: &State, code: &Code) -> (&'static str, Value) {
    match state.pages.of(code).filter(|_| state.client.shows_documents) {
        Some(page) => ("window/showDocument", json!({ "uri": page, "takeFocus": true })),
        // A request, as `showDocument` is: the client shows it until somebody has read it.
        None => (
            "window/showMessageRequest",
            json!({ "type": MessageType::INFO, "message": code.page, "actions": [] }),
        ),
    }
}

/// The findings that the client shows in a file: those of all configurations that it is part of, each once.
pub(crate) fn findings(state: &State, path: &Path) -> Vec<Diagnostic> {
    let mut all: Vec<(Diagnostic, Vec<&str>)> = Vec::new();
    let mut configurations = 0;
    for (name, outcome) in &state.outcomes {
        let own = outcome.found.get(path);
        configurations += usize::from(own.is_some() || state.workspace.reads(name, path));
        for finding in own.into_iter().flatten() {
            match all.iter_mut().find(|(other, _)| other == finding) {
                Some((_, names)) => names.push(name),
                None => all.push((finding.clone(), vec![name])),
            }
        }
    }
    let named = all.into_iter().map(|(mut finding, names)| {
        // What one environment finds in a file that others share.
        if names.len() < configurations && configurations > 1 {
            finding.message = format!("{}\nin {}", finding.message, names.join(", "));
        }
        finding
    });
    let mut findings: Vec<Diagnostic> = named.chain(of_lists(state, path)).collect();
    if state.client.beside == Beside::Nls && path.extension().is_some_and(|ending| ending == "ncl") {
        findings.retain(|finding| !is_of_nickel(finding));
    }
    findings.sort_by_key(|finding| (finding.range.start, finding.range.end));
    findings
}

/// The findings about the lists of configurations that a file holds.
fn of_lists(state: &State, path: &Path) -> Vec<Diagnostic> {
    let page = |code: &Code| state.pages.of(code);
    let marked = |path: &Path| state.documents.get(path).is_some_and(|open| open.mark() > 0);
    let lists = state.workspace.lists.iter().filter_map(|(home, listed)| {
        let publisher = Publisher::new(&listed.sources, state.client.encoding, &page, &marked);
        publisher.by_file(&listed.findings, home).remove(path)
    });
    lists.flatten().collect()
}

/// Whether Nickel's own server reports a finding as well: what concerns the language and not the cluster.
fn is_of_nickel(finding: &Diagnostic) -> bool {
    debug_assert!(finding.source.as_deref() == Some(SOURCE));
    let Some(lsp_types::NumberOrString::String(id)) = &finding.code else { return false };
    pulsarc_compiler::is_of_language(id)
}

fn read<T: DeserializeOwned>(parameters: Value) -> Result<T, (ErrorCode, String)> {
    serde_json::from_value(parameters).map_err(|wrong| (ErrorCode::InvalidParams, wrong.to_string()))
}

fn written(result: impl Serialize) -> Result<Value, (ErrorCode, String)> {
    serde_json::to_value(result).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}

fn failed(why: String) -> (ErrorCode, String) {
    (ErrorCode::RequestFailed, why)
}

fn unknown(method: &str) -> (ErrorCode, String) {
    (ErrorCode::MethodNotFound, format!("there is no `{method}` here"))
}
