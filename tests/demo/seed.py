# SPDX-License-Identifier: GPL-3.0-or-later
"""The things of a person who has worked with Policy Desk for a while, made by the real policydeskctl, opa and git: for the pictures."""
import base64
import json
import os

from desktop import run

HOUR, DAY = 3600, 86400
TOKEN = "ghp_seed0Token1That2Nobody3Has4Elsewhere5"
SCOPES = ["read:packages", "write:packages", "delete:packages"]

# Version, further tags at that version, age. The oldest first, as they were published.
VERSIONS = [("1.8.2", [], 150 * DAY), ("1.8.3", [], 130 * DAY), ("1.8.4", [], 120 * DAY), ("1.8.5", [], 100 * DAY), ("1.8.6", ["1.8"], 90 * DAY),
            ("1.9.0", [], 75 * DAY), ("1.9.1", [], 65 * DAY), ("1.9.2", [], 60 * DAY), ("1.9.3", [], 49 * DAY), ("1.9.4", ["1.9", "1"], 35 * DAY),
            ("2.0.0-rc.1", [], 28 * DAY), ("2.0.0-rc.2", [], 21 * DAY), ("2.0.0", [], 20 * DAY), ("2.0.1", [], 12 * DAY), ("2.0.2", [], 9 * DAY),
            ("2.0.3", ["2.0"], 3 * DAY), ("2.1.0", ["2.1", "2"], 2 * HOUR)]
# Package: visibility, source repository, version, age.
PACKAGES = {
    "kube-admission": ("private", "acme/policies", "0.8.3", 5 * HOUR), "policy-abac": ("private", "acme/policies", "1.4.2", DAY),
    "terraform-guard": ("private", "acme/infra", "3.2.1", 2 * DAY), "envoy-authz": ("internal", "acme/mesh", "1.1.0", 3 * DAY),
    "rbac-base": ("public", "acme/policies", "1.0.6", 6 * DAY), "pii-masking": ("private", "acme/data", "0.4.0", 8 * DAY),
    "ci-gates": ("private", "acme/ci", "2.0.0", 9 * DAY), "s3-access": ("private", "acme/infra", "1.3.3", 12 * DAY),
    "opa-examples": ("public", "acme/opa-examples", "1.0.1", 14 * DAY), "payments-limits": ("private", "acme/payments", "4.0.2", 15 * DAY),
    "vault-guard": ("private", "acme/infra", "1.2.0", 17 * DAY), "network-egress": ("private", "acme/infra", "0.9.2", 20 * DAY),
    "feature-gates": ("private", "acme/web", "1.5.1", 24 * DAY), "tenant-isolation": ("internal", "acme/platform", "1.2.4", 30 * DAY),
    "sso-claims": ("private", "acme/identity", "0.2.0", 40 * DAY), "image-signing": ("private", "acme/platform", "1.1.1", 50 * DAY),
    "license-rules": ("public", "acme/open-source", "2.3.0", 60 * DAY), "hr-scopes": ("private", "acme/people", "1.0.0", 70 * DAY),
    "kafka-acl": ("private", "acme/streams", "0.3.4", 80 * DAY), "billing-roles": ("private", "acme/payments", "1.1.0", 95 * DAY),
    "graphql-depth": ("private", "acme/web", "0.1.0", 120 * DAY), "audit-retention": ("private", "acme/data", "1.0.3", 160 * DAY),
    "legacy-acl": ("private", None, "0.0.9", 330 * DAY), "old-demo": ("private", None, "0.1.0", 340 * DAY),
}
REGO = """package rbac

import data.grants
import data.roles

default allow := false

allow if {
	some role in roles[input.user]
	input.action in grants[role]
}

allow if {
	input.session.mfa
	input.user == input.resource.owner
}

deny contains msg if {
	not allow
	msg := sprintf("%v may not %v %v", [roles[input.user][0], input.action, input.resource.type])
}
"""
DATA = {"roles": {"mira": ["viewer"], "sam": ["editor"]}, "grants": {"viewer": ["read", "list"], "editor": ["read", "list", "write"]}}


