#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""desktop.py COMMAND...: runs COMMAND on a desktop of its own and ends every process of it afterwards.

A home with XDG folders, an X server (Xvfb) on a free display, a window manager (openbox: without one no window has focus), a session
bus, the accessibility bus and an unlocked gnome-keyring. What does not come up is an error (exit status 99), never left out.
PD_TEST_HOME names the home for the test runner; PD_TEST_SCREEN=WxH sets the size of the screen (1600x1000).
"""
import atexit
import ctypes
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
SOCKET = "/tmp/.X11-unix/X"
LIBC = ctypes.CDLL(None)
PATIENCE = 20.0  # seconds; a loaded machine with two cores starts all of it in two
UNWANTED = ("WAYLAND_DISPLAY", "XAUTHORITY", "AT_SPI_BUS_ADDRESS", "GNOME_KEYRING_CONTROL", "SSH_AUTH_SOCK", "XDG_SESSION_TYPE",
            "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "XDG_CONFIG_DIRS", "SESSION_MANAGER", "GTK_MODULES", "GTK_THEME", "QT_SCALE_FACTOR",
            "LANGUAGE", "LC_ALL", "LC_MESSAGES")


class NoDesktop(Exception):
    """Part of the desktop did not come up."""


def die_with_parent():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def start(command, log, **more):
    return subprocess.Popen(command, stdout=log, stderr=log, preexec_fn=die_with_parent, **more)


def start_and_read_line(command, log, **more):
    """Starts a server that writes one line to the descriptor which stands for {fd} in its command."""
    reader, writer = os.pipe()
    command = [word.replace("{fd}", str(writer)) for word in command]
    start(command, log, pass_fds=(writer,), stdin=subprocess.DEVNULL, **more)
    os.close(writer)
    with os.fdopen(reader) as lines:
        line = lines.readline().strip()
    if not line:
        raise NoDesktop(f"{command[0]} did not start")
    return line


def wait_for(what, probe):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        result = subprocess.run(probe, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if result.returncode == 0 and "not found" not in result.stdout and "no such atom" not in result.stdout:
            return
        time.sleep(0.05)
    raise NoDesktop(f"{what} did not come up: {result.stdout.strip()}")


def make_home():
    home = tempfile.mkdtemp(prefix="pd-", dir="/tmp")  # short: the path of a unix socket has 107 bytes
    places = {"HOME": "", "XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_CACHE_HOME": ".cache",
              "XDG_STATE_HOME": ".local/state", "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp"}
    for name in UNWANTED:
        os.environ.pop(name, None)
    for name, folder in places.items():
        path = os.path.join(home, folder) if folder else home
        os.makedirs(path, mode=0o700, exist_ok=True)
        os.environ[name] = path
    os.environ.update(PD_TEST_HOME=home, LANG="C.UTF-8", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", NO_AT_BRIDGE="0")
    return home


def start_keyring(log):
    probe = ["attribute", "policydesk-desktop-probe"]
    keyring = start(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], log, stdin=subprocess.PIPE)
    keyring.stdin.write(b"test")
    keyring.stdin.close()
    owner = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.GetNameOwner",
             "string:org.freedesktop.secrets"]
    wait_for("the keyring", owner)
    stored = subprocess.run(["secret-tool", "store", "--label=probe", *probe], input="x", text=True, timeout=PATIENCE, stderr=log, check=False)
    found = subprocess.run(["secret-tool", "lookup", *probe], capture_output=True, text=True, timeout=PATIENCE, check=False)
    subprocess.run(["secret-tool", "clear", *probe], timeout=PATIENCE, stderr=log, check=False)
    if stored.returncode != 0 or found.stdout != "x":
        raise NoDesktop("the keyring does not keep a secret")


def start_screen(size, log):
    """An X server on a display that is nobody's; its number.

    Left to itself Xvfb takes the first number whose abstract socket is free. In a network namespace of its own that is 0, and it then
    replaces the socket in /tmp/.X11-unix of a server outside: clients of one server end up with the other."""
    for _ in range(20):
        number = str(random.randrange(100, 50_000))
        if os.path.exists(SOCKET + number):
            continue
        try:
            found = start_and_read_line(["Xvfb", ":" + number, "-displayfd", "{fd}", "-screen", "0", size + "x24", "-dpi", "96", "-nolisten",
                                         "tcp", "-noreset"], log)
            atexit.register(lambda: os.path.exists(SOCKET + found) and os.unlink(SOCKET + found))
            return found
        except NoDesktop:
            continue  # somebody took the number meanwhile
    raise NoDesktop("Xvfb did not start")


def start_desktop(home, log):
    os.environ["DISPLAY"] = ":" + start_screen(os.environ.get("PD_TEST_SCREEN", "1600x1000"), log)
    # Children of the bus inherit the environment as it is now: with the display.
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = start_and_read_line(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:path={home}/run/bus", "--print-address={fd}"], log)
    start(["openbox", "--sm-disable"], log)
    start_keyring(log)
    wait_for("the accessibility bus", ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
                                       "org.a11y.Bus.GetAddress"])
    wait_for("the window manager", ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"])


def children():
    found = []
    for thread in os.listdir("/proc/self/task"):
        with open(f"/proc/self/task/{thread}/children", encoding="ascii") as listed:
            found += [int(pid) for pid in listed.read().split()]
    return found


def end_everything():
    """Orphans come to us, the subreaper; the end of one hands its children over: until none is left."""
    left = children()
    while left:
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        left = children()


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    home = make_home()
    log_path = os.path.join(home, "desktop.log")
    status = 99
    try:
        with open(log_path, "wb") as log:
            start_desktop(home, log)
        status = subprocess.run(sys.argv[1:], preexec_fn=die_with_parent, check=False).returncode
    except (NoDesktop, OSError, subprocess.TimeoutExpired) as problem:
        with open(log_path, encoding="utf-8", errors="replace") as log:
            print(f"No desktop for the test: {problem}\n{log.read()}", file=sys.stderr)
    finally:
        end_everything()
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(status if status >= 0 else 128 - status)


if __name__ == "__main__":
    main()
