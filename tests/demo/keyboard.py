# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard alone: what Tab meets, that exactly one thing has the focus after each, that Escape closes, where Enter leads."""
import time

from driver import BUTTONS, CONTROLS, EDITS, Control, Driver
from waiting import Failed, until

DESTRUCTIVE = ("delete", "remove", "quit", "discard", "clean up")


def one_focus(driver, window):
    """The one object of the window that has the keyboard; fails on none and on several."""
    def probe():
        found = driver.focused(window)
        # A compound control and its inner edit (a combo box) both say that they have it: the inner one counts.
        found = [c for c in found if not any(inner.parent and inner.parent.same(c) for inner in found if inner is not c)]
        return found if len(found) == 1 else None
    try:
        return until("", probe, 3)[0]
    except Failed:
        found = driver.focused(window)
        raise Failed(f"{len(found)} controls of {window} have the keyboard: {', '.join(map(str, found)) or 'none'}") from None


def tour(driver, window, key="Tab", most=80):
    """Presses Tab until the focus is again where it began; the controls that were met, in order."""
    first = one_focus(driver, window)
    met = [first]
    for _ in range(most):
        before = met[-1]
        driver.key(key, note=False)
        here = _moved(driver, window, before)
        if here.same(first):
            return met
        if any(here.same(other) for other in met):
            raise Failed(f"{key} in {window} goes round between {here} and {before} and never comes back to {first}")
        met.append(here)
    raise Failed(f"{key} met {most} controls of {window} and did not come back to {first}")


def _moved(driver, window, before):
    end = time.monotonic() + 3
    while time.monotonic() < end:
        here = one_focus(driver, window)
        if not here.same(before):
            return here
        time.sleep(0.03)
    raise Failed(f"the focus does not leave {before}: it is a trap for those who have no pointer")


def unreachable(driver, window, met):
    """Showing, enabled, focusable controls that Tab did not meet. Buttons of a menu, a tab bar or a radio group are met by arrows."""
    missed = []
    for control in driver.walk(window):
        if control.role not in BUTTONS | EDITS | CONTROLS or control.role in ("page tab", "radio button", "menu item"):
            continue
        if control.showing and control.enabled and "focusable" in control.states and not any(control.same(other) for other in met):
            if not any(other.parent and other.parent.same(control) for other in met):
                missed.append(control)
    return missed


def check_default(driver, window):
    """Fails when Enter would destroy: the default button must not delete."""
    for control in driver.walk(window):
        if "is-default" in control.states and any(word in control.name.lower() for word in DESTRUCTIVE):
            raise Failed(f"Enter in {window} presses {control}")


def escape(driver, window, seconds=5):
    """Escape closes the dialog or popup."""
    driver.key("Escape")
    try:
        until("", lambda: not any(window.same(other) for other in driver.windows()), seconds)
    except Failed:
        raise Failed(f"Escape does not close {window}") from None


def go_to(driver, key, window=None, most=80):
    """Tab until the control with that id or name has the keyboard."""
    window = window or driver.windows()[-1]
    here = one_focus(driver, window)
    for _ in range(most):
        if key in (here.id, here.name):
            return here
        driver.key("Tab", note=False)
        here = _moved(driver, window, here)
    raise Failed(f"Tab does not come to {key} in {window}")


class KeyboardDriver(Driver):
    """The same hands without a pointer: Tab to a control, then Space, Enter or arrows. After each Tab one thing has the focus, or it fails."""

    def top(self):
        return self.windows()[-1]

    def click(self, control, button=1, times=1, keys=(), at=None):
        """What would be pressed by the pointer is gone to by Tab and pressed by Space."""
        if control.role == "page tab":
            self._choose_tab(control)
            return
        self._focus(control)
        self.key("Menu" if button == 3 else "space", note=False)

    def _choose_tab(self, tab):
        """A row of tabs is one stop of Tab; arrows go along it, and the chosen one shows at once."""
        row = tab.parent
        if not row or not row.same(one_focus(self, self.top()).parent):
            self._focus(next((other for other in row.children if other.selected), row))
        for key in ["Left"] * len(row.children) + ["Right"] * len(row.children):
            if tab.selected:
                return
            self.key(key, note=False)
        raise Failed(f"the arrows do not come to {tab}")

    def _focus(self, control):
        window = self.top()
        here = one_focus(self, window)
        for _ in range(120):
            if here.same(control) or here.parent and here.parent.same(control):
                return
            self.key("Tab", note=False)
            here = _moved(self, window, here)
        raise Failed(f"Tab does not come to {control}")

    def fill(self, key, text, secret=False, seconds=15, **more):
        control = key if isinstance(key, Control) else self.find_enabled(key, seconds, **more)
        self.note(f"went to the {control} by Tab, typed {'a token' if secret else '“' + text + '”'}")
        self._focus(control)
        self.key("ctrl+a", note=False)
        self.type(text)
        until(f"{control} does not hold what was typed", lambda: control.length == len(text))
        return control

    def press_row(self, view, text, column=None, button=1, times=1, keys=(), seconds=20):
        found = self.view(view)
        until(f"no row “{text}” in {view}", lambda: _known(found.find_row(text, column)), seconds)
        self.note(f"went to the row “{text}” of {view} by arrows")
        self._focus(found)
        self.key("Home", note=False)
        for _ in range(found.row_count + 20):
            # Rows open and close as the arrows pass: its number is looked up each time.
            number = found.find_row(text, column)
            cell = None if number is None else found.cell(number, column or 0)
            if cell and cell.selected:
                if button == 3:
                    self.key("Menu", note=False)
                elif times == 2 or view in ("Registries", "Diagnostics"):
                    self.key("Return", note=False)
                return cell
            self.key("Down", note=False)
        raise Failed(f"the arrows do not come to the row “{text}” of {view}")

    def choose(self, menu, *path):
        for depth, name in enumerate(path):
            before = [window.accessible for window in self.windows()]
            items = self.menu_items(menu)
            item = next((i for i in items if i.name == name), None)
            if not item or not item.enabled:
                raise Failed(f"no item “{name}” that can be chosen in the menu")
            for _ in range(len(items) + 1):
                if "focused" in item.states or "selected" in item.states:
                    break
                self.key("Down", note=False)
            else:
                raise Failed(f"the arrows do not come to the item “{name}”")
            self.note(f"chose “{name}” from the menu by keys")
            self.key("Right" if depth + 1 < len(path) else "Return", note=False)
            if depth + 1 < len(path):
                menu = self.submenu(item, before)

    def file_dialog(self, path, seconds=15):
        edit = self.find("fileNameEdit", seconds=seconds)
        until("the name in the file dialog does not have the keyboard", lambda: "focused" in edit.states)
        self.note(f"typed {path} into the file dialog")
        self.key("ctrl+a", note=False)
        self.type(path)
        until("the file dialog does not hold the path", lambda: edit.text == path)
        self.key("Return", note=False)
        self.gone("fileNameEdit")


def _known(number):
    """A row's number in something true: the first row is 0."""
    return None if number is None else (number,)
