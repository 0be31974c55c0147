import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { changes, diffArguments, fenced, inline, layersAt } from "../src/changes";
import { alone } from "../src/configurations";
import { placeIn, withLastCommit } from "../src/revision";

describe("the arguments of diff", () => {
  it("are the layers of both sides and the target", () => {
    const configuration = { name: "prod", layers: ["/r/a.yaml", "/r/-b.yaml"], namespace: null, release: "r" };
    assert.deepEqual(diffArguments(["/t/a.yaml"], configuration, "/r"), [
      "diff", "--quiet", "--format", "markdown", "--release", "r",
      "--from=/t/a.yaml", "--to=a.yaml", "--to=-b.yaml",
    ]);
  });
});

describe("a place in the copy", () => {
  const revision = { folder: "/t", repository: "/r" };

  it("is known for files of the repository", () => {
    assert.equal(placeIn(revision, "/r/a/b.yaml"), "/t/a/b.yaml");
    assert.equal(placeIn(revision, "/r/..a.yaml"), "/t/..a.yaml");
  });

  it("is unknown outside of it", () => {
    assert.equal(placeIn(revision, "/rr/a.yaml"), undefined);
    assert.equal(placeIn(revision, "/r"), undefined);
  });

  it("leaves out layers that are new, and keeps those outside", () => {
    const exists = (path: string) => path !== "/t/new.yaml";
    assert.deepEqual(layersAt(revision, ["/r/a.yaml", "/r/new.yaml", "/shared/b.yaml"], exists), ["/t/a.yaml", "/shared/b.yaml"]);
  });
});

describe("Markdown", () => {
  it("has no meaning in names", () => {
    assert.equal(inline("a_b <img> `c`"), "a\\_b \\<img\\> \\`c\\`");
  });

  it("has fences longer than those of its text", () => {
    assert.equal(fenced("a\n```\nb"), "````text\na\n```\nb\n````");
    assert.equal(fenced("a"), "```text\na\n```");
  });
});

describe("changes since the last commit", () => {
  let folder: string;
  let repository: string;
  let binary: string;
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@example.com", "-c", "commit.gpgsign=false", ...args], { cwd: repository, stdio: "pipe" });
  const copies = async () => (await readdir(tmpdir())).filter((name) => /^pulsarc-[A-Za-z0-9]{6}$/.test(name)).length;

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), "pulsarc-test-")));
    repository = join(folder, "repository");
    await mkdir(join(repository, "clusters"), { recursive: true });
    git("init", "--quiet");
    await writeFile(join(repository, "clusters", "values.yaml"), "old\n");
    await writeFile(join(repository, "shared.yaml"), "shared\n");
    git("add", ".");
    git("commit", "--quiet", "--message", "First *commit*");
    await writeFile(join(repository, "clusters", "values.yaml"), "new\n");
    await writeFile(join(repository, "clusters", "extra.yaml"), "extra\n");
    binary = join(folder, "pulsarc");
    // Prints the contents of both sides, and the file beside the first one.
    const script = `#!/bin/sh
[ -n "$FAIL" ] && { echo "error: $FAIL" >&2; exit 2; }
for a; do
  file=\${a#*=}
  case $a in
    --from=*) echo "from $(cat "$file"), $(cat "$(dirname "$file")/../shared.yaml")" && ls -d "$(dirname "$file")/../.git" >/dev/null || exit 3;;
    --to=*) echo "to $(cat "$file")";;
  esac
done
exit 1
`;
    await writeFile(binary, script);
    await chmod(binary, 0o755);
  });
  after(() => rm(folder, { recursive: true }));

  it("compare the committed files with the files on disk", async () => {
    const before = await copies();
    const layers = ["values.yaml", "extra.yaml"].map((name) => join(repository, "clusters", name));
    const text = await changes(binary, { name: "prod", layers, namespace: null, release: null });
    assert.match(text, /^# prod: changes since [0-9a-f]+ First \\\*commit\\\*\n\n/);
    assert.match(text, /\nfrom old, shared\nto new\nto extra\n$/);
    assert.equal(await copies(), before, "the copy is removed");
    assert.equal(String(git("status", "--porcelain")), " M clusters/values.yaml\n?? clusters/extra.yaml\n");
  });

  it("say why the sides cannot be compared", async () => {
    process.env["FAIL"] = "it is wrong";
    const text = await changes(binary, alone(join(repository, "clusters", "values.yaml")));
    delete process.env["FAIL"];
    assert.match(text, /cannot be compared[^]*```text\nerror: it is wrong\n```/);
  });

  it("need a file of the last commit", async () => {
    const path = join(repository, "clusters", "extra.yaml");
    await assert.rejects(changes(binary, alone(path)), /has no file of extra\.yaml/);
  });

  it("need a repository", async () => {
    await assert.rejects(withLastCommit(join(folder, "values.yaml"), async () => undefined), /not a git repository/);
  });

  it("run no hook", async () => {
    const hook = join(repository, ".git", "hooks", "post-checkout");
    await writeFile(hook, `#!/bin/sh\ntouch "${folder}/hooked"\n`);
    await chmod(hook, 0o755);
    await withLastCommit(join(repository, "shared.yaml"), async () => undefined);
    assert.ok(!(await readdir(folder)).includes("hooked"));
  });
});
