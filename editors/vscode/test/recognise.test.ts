import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hasModeline, projectOf, startsServer } from "../src/recognise";

const nothing = () => false;

describe("a modeline", () => {
  for (const text of ["# pulsarc: values", "#pulsarc:values\n", "## pulsarc : values", "---\r\n#  pulsarc: values  \r\na: 1", "\n\n\n\n# pulsarc: values"]) {
    it(`is in ${JSON.stringify(text)}`, () => assert.ok(hasModeline(text)));
  }
  for (const text of ["", "pulsarc: values", "# pulsarc: value", "a: b # pulsarc: values", "# see pulsarc: values", "\n\n\n\n\n# pulsarc: values"]) {
    it(`is not in ${JSON.stringify(text)}`, () => assert.ok(!hasModeline(text)));
  }
});

describe("a project", () => {
  it("is the nearest folder with pulsarc.toml", () => {
    const files = ["/a/pulsarc.toml", "/a/b/pulsarc.toml"];
    assert.equal(projectOf("/a/b/c/values.yaml", (path) => files.includes(path)), "/a/b");
    assert.equal(projectOf("/a/values.yaml", (path) => files.includes(path)), "/a");
    assert.equal(projectOf("/other/values.yaml", (path) => files.includes(path)), undefined);
  });
});

describe("the server starts", () => {
  const yaml = { languageId: "yaml", path: "/a/values.yaml", head: "broker: {}\n" };

  it("for Nickel and Pulsar values", () => {
    assert.ok(startsServer({ ...yaml, languageId: "nickel" }, "recognised", nothing));
    assert.ok(startsServer({ ...yaml, languageId: "pulsar-values", path: undefined }, "recognised", nothing));
  });

  it("for YAML with a modeline, in a project, or by the setting", () => {
    assert.ok(!startsServer(yaml, "recognised", nothing));
    assert.ok(startsServer({ ...yaml, head: "# pulsarc: values\n" }, "recognised", nothing));
    assert.ok(startsServer(yaml, "recognised", (path) => path === "/a/pulsarc.toml"));
    assert.ok(startsServer(yaml, "all", nothing));
  });

  it("for an unsaved document with a modeline", () => {
    assert.ok(!startsServer({ ...yaml, path: undefined }, "recognised", () => true));
    assert.ok(startsServer({ ...yaml, path: undefined, head: "# pulsarc: values" }, "recognised", nothing));
  });

  it("for no other language", () => {
    for (const languageId of ["json", "helm", "plaintext"]) {
      assert.ok(!startsServer({ ...yaml, languageId, head: "# pulsarc: values" }, "all", () => true), languageId);
    }
  });
});
