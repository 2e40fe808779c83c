# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Measures Tenantscope beside its references; run.sh calls it inside a virtual display.

Every ratio comes from one run in which ours and the reference took turns; the first round is thrown away. Standard
output gets a TSV line a measure: measure, ours, reference, ratio, target, verdict. Reasons and spreads go to stderr.
"""

import argparse
import json
import math
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROUNDS = 15
PLANS = {  # burst, refill a second: the public plans' Management API buckets
    "free": (2, 2.0),
    "essentials": (5, 100 / 60),
    "nonproduction": (10, 2.0),
    "production": (50, 16.0),
}

options = None


def note(text):
    print(text, file=sys.stderr, flush=True)


def line(measure, ours, reference, target, spread=""):
    """Prints one verdict; reference None means that the measure has none."""
    ratio = ours / reference if reference else None
    judged = ratio if reference else ours
    verdict = "ok" if judged <= target else "miss"
    print("\t".join([
        measure, f"{ours:.2f}", f"{reference:.2f}" if reference else "-",
        f"{ratio:.2f}" if reference else "-", f"{target:g}", verdict]), flush=True)
    if spread:
        note(f"{measure}: {spread}")


def skip(measure, target, reason):
    print("\t".join([measure, "-", "-", "-", f"{target:g}", "skip"]), flush=True)
    note(f"{measure}: skipped: {reason}")


def spread(values):
    ordered = sorted(values)
    tenth = ordered[int(len(ordered) * 0.1)]
    ninetieth = ordered[min(len(ordered) - 1, int(len(ordered) * 0.9))]
    return f"p10 {tenth:.2f}, p90 {ninetieth:.2f}, n {len(ordered)}"


def paired(ours, reference, rounds=ROUNDS):
    """Medians of two functions that take turns, and how far ours spread."""
    first, second = [], []
    for turn in range(rounds + 1):
        one, other = ours(), reference()
        if turn:
            first.append(one)
            second.append(other)
    return (statistics.median(first), statistics.median(second),
            f"ours {spread(first)}; reference {spread(second)}")


@contextmanager
def demo(**settings):
    """A demo tenant of its own process over TLS, and how to reach it."""
    folder = Path(tempfile.mkdtemp(prefix="tenantscope-bench-"))
    ca = folder / "ca.pem"
    command = [str(options.bin / "tenantscope-cli"), "demo", "--tls", "--ca-out", str(ca)]
    for name, value in settings.items():
        command += [f"--{name.replace('_', '-')}", str(value)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        tenant = json.loads(server.stdout.readline())
        tenant["ca"] = str(ca)
        yield tenant
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def environment(tenant=None, **more):
    result = dict(os.environ)
    result.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)  # the desktop's, for tests; users without a screen reader pay nothing
    if tenant:
        result.update(AUTH0_DOMAIN=tenant["domain"], AUTH0_CLIENT_ID=tenant["client_id"],
                      AUTH0_CLIENT_SECRET=tenant["client_secret"], AUTH0_AUDIENCE=tenant["audience"],
                      TENANTSCOPE_CA_FILE=tenant["ca"], NODE_EXTRA_CA_CERTS=tenant["ca"])
    result.update({name: str(value) for name, value in more.items()})
    return result


def probe(program, scenario, tenant=None, **more):
    """Runs a window under the probe; the numbers it reported, by name."""
    env = environment(tenant, LD_PRELOAD=options.probe, PROBE_SCENARIO=scenario,
                      PROBE_START=time.clock_gettime_ns(time.CLOCK_MONOTONIC), **more)
    done = subprocess.run(program, env=env, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, timeout=600)
    found = dict(re.findall(r"^probe (\w+) ([\d.]+)$", done.stderr.decode(errors="replace"), re.M))
    if not found:
        raise RuntimeError(f"{program[0]}: {done.stderr.decode(errors='replace')[-500:]}")
    return {name: float(value) for name, value in found.items()}


def wall(command, env=None):
    start = time.monotonic()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def first_paint():
    """The first run's form, and what somebody sees who has saved tenants."""
    ours = [str(options.bin / "tenantscope")]
    empty = [str(options.build / "bench" / "emptywindow")]
    with tempfile.TemporaryDirectory(prefix="tenantscope-bench-") as home:
        saved = {name: home for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
        for name in ("Development", "Staging", "Production"):
            subprocess.run([str(options.bin / "tenantscope-cli"), "profiles", "add", name, "--environment", name.lower(),
                            "--domain", f"{name.lower()}.eu.auth0.com", "--client-id", name],
                           env=environment(**saved), check=True, capture_output=True)
        for measure, more in (("first_paint", {}), ("first_paint_saved", saved)):
            mine, theirs, how = paired(lambda: probe(ours, "paint", **more)["first_paint"],
                                       lambda: probe(empty, "paint")["first_paint"])
            line(measure, mine, theirs, 2.0, how)


def first_rows():
    """On this machine, where only our own time counts, and as far away as a tenant is."""
    for latency in (0, 100):
        first_rows_at(latency)


def first_rows_at(latency):
    with demo(applications=1240, latency=latency) as tenant:
        painting = []

        def ours():
            seen = probe([str(options.bin / "tenantscope")], "rows", tenant)
            painting.append(seen["paint_page"])
            return seen["first_rows"]

        def reference():
            return curl_first_page(tenant) + painting[-1]

        mine, theirs, how = paired(ours, reference)
        line(f"first_rows_{latency}ms", mine, theirs, 1.15, how)


def curl_first_page(tenant):
    """Milliseconds curl takes for the token request and the first page over one connection."""
    token = json.loads(subprocess.run(
        [str(options.bin / "tenantscope-cli"), "token", "--format", "json"], env=environment(tenant),
        check=True, capture_output=True).stdout)["access_token"]
    base = f"https://{tenant['domain']}"
    form = []
    for name in ("client_id", "client_secret", "audience"):
        form += ["--data-urlencode", f"{name}={tenant[name]}"]
    page = (f"{base}/api/v2/clients?per_page=100&page=0&include_totals=true&is_global=false&include_fields=false"
            "&fields=client_secret,signing_keys,encryption_key,addons,custom_login_page,"
            "custom_login_page_preview,form_template")
    common = ["-s", "--http1.1", "--compressed", "--cacert", tenant["ca"], "-o", "/dev/null", "-w", "%{time_total}\n"]
    done = subprocess.run(
        ["curl", *common, "--data", "grant_type=client_credentials", *form, f"{base}/oauth/token",
         "--next", *common, "-H", f"Authorization: Bearer {token}", page],
        check=True, capture_output=True)
    return sum(float(part) for part in done.stdout.split()) * 1e3


def lists():
    """Whole lists under each plan against the bound of bucket and latency, and against Auth0's SDK."""
    for plan, (burst, rate) in PLANS.items():
        pages = min(100, burst + int(rate * (4 if options.quick else 8)))  # production: 100 pages, 10,000 applications
        reserve = min(max(1, math.ceil(burst / 4)), burst - 1)
        for latency in ([100] if options.quick else [20, 100, 250]):
            seconds = latency / 1e3
            in_flight = min(6, max(1, math.ceil(rate * seconds)))
            bound = max(max(0, pages - (burst - reserve)) / rate,
                        seconds * (1 + math.ceil((pages - 1) / in_flight)))
            with demo(applications=pages * 100, latency=latency, rate=rate, burst=burst) as tenant:
                def rested(command, env):
                    time.sleep(burst / rate)  # the bucket is full again after that
                    return wall(command, env)

                mine, other, how = paired(
                    lambda: rested(list_command(), environment(tenant)),
                    lambda: rested(*sdk_command(tenant)) if has_sdk() else 0, 1 if options.quick else 3)
            line(f"list_bound_{plan}_{latency}ms", mine, bound, 1.10, how)
            if has_sdk():
                line(f"list_sdk_{plan}_{latency}ms", mine, other + reserve / rate, 1.0)
            else:
                skip(f"list_sdk_{plan}_{latency}ms", 1.0, NO_SDK)


NO_SDK = "no node here, or the SDK could not be fetched"


def has_sdk():
    return bool(shutil.which("node")) and (options.sdk / "node_modules" / "auth0").is_dir()


def sdk_command(tenant):
    """Auth0's own SDK listing the same tenant, and its environment."""
    command = ["node", str(options.here / "list.mjs")]
    command += [tenant[name] for name in ("domain", "client_id", "client_secret", "audience")]
    return command, environment(tenant, SDK_FOLDER=options.sdk)


def list_command():
    return [str(options.bin / "tenantscope-cli"), "applications", "--format", "ndjson"]


def cpu():
    """User and system time of writing 10,000 applications as lines of JSON."""
    if not has_sdk():
        return skip("list_cpu_10000", 0.33, NO_SDK)
    with demo(applications=10000, rate=10000, burst=10000) as tenant:
        def spent(command, env):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

        mine, theirs, how = paired(
            lambda: spent(list_command(), environment(tenant)),
            lambda: spent(*sdk_command(tenant)), 5)
        line("list_cpu_10000", mine, theirs, 0.33, how)


def help_start():
    mine, theirs, how = paired(
        lambda: wall([str(options.bin / "tenantscope-cli"), "--help"]) * 1e3,
        lambda: wall([str(options.build / "bench" / "trivialprogram")]) * 1e3)
    line("help_start", mine, theirs, 1.5, how)


def window_load():
    """Memory of a window without and with a list, and its event loop while the list arrives."""
    program = [str(options.bin / "tenantscope")]
    empty = probe(program, "stalls", PROBE_ROWS=0)
    line("rss_empty_mb", empty["rss_kb"] / 1024, None, 60)
    for count, memory in ((10_000, None),) if options.quick else ((10_000, None), (100_000, 200)):
        with demo(applications=count, rate=10000, burst=10000) as tenant:
            seen = probe(program, "stalls", tenant, PROBE_ROWS=count)
        if memory:
            line(f"rss_{count}_mb", seen["rss_kb"] / 1024, None, memory)
        else:
            note(f"rss_{count}_mb: {seen['rss_kb'] / 1024:.1f}")
        line(f"stall_max_{count}_ms", seen["stall_max"], None, 50, f"{seen['turns']:.0f} turns")
        line(f"stall_p99_{count}_ms", seen["stall_p99"], None, 16)


def work():
    """What its user waits for in a window with many applications."""
    count = 10_000 if options.quick else 100_000
    with demo(applications=count, rate=10000, burst=10000) as tenant:
        seen = probe([str(options.bin / "tenantscope")], "work", tenant, PROBE_ROWS=count)
    line(f"keystroke_median_{count}_ms", seen["keystroke_median"], None, 33, f"{seen['keystrokes']:.0f} keys")
    line(f"keystroke_p99_{count}_ms", seen["keystroke_p99"], None, 50)
    sorts = {name: value for name, value in seen.items() if re.fullmatch(r"sort_\d+_\d", name)}
    line(f"sort_slowest_{count}_ms", seen["sort_slowest"], None, 100,
         ", ".join(f"{name} {value:.0f}" for name, value in sorts.items()))
    line(f"copy_ids_{count}_ms", seen["copy_ids"], None, 300)


def row_costs():
    """What a row costs among 100,000, beside what it costs among 1,000."""
    def costs(count):
        done = subprocess.run([str(options.build / "bench" / "rowcosts"), str(count)], check=True, capture_output=True)
        return {name: float(value) for name, value in (part.split() for part in done.stdout.decode().splitlines())}

    turns = [(costs(100_000), costs(1_000)) for _ in range(2 if options.quick else 5)]
    for name in turns[0][0]:
        many = [turn[0][name] for turn in turns]
        if name.endswith("_ms"):
            line(f"{name[:-3]}_100000_ms", statistics.median(many), None, 100, spread(many))
            continue
        line(f"row_{name}", statistics.median(many), statistics.median(turn[1][name] for turn in turns), 1.3,
             spread(many))


MEASURES = {
    "first_paint": first_paint,
    "first_rows": first_rows,
    "lists": lists,
    "cpu": cpu,
    "help_start": help_start,
    "window_load": window_load,
    "work": work,
    "row_costs": row_costs,
}


def main():
    global options
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--sdk", type=Path, required=True)
    parser.add_argument("--quick", action="store_true", help="one latency, one round of the long measures")
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    options = parser.parse_args()
    options.bin = options.build / "bin"
    options.probe = str(options.build / "tests" / "libwindowprobe.so")
    options.here = Path(__file__).resolve().parent
    failed = False
    for name in options.measures or MEASURES:
        try:
            MEASURES[name]()
        except (KeyError, RuntimeError, subprocess.SubprocessError, OSError) as problem:
            note(f"{name}: could not run: {problem!r}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
