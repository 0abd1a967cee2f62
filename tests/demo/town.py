# SPDX-License-Identifier: GPL-3.0-or-later
"""GitHub as the demo has it: ghcr.io and api.github.com on a network of the demo's own, where no other host can be reached.

`private_network` runs a script again in namespaces of its own (as `unshare -rnm` makes them), in which the names of GitHub lead to
addresses of the loopback interface. `GitHub` is the service behind them, with a docker-registry that keeps what is pushed.
"""
import json
import os
import subprocess
import sys

from desktop import Service, read, run
from waiting import until

ADDRESSES = {"ghcr.io": "140.82.121.33", "api.github.com": "140.82.121.6", "github.com": "140.82.121.3",
             "registry.acme.example": "203.0.113.7"}


def private_network():
    """Runs this very script again where ghcr.io is this computer, unless it is there already."""
    if os.environ.get("PD_DEMO_NETWORK"):
        return
    os.environ["PD_DEMO_NETWORK"] = "1"
    names = "127.0.0.1 localhost\n" + "".join(f"{address} {name}\n" for name, address in ADDRESSES.items())
    script = "ip link set lo up\n" + "".join(f"ip addr add {address}/32 dev lo\n" for address in ADDRESSES.values())
    script = f'set -e\n{script}hosts=$(mktemp)\nprintf "%s" "$0" > "$hosts"\nmount --bind "$hosts" /etc/hosts\nrm "$hosts"\nexec "$@"'
    os.execvp("unshare", ["unshare", "-rnm", "sh", "-c", script, names, sys.executable, os.path.abspath(sys.argv[0]), *sys.argv[1:]])


def certificates(folder):
    """An authority and one certificate for all the names: their files, and the authority's alone."""
    config = os.path.join(folder, "names.cnf")
    with open(config, "w", encoding="utf-8") as file:
        file.write("subjectAltName=" + ",".join(f"DNS:{name}" for name in ADDRESSES) + "\n")
    paths = {name: os.path.join(folder, name) for name in ("ca.key", "ca.crt", "key.pem", "request.pem", "certificate.pem")}
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30"]
    run(["openssl", "req", "-x509", *curve, "-subj", "/CN=Demo authority", "-keyout", paths["ca.key"], "-out", paths["ca.crt"]])
    run(["openssl", "req", "-new", *curve[:-2], "-subj", "/CN=ghcr.io", "-keyout", paths["key.pem"], "-out", paths["request.pem"]])
    run(["openssl", "x509", "-req", "-in", paths["request.pem"], "-CA", paths["ca.crt"], "-CAkey", paths["ca.key"], "-days", "30",
         "-extfile", config, "-out", paths["certificate.pem"]])
    return paths


class GitHub(Service):
    """ghcr.io and api.github.com. `world`: tokens, owners, packages, ages, as github.py wants them."""

    def __init__(self, desktop, world):
        folder = os.path.join(desktop.folder, "github")
        os.makedirs(folder)
        self.registry = desktop.registry("ghcr.io")
        paths = certificates(folder)
        self.authority = paths["ca.crt"]
        self.api_log, self.front_log = os.path.join(folder, "api.log"), os.path.join(folder, "front.log")
        world = {**world, "registry_port": self.registry.port, "certificate": paths["certificate.pem"], "key": paths["key.pem"],
                 "registry_address": ADDRESSES["ghcr.io"], "api_address": ADDRESSES["api.github.com"],
                 "registry_log": self.front_log, "api_log": self.api_log}
        path = os.path.join(folder, "world.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(world, file)
        super().__init__("github", [sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "github.py"), path],
                         desktop.folder, stdin=subprocess.PIPE, text=True)
        desktop.start(self)
        desktop.logs["GitHub API"] = self.api_log
        desktop.logs["ghcr.io front"] = self.front_log
        until("GitHub answers", lambda: self.check() or "ready" in read(self.out))
        self._orders = 0

    def order(self, **order):
        """Changes the world while it runs."""
        self._orders += 1
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        until("GitHub does as it is told", lambda: self.check() or read(self.out).count("done") >= self._orders)

    def skopeo_certificates(self, folder):
        """A folder for skopeo's --src-cert-dir."""
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "ca.crt")
        if not os.path.exists(path):
            os.symlink(self.authority, path)
        return folder


def network(on):
    """Takes the way to GitHub away, or gives it back: with it no address of theirs can be reached."""
    for address in ADDRESSES.values():
        run(["ip", "addr", "add" if on else "del", f"{address}/32", "dev", "lo"])
