#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./dev promises of its environment. RootTest: however the making of the root ends, the next call ends well (with a mmdebstrap of
our own, which takes a moment). ProgramsTest: the programs that people and scripts may count on under ./dev exec."""
import glob
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
MAKE = os.path.join(CHECKOUT, "packaging", "root", "make")

# Its last argument is the folder to make. It takes as long as the file "pace" says, and fails where "refuse" lies.
MMDEBSTRAP = """#!/bin/bash
making=${@: -1}
mkdir -p "$making/usr"
echo "I: running apt-get update..."
echo begun >>"$PD_FAKE/calls"
sleep "$(cat "$PD_FAKE/pace")"
if [ -e "$PD_FAKE/refuse" ]; then
    echo "E: $(cat "$PD_FAKE/refuse")"
    exit 100
fi
touch "$making/whole"
"""


class RootTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="pd-root-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.cache = os.path.join(self.folder, "cache", "policy-desk")
        programs = os.path.join(self.folder, "bin")
        os.makedirs(programs)
        self.program(programs, "dpkg", "#!/bin/sh\nexit 0\n")
        self.program(programs, "mmdebstrap", MMDEBSTRAP)
        self.say("pace", "0")
        self.environment = {**os.environ, "XDG_CACHE_HOME": os.path.dirname(self.cache), "PD_FAKE": self.folder,
                            "PATH": programs + ":" + os.environ["PATH"]}

    def program(self, folder, name, text):
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, 0o755)

    def say(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    def start(self):
        return subprocess.Popen([MAKE], env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, start_new_session=True)

    def make(self):
        done = subprocess.run([MAKE], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
        return done.returncode, done.stdout.strip(), done.stderr

    def begun(self):
        try:
            with open(os.path.join(self.folder, "calls"), encoding="utf-8") as file:
                return len(file.readlines())
        except FileNotFoundError:
            return 0

    def wait_until_begun(self, times):
        deadline = time.monotonic() + 20
        while self.begun() < times and time.monotonic() < deadline:
            time.sleep(0.01)
        self.assertEqual(self.begun(), times)

    def roots(self):
        return glob.glob(os.path.join(self.cache, "root-*"))

    def assert_whole(self, status, root, output):
        self.assertEqual(status, 0, output)
        self.assertTrue(os.path.exists(os.path.join(root, "whole")), output)
        self.assertEqual(self.roots(), [root])
        self.assertEqual(glob.glob(os.path.join(self.cache, "making-*")), [])

    def test_made_once(self):
        self.assert_whole(*self.make())
        self.assert_whole(*self.make())
        self.assertEqual(self.begun(), 1)

    def test_two_calls_at_once_make_one(self):
        self.say("pace", "0.5")
        first, second = self.start(), self.start()
        roots = {first.communicate(timeout=60)[0].strip(), second.communicate(timeout=60)[0].strip()}
        self.assertEqual((first.returncode, second.returncode, len(roots)), (0, 0, 1))
        self.assertEqual(self.begun(), 1)

    def test_killed_alone(self):
        """Whether its child dies with it or goes on: no half root, and no root removed under who still makes it."""
        self.say("pace", "1")
        first = self.start()
        self.addCleanup(first.communicate)
        self.wait_until_begun(1)
        first.send_signal(signal.SIGKILL)
        first.wait(timeout=10)
        self.assertEqual(self.roots(), [])
        self.assert_whole(*self.make())

    def test_killed_with_all_its_children(self):
        self.say("pace", "30")
        first = self.start()
        self.addCleanup(first.communicate)
        self.wait_until_begun(1)
        os.killpg(first.pid, signal.SIGKILL)
        first.wait(timeout=10)
        self.say("pace", "0")
        self.assert_whole(*self.make())
        self.assertEqual(self.begun(), 2)

    def test_refused(self):
        self.say("refuse", "the server answers 503")
        status, root, output = self.make()
        self.assertEqual((status, root, self.roots()), (1, "", []), output)
        self.assertEqual(glob.glob(os.path.join(self.cache, "making-*")), [])
        lines = output.strip().splitlines()
        self.assertEqual([line for line in lines if "could not be made" in line], [lines[-1]])
        self.assertIn("the server answers 503", lines[-1])
        os.remove(os.path.join(self.folder, "refuse"))
        self.assert_whole(*self.make())


class ProgramsTest(unittest.TestCase):
    PROGRAMS = ("bash python3 openbox Xvfb xdotool convert import compare dbus-daemon dbus-run-session gnome-keyring-daemon secret-tool curl jq "
                "openssl strace time ip mount unshare docker-registry skopeo oras cosign htpasswd git gdb").split()

    def test_each_is_there(self):
        self.assertEqual([name for name in self.PROGRAMS if not shutil.which(name)], [])

    def test_each_runs(self):
        for command in (["docker-registry", "--version"], ["skopeo", "--version"], ["oras", "version"], ["cosign", "version"], ["jq", "--version"],
                        ["time", "-p", "true"], ["strace", "-V"], ["convert", "-version"], ["ip", "-V"]):
            with self.subTest(command[0]):
                done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_python_sees_a_window_from_outside(self):
        program = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi; print(Atspi.Role.FRAME.value_nick)"
        done = subprocess.run(["python3", "-c", program], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual((done.returncode, done.stdout.strip()), (0, "frame"), done.stderr)

    def alone(self, *command):
        done = subprocess.run(["unshare", *command], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.splitlines()

    def test_a_network_of_its_own(self):
        links, user = self.alone("-rn", "sh", "-c", "ip link set lo up && ip -brief link && id -u")
        self.assertEqual((links.split()[0], user), ("lo", "0"), "only the loopback is there")

    def test_a_disk_of_its_own(self):
        lines = self.alone("-rm", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt && stat -f -c %T /mnt")
        self.assertEqual(lines, ["tmpfs"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
