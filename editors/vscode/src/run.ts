// Child processes: their exit status and both streams.

import { spawn } from "node:child_process";

/** The outcome of a process that has ended. */
export interface Outcome {
  /** Undefined if a signal ended it. */
  status: number | undefined;
  stdout: string;
  stderr: string;
}

/** Where and how a process runs. */
export interface Place {
  cwd?: string;
  /** Variables beside those of the editor. */
  env?: Record<string, string>;
  /** Ends the process. */
  signal?: AbortSignal;
}

/** Runs a program without a shell and waits for its end. Rejects if it cannot start or is aborted. */
export function run(program: string, args: readonly string[], place: Place = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: place.cwd,
      env: { ...process.env, NO_COLOR: "1", ...place.env },
      signal: place.signal,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({
        status: status ?? undefined,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    });
  });
}
