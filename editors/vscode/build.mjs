// Bundles the extension into dist/extension.js, or with `test` each test file into out/.
import { build } from "esbuild";
import { readdirSync } from "node:fs";

const options = process.argv.slice(2);
const shared = { bundle: true, platform: "node", target: "node20", logLevel: "warning" };

if (options.includes("test")) {
  const tests = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
  await build({
    ...shared,
    entryPoints: tests.map((name) => `test/${name}`),
    outdir: "out",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    sourcemap: "inline",
    // Tests run in Node, where the editor's own module does not exist.
    alias: { vscode: "./test/vscode.ts" },
  });
} else {
  await build({
    ...shared,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    format: "cjs",
    external: ["vscode"],
    minify: options.includes("--minify"),
  });
}
