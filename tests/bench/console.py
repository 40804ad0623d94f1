# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console's charts against plain QtCharts."""

from figures import google_benchmark, row


def measure(build):
    found = google_benchmark(build / "tests" / "bench_console")
    return [
        row("console.tick", "one live tick of 12 charts × 4 series", found["pultTick"]["ns"] / 1e6,
            found["qtChartsTick"]["ns"] / 1e6, "ms", "QtCharts, QLineSeries of 600 points", 1 / 5),
    ]
