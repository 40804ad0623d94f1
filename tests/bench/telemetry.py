# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The telemetry engine against memcpy and Gorilla."""

import contextlib
import json
import lzma
import subprocess
import tempfile
from pathlib import Path

from figures import google_benchmark, in_turn, row


@contextlib.contextmanager
def recorded_scrapes():
    """The path of a node exporter's expositions, one a second, one behind the other."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as scrapes:
        recording = Path(__file__).parent / "data" / "node_exporter.txt.xz"
        scrapes.write(lzma.decompress(recording.read_bytes()))
        scrapes.flush()
        yield scrapes.name


@contextlib.contextmanager
def prometheus_common():
    """A program that parses scrapes with it."""
    source = Path(__file__).parent / "peers" / "expfmt.go"
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "expfmt"
        subprocess.run(
            ["go", "build", "-o", program, source], check=True,
            env={"PATH": "/usr/bin:/bin", "HOME": folder, "GO111MODULE": "off",
                 "GOPATH": "/usr/share/gocode"})
        yield program


def never_seen(program, scrapes):
    """A scrape parsed by who never saw one; by prometheus/common on one core, as ours is."""
    def ours():
        return (google_benchmark(
            program, only="parseNeverSeen", PULT_BENCH_SCRAPES=scrapes)["parseNeverSeen"]["ns"],)
    with prometheus_common() as common:
        def theirs():
            return (int(subprocess.run([common, scrapes], check=True, stdout=subprocess.PIPE,
                                       text=True, env={"GOMAXPROCS": "1"}).stdout),)
        (ours_ns,), (theirs_ns,) = in_turn(ours, theirs)
    return row("telemetry.parse_never_seen", "parse a node exporter's scrape never seen",
               ours_ns / 1e3, theirs_ns / 1e3, "µs", "prometheus/common", 1 / 40)


def parser(build):
    program = build / "tests" / "bench_telemetry"
    with recorded_scrapes() as scrapes:
        found = google_benchmark(program, only="Known|memcpy", PULT_BENCH_SCRAPES=scrapes)
        new = never_seen(program, scrapes)

    def known(suffix, samples):
        return row(f"telemetry.parse_known{suffix.lower()}",
                   f"parse a scrape seen before into the store, {samples} samples",
                   found[f"parseKnown{suffix}"]["ns"] / 1e3, found[f"memcpy{suffix}"]["ns"] / 1e3,
                   "µs", "memcpy of the same bytes", 3)
    return [known("", "a node exporter's"), known("Busy", "100 000"), new]


def store(build):
    with recorded_scrapes() as scrapes:
        found = google_benchmark(build / "tests" / "bench_store", PULT_BENCH_SCRAPES=scrapes)

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


def history(build):
    """A day of ten node exporters on disk, and a week of charts."""
    with recorded_scrapes() as scrapes:
        output = subprocess.run(
            [build / "tests" / "bench_history"], check=True, capture_output=True, text=True,
            env={"PATH": "/usr/bin:/bin", "PULT_BENCH_SCRAPES": scrapes},
        ).stdout
    found = json.loads(output)
    day = "24 h at 1 Hz, 10 × 1 365 samples"
    week = "7 d at 1 Hz, every sample of 500 series"
    allowed = "what it may take"
    return [
        row("telemetry.history_disk", f"{day}: on disk", found["disk_mib"], 400, "MiB", allowed, 1),
        row("telemetry.history_memory", f"{day}: resident", found["resident_mib"], 500, "MiB",
            allowed, 1),
        row("telemetry.history_open", f"{day}: to open", found["open_s"], 0.5, "s", allowed, 1),
        row("telemetry.history_week", "7 d at 1 Hz: 4 charts of 4 traces", found["week_ms"], 16,
            "ms", "a frame", 1),
        row("telemetry.series_open", f"{week}: to open", found["series_open_s"], 0.5, "s", allowed,
            1),
        row("telemetry.series_pan", f"{week}: 19 of them read anew for a pan",
            found["series_pan_ms"], 100, "ms", "what is felt as at once", 1),
    ]


def measure(build):
    return parser(build) + store(build) + history(build)
