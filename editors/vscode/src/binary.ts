// Finds the pulsarc binary, and checks that it has a language server.

import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import { type Outcome, run } from "./run";

/** A binary that has a language server. */
export interface Binary {
  path: string;
  version: string;
}

/** Why no server can be started. */
export type Problem =
  | { kind: "missing"; searched: string[] }
  | { kind: "wrongSetting"; path: string }
  | { kind: "tooOld"; path: string; version: string }
  | { kind: "broken"; path: string; reason: string };

/** What the search depends on. */
export interface Surroundings {
  platform: NodeJS.Platform;
  /** The folders of the `PATH`, joined as the platform does. */
  path: string;
  home: string;
}

/** The surroundings of this process. */
export function surroundings(): Surroundings {
  return { platform: process.platform, path: process.env["PATH"] ?? "", home: homedir() };
}

/** Every place where the binary may be, in the order of the search. */
export function candidates({ platform, path, home }: Surroundings): string[] {
  const name = platform === "win32" ? "pulsarc.exe" : "pulsarc";
  // A relative folder would mean one in whichever workspace is open.
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  const all = [...folders, join(home, ".cargo", "bin")].map((folder) => join(folder, name));
  return [...new Set(all)];
}

/** A setting's `~` as the home folder. */
export function expandHome(path: string, home: string): string {
  return path === "~" || path.startsWith("~/") ? join(home, path.slice(1)) : path;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** The first candidate that can be executed; with a setting, that file alone. */
export async function find(setting: string, around: Surroundings): Promise<string | Problem> {
  if (setting !== "") {
    const path = expandHome(setting, around.home);
    const usable = isAbsolute(path) && (await isExecutable(path));
    return usable ? path : { kind: "wrongSetting", path: setting };
  }
  const searched = candidates(around);
  for (const path of searched) {
    if (await isExecutable(path)) {
      return path;
    }
  }
  return { kind: "missing", searched };
}

/** The version that `pulsarc version` prints. */
export function parseVersion(printed: string): string | undefined {
  return /\b\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?/.exec(printed)?.[0];
}

/** Asks a binary for its version and its server. */
export async function probe(path: string): Promise<Binary | Problem> {
  let about: Outcome;
  let server: Outcome;
  try {
    [about, server] = await Promise.all([run(path, ["version"]), run(path, ["lsp", "--help"])]);
  } catch (error) {
    return { kind: "broken", path, reason: error instanceof Error ? error.message : String(error) };
  }
  const version = parseVersion(about.stdout);
  if (about.status !== 0 || version === undefined) {
    const reason = about.stderr.trim().split("\n")[0] || `\`version\` exits with ${about.status ?? "a signal"}`;
    return { kind: "broken", path, reason };
  }
  return server.status === 0 ? { path, version } : { kind: "tooOld", path, version };
}

/** Finds the binary and probes it. */
export async function locate(setting: string, around: Surroundings = surroundings()): Promise<Binary | Problem> {
  const found = await find(setting, around);
  return typeof found === "string" ? probe(found) : found;
}

/** Whether a search failed. */
export function isProblem(found: Binary | Problem): found is Problem {
  return "kind" in found;
}

/** A problem in words. */
export function describe(problem: Problem): string {
  switch (problem.kind) {
    case "missing":
      return "pulsarc is not installed: no `pulsarc` on the PATH or in ~/.cargo/bin. Install it, or select the binary.";
    case "wrongSetting":
      return `The setting pulsarc.path names no executable file: ${problem.path}. Write an absolute path.`;
    case "tooOld":
      return `pulsarc ${problem.version} at ${problem.path} has no language server. Install a newer version.`;
    case "broken":
      return `${problem.path} does not run: ${problem.reason}`;
  }
}
