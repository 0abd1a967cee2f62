#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations/*.ts hold every text of the sources, each translated, finished and with all that the program puts in. --fix runs lupdate."""
import collections
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import common

LUPDATE = "/usr/lib/qt6/bin/lupdate"
# The tables of errortext.cpp and of policydeskctl mark their texts with T("…").
OPTIONS = ["-silent", "-locations", "none", "-no-obsolete", "-tr-function-alias", "QT_TR_NOOP+=T"]
# English is in the sources; its file has the texts with a number alone, as one and as many.
LANGUAGES = {"policydesk_de.ts": [], "policydesk_en.ts": ["-pluralonly"]}
FORMS = 2  # one and many, in each of these languages

PLACES = re.compile(r"%L?\d{1,2}|%L?n")
MARK_UP = re.compile(r"</?[A-Za-z][^<>]*>|&[a-z]+;|\*\.[A-Za-z.]+")
KEY = re.compile(r"&(?=[^\W_])(?![a-z]+;)")
COUNTED = re.compile(r"%L?\d{1,2} (?:\w+ )?(?:acts|bytes|days|files|hours|images|items|minutes|packages|registries|seconds|tags|versions)\b")

Text = collections.namedtuple("Text", "context source comment")


def texts(path):
    """Text → its message element."""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found[Text(context.findtext("name"), message.findtext("source"), message.findtext("comment"))] = message
    return found


def update(root, path, more):
    done = subprocess.run([LUPDATE, *OPTIONS, *more, os.path.join(root, "src"), os.path.join(root, "ui"), "-ts", path],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"lupdate failed: {done.stderr.strip()}")


def held(text):
    """What the program or Qt looks for in a text, counted."""
    found = collections.Counter(place.replace("L", "") for place in PLACES.findall(text))
    found.update(MARK_UP.findall(text))
    found["a key (&)"] = len(KEY.findall(text))
    found["a line break"] = text.count("\n")
    found["an ellipsis at its end"] = text.endswith("…")
    found["a space at its end"] = text.endswith(" ")
    found["a space at its beginning"] = text.startswith(" ")
    return +found


def difference(source, translation):
    wanted, have = held(source), held(translation)
    lost, made = wanted - have, have - wanted
    if lost:
        return "loses " + ", ".join(sorted(lost))
    return "brings " + ", ".join(sorted(made)) if made else None


def problem(message):
    """What is wrong with one translation, or None."""
    translation, source = message.find("translation"), message.findtext("source")
    if translation is None or translation.get("type") == "unfinished":
        return "is unfinished"
    if translation.get("type"):
        return "is no longer in the sources"
    if message.get("numerus") == "yes":
        forms = [form.text or "" for form in translation.findall("numerusform")]
        if len(forms) != FORMS:
            return f"has {len(forms)} forms, not {FORMS}"
    else:
        forms = [translation.text or ""]
    if any(not form.strip() for form in forms):
        return "has no translation"
    return next((difference(source, form) for form in forms if difference(source, form)), None)


def check(root, name, more):
    """Findings in one file."""
    path = os.path.join("translations", name)
    if not os.path.exists(os.path.join(root, path)):
        return [f"{path}:1: is missing: run ./dev check --fix translations"]
    have = texts(os.path.join(root, path))
    with tempfile.TemporaryDirectory() as scratch:
        updated = shutil.copy(os.path.join(root, path), scratch)
        update(root, updated, more)
        wanted = texts(updated)
    findings = [(key, "is missing: run ./dev check --fix translations") for key in wanted.keys() - have.keys()]
    findings += [(key, "is no longer in the sources: run ./dev check --fix translations") for key in have.keys() - wanted.keys()]
    findings += [(key, problem(have[key])) for key in have.keys() & wanted.keys() if problem(have[key])]
    for key in wanted:
        if wanted[key].get("numerus") != "yes" and COUNTED.search(key.source):
            findings.append((key, "counts things, and has no form for one of them: %n"))
        if any(other.context.endswith("::" + key.context) for other in wanted):
            findings.append((key, "was found outside of its class, where the program does not look: say its context with translate()"))
    return [f'{path}:1: {key.context}: "{key.source}" {words}' for key, words in findings]


def main():
    parser = common.root_argument(__doc__)
    parser.add_argument("--fix", action="store_true", help="bring the files up to date; what is new in them is then unfinished")
    options = parser.parse_args()
    findings = []
    for name, more in LANGUAGES.items():
        if options.fix:
            os.makedirs(os.path.join(options.root, "translations"), exist_ok=True)
            update(options.root, os.path.join(options.root, "translations", name), more)
        findings += check(options.root, name, more)
    common.finish(sorted(findings))


if __name__ == "__main__":
    main()
