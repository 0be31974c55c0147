// usage: test.mjs ADDRESS PROJECT TOOLS [PICTURE]
//
// Uses the editor at ADDRESS as a person does: opens a file of PROJECT with mistakes, reads the findings, opens the report, applies a
// fix, saves, and compares with the last commit.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [address, project, tools, picture] = process.argv.slice(2);
const { chromium } = createRequire(join(tools, "package.json"))("playwright-core");

const MISTAKES = `# The cluster of the orders team.
broker:
  replicaCont: 5
  configData:
    managedLedgerDefaultEnsembleSize: "2"
    managedLedgerDefaultWriteQuorum: "3"
  resources:
    requests:
      memory: 512mb
proxy:
  replicaCount: 2
  podMonitor:
    interval: 15s
`;
const COMMITTED = "broker:\n  replicaCount: 3\n";
const PATIENCE = 60_000;

mkdirSync(project);
const file = join(project, "values.yaml");
writeFileSync(join(project, "pulsarc.toml"), `[[configuration]]\nname = "orders"\nlayers = ["values.yaml"]\nnamespace = "orders"\n`);
writeFileSync(file, COMMITTED);
const git = (...args) => execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@example.com", ...args], { cwd: project });
git("init", "--quiet");
git("add", ".");
git("commit", "--quiet", "--message", "Three brokers");
writeFileSync(file, MISTAKES);

const program = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1500, height: 860 } });
page.setDefaultTimeout(PATIENCE);

/** Runs a command of the palette. */
async function command(title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input");
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/** Waits for a condition. */
async function until(what, condition) {
  const end = Date.now() + PATIENCE;
  while (!(await condition())) {
    assert.ok(Date.now() < end, `in time: ${what}`);
    await page.waitForTimeout(100);
  }
}

/** The pages that extensions show: frames in frames, each with its text. */
async function shown() {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame());
  const texts = frames.map((frame) => frame.locator("body").innerText({ timeout: 500 }).catch(() => ""));
  return frames.map(async (frame, at) => ({ frame, text: await texts[at] }));
}

/** Waits for a page with a text. */
async function pageWith(text) {
  let found;
  await until(`a page shows ${text}`, async () => {
    found = (await Promise.all(await shown())).find((page) => page.text.includes(text));
    return found !== undefined;
  });
  return found.frame;
}

let steps = 0;
const step = (text) => {
  steps += 1;
  console.log(`- ${text}`);
};

try {
  await page.goto(`${address}/?folder=${encodeURIComponent(project)}`);
  await page.getByRole("button", { name: /Yes, I trust/ }).click();
  step("the project is open and trusted");

  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "values.yaml" }).dblclick();
  await page.keyboard.press("Control+B");
  await page.locator(".squiggly-error").first().waitFor();
  await command("Problems: Focus on Problems View");
  const problems = page.locator(".markers-panel");
  await problems.getByText("unknown key `replicaCont`").first().waitFor();
  step("the findings are in the problems view");

  await page.locator('.tab[data-resource-name="values.yaml"]').click();
  await command("pulsarc: Show Report");
  const report = await pageWith("unknown key");
  assert.equal(await report.locator("script").count(), 0, "the report has no script");
  step("the report is beside the file");

  await page.locator('.tab[data-resource-name="values.yaml"]').click();
  await page.locator(".monaco-editor .view-line", { hasText: "replicaCont:" }).getByText("replicaCont").click();
  if (picture) {
    await page.locator(".monaco-editor .view-line", { hasText: "replicaCont:" }).getByText("replicaCont").hover();
    await page.locator(".monaco-hover", { hasText: "unknown key" }).first().waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: picture });
    step("the picture is taken");
  }
  await page.keyboard.press("Control+.");
  const fix = page.locator(".action-widget .monaco-list-row", { hasText: "replicaCount" }).first();
  await fix.waitFor();
  // The list takes keys, and nothing but keys while it fades in.
  const focused = page.locator(".action-widget .monaco-list-row.focused");
  await until("the fix is selected", async () => {
    const isSelected = (await focused.innerText()).includes("replicaCount");
    await page.keyboard.press(isSelected ? "Enter" : "ArrowDown");
    return isSelected;
  });
  await page.locator(".monaco-editor .view-line", { hasText: "replicaCount: 5" }).waitFor();
  await page.keyboard.press("Control+S");
  await until("the fix is saved", () => readFileSync(file, "utf8") === MISTAKES.replace("replicaCont:", "replicaCount:"));
  await until("the finding is gone", async () => (await problems.getByText("unknown key `replicaCont`").count()) === 0);
  step("the quick fix is applied and saved, and the finding is gone");

  await until("the report is made again", async () => {
    const pages = await Promise.all(await shown());
    return pages.some(({ text }) => text.includes("write quorum 3")) && !pages.some(({ text }) => text.includes("unknown key"));
  });
  step("the report is made again");

  writeFileSync(file, "broker:\n  replicaCount: 5\n");
  await command("pulsarc: Show Changes since the Last Commit");
  await pageWith("StatefulSet/pulsar-broker");
  step("the changes since the last commit are shown");

  await command("pulsarc: Explain a Code");
  await page.locator(".quick-input-widget input").fill("PUL0101");
  await page.keyboard.press("Enter");
  await pageWith("inconsistent ledger quorums");
  step("a code is explained");
  console.log(`${steps} passed, 0 failed`);
} catch (error) {
  await page.screenshot({ path: join(tools, "failed.png") });
  console.error(`the editor at that moment: ${join(tools, "failed.png")}`);
  throw error;
} finally {
  await browser.close();
}
