#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
#
# run.sh [SECONDS [NAME…]]: builds preset `fuzz` and lets each harness run, ten minutes unless told. What it finds on
# its way stays in build/fuzz/corpus; an input that breaks it, in build/fuzz/found. Keep the latter in corpus/NAME,
# under a name that says what it is. Debian: clang
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."

seconds=${1:-600}
names=("${@:2}")
[ ${#names[@]} -gt 0 ] || names=(token keyset)

cmake --preset fuzz
cmake --build --preset fuzz --target "${names[@]/#/fuzz_}"
for name in "${names[@]}"; do
    mkdir -p "build/fuzz/corpus/$name" build/fuzz/found
    "build/fuzz/fuzz/fuzz_$name" -max_total_time="$seconds" -max_len=8192 -timeout=10 -print_final_stats=1 \
        -dict=tests/fuzz/jose.dict -artifact_prefix="build/fuzz/found/$name-" \
        "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name"
done
