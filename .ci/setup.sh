# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
#
# What run.sh and test.sh share: packages from the distribution, and builds by preset. To be sourced.
# shellcheck disable=SC2034 # the lists are for those who source this

# To build and to start the window. Loaded, not linked: libqt6svg6, the icons' plugin, and libsecret-1-0, the way to the
# keychain. A bare Debian lacks ca-certificates, and without them no real tenant's certificate is trusted.
run_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-svg-dev libxcb1-dev libexpected-dev libcpp-httplib-dev libssl-dev zlib1g-dev
    qtkeychain-qt6-dev libsecret-1-0 libqt6svg6 ca-certificates
)

# To test, besides: a virtual display with a window manager, the accessibility bus and eyes and hands for it;
# certificates made on the spot; a keychain; a clipboard manager; those who are given copied tokens; the tools that look at executables, memory and system calls.
test_packages=(
    xvfb xauth openbox xdotool xclip dbus at-spi2-core libglib2.0-bin imagemagick fonts-dejavu-core
    python3 python3-pyatspi openssl binutils strace curl jq httpie gnome-keyring libsecret-tools copyq
)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
fail() { say "$*"; exit 1; }

missing_packages() { # PACKAGE…: prints those that are not installed
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] \
            || printf '%s\n' "$package"
    done
}

apt_get() { # ARGUMENT…: asks nothing, waits for another one to end, and speaks only when it fails
    local log status=0
    log=$(mktemp)
    "${elevate[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600 \
        -o Dpkg::Use-Pty=0 "$@" </dev/null >"$log" 2>&1 || status=$?
    [ $status = 0 ] || tail -n 20 "$log" >&2
    rm -f "$log"
    return $status
}

install_packages() { # PACKAGE…: installs those that are missing; quick and silent when none is
    local missing elevate=()
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "this is no Debian: going on without a look at the packages it would need there: $*"
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null \
            || fail "not root, and no sudo: have these packages installed, then start again: ${missing[*]}"
        elevate=(sudo)
    fi

    say "installing with ${elevate[*]:+${elevate[*]} }apt-get: ${missing[*]}"
    if ! apt-get -qq --simulate install "${missing[@]}" >/dev/null 2>&1; then
        say "reading the distribution's package lists"
        apt_get update || fail "apt-get update failed"
    fi
    apt_get install --no-install-recommends "${missing[@]}" && return 0
    say "trying once more with fresh package lists"
    apt_get update || fail "apt-get update failed"
    apt_get install --no-install-recommends "${missing[@]}" || fail "apt-get could not install: ${missing[*]}"
}

install_node() { # the interop tests' node and npm: what is on PATH, else the distribution's, never one of each
    command -v node >/dev/null && command -v npm >/dev/null && return 0
    if command -v node >/dev/null && ! dpkg-query -S "$(readlink -f "$(command -v node)")" >/dev/null 2>&1; then
        fail "$(command -v node) comes without npm, and the distribution's npm needs the distribution's node: install npm beside it"
    fi
    install_packages nodejs npm
}

build_preset() { # PRESET [TARGET…]: configures when that was never done or the presets changed, then builds
    local preset=$1 targets=() log=build/$1.log
    shift
    [ $# = 0 ] || targets=(--target "$@")
    mkdir -p build
    if [ ! -f "build/$preset/build.ninja" ] || [ CMakePresets.json -nt "build/$preset/build.ninja" ]; then
        say "configuring preset $preset"
        cmake --preset "$preset" >"$log" 2>&1 \
            || { tail -n 40 "$log" >&2; fail "preset $preset could not be configured"; }
    fi
    if cmake --build --preset "$preset" "${targets[@]}" -- -n 2>&1 | grep -q 'no work to do'; then
        return 0
    fi
    say "building preset $preset"
    if [ -t 2 ]; then
        cmake --build --preset "$preset" "${targets[@]}" >&2 || fail "preset $preset could not be built"
    else
        cmake --build --preset "$preset" "${targets[@]}" >"$log" 2>&1 \
            || { grep -v '^\[[0-9]*/[0-9]*\]' "$log" | tail -n 100 >&2; fail "preset $preset could not be built"; }
    fi
}
