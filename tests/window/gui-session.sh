#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
#
# gui-session.sh COMMAND [ARGUMENT…]: runs COMMAND on a desktop of its own and ends with its exit code.
#
# That desktop is an X server without a screen, a window manager (without one no window ever gets the focus), a
# session bus, an accessibility bus, and an empty home that is thrown away. Neither root nor a real desktop is
# needed; whatever still runs at the end is ended.
#
#   GEOM   size and depth of the screen, 1366x820x24 unless said otherwise
#   LIMIT  seconds until all is ended, 300 unless said otherwise
# shellcheck disable=SC2317 # functions are called by name
set -euo pipefail
self=$(readlink -f "$0")
say() { printf 'gui-session.sh: %s\n' "$*" >&2; }

wait_for() { # SECONDS COMMAND…: until COMMAND succeeds
    local tries=$(($1 * 20))
    shift
    while ! "$@" >/dev/null 2>&1; do
        ((tries-- > 0)) || return 1
        sleep .05
    done
}

window_manager_is_up() {
    if [ -z "$manager" ] || ! kill -0 "$manager"; then # it may give up when the X server is still busy starting
        openbox >/dev/null 2>&1 &
        manager=$!
    fi
    xdotool get_num_desktops
}

accessibility_is_up() {
    gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.a11y.Bus.GetAddress
}

desktop() { # within the session bus: what a desktop starts, then the command
    local manager='' launcher status=0
    wait_for 20 window_manager_is_up || { say "no window manager"; exit 3; }
    # Up before the program: one that finds no accessibility bus at its start does not look again.
    /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
    launcher=$!
    wait_for 20 accessibility_is_up || { say "no accessibility bus"; exit 3; }
    "$@" || status=$?
    kill "$manager" "$launcher" 2>/dev/null || true
    exit $status
}

if [ "${1:-}" = --desktop ]; then
    shift
    exec 2>&4 4>&- # the bus was started mute: it reports each service it starts
    desktop "$@"
fi

[ $# -gt 0 ] || { sed -n '5,13s/^# \{0,1\}//p' "$self" >&2; exit 2; }
for tool in Xvfb xauth mcookie dbus-run-session openbox xdotool gdbus; do
    command -v $tool >/dev/null || { say "$tool is not installed"; exit 2; }
done

place=$(mktemp -d)
server=
tidy_up() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$place"
}
trap tidy_up EXIT
mkdir -m 700 "$place/run" "$place/home"
mkdir "$place/home/.config" "$place/home/.cache" "$place/home/.local" "$place/home/.local/share"

cookie=$(mcookie)
xauth -q -f "$place/server.auth" add :0 . "$cookie" 2>/dev/null
# -noreset: otherwise the server starts anew whenever its last client leaves, and the window manager dies.
Xvfb -displayfd 3 -auth "$place/server.auth" -screen 0 "${GEOM:-1366x820x24}" -nolisten tcp -noreset \
    3>"$place/display" >/dev/null 2>&1 &
server=$!
wait_for 20 test -s "$place/display" || { say "no X server"; exit 3; }
DISPLAY=:$(<"$place/display")
export DISPLAY XAUTHORITY=$place/client.auth
xauth -q -f "$XAUTHORITY" add "$DISPLAY" . "$cookie" 2>/dev/null

status=0
env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u QT_QPA_PLATFORMTHEME -u QT_STYLE_OVERRIDE \
    HOME="$place/home" XDG_RUNTIME_DIR="$place/run" XDG_CONFIG_HOME="$place/home/.config" \
    XDG_CACHE_HOME="$place/home/.cache" XDG_DATA_HOME="$place/home/.local/share" \
    QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL="${LC_ALL:-C.UTF-8}" TZ=UTC \
    timeout --kill-after=5 "${LIMIT:-300}" dbus-run-session -- "$self" --desktop "$@" 4>&2 2>/dev/null || status=$?
exit $status
