#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py FILE: the last line of a test run, "N passed, N failed, N skipped", from ctest's report. Exits 1 unless all passed."""
import sys
import xml.etree.ElementTree as xml


def main():
    counts = {"run": 0, "fail": 0}
    skipped = 0
    try:
        cases = list(xml.parse(sys.argv[1]).getroot().iter("testcase"))
    except (OSError, xml.ParseError) as problem:
        print(f"ctest left no report: {problem}")
        cases = []
    for case in cases:
        status = case.get("status")
        if status in counts:
            counts[status] += 1
        else:  # skipped, disabled, not run: each is a test that nobody can trust
            skipped += 1
            print(f"did not run: {case.get('name')}")
    failed = counts["fail"] if cases else 1
    print(f"{counts['run']} passed, {failed} failed, {skipped} skipped")
    sys.exit(0 if failed == 0 and skipped == 0 else 1)


if __name__ == "__main__":
    main()
