# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: which files there are, and how a finding is told."""
import argparse
import os
import re
import sys

CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))


def root_argument(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--root", default=CHECKOUT, help="the checkout to look at (this one)")
    return parser


def files(root, folders, endings):
    """Paths relative to the root, sorted."""
    found = []
    for folder in folders:
        for path, inner, names in os.walk(os.path.join(root, folder)):
            inner[:] = [name for name in inner if not name.startswith(".") and name != "data"]
            found += [os.path.relpath(os.path.join(path, name), root) for name in names if name.endswith(endings)]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def without_comments(text):
    """C++ with the same lines, comments blanked. Strings stay: a "//" inside one is kept apart by matching strings first."""
    token = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.S)
    return token.sub(lambda m: m[0] if m[0][0] in "\"'" else re.sub(r"[^\n]", " ", m[0]), text)


def finish(findings):
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)
