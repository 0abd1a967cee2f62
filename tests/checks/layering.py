#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers of layers.txt: includes and CMake links go one way, nothing below ui knows Widgets, threads are crossed in one place."""
import os
import re

import common

CPP = (".cpp", ".h", ".ui")
QT_HEADERS = "/usr/include/x86_64-linux-gnu/qt6"
WIDGET_LINKS = re.compile(r"\b(Qt6?::(Widgets|PrintSupport|OpenGLWidgets|SvgWidgets|QuickWidgets)|KF6::(WidgetsAddons|ConfigWidgets|XmlGui)|qtermwidget\w*)\b")
GUI_LAYERS = ("models",)  # below ui, and allowed to know colours and icons

# Where each of these is allowed; elsewhere values cross by a Mailbox and children are started by core/process.
CROSSINGS = [
    (re.compile(r"\bQtConcurrent\b|\binvokeMethod\b|\bQt::(Blocking)?QueuedConnection\b|\bQThreadPool\b|\bmoveToThread\b|\bQFuture\b"), ()),
    (re.compile(r"\bQCoreApplication::postEvent\b"), ("src/core/mailbox.cpp",)),
    (re.compile(r"\bstd::(thread|jthread|async)\b(?!::)|\bQThread::create\b|\bpthread_create\b"),
     ("src/core/thread.h", "src/core/thread.cpp", "src/core/workerpool.h", "src/core/workerpool.cpp", "src/core/stallsampler.h",
      "src/core/stallsampler.cpp")),
    (re.compile(r"\bQProcess\b(?!Environment)"), ("src/core/process.h", "src/core/process.cpp")),
    (re.compile(r"\bsetInsecureFallback\s*\(\s*true"), ()),
]


def read_layers(root):
    allowed = {}
    for line in common.read(root, "tests/checks/layers.txt").splitlines():
        line = line.split("#")[0].strip()
        if line:
            name, uses = line.split(":", 1)
            allowed[name.strip()] = uses.split()
    below = [name for name in allowed if not name.startswith("ui/") and name != "app"]
    return {name: set(uses) | (set(below) if "*" in uses else set()) for name, uses in allowed.items()}


def layer_of(path):
    parts = path.split("/")
    return parts[1] if parts[0] == "src" else "/".join(parts[:2])


def widget_headers():
    folder = os.path.join(QT_HEADERS, "QtWidgets")
    names = set(os.listdir(folder)) if os.path.isdir(folder) else set()
    if not names:
        raise SystemExit(f"{folder} has no headers: Qt is not installed, and nothing can be said about Widgets")
    return names


class Layering:
    def __init__(self, root):
        self.root = root
        self.allowed = read_layers(root)
        self.targets = {name.replace("ui/", ""): name for name in self.allowed}
        self.widgets = widget_headers()
        self.findings = []

    def tell(self, path, line, message):
        self.findings.append(f"{path}:{line}: {message}")

    def use(self, path, line, user, used, how):
        if used != user and used not in self.allowed[user]:
            self.tell(path, line, f"{user} may not {how} {used}")

    def includes(self, path):
        user = layer_of(path)
        below_ui = path.startswith("src/") and user != "app"
        text = common.without_comments(common.read(self.root, path))
        for number, line in enumerate(text.splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not found:
                continue
            quoted, name = found[1] == '"', found[2]
            base = name.split("/")[-1]
            if below_ui and (name.startswith("QtWidgets") or base in self.widgets and not quoted):
                self.tell(path, number, f"{user} includes {name}, and nothing below ui knows Widgets")
            if below_ui and user not in GUI_LAYERS and name.startswith("QtGui/"):
                self.tell(path, number, f"{user} includes {name}, and only models and ui draw")
            if quoted:
                self.quoted(path, number, user, name)

    def quoted(self, path, number, user, name):
        """Headers are named from src or ui on, or lie in the layer itself."""
        if ".." in name.split("/"):
            self.tell(path, number, f'"{name}" leaves its folder: name it from src or ui on')
            return
        if os.path.exists(os.path.join(self.root, os.path.dirname(path), name)):
            return
        used = self.targets.get(name.split("/")[0])
        for base in ("src", "ui"):
            if os.path.exists(os.path.join(self.root, base, name)):
                used = layer_of(f"{base}/{name}")
        if used:
            self.use(path, number, user, used, "include")

    def crossings(self, path):
        text = common.without_comments(common.read(self.root, path))
        for number, line in enumerate(text.splitlines(), 1):
            for pattern, allowed_in in CROSSINGS:
                found = pattern.search(line)
                if found and path not in allowed_in:
                    self.tell(path, number, f"{found[0]}: threads are crossed by a Mailbox and children started by core/process only")

    def links(self, path):
        """CMakeLists.txt of a layer: what stands after pd_layer or target_link_libraries."""
        user = layer_of(path)
        below_ui = path.startswith("src/") and user != "app"
        for number, line in enumerate(common.read(self.root, path).splitlines(), 1):
            line = line.split("#")[0]
            for name in re.findall(r"\b(?:Pd::|pd_)(\w+)", line):
                if name in self.targets:
                    self.use(path, number, user, self.targets[name], "link")
            found = WIDGET_LINKS.search(line)
            if below_ui and found:
                self.tell(path, number, f"{user} links {found[0]}, and nothing below ui knows Widgets")
            if below_ui and user not in GUI_LAYERS and re.search(r"\bQt6?::Gui\b", line):
                self.tell(path, number, f"{user} links Qt6::Gui, and only models and ui draw")

    def run(self):
        # src/<layer>/…: a file beside the layers belongs to none.
        for path in common.files(self.root, ["src", "ui"], CPP + ("CMakeLists.txt",)):
            if path.count("/") < 2:
                continue
            if layer_of(path) not in self.allowed:
                self.tell(path, 1, f"{layer_of(path)} is not in tests/checks/layers.txt")
            elif path.endswith("CMakeLists.txt"):
                self.links(path)
            elif not path.endswith(".ui"):
                self.includes(path)
                self.crossings(path)
        return self.findings


if __name__ == "__main__":
    common.finish(Layering(common.root_argument(__doc__).parse_args().root).run())
