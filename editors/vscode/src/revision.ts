// The files of the last commit, in a temporary folder. Only the index and the object database of the repository are read:
// no hook runs, and the work tree stays as it is.

import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join, relative } from "node:path";
import { run } from "./run";

/** Why the last commit cannot be compared with. */
export class RevisionError extends Error {}

/** A copy of the last commit. */
export interface Revision {
  /** The root of the copy. */
  folder: string;
  /** The root of the repository. */
  repository: string;
  /** The commit, abbreviated, and the first line of its message. */
  title: string;
}

/** The place of a file of the repository in a copy of it; undefined outside of the repository. */
export function placeIn(revision: Pick<Revision, "folder" | "repository">, file: string): string | undefined {
  const path = relative(revision.repository, file);
  const outside = path === "" || path.split(/[\\/]/)[0] === ".." || isAbsolute(path);
  return outside ? undefined : join(revision.folder, path);
}

async function git(cwd: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  let outcome;
  try {
    outcome = await run("git", args, { cwd, env: { GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C", ...env } });
  } catch {
    throw new RevisionError("git cannot be started.");
  }
  if (outcome.status !== 0) {
    throw new RevisionError(outcome.stderr.trim() || `git ${args[0]} exits with ${outcome.status ?? "a signal"}.`);
  }
  return outcome.stdout.trim();
}

/** Calls `use` with a copy of the last commit of a file's repository, and removes the copy afterwards. */
export async function withLastCommit<T>(file: string, use: (revision: Revision) => Promise<T>): Promise<T> {
  const repository = await git(dirname(file), ["rev-parse", "--show-toplevel"]);
  const title = await git(repository, ["log", "-1", "--format=%h %s"]);
  const temporary = await realpath(await mkdtemp(join(tmpdir(), "pulsarc-")));
  try {
    const folder = join(temporary, "tree");
    // pulsarc takes a folder with `.git` for the root of a project, which bounds the imports.
    await mkdir(join(folder, ".git"), { recursive: true });
    const index = { GIT_INDEX_FILE: join(temporary, "index") };
    await git(repository, ["read-tree", "HEAD"], index);
    await git(repository, ["checkout-index", "--all", "--quiet", `--prefix=${folder}/`], index);
    return await use({ folder, repository, title });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
