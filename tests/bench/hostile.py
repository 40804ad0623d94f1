# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one attacker costs the other clients of pultd: the 99th percentile of their GET /health."""

import itertools
import os
import socket
import statistics
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from figures import row

ATTACKS = {
    "slowloris": "heads a byte at a time over 1 000 connections",
    "idle": "5 000 idle connections",
    "pipelining": "64 connections send requests without waiting",
    "smuggling": "requests that two servers read differently",
}
ROUNDS = 5
REQUESTS = 3_000
CONNECTIONS = 8  # over all the threads that serve
NEW_EVERY = 4  # so many requests, one comes over a connection of its own
PAUSE_S = 0.0005
HEALTH = b"GET /health HTTP/1.1\r\nHost: pultd\r\n\r\n"


def connect(port):
    client = socket.create_connection(("127.0.0.1", port), 10)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client


def exchange(client):
    client.sendall(HEALTH)
    if not client.recv(4096).startswith(b"HTTP/1.1 200"):
        raise RuntimeError("a client was not served")


def timed(clients, port, number):
    began = time.perf_counter()
    if number % NEW_EVERY == 0:
        with connect(port) as client:
            exchange(client)
    else:
        exchange(next(clients))
    return time.perf_counter() - began


@contextmanager
def first_core():
    """The observer and the attacker each keep to a core, so that neither waits for the other; the
    service runs on all of them."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    yield
    os.sched_setaffinity(0, before)


def p99(port):
    times = []
    with first_core(), ExitStack() as opened:
        clients = itertools.cycle(
            [opened.enter_context(connect(port)) for _ in range(CONNECTIONS)])
        for number in range(REQUESTS):
            times.append(timed(clients, port, number))
            time.sleep(PAUSE_S)
    return sorted(times)[len(times) * 99 // 100]


def attacked_p99(space, attack, port):
    attacker = space.start(
        ["/usr/bin/python3", Path(__file__).parent / "peers" / "attacker.py", attack, port],
        capture=True)
    if attacker.process.stdout.readline() != b"ready\n":
        raise RuntimeError(f"the attack could not begin: {attack}")
    found = p99(port)
    if attacker.process.poll() is not None:
        raise RuntimeError(f"{attack} ended: {(space.folder / 'python3.log').read_text()}")
    attacker.stop()
    return found


def under_attack(space, program):
    pultd, url = space.pultd(program, "hostile")
    port = urlsplit(url).port
    rows = []
    for attack, what in ATTACKS.items():
        pairs = [(attacked_p99(space, attack, port), p99(port)) for _ in range(ROUNDS)]
        middle = statistics.median(attacked / quiet for attacked, quiet in pairs)
        attacked, quiet = min(pairs, key=lambda pair: abs(pair[0] / pair[1] - middle))
        rows.append(row(f"service.{attack}_p99", f"GET /health, p99: {what}", attacked * 1e3,
                        quiet * 1e3, "ms", "the same, quiet", 2))
    pultd.stop()
    return rows
