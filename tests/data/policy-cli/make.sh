#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes what lies beside it, with the Policy CLI itself: make.sh OUT POLICY_V040 [POLICY_V0151]
# (both built from https://github.com/opcr-io/policy by `go build ./cmd/policy` at those tags). See README.md.
set -euo pipefail
out=$1 new=$2 old=${3:-}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
export HOME=$work/home NO_COLOR=1
mkdir -p "$HOME" "$out"

# one store a case: its configuration names it, and what the CLI wrote there is copied whole
begin() {
    name=$1 root=$work/$1
    mkdir -p "$root"
    printf 'file_store_root: "%s"\n%s' "$root" "${2:-}" >"$work/$name.yaml"
}
p() { "${cli:-$new}" "$@" -c "$work/$name.yaml" >>"$work/log" 2>&1 || { tail -5 "$work/log"; exit 1; }; }
snap() { cp "$root/policies-root/index.json" "$out/$name/index-$1.json"; }
end() { mkdir -p "$out/$name" && cp -r "$root/policies-root/." "$out/$name/" && chmod -R u+w "$out/$name" && find "$out/$name" -name 'ingest' -type d -empty -delete; }

mkdir -p "$work/plain" "$work/data/roles" "$work/unicode/ü" "$work/unicode/名" "$work/several/a/b" "$work/v0"
printf 'package rbac\n\nimport rego.v1\n\ndefault allow := false\n\nallow if input.user == "alice"\n' >"$work/plain/rbac.rego"
printf '{"admins":["alice","bob"]}' >"$work/data/roles/data.json"
printf 'package unicode\n\nimport rego.v1\n\nx := "é"\n' >"$work/unicode/ü/é.rego"
long=$(printf 'long-%.0s' {1..40})
printf 'package long\n\nimport rego.v1\n\ny := 1\n' >"$work/unicode/名/$long.rego"
printf 'package a\n\nimport rego.v1\n\nallow if data.a.b.ok\n' >"$work/several/a/a.rego"
printf 'package a.b\n\nimport rego.v1\n\nok := true\n' >"$work/several/a/b/b.rego"
printf '{"n":1}' >"$work/several/a/b/data.json"
printf 'package old\n\nallow { input.x == 1 }\n' >"$work/v0/old.rego"

begin plain; p build "$work/plain" -t ghcr.io/acme/rbac:1.0.0 -r 4f2c9a1; end
begin dataonly; p build "$work/data" -t ghcr.io/acme/roles:1; end
begin unicode; p build "$work/unicode" -t ghcr.io/acme/unicode:1; end
begin several; p build "$work/several" -t ghcr.io/acme/several:1; end
begin rego-v0; p build "$work/v0" -t ghcr.io/acme/old:1 --rego-version rego.v0; end
begin rego-v0v1; p build "$work/plain" -t ghcr.io/acme/old:1 --rego-version rego.v0v1; end
begin optimized; p build "$work/plain" -t ghcr.io/acme/fast:1 -O 1 -e rbac/allow; end
begin annotations
p build "$work/plain" -t ghcr.io/acme/notes:1 -a 'org.opencontainers.image.source=https://github.com/acme/rbac?a=1&b=<2>' -a 'z=ü "quoted" \ back' -a 'Z=1' -a 'a.b=😀'
end
# default registry: the file wins over the configuration; no registry at all
begin default-domain 'default_domain: registry.example
'
printf ghcr.io >"$root/default-domain.cfg"
p build "$work/plain" -t foo; p build "$work/plain" -t acme/foo:2; p build "$work/plain"
end
cp "$root/default-domain.cfg" "$out/$name/"
begin no-domain; p build "$work/plain" -t foo; end

# tags, moved tags, removals: the index after each step
begin tags
mkdir -p "$out/$name"
p build "$work/plain" -t ghcr.io/acme/rbac:1.0.0; snap 1-built
sleep 1.1
p tag ghcr.io/acme/rbac:1.0.0 ghcr.io/acme/rbac:latest; snap 2-tagged
id=$(jq -r '.manifests[0].digest' "$root/policies-root/index.json" | cut -c8-19)
p tag "$id" ghcr.io/other/copy:1; snap 3-by-id
p build "$work/several" -t ghcr.io/acme/rbac:latest; snap 4-moved
p build "$work/plain" -t ghcr.io/acme/rbac:1.0.0; snap 5-rebuilt
p rm -f ghcr.io/other/copy:1; snap 6-removed
p rm -f ghcr.io/acme/rbac:1.0.0; p rm -f ghcr.io/acme/rbac:latest; snap 7-empty
p build "$work/data" -t localhost:5000/acme/rbac:1.0.1; snap 8-again
"$new" images -c "$work/$name.yaml" >"$out/$name/images.txt"
end

# a push that failed: the tag points at the layer, the manifest has none
begin failed-push; p build "$work/plain" -t 127.0.0.1:1/acme/rbac:1; "$new" push --plaintext 127.0.0.1:1/acme/rbac:1 -c "$work/$name.yaml" >>"$work/log" 2>&1 || true; end

# pushed to and pulled back from a registry, whose address is given: the index after each
if [ -n "${REGISTRY:-}" ]; then
    begin pulled
    mkdir -p "$out/$name"
    p build "$work/plain" -t "$REGISTRY/acme/rbac:1.0.0"; p push --plaintext "$REGISTRY/acme/rbac:1.0.0"; snap 1-pushed
    p rm -f "$REGISTRY/acme/rbac:1.0.0"; rm -rf "$root/policies-root"; p pull --plaintext "$REGISTRY/acme/rbac:1.0.0"
    end
fi

if [ -n "$old" ]; then
    cli=$old
    begin v0.1.51; p build "$work/v0" -t acme/old:1; p build "$work/v0" -t ghcr.io/acme/old:2 -a k=v; p tag ghcr.io/acme/old:2 ghcr.io/acme/old:latest; end
fi
