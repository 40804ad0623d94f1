# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks Prometheus (Debian's package) what it makes of every body; writes verdicts for tst_prometheus.

Each body is a target that Prometheus scrapes once. Of one that it refuses, the lines in front of
the one where our parser gave up must be accepted, and refused together with that one."""

import argparse
import asyncio
import gzip
import itertools
import json
import math
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import zlib
from pathlib import Path

TYPES = {"text": "text/plain; version=0.0.4",
         "openmetrics": "application/openmetrics-text; version=1.0.0"}
END = b"# EOF\n"
OWN_LABEL = "pult_body"
SCRAPE_SECONDS = 40
BODIES_A_RUN = 4000
BODIES_A_QUERY = 250


def read_bodies(output):
    bodies, at = [], 0
    while at < len(output):
        end = output.index(b"\n", at)
        kind, line, size = output[at:end].decode().split()
        at = end + 1 + int(size)
        bodies.append((kind, int(line), output[end + 1:at]))
    return bodies


def lines_before(line, kind, text):
    """As peerbodies.cpp has it."""
    parts = text.split(b"\n")
    before = b"".join(part + b"\n" for part in parts[:line - 1])[:len(text)]
    return before if kind == "text" or (b"\n" + before).endswith(b"\n" + END) else before + END


class Targets:
    """Serves each body at a path of its own."""

    def __init__(self, bodies):
        self.bodies = bodies
        self.port = 0

    async def serve(self, reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        kind, text = self.bodies[int(head.split()[1].rsplit(b"/", 1)[1])]
        writer.write(f"HTTP/1.0 200 OK\r\nContent-Type: {TYPES[kind]}\r\n"
                     f"Content-Length: {len(text)}\r\n\r\n".encode() + text)
        await writer.drain()
        writer.close()

    async def start(self):
        server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        return server


def configuration(port, count):
    targets = [{"targets": [f"127.0.0.1:{port}"],
                "labels": {"__metrics_path__": f"/{number}", OWN_LABEL: str(number)}}
               for number in range(count)]
    return {"scrape_configs": [{
        "job_name": "pult_bodies", "honor_labels": True, "honor_timestamps": False,
        "scrape_interval": f"{SCRAPE_SECONDS}s", "scrape_timeout": "30s",
        "static_configs": targets}]}


def ask(port, path, **query):
    url = f"http://127.0.0.1:{port}/api/v1/{path}?{urllib.parse.urlencode(query)}"
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)["data"]


def canonical(sample, address):
    labels = dict(sample["metric"])
    name = labels.pop("__name__")
    for label, own in (("job", "pult_bodies"), ("instance", address), (OWN_LABEL, None)):
        if own is None or labels.get(label) == own:
            labels.pop(label, None)
    value = float(sample["value"][1])
    bits = "NaN" if math.isnan(value) else f"{struct.unpack('<Q', struct.pack('<d', value))[0]:x}"
    pairs = "".join(f"\1{label}\2{labels[label]}" for label in sorted(labels, key=str.encode))
    return f"{name}{pairs}\3{bits}\n".encode()


OF_SCRAPES = {"up", "scrape_duration_seconds", "scrape_samples_post_metric_relabeling",
              "scrape_samples_scraped", "scrape_series_added"}


def samples(port, address, numbers):
    """What was stored, by body."""
    found = {number: [] for number in numbers}
    pattern = "|".join(str(number) for number in numbers)
    answer = ask(port, "query", query=f'{{{OWN_LABEL}=~"{pattern}"}}')
    for sample in answer["result"]:
        if sample["metric"]["__name__"] not in OF_SCRAPES:
            found[int(sample["metric"][OWN_LABEL])].append(canonical(sample, address))
    return found


def wait_for_targets(port, count):
    while True:
        time.sleep(3)
        try:
            targets = ask(port, "targets", state="active")["activeTargets"]
        except OSError:
            continue
        if len(targets) == count and all(target["health"] != "unknown" for target in targets):
            return targets


def judge(port, address, count):
    """For each body the reason why it is refused, or its samples."""
    errors = {int(target["labels"][OWN_LABEL]): target["lastError"]
              for target in wait_for_targets(port, count)}
    verdicts = [None] * count
    for first in range(0, count, BODIES_A_QUERY):
        numbers = range(first, min(first + BODIES_A_QUERY, count))
        for number, lines in samples(port, address, numbers).items():
            verdicts[number] = (errors[number], sorted(lines))
    return verdicts


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


async def ask_prometheus(bodies):
    targets = Targets(bodies)
    async with await targets.start():
        with tempfile.TemporaryDirectory() as folder:
            settings = Path(folder) / "prometheus.json"
            settings.write_text(json.dumps(configuration(targets.port, len(bodies))))
            port = free_port()
            prometheus = subprocess.Popen(
                ["prometheus", f"--config.file={settings}", f"--storage.tsdb.path={folder}/data",
                 f"--web.listen-address=127.0.0.1:{port}", "--log.level=error"])
            try:
                return await asyncio.to_thread(
                    judge, port, f"127.0.0.1:{targets.port}", len(bodies))
            finally:
                prometheus.terminate()
                prometheus.wait()


def ask_in_runs(bodies):
    verdicts = []
    for first in range(0, len(bodies), BODIES_A_RUN):
        verdicts += asyncio.run(ask_prometheus(bodies[first:first + BODIES_A_RUN]))
        print(f"{len(verdicts)} of {len(bodies)}", file=sys.stderr)
    return verdicts


def described(line, lines):
    return f"{line} {len(lines)} {zlib.crc32(b''.join(lines)):x}\n"


def probes_of(bodies, verdicts):
    """In front of the broken line, and with it: number, body, body."""
    for number, ((kind, line, text), (error, _)) in enumerate(zip(bodies, verdicts)):
        if error and line:
            is_behind_last = line > text.count(b"\n") + (not text.endswith(b"\n"))
            broken = text if is_behind_last else lines_before(line + 1, kind, text)
            yield number, (kind, lines_before(line, kind, text)), (kind, broken)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=Path, required=True, help="the program peer_bodies")
    arguments = parser.parse_args()
    here = Path(__file__).parent
    bodies = read_bodies(subprocess.run(
        [arguments.bodies, here / "recordings"], check=True, stdout=subprocess.PIPE).stdout)
    verdicts = ask_in_runs([(kind, text) for kind, _, text in bodies])
    probes = list(probes_of(bodies, verdicts))
    answers = ask_in_runs(list(itertools.chain(*(pair for _, *pair in probes))))
    lines = [described(0, found) if not error else "refused\n" for error, found in verdicts]
    for (number, before, _), (kept, broken) in zip(probes, zip(answers[::2], answers[1::2])):
        if not kept[0] and broken[0]:
            lines[number] = described(bodies[number][1], kept[1])
    different = 0
    for (kind, line, text), (error, _), verdict in zip(bodies, verdicts, lines):
        if bool(error) != bool(line) or verdict == "refused\n":
            different += 1
            print(f"--- ours: line {line}, Prometheus: {error or 'accepted'}\n"
                  + text.decode(errors="replace"), file=sys.stderr)
    print(f"{different} of {len(bodies)} are judged differently", file=sys.stderr)
    with gzip.GzipFile(here / "verdicts.gz", "wb", mtime=0) as packed:
        packed.write("".join(lines).encode())


if __name__ == "__main__":
    main()
