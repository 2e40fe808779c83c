#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
#
# run.sh [ARGUMENT…]: installs what is missing, builds Tenantscope, and starts its window with ARGUMENT….
# Without any it opens the built-in demo tenant.
set -euo pipefail
start=$PWD
cd "$(dirname "$(readlink -f "$0")")"
# shellcheck source=.ci/setup.sh
. .ci/setup.sh

install_packages "${run_packages[@]}"
build_preset release tenantscope tenantscope-cli
program=$PWD/build/release/bin/tenantscope

[ $# -gt 0 ] || set -- --demo
needs_display=yes
for argument in "$@"; do
    case $argument in
        --version|-v|--help|-h|--help-all) needs_display=no ;;
    esac
done
if [ $needs_display = yes ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    say "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."
    fail "In a terminal use its twin: $PWD/build/release/bin/tenantscope-cli --help"
fi
cd "$start"
exec "$program" "$@"
