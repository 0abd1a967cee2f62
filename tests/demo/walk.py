#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""walk.py [--contract FILE] [--inventory FILE] [PROGRAM ARGUMENT…]: goes through every window from outside, as a screen reader does.

From every place (each row of the tree on the left, each tab) it chooses every item of the menu and every action of the palette that it has
not chosen yet, looks at what opened, and closes it with Escape. It fails on a control without a name, on two siblings of one name and
role, on what the contract names and was never visited, on a dialog that the contract does not name, and where Escape does not close.
"""
import argparse
import os
import sys
import time

import audit
import desktop
from contract import Contract
from driver import BUTTONS, Driver, VIEWS
from waiting import Failed

LAST = ("Quit",)
SYSTEM = {"QFileDialog", "QColorDialog", "QFontDialog"}  # Qt's own, for which Qt answers


def places_of(driver, tree="Registries"):
    """Name and function for each row of the tree on the left that opens a page."""
    view = next((c for c in driver.walk() if c.role in VIEWS and c.name == tree), None)
    if not view:
        return []

    def go(number):
        def press():
            driver.click(driver.reveal(view, number), at=(24, 6))
            time.sleep(0.2)
        return press
    found = []
    for number in range(min(view.row_count, 60)):
        cell = view.cell(number)
        if cell and "selectable" in cell.states and cell.enabled:
            found.append((cell.name or f"row {number}", go(number)))
    return found


class Walk:
    def __init__(self, driver, contract):
        self.driver, self.contract = driver, contract
        self.seen, self.faults, self.lines, self.done = {}, [], [], set()
        self.main = driver.window

    # --- looking

    def look(self, where):
        """Judges every window that shows, and notes what is there."""
        for window in self.driver.windows():
            for fault in audit.names(window, self.driver):
                if fault not in self.faults:
                    self.faults.append(fault)
            if window.role == "dialog" and window.id not in self.contract.windows and window.id not in SYSTEM:
                self._add_fault(f"{window} is not in the contract")
            for control in self.driver.walk(window):
                if not control.showing:
                    continue
                for key in {control.id, control.name if control.role in VIEWS | {"progress bar"} else control.id}:
                    names = self.seen.setdefault(key, set())
                    if control.name not in names:
                        names.add(control.name)
                        self.lines.append(f"| {where} | {control.role} | `{control.id}` | {control.name} |")

    def _add_fault(self, fault):
        if fault not in self.faults:
            self.faults.append(fault)

    def close_others(self):
        """Escape until the main window is alone."""
        for _ in range(6):
            others = [window for window in self.driver.windows() if not window.same(self.main)]
            if not others:
                return
            top = others[-1]
            self.driver.key("Escape", note=False)
            end = time.monotonic() + 2
            while time.monotonic() < end and any(top.same(window) for window in self.driver.windows()):
                time.sleep(0.05)
        self._add_fault(f"Escape does not close {others[-1]}")
        raise Failed(f"Escape does not close {others[-1]}")

    # --- acting

    def menu_paths(self, menu, path=()):
        """The names of every enabled item, with those of its menus, and the disabled ones."""
        paths, disabled = [], []
        for item in self.driver.menu_items(menu):
            here = path + (item.name,)
            if not item.enabled:
                disabled.append(here)
            elif self._opens_menu(item):
                before = [window.accessible for window in self.driver.windows()]
                self.driver.click(item)
                inner, off = self.menu_paths(self.driver.submenu(item, before), here)
                paths, disabled = paths + inner, disabled + off
                self.driver.key("Left", note=False)
            else:
                paths.append(here)
        return paths, disabled

    @staticmethod
    def _opens_menu(item):
        return bool(item.children) or "expandable" in item.states or item.role == "menu"

    def actions(self, place, go):
        """Every item of the menu from this place, once in the whole walk."""
        menu = self.driver.open_menu("menuButton")
        self.look(f"{place}, menu")
        paths, disabled = self.menu_paths(menu)
        self.close_others()
        for path in disabled:
            self.lines.append(f"| {place} | disabled item | | {' > '.join(path)} |")
        for path in paths:
            if path in self.done or path[-1] in LAST:
                continue
            self.done.add(path)
            go()
            self.driver.choose(self.driver.open_menu("menuButton"), *path)
            self.after(f"{place}, {' > '.join(path)}")

    def buttons(self, place, go):
        """Buttons whose name promises a dialog."""
        wanted = [c.name for c in self.driver.walk(self.main) if c.role in BUTTONS and c.showing and c.enabled
                  and c.name.endswith(("…", "..."))]
        for name in wanted:
            if (name,) in self.done:
                continue
            self.done.add((name,))
            go()
            button = self.driver.seek(name, within=self.main)
            if button and button.enabled:
                self.driver.click(button)
                self.after(f"{place}, button {name}")

    def after(self, where):
        time.sleep(0.4)  # what an act opens has no name yet that could be waited for
        self.driver.service.check()
        self.look(where)
        self.close_others()

    def tabs(self, place):
        for tab in [c for c in self.driver.walk(self.main) if c.role == "page tab" and c.showing and c.enabled]:
            self.driver.click(tab)
            self.after(f"{place}, tab {tab.name}")

    def palette(self):
        """What the palette lists as actions: each is chosen once."""
        def rows():
            self.driver.key("ctrl+k", note=False)
            time.sleep(0.3)
            self.driver.type(">")
            time.sleep(0.3)
            view = next((c for c in self.driver.walk() if c.role in VIEWS and "palette" in c.full_id.lower()), None)
            return [row[0] for row in view.rows()] if view else []
        names = rows()
        self.look("palette")
        self.close_others()
        for name in names:
            if not name or any(path[-1].rstrip("….") == name.rstrip("….") for path in self.done) or name in LAST:
                continue
            self.done.add((name,))
            self.driver.key("ctrl+k", note=False)
            time.sleep(0.3)
            self.driver.type(">" + name)
            time.sleep(0.3)
            self.driver.key("Return", note=False)
            self.after(f"palette, {name}")

    def run(self):
        self.look("start")
        places = [("start", lambda: None), *places_of(self.driver)]
        for place, go in places:
            go()
            self.look(place)
            self.tabs(place)
            self.actions(place, go)
            self.buttons(place, go)
        self.palette()
        self.faults += [fault for fault in self.contract.compare(self.seen) if fault not in self.faults]

    def write(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("# What a walk from outside met\n\n| Where | Role | Id | Name |\n|---|---|---|---|\n")
            file.write("\n".join(self.lines) + "\n")
            if self.faults:
                file.write("\n## Faults\n\n" + "".join(f"- {fault}\n" for fault in self.faults))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--contract", default=os.path.join(desktop.CHECKOUT, "docs", "automation.md"))
    parser.add_argument("--inventory", default=os.path.join(desktop.CHECKOUT, "build", "demo", "inventory.md"))
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    desktop.enter()
    walk = Walk(Driver(desktop.Desktop(), options.command or [desktop.built("policydesk")]), Contract(options.contract))
    try:
        walk.run()
    except Failed as problem:
        walk.faults.append(str(problem))
    walk.write(options.inventory)
    for fault in walk.faults:
        print(f"walk: {fault}", file=sys.stderr)
    print(f"walk: {len(walk.lines)} things met, {len(walk.done)} actions chosen, {len(walk.faults)} faults")
    return 1 if walk.faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as problem:
        sys.exit(f"walk: {problem}")
