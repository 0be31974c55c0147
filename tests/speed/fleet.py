#!/usr/bin/env python3
"""Times fleets of many different clusters: the first run, one with nothing changed, and one with one cluster changed.

    tests/speed/fleet.py [--sizes 10,100,1000] [--check]

Printed are CPU time a cluster, wall time, and the largest process's peak memory. The clusters differ in their names, sizes
and settings, and every second runs the function worker. `--check` fails where a bound of docs/speed.md is lost. The fleet
and what is built lie in a new folder that is removed at the end; `--folder` says where that is made.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# What docs/speed.md promises.
MILLISECONDS_A_CLUSTER, SECONDS_AFTER_A_CHANGE, MEBIBYTES, LINEAR = 2.0, 1.0, 300, 1.5


def values(number, brokers=None):
    return f"""clusterName: cluster-{number}
components:
  function_worker: {'true' if number % 2 else 'false'}
broker:
  replicaCount: {brokers or 3 + number % 5}
  configData:
    defaultRetentionTimeInMinutes: "{number}"
bookkeeper:
  replicaCount: {4 + number % 4}
  volumes:
    journal:
      size: {10 + number % 50}Gi
proxy:
  replicaCount: {2 + number % 3}
"""


def write(fleet, number, brokers=None):
    folder = os.path.join(fleet, f"r{number % 20}", f"c{number}")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "values.yaml"), "w", encoding="utf-8") as file:
        file.write(values(number, brokers))


class Run:
    """One run: CPU and wall seconds, and the peak MiB of its largest process."""

    def __init__(self, command, environment):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        self.wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.memory = after.ru_maxrss / 1024
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}: exit status {done.returncode}\n{done.stderr[-2000:]}")


def measure(arguments, size, folder):
    fleet, out = os.path.join(folder, f"fleet-{size}"), os.path.join(folder, f"out-{size}")
    for number in range(size):
        write(fleet, number)
    environment = dict(os.environ, XDG_CACHE_HOME=os.path.join(folder, f"cache-{size}"))
    build = [arguments.pulsarc, "build", "--fleet", fleet, "-o", out]
    check = [arguments.pulsarc, "check", "--fleet", fleet, "--no-cache"]
    runs = {
        "check": Run(check, environment),
        "build": Run([*build, "--no-cache"], environment),
        "build, and kept in the cache": Run(build, environment),
        "nothing changed": Run(build, environment),
    }
    write(fleet, size // 2, brokers=9)
    runs["one changed"] = Run(build, environment)
    return runs


def main():
    parser = argparse.ArgumentParser(description="Times fleets of pulsarc's.")
    parser.add_argument("--pulsarc", default=os.path.join(ROOT, "target/release/pulsarc"))
    parser.add_argument("--sizes", default="10,100,1000", help="how many clusters, apart by commas")
    parser.add_argument("--folder", help="where the fleets are made")
    parser.add_argument("--check", action="store_true", help="fail where a bound is lost")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    lost, each = [], {}
    print(f"{'clusters':>8}  {'job':28} {'CPU ms each':>11} {'wall s':>8} {'MiB':>6}")
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        for size in sizes:
            for job, run in measure(arguments, size, folder).items():
                a_cluster = run.cpu / size * 1000
                each.setdefault(job, {})[size] = a_cluster
                print(f"{size:8}  {job:28} {a_cluster:11.2f} {run.wall:8.2f} {run.memory:6.0f}")
                if run.memory > MEBIBYTES:
                    lost.append(f"memory of {size}, {job}")
                # Of a small fleet most is the start of processes.
                if size >= 1000 and job in ("check", "build") and a_cluster > MILLISECONDS_A_CLUSTER:
                    lost.append(f"CPU of {size}, {job}")
                if size == 1000 and job == "one changed" and run.wall > SECONDS_AFTER_A_CHANGE:
                    lost.append(f"time of {size}, {job}")
    for job, by_size in each.items():
        # A cluster of a larger fleet costs no more; less it may, since the start of processes is shared by more.
        large = [by_size[size] for size in sorted(sizes) if size >= 100]
        grows = any(cost > LINEAR * min(large[:index]) for index, cost in enumerate(large) if index > 0)
        if job in ("check", "build") and grows:
            lost.append(f"linear growth, {job}")
    if lost:
        print("lost bounds:", "; ".join(lost))
    if lost and arguments.check:
        sys.exit(1)


if __name__ == "__main__":
    main()
