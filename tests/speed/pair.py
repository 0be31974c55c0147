#!/usr/bin/env python3
"""Times pulsarc beside what else does the job: the same input, one after the other, many times over.

    tests/speed/pair.py --chart CHART --values VALUES [--runs 21] [--check] [--instructions]

The commands are interleaved, so that a machine that slows down slows all of them. Printed are medians of wall time, CPU
time and peak memory, and the ratios to `helm template`. `--check` fails where a bound of docs/speed.md is lost;
`--instructions` counts them with callgrind, which no other load on the machine changes. It needs Python alone; helm,
nickel and valgrind are used where they are there.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# What docs/speed.md promises, as shares of what `helm template` takes.
WALL_BOUND, MEMORY_BOUND = 1 / 10, 1 / 3


def run(command):
    """Wall seconds, CPU seconds and peak MiB of one run."""
    with open(os.devnull, "wb") as nowhere:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit status {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def commands(arguments, folder):
    pulsarc = arguments.pulsarc
    found = {
        "pulsarc build VALUES": [pulsarc, "build", arguments.values],
        "pulsarc check VALUES": [pulsarc, "check", arguments.values],
        "pulsarc build .ncl": [pulsarc, "build", os.path.join(ROOT, "examples/function-worker.ncl")],
        "pulsarc build default": [pulsarc, "build", os.path.join(ROOT, "examples/minimal.ncl")],
    }
    if shutil.which(arguments.helm) and arguments.chart:
        found["helm template VALUES"] = [arguments.helm, "template", "pulsar", arguments.chart, "-f", arguments.values,
                                        "--kube-version", "1.33.0"]
    if shutil.which(arguments.nickel):
        project = os.path.join(folder, "project")
        subprocess.run([pulsarc, "init", project], check=True, stdin=subprocess.DEVNULL, capture_output=True)
        found["nickel export .ncl"] = [arguments.nickel, "export", os.path.join(project, "cluster.ncl")]
    return found


def instructions(command):
    with tempfile.NamedTemporaryFile() as out:
        counted = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", *command],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
        )
    line = next(line for line in counted.stderr.splitlines() if "Collected" in line or "refs:" in line)
    return int(line.split(":")[1].strip().replace(",", ""))


def main():
    parser = argparse.ArgumentParser(description="Times pulsarc beside helm and nickel.")
    parser.add_argument("--values", required=True, help="values that both pulsarc and the chart take")
    parser.add_argument("--chart", help="the Helm chart of Apache Pulsar, unpacked")
    parser.add_argument("--pulsarc", default=os.path.join(ROOT, "target/release/pulsarc"))
    parser.add_argument("--helm", default="helm")
    parser.add_argument("--nickel", default="nickel")
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--check", action="store_true", help="fail where a bound is lost")
    parser.add_argument("--instructions", action="store_true", help="count instructions with callgrind too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        jobs = commands(arguments, folder)
        measured = {name: [] for name in jobs}
        for command in jobs.values():
            run(command)
        for _ in range(arguments.runs):
            for name, command in jobs.items():
                measured[name].append(run(command))
        medians = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in measured.items()}
        helm = medians.get("helm template VALUES")
        print(f"{'':32}{'wall ms':>10}{'CPU ms':>10}{'MiB':>8}   of helm's wall, memory")
        lost = []
        for name, (wall, cpu, memory) in medians.items():
            shares = ""
            if helm:
                shares = f"   {wall / helm[0]:.3f}, {memory / helm[2]:.3f}"
                if name.startswith("pulsarc") and (wall / helm[0] > WALL_BOUND or memory / helm[2] > MEMORY_BOUND):
                    lost.append(name)
            print(f"{name:32}{wall * 1000:10.1f}{cpu * 1000:10.1f}{memory:8.1f}{shares}")
        if arguments.instructions:
            for name in (name for name in jobs if name.startswith("pulsarc")):
                print(f"{name:32}{instructions(jobs[name]) / 1e6:10.1f} million instructions")
    if arguments.check and (lost or not helm):
        sys.exit(f"lost bounds: {', '.join(lost)}" if helm else "there is no helm or no chart to compare with")


if __name__ == "__main__":
    main()
