#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""startup_probe.py REPETITIONS NAME=PROGRAM…: starts the programs in turns on a screen of its own and prints as JSON, for each, the milliseconds
from exec to the first pixel that another client sees, and the memory (PSS, with its children) two seconds later.

Without a window manager: a frame would be a pixel that the program did not paint."""
import json
import os
import signal
import subprocess
import sys
import time

from Xlib import X, display

PATIENCE = 30.0  # seconds
STEP = 97  # a column of pixels is read every so many


def start_screen():
    reader, writer = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-dpi", "96", "-nolisten", "tcp", "-noreset"],
                              pass_fds=(writer,), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as line:
        return server, ":" + line.readline().strip()


class Screen:
    def __init__(self, name):
        self.root = display.Display(name).screen().root
        self.blank = self.look()

    def look(self):
        size = self.root.get_geometry()
        return [self.root.get_image(x, 0, 1, size.height, X.ZPixmap, 0xFFFFFFFF).data for x in range(STEP, size.width, STEP)]

    def wait(self, painted):
        """The time at which the screen was first seen to be painted, or blank again."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if (self.look() != self.blank) == painted:
                return time.monotonic()
            time.sleep(0.002)
        raise SystemExit("nothing was painted" if painted else "the screen stays painted")


def descendants(pid):
    found = [pid]
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
            for child in file.read().split():
                found += descendants(int(child))
    return found


def megabytes(pid):
    kilobytes = 0
    for one in descendants(pid):
        try:
            with open(f"/proc/{one}/smaps_rollup", encoding="ascii") as file:
                kilobytes += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except (FileNotFoundError, ProcessLookupError):
            if one == pid:
                raise  # a child may end while it is looked at; the program itself must not
    return kilobytes / 1024


def once(program, screen, name):
    # Nobody listens with a screen reader, as on most desktops.
    environment = {key: value for key, value in {**os.environ, "DISPLAY": name}.items() if key != "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"}
    begin = time.monotonic()
    process = subprocess.Popen([program], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        painted = screen.wait(True)
        time.sleep(2)
        return 1000 * (painted - begin), megabytes(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        screen.wait(False)


def main():
    repetitions = int(sys.argv[1])
    programs = [word.split("=", 1) for word in sys.argv[2:]]
    server, name = start_screen()
    screen = Screen(name)
    taken = {title: [] for title, _ in programs}
    for title, program in programs:
        once(program, screen, name)  # warms the caches
    for _ in range(repetitions):
        for title, program in programs:
            taken[title].append(once(program, screen, name))
    server.terminate()
    print(json.dumps(taken))


if __name__ == "__main__":
    main()
