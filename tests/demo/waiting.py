# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting with a deadline, and the one way in which the demo fails."""
import os
import time

# A slow machine (sanitizers, an emulator) asks for more with PD_DEMO_PATIENCE=3.
PATIENCE = float(os.environ.get("PD_DEMO_PATIENCE", "1"))
SECONDS = 15.0


class Failed(Exception):
    """What was expected did not happen; the text says what, in words for the person who reads the transcript."""


class Gone(Failed):
    """The control is not there any more; another one may stand for it."""


def until(what, probe, seconds=SECONDS, every=0.05):
    """Calls probe until it answers something true, and returns that; fails with `what` at the deadline."""
    deadline = time.monotonic() + seconds * PATIENCE
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise Failed(f"{what} (waited {seconds * PATIENCE:g} s)")
        time.sleep(every)
