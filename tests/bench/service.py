# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pultd against nginx and the field's usual stack."""

import json
import resource
import socket
import sqlite3
import time
import urllib.request
from contextlib import closing
from urllib.parse import urlsplit

import hostile
from figures import cpu_per_request, google_benchmark, in_turn, limit, requests_of, row, start_wrk
from peers.processes import Workspace, wait_until

PATH = "/api/generate/text"
JOB = json.dumps({"prompt": "a lighthouse at night"})
CONNECTIONS = 8_000
MILLION = 1_000_000


def ask(pultd, url, body=None):
    headers = {**dict(pultd.authorization), "Content-Type": "application/json"}
    request = urllib.request.Request(url, body, headers)
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def health(space, pultd, url):
    """What a stranger gets, a word, and what an operator gets, all checks."""
    rows = []
    for name, headers in (("stranger", []), ("operator", pultd.authorization)):
        pultd_says = '{"status":"pass"}' if not headers else ask(pultd, url + "/health")
        nginx, nginx_url = space.nginx(pultd_says)
        ours, theirs = in_turn(
            lambda: cpu_per_request([pultd], url + "/health", space.folder, headers),
            lambda: cpu_per_request([nginx], nginx_url + "/health", space.folder, headers),
        )
        rows.append(row(f"service.health_cpu_{name}",
                        f"CPU a GET /health, {len(pultd_says.encode())} bytes", ours[0], theirs[0],
                        "µs", "nginx, the same bytes", 1.5))
        nginx.stop()
    return rows


def against_the_stack(space, pultd, url):
    idle = pultd.memory_mib()
    stack, stack_url = space.field_stack()
    rows = [
        row("service.idle_memory", "resident memory, idle", idle,
            sum(server.memory_mib() for server in stack), "MiB",
            "gunicorn ×4, PostgreSQL, Redis", 1 / 10),
        row("service.ready", "start to ready", pultd.ready_s, stack[0].ready_s, "s",
            "gunicorn ×4", 1 / 3),
    ]
    ours, theirs = in_turn(
        lambda: cpu_per_request([pultd], url + PATH, space.folder, pultd.authorization, JOB),
        lambda: cpu_per_request(stack, stack_url + PATH, space.folder, (), JOB),
    )
    peer = "FastAPI, PostgreSQL row, Celery task"
    return rows + [
        row("service.accept_cpu", "CPU a durably accepted job", ours[0], theirs[0], "µs", peer,
            1 / 80),
        row("service.accept_rate", "durably accepted jobs a second", ours[1], theirs[1], "/s",
            peer, 40, more_is_better=True),
    ]


def whole_jobs(space, program):
    """Accepted over HTTP, run and finished, every step on disk; Celery only runs what is queued."""
    pultd, url = space.pultd(program, "whole", slots=128, latency_s=0.0)
    began = time.monotonic()
    load = start_wrk(url + PATH, space.folder, pultd.authorization, JOB)
    submitted = requests_of(load)
    wait_until(lambda: json.loads(ask(pultd, url + "/queue"))["totals"]["depth"] == 0, 120)
    ours = submitted / (time.monotonic() - began)
    pultd.stop()
    return row("service.whole_jobs", "no-op jobs a second, accepted to finished, 128 slots", ours,
               space.celery_rate(), "/s", "Celery prefork 4, finished only", 8, more_is_better=True)


def start_latency(space, program):
    """A job alone: from its making over the commit to the provider's start."""
    pultd, url = space.pultd(program, "lone", slots=4, latency_s=0.0)
    waits = sorted(
        json.loads(ask(pultd, url + PATH + "?wait=5", JOB.encode()))["wait_s"] for _ in range(500))
    pultd.stop()
    return limit("service.start_latency", "job made to provider start, idle slot, p99",
                 waits[len(waits) * 99 // 100] * 1e3, 5, "ms")


def health_under_load(space, pultd, url):
    jobs = start_wrk(url + PATH, space.folder, pultd.authorization, JOB)
    times = []
    while jobs.poll() is None:
        began = time.perf_counter()
        ask(pultd, url + "/health")
        times.append(time.perf_counter() - began)
    requests_of(jobs)
    return limit("service.health_p99", "GET /health while jobs are accepted at full speed, p99",
                 sorted(times)[len(times) * 99 // 100] * 1e3, 5, "ms")


def idle_connections(space, program):
    pultd, url = space.pultd(program, "crowd")
    host = urlsplit(url)
    crowd = []
    for _ in range(CONNECTIONS):
        crowd.append(socket.create_connection((host.hostname, host.port)))
        crowd[-1].sendall(b"GET /livez HTTP/1.1\r\nHost: pultd\r\n\r\n")
        crowd[-1].recv(1024)
    used = pultd.memory_mib()
    for connection in crowd:
        connection.close()
    pultd.stop()
    return limit("service.memory_connections",
                 f"resident memory, {CONNECTIONS:,} idle connections".replace(",", " "), used, 150,
                 "MiB")


def fill(database):
    """A million jobs like the one there is, queued."""
    with closing(sqlite3.connect(database)) as store, store:
        row_of = store.execute("SELECT * FROM jobs LIMIT 1")
        names = [column[0] for column in row_of.description]
        job = dict(zip(names, row_of.fetchone()))
        store.execute("DELETE FROM jobs")
        made = int(job["id"].hex()[:12], 16)
        store.executemany(
            f"INSERT INTO jobs ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            (tuple({**job, "state": 0, "attempts": 0, "started_at": None,
                    "id": (made + i // 8).to_bytes(6) + b"\x70\0\x80" + i.to_bytes(7)}.values())
             for i in range(MILLION)))


def million(space, program):
    """None of them runs, so that nothing keeps a stop from being clean."""
    pultd, url = space.pultd(program, "million", slots=0)
    ask(pultd, url + PATH, JOB.encode())
    pultd.stop()
    fill(space.folder / "million" / "pult.db")
    looking, _ = space.pultd(program, "million", slots=0)
    looking.stop()
    pultd, url = space.pultd(program, "million", slots=0)
    rows = [
        limit("service.ready_million_unclean",
              "the same after a kill or a foreign write, the file looked through", looking.ready_s,
              1, "s"),
        limit("service.ready_million", "start to ready, 1 000 000 jobs wait", pultd.ready_s, 0.3,
              "s"),
        limit("service.memory_million", "resident memory, 1 000 000 jobs wait", pultd.memory_mib(),
              150, "MiB"),
    ]
    pultd.stop()
    return rows


def limiter(build):
    found = google_benchmark(build / "tests" / "bench_limiter")
    return limit("service.limiter", "a limited request's decision, 100 000 clients known",
                 found["admit"]["ns"], 300, "ns")


def measure(build):
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    program = build / "bin" / "pultd"
    with Workspace() as space:
        pultd, url = space.pultd(program)
        rows = [limit("service.memory_idle", "resident memory, idle", pultd.memory_mib(), 30,
                      "MiB")]
        rows += against_the_stack(space, pultd, url)
        rows.append(health_under_load(space, pultd, url))
        rows += health(space, pultd, url)
        rows += [whole_jobs(space, program), start_latency(space, program),
                 idle_connections(space, program), *hostile.under_attack(space, program),
                 *million(space, program), limiter(build)]
    return rows
