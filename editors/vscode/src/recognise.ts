// Decides whether a file is a reason to start the server. Which files are checked is the server's decision.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Languages whose files are always checked. */
const OWN_LANGUAGES: readonly string[] = ["nickel", "pulsar-values"];

/** The languages that the server reads. */
export const LANGUAGES: readonly string[] = [...OWN_LANGUAGES, "yaml"];

/** The documents that the server gets. It recognises its own among them. */
export const DOCUMENTS = LANGUAGES.flatMap((language) => ["file", "untitled"].map((scheme) => ({ language, scheme })));

/** Which YAML files are checked: the setting `pulsarc.values`. */
export type Values = "recognised" | "all";

/** The part of a document that decides. */
export interface Candidate {
  languageId: string;
  /** None for a document that is not on disk. */
  path: string | undefined;
  /** Its first lines. */
  head: string;
}

/** How many lines a modeline may be in. */
export const MODELINE_LINES = 5;

/** Whether a comment in the first lines says that this is a values file of Pulsar. */
export function hasModeline(text: string): boolean {
  const lines = text.split(/\r?\n/, MODELINE_LINES);
  return lines.some((line) => /^\s*#[#\s]*pulsarc\s*:\s*values\s*$/.test(line));
}

/** The nearest folder above a file that has a `pulsarc.toml`. */
export function projectOf(path: string, exists: (path: string) => boolean = existsSync): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (exists(join(folder, "pulsarc.toml"))) {
      return folder;
    }
    if (folder === dirname(folder)) {
      return undefined;
    }
  }
}

/** Whether the server starts for a document. */
export function startsServer(document: Candidate, values: Values, exists?: (path: string) => boolean): boolean {
  if (OWN_LANGUAGES.includes(document.languageId)) {
    return true;
  }
  if (document.languageId !== "yaml") {
    return false;
  }
  const listed = () => document.path !== undefined && projectOf(document.path, exists) !== undefined;
  return values === "all" || hasModeline(document.head) || listed();
}
