#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_harness.py WINDOW FILES: proves on a throw-away program that the demo's harness uses a program from outside, and sees its faults."""
import glob
import os
import stat
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

import audit  # noqa: E402
import desktop  # noqa: E402
import keyboard  # noqa: E402
from contract import Contract  # noqa: E402
from driver import Driver  # noqa: E402
from transcript import Transcript  # noqa: E402
from waiting import Failed, until  # noqa: E402
from walk import Walk  # noqa: E402

CONTRACT = os.path.join(HERE, "automation.md")


def expect(what, truth):
    if not truth:
        raise AssertionError(what)


def expect_failure(words, act):
    try:
        act()
    except Failed as problem:
        expect(f"“{words}” is not in “{problem}”", words in str(problem))
        return
    raise AssertionError(f"nothing failed with “{words}”")


def job(place, window, files):
    """The kinds of act that the demo has, each with an effect that is seen from outside."""
    record = Transcript(os.path.join(place.home, "out"), "Self-test", place.access_logs)
    folder = os.path.join(place.home, "Fälle und mehr")
    os.makedirs(folder)
    with record.step("Start"):
        registry = place.registry()
        driver = Driver(place, [window], note=record.note)
        driver.picture(record.picture_path("start", "light"))
    with record.step("Ask the registry"):
        driver.fill("hostEdit", registry.host)
        driver.fill("tokenEdit", "ghp_s3cret", secret=True)
        driver.press("practiceButton")
        driver.expect_text("messageLabel", '"repositories":[]')
    step = record.current
    expect("the registry's line is in the transcript", any("GET /v2/_catalog" in line for line in step.requests["registry"]))
    expect("the control is in the transcript", any("practiceButton" in act for act in step.acts))
    with record.step("Open a folder in the file dialog"):
        driver.press("openFolderButton")
        driver.file_dialog(folder)
        driver.expect_text("messageLabel", "Opened " + folder)
    expect("no request without an act", not record.current.requests)
    with record.step("Drop a folder"):
        other = Driver(place, [files, place.home, place.home], name="files")
        driver.drag(other.find(os.path.basename(place.home)), driver.find("messageLabel"), source_pid=other.pid, source_driver=other)
        driver.expect_text("messageLabel", "Opened " + place.home)
        expect("the file manager ends", other.close() == 0)
    with record.step("A row far down, and its menu"):
        before = [one.accessible for one in driver.windows()]
        driver.press_row("Remote packages", "1.38.0", button=3)
        driver.choose(driver.new_window(before), "Copy reference")
        driver.expect_text("messageLabel", "Copied 1.38.0")
        driver.choose(driver.open_menu("menuButton"), "More", "Pull it")
        driver.expect_text("messageLabel", "Pulled")
        expect("the progress is read", driver.find("Transfer progress").value == 100)
        driver.picture(record.picture_path("pulled", "light"))
    record.check_pictures()
    expect_failure("Step 6, “Nothing to see”: no control nowhere", lambda: failing_step(record, driver))
    with open(os.path.join(record.folder, "transcript.md"), encoding="utf-8") as file:
        text = file.read()
    expect("transcript names the failed step and no token", "**This step failed:**" in text and "ghp_s3cret" not in text)
    record.current.pictures.append(record.steps[0].pictures[0])
    expect_failure("two pictures are alike", record.check_pictures)
    by_keyboard(driver)
    expect("the program ends", driver.close() == 0)


def failing_step(record, driver):
    with record.step("Nothing to see"):
        driver.find("nowhere", seconds=0.2)


def by_keyboard(driver):
    driver.click(driver.find("hostEdit"))
    met = keyboard.tour(driver, driver.window)
    expect(f"Tab meets what there is: {[str(c) for c in met]}", {"hostEdit", "signInButton", "Remote packages"} <= {c.id for c in met})
    expect("Tab misses nothing", not keyboard.unreachable(driver, driver.window, met))
    keyboard.go_to(driver, "signInButton")
    driver.key("space")
    dialog = until("the dialog opens", lambda: next((w for w in driver.windows() if w.id == "signInDialog"), None))
    driver.type("mira")
    driver.key("Return")
    driver.expect_text("messageLabel", "Signed in as mira")
    driver.key("space")
    dialog = until("the dialog opens again", lambda: next((w for w in driver.windows() if w.id == "signInDialog"), None))
    keyboard.check_default(driver, dialog)
    keyboard.escape(driver, dialog)
    driver.key("ctrl+k")
    keyboard.escape(driver, until("the palette opens", lambda: next((w for w in driver.windows() if w.id == "paletteDialog"), None)))


