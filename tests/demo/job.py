# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job in the window, step by step: from nothing to a published policy, and back to nothing."""
import json
import os
import re
import shutil
import tarfile

import keyboard
from desktop import CHECKOUT, read, run
from driver import Driver
from inventory import Inventory
from town import GitHub
from waiting import Failed, until

TOKEN = "ghp_demo0Token1That2Nobody3Has4Elsewhere5"
SCOPES = ["read:packages", "write:packages", "delete:packages"]
REGO = """package rbac

default allow := false

allow if "admin" in input.roles

allow if {
	input.action == "read"
	"viewer" in input.roles
}
"""
WORLD = {"tokens": {TOKEN: {"login": "mira", "scopes": SCOPES, "expires": "2027-02-22 10:00:00 UTC"}}, "owners": {"acme": {"members": ["mira"]}},
         "packages": {}, "ages": {}}
STEPS = []


def step(name):
    def add(function):
        STEPS.append((name, function))
        return function
    return add


class Job:
    """What the steps share: the place, the program, the transcript."""

    def __init__(self, place, record, program, hands=Driver):
        self.place, self.record, self.program, self.hands = place, record, program, hands
        self.driver = self.github = self.practice = None
        self.folder = os.path.join(place.home, "src", "rbac")
        self.inventory = Inventory(os.path.join(CHECKOUT, "docs", "automation.md"))

    def picture(self, name):
        """Light, then dark, live: the window follows the system's setting."""
        self.driver.picture(self.record.picture_path(name, "light"))
        self.inventory.look(self.driver, name)
        self.turn("dark")
        self.driver.picture(self.record.picture_path(name, "dark"))
        self.turn("light")

    def turn(self, scheme):
        self.place.portal.say(scheme)
        until(f"the window does not turn {scheme}", lambda: (self.brightness() < 0.5) == (scheme == "dark"))

    def brightness(self):
        """Of the whole screen, 0 to 1; nearly all of it is the window's ground."""
        window = str(self.driver.x_window())
        one = 'import -window "$0" miff:- | convert - -scale "1x1!" -colorspace Gray -format "%[fx:u]" info:'
        return float(run(["sh", "-c", one, window], 30))

    def begin(self, command):
        self.driver = self.hands(self.place, command, name="policydesk", note=self.record.note)
        self.driver.resize(1440, 900)

    def expect_request(self, log, words):
        """The registry's own log has a line with the words since this step began."""
        begin = self.record.begun(log)
        until(f"the log of {log} has no “{words}”", lambda: words in read(self.place.access_logs()[log])[begin:])

    def choose(self, *path):
        self.driver.choose(self.driver.open_menu("menuButton"), *path)

    def open_package(self):
        """The package on ghcr.io by the tree or, where its owner is not there or not open, by its name."""
        if self.driver.view("Registries").find_row("policy-rbac") is not None:
            self.driver.press_row("Registries", "policy-rbac")
            return
        self.choose("Start")
        self.driver.fill("referenceEdit", "ghcr.io/acme/policy-rbac")
        self.driver.press("openReferenceButton")

    def select_local(self, reference_tag):
        self.driver.press_row("Registries", "Local images")
        return self.driver.press_row("Local images", reference_tag)


@step("Start with nothing configured")
def start(job):
    os.makedirs(job.folder)
    with open(os.path.join(job.folder, "rbac.rego"), "w", encoding="utf-8") as file:
        file.write(REGO)
    git = ["git", "-C", job.folder, "-c", "user.name=Mira", "-c", "user.email=mira@acme.example"]
    run([*git, "init", "-q", "-b", "main"])
    run([*git, "remote", "add", "origin", "https://github.com/acme/policies.git"])
    run([*git, "add", "-A"])
    run([*git, "commit", "-q", "-m", "Who may do what"])
    job.github = GitHub(job.place, WORLD)
    job.begin([job.program, "--ca", job.github.authority])
    for key in ("referenceEdit", "openFolderButton", "practiceButton", "signInButton"):
        job.driver.find(key)
    job.picture("start")


@step("Start the practice registry")
def practice(job):
    job.driver.press("practiceButton")
    job.driver.wait_row("Registries", "Practice registry")
    job.practice = re.search(r"localhost:\d+", job.driver.expect_text("messageLabel", "localhost:")).group(0)
    job.expect_request("practice registry", "/v2/")
    job.picture("practice-registry")


@step("Open a folder and build it")
def build(job):
    job.driver.press_row("Registries", "Start") if job.driver.view("Registries").find_row("Start") is not None else job.choose("Start")
    job.driver.press("openFolderButton")
    job.driver.file_dialog(job.folder)
    job.driver.wait_row("Registries", "rbac")
    job.driver.fill("destinationEdit", f"{job.practice}/rbac")
    job.driver.press("buildButton")
    job.driver.expect_text("messageLabel", "Built")
    job.picture("built")


