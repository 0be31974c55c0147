import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

const PROJECT = "../..";
const GRAMMAR = "syntaxes/nickel.tmLanguage.json";

describe("the grammar of Nickel", () => {
  let grammar: IGrammar;

  before(async () => {
    const wasm = createRequire(join(process.cwd(), "package.json")).resolve("vscode-oniguruma/release/onig.wasm");
    await loadWASM(new Uint8Array(readFileSync(wasm)).buffer);
    const registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: async () => parseRawGrammar(readFileSync(GRAMMAR, "utf8"), GRAMMAR),
    });
    const loaded = await registry.loadGrammar("source.nickel");
    assert.ok(loaded);
    grammar = loaded;
  });

  /** The innermost scope of each token of a line. */
  function scopes(line: string): Record<string, string> {
    const { tokens } = grammar.tokenizeLine(line, INITIAL);
    return Object.fromEntries(tokens.map((token) => [line.slice(token.startIndex, token.endIndex).trim(), token.scopes.at(-1) ?? ""]));
  }

  it("names what a configuration consists of", () => {
    const found = scopes(`let a-b = 'allow in { c.d | Number | default = 1.5, t = true } # end`);
    const expected = {
      let: "keyword.control.nickel",
      "a-b": "variable.other.property.nickel",
      "'allow": "constant.other.symbol.nickel",
      d: "variable.other.property.nickel",
      Number: "support.type.nickel",
      default: "storage.modifier.nickel",
      "1.5": "constant.numeric.nickel",
      true: "constant.language.nickel",
      "# end": "comment.line.number-sign.nickel",
    };
    for (const [token, scope] of Object.entries(expected)) {
      assert.equal(found[token], scope, token);
    }
  });

  it("knows code inside of texts, and quotes inside of long texts", () => {
    assert.equal(scopes(`"a %{if b then 1 else 2} c"`)["if"], "keyword.control.nickel");
    const long = scopes(`m%"a "quoted" %{let} word"% & true`);
    assert.equal(long["let"], "keyword.control.nickel");
    assert.equal(long["word"], "string.quoted.other.multiline.nickel");
    assert.equal(long["true"], "constant.language.nickel");
  });

  it("takes no part of a name for a keyword", () => {
    for (const name of ["letter", "in-sync", "is_default", "true'"]) {
      assert.equal(scopes(`[${name}]`)[name], "source.nickel", name);
    }
  });

  it("closes everything that a file of the project opens", () => {
    const folders = ["contracts", "lib", "examples"];
    const files = folders.flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ncl"))
        .map((name) => join(PROJECT, folder, name)),
    );
    assert.ok(files.length > 20);
    for (const file of files) {
      const lines = readFileSync(file, "utf8").split("\n");
      const end = lines.reduce((state, line) => grammar.tokenizeLine(line, state).ruleStack, INITIAL);
      assert.equal(end.depth, 1, file);
    }
  });
});
