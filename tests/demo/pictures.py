#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pictures.py [--only NUMBER…] [--scale 1|2]: leaves the window in the situations of the design and takes their pictures.

build/demo/window/NN-name-{light,dark}[@2x].png, 1440 x 900 (16: 1024 x 700), with real data behind them. Exits 1 naming what could not
be reached; the others are taken all the same.
"""
import argparse
import os
import subprocess
import sys
import time

import desktop
import town
from transcript import same_pictures
from waiting import Failed, until

SITUATIONS = []


def situation(name, size=(1440, 900)):
    def add(function):
        SITUATIONS.append((name, size, function))
        return function
    return add


class Window:
    """The program at one scale, driven to its situations."""

    def __init__(self, place, github, seeds, scale, folder):
        self.place, self.github, self.seeds, self.scale, self.folder = place, github, seeds, scale, folder
        self.program = desktop.built("policydesk")
        self.driver = None
        self.taken = []

    def start(self, *arguments, size=(1440, 900)):
        from driver import Driver
        if self.driver:
            self.driver.service.end()
        self.driver = Driver(self.place, [self.program, "--ca", self.github.authority, *arguments], name=f"policydesk-{len(self.place.services)}",
                             scale=self.scale)
        self.resize(*size)

    def resize(self, width, height):
        self.driver.resize(round(width * self.scale), round(height * self.scale))

    def take(self, name, size):
        """Both colours; what moves (a progress bar) stands where it stands."""
        for scheme in ("light", "dark"):
            self.place.portal.say(scheme)
            time.sleep(0.6)
            path = os.path.join(self.folder, f"{name}-{scheme}{'@2x' if self.scale == 2 else ''}.png")
            area = f"{round(size[0] * self.scale)}x{round(size[1] * self.scale)}+0+0"
            desktop.run(["import", "-window", "root", "-crop", area, "+repage", "-define", "png:exclude-chunks=date,time", path], 60)
            self.taken.append(path)
        self.place.portal.say("light")

    def open_package(self, tag="2.1.0"):
        self.driver.press_row("Registries", "policy-rebac")
        self.driver.press_row("Remote packages", tag)
        until("the rows in sight are not filled", lambda: "Reading" not in " ".join(c.name for c in self.driver.walk() if c.role == "label"))

    def menu(self, *path):
        self.driver.choose(self.driver.open_menu("menuButton"), *path)

    def tab(self, name):
        self.driver.press(self.driver.find(name, role="page tab"))


@situation("01-package")
def package(window):
    window.open_package()


@situation("02-owner")
def owner(window):
    window.driver.press_row("Registries", "acme")
    window.driver.press_row("Remote packages", "policy-rebac")


@situation("03-publish")
def publish(window):
    window.driver.press_row("Registries", "rbac")
    window.driver.find_enabled("publishButton")


@situation("04-delete-plan")
def plan(window):
    window.driver.press_row("Registries", "policy-rebac")
    window.menu("Clean up…")
    window.driver.view("Plan")


@situation("05-try")
def try_it(window):
    window.open_package()
    window.driver.press("tryButton")
    window.driver.fill("inputEdit", '{"user": "mira", "action": "delete", "resource": {"type": "invoice", "owner": "sam"}, "session": {"mfa": true}}')
    window.driver.fill("queryEdit", "data.rbac")
    window.driver.key("Return")
    window.driver.wait_row("Result", "allow")


@situation("07-local-images")
def local_images(window):
    window.driver.press_row("Registries", "Local images")
    window.driver.press_row("Local images", "scratch")
    window.driver.press("removeButton")
    window.driver.find("undoButton")
    window.driver.press_row("Local images", "2.1.1-dev")


@situation("12-activity")
def activity(window):
    window.open_package()
    window.github.order(rate=100_000)
    window.driver.press_row("Registries", "Local images")
    window.driver.press_row("Local images", "big")
    window.driver.press("pushButton")
    window.driver.press("acceptButton")
    window.open_package()
    window.driver.press("activityButton")
    window.driver.view("Activity")


@situation("13-palette")
def palette(window):
    window.open_package()
    window.driver.key("ctrl+k")
    window.driver.find("goToEdit")
    window.driver.type("rebac")


@situation("14-sign-in")
def sign_in(window):
    window.driver.press_row("Registries", "ghcr.io")
    window.menu("Sign in…")
    window.driver.fill("hostEdit", "ghcr.io")
    window.driver.fill("userEdit", "mira")
    window.driver.fill("tokenEdit", "ghp_not0the1real2one3", secret=True)


@situation("16a-empty", (1024, 700))
def empty(window):
    window.github.order(untag="acme/old-demo")
    window.driver.press_row("Registries", "acme")
    window.driver.press_row("Remote packages", "old-demo", times=2)
    window.driver.expect_text("messageLabel", "No tag")


@situation("16a-no-match", (1024, 700))
def no_match(window):
    window.open_package()
    window.driver.fill("filterEdit", "2.3")


@situation("16d-narrow-details", (1024, 700))
def details(window):
    window.open_package()
    window.driver.press("detailsButton")


@situation("16c-no-permission", (1024, 700))
def denied(window):
    window.start("ghcr.io/northwind/edge-policies", size=(1024, 700))
    window.driver.expect_text("messageLabel", "edge-policies")


@situation("08-error")
def expired(window):
    window.github.order(revoke=window.seeds.TOKEN)
    window.driver.press_row("Registries", "policy-rebac")
    window.driver.key("F5")
    window.driver.find("tokenEdit")
    window.github.order(token=window.seeds.TOKEN, login="mira", scopes=window.seeds.SCOPES)


@situation("16b-offline", (1024, 700))
def offline(window):
    window.open_package("2.0.2")
    town.network(False)
    window.driver.key("F5")
    window.driver.expect_text("messageLabel", "network")
    before = [one.accessible for one in window.driver.windows()]
    window.driver.press_row("Remote packages", "2.0.2", button=3)
    window.driver.new_window(before)


def inside(options):
    import seed
    place = desktop.Desktop()
    github = town.GitHub(place, seed.world())
    seeds = seed.Seeds(place, github, desktop.built("policydeskctl"))
    seeds.TOKEN, seeds.SCOPES = seed.TOKEN, seed.SCOPES
    folder = os.path.join(desktop.CHECKOUT, "build", "demo", "window")
    os.makedirs(folder, exist_ok=True)
    window = Window(place, github, seeds, float(options.scale[0]), folder)
    failed = []

    def take(name, size, prepare):
        if options.only and name.split("-")[0] not in options.only:
            return
        try:
            prepare(window)
            window.take(name, size)
        except Failed as problem:
            failed.append(f"{name}: {problem}")
            desktop.run(["import", "-window", "root", os.path.join(folder, f"failed-{name}.png")], 60)

    seeds.found_on_this_computer()
    window.start()
    take("06-first-start", (1440, 900), lambda w: w.driver.find("referenceEdit"))
    window.driver.service.end()
    seeds.folders()
    seeds.published()
    seeds.local()
    for name, size, prepare in SITUATIONS:
        def fresh(w, act=prepare, size=size):
            # Each situation begins from a start of its own, so that one that fails spoils no other.
            w.start(os.path.join(place.home, "src", "kube-admission"), os.path.join(place.home, "src", "rbac"), size=size)
            act(w)
        take(name, size, fresh)
        town_is_well(github)
    for problem in failed:
        print(f"pictures: {problem}", file=sys.stderr)
    same_pictures(window.taken)
    print(f"{len(window.taken)} pictures in {folder}")
    return 1 if failed else 0


def town_is_well(github):
    github.order(fail="none", rate=0)
    try:
        town.network(True)
    except Failed:
        pass  # it was never away


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="*", default=[], metavar="NUMBER")
    parser.add_argument("--scale", nargs="*", default=["1", "2"], choices=["1", "2"])
    options = parser.parse_args()
    if len(options.scale) > 1:
        only = ["--only", *options.only] if options.only else []
        ends = [subprocess.run([sys.executable, os.path.abspath(__file__), "--scale", scale, *only], check=False, timeout=900).returncode
                for scale in options.scale]
        return max(ends)
    town.private_network()
    desktop.enter("2880x1800")
    return inside(options)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as problem:
        sys.exit(f"pictures: {problem}")