def world():
    """For town.GitHub: nothing is there yet, but how old it will be when it comes."""
    ages = {f"acme/policy-rebac:{tag}": age for version, more, age in VERSIONS for tag in [version, *more, "latest"]}
    ages.update({f"acme/{name}:{version}": age for name, (_, _, version, age) in PACKAGES.items()})
    return {"tokens": {TOKEN: {"login": "mira", "scopes": SCOPES, "expires": "2027-02-22 10:00:00 UTC"}},
            "owners": {"acme": {"members": ["mira"]}, "northwind": {"members": []}}, "packages": {}, "ages": ages}


class Seeds:
    def __init__(self, place, github, ctl):
        self.place, self.github, self.ctl = place, github, ctl
        self.folder = os.path.join(place.home, "src", "rbac")

    def policydeskctl(self, *words, **more):
        return run([self.ctl, "--ca", self.github.authority, *words], 120, env=self.place.environment(), **more)

    def found_on_this_computer(self):
        """What the first page finds: the Policy CLI, Docker and GitHub's client, signed in; a few images."""
        login = base64.b64encode(f"mira:{TOKEN}".encode()).decode()
        hosts = f"github.com:\n    user: mira\n    oauth_token: {TOKEN}\n    git_protocol: https\n"
        for path, text in ((".policy/policies-root/config.json", json.dumps({"auths": {"ghcr.io": {"auth": login}}})),
                           (".docker/config.json", json.dumps({"auths": {"registry.acme.example": {"auth": login}}})),
                           (".config/gh/hosts.yml", hosts)):
            path = os.path.join(self.place.home, path)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    def write_policy(self, folder, text=REGO):
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "rbac.rego"), "w", encoding="utf-8") as file:
            file.write(text)
        with open(os.path.join(folder, "data.json"), "w", encoding="utf-8") as file:
            json.dump(DATA, file, indent=2)

    def git(self, folder, *words):
        run(["git", "-C", folder, "-c", "user.name=Mira", "-c", "user.email=mira@acme.example", *words])

    def folders(self):
        for name in ("rbac", "kube-admission"):
            folder = os.path.join(self.place.home, "src", name)
            self.write_policy(folder)
            self.git(folder, "init", "-q", "-b", "main")
            self.git(folder, "remote", "add", "origin", "https://github.com/acme/policies.git")
            self.git(folder, "add", "-A")
            self.git(folder, "commit", "-q", "-m", "Roles and grants")

    def published(self):
        """All versions of acme/policy-rebac and one of every other package, pushed by policydeskctl as mira."""
        self.policydeskctl("login", "ghcr.io", "-u", "mira", "--password-stdin", input=TOKEN)
        for version, more, _ in VERSIONS:
            self.write_policy(self.folder, REGO + f"\nversion := \"{version}\"\n")
            self.git(self.folder, "commit", "-q", "-am", f"Release {version}")
            self.policydeskctl("publish", self.folder, "ghcr.io/acme/policy-rebac", "--tag", ",".join([version, *more, "latest"]))
        settings = {"acme/policy-rebac": {"visibility": "public", "repository": "acme/policies"}}
        for name, (visibility, repository, version, _) in PACKAGES.items():
            self.policydeskctl("publish", self.folder, f"ghcr.io/acme/{name}", "--tag", version)
            settings[f"acme/{name}"] = {"visibility": visibility, "repository": repository}
        self.github.order(packages=settings)
        # Work that is not committed yet: two files changed.
        self.write_policy(self.folder, REGO + "\nversion := \"2.1.1-dev\"\n")
        with open(os.path.join(self.folder, "data.json"), "a", encoding="utf-8") as file:
            file.write("\n")

    def local(self):
        """Of what was published the newest stay here; one image is here alone."""
        keep = {"ghcr.io/acme/policy-rebac:" + tag for tag in ("2.1.0", "2.0.3", "1.9.4")} | {"ghcr.io/acme/kube-admission:0.8.3"}
        images = json.loads(self.policydeskctl("--json", "images"))
        gone = [reference for reference in (f"{image['repository']}:{image['tag']}" for image in images) if reference not in keep]
        if gone:
            self.policydeskctl("rm", *gone)
        self.policydeskctl("build", self.folder, "-t", "ghcr.io/acme/policy-rebac:2.1.1-dev")
        self.policydeskctl("build", self.folder, "-t", "scratch")
