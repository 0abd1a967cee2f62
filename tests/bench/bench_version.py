# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the command line takes to say anything at all."""
import measure


def rows():
    yield measure.Row("policydeskctl version", "ms", measure.milliseconds(["policydeskctl", "version"]), goal=30)
