# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console's charts against plain QtCharts."""

from figures import google_benchmark, limit, row


def measure(build):
    found = google_benchmark(build / "tests" / "bench_console")
    return [
        row("console.tick", "one live tick of 12 charts × 4 series", found["pultTick"]["ns"] / 1e6,
            found["qtChartsTick"]["ns"] / 1e6, "ms", "QtCharts, QLineSeries of 600 points", 1 / 5),
        limit("console.tick_ms", "the same tick", found["pultTick"]["ns"] / 1e6, 10, "ms"),
        limit("console.frame", "a zoom or pan frame of them over 24 h at 1 Hz, read and drawn, p99",
              found["pultFrame/iterations:400"]["p99_ms"], 12, "ms"),
    ]
