#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""frame.py [PROGRAM [ARGUMENT…]]: every showing control lies inside its window's frame: at 100 and 200 %, mirrored too (-reverse)."""
import os
import subprocess
import sys

import desktop
from waiting import Failed

VARIANTS = [("100 %", "1440x900", "1", []), ("200 %", "2880x1800", "2", []), ("mirrored", "1440x900", "1", ["-reverse"]),
            ("mirrored at 200 %", "2880x1800", "2", ["-reverse"])]


def check(driver, where):
    """Fails with all faults of the windows that show now."""
    import audit
    faults = [fault for window in driver.windows() for fault in audit.places(window, driver)]
    if faults:
        raise Failed(f"{where}: " + "; ".join(faults))


def one(name, scale, command):
    from driver import Driver
    with_desktop = desktop.Desktop()
    driver = Driver(with_desktop, command, scale=float(scale))
    check(driver, name)
    import walk
    places = walk.places_of(driver)
    for place, go in places:
        go()
        check(driver, f"{name}, {place}")
    driver.close()
    print(f"{name}: every control of {1 + len(places)} places is inside its frame")


def main():
    if len(sys.argv) > 3 and sys.argv[1] == "--one":
        screen = next(v[1] for v in VARIANTS if v[0] == sys.argv[2])
        desktop.enter(screen)
        one(sys.argv[2], sys.argv[3], sys.argv[4:])
        return 0
    command = sys.argv[1:] or [desktop.built("policydesk")]
    failed = False
    for name, _, scale, more in VARIANTS:
        done = subprocess.run([sys.executable, os.path.abspath(__file__), "--one", name, scale, *command, *more], timeout=300, check=False)
        failed |= done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as problem:
        sys.exit(f"frame: {problem}")
