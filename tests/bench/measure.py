# SPDX-License-Identifier: GPL-3.0-or-later
"""What the measurements share."""
import dataclasses
import statistics
import subprocess
import time


@dataclasses.dataclass
class Row:
    """One comparison. With a reference the goal is the highest allowed ratio ours / reference, without one the highest allowed value."""
    name: str
    unit: str
    ours: float | None
    goal: float
    reference: float | None = None
    reference_name: str | None = None

    @property
    def ratio(self):
        return None if self.ours is None or not self.reference else self.ours / self.reference

    @property
    def ok(self):
        if self.ours is None:
            return False
        if self.reference_name is not None:
            return self.ratio is not None and self.ratio <= self.goal
        return self.ours <= self.goal

    def as_json(self):
        return {"name": self.name, "ours": self.ours, "reference": self.reference, "reference_name": self.reference_name,
                "ratio": self.ratio, "goal": self.goal, "ok": self.ok}


def milliseconds(command, times=20):
    """The median time of a fresh process, after one that warms the caches."""
    taken = []
    for _ in range(times + 1):
        begin = time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True)
        taken.append(1000 * (time.monotonic() - begin))
    return statistics.median(taken[1:])
