# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Pult beside its peers in one run, prints a table and writes it as JSON."""

import argparse
import json
from pathlib import Path

import console
import service
import telemetry
import whole

SECTIONS = {"service": service, "telemetry": telemetry, "console": console,
            "whole": whole}


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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("section", nargs="?", choices=SECTIONS)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    rows = []
    for name, section in SECTIONS.items():
        if arguments.section in (None, name):
            rows += section.measure(arguments.build.resolve())
    table(rows)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
