#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long files and functions may be. The 95th percentile is for what is usual, the limit for all."""
import json
import os
import subprocess

import common

FILES = {".cpp": (400, 650), ".h": (130, 300)}  # usual, limit
FUNCTION = (35, 90)
MAIN_WINDOW = 400


def percentile(sizes):
    ordered = sorted(sizes)
    return ordered[int(0.95 * (len(ordered) - 1))] if ordered else 0


def functions(root, paths):
    """(path, line, name, length) of each function that has a body, as ctags sees them."""
    tags = subprocess.run(["ctags", "--output-format=json", "--fields=+ne", "--kinds-C++=f", "--language-force=C++", "-L", "-", "-f", "-"],
                          input="\n".join(paths), cwd=root, capture_output=True, text=True, check=True).stdout
    for line in tags.splitlines():
        tag = json.loads(line)
        if "end" in tag:
            yield tag["path"], tag["line"], tag["name"], tag["end"] - tag["line"] + 1


def usual(findings, what, sizes, limit):
    """sizes: (size, where); names the longest, which are those to split."""
    middle = percentile([size for size, _ in sizes])
    if middle > limit:
        worst = sorted(sizes, reverse=True)[:max(1, len(sizes) // 20)]
        findings.append(f"{worst[0][1]}: the 95th percentile of {what} is {middle} lines, and {limit} is the rule; the longest: "
                        + ", ".join(f"{where} ({size})" for size, where in worst[:8]))


def main():
    root = common.root_argument(__doc__).parse_args().root
    paths = common.files(root, ["src", "ui", "tests"], (".cpp", ".h"))
    product = [path for path in paths if not path.startswith("tests/")]
    findings = []
    lengths = {}
    for path in paths:
        lines = common.read(root, path).splitlines()
        lengths[path] = len(lines)
        limit = FILES[os.path.splitext(path)[1]][1]
        if os.path.basename(path) == "mainwindow.cpp":
            limit = MAIN_WINDOW
        if len(lines) > limit:
            findings.append(f"{path}:{limit}: {len(lines)} lines, and {limit} is the limit: split it by subject")
    for ending, (rule, _) in FILES.items():
        usual(findings, ending + " files", [(lengths[path], path) for path in product if path.endswith(ending)], rule)
    bodies = list(functions(root, paths)) if paths else []
    findings += [f"{path}:{line}: {name} has {size} lines, and {FUNCTION[1]} is the limit" for path, line, name, size in bodies
                 if size > FUNCTION[1]]
    usual(findings, "functions", [(size, f"{path}:{line}") for path, line, _, size in bodies if not path.startswith("tests/")], FUNCTION[0])
    common.finish(findings)


if __name__ == "__main__":
    main()
