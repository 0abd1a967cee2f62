# SPDX-License-Identifier: GPL-3.0-or-later
"""From exec to the first pixel, and memory two seconds later, with 10,000 tags and three registries, against a bare window of Qt
(bare.cpp), in turns; and how long the command line takes to say anything at all."""
import copy
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import tempfile

import measure

HERE = os.path.dirname(os.path.realpath(__file__))
DESKTOP = os.path.join(os.path.dirname(HERE), "support", "desktop.py")
TAGS = 10_000
REPETITIONS = 7
SETTINGS = """[General]
schema=1

[registries]
size=3
1\\host=one.invalid
1\\user=mira
1\\owners=acme
2\\host=two.invalid
2\\user=mira
2\\owners=acme, northwind
3\\host=three.invalid
3\\user=
3\\owners=
"""


def run(*command, **more):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, **more).stdout


def bare_window(folder):
    program = os.path.join(folder, "bare")
    flags = run("pkg-config", "--cflags", "--libs", "Qt6Widgets").split()
    run("g++", "-std=c++20", "-O2", "-fPIC", os.path.join(HERE, "bare.cpp"), "-o", program, *flags)
    return program


def write_blob(blobs, data):
    digest = hashlib.sha256(data).hexdigest()
    with open(os.path.join(blobs, digest), "wb") as file:
        file.write(data)
    return "sha256:" + digest


def many_tags(store, folder):
    """One image is built; its manifest is varied, so that each tag has a digest of its own."""
    policy = os.path.join(folder, "policy")
    os.makedirs(policy)
    with open(os.path.join(policy, "a.rego"), "w", encoding="utf-8") as file:
        file.write("package a\n\nallow := true\n")
    run("policydeskctl", "--store", store, "build", policy, "-t", "one.invalid/acme/rbac:0")
    blobs = os.path.join(store, "blobs", "sha256")
    with open(os.path.join(store, "index.json"), encoding="utf-8") as file:
        index = json.load(file)
    first = index["manifests"][0]
    with open(os.path.join(blobs, first["digest"].split(":")[1]), encoding="utf-8") as file:
        manifest = json.load(file)
    for number in range(1, TAGS):
        manifest.setdefault("annotations", {})["org.opencontainers.image.version"] = str(number)
        data = json.dumps(manifest, separators=(",", ":")).encode()
        entry = copy.deepcopy(first)
        entry["digest"], entry["size"] = write_blob(blobs, data), len(data)
        entry["annotations"]["org.opencontainers.image.ref.name"] = f"one.invalid/acme/package-{number % 100}:{number}"
        index["manifests"].append(entry)
    with open(os.path.join(store, "index.json"), "w", encoding="utf-8") as file:
        json.dump(index, file)
    known = json.loads(run("policydeskctl", "--json", "--store", store, "images"))
    if len(known) != TAGS:
        raise SystemExit(f"the store has {len(known)} tags, not {TAGS}")


def starter(folder, name, command):
    """Both are started by a script, with the settings of somebody who has worked with the program."""
    config = os.path.join(folder, "config")
    os.makedirs(os.path.join(config, "policydesk"), exist_ok=True)
    with open(os.path.join(config, "policydesk", "settings.ini"), "w", encoding="utf-8") as file:
        file.write(SETTINGS)
    program = os.path.join(folder, "start-" + name)
    with open(program, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\nXDG_CONFIG_HOME={config} exec {command}\n")
    os.chmod(program, 0o755)
    return program


def rows():
    with tempfile.TemporaryDirectory(prefix="pd-bench-") as folder:
        store = os.path.join(folder, "store")
        many_tags(store, folder)
        ours = starter(folder, "ours", f"{shutil.which('policydesk')} --store {store}")
        bare = starter(folder, "bare", bare_window(folder))
        told = run(DESKTOP, os.path.join(HERE, "startup_probe.py"), str(REPETITIONS), f"ours={ours}", f"bare={bare}")
        taken = json.loads(told.splitlines()[-1])
    median = {name: [statistics.median(column) for column in zip(*pairs)] for name, pairs in taken.items()}
    against = "a bare window of Qt with 1,000 rows"
    yield measure.Row("first pixel", "ms", median["ours"][0], 1.5, median["bare"][0], against)
    yield measure.Row("memory after 2 s", "MB", median["ours"][1], 2.5, median["bare"][1], against)
    yield measure.Row("policydeskctl version", "ms", measure.milliseconds(["policydeskctl", "version"]), goal=30)
