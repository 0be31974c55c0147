// The commands of the palette.

import * as vscode from "vscode";
import type { Binary } from "./binary";
import { changes } from "./changes";
import type { Server } from "./client";
import { CODE, codesOf } from "./codes";
import type { Configuration } from "./configurations";
import type { Pages } from "./pages";
import type { Reports } from "./report";
import { RevisionError } from "./revision";
import { run } from "./run";

/** What the commands act on. */
export interface Surfaces {
  server: Server;
  reports: Reports;
  pages: Pages;
  log: vscode.LogOutputChannel;
}

/** The commands by their names. */
export function commands(surfaces: Surfaces): Record<string, () => Promise<void>> {
  return {
    "pulsarc.showReport": () => showReport(surfaces),
    "pulsarc.showChanges": () => showChanges(surfaces),
    "pulsarc.explainCode": () => explainCode(surfaces),
    "pulsarc.fixFile": fixFile,
    "pulsarc.checkFile": checkFile,
    "pulsarc.restart": () => surfaces.server.restart(),
    "pulsarc.showLog": async () => surfaces.log.show(),
  };
}

async function showReport({ server, reports }: Surfaces): Promise<void> {
  const chosen = await choose(server);
  if (chosen !== undefined) {
    await reports.show(chosen.binary.path, chosen.configuration);
  }
}

async function showChanges({ server, pages, log }: Surfaces): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showErrorMessage("Changes since the last commit are shown in trusted workspaces only: git may run programs.");
    return;
  }
  const chosen = await choose(server);
  if (chosen === undefined) {
    return;
  }
  const { binary, configuration } = chosen;
  const progress = { location: vscode.ProgressLocation.Window, title: `pulsarc: comparing ${configuration.name}` };
  try {
    const markdown = await vscode.window.withProgress(progress, () => changes(binary.path, configuration));
    await pages.show(`Changes of ${configuration.name}`, markdown);
  } catch (error) {
    log.error(String(error));
    const why = error instanceof RevisionError ? error.message : String(error);
    void vscode.window.showErrorMessage(`Cannot compare with the last commit: ${why}`);
  }
}

async function explainCode({ server, pages }: Surfaces): Promise<void> {
  const binary = await server.start();
  if (binary === undefined) {
    return;
  }
  const code = await chooseCode();
  if (code !== undefined) {
    const { status, stdout, stderr } = await run(binary.path, ["explain", code]);
    if (status === 0) {
      await pages.show(code, stdout);
    } else {
      void vscode.window.showErrorMessage(stderr.trim());
    }
  }
}

/** The code under the cursor; else the user's choice. */
async function chooseCode(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const here = editor === undefined ? [] : vscode.languages.getDiagnostics(editor.document.uri);
  const codes = codesOf(here);
  const atCursor = codesOf(here.filter(({ range }) => editor?.selection.active !== undefined && range.contains(editor.selection.active)));
  if (atCursor.length === 1) {
    return atCursor[0];
  }
  if (codes.length > 0) {
    return vscode.window.showQuickPick(codes, { title: "Explain a code" });
  }
  const typed = await vscode.window.showInputBox({
    title: "Explain a code",
    placeHolder: "PUL0101",
    validateInput: (text) => (CODE.test(text.trim().toUpperCase()) ? undefined : "A code is PUL and four digits."),
  });
  return typed?.trim().toUpperCase();
}

async function fixFile(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.sourceAction", { kind: "source.fixAll.pulsarc", apply: "first" });
}

async function checkFile(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined) {
    await vscode.languages.setTextDocumentLanguage(document, "pulsar-values");
  }
}

/** The binary and the configuration that a command is about; undefined if there is none or the user chooses none. */
async function choose(server: Server): Promise<{ binary: Binary; configuration: Configuration } | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.uri.scheme !== "file") {
    void vscode.window.showInformationMessage("Open a configuration first.");
    return undefined;
  }
  const binary = await server.start();
  if (binary === undefined) {
    return undefined;
  }
  const all = await server.configurations(document);
  const [only] = all;
  const configuration = all.length === 1 ? only : await chooseConfiguration(all);
  return configuration === undefined ? undefined : { binary, configuration };
}

async function chooseConfiguration(all: Configuration[]): Promise<Configuration | undefined> {
  const items = all.map((configuration) => {
    const detail = configuration.layers.map((layer) => vscode.workspace.asRelativePath(layer)).join(", ");
    return { label: configuration.name, detail, configuration };
  });
  const chosen = await vscode.window.showQuickPick(items, { title: "Which configuration?", matchOnDetail: true });
  return chosen?.configuration;
}
