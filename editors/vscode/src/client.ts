// The language client: one server for the window.

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind } from "vscode-languageclient/node";
import { type Binary, describe, isProblem, locate, type Problem } from "./binary";
import { alone, type Configuration, CONFIGURATIONS, named } from "./configurations";
import { DOCUMENTS } from "./recognise";
import { initializationOptions, SECTION, settings } from "./settings";

/** The server of a window: at most one, started on demand. */
export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private starting: Promise<Binary | undefined> | undefined;
  private hasFailed = false;

  constructor(private readonly log: vscode.LogOutputChannel) {}

  /** The binary; starts the server if none runs. Undefined, with a message to the user, if it cannot start. */
  start(): Promise<Binary | undefined> {
    if (this.starting === undefined || this.hasFailed) {
      this.hasFailed = false;
      this.starting = this.launch().then((binary) => {
        this.hasFailed = binary === undefined;
        return binary;
      });
    }
    return this.starting;
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.starting = undefined;
    await vscode.commands.executeCommand("setContext", "pulsarc.running", false);
    // `stop` rejects if the server has crashed: there is nothing left to end then.
    await client?.dispose().catch((error: unknown) => this.log.warn(`stopping: ${String(error)}`));
  }

  /** Ends the server and starts a new one, with the settings and the binary of now. */
  async restart(): Promise<void> {
    await this.starting;
    await this.stop();
    await this.start();
  }

  /** Whether a server was asked for. */
  get isWanted(): boolean {
    return this.starting !== undefined;
  }

  /** The configurations that a file is part of; the file alone if the server lists none. */
  async configurations(document: vscode.TextDocument): Promise<Configuration[]> {
    await this.starting;
    const parameters = { textDocument: { uri: document.uri.toString() } };
    try {
      const listed = await this.client?.sendRequest<Configuration[]>(CONFIGURATIONS, parameters);
      if (listed?.length) {
        return listed.map(named);
      }
    } catch (error) {
      this.log.warn(`${CONFIGURATIONS}: ${String(error)}`);
    }
    return [alone(document.uri.fsPath)];
  }

  dispose(): void {
    void this.stop();
  }

  private async launch(): Promise<Binary | undefined> {
    const current = settings();
    const found = await locate(current.path);
    if (isProblem(found)) {
      this.log.error(describe(found));
      void offerRemedy(found);
      return undefined;
    }
    this.log.info(`pulsarc ${found.version} at ${found.path}`);
    const options: LanguageClientOptions = {
      documentSelector: DOCUMENTS,
      initializationOptions: initializationOptions(current),
      outputChannel: this.log,
    };
    const server = { command: found.path, args: ["lsp"], transport: TransportKind.stdio };
    this.client = new LanguageClient(SECTION, "pulsarc", server, options);
    try {
      await this.client.start();
    } catch (error) {
      this.log.error(`the server does not start: ${String(error)}`);
      void vscode.window.showErrorMessage("The pulsarc server does not start. Its log says why.", "Show Log").then((chosen) => {
        if (chosen !== undefined) {
          this.log.show();
        }
      });
      return undefined;
    }
    await vscode.commands.executeCommand("setContext", "pulsarc.running", true);
    return found;
  }
}

async function offerRemedy(problem: Problem): Promise<void> {
  const select = "Select Binary";
  const open = "Open Setting";
  const chosen = await vscode.window.showErrorMessage(describe(problem), select, open);
  if (chosen === open) {
    await vscode.commands.executeCommand("workbench.action.openSettings", `${SECTION}.path`);
  } else if (chosen === select) {
    const files = await vscode.window.showOpenDialog({ title: "The pulsarc binary", canSelectMany: false });
    if (files?.[0] !== undefined) {
      const section = vscode.workspace.getConfiguration(SECTION);
      // The server restarts when the setting changes.
      await section.update("path", files[0].fsPath, vscode.ConfigurationTarget.Global);
    }
  }
}
