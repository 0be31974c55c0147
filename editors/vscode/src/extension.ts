// The extension's entry: starts the server for files that need it, and registers the commands.

import * as vscode from "vscode";
import { Server } from "./client";
import { commands } from "./commands";
import { Pages } from "./pages";
import { MODELINE_LINES, startsServer } from "./recognise";
import { Reports } from "./report";
import { SECTION, settings } from "./settings";

/** Called by the editor once, when a file or a workspace needs the extension. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("pulsarc", { log: true });
  const server = new Server(log);
  const reports = new Reports();
  const pages = new Pages();
  const consider = (document: vscode.TextDocument) => {
    if (!server.isWanted && isWorthAServer(document)) {
      void server.start();
    }
  };
  for (const [name, command] of Object.entries(commands({ server, reports, pages, log }))) {
    context.subscriptions.push(vscode.commands.registerCommand(name, command));
  }
  context.subscriptions.push(
    log,
    server,
    reports,
    pages,
    vscode.workspace.onDidOpenTextDocument(consider),
    // A modeline may be written later.
    vscode.workspace.onDidSaveTextDocument(consider),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration(SECTION) && server.isWanted) {
        await server.restart();
      }
      vscode.workspace.textDocuments.forEach(consider);
    }),
  );
  vscode.workspace.textDocuments.forEach(consider);
}

function isWorthAServer(document: vscode.TextDocument): boolean {
  const head = document.getText(new vscode.Range(0, 0, MODELINE_LINES, 0));
  const path = document.uri.scheme === "file" ? document.uri.fsPath : undefined;
  return startsServer({ languageId: document.languageId, path, head }, settings().values);
}
