# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads docs/automation.md, whose tables are the contract with screen readers and scripts."""
import re

from driver import CONTROLS, VIEWS
from waiting import Failed

ID = r"`([A-Za-z][A-Za-z ]*)`"
# Ids that the program gives; all else is Qt's own, or the name of a class.
GIVEN = re.compile(r"[a-z]\w*(Button|Edit|Box|Chip|Check|Label|Page|Dialog|Tabs|Panel)|goToAnything|policydesk")


class Contract:
    """`windows` and `controls`: id → the patterns that its accessible name has to fit (none where it changes with what is shown)."""

    def __init__(self, path):
        self.windows, self.controls = {}, {}
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for heading, body in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", text, re.M | re.S):
            wanted = self.windows if heading.lower().startswith("windows") else self.controls
            for line in body.splitlines():
                cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
                if len(cells) < 3 or not re.fullmatch(rf"{ID}(, {ID})*", cells[0]):
                    continue
                for key in re.findall(ID, cells[0]):
                    self._add(wanted.setdefault(key, set()), cells[1])
        if not self.windows or not self.controls:
            raise Failed(f"{path} has no table of windows, or none of controls")

    @staticmethod
    def _add(patterns, words):
        names = re.findall(r"“(.+?)”", words)
        if not names or not words.startswith(("“", "starts with")):
            patterns.add(".*")
        for name in names:
            # A word in capitals stands for what is shown: a host, a name.
            fixed = re.sub(r"\\?[A-Z]{3,}", lambda m: m.group(0) if m.group(0) in ("OPA", "CSV") else ".*", re.escape(name))
            patterns.add(fixed + (".*" if words.startswith("starts with") else ""))

    def fits(self, key, name):
        patterns = self.controls.get(key) or self.windows.get(key)
        return patterns is not None and any(re.fullmatch(pattern, name, re.S) for pattern in patterns)

    def faults_of(self, control):
        """Of one control as it shows: it is not listed, or is called otherwise."""
        key = control.name if control.role in VIEWS and control.name in self.controls else control.id
        if key not in self.controls and key not in self.windows:
            return [f"{control} is not in the contract"] if control.role in CONTROLS and GIVEN.fullmatch(key) else []
        # Qt names a box of choices by what is chosen, and each tab as its row is identified.
        own = control.role in ("combo box", "page tab", "page tab list")
        return [] if own or self.fits(key, control.name) else [f"{control} is called otherwise in the contract"]

    def never_met(self, seen):
        """Faults: what is listed and not among the ids that were met."""
        return [f"the {kind} {key} of the contract was never visited" for kind, wanted in (("window or page", self.windows), ("control", self.controls))
                for key in wanted if key not in seen]

    def compare(self, seen):
        """Faults: `seen` is id → set of names under which the control was met. Nothing may be missing, no name may differ."""
        faults = self.never_met(seen)
        for key, names in seen.items():
            if key in self.controls or key in self.windows:
                faults += [f"{key} is called “{name}”, otherwise than in the contract" for name in sorted(names) if not self.fits(key, name)]
        return faults
