// The settings, typed.

import * as vscode from "vscode";
import type { Values } from "./recognise";

/** The settings of this extension. */
export interface Settings {
  /** Empty if the binary is searched for. */
  path: string;
  values: Values;
  /** Whether the Nickel language server runs beside this one. */
  nls: boolean;
}

/** The section that all settings are in. */
export const SECTION = "pulsarc";

/** Reads the settings. */
export function settings(): Settings {
  const section = vscode.workspace.getConfiguration(SECTION);
  const nls = section.get<string>("nls", "auto");
  return {
    path: section.get<string>("path", "").trim(),
    values: section.get<string>("values") === "all" ? "all" : "recognised",
    nls: nls === "auto" ? hasOtherNickelExtension() : nls === "on",
  };
}

/** What the server is told when it starts. */
export function initializationOptions({ values, nls }: Settings): { values: Values; nls: boolean } {
  return { values, nls };
}

/** An extension as its manifest describes it. */
interface Manifest {
  name?: string;
  main?: string;
  contributes?: { languages?: { id?: string }[] };
}

/** Whether a manifest is that of another extension which runs code for Nickel files. */
export function servesNickel(manifest: Manifest): boolean {
  const languages = manifest.contributes?.languages ?? [];
  return manifest.name !== "pulsarc" && manifest.main !== undefined && languages.some(({ id }) => id === "nickel");
}

function hasOtherNickelExtension(): boolean {
  return vscode.extensions.all.some(({ packageJSON }) => servesNickel(packageJSON as Manifest));
}
