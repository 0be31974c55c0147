//! What the client can do and wants, and what the server offers.

use crate::position::Encoding;
use crate::workspace::Values;
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    ExecuteCommandOptions, FoldingRangeProviderCapability, HoverProviderCapability, InitializeParams, OneOf,
    RenameOptions, SaveOptions, ServerCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkspaceFoldersServerCapabilities,
    WorkspaceServerCapabilities,
};
use serde::Deserialize;
use std::path::PathBuf;

/// The command that shows the page of a code.
pub(crate) const EXPLAIN: &str = "pulsarc.explain";
/// The command that applies all safe fixes of a file.
pub(crate) const FIX_ALL: &str = "pulsarc.fixAll";
/// The kind of the action that does the same.
pub(crate) const FIX_ALL_KIND: CodeActionKind = CodeActionKind::new("source.fixAll.pulsarc");

/// A server that runs as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Beside {
    /// None that is known.
    #[default]
    None,
    /// Nickel's own, which reports what concerns the language.
    Nls,
}

/// What the client says at the start.
#[derive(Debug, Default)]
pub(crate) struct Client {
    /// How it counts characters.
    pub(crate) encoding: Encoding,
    /// The folders that it has open.
    pub(crate) roots: Vec<PathBuf>,
    /// Which YAML files are configurations.
    pub(crate) values: Values,
    /// Which other server runs as well.
    pub(crate) beside: Beside,
    /// Whether it shows documents that the server asks for.
    pub(crate) shows_documents: bool,
    /// Whether it fills in the places of a snippet.
    pub(crate) snippets: bool,
    /// Whether it watches files for the server.
    pub(crate) watches_files: bool,
}

/// The settings of the client's user.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Settings {
    values: Values,
    nls: bool,
}

impl Client {
    /// Reads what the client says. Settings that are not understood count as not set.
    pub(crate) fn of(parameters: &InitializeParams) -> Self {
        let settings: Settings = parameters
            .initialization_options
            .clone()
            .and_then(|it| serde_json::from_value(it).ok())
            .unwrap_or_default();
        let capabilities = &parameters.capabilities;
        let offered = capabilities.general.as_ref().and_then(|general| general.position_encodings.as_deref());
        let window = capabilities.window.as_ref();
        let completion = capabilities.text_document.as_ref().and_then(|it| it.completion.as_ref());
        let item = completion.and_then(|it| it.completion_item.as_ref());
        let files = capabilities.workspace.as_ref().and_then(|it| it.did_change_watched_files.as_ref());
        Self {
            encoding: Encoding::negotiated(offered),
            roots: roots(parameters),
            values: settings.values,
            beside: if settings.nls { Beside::Nls } else { Beside::None },
            shows_documents: window.and_then(|it| it.show_document.as_ref()).is_some_and(|it| it.support),
            snippets: item.and_then(|it| it.snippet_support).unwrap_or_default(),
            watches_files: files.and_then(|it| it.dynamic_registration).unwrap_or_default(),
        }
    }

    /// What the server does for this client.
    pub(crate) fn offered(&self) -> ServerCapabilities {
        ServerCapabilities {
            position_encoding: Some(self.encoding.kind()),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions {
                    include_text: Some(false),
                })),
                ..TextDocumentSyncOptions::default()
            })),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some([".", ":", " ", "\"", "/", "="].map(str::to_owned).to_vec()),
                ..CompletionOptions::default()
            }),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            references_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            inlay_hint_provider: Some(OneOf::Left(true)),
            document_formatting_provider: (self.beside == Beside::None).then_some(OneOf::Left(true)),
            rename_provider: Some(OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: lsp_types::WorkDoneProgressOptions::default(),
            })),
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, FIX_ALL_KIND]),
                ..CodeActionOptions::default()
            })),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: [EXPLAIN, FIX_ALL].map(str::to_owned).to_vec(),
                ..ExecuteCommandOptions::default()
            }),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: None,
            }),
            ..ServerCapabilities::default()
        }
    }
}

#[allow(deprecated, reason = "clients of one folder only say it so")]
fn roots(parameters: &InitializeParams) -> Vec<PathBuf> {
    let folders =
        parameters.workspace_folders.iter().flatten().filter_map(|folder| crate::uri::path(&folder.uri));
    let folders: Vec<PathBuf> = folders.collect();
    if !folders.is_empty() {
        return folders;
    }
    let root = parameters.root_uri.as_ref().and_then(crate::uri::path);
    root.or_else(|| parameters.root_path.as_ref().map(PathBuf::from)).into_iter().collect()
}
