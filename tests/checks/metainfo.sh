#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What a software centre reads about the program.
set -uo pipefail
cd "${PD_CHECK_ROOT:-$(dirname "$0")/../..}" || exit 1
for file in packaging/*.metainfo.xml; do
    appstreamcli validate --pedantic --strict --no-net --explain "$file" || exit 1
done
