# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads docs/automation.md, whose tables are the contract with screen readers and scripts."""
import re

from waiting import Failed


class Contract:
    """`windows` and `controls`: id → accessible name (None where it changes with what is shown)."""

    def __init__(self, path):
        self.windows, self.controls = {}, {}
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for heading, body in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", text, re.M | re.S):
            wanted = self.windows if heading.lower().startswith("windows") else self.controls
            for line in body.splitlines():
                cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
                found = re.fullmatch(r"`([A-Za-z][A-Za-z ]*)`", cells[0]) if len(cells) > 2 else None
                if found:
                    name = re.fullmatch(r"“(.+)”", cells[1])
                    wanted[found.group(1)] = name and name.group(1)
        if not self.windows or not self.controls:
            raise Failed(f"{path} has no table of windows, or none of controls")

    def compare(self, seen):
        """Faults: `seen` is id → set of names under which the control was met. Nothing may be missing, no name may differ."""
        faults = []
        for kind, wanted in (("window or page", self.windows), ("control", self.controls)):
            for key, name in wanted.items():
                if key not in seen:
                    faults.append(f"the {kind} {key} of the contract was never visited")
                elif name and name not in seen[key]:
                    faults.append(f"the {kind} {key} is called {sorted(seen[key])}, not “{name}”")
        return faults
