#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
#
# run.sh [--quick] [MEASURE…]: builds preset bench and measures it beside its references, taking turns. Prints one
# TSV line a measure to stdout, measure ours reference ratio target verdict, and everything else to stderr.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

{
  cd "$root"
  cmake --preset bench
  cmake --build --preset bench
  # What is measured against Auth0's SDK is skipped without it.
  if command -v node && command -v npm; then tests/interop/packages.sh || true; fi
} >&2

GEOM=1366x820x24 LIMIT=${LIMIT:-3600} exec "$root/tests/window/gui-session.sh" \
  /usr/bin/python3 "$here/bench.py" --build "$root/build/bench" --sdk "$root/tests/interop" "$@"
