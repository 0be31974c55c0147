#!/usr/bin/env python3
"""Validates what pulsarc emits against the schemas of Kubernetes, strictly: an unknown field is an error.

usage: kubernetes_schemas.py PULSARC VERSION[,VERSION...] CONFIG...

Kinds of cert-manager and of the monitoring operators have no schema in Kubernetes and are left out. Needs
kubernetes-validate and PyYAML.
"""
import subprocess
import sys

import kubernetes_validate
import yaml

OTHERS = ("cert-manager.io/", "monitoring.coreos.com/", "operator.victoriametrics.com/")


def main():
    pulsarc, versions, configs = sys.argv[1], sys.argv[2].split(","), sys.argv[3:]
    validated, wrong = 0, []
    for config in configs:
        for version in versions:
            run = subprocess.run([pulsarc, "build", config, "--kube-version", version], capture_output=True, text=True)
            if run.returncode:
                wrong.append(f"{config}: does not build:\n{run.stderr}")
                break
            for thing in yaml.safe_load_all(run.stdout):
                if thing["apiVersion"].startswith(OTHERS):
                    continue
                try:
                    kubernetes_validate.validate(thing, version, strict=True)
                    validated += 1
                except Exception as error:
                    name = f"{thing['kind']}/{thing['metadata']['name']}"
                    wrong.append(f"{config}: {name} for {version}: {str(error)[:300]}")
    print(f"schemas: {validated} objects of {len(configs)} configurations validated, {len(wrong)} wrong")
    for line in wrong[:20]:
        print("  " + line)
    return 1 if wrong else 0


sys.exit(main())
