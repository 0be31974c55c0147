import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { candidates, describe as inWords, expandHome, find, isProblem, locate, parseVersion } from "../src/binary";

describe("the search for the binary", () => {
  let root: string;
  const around = () => ({ platform: "linux" as const, path: [join(root, "one"), join(root, "two")].join(delimiter), home: join(root, "home") });

  async function program(path: string, script: string): Promise<string> {
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  }

  before(async () => {
    root = await mkdtemp(join(tmpdir(), "pulsarc-binary-"));
  });
  after(() => rm(root, { recursive: true }));

  it("tries the PATH in order, then ~/.cargo/bin", () => {
    assert.deepEqual(candidates(around()), [
      join(root, "one", "pulsarc"),
      join(root, "two", "pulsarc"),
      join(root, "home", ".cargo", "bin", "pulsarc"),
    ]);
  });

  it("skips relative folders of the PATH", () => {
    const path = ["", ".", "bin", "/usr/bin"].join(delimiter);
    assert.deepEqual(candidates({ platform: "linux", path, home: "/h" }), ["/usr/bin/pulsarc", "/h/.cargo/bin/pulsarc"]);
  });

  it("looks for an .exe on Windows", () => {
    assert.ok(candidates({ platform: "win32", path: "", home: "/h" }).every((path) => path.endsWith("pulsarc.exe")));
  });

  it("lists every place if there is none", async () => {
    const found = await find("", around());
    assert.deepEqual(found, { kind: "missing", searched: candidates(around()) });
  });

  it("skips folders and files that cannot be executed", async () => {
    await mkdir(join(root, "one", "pulsarc"), { recursive: true });
    await mkdir(join(root, "two"), { recursive: true });
    await writeFile(join(root, "two", "pulsarc"), "");
    const cargo = await program(join(root, "home", ".cargo", "bin", "pulsarc"), "exit 0");
    assert.equal(await find("", around()), cargo);
  });

  it("takes the file of the setting and no other", async () => {
    const own = await program(join(root, "home", "own"), "exit 0");
    assert.equal(await find("~/own", around()), own);
    assert.deepEqual(await find("/nowhere/pulsarc", around()), { kind: "wrongSetting", path: "/nowhere/pulsarc" });
    assert.deepEqual(await find("home/own", around()), { kind: "wrongSetting", path: "home/own" });
  });

  it("accepts a binary with a language server", async () => {
    const path = await program(join(root, "good"), 'case $1 in version) echo "pulsarc 1.2.3";; esac');
    assert.deepEqual(await locate(path, around()), { path, version: "1.2.3" });
  });

  it("rejects a binary without a language server", async () => {
    const path = await program(join(root, "old"), 'case $1 in version) echo "pulsarc 0.1.0";; *) exit 2;; esac');
    assert.deepEqual(await locate(path, around()), { kind: "tooOld", path, version: "0.1.0" });
  });

  it("rejects another program of the same name", async () => {
    const path = await program(join(root, "other"), "echo usage >&2; exit 1");
    assert.deepEqual(await locate(path, around()), { kind: "broken", path, reason: "usage" });
  });

  it("reports a file that is not a program", async () => {
    const path = join(root, "text");
    await writeFile(path, "\0\0");
    await chmod(path, 0o755);
    const found = await locate(path, around());
    assert.ok(isProblem(found) && found.kind === "broken", JSON.stringify(found));
  });
});

describe("texts about the binary", () => {
  it("expands ~ alone", () => {
    assert.equal(expandHome("~/a", "/h"), "/h/a");
    assert.equal(expandHome("~other/a", "/h"), "~other/a");
    assert.equal(expandHome("/a/~/b", "/h"), "/a/~/b");
  });

  it("reads versions", () => {
    assert.equal(parseVersion("pulsarc 0.1.0 (ed46b58)\n"), "0.1.0");
    assert.equal(parseVersion("pulsarc 1.20.3-rc.1"), "1.20.3-rc.1");
    assert.equal(parseVersion("no version"), undefined);
  });

  it("names the file and the way out", () => {
    assert.match(inWords({ kind: "tooOld", path: "/p", version: "0.1.0" }), /0\.1\.0 at \/p .*newer/);
    assert.match(inWords({ kind: "missing", searched: [] }), /PATH.*\.cargo\/bin/);
    assert.match(inWords({ kind: "wrongSetting", path: "p" }), /absolute/);
    assert.match(inWords({ kind: "broken", path: "/p", reason: "why" }), /\/p .*why/);
  });
});
