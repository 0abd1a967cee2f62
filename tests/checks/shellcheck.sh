#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every shell script of the checkout.
set -uo pipefail
cd "${PD_CHECK_ROOT:-$(dirname "$0")/../..}" || exit 1
mapfile -t scripts < <(find . \( -path ./build -o -path ./.git \) -prune -o -type f -size -200k -print | while read -r file; do
    head -c 32 "$file" | head -n1 | tr -d '\0' | grep -qE '^#!.*[/ ](ba)?sh( |$)' && echo "$file"
done)
[ ${#scripts[@]} -gt 0 ] || exit 0
shellcheck --format=gcc "${scripts[@]}"