@step("A folder that does not compile says where, and leaves the store as it was")
def broken_build(job):
    before = store_digest(job)
    path = os.path.join(job.folder, "broken.rego")
    with open(path, "w", encoding="utf-8") as file:
        file.write("package rbac\n\ndeny if { input.x = \n}\n")
    job.driver.press("buildButton")
    job.driver.wait_row("Diagnostics", "broken.rego")
    job.picture("diagnostics")
    job.driver.press_row("Diagnostics", "broken.rego")
    job.driver.find("copyPlaceButton")
    job.picture("source")
    job.driver.press("Publish", role="page tab")
    os.remove(path)
    if store_digest(job) != before:
        raise Failed("a build that failed changed the store")


def store_digest(job):
    path = os.path.join(job.place.home, ".policy", "policies-root", "index.json")
    return read(path)


@step("Publish from the form to the practice registry")
def publish(job):
    job.driver.press("moreButton")
    job.driver.find("revisionEdit")
    job.picture("more")
    job.driver.press("moreButton")
    job.driver.fill("tagEdit", "latest")
    job.driver.key("Return")
    job.driver.press("publishButton")
    job.driver.expect_text("receiptLabel", "sha256:")
    job.expect_request("practice registry", '"PUT /v2/')
    job.picture("published")


@step("Sign in: a wrong token is refused")
def refused(job):
    job.choose("Sign in…")
    job.driver.fill("hostEdit", "ghcr.io")
    job.driver.fill("userEdit", "mira")
    job.driver.fill("tokenEdit", "ghp_wrong", secret=True)
    job.driver.press("acceptButton")
    job.driver.expect_text("messageLabel", "ghcr.io")
    if secret(job):
        raise Failed("a refused token is in the keychain")
    job.expect_request("ghcr.io front", "/token")
    job.picture("refused")


def secret(job):
    """The token as `secret-tool lookup` finds it, by the attributes of docs/security.md; empty where it is not."""
    found = run(["sh", "-c", "secret-tool lookup server policydesk user mira@ghcr.io || true"], env=job.place.environment())
    return found.strip()


@step("Sign in to ghcr.io; the token is in the keychain alone")
def sign_in(job):
    job.driver.fill("tokenEdit", TOKEN, secret=True)
    job.driver.press("acceptButton")
    job.driver.wait_row("Registries", "ghcr.io")
    until("the token is not in the keychain", lambda: secret(job) == TOKEN)
    left = run(["sh", "-c", f"grep -rlF {TOKEN} {job.place.home} --exclude-dir=github --exclude-dir=keyrings || true"])
    if left.strip():
        raise Failed(f"the token is in {left}")
    job.picture("signed-in")


@step("Tag the image for ghcr.io")
def tag(job):
    job.select_local("0.1.0")
    job.driver.press("tagButton")
    job.driver.fill("tagEdit", "ghcr.io/acme/policy-rbac:1.0.0")
    job.picture("tag-dialog")
    job.driver.press("acceptButton")
    job.driver.wait_row("Local images", "1.0.0")
    job.picture("tagged")


@step("Push it")
def push(job):
    job.driver.press_row("Local images", "1.0.0")
    job.driver.press("pushButton")
    job.driver.find_enabled("acceptButton")
    job.picture("push-dialog")
    job.driver.press("acceptButton")
    job.driver.expect_text("receiptLabel", "sha256:")
    job.expect_request("ghcr.io", '"PUT /v2/acme/policy-rbac/manifests/1.0.0')
    job.picture("pushed")


@step("See it among the packages of its owner")
def packages(job):
    job.open_package()
    job.driver.wait_row("Remote packages", "1.0.0")
    job.picture("tags")


@step("Remove it here, and undo")
def remove(job):
    job.select_local("1.0.0")
    job.driver.press("removeButton")
    job.driver.wait_no_row("Local images", "1.0.0")
    job.picture("removed")
    job.driver.press("undoButton")
    job.driver.wait_row("Local images", "1.0.0")
    job.driver.press_row("Local images", "1.0.0")
    job.driver.key("Delete")
    job.driver.wait_no_row("Local images", "1.0.0")


@step("Pull it")
def pull(job):
    job.open_package()
    job.driver.press_row("Remote packages", "1.0.0")
    job.driver.press("pullButton")
    job.driver.expect_text("receiptLabel", "sha256:")
    job.expect_request("ghcr.io", '"GET /v2/acme/policy-rbac/')
    job.driver.press_row("Registries", "Local images")
    job.driver.wait_row("Local images", "1.0.0")
    job.picture("pulled")


@step("Try it")
def try_it(job):
    job.driver.press_row("Local images", "1.0.0")
    job.driver.press("tryButton")
    job.driver.fill("queryEdit", 'data.rbac.allow with input as {"roles": ["admin"]}')
    job.driver.key("Return")
    until("the result is not true", lambda: any("true" in cell for row in job.driver.view("Result").rows() for cell in row))
    job.picture("tried")


