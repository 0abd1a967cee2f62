# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard alone: what Tab meets, that exactly one thing has the focus after each, that Escape closes, where Enter leads."""
import time

from driver import BUTTONS, CONTROLS, EDITS
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
    for _ in range(most):
        here = one_focus(driver, window)
        if key in (here.id, here.name):
            return here
        driver.key("Tab", note=False)
        _moved(driver, window, here)
    raise Failed(f"Tab does not come to {key} in {window}")
