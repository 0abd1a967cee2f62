#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_broken.py PROGRAM: with a docker-registry, or an opa, that ends at once the demo fails and names the step that needs it."""
import os
import subprocess
import sys
import tempfile

DEMO = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "run")
# Which program is broken, the step up to which the demo runs, the step that has to fail.
CASES = [("docker-registry", "practice", "Start with nothing configured"), ("opa", "build", "Open a folder and build it")]


def main():
    for name, until, step in CASES:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write("#!/bin/sh\nexit 1\n")
            os.chmod(path, 0o755)
            env = dict(os.environ, PATH=folder + os.pathsep + os.environ["PATH"])
            done = subprocess.run([sys.executable, DEMO, "--program", sys.argv[1], "--until", until, "--out", os.path.join(folder, "out")],
                                  env=env, capture_output=True, text=True, timeout=240, check=False)
        if done.returncode != 1 or f"“{step}”" not in done.stderr:
            sys.exit(f"with a broken {name} the demo ended with {done.returncode}, not naming “{step}”:\n{done.stdout}\n{done.stderr}")
        print(f"ok: {name}: {done.stderr.strip()[:200]}")


if __name__ == "__main__":
    main()
