#!/usr/bin/env python3
"""Types into configurations as people do, and times the language server: from an edit to the findings about it.

    tests/speed/typing.py [--edits 20000] [--large VALUES] [--binary PULSARC] [--check]

Each file of the corpora is opened, edited character by character (lines are typed, taken back, and changed), with
completion and hover asked for in between, and closed. Printed are the median and the 99th percentile of the latency, and the
memory of the server with its child process, at the start, at the end and at most. `--large` also edits one large file of
values, as often as the others together count a hundredth. `--check` fails where a bound of docs/speed.md is lost. The same
numbers follow from the same seed.
"""

import argparse
import json
import os
import queue
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# What docs/speed.md promises: milliseconds from an edit of a large file to its findings, in the median, and MiB.
LARGE_MILLISECONDS, MEBIBYTES = 60, 150
CORPORA = ("examples", "tests/diagnostics", "tests/everyday", "tests/corpora", "crates/rules/src")
EDITS_A_FILE = 100


class Server:
    """A running server, and what it has published."""

    def __init__(self, binary, folder):
        environment = dict(os.environ, XDG_CACHE_HOME=os.path.join(folder, ".cache"))
        self.process = subprocess.Popen(
            [binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env=environment
        )
        self.messages, self.asked = queue.Queue(), 0
        threading.Thread(target=self.read, daemon=True).start()
        root = {"rootUri": "file://" + folder, "initializationOptions": {"values": "all"}, "capabilities": {}}
        self.request("initialize", root)
        self.notify("initialized", {})

    def read(self):
        output = self.process.stdout
        while True:
            length = 0
            while line := output.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                self.messages.put(None)
                return
            body = output.read(length)
            self.messages.put((time.perf_counter(), json.loads(body)))

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def next(self):
        message = self.messages.get(timeout=120)
        if message is None:
            sys.exit(f"the server has ended with {self.process.wait()}")
        return message

    def request(self, method, parameters):
        self.asked += 1
        self.send({"id": self.asked, "method": method, "params": parameters})
        while True:
            at, message = self.next()
            if message.get("id") == self.asked and "method" not in message:
                if "error" in message:
                    sys.exit(f"{method}: {message['error']}")
                return at

    def published(self, uri, version):
        while True:
            at, message = self.next()
            parameters = message.get("params") or {}
            is_it = message.get("method") == "textDocument/publishDiagnostics" and parameters["uri"] == uri
            if is_it and parameters.get("version") == version:
                return at

    def memory(self, key):
        """MiB of the server and of the process that evaluates code for it."""
        own = str(self.process.pid)
        children = open(f"/proc/{own}/task/{own}/children", encoding="ascii").read().split()
        for task in os.listdir(f"/proc/{own}/task"):
            try:
                children += open(f"/proc/{own}/task/{task}/children", encoding="ascii").read().split()
            except FileNotFoundError:
                pass
        total = 0
        for process in {own, *children}:
            try:
                lines = open(f"/proc/{process}/status", encoding="utf-8").read().splitlines()
            except FileNotFoundError:
                continue
            total += sum(int(line.split()[1]) for line in lines if line.startswith(key + ":"))
        return total / 1024


class Editor:
    """A file that is open, as somebody edits it."""

    def __init__(self, server, path, text, rng):
        self.server, self.path, self.rng = server, path, rng
        self.uri, self.lines, self.version = "file://" + path, text.split("\n"), 1
        language = "nickel" if path.endswith(".ncl") else "yaml"
        document = {"uri": self.uri, "languageId": language, "version": 1, "text": text}
        server.notify("textDocument/didOpen", {"textDocument": document})
        server.published(self.uri, 1)
        self.typed, self.place = [], (0, 0)

    def edit(self):
        """One keystroke; the seconds until its findings are there."""
        if not self.typed:
            self.begin()
        kind, character = self.typed.pop(0)
        line, column = self.place
        text = self.lines[line]
        start = {"line": line, "character": utf16(text[:column])}
        if kind == "delete" and column > 0:
            end, start = start, {"line": line, "character": utf16(text[: column - 1])}
            change = {"range": {"start": start, "end": end}, "text": ""}
            self.lines[line] = text[: column - 1] + text[column:]
            self.place = (line, column - 1)
        elif kind == "newline":
            change = {"range": {"start": start, "end": start}, "text": "\n"}
            self.lines[line : line + 1] = [text[:column], text[column:]]
            self.place = (line + 1, 0)
        elif kind == "type":
            change = {"range": {"start": start, "end": start}, "text": character}
            self.lines[line] = text[:column] + character + text[column:]
            self.place = (line, column + 1)
        else:
            change = {"range": {"start": start, "end": start}, "text": ""}
        self.version += 1
        document = {"uri": self.uri, "version": self.version}
        begin = time.perf_counter()
        self.server.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        return self.server.published(self.uri, self.version) - begin

    def begin(self):
        """Decides what is done next: a line is typed like another one, an end is taken back, or a value is changed."""
        line = self.rng.randrange(len(self.lines))
        other = self.rng.choice(self.lines)[:40]
        what = self.rng.random()
        if what < 0.5:
            self.place = (line, len(self.lines[line]))
            self.typed = [("newline", "")] + [("type", character) for character in other]
        elif what < 0.75:
            self.place = (line, len(self.lines[line]))
            self.typed = [("delete", "")] * min(len(self.lines[line]), self.rng.randint(1, 12)) or [("none", "")]
        else:
            self.place = (line, self.rng.randint(0, len(self.lines[line])))
            self.typed = [("type", character) for character in self.rng.choice(["1", "true", "x", ":", "{", '"'])]

    def ask(self):
        line, column = self.place
        column = utf16(self.lines[line][:column])
        place = {"textDocument": {"uri": self.uri}, "position": {"line": line, "character": column}}
        begin = time.perf_counter()
        completed = self.server.request("textDocument/completion", place) - begin
        begin = time.perf_counter()
        return completed, self.server.request("textDocument/hover", place) - begin

    def close(self):
        self.server.notify("textDocument/didClose", {"textDocument": {"uri": self.uri}})


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


def corpus():
    found = []
    for corpus_folder in CORPORA:
        for folder, _, names in sorted(os.walk(os.path.join(ROOT, corpus_folder))):
            found += [os.path.join(folder, name) for name in sorted(names) if name.endswith((".yaml", ".ncl"))]
    return found


def row(name, seconds):
    milliseconds = sorted(1000 * second for second in seconds)
    last = milliseconds[min(len(milliseconds) - 1, len(milliseconds) * 99 // 100)]
    print(f"| {name} | {len(milliseconds)} | {statistics.median(milliseconds):.1f} ms | {last:.1f} ms |")
    return statistics.median(milliseconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=20_000)
    parser.add_argument("--large")
    parser.add_argument("--binary", default=os.path.join(ROOT, "target", "release", "pulsarc"))
    parser.add_argument("--seed", type=int, default=19)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    arguments.binary = os.path.abspath(arguments.binary)
    rng, files = random.Random(arguments.seed), corpus()
    edits, completions, hovers, large = {"YAML": [], "Nickel": []}, [], [], []
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        server = Server(arguments.binary, folder)
        first, most, done = None, 0.0, 0
        while done < arguments.edits:
            original = rng.choice(files)
            try:
                text = open(original, encoding="utf-8").read()
            except UnicodeDecodeError:
                continue
            path = os.path.join(folder, str(done), "it" + os.path.splitext(original)[1])
            os.mkdir(os.path.dirname(path))
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            editor = Editor(server, path, text, rng)
            if first is None:
                editor.ask()
                first = server.memory("VmRSS")
            for at in range(min(EDITS_A_FILE, arguments.edits - done)):
                edits["Nickel" if path.endswith(".ncl") else "YAML"].append(editor.edit())
                done += 1
                if at % 10 == 9:
                    completed, hovered = editor.ask()
                    completions.append(completed)
                    hovers.append(hovered)
            editor.close()
            most = max(most, server.memory("VmRSS"))
        if arguments.large:
            text = open(arguments.large, encoding="utf-8").read()
            path = os.path.join(folder, "large.yaml")
            editor = Editor(server, path, text, rng)
            large = [editor.edit() for _ in range(max(20, arguments.edits // 100))]
            editor.close()
        last, peak = server.memory("VmRSS"), max(most, server.memory("VmRSS"))
    print("| from an edit to | number | median | 99th percentile |\n|---|---|---|---|")
    for language, seconds in edits.items():
        if seconds:
            row(f"the findings in {language}", seconds)
    usual = row(f"the findings in a file of {len(editor.lines)} lines", large) if large else 0.0
    row("a completion", completions)
    row("a hover", hovers)
    print(f"\nMemory: {first:.0f} MiB at the start, {last:.0f} MiB at the end, {peak:.0f} MiB at most.")
    if arguments.check and (usual > LARGE_MILLISECONDS or peak > MEBIBYTES):
        sys.exit("a bound of docs/speed.md is lost")


if __name__ == "__main__":
    main()