def job_by_keyboard(place, window):
    """The same acts with other hands."""
    driver = keyboard.KeyboardDriver(place, [window])
    driver.fill("hostEdit", "127.0.0.1:1")
    driver.press("openFolderButton")
    driver.file_dialog(place.home)
    driver.expect_text("messageLabel", "Opened " + place.home)
    before = [one.accessible for one in driver.windows()]
    driver.press_row("Remote packages", "1.7.0", button=3)
    driver.choose(driver.new_window(before), "Copy reference")
    driver.expect_text("messageLabel", "Copied 1.7.0")
    driver.choose(driver.open_menu("menuButton"), "More", "Pull it")
    driver.expect_text("messageLabel", "Pulled")
    expect("the program ends", driver.close() == 0)


def whole_walk(place, window):
    walk = Walk(Driver(place, [window]), Contract(CONTRACT))
    walk.run()
    expect(f"a program without a fault passes: {walk.faults}", not walk.faults)
    expect("all actions were chosen", {("Sign in…",), ("More", "Pull it"), ("Open a folder…",)} <= walk.done)
    walk.contract.windows["neverDialog"] = None
    expect("a window never visited is a fault", any("neverDialog of the contract was never visited" in f for f in walk.contract.compare(walk.seen)))
    walk.driver.close()


def flawed(place, window, flaw, **more):
    return Driver(place, [window, "--flaw", flaw], **more)


def faults_are_seen(place, window):
    driver = flawed(place, window, "unnamed")
    expect("a control without a name is seen", any("has no accessible name" in f for f in audit.names(driver.window, driver)))
    driver.close()
    driver = flawed(place, window, "twins")
    expect("twins are seen", any("are called “Again”" in f for f in audit.names(driver.window, driver)))
    driver.close()
    # At 125 %: places on the screen are not those that the program counts in.
    driver = flawed(place, window, "outside", scale=1.25)
    expect("what hangs over the frame is seen", [f for f in audit.places(driver.window, driver) if "Half outside" in f])
    driver.press("pullButton")
    driver.expect_text("messageLabel", "Pulled")
    driver.close()
    driver = flawed(place, window, "trap")
    expect_failure("the focus does not leave", lambda: keyboard.tour(driver, driver.window))
    driver.close()
    driver = flawed(place, window, "stubborn")
    driver.press("signInButton")
    dialog = until("the dialog opens", lambda: next((w for w in driver.windows() if w.id == "signInDialog"), None))
    expect_failure("Escape does not close", lambda: keyboard.escape(driver, dialog, seconds=1))
    driver.service.end()


def broken_program(place):
    """A registry that ends at once fails the step that starts it, by name."""
    path = os.path.join(place.folder, "broken", "docker-registry")
    os.makedirs(os.path.dirname(path))
    with open(path, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\nexit 1\n")
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
    before = os.environ["PATH"]
    os.environ["PATH"] = os.path.dirname(path) + os.pathsep + before
    record = Transcript(os.path.join(place.home, "out"), "Broken")

    def begin():
        with record.step("Start the registry"):
            place.registry("broken registry")
    expect_failure("Step 1, “Start the registry”: broken registry ended with status 1", begin)
    os.environ["PATH"] = before


def inside(window, files):
    place = desktop.Desktop()
    for what, act in (("job", lambda: job(place, window, files)), ("keyboard", lambda: job_by_keyboard(place, window)),
                      ("walk", lambda: whole_walk(place, window)), ("faults", lambda: faults_are_seen(place, window)),
                      ("broken", lambda: broken_program(place))):
        begin = time.monotonic()
        act()
        print(f"ok: {what} ({time.monotonic() - begin:.1f} s)", flush=True)
    # On purpose nothing is ended here: the desktop has to.
    place.registry("left")


def left_over(mark):
    """Processes that still have the mark in their environment."""
    found = []
    for path in glob.glob("/proc/[0-9]*/environ"):
        try:
            with open(path, "rb") as file:
                if mark.encode() in file.read() and path.split("/")[2] != str(os.getpid()):
                    found.append(path.split("/")[2])
        except OSError:
            continue
    return found


def main():
    if os.environ.get("PD_DEMO_INSIDE"):
        desktop.enter()
        inside(*sys.argv[1:])
        return 0
    mark = f"harness-{os.getpid()}-{time.time_ns()}"
    command = [sys.executable, desktop.SUPPORT, sys.executable, os.path.abspath(__file__), *sys.argv[1:]]
    env = dict(os.environ, PD_DEMO_INSIDE="1", PD_DEMO_MARK=mark, PD_TEST_SCREEN="1440x900")
    status = subprocess.run(command, env=env, timeout=170, check=False).returncode
    left = left_over(mark)
    if left:
        print(f"processes are left: {left}")
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
