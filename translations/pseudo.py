#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py TEXTS ENGLISH OUT: makes a language of every text in TEXTS, to see what is not translated and what does not fit.

Each text stands in ⟦…⟧, its letters have accents, and it is longer than English by two fifths. What a text holds for the program stays as
it is: %1, %n, &, mark-up, line breaks. ENGLISH has the forms for one and for many.
"""
import re
import sys
import xml.etree.ElementTree as xml

OPEN, CLOSE = "⟦", "⟧"
ACCENTS = str.maketrans("aceinouyACDEINOUY", "áçéíñöüýÁÇĎÉÍÑÖÜÝ")
KEPT = re.compile(r"%L?(?:\d{1,2}|n)|&[A-Za-z]+;|&#\d+;|<[^<>]*>|\\n|\n|\*\.[A-Za-z.]+")
LONGER = 0.4
FILLING = " lörem ípsum dólor sit ámet çonse tétur"


def accented(text):
    """Letters get accents; a & stays in front of a letter."""
    return text.translate(ACCENTS)


def marked(text):
    pieces, at = [], 0
    for kept in KEPT.finditer(text):
        pieces += [accented(text[at:kept.start()]), kept[0]]
        at = kept.end()
    pieces.append(accented(text[at:]))
    words = len(KEPT.sub("", text).strip())
    more = max(1, round(words * LONGER)) if words else 0
    filling = (FILLING * (more // len(FILLING) + 1))[:more].rstrip()
    # A filter of a file dialog, "Bundles (*.tar.gz)", must end as it does.
    return OPEN + "".join(pieces) + filling + CLOSE if not re.search(r"\(\*", text) else OPEN + filling.strip() + CLOSE + " " + "".join(pieces)


def key_of(context, message):
    return context.findtext("name"), message.findtext("source"), message.findtext("comment")


def forms_of(path):
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found[key_of(context, message)] = [form.text or "" for form in message.iter("numerusform")]
    return found


def main():
    texts, english, out = sys.argv[1:]
    tree = xml.parse(texts)
    tree.getroot().set("language", "en_XA")
    forms = forms_of(english)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            several = message.get("numerus") == "yes"
            translation.clear()
            if several:
                for form in forms.get(key_of(context, message)) or [message.findtext("source")] * 2:
                    xml.SubElement(translation, "numerusform").text = marked(form)
            else:
                translation.text = marked(message.findtext("source"))
    with open(out, "wb") as file:
        file.write(b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
        tree.write(file, encoding="utf-8")


if __name__ == "__main__":
    main()
