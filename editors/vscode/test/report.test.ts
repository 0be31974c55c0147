import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { alone, named } from "../src/configurations";
import { messagePage, pageOf, reportArguments } from "../src/page";
import { Reports } from "../src/report";
import { editor } from "./vscode";

const PAGE = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head></html>`;

describe("the arguments of report", () => {
  it("are the layers in their order and the target", () => {
    const configuration = { name: "prod", layers: ["/a/values.yaml", "/a/-prod.yaml"], namespace: "ns", release: "r" };
    assert.deepEqual(reportArguments(configuration, "/a"), [
      "report", "--quiet", "--release", "r", "--namespace", "ns", "--", "values.yaml", "-prod.yaml",
    ]);
  });

  it("leave out what the project does not set", () => {
    assert.deepEqual(reportArguments(alone("/a/values.yaml"), "/a/b"), ["report", "--quiet", "--", "../values.yaml"]);
  });
});

describe("the name of a configuration", () => {
  it("is its own, or that of its file", () => {
    assert.equal(named({ name: "prod", layers: ["/a/values.yaml"] }).name, "prod");
    assert.equal(named({ name: "/a/values.yaml", layers: ["/a/values.yaml"] }).name, "values.yaml");
  });
});

describe("the page", () => {
  it("is the report as it is, findings or not", () => {
    for (const status of [0, 1]) {
      assert.equal(pageOf({ status, stdout: PAGE, stderr: "error: x" }, "prod"), PAGE);
    }
  });

  it("says why there is no report", () => {
    const page = pageOf({ status: 3, stdout: "", stderr: "cannot read <a&b>" }, "prod");
    assert.match(page, /No report of prod/);
    assert.match(page, /cannot read &lt;a&amp;b&gt;/);
    assert.match(page, /Content-Security-Policy/);
  });

  it("is never a page without a policy", () => {
    const page = pageOf({ status: 0, stdout: "<!DOCTYPE html><script>1</script>", stderr: "" }, "prod");
    assert.ok(!page.includes("<script>"));
  });

  it("escapes names", () => {
    assert.ok(!messagePage("<img>", "<b>").includes("<img>"));
  });
});

describe("an open report", () => {
  let folder: string;
  let binary: string;
  const configuration = () => alone(join(folder, "values.yaml"));
  const shows = async (text: string) => {
    for (let tries = 0; tries < 200 && !editor.panels[0]?.webview.html.includes(text); tries += 1) {
      await sleep(20);
    }
    assert.match(editor.panels[0]?.webview.html ?? "", new RegExp(text));
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pulsarc-report-"));
    binary = join(folder, "pulsarc");
    await writeFile(binary, `#!/bin/sh\ncat <<EOF\n${PAGE}\nEOF\ncat values.yaml\n`);
    await chmod(binary, 0o755);
  });
  after(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    editor.panels = [];
  });

  it("is made again after a save, and once per configuration", async () => {
    const reports = new Reports();
    await writeFile(join(folder, "values.yaml"), "first");
    await reports.show(binary, configuration());
    await shows("first");
    await writeFile(join(folder, "values.yaml"), "second");
    editor.saved.fire({ languageId: "markdown", uri: { path: "/README.md" } });
    await sleep(300);
    await shows("first");
    editor.saved.fire({ languageId: "yaml", uri: { path: "/other.yaml" } });
    await shows("second");
    await reports.show(binary, configuration());
    assert.equal(editor.panels.length, 1);
    assert.equal(editor.panels[0]?.revealed, 1);
    reports.dispose();
  });

  it("runs no script and opens no file", async () => {
    const reports = new Reports();
    await reports.show(binary, configuration());
    assert.deepEqual(editor.panels[0]?.options, { enableScripts: false, enableForms: false, localResourceRoots: [] });
    editor.panels[0]?.closed.fire();
    await reports.show(binary, configuration());
    assert.equal(editor.panels.length, 2, "a closed panel is opened anew");
    reports.dispose();
  });

  it("says so if the binary is gone", async () => {
    const reports = new Reports();
    await reports.show(join(folder, "gone"), configuration());
    await shows("ENOENT");
    reports.dispose();
  });
});
