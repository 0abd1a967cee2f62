# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults that can be seen from outside in one window as it stands: names, twins, places."""
from driver import CONTROLS, VIEWS, WINDOWS

# Rows and heads of views are data: two packages may have the same number of versions.
DATA = {"combo box", "table cell", "tree item", "list item", "table row", "table column header", "table row header", "label", "separator", "scroll bar"}
SLACK = 1  # half a pixel at an odd scale


def names(window, driver):
    """Controls without an accessible name, and siblings of one name and role."""
    faults = []
    for control in driver.walk(window):
        if control.role in CONTROLS | (WINDOWS - {"popup menu"}) and control.showing and not control.name.strip():
            faults.append(f"{control} has no accessible name ({control.full_id})")
        if control.role in VIEWS:
            continue
        seen = {}
        for child in control.children:
            name, role = child.name.strip(), child.role
            if not name or role in DATA or not child.showing:
                continue
            if (name, role) in seen:
                faults.append(f"two controls beside each other are called “{name}”: {seen[name, role]} and {child} in {control}")
            seen[name, role] = child
    return faults


def places(window, driver):
    """Showing controls of which a part lies outside the window's frame."""
    faults = []
    frame = window.rect
    if not frame:
        return [f"{window} has no place on the screen"]
    for control in driver.walk(window):
        if control.role not in CONTROLS | {"label"} or not control.showing:
            continue
        place = control.rect
        if place and not inside(place, frame) and not clipped(control, window):
            faults.append(f"{control} at {place} is not inside {window} at {frame}")
    return faults


def inside(place, frame):
    return (place[0] >= frame[0] - SLACK and place[1] >= frame[1] - SLACK
            and place[0] + place[2] <= frame[0] + frame[2] + SLACK and place[1] + place[3] <= frame[1] + frame[3] + SLACK)


def clipped(control, window):
    """Inside something that scrolls: what is outside can be brought in."""
    parent = control.parent
    while parent and not parent.same(window):
        if parent.role == "scroll pane" or parent.full_id.endswith("qt_scrollarea_viewport"):
            return True
        parent = parent.parent
    return False
