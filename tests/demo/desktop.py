# SPDX-License-Identifier: GPL-3.0-or-later
"""The person's desktop around the demo.

The screen, the window manager, the buses and the keyring come from tests/support/desktop.py, under which a script puts itself with
`enter`. This adds what a person has besides: registries, a portal that says light or dark, a browser that notes what it was asked to open.
All processes are below tests/support/desktop.py, which ends every one of them.
"""
import os
import re
import shutil
import signal
import stat
import subprocess
import sys

from waiting import Failed, until

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKOUT = os.path.dirname(os.path.dirname(HERE))
SUPPORT = os.path.join(CHECKOUT, "tests", "support", "desktop.py")
SETTINGS = {"light": "color-scheme 2", "dark": "color-scheme 1", "contrast": "contrast 1", "no contrast": "contrast 0"}


def enter(size="1440x900"):
    """Runs this very script again, on a desktop of its own with a screen of that size, unless it is there already."""
    if os.environ.get("PD_DEMO_INSIDE"):
        del os.environ["PD_DEMO_INSIDE"]  # a script started by this one wants a desktop of its own again
        return
    os.environ.update(PD_DEMO_INSIDE="1", PD_TEST_SCREEN=size)
    os.execv(sys.executable, [sys.executable, SUPPORT, sys.executable, os.path.abspath(sys.argv[0]), *sys.argv[1:]])


def built(name, build=None):
    """A program of this checkout's build, else one on PATH."""
    folder = build or os.environ.get("PD_DEMO_BUILD") or os.path.join(CHECKOUT, "build", "dev")
    path = os.path.join(folder, "bin", name)
    found = path if os.access(path, os.X_OK) else shutil.which(name)
    if not found:
        raise Failed(f"{name} is neither in {folder}/bin nor on PATH")
    return found


class Service:
    """A child process with its output in a file; ended by its id."""

    def __init__(self, name, command, folder, **more):
        self.name = name
        self.out, self.err = (os.path.join(folder, f"{name}.{kind}") for kind in ("out", "err"))
        with open(self.out, "ab") as out, open(self.err, "ab") as err:
            try:
                self.process = subprocess.Popen(command, stdout=out, stderr=err, **more)
            except OSError as problem:
                raise Failed(f"{name} could not be started: {problem}") from problem

    def check(self):
        """Fails, with the last words of the process, when it has ended."""
        if self.process.poll() is not None:
            raise Failed(f"{self.name} ended with status {self.process.returncode}: {read(self.err)[-600:].strip()}")

    def end(self, how=signal.SIGTERM, seconds=10):
        if self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(seconds)
        return self.process.returncode


class Registry(Service):
    """Debian's docker-registry on a free port of loopback; `user` and `password` make it ask for them (htpasswd)."""

    def __init__(self, folder, name="registry", user=None, password=None):
        data = os.path.join(folder, name)
        os.makedirs(data)
        config = ["version: 0.1", "storage:", f"  filesystem: {{rootdirectory: {data}/data}}", "  delete: {enabled: true}",
                  "http: {addr: '127.0.0.1:0'}"]
        if user:
            entry = subprocess.run(["htpasswd", "-Bni", "-C", "4", user], input=password, capture_output=True, text=True, check=True, timeout=20)
            with open(os.path.join(data, "htpasswd"), "w", encoding="utf-8") as file:
                file.write(entry.stdout)
            config += ["auth:", f"  htpasswd: {{realm: {name}, path: {data}/htpasswd}}"]
        path = os.path.join(data, "config.yml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(config) + "\n")
        super().__init__(name, ["docker-registry", "serve", path], folder)
        self.port = int(until(f"docker-registry ({name}) says where it listens", self._listening))
        self.host = f"127.0.0.1:{self.port}"

    def _listening(self):
        self.check()
        found = re.search(r"listening on 127\.0\.0\.1:(\d+)", read(self.err))
        return found and found.group(1)


class Portal(Service):
    """What the system says about light, dark and contrast; read and followed live over the session bus."""

    def __init__(self, folder):
        super().__init__("portal", [sys.executable, os.path.join(HERE, "portal.py")], folder, stdin=subprocess.PIPE, text=True)
        self.scheme = "light"
        until("the settings portal is on the bus", lambda: self.check() or "ready" in read(self.out))

    def say(self, setting):
        self.process.stdin.write(SETTINGS[setting] + "\n")
        self.process.stdin.flush()
        if setting in ("light", "dark"):
            self.scheme = setting


class Desktop:
    """Of one run: `home` with what a person has in it, services, and the environment for the program."""

    def __init__(self):
        self.home = os.environ["PD_TEST_HOME"]
        self.folder = os.path.join(self.home, "demo")
        self.bin = os.path.join(self.folder, "bin")
        os.makedirs(self.bin)
        self.browser_log = os.path.join(self.folder, "opened-in-browser")
        self.practice_log = os.path.join(self.folder, "practice-access.log")
        self.services, self.logs = [], {}
        self._write_program("xdg-open", f'printf "%s\\n" "$1" >> "{self.browser_log}"')
        # The application's own practice registry is the same program; its access log is kept where the transcript can read it.
        registry = shutil.which("docker-registry") or "docker-registry"
        self._write_program("docker-registry", f'REGISTRY_LOG_ACCESSLOG_DISABLED=false exec "{registry}" "$@" >> "{self.practice_log}"')
        self.portal = self.start(Portal(self.folder))

    def _write_program(self, name, line):
        path = os.path.join(self.bin, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n{line}\n")
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)

    def start(self, service):
        self.services.append(service)
        return service

    def registry(self, name="registry", user=None, password=None):
        return self.start(Registry(self.folder, name, user, password))

    def environment(self, **more):
        env = dict(os.environ, PATH=self.bin + os.pathsep + os.environ["PATH"], QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
        for proxy in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
            env.pop(proxy, None)
        env.update(more)
        return env

    def opened_in_browser(self):
        return read(self.browser_log).split()

    def access_logs(self):
        """Name and file of each registry's access log."""
        logs = {service.name: service.out for service in self.services if isinstance(service, Registry)}
        return {**logs, "practice registry": self.practice_log, **self.logs}

    def end(self):
        for service in reversed(self.services):
            service.end()


def read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def run(command, seconds=60, **more):
    """Runs a command to its end; what fails is told with its last words."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, **more)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Failed(f"{command[0]}: {problem}") from problem
    if done.returncode != 0:
        raise Failed(f"{' '.join(command)} ended with status {done.returncode}: {(done.stderr or done.stdout)[-600:].strip()}")
    return done.stdout
