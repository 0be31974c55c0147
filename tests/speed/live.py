#!/usr/bin/env python3
"""Times `plan` and `apply` on a real API server, beside kubectl on the same manifests.

    cargo build --package pulsarc-e2e-kubernetes --bin pulsarc-e2e-lab
    tests/speed/live.py [--pulsarc target/release/pulsarc] [--runs 15] [--fleet 10,50,100] [--check]

The commands are interleaved, so that a machine that slows down slows all of them. Printed are medians of wall time, CPU
time (user and system, without the server's) and peak memory. `--check` fails where a bound of docs/live.md is lost. It
needs Go, which builds the API server and kubectl.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CONFIG = os.path.join(ROOT, "examples/function-worker.ncl")
# What docs/live.md promises, as shares of what kubectl takes.
PLAN_WALL, PLAN_CPU, APPLY_WALL = 0.6, 1 / 3, 0.5
# A fleet's time for a cluster may grow by this factor, and its peak memory by this one, from the smallest to the largest.
LINEAR, FLAT = 1.5, 1.5


def run(command, expected=(0,)):
    """Wall seconds, CPU seconds and peak MiB of one run."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in expected:
            said.seek(0)
            text = said.read().decode(errors="replace")[-4000:]
            sys.exit(f"{' '.join(command)}: exit status {process.returncode}\n{text}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, arguments, folder, kubeconfig, kubectl):
        self.pulsarc, self.runs, self.folder = arguments.pulsarc, arguments.runs, folder
        self.kubeconfig, self.kubectl = kubeconfig, kubectl

    def ours(self, command, namespace, *more):
        return [self.pulsarc, command, CONFIG, "--kubeconfig", self.kubeconfig, "--namespace", namespace, *more]

    def theirs(self, command, manifests, *more):
        return [self.kubectl, "--kubeconfig", self.kubeconfig, command, "--server-side", "-f", manifests, *more]

    def namespace(self, name):
        """Creates a namespace and answers with the file of the manifests for it."""
        subprocess.run([self.kubectl, "--kubeconfig", self.kubeconfig, "create", "namespace", name], check=True,
                       capture_output=True)
        file = os.path.join(self.folder, f"{name}.yaml")
        built = subprocess.run([self.pulsarc, "build", CONFIG, "--namespace", name], check=True, capture_output=True,
                               cwd=ROOT)
        with open(file, "wb") as to:
            to.write(built.stdout)
        return file

    def pairs(self, pair):
        """Runs both sides in turn and answers with the medians of both."""
        ours, theirs = [], []
        for number in range(self.runs):
            for side, command in zip((ours, theirs), pair(number)):
                side.append(run(command))
        return tuple(tuple(map(statistics.median, zip(*side))) for side in (ours, theirs))


def row(title, side):
    wall, cpu, memory = side
    print(f"| {title} | {wall * 1000:.0f} ms | {cpu * 1000:.0f} ms | {memory:.0f} MiB |")


def compare(bench, failed):
    print("\n| command | wall time | CPU time | peak memory |\n|---|---|---|---|")
    planned, diffed = bench.namespace("planned"), bench.namespace("diffed")
    del planned
    run(bench.ours("apply", "planned", "--yes", "--no-wait"))
    run(bench.theirs("apply", diffed))
    ours, theirs = bench.pairs(lambda _: (bench.ours("plan", "planned"), bench.theirs("diff", diffed)))
    row("`pulsarc plan`, nothing changed", ours)
    row("`kubectl diff --server-side`, nothing changed", theirs)
    if ours[0] > PLAN_WALL * theirs[0]:
        failed.append(f"plan takes {ours[0] / theirs[0]:.2f} of kubectl's wall time, not {PLAN_WALL:.2f}")
    if ours[1] > PLAN_CPU * theirs[1]:
        failed.append(f"plan takes {ours[1] / theirs[1]:.2f} of kubectl's CPU time, not {PLAN_CPU:.2f}")
    files = {}
    for number in range(bench.runs):
        bench.namespace(f"applied-{number}")
        files[number] = bench.namespace(f"by-kubectl-{number}")
    ours, theirs = bench.pairs(lambda number: (
        bench.ours("apply", f"applied-{number}", "--yes", "--no-wait"), bench.theirs("apply", files[number])))
    row("`pulsarc apply --no-wait`, everything new", ours)
    row("`kubectl apply --server-side`, everything new", theirs)
    if ours[0] > APPLY_WALL * theirs[0]:
        failed.append(f"apply takes {ours[0] / theirs[0]:.2f} of kubectl's wall time, not {APPLY_WALL:.2f}")
    ours, theirs = bench.pairs(lambda number: (
        bench.ours("apply", f"applied-{number}", "--yes", "--no-wait"), bench.theirs("apply", files[number])))
    row("`pulsarc apply --no-wait`, nothing changed", ours)
    row("`kubectl apply --server-side`, nothing changed", theirs)


def fleets(bench, sizes, failed):
    print("\n| `pulsarc plan --fleet` | wall time | a cluster | peak memory |\n|---|---|---|---|")
    measured = []
    for size in sizes:
        folder = os.path.join(bench.folder, f"fleet-{size}")
        os.makedirs(folder)
        for number in range(size):
            with open(os.path.join(folder, f"cluster-{number}.yaml"), "w") as to:
                json.dump({"namespace": f"fleet-{size}-{number}", "namespaceCreate": True,
                           "components": {"function_worker": number % 2 == 0},
                           "broker": {"replicaCount": 3 + number % 5}}, to)
        command = [bench.pulsarc, "plan", "--fleet", folder, "--kubeconfig", bench.kubeconfig]
        wall, _, memory = run(command, expected=(0, 1))
        measured.append((wall / size, memory))
        print(f"| {size} clusters | {wall:.2f} s | {wall / size * 1000:.0f} ms | {memory:.0f} MiB |")
    if measured and measured[-1][0] > LINEAR * measured[0][0]:
        failed.append("the time of a fleet is not linear")
    if measured and measured[-1][1] > FLAT * measured[0][1]:
        failed.append("the memory of a fleet is not flat")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pulsarc", default=os.path.join(ROOT, "target/debug/pulsarc"))
    parser.add_argument("--lab", default=os.path.join(ROOT, "target/debug/pulsarc-e2e-lab"))
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--fleet", default="10,50,100")
    parser.add_argument("--quick", action="store_true", help="etcd does not wait for the disk")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    arguments.pulsarc = os.path.abspath(arguments.pulsarc)
    storage = "quick" if arguments.quick else "durable"
    lab = subprocess.Popen([arguments.lab, "api", storage], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                           cwd=ROOT)
    failed = []
    try:
        kubeconfig, kubectl = (lab.stdout.readline().strip() for _ in range(2))
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(arguments, folder, kubeconfig, kubectl)
            compare(bench, failed)
            fleets(bench, [int(size) for size in arguments.fleet.split(",") if size], failed)
    finally:
        lab.stdin.close()
        lab.wait()
    for line in failed:
        print(line, file=sys.stderr)
    if arguments.check and failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
