#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
#
# test.sh [CTEST-ARGUMENT…]: installs what is missing, builds the presets `test` (debug, under sanitizers) and
# `release`, and runs every test of both in one run of ctest, whose summary comes last.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
# shellcheck source=.ci/setup.sh
. .ci/setup.sh

install_packages "${run_packages[@]}" "${test_packages[@]}"
install_node
build_preset release
build_preset test

# One test tree above the two: a single run, a single summary, a single exit code. Each preset registers its
# own labels only, so no test comes twice.
printf 'subdirs(test release)\n' >build/CTestTestfile.cmake
exec ctest --test-dir build --output-on-failure --no-tests=error --parallel 2 \
    --output-junit results.xml "$@" </dev/null
