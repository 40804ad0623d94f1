# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a figure is taken: every one is a ratio, and peers are measured in turn (ours, peer, ours,
peer …) on this machine now; the median of the pairs is what counts."""

import json
import re
import statistics
import subprocess

ROUNDS = 3
WRK_SECONDS = 3


def row(name, what, ours, against, unit, peer, goal, more_is_better=False):
    """One line of the table; the ratio is ours by theirs."""
    ratio = ours / against
    holds = ratio >= goal if more_is_better else ratio <= goal
    return {
        "name": name,
        "what": what,
        "ours": round(ours, 4),
        "against": round(against, 4),
        "unit": unit,
        "peer": peer,
        "ratio": round(ratio, 4),
        "goal": f"{'≥' if more_is_better else '≤'} {goal:.3g}",
        "holds": holds,
    }


def limit(name, what, ours, most, unit):
    """A figure that has a limit instead of a peer."""
    return row(name, what, ours, most, unit, "the limit", 1)


def start_wrk(url, folder, headers=(), body=None):
    """Loads the address over 64 connections for WRK_SECONDS."""
    script = folder / f"load-{abs(hash((url, body)))}.lua"
    lines = [f'wrk.headers["{name}"] = "{value}"' for name, value in headers]
    if body is not None:
        lines += ['wrk.method = "POST"', f"wrk.body = {json.dumps(body)}"]
        lines += ['wrk.headers["Content-Type"] = "application/json"']
    script.write_text("\n".join(lines))
    return subprocess.Popen(
        ["wrk", "--timeout", "10s", "-t1", "-c64", f"-d{WRK_SECONDS}s", "-s", script, url],
        stdout=subprocess.PIPE, text=True,
    )


def requests_of(wrk):
    """Waits for its end; the requests, all of them answered 2xx."""
    output = wrk.communicate()[0]
    if wrk.returncode or re.search(r"Non-2xx|Socket errors", output):
        raise RuntimeError(f"requests were refused:\n{output}")
    return int(re.search(r"(\d+) requests in", output).group(1))


def cpu_per_request(servers, *load):
    """Microseconds of CPU of all the servers, and requests a second."""
    before = sum(server.cpu_seconds() for server in servers)
    requests = requests_of(start_wrk(*load))
    used = sum(server.cpu_seconds() for server in servers) - before
    return used / requests * 1e6, requests / WRK_SECONDS


def in_turn(ours, theirs):
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    return min(pairs, key=lambda pair: abs(pair[0][0] / pair[1][0]
               - statistics.median(a[0] / b[0] for a, b in pairs)))


def google_benchmark(program, only=".", **environment):
    """The medians by benchmark name: nanoseconds, and the program's own figures."""
    output = subprocess.run(
        [program, "--benchmark_format=json", f"--benchmark_filter={only}",
         "--benchmark_repetitions=5",
         "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.2"],
        check=True, capture_output=True, text=True,
        env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "HOME": "/tmp",
             **environment},
    ).stdout
    scale = {"ns": 1, "us": 1e3, "ms": 1e6}
    medians = [entry for entry in json.loads(output)["benchmarks"]
               if entry.get("aggregate_name") == "median"]
    return {entry["run_name"]: entry | {"ns": entry["cpu_time"] * scale[entry["time_unit"]]}
            for entry in medians}
