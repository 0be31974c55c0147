import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { codesOf } from "../src/codes";
import { initializationOptions, servesNickel, settings } from "../src/settings";
import { editor } from "./vscode";

const nickel = { name: "other", main: "main.js", contributes: { languages: [{ id: "nickel" }] } };

describe("the settings", () => {
  beforeEach(() => {
    editor.settings = {};
    editor.extensions = [];
  });

  it("have defaults", () => {
    assert.deepEqual(settings(), { path: "", values: "recognised", nls: false });
  });

  it("become initialization options", () => {
    editor.settings = { "pulsarc.path": " /p ", "pulsarc.values": "all", "pulsarc.nls": "on" };
    assert.equal(settings().path, "/p");
    assert.deepEqual(initializationOptions(settings()), { values: "all", nls: true });
  });

  it("find another server for Nickel among the extensions", () => {
    editor.extensions = [{ packageJSON: { name: "pulsarc", main: "x", contributes: nickel.contributes } }];
    assert.equal(settings().nls, false);
    editor.extensions.push({ packageJSON: nickel });
    assert.equal(settings().nls, true);
    editor.settings = { "pulsarc.nls": "off" };
    assert.equal(settings().nls, false);
  });

  it("ignore extensions that only highlight", () => {
    assert.ok(!servesNickel({ name: "colours", contributes: nickel.contributes }));
    assert.ok(!servesNickel({ name: "other", main: "x", contributes: { languages: [{ id: "yaml" }] } }));
    assert.ok(!servesNickel({}));
  });
});

describe("codes of diagnostics", () => {
  it("are pulsarc's, each once", () => {
    const diagnostics = [{ code: "PUL0101" }, { code: { value: "PUL0002" } }, { code: 7 }, {}, { code: "PUL0101" }, { code: "PUL1" }];
    assert.deepEqual(codesOf(diagnostics), ["PUL0101", "PUL0002"]);
  });
});