@step("Save it as a file, and import it")
def save_and_import(job):
    path = os.path.join(job.place.home, "rbac.tar.gz")
    job.select_local("1.0.0")
    job.driver.press("saveButton")
    job.driver.file_dialog(path)
    until("the file is not there", lambda: os.path.exists(path) and tarfile.is_tarfile(path))
    job.driver.press("importButton")
    job.driver.file_dialog(path)
    job.driver.fill("tagEdit", "imported:0.1.0")
    job.picture("import-dialog")
    job.driver.press("acceptButton")
    job.driver.wait_row("Local images", "0.1.0")
    job.picture("imported")


@step("Change its visibility, on GitHub's page")
def visibility(job):
    job.open_package()
    job.driver.choose(job.driver.open_menu("packageMenuButton"), "Change visibility…")
    job.picture("visibility")
    page = "https://github.com/orgs/acme/packages/container/policy-rbac/settings"
    until("the browser was not asked for the page", lambda: page in job.place.opened_in_browser())


@step("Publish a second version, by keyboard alone")
def second(job):
    driver = job.driver
    driver.key("ctrl+k")
    driver.find("goToEdit")
    driver.type("rbac ~/src")
    until("the folder is not among the results", lambda: any("src/rbac" in cell for row in driver.view("Results").rows() for cell in row))
    driver.key("Return")
    driver.find("publishButton")
    keyboard.go_to(driver, "destinationEdit")
    driver.key("ctrl+a")
    driver.type("ghcr.io/acme/policy-rbac")
    keyboard.go_to(driver, "publishButton")
    driver.key("Return")
    driver.expect_text("receiptLabel", "1.0.1")
    job.expect_request("ghcr.io", '"PUT /v2/acme/policy-rbac/manifests/1.0.1')
    job.picture("second")


@step("Delete the first version, after its plan")
def delete(job):
    job.open_package()
    job.driver.press_row("Remote packages", "1.0.0")
    job.driver.press("deleteButton")
    job.driver.view("Plan")
    job.picture("plan")
    job.driver.press("acceptButton")
    job.driver.wait_no_row("Remote packages", "1.0.0")
    job.expect_request("GitHub API", '"DELETE /orgs/acme/packages/container/policy-rbac/versions/')
    job.picture("deleted")


@step("Go to anything, Activity, settings")
def around(job):
    driver = job.driver
    driver.key("ctrl+k")
    driver.find("goToEdit")
    driver.type("rbac")
    job.picture("go-to-anything")
    driver.key("Escape")
    driver.press("activityButton")
    driver.view("Activity")
    job.picture("activity")
    driver.press("activityButton")
    job.choose("Settings…")
    for tab in ("Registries", "OPA", "This computer", "Look"):
        driver.press(tab, role="page tab")
        job.picture("settings-" + tab.lower().replace(" ", "-"))
    driver.key("Escape")
    job.choose("About Policy Desk")
    driver.find("aboutDialog")
    job.picture("about")
    driver.key("Escape")


@step("All is there again after a restart")
def restart(job):
    if job.driver.close() != 0:
        raise Failed("the program did not end well")
    job.begin([job.program, "--ca", job.github.authority])
    job.driver.wait_row("Registries", "ghcr.io")
    job.driver.press("activityButton")
    job.driver.press_row("Receipts", "policy-rbac:1.0.1")
    job.driver.expect_text("receiptLabel", "ghcr.io/acme/policy-rbac:1.0.1")
    job.picture("again")
    job.driver.press("activityButton")


@step("Sign out: the token is gone from the keychain")
def sign_out(job):
    job.driver.press_row("Registries", "ghcr.io")
    job.driver.press("signOutButton")
    until("the token is still in the keychain", lambda: not secret(job))
    job.picture("signed-out")


@step("What was published works elsewhere: skopeo copies it, opa evaluates it")
def elsewhere(job):
    target = os.path.join(job.place.home, "copied")
    certificates = job.github.skopeo_certificates(os.path.join(job.place.home, "certificates"))
    run(["skopeo", "copy", "--src-cert-dir", certificates, "--src-creds", f"mira:{TOKEN}",
         "docker://ghcr.io/acme/policy-rbac:1.0.1", f"dir:{target}"], 60)
    with open(os.path.join(target, "manifest.json"), encoding="utf-8") as file:
        digest = json.load(file)["layers"][0]["digest"].split(":")[1]
    bundle = os.path.join(target, "bundle.tar.gz")
    shutil.copy(os.path.join(target, digest), bundle)
    answer = json.loads(run(["opa", "eval", "--bundle", bundle, "--stdin-input", "--format", "json", "data.rbac.allow"],
                            input=json.dumps({"roles": ["viewer"], "action": "read"})))
    value = answer["result"][0]["expressions"][0]["value"]
    job.record.tell(f"opa eval data.rbac.allow of the copied bundle: {json.dumps(value)}")
    if value is not True:
        raise Failed(f"data.rbac.allow is {value}")
    status = job.driver.close()
    if status != 0:
        raise Failed(f"the program ended with status {status}")
