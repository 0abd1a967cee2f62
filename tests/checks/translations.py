#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations/*.ts hold every text of the sources, each translated and finished."""
import os
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import common

LUPDATE = "/usr/lib/qt6/bin/lupdate"


def texts(path):
    """(context, source, comment) → its message element; those that no source has any more are left out."""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") in ("vanished", "obsolete"):
                continue
            found[(context.findtext("name"), message.findtext("source"), message.findtext("comment"))] = message
    return found


def problem(message):
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return "is unfinished"
    forms = translation.findall("numerusform") or [translation]
    return "has no translation" if any(not (form.text or "").strip() for form in forms) else None


def main():
    root = common.root_argument(__doc__).parse_args().root
    folder = os.path.join(root, "translations")
    findings = []
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        if not name.endswith(".ts"):
            continue
        path = os.path.join("translations", name)
        have = texts(os.path.join(root, path))
        with tempfile.TemporaryDirectory() as scratch:
            updated = shutil.copy(os.path.join(root, path), scratch)
            subprocess.run([LUPDATE, "-silent", os.path.join(root, "src"), os.path.join(root, "ui"), "-ts", updated], check=True)
            wanted = texts(updated)
        for key in wanted.keys() - have.keys():
            findings.append(f'{path}:1: {key[0]}: "{key[1]}" is missing: update the file with lupdate')
        for key, message in have.items():
            trouble = problem(message)
            if trouble:
                findings.append(f'{path}:1: {key[0]}: "{key[1]}" {trouble}')
    common.finish(sorted(findings))


if __name__ == "__main__":
    main()
