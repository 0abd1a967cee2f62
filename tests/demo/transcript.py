# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demo did, for a person to read: of each step the controls that were used, what the registries noted meanwhile, the pictures."""
import contextlib
import os
import re
import time
import traceback

from desktop import read, run
from waiting import Failed

SETTLE = 0.15  # an access log line is written after the answer that the window has already shown


class Step:
    def __init__(self, number, name):
        self.number, self.name = number, name
        self.acts, self.pictures, self.notes = [], [], []
        self.requests = {}
        self.error, self.seconds = None, 0.0


class Transcript:
    """`logs` answers the access logs of the registries as name → path; `folder` gets the transcript and the pictures."""

    def __init__(self, folder, title, logs=lambda: {}):
        self.folder, self.title, self.logs = folder, title, logs
        self.steps, self._read = [], {}
        os.makedirs(folder, exist_ok=True)

    @property
    def current(self):
        return self.steps[-1] if self.steps else None

    def note(self, sentence):
        """An act; the note of the driver."""
        if self.current:
            self.current.acts.append(sentence)

    def tell(self, sentence):
        """A fact that was seen, for the reader."""
        self.current.notes.append(sentence)

    @contextlib.contextmanager
    def step(self, name, on_failure=lambda step: None):
        """One step; what fails in it is raised again as Failed with the step's number and name."""
        step = Step(len(self.steps) + 1, name)
        self._new_lines()
        self.steps.append(step)
        begin = time.monotonic()
        try:
            yield step
        except Exception as problem:
            step.error = str(problem) if isinstance(problem, Failed) else traceback.format_exc()
            on_failure(step)
            raise Failed(f"Step {step.number}, “{name}”: {step.error}") from problem
        finally:
            time.sleep(SETTLE)
            step.requests = self._new_lines()
            step.seconds = time.monotonic() - begin
            self.write()

    def begun(self, log):
        """How many characters the access log had when the step began."""
        return self._read.get(self.logs()[log], 0)

    def _new_lines(self):
        found = {}
        for name, path in self.logs().items():
            text = read(path)
            lines = text[self._read.get(path, 0):].splitlines()
            self._read[path] = len(text)
            # 127.0.0.1 - user [date] "PUT /v2/… HTTP/1.1" 201 …: who asked for what, and the answer; not the program's version.
            short = [re.sub(r'^\S+ \S+ (\S+) \[([^]]*)\] (".*?" \d+ \d+).*$', r"\1 [\2] \3", line) for line in lines if '"' in line]
            if short:
                found[name] = short
        return found

    def requests(self, method="", path=""):
        """Lines of the step that has just ended (or of all steps) with that method and path, as a regular expression."""
        return [line for step in self.steps for lines in step.requests.values() for line in lines if re.search(f'"{method}.*{path}', line)]

    def picture_path(self, name, scheme):
        step = self.current
        path = os.path.join(self.folder, f"{step.number:02}-{name}-{scheme}.png")
        step.pictures.append(path)
        return path

    def check_pictures(self):
        """Fails when two pictures show the same."""
        same_pictures([path for step in self.steps for path in step.pictures])

    def write(self):
        lines = [f"# {self.title}", ""]
        for step in self.steps:
            lines += [f"## {step.number}. {step.name}", "", f"{'Failed' if step.error else 'Done'} in {step.seconds:.1f} s.", ""]
            lines += [f"- {act}" for act in step.acts]
            lines += [f"- *seen:* {note}" for note in step.notes]
            lines += [""] if step.acts or step.notes else []
            for name, requests in step.requests.items():
                lines += [f"Asked of the {name}:", "", "```", *requests, "```", ""]
            lines += [f"![{os.path.basename(path)}]({os.path.basename(path)})" for path in step.pictures]
            lines += [""] if step.pictures else []
            if step.error:
                lines += ["**This step failed:**", "", "```", step.error, "```", ""]
        with open(os.path.join(self.folder, "transcript.md"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines))


def same_pictures(paths):
    """Fails when two of the pictures have the same pixels."""
    if not paths:
        raise Failed("no picture was taken")
    seen = {}
    for line in run(["identify", "-format", "%# %d/%f\n", *paths], 300).splitlines():
        signature, path = line.split(" ", 1)
        if signature in seen:
            raise Failed(f"two pictures are alike: {os.path.basename(seen[signature])} and {os.path.basename(path)}")
        seen[signature] = path
