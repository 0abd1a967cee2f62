# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses a program as a person does: sees it through AT-SPI (what a screen reader sees), acts by mouse and keyboard events of the X server.

Nothing here calls into the program: no AT-SPI action, no text set over the bus. A control is found by its id (the last part of the
accessible id, which is Qt's object name) or by its accessible name, and pressed where it stands on the screen.
"""
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from Xlib import X, display as xdisplay, error as xerror  # noqa: E402

from desktop import Service, run  # noqa: E402
from waiting import Failed, Gone, until  # noqa: E402

VIEWS = {"tree", "table", "tree table", "list", "list box"}
BUTTONS = {"button", "push button menu", "push button", "toggle button", "check box", "radio button"}
EDITS = {"text", "password text", "entry", "combo box", "spin button"}
CONTROLS = VIEWS | BUTTONS | EDITS | {"page tab", "menu item", "check menu item", "radio menu item", "progress bar", "slider", "link"}
MENU_ITEMS = {"menu item", "check menu item", "radio menu item", "menu"}
LEAVES = {"label", "page tab", "separator", "progress bar", "button", "check box"}
WINDOWS = {"frame", "dialog", "window", "alert", "file chooser", "popup menu"}
DEADLINE_MS = 10_000
LETTERS = "äöüÄÖÜßéèçñ“”’–…"


def prepare_keyboard(screen):
    """Gives letters that a plain keyboard lacks keys of their own. xdotool would map each while it types, and race with the program."""
    codes = screen.get_keyboard_mapping(screen.display.info.min_keycode, screen.display.info.max_keycode - screen.display.info.min_keycode + 1)
    spare = [number + screen.display.info.min_keycode for number, keysyms in enumerate(codes) if not any(keysyms)]
    wanted = [ord(letter) if ord(letter) < 0x100 else 0x1000000 + ord(letter) for letter in LETTERS]
    missing = [keysym for keysym in wanted if not any(keysym in keysyms for keysyms in codes)]
    for keysym, code in zip(missing, reversed(spare)):
        screen.change_keyboard_mapping(code, [(keysym, keysym)])
    screen.sync()


class Control:
    """One accessible object. Every property is asked for anew; an object that has gone answers with nothing."""

    def __init__(self, driver, accessible):
        self.driver, self.accessible = driver, accessible

    def _ask(self, question, otherwise):
        try:
            answer = question(self.accessible)
        except GLib.Error:
            return otherwise
        return otherwise if answer is None else answer

    name = property(lambda self: self._ask(Atspi.Accessible.get_name, ""))
    role = property(lambda self: self._ask(Atspi.Accessible.get_role_name, ""))
    description = property(lambda self: self._ask(Atspi.Accessible.get_description, ""))
    full_id = property(lambda self: self._ask(Atspi.Accessible.get_accessible_id, ""))
    id = property(lambda self: self.full_id.rsplit(".", 1)[-1])

    @property
    def states(self):
        return {state.value_nick for state in self._ask(lambda a: a.get_state_set().get_states(), [])}

    @property
    def children(self):
        count = self._ask(Atspi.Accessible.get_child_count, 0)
        found = [self._ask(lambda a, i=i: a.get_child_at_index(i), None) for i in range(count)]
        return [Control(self.driver, child) for child in found if child]

    @property
    def parent(self):
        found = self._ask(Atspi.Accessible.get_parent, None)
        return found and Control(self.driver, found)

    @property
    def rect(self):
        """x, y, width, height in pixels of the screen, or None."""
        extents = self._ask(lambda a: a.get_component_iface() and a.get_component_iface().get_extents(Atspi.CoordType.SCREEN), None)
        if not extents or extents.width <= 0 or extents.height <= 0:
            return None
        return tuple(round(part * self.driver.scale) for part in (extents.x, extents.y, extents.width, extents.height))

    @property
    def text(self):
        """What stands in an edit; for anything else its name."""
        found = self._ask(lambda a: a.get_text_iface() and Atspi.Text.get_text(a.get_text_iface(), 0, -1), None)
        return self.name if found is None else found

    @property
    def length(self):
        """How many characters an edit holds: all that is told of a password."""
        return self._ask(lambda a: a.get_text_iface() and Atspi.Text.get_character_count(a.get_text_iface()), 0)

    @property
    def value(self):
        """Of a progress bar: 0 to its maximum; None where there is none."""
        return self._ask(lambda a: a.get_value_iface() and a.get_value_iface().get_current_value(), None)

    @property
    def table(self):
        return self._ask(Atspi.Accessible.get_table_iface, None)

    @property
    def row_count(self):
        return self.table.get_n_rows() if self.table else len(self.children)

    def cell(self, row, column=0):
        if not self.table:
            children = self.children
            return children[row] if row < len(children) else None
        found = self._ask(lambda a: a.get_table_iface().get_accessible_at(row, column), None)
        return found and Control(self.driver, found)

    def rows(self, most=200):
        """The texts of a view: a list for each row, expanded rows alone, at most so many."""
        if not self.table:
            return [[child.name] for child in self.children[:most]]
        columns = self.table.get_n_columns()
        cells = [[self.cell(row, column) for column in range(columns)] for row in range(min(self.row_count, most))]
        return [[cell.name if cell else "" for cell in row] for row in cells]

    def find_row(self, text, column=None):
        """The number of the first row with a cell that is, else that begins with, the text; None without one."""
        rows = [[row[column]] if column is not None else row for row in self.rows()]
        for fits in (str.__eq__, str.startswith):
            for number, row in enumerate(rows):
                if any(fits(cell, text) for cell in row):
                    return number
        return None

    @property
    def showing(self):
        return {"showing", "visible"} <= self.states

    @property
    def enabled(self):
        return {"enabled", "sensitive"} <= self.states

    @property
    def selected(self):
        return "selected" in self.states

    @property
    def checked(self):
        return "checked" in self.states

    def same(self, other):
        return other is not None and self.accessible == other.accessible

    def __str__(self):
        name, place = self.name, self.id
        return f"{self.role} “{name}”" + (f" ({place})" if place and place != name else "")


class Driver:
    """A started program and the hands on it. `note` is called with a sentence for each act."""

    def __init__(self, desktop, command, name="program", scale=1.0, note=lambda sentence: None, **environment):
        self.desktop, self.scale, self.note = desktop, scale, note
        Atspi.set_timeout(DEADLINE_MS, DEADLINE_MS)
        self.screen = xdisplay.Display()
        prepare_keyboard(self.screen)
        # Qt lists menus and other popups under no parent; it does tell when one shows.
        self._popups = []
        self._listener = Atspi.EventListener.new(lambda event: self._popups.append(event.source) if event.detail1 and event.source else None)
        self._listener.register("object:state-changed:showing")
        if scale != 1.0:
            environment["QT_SCALE_FACTOR"] = f"{scale:g}"
        self.service = desktop.start(Service(name, command, desktop.folder, env=desktop.environment(**environment)))
        self.pid = self.service.process.pid
        self.application = until(f"{name} is on the accessibility bus", self._application, 30)
        self.window = until(f"the window of {name} shows", lambda: self.service.check() or next(iter(self.windows()), None), 30)
        until(f"the window of {name} has the keyboard", lambda: "active" in self.window.states, 20)

    # --- seeing

    def _application(self):
        self.service.check()
        desk = Atspi.get_desktop(0)
        for number in range(desk.get_child_count()):
            try:
                child = desk.get_child_at_index(number)
                if child and child.get_process_id() == self.pid:
                    # Without a main loop that hears every signal a cache would answer with what was.
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return Control(self, child)
            except GLib.Error:
                continue
        return None

    def windows(self):
        """Every top-level that shows: windows, dialogs, menus, popups; the newest last."""
        while GLib.MainContext.default().iteration(False):
            pass
        listed = self.application.children
        popups = []
        for accessible in self._popups:
            popup = Control(self, accessible)
            if popup.showing and self._is_top(popup) and not any(popup.same(other) for other in listed + popups):
                popups.append(popup)
        self._popups = [popup.accessible for popup in popups]
        return [window for window in listed if window.showing and window.rect] + popups

    def _is_top(self, control):
        parent = control.parent
        return parent is not None and parent.same(self.application)

    def walk(self, within=None, into_views=False):
        """Every visible object, parents first. The rows of views are left out unless asked for: there may be a hundred thousand."""
        waiting = [within] if within else self.windows()  # the one on top first
        while waiting:
            control = waiting.pop()
            yield control
            if into_views or control.role not in VIEWS or not control.table:
                waiting += [child for child in reversed(control.children) if "visible" in child.states]

    def seek(self, key=None, role=None, within=None, name=None):
        """The first showing object with that id or accessible name (`key`), role and name; None without one."""
        for control in self.walk(within):
            if role and control.role != role or name is not None and control.name != name:
                continue
            if key is None or key in (control.id, control.name):
                if control.showing:
                    return control
        return None

    def find(self, key=None, role=None, within=None, seconds=15, **more):
        return until(f"no {role or 'control'} {key or more} shows", lambda: self.service.check() or self.seek(key, role, within, **more), seconds)

    def find_enabled(self, key, seconds=15, **more):
        def probe():
            self.service.check()
            control = self.seek(key, **more)
            return control if control and control.enabled else None
        return until(f"{key} does not show, or cannot be pressed", probe, seconds)

    def gone(self, key, seconds=15, **more):
        until(f"{key} still shows", lambda: not self.seek(key, **more), seconds)

    def expect_text(self, key, wanted, seconds=15, **more):
        """Waits until the control's text contains `wanted`, and returns the text."""
        seen = [""]

        def probe():
            self.service.check()
            control = self.seek(key, **more)
            seen[0] = control.text if control else "(not there)"
            return wanted.lower() in seen[0].lower()
        try:
            until("", probe, seconds)
        except Failed as failed:
            raise Failed(f"{key} says “{seen[0]}”, not “{wanted}”{failed}") from None
        return seen[0]

    def focused(self, within=None):
        """All objects that say that they have the keyboard, rows of views left out."""
        found, waiting = [], [(control, False) for control in ([within] if within else self.windows())]
        while waiting:
            control, above = waiting.pop()
            states, role = control.states, control.role
            # Qt says it of the chosen tab of every row of tabs, whether the row has the keyboard or not.
            has = "focused" in states and (role != "page tab" or above)
            if has:
                found.append(control)
            if "visible" in states and role not in LEAVES and (role not in VIEWS or not control.table):
                waiting += [(child, has) for child in reversed(control.children)]
        return found

    def tree(self, within=None):
        """What is there, as indented text, for the reader of a failure."""
        lines = []

        def add(control, depth):
            lines.append(f"{'  ' * depth}{control} {control.rect or ''} {' '.join(sorted(control.states & NOTED))}")
            if control.role in VIEWS and control.table:
                lines.extend(f"{'  ' * depth}  | {' | '.join(row)}" for row in control.rows(40))
                return
            for child in control.children:
                if "visible" in child.states:
                    add(child, depth + 1)
        for window in [within] if within else self.windows():
            add(window, 0)
        return "\n".join(lines)

    # --- the pointer

    def _place(self, control):
        """The rectangle of the control once it stands still."""
        seen = [None]

        def probe():
            before, seen[0] = seen[0], control.rect
            if not seen[0] and not control.showing:
                raise Gone(f"{control} is not there any more")
            return seen[0] and before == seen[0] and seen[0]
        return until(f"{control} has no place on the screen", probe, every=0.06)

    def _program_at(self, x, y):
        """Fails when what stands on top there belongs to another program."""
        window, pid = self.screen.screen().root, None
        atom = self.screen.intern_atom("_NET_WM_PID")
        try:
            while True:
                found = window.get_full_property(atom, X.AnyPropertyType)
                pid = found.value[0] if found else pid
                child = window.translate_coords(self.screen.screen().root, x, y).child
                if not child:
                    return pid
                window = child
        except xerror.XError as problem:
            return f"{pid} ({problem})"  # a window went meanwhile: look again

    def pointer(self, x, y, pid=None):
        seen = [None]

        def probe():
            seen[0] = self._program_at(x, y)
            return seen[0] == (pid or self.pid)
        try:
            until("", probe, 10)
        except Failed:
            raise Failed(f"at {x}, {y} stands something of process {seen[0]}, not of {pid or self.pid}") from None
        self.xdotool("mousemove", str(x), str(y))

    def middle(self, control, at=None):
        x, y, width, height = self._place(control)
        dx, dy = at or (width // 2, height // 2)
        return x + dx, y + dy

    def click(self, control, button=1, times=1, keys=(), at=None):
        """A real press of the pointer in the middle of the control, or `at` pixels from its corner; `keys` are held meanwhile."""
        self.pointer(*self.middle(control, at))
        words = [word for key in keys for word in ("keydown", key)]
        words += ["click", "--repeat", str(times), "--delay", "60", str(button)]
        self.xdotool(*words, *(word for key in keys for word in ("keyup", key)))

    def press(self, key, seconds=15, **more):
        """Waits for a button (or tab, link, item) that can be pressed, and presses it once."""
        for again in range(5):
            control = key if isinstance(key, Control) else self.find_enabled(key, seconds, **more)
            words = str(control)
            try:
                self.click(control)
            except Gone:
                # What it stands in was filled anew before the pointer was there: the one that stands there now is meant.
                if isinstance(key, Control) or again == 4:
                    raise
                continue
            self.note(f"pressed the {words}")
            return control
        return None

    def wheel(self, control, clicks):
        """Down for a positive number of clicks, else up."""
        self.pointer(*self.middle(control))
        self.xdotool("click", "--repeat", str(abs(clicks)), "--delay", "15", "5" if clicks > 0 else "4")

    def drag(self, source, target, source_pid=None, target_pid=None, source_driver=None):
        """Real drag and drop, also between two programs (their drivers share one pointer)."""
        self.note(f"dragged {source} onto {target}")
        x1, y1 = (source_driver or self).middle(source)
        x2, y2 = target.driver.middle(target) if isinstance(target, Control) else target
        self.pointer(x1, y1, source_pid)
        self.xdotool("mousedown", "1")
        for part in range(1, 13):
            self.xdotool("mousemove", str(x1 + (x2 - x1) * part // 12), str(y1 + (y2 - y1) * part // 12))
            time.sleep(0.02)
        self.xdotool("mousemove_relative", "1", "1")
        time.sleep(0.2)  # the drop target is asked and answers by X messages that nothing shows
        self.xdotool("mouseup", "1")

    # --- the keyboard

    def xdotool(self, *words):
        run(["xdotool", *words], 20)

    def key(self, *keys, note=True):
        """Keys as xdotool names them: ctrl+k, Escape, Tab."""
        if note:
            self.note("pressed the keys " + ", ".join(keys))
        self.xdotool("key", "--clearmodifiers", "--delay", "25", *keys)

    def type(self, text):
        """Into whatever has the keyboard."""
        self.xdotool("type", "--clearmodifiers", "--delay", "12", "--", text)

    def fill(self, key, text, secret=False, seconds=15, **more):
        """Clicks an edit, replaces its content by typing, and makes sure that it stands there."""
        control = key if isinstance(key, Control) else self.find_enabled(key, seconds, **more)
        self.note(f"typed {'a token' if secret else '“' + text + '”'} into the {control}")
        self.click(control)
        until(f"{control} does not take the keyboard", lambda: "focused" in control.states)
        self.key("ctrl+a", note=False)
        self.type(text)
        if secret or control.role == "password text":
            until(f"{control} does not hold what was typed", lambda: control.length == len(text))
        else:
            until(f"{control} holds “{control.text}”, not “{text}”", lambda: control.text.strip() == text.strip())
        return control

    # --- views

    def view(self, name, seconds=15):
        return until(f"no view {name} shows", lambda: self.service.check() or next(
            (c for c in self.walk() if c.role in VIEWS and name in (c.name, c.id) and c.showing), None), seconds)

    def wait_row(self, view, text, column=None, seconds=20):
        """Waits for a row of the view (by its name) that has the text; its cell."""
        def probe():
            self.service.check()
            found = next((c for c in self.walk() if c.role in VIEWS and view in (c.name, c.id) and c.showing), None)
            number = found.find_row(text, column) if found else None
            return (found, number) if number is not None else None
        found, number = until(f"no row “{text}” in {view}", probe, seconds)
        return self.reveal(found, number, column or 0)

    def wait_no_row(self, view, text, column=None, seconds=20):
        until(f"the row “{text}” is still in {view}", lambda: self.view(view).find_row(text, column) is None, seconds)

    def reveal(self, view, number, column=0):
        """Turns the wheel over the view until the row lies inside it."""
        for _ in range(200):
            cell, frame = view.cell(number, column), view.rect
            place = cell.rect if cell else None
            if place and frame and place[1] >= frame[1] and place[1] + place[3] <= frame[1] + frame[3]:
                return cell
            self.wheel(view, -1 if place and place[1] < frame[1] else 1)
            time.sleep(0.03)
        raise Failed(f"row {number} of {view} cannot be scrolled to")

    def press_row(self, view, text, column=None, button=1, times=1, keys=(), seconds=20):
        cell = self.wait_row(view, text, column, seconds)
        self.note(f"pressed the row “{text}” of {view}")
        # Near its beginning: the middle of a long row may be a button or under a popup.
        width = cell.rect[2]
        self.click(cell, button, times, keys, at=(min(24, width // 2), cell.rect[3] // 2))
        return cell

    # --- menus and dialogs

    def menu_items(self, menu):
        return [item for item in menu.children if item.role in MENU_ITEMS and item.name]

    def open_menu(self, button, seconds=10):
        """Presses a menu button and returns the menu."""
        before = [window.accessible for window in self.windows()]
        self.press(button)
        return self.new_window(before, seconds, "a menu")

    def new_window(self, before, seconds=10, what="a window"):
        """The top-level that was not among `before`."""
        return until(f"{what} did not open", lambda: self.service.check() or next(
            (window for window in self.windows() if window.accessible not in before), None), seconds)

    def choose(self, menu, *path):
        """Items of a menu and its submenus by their names, with the pointer."""
        for depth, name in enumerate(path):
            before = [window.accessible for window in self.windows()]
            item = until(f"no item “{name}” in the menu", lambda m=menu, n=name: next((i for i in self.menu_items(m) if i.name == n), None))
            if not item.enabled:
                raise Failed(f"the item “{name}” cannot be chosen")
            self.note(f"chose “{name}” from the menu")
            self.click(item)
            if depth + 1 < len(path):
                menu = self.submenu(item, before)

    def submenu(self, item, before):
        """Qt shows a submenu as a child of its item, or as a top-level of its own."""
        def probe():
            inside = next((child for child in item.children if child.showing), None)
            return inside or next((window for window in self.windows() if window.accessible not in before), None)
        return until(f"the submenu of {item} did not open", probe, 5)

    def file_dialog(self, path, seconds=15):
        """Types the path into the file dialog that has just opened (Qt's own) and presses Enter."""
        edit = self.find("fileNameEdit", seconds=seconds)
        self.note(f"typed {path} into the file dialog")
        self.click(edit)
        self.key("ctrl+a", note=False)
        self.type(path)
        until("the file dialog does not hold the path", lambda: edit.text == path)
        self.key("Return", note=False)
        self.gone("fileNameEdit")

    # --- pictures and the end

    def picture(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        run(["import", "-window", "root", "-define", "png:exclude-chunks=date,time", path], 60)

    def resize(self, width, height):
        """The window at the upper left corner, in that size, as a person could drag it."""
        own = self.x_window()
        self.xdotool("windowmove", "--sync", str(own), "0", "0", "windowsize", str(own), str(width), str(height))
        until("the window does not take its size", lambda: self.window.rect and abs(self.window.rect[2] - width) <= 40)

    def x_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid), "--name", "."], capture_output=True, text=True,
                               timeout=20, check=False).stdout.split()
        if not found:
            raise Failed("the X server knows no window of the program")
        return int(found[0])

    def close(self, seconds=20):
        """Closes the main window as its frame does and waits for the end of the process; its exit status."""
        if self.service.process.poll() is None:
            self.key("alt+F4")
        return self.wait_end(seconds)

    def wait_end(self, seconds=20):
        try:
            return self.service.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failed(f"{self.service.name} did not end within {seconds} s") from None


NOTED = {"focused", "selected", "checked", "expanded", "modal", "active", "editable"}
