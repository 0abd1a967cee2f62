# SPDX-License-Identifier: GPL-3.0-or-later
"""What was met while the job was done: every window as it stood, judged by docs/automation.md and by what a screen reader needs."""
import os

import audit
from contract import Contract
from driver import VIEWS


class Inventory:
    def __init__(self, path):
        self.contract = Contract(path)
        self.seen, self.faults, self.lines = {}, [], []

    def look(self, driver, where):
        for window in driver.windows():
            self._add(audit.names(window, driver))
            for control in driver.walk(window):
                if not control.showing:
                    continue
                name = control.name
                key = name if control.role in VIEWS and name in self.contract.controls else control.id
                if name not in self.seen.setdefault(key, set()):
                    self.seen[key].add(name)
                    self.lines.append(f"| {where} | {control.role} | `{control.id}` | {name} |")
                    self._add(self.contract.faults_of(control))

    def _add(self, faults):
        self.faults += [fault for fault in faults if fault not in self.faults]

    def end(self, folder):
        """All faults; with what the contract lists and this job does not come to, the inventory is left in the folder."""
        faults = self.faults
        with open(os.path.join(folder, "inventory.md"), "w", encoding="utf-8") as file:
            file.write("# What was met\n\n| Where | Role | Id | Name |\n|---|---|---|---|\n" + "\n".join(self.lines) + "\n")
            file.write("\n## Faults\n\n" + "".join(f"- {fault}\n" for fault in faults + self.contract.never_met(self.seen)))
        return faults
