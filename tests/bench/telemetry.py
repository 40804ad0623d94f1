# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The telemetry engine against memcpy and Gorilla."""

import lzma
import tempfile
from pathlib import Path

from figures import google_benchmark, row


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


def measure(build):
    return parser(build) + store(build)
