#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""github.py WORLD.json: GitHub's container registry and its REST API of packages, as a client meets them, in front of a docker-registry.

WORLD names the addresses, the certificate, the registry behind, the tokens with their scopes, owners and packages (see `town.py`).
Tokens of the registry are opaque, /v2/ says yes to any of them, a package is private until it is made public, deleting is the REST API's
affair alone, the last tagged version cannot go. What a push does is seen here, so versions without a tag are known, as GitHub knows them.
On standard input, a line of JSON changes things while it runs: {"fail": "api" | "registry" | "none"}, {"rate": bytes a second that an
upload may have}, {"token": …, "login": …, "scopes": […]}, {"revoke": token}, {"packages": {name: …}}, {"untag": name}, {"ages": {…}}.
"""
import base64
import datetime
import hashlib
import http.client
import json
import re
import secrets
import ssl
import sys
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MANIFESTS = ", ".join(f"application/vnd.{kind}+json" for kind in (
    "oci.image.manifest.v1", "oci.image.index.v1", "docker.distribution.manifest.v2", "docker.distribution.manifest.list.v2"))
PLACEHOLDER = "user/image"  # GitHub's challenge names this where the path names no package
LOCK = threading.RLock()


def stamp(seconds=None):
    when = datetime.datetime.fromtimestamp(time.time() if seconds is None else seconds, datetime.timezone.utc)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


class World:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.tokens, self.owners, self.settings = data["tokens"], data["owners"], data
        self.packages = {}
        self.bearers = {}
        self.fail = "none"
        self.rate = 0
        self.next_id = 1000
        self.ages = data.get("ages", {})
        for name, more in data.get("packages", {}).items():
            self.package(name).update(more)

    def package(self, name):
        """The package OWNER/NAME, made at the first push."""
        if name not in self.packages:
            owner = name.split("/")[0]
            self.next_id += 1
            self.packages[name] = {"id": self.next_id, "visibility": "private", "repository": None, "versions": [], "deleted_at": None,
                                   "created_at": stamp(), "updated_at": stamp(), "owner": owner}
        return self.packages[name]

    def pushed(self, name, tag, digest):
        """A manifest came: `tag` moves to the version with that digest."""
        with LOCK:
            package = self.package(name)
            age = self.ages.get(f"{name}:{tag}", 0)
            version = next((v for v in package["versions"] if v["name"] == digest), None)
            if not version:
                self.next_id += 1
                version = {"id": self.next_id, "name": digest, "tags": [], "created_at": stamp(time.time() - age),
                           "updated_at": stamp(time.time() - age), "deleted_at": None}
                package["versions"].insert(0, version)
            version["deleted_at"] = None
            if not tag.startswith("sha256:"):
                for other in package["versions"]:
                    if tag in other["tags"]:
                        other["tags"].remove(tag)
                version["tags"].append(tag)
            package["updated_at"] = stamp(time.time() - age)
            package["deleted_at"] = None

    def account(self, token):
        return self.tokens.get(token) if token else None

    def may(self, account, name, act):
        """Whether an account (None: nobody) may `pull` or `push` the package OWNER/NAME."""
        owner = name.split("/")[0]
        package = self.packages.get(name)
        member = account and (owner == account["login"] or account["login"] in self.owners.get(owner, {}).get("members", []))
        scopes = account["scopes"] if account else []
        if act == "pull":
            public = package and package["visibility"] == "public" and not package["deleted_at"]
            # To one who may make it, a package that does not exist is missing; to anyone else it is denied like a private one.
            return bool(public or member and (package and "read:packages" in scopes or "write:packages" in scopes))
        return bool(member and "write:packages" in scopes)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    world = None

    def log_message(self, form, *arguments):
        with open(self.log, "a", encoding="utf-8") as file:
            file.write(f'{self.client_address[0]} - - [{stamp()}] {form % arguments}\n')

    def body(self):
        left, parts = int(self.headers.get("Content-Length") or 0), []
        while left > 0:
            part = self.rfile.read(min(left, 65536))
            if not part:
                break
            parts.append(part)
            left -= len(part)
            if self.world.rate and left:
                time.sleep(len(part) / self.world.rate)
        return b"".join(parts)

    def answer(self, status, content=None, **headers):
        data = b"" if content is None else json.dumps(content).encode()
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        if content is not None:
            self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def credentials(self):
        """User and password of Basic, or a bearer."""
        kind, _, value = self.headers.get("Authorization", "").partition(" ")
        if kind.lower() == "basic":
            user, _, password = base64.b64decode(value).decode("utf-8", "replace").partition(":")
            return user, password
        return None, value if kind.lower() in ("bearer", "token") else None


def behind(world, method, path, body=b"", headers=None):
    """Asks the registry itself."""
    connection = http.client.HTTPConnection("127.0.0.1", world.settings["registry_port"], timeout=60)
    try:
        connection.request(method, path, body or None, headers or {})
        reply = connection.getresponse()
        return reply.status, dict(reply.getheaders()), reply.read()
    finally:
        connection.close()


class RegistryHandler(Handler):
    """ghcr.io"""

    def denied(self, status, code, message, **headers):
        self.answer(status, {"errors": [{"code": code, "message": message}]}, **headers)

    def token(self):
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        _, password = self.credentials()
        account = self.world.account(password)
        if password and not account:
            self.denied(403, "DENIED", "denied")
            return
        bearer = base64.b64encode(secrets.token_bytes(24)).decode()
        allowed = set()
        for scope in " ".join(query.get("scope", [])).split():
            kind, _, rest = scope.partition(":")
            name, _, acts = rest.rpartition(":")
            if kind != "repository" or name == PLACEHOLDER:
                continue
            for act in acts.split(","):
                if self.world.may(account, name, act):
                    allowed.add((name, act))
            if "pull" in acts and not any(name == allowed_name for allowed_name, _ in allowed) and acts == "pull":
                self.denied(403, "DENIED", "requested access to the resource is denied")
                return
        with LOCK:
            self.world.bearers[bearer] = allowed
        self.answer(200, {"token": bearer})

    def serve(self):
        if self.world.fail == "registry":
            self.body()
            self.send_error(503)
            return
        if self.path.split("?")[0] == "/token":
            self.token()
            return
        found = re.match(r"/v2/(.+?)/(manifests|blobs|tags|referrers)(/.*|$)", self.path.split("?")[0])
        _, bearer = self.credentials()
        name = found.group(1) if found else ""
        act = "pull" if self.command in ("GET", "HEAD") and "/uploads/" not in self.path else "push"
        challenge = f'Bearer realm="https://{self.headers["Host"]}/token",service="ghcr.io",scope="repository:{name or PLACEHOLDER}:pull"'
        if not bearer or bearer not in self.world.bearers:
            self.body()
            self.denied(401, "UNAUTHORIZED", "authentication required", WWW_Authenticate=challenge)
        elif not found:
            self.answer(200, {}) if self.path in ("/v2", "/v2/") else self.denied(405, "UNSUPPORTED", "The operation is unsupported.")
        elif self.command == "DELETE" and found.group(2) == "manifests":
            self.denied(405, "UNSUPPORTED", "The operation is unsupported.")
        elif (name, act) not in self.world.bearers[bearer]:
            self.body()
            self.denied(403, "DENIED", "permission_denied: write_package" if act == "push" else "denied")
        elif found.group(2) == "tags":
            self.tags(name)
        else:
            self.forward(name, found)

    def tags(self, name):
        """A hundred a page, the oldest first."""
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(self.path).query))
        versions = self.world.package(name)["versions"]
        tags = [tag for version in sorted(versions, key=lambda v: v["created_at"]) if not version["deleted_at"] for tag in version["tags"]]
        begin = tags.index(query["last"]) + 1 if query.get("last") in tags else 0
        count = min(int(query.get("n", "100") or 100), 100)
        page = tags[begin:begin + count]
        more = {}
        if page and begin + count < len(tags):
            more["Link"] = f'</v2/{name}/tags/list?n={count}&last={urllib.parse.quote(page[-1])}>; rel="next"'
        self.answer(200, {"name": name, "tags": page}, **more)

    def forward(self, name, found):
        body = self.body()
        headers = {key: ", ".join(self.headers.get_all(key)) for key in self.headers.keys()
                   if key.lower() not in ("authorization", "connection", "accept-encoding")}
        headers["X-Forwarded-Proto"] = "https"
        status, reply, content = behind(self.world, self.command, self.path, body, headers)
        if self.command == "PUT" and found.group(2) == "manifests" and status == 201:
            self.world.pushed(name, found.group(3)[1:], reply.get("Docker-Content-Digest", "sha256:" + hashlib.sha256(body).hexdigest()))
        self.send_response(status)
        for key, value in reply.items():
            if key.lower() not in ("connection", "transfer-encoding", "content-length", "date"):
                self.send_header(key, value)
        self.send_header("Content-Length", reply.get("Content-Length", "0") if self.command == "HEAD" else str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_PUT = do_POST = do_PATCH = do_DELETE = serve


class ApiHandler(Handler):
    """api.github.com"""

    ROUTES = (
        ("GET", r"/user", "user"),
        ("GET", r"/user/orgs", "orgs"),
        ("GET", r"/(?:users|orgs)/(?P<owner>[^/]+)", "owner"),
        ("GET", r"/(?P<base>user|users/[^/]+|orgs/[^/]+)/packages", "list_packages"),
        ("GET", r"/(?P<base>user|users/[^/]+|orgs/[^/]+)/packages/container/(?P<name>[^/]+)", "show"),
        ("DELETE", r"/(?P<base>user|users/[^/]+|orgs/[^/]+)/packages/container/(?P<name>[^/]+)", "delete_package"),
        ("POST", r"/(?P<base>user|users/[^/]+|orgs/[^/]+)/packages/container/(?P<name>[^/]+)/restore", "restore_package"),
        ("GET", r"/(?P<base>user|users/[^/]+|orgs/[^/]+)/packages/container/(?P<name>[^/]+)/versions", "versions"),
        ("GET", r"/(?P<base>user|users/[^/]+|orgs/[^/]+)/packages/container/(?P<name>[^/]+)/versions/(?P<number>\d+)", "version"),
        ("DELETE", r"/(?P<base>user|users/[^/]+|orgs/[^/]+)/packages/container/(?P<name>[^/]+)/versions/(?P<number>\d+)", "delete_version"),
        ("POST", r"/(?P<base>user|users/[^/]+|orgs/[^/]+)/packages/container/(?P<name>[^/]+)/versions/(?P<number>\d+)/restore", "restore_version"),
    )

    def say(self, status, content=None, **more):
        headers = {"X_GitHub_Media_Type": "github.v3; format=json", "X_RateLimit_Limit": "5000", "X_RateLimit_Remaining": "4987"}
        if self.account:
            headers["X_OAuth_Scopes"] = ", ".join(self.account["scopes"])
            if self.account.get("expires"):
                headers["github_authentication_token_expiration"] = self.account["expires"]
        self.answer(status, content, **headers, **more)

    def refuse(self, status, message, **more):
        self.say(status, {"message": message, "documentation_url": "https://docs.github.com/rest", "status": str(status)}, **more)

    def serve(self):
        self.body()
        _, token = self.credentials()
        self.account = self.world.account(token)
        path = urllib.parse.urlparse(self.path)
        self.query = dict(urllib.parse.parse_qsl(path.query))
        if self.world.fail == "api":
            self.send_error(503)
            return
        if token and not self.account:
            self.refuse(401, "Bad credentials")
            return
        for method, pattern, name in self.ROUTES:
            found = re.fullmatch(pattern, path.path)
            if found and method == self.command:
                with LOCK:
                    getattr(self, name)(**{key: urllib.parse.unquote(value) for key, value in found.groupdict().items()})
                return
        self.refuse(404, "Not Found")

    do_GET = do_DELETE = do_POST = serve

    def needs(self, *scopes):
        """Refuses unless the token has one of the scopes."""
        if not self.account:
            self.refuse(401, "Requires authentication")
            return False
        if not set(scopes) & set(self.account["scopes"]):
            self.refuse(403, f"You need at least {scopes[0]} scope to do that.", X_Accepted_OAuth_Scopes=", ".join(scopes))
            return False
        return True

    def owner_of(self, base):
        return self.account["login"] if base == "user" else base.split("/")[1]

    def user(self):
        if self.account:
            self.say(200, {"login": self.account["login"], "id": 1, "type": "User", "html_url": f"https://github.com/{self.account['login']}"})
        else:
            self.refuse(401, "Requires authentication")

    def orgs(self):
        if self.needs("read:org", "read:packages", "write:packages"):
            names = [name for name, owner in self.world.owners.items() if self.account["login"] in owner.get("members", [])]
            self.say(200, [{"login": name, "id": number} for number, name in enumerate(names)])

    def owner(self, owner):
        known = self.world.owners.get(owner)
        if known is None and owner not in {account["login"] for account in self.world.tokens.values()}:
            self.refuse(404, "Not Found")
        else:
            self.say(200, {"login": owner, "id": 2, "type": "User" if known is None else "Organization"})

    def describe(self, name):
        package = self.world.packages[name]
        repository = package["repository"]
        kind = "orgs" if package["owner"] in self.world.owners else "users"
        return {"id": package["id"], "name": name.split("/", 1)[1], "package_type": "container", "visibility": package["visibility"],
                "owner": {"login": package["owner"], "type": "Organization" if kind == "orgs" else "User"},
                "version_count": sum(1 for version in package["versions"] if not version["deleted_at"]),
                "created_at": package["created_at"], "updated_at": package["updated_at"],
                "html_url": f"https://github.com/{kind}/{package['owner']}/packages/container/package/{name.split('/', 1)[1]}",
                "repository": repository and {"full_name": repository, "name": repository.split("/")[-1],
                                              "html_url": f"https://github.com/{repository}"}}

    def pages(self, items):
        size, page = min(int(self.query.get("per_page", 30)), 100), int(self.query.get("page", 1))
        part = items[(page - 1) * size:page * size]
        more = {}
        if page * size < len(items):
            query = urllib.parse.urlencode({**self.query, "page": page + 1})
            more["Link"] = f'<https://{self.headers["Host"]}{self.path.split("?")[0]}?{query}>; rel="next"'
        self.say(200, part, **more)

    def list_packages(self, base):
        if not self.needs("read:packages", "write:packages"):
            return
        owner = self.owner_of(base)
        if (base.startswith("orgs/")) != (owner in self.world.owners):
            self.refuse(404, "Not Found")
            return
        names = [name for name, package in self.world.packages.items() if package["owner"] == owner and not package["deleted_at"]
                 and self.world.may(self.account, name, "pull") and package["visibility"] == self.query.get("visibility", package["visibility"])]
        names.sort(key=lambda name: self.world.packages[name]["updated_at"], reverse=True)
        self.pages([self.describe(name) for name in names])

    def seek(self, base, name, deleted=False):
        full = f"{self.owner_of(base)}/{name}"
        package = self.world.packages.get(full)
        if not package or bool(package["deleted_at"]) != deleted or not self.world.may(self.account, full, "pull") and not deleted:
            self.refuse(404, "Package not found.")
            return None, None
        return full, package

    def show(self, base, name):
        if self.needs("read:packages", "write:packages"):
            full, _ = self.seek(base, name)
            if full:
                self.say(200, self.describe(full))

    def describe_version(self, full, version):
        return {"id": version["id"], "name": version["name"], "created_at": version["created_at"], "updated_at": version["updated_at"],
                "html_url": f"https://github.com/{full.split('/')[0]}/packages/container/{full.split('/', 1)[1]}/{version['id']}",
                "metadata": {"package_type": "container", "container": {"tags": list(reversed(version["tags"]))}},
                **({"deleted_at": version["deleted_at"]} if version["deleted_at"] else {})}

    def versions(self, base, name):
        if not self.needs("read:packages", "write:packages"):
            return
        full, package = self.seek(base, name)
        if full:
            deleted = self.query.get("state") == "deleted"
            found = [v for v in package["versions"] if bool(v["deleted_at"]) == deleted]
            found.sort(key=lambda v: v["created_at"], reverse=True)
            self.pages([self.describe_version(full, version) for version in found])

    def seek_version(self, base, name, number, deleted=False):
        full, package = self.seek(base, name)
        version = full and next((v for v in package["versions"] if v["id"] == int(number) and bool(v["deleted_at"]) == deleted), None)
        if full and not version:
            self.refuse(404, "Not Found")
        return full, package, version

    def version(self, base, name, number):
        if self.needs("read:packages", "write:packages"):
            full, _, version = self.seek_version(base, name, number)
            if version:
                self.say(200, self.describe_version(full, version))

    def delete_version(self, base, name, number):
        if not self.needs("delete:packages"):
            return
        full, package, version = self.seek_version(base, name, number)
        if not version:
            return
        tagged = [v for v in package["versions"] if v["tags"] and not v["deleted_at"]]
        if tagged == [version]:
            self.refuse(400, "You cannot delete the last tagged version of a package. You must delete the package instead.")
            return
        version["deleted_at"] = stamp()
        _, headers, version["bytes"] = behind(self.world, "GET", f"/v2/{full}/manifests/{version['name']}", headers={"Accept": MANIFESTS})
        version["type"] = headers.get("Content-Type")
        behind(self.world, "DELETE", f"/v2/{full}/manifests/{version['name']}")
        self.say(204)

    def restore_version(self, base, name, number):
        if not self.needs("write:packages"):
            return
        full, _, version = self.seek_version(base, name, number, deleted=True)
        if version:
            version["deleted_at"] = None
            for tag in version["tags"] or [version["name"]]:
                behind(self.world, "PUT", f"/v2/{full}/manifests/{tag}", version["bytes"], {"Content-Type": version["type"]})
            self.say(204)

    def delete_package(self, base, name):
        if self.needs("delete:packages"):
            full, package = self.seek(base, name)
            if full:
                package["deleted_at"] = stamp()
                self.say(204)

    def restore_package(self, base, name):
        if self.needs("write:packages"):
            full, package = self.seek(base, name, deleted=True)
            if full:
                package["deleted_at"] = None
                self.say(204)


def listen(world, handler, address, log):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(world.settings["certificate"], world.settings["key"])
    context.set_alpn_protocols(["http/1.1"])
    bound = type(handler.__name__, (handler,), {"world": world, "log": log})
    server = ThreadingHTTPServer((address, 443), bound)
    server.daemon_threads = True
    # The handshake belongs to the connection's own thread: a silent client must not hold up the others.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def obey(world):
    for line in sys.stdin:
        order = json.loads(line)
        with LOCK:
            world.fail = order.get("fail", world.fail)
            world.rate = order.get("rate", world.rate)
            for version in world.package(order["untag"])["versions"] if "untag" in order else []:
                version["tags"].clear()
            if "token" in order:
                world.tokens[order["token"]] = {"login": order["login"], "scopes": order["scopes"]}
            if "revoke" in order:
                world.tokens.pop(order["revoke"], None)
            for name, more in order.get("packages", {}).items():
                world.package(name).update(more)
            world.ages.update(order.get("ages", {}))
        print("done", flush=True)


def main():
    world = World(sys.argv[1])
    listen(world, RegistryHandler, world.settings["registry_address"], world.settings["registry_log"])
    listen(world, ApiHandler, world.settings["api_address"], world.settings["api_log"])
    print("ready", flush=True)
    obey(world)


if __name__ == "__main__":
    main()
