#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# C++ looks as .clang-format says. With --fix it is made so.
set -uo pipefail
cd "${PD_CHECK_ROOT:-$(dirname "$0")/../..}" || exit 1
mode=(--dry-run -Werror)
[ "${1:-}" != --fix ] || mode=(-i)
find src ui tests \( -name data -prune \) -o \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 -r -P2 -n16 clang-format-19 "${mode[@]}" 2>&1 \
    | grep -E ': (error|warning): ' | sed 's/ error: code should be clang-formatted.*/ not as .clang-format says: .\/dev check --fix format/' | sort -u -t: -k1,2
[ "${PIPESTATUS[1]}" = 0 ]
