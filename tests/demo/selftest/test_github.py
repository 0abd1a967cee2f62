#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_github.py: the demo's GitHub answers other clients (oras, skopeo, curl) as GitHub's registry and REST API are known to."""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import desktop  # noqa: E402
import town  # noqa: E402
from desktop import run  # noqa: E402
from waiting import Failed  # noqa: E402

WORLD = {"tokens": {"ghp_all": {"login": "mira", "scopes": ["read:packages", "write:packages", "delete:packages"]},
                    "ghp_read": {"login": "mira", "scopes": ["read:packages"]}},
         "owners": {"acme": {"members": ["mira"]}}, "ages": {"acme/rbac:1.0.0": 86400}}


def expect(what, truth):
    if not truth:
        raise AssertionError(what)


class Client:
    def __init__(self, github, folder):
        self.authority, self.folder = github.authority, folder
        self.certificates = github.skopeo_certificates(os.path.join(folder, "certificates"))

    def push(self, reference, content, token):
        path = os.path.join(self.folder, "layer")
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
        run(["oras", "push", "--ca-file", self.authority, "-u", "mira", "--password-stdin", reference, "layer"], cwd=self.folder, input=token)

    def tags(self, name, token):
        """Of ghcr.io/NAME, as oras lists them; None where it is denied."""
        who = ["-u", "mira", "--password-stdin"] if token else []
        try:
            return run(["oras", "repo", "tags", "--ca-file", self.authority, *who, "ghcr.io/" + name], input=token).split()
        except Failed as problem:
            if "denied" not in str(problem):
                raise
            return None

    def api(self, path, token="ghp_all", method="GET"):
        """Status, scopes and content."""
        url = "https://api.github.com" + path
        form = r"\n%{http_code} %header{x-oauth-scopes}"
        words = ["curl", "-sS", "--cacert", self.authority, "-X", method, "-w", form, url]
        text = run(words + (["-H", f"Authorization: Bearer {token}"] if token else []))
        body, _, last = text.rpartition("\n")
        status, _, scopes = last.partition(" ")
        return int(status), scopes, json.loads(body) if body else None

    def registry_says(self, method, path, scope):
        """The status of a request to ghcr.io with a token of mira's for that scope."""
        curl = ["curl", "-sS", "--cacert", self.authority]
        found = run([*curl, "-u", "mira:ghp_all", f"https://ghcr.io/token?service=ghcr.io&scope={scope}"])
        bearer = "Authorization: Bearer " + json.loads(found)["token"]
        return int(run([*curl, "-o", os.devnull, "-w", "%{http_code}", "-X", method, "-H", bearer, "https://ghcr.io" + path]))

    def raw(self, reference):
        return run(["skopeo", "inspect", "--raw", "--cert-dir", self.certificates, "--creds", "mira:ghp_all", "docker://" + reference])


def check(client, github):
    client.push("ghcr.io/acme/rbac:1.0.0", "one", "ghp_all")
    client.push("ghcr.io/acme/rbac:latest", "two", "ghp_all")
    client.push("ghcr.io/acme/rbac:latest", "three", "ghp_all")
    expect("a private package is denied to nobody's token", client.tags("acme/rbac", None) is None)
    expect("tags come to who may read", client.tags("acme/rbac", "ghp_read") == ["1.0.0", "latest"])
    refused = False
    try:
        client.push("ghcr.io/acme/rbac:2.0.0", "four", "ghp_read")
    except Failed:
        refused = True
    expect("a token without write:packages cannot push", refused)

    status, scopes, found = client.api("/orgs/acme/packages?package_type=container", "ghp_read")
    expect("the list", status == 200 and scopes == "read:packages" and [(p["name"], p["version_count"]) for p in found] == [("rbac", 3)])
    expect("a wrong token", client.api("/user", "ghp_wrong")[0] == 401 and client.api("/orgs/acme/packages", None)[0] == 401)
    versions = client.api("/orgs/acme/packages/container/rbac/versions")[2]
    tags = {tag: v["id"] for v in versions for tag in v["metadata"]["container"]["tags"]}
    expect("a version without a tag", sorted(len(v["metadata"]["container"]["tags"]) for v in versions) == [0, 1, 1])
    expect("the oldest is as old as it is said", versions[-1]["id"] == tags["1.0.0"])

    delete = "/orgs/acme/packages/container/rbac/versions/"
    expect("no scope, no deletion", client.api(f"{delete}{tags['1.0.0']}", "ghp_read", "DELETE")[0] == 403)
    before = client.raw("ghcr.io/acme/rbac:latest")
    expect("a version goes", client.api(f"{delete}{tags['latest']}", method="DELETE")[0] == 204)
    expect("with its tag", client.tags("acme/rbac", "ghp_all") == ["1.0.0"])
    status, _, why = client.api(f"{delete}{tags['1.0.0']}", method="DELETE")
    expect("the last tagged version stays", status == 400 and "last tagged version" in why["message"])
    expect("it comes back", client.api(f"{delete}{tags['latest']}/restore", method="POST")[0] == 204)
    expect("with the same bytes", client.raw("ghcr.io/acme/rbac:latest") == before)

    expect("the registry itself deletes nothing",
           client.registry_says("DELETE", f"/v2/acme/rbac/manifests/{versions[0]['name']}", "repository:acme/rbac:pull,delete") == 405)
    expect("and has no catalog", client.registry_says("GET", "/v2/_catalog", "registry:catalog:*") == 405)
    expect("/v2/ says yes to any token", client.registry_says("GET", "/v2/", "repository:user/image:pull") == 200)

    github.order(packages={"acme/rbac": {"visibility": "public"}})
    expect("a public package is for all", client.tags("acme/rbac", None) == ["1.0.0", "latest"])
    expect("the registry's own log has the pushes", '"PUT /v2/acme/rbac/manifests/latest' in desktop.read(github.registry.out))


def main():
    town.private_network()
    desktop.enter()
    place = desktop.Desktop()
    github = town.GitHub(place, WORLD)
    check(Client(github, place.home), github)
    print("ok")


if __name__ == "__main__":
    main()
