#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a desktop reads about the program.
set -uo pipefail
cd "${PD_CHECK_ROOT:-$(dirname "$0")/../..}" || exit 1
for file in packaging/*.desktop; do
    desktop-file-validate --warn-kde "$file" || exit 1
done
