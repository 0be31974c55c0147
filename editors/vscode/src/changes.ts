// Changes of a configuration since the last commit, as Markdown.

import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { type Configuration, layersFrom, target } from "./configurations";
import { placeIn, RevisionError, type Revision, withLastCommit } from "./revision";
import { run } from "./run";

/** The arguments that compare earlier layers with a configuration, in a folder. */
export function diffArguments(from: readonly string[], configuration: Configuration, folder: string): string[] {
  const to = layersFrom(folder, configuration.layers);
  const sides = [...from.map((layer) => `--from=${layer}`), ...to.map((layer) => `--to=${layer}`)];
  return ["diff", "--quiet", "--format", "markdown", ...target(configuration), ...sides];
}

/** The layers as of a revision. A layer that is newer than it is left out; outside of the repository it stays as it is. */
export function layersAt(
  revision: Pick<Revision, "folder" | "repository">,
  layers: readonly string[],
  exists: (path: string) => boolean = existsSync,
): string[] {
  const then = layers.map((layer) => placeIn(revision, layer) ?? layer);
  return then.filter((layer) => exists(layer));
}

/** The changes in Markdown. */
export async function changes(binary: string, configuration: Configuration): Promise<string> {
  const layers = await Promise.all(configuration.layers.map((layer) => realpath(layer)));
  const last = layers.at(-1);
  if (last === undefined) {
    throw new RevisionError(`The configuration ${configuration.name} has no layer.`);
  }
  return withLastCommit(last, async (revision) => {
    const from = layersAt(revision, layers);
    if (from.length === 0) {
      throw new RevisionError(`The last commit (${revision.title}) has no file of ${configuration.name}.`);
    }
    const args = diffArguments(from, { ...configuration, layers }, revision.repository);
    const { status, stdout, stderr } = await run(binary, args, { cwd: revision.repository });
    const heading = `# ${inline(configuration.name)}: changes since ${inline(revision.title)}\n\n`;
    // 0 means no changes, 1 some; everything else is an error.
    if (status !== 0 && status !== 1) {
      const why = stderr.replaceAll(`${revision.folder}/`, "(last commit) ").trim();
      return `${heading}The two sides cannot be compared.\n\n${fenced(why)}\n`;
    }
    return heading + (status === 0 ? "Nothing changes in the cluster.\n" : stdout);
  });
}

/** Text of one line without a meaning in Markdown. */
export function inline(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&-]/g, "\\$&");
}

/** Text as a code block, whatever it contains. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
