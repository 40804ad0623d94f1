# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Pult beside its peers in one run, prints a table and writes it as JSON.

Every figure is a ratio taken in turn (ours, peer, ours, peer …) on this machine now; the median of
the pairs is what counts.
"""

import argparse
import json
import lzma
import re
import statistics
import subprocess
import tempfile
from pathlib import Path

from peers.processes import Workspace

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


def wrk(url, folder, headers=(), body=None):
    """Requests answered 2xx within WRK_SECONDS over 64 connections."""
    script = folder / "load.lua"
    lines = [f'wrk.headers["{name}"] = "{value}"' for name, value in headers]
    if body is not None:
        lines += ['wrk.method = "POST"', f"wrk.body = {json.dumps(body)}"]
        lines += ['wrk.headers["Content-Type"] = "application/json"']
    script.write_text("\n".join(lines))
    output = subprocess.run(
        ["wrk", "-t1", "-c64", f"-d{WRK_SECONDS}s", "-s", script, url],
        check=True, capture_output=True, text=True,
    ).stdout
    if re.search(r"Non-2xx|Socket errors", output):
        raise RuntimeError(f"{url} refused requests:\n{output}")
    return int(re.search(r"(\d+) requests in", output).group(1))


def cpu_per_request(servers, *load):
    """Microseconds of CPU of all the servers, and requests a second."""
    before = sum(server.cpu_seconds() for server in servers)
    requests = wrk(*load)
    used = sum(server.cpu_seconds() for server in servers) - before
    return used / requests * 1e6, requests / WRK_SECONDS


def in_turn(ours, theirs):
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    return min(pairs, key=lambda pair: abs(pair[0][0] / pair[1][0]
               - statistics.median(a[0] / b[0] for a, b in pairs)))


def service(build):
    rows = []
    with Workspace() as space:
        pultd, url = space.pultd(build / "bin" / "pultd")
        idle = pultd.memory_mib()
        nginx, nginx_url = space.nginx('{"status":"pass"}')
        ours, theirs = in_turn(
            lambda: cpu_per_request([pultd], url + "/health", space.folder),
            lambda: cpu_per_request([nginx], nginx_url + "/health", space.folder),
        )
        rows.append(row("service.health_cpu", "CPU a GET /health", ours[0], theirs[0], "µs",
                        "nginx, the same bytes", 1.5))

        stack, stack_url = space.field_stack()
        rows.append(row("service.idle_memory", "resident memory, idle", idle,
                        sum(server.memory_mib() for server in stack), "MiB",
                        "gunicorn ×4, PostgreSQL, Redis", 1 / 10))
        rows.append(row("service.ready", "start to ready", pultd.ready_s, stack[0].ready_s, "s",
                        "gunicorn ×4", 1 / 3))
        token = [("Authorization", f"Bearer {pultd.token}")]
        job = json.dumps({"prompt": "a lighthouse at night"})
        path = "/api/generate/text"
        ours, theirs = in_turn(
            lambda: cpu_per_request([pultd], url + path, space.folder, token, job),
            lambda: cpu_per_request(stack, stack_url + path, space.folder, (), job),
        )
        peer = "FastAPI, PostgreSQL row, Celery task"
        rows.append(row("service.accept_cpu", "CPU a durably accepted job", ours[0], theirs[0],
                        "µs", peer, 1 / 80))
        rows.append(row("service.accept_rate", "durably accepted jobs a second", ours[1],
                        theirs[1], "/s", peer, 40, more_is_better=True))
    return rows


def google_benchmark(program, **environment):
    """The medians by benchmark name: nanoseconds, and the program's own figures."""
    output = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_repetitions=5",
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


def parser(build):
    found = google_benchmark(build / "tests" / "bench_telemetry")

    def known(suffix, samples):
        return row(f"telemetry.parse_known{suffix.lower()}",
                   f"parse a scrape seen before, {samples} samples",
                   found[f"parseKnown{suffix}"]["ns"] / 1e3, found[f"memcpy{suffix}"]["ns"] / 1e3,
                   "µs", "memcpy of the same bytes", 3)
    return [known("", "1 365"), known("Busy", "100 000")]


def store(build):
    with tempfile.NamedTemporaryFile(suffix=".txt") as scrapes:
        recording = Path(__file__).parent / "data" / "node_exporter.txt.xz"
        scrapes.write(lzma.decompress(recording.read_bytes()))
        scrapes.flush()
        found = google_benchmark(build / "tests" / "bench_store", PULT_BENCH_SCRAPES=scrapes.name)

    def sample_ns(name):
        return 1e9 / found[name]["items_per_second"]
    rows = []
    for source, of in (("node", "a node exporter"), ("busy", "a busy service")):
        rows += [
            row(f"telemetry.store_bytes_{source}", f"bytes a stored sample, {of}",
                found[f"scan/{source}"]["bytes"], found[f"gorillaScan/{source}"]["bytes"], "B",
                "Gorilla", 1 / 3),
            row(f"telemetry.store_append_{source}", f"append, a sample of {of}",
                sample_ns(f"append/{source}"), 15, "ns", "what a sample may cost", 1),
            row(f"telemetry.store_scan_{source}", f"scan, a sample of {of}",
                sample_ns(f"scan/{source}"), sample_ns(f"gorillaScan/{source}"), "ns", "Gorilla",
                1 / 2),
        ]
    return rows


def telemetry(build):
    return parser(build) + store(build)


def console(build):
    found = google_benchmark(build / "tests" / "bench_console")
    return [
        row("console.tick", "one live tick of 12 charts × 4 series", found["pultTick"]["ns"] / 1e6,
            found["qtChartsTick"]["ns"] / 1e6, "ms", "QtCharts, QLineSeries of 600 points", 1 / 5),
    ]


def table(rows):
    head = ("what", "ours", "against", "ratio", "goal", "holds")
    lines = [head] + [
        (entry["what"], f"{entry['ours']:.3g} {entry['unit']}",
         f"{entry['against']:.3g} {entry['unit']} ({entry['peer']})", f"{entry['ratio']:.3g}",
         entry["goal"], "yes" if entry["holds"] else "NO")
        for entry in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def main():
    sections = {"service": service, "telemetry": telemetry, "console": console}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("section", nargs="?", choices=sections)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    rows = []
    for name, measure in sections.items():
        if arguments.section in (None, name):
            rows += measure(arguments.build.resolve())
    table(rows)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
