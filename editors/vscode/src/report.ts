// The report of a configuration in a panel beside its file, made again after each save.

import { dirname } from "node:path";
import * as vscode from "vscode";
import { type Configuration, keyOf } from "./configurations";
import { messagePage, pageOf, reportArguments } from "./page";
import { LANGUAGES } from "./recognise";
import { run } from "./run";

/** How long saves are collected before the report is made again. */
const QUIET_MILLISECONDS = 150;

/** Whether a saved document may change a report. */
function concerns(document: vscode.TextDocument): boolean {
  return LANGUAGES.includes(document.languageId) || /\.(json|toml)$/.test(document.uri.path);
}

class Report {
  private running: AbortController | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly binary: string,
    private readonly configuration: Configuration,
  ) {}

  /** Makes the report, in place of one that is still being made. */
  async refresh(): Promise<void> {
    this.running?.abort();
    const abort = new AbortController();
    this.running = abort;
    const { name, layers } = this.configuration;
    const cwd = dirname(layers.at(-1) ?? ".");
    try {
      const outcome = await run(this.binary, reportArguments(this.configuration, cwd), { cwd, signal: abort.signal });
      if (!abort.signal.aborted) {
        this.panel.webview.html = pageOf(outcome, name);
      }
    } catch (error) {
      if (!abort.signal.aborted) {
        this.panel.webview.html = messagePage(`No report of ${name}`, String(error));
      }
    }
  }

  refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), QUIET_MILLISECONDS);
  }

  end(): void {
    clearTimeout(this.timer);
    this.running?.abort();
  }
}

/** All open reports. */
export class Reports implements vscode.Disposable {
  private readonly open = new Map<string, Report>();
  private readonly saves = vscode.workspace.onDidSaveTextDocument((document) => {
    if (concerns(document)) {
      this.open.forEach((report) => report.refreshSoon());
    }
  });

  /** Shows the report of a configuration. */
  async show(binary: string, configuration: Configuration): Promise<void> {
    const key = keyOf(configuration);
    let report = this.open.get(key);
    if (report === undefined) {
      report = this.create(binary, configuration);
      this.open.set(key, report);
      report.panel.onDidDispose(() => {
        this.open.get(key)?.end();
        this.open.delete(key);
      });
    } else {
      report.panel.reveal(undefined, true);
    }
    await report.refresh();
  }

  private create(binary: string, configuration: Configuration): Report {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    // The page needs no script and no file, and its own policy allows none.
    const limits = { enableScripts: false, enableForms: false, localResourceRoots: [] };
    const panel = vscode.window.createWebviewPanel("pulsarc.report", `Report: ${configuration.name}`, column, limits);
    return new Report(panel, binary, configuration);
  }

  dispose(): void {
    this.saves.dispose();
    this.open.forEach((report) => report.panel.dispose());
  }
}
