#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy on what changed since the merge base with the main branch (or, there, since the last commit) and on what includes that;
on everything with --all. A file that was in order is not read again before it, a header of it or .clang-tidy changes."""
import concurrent.futures
import functools
import hashlib
import json
import os
import re
import shlex
import subprocess

import common

TIDY = "clang-tidy-19"
CLANG = "clang++-19"
# What only gcc knows, and its precompiled header.
GCC_ONLY = re.compile(r"^(-Winvalid-pch|-fpch-preprocess|-Wno-maybe-uninitialized|-Wno-dangling-reference|-fno-sanitize-recover=.*|-fsanitize=.*|-mno-direct-extern-access)$")


def run(command, root):
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def clang_command(entry):
    """The compiler's arguments, as clang takes them, without a precompiled header, output or launcher."""
    words = shlex.split(entry["command"])
    while words and not re.search(r"(\+\+|g\+\+-\d+|/c\+\+)$", words[0]):
        words.pop(0)
    kept, skip = [], 0
    for i, word in enumerate(words[1:], 1):
        if skip:
            skip -= 1
        elif word in ("-o", "-c", "-MF", "-MT"):
            skip = 0 if word == "-c" else 1
        elif word == "-include" and "cmake_pch" in words[i + 1]:
            skip = 1
        elif not GCC_ONLY.match(word) and word != entry["file"] and word not in ("-MD", "-MMD"):
            kept.append(word)
    return kept


class Tidy:
    def __init__(self, root, everything):
        self.root = root
        self.everything = everything
        self.build = os.path.join(root, "build", "dev")
        self.scratch = os.path.join(root, "build", "tidy")
        cache = os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache"))
        self.cache = os.path.join(cache, "policy-desk", "tidy")
        os.makedirs(self.scratch, exist_ok=True)
        os.makedirs(self.cache, exist_ok=True)
        self.seed = run([TIDY, "--version"], root).stdout + common.read(root, ".clang-tidy") + self.qt_version()

    def qt_version(self):
        return run(["dpkg-query", "-W", "qt6-base-dev", "libstdc++-14-dev", "qcoro-qt6-dev"], self.root).stdout

    @functools.lru_cache(maxsize=None)
    def included(self, path):
        """The project's own headers that a file names."""
        found = set()
        for name in re.findall(r'^\s*#\s*include\s*"([^"]+)"', common.read(self.root, path), re.M):
            for base in (os.path.dirname(path), "src", "ui", "tests"):
                candidate = os.path.normpath(os.path.join(base, name))
                if os.path.isfile(os.path.join(self.root, candidate)):
                    found.add(candidate)
                    break
        return frozenset(found)

    @functools.lru_cache(maxsize=None)
    def closure(self, path):
        seen, todo = set(), [path]
        while todo:
            current = todo.pop()
            if current not in seen:
                seen.add(current)
                todo += self.included(current)
        return frozenset(seen)

    def commands(self):
        configured = run(["cmake", "--preset", "dev"], self.root)
        if configured.returncode != 0:
            raise SystemExit(configured.stdout + configured.stderr)
        # Generated headers (ui_*.h, moc) must be there to be included.
        generated = run(["ninja", "-C", self.build, "-t", "targets", "all"], self.root).stdout
        wanted = re.findall(r"^(\S+_autogen): phony", generated, re.M)
        run(["cmake", "--build", self.build, "-j2", "--target", *wanted], self.root)
        with open(os.path.join(self.build, "compile_commands.json"), encoding="utf-8") as file:
            entries = json.load(file)
        known = {}
        for entry in entries:
            path = os.path.relpath(entry["file"], self.root)
            if path.split("/")[0] in ("src", "ui", "tests"):
                known[path] = clang_command(entry)
        return known

    def changed(self):
        base = None
        for branch in ("origin/main", "origin/master", "main", "master"):
            found = run(["git", "merge-base", "HEAD", branch], self.root)
            if found.returncode == 0:
                base = found.stdout.strip()
                break
        head = run(["git", "rev-parse", "HEAD"], self.root).stdout.strip()
        if base in (None, head):
            base = "HEAD~1"
        listed = run(["git", "diff", "--name-only", base], self.root)
        if listed.returncode != 0:
            return None  # the first commit, or a clone of depth one: everything is new
        untracked = run(["git", "ls-files", "--others", "--exclude-standard"], self.root)
        return set(listed.stdout.split()) | set(untracked.stdout.split())

    def wanted(self, known):
        changed = None if self.everything else self.changed()
        if changed is None:
            return sorted(known)
        return sorted(path for path in known if self.closure(path) & changed)

    def key(self, path, arguments):
        digest = hashlib.sha256(self.seed.encode())
        digest.update("\0".join(arguments).replace(self.root, "").encode())
        for name in sorted(self.closure(path)):
            digest.update(name.encode() + b"\0" + common.read(self.root, name).encode())
        return digest.hexdigest()

    def precompiled(self, arguments):
        """A header for clang of what gcc's holds: it takes the time of a file to a third."""
        header = os.path.join(self.build, "src/core/CMakeFiles/pd_pch.dir/cmake_pch.hxx")
        if not os.path.exists(header):
            return []
        target = os.path.join(self.scratch, "pch.pch")
        made = run([CLANG, *arguments, "-Wno-error", "-x", "c++-header", header, "-o", target], self.root)
        return ["-include-pch", target] if made.returncode == 0 else []

    def read(self, path, arguments, pch):
        """Findings, or nothing where the file is in order."""
        mark = os.path.join(self.cache, self.key(path, arguments))
        if os.path.exists(mark):
            os.utime(mark)
            return []
        fits = pch if "-DQT_CORE_LIB" in arguments else []
        done = run([TIDY, "--quiet", path, "--", *arguments, *fits], self.root)
        if fits and "error: " in done.stdout + done.stderr and "PCH" in done.stdout + done.stderr:
            done = run([TIDY, "--quiet", path, "--", *arguments], self.root)
        findings = re.findall(r"^(/\S+:\d+:\d+: (?:warning|error): .*)$", done.stdout + done.stderr, re.M)
        if done.returncode == 0 and not findings:
            with open(mark, "w", encoding="utf-8"):
                pass
            return []
        return findings or [f"{path}:1: {TIDY} ended with {done.returncode}: {done.stderr.strip()[-400:]}"]

    def run(self):
        known = self.commands()
        wanted = self.wanted(known)
        print(f"clang-tidy: {len(wanted)} of {len(known)} files", flush=True)
        core = [arguments for path, arguments in known.items() if path.startswith("src/core/")]
        pch = self.precompiled(core[0]) if core and wanted else []
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            lists = pool.map(lambda path: self.read(path, known[path], pch), wanted)
            return sorted({finding.replace(self.root + "/", "") for findings in lists for finding in findings})


def main():
    parser = common.root_argument(__doc__)
    parser.add_argument("--all", action="store_true", help="every file")
    arguments = parser.parse_args()
    common.finish(Tidy(arguments.root, arguments.all).run())


if __name__ == "__main__":
    main()
