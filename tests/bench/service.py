# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pultd against nginx and the field's usual stack."""

import json

from figures import cpu_per_request, in_turn, row
from peers.processes import Workspace

PATH = "/api/generate/text"
JOB = json.dumps({"prompt": "a lighthouse at night"})


def health(space, pultd, url):
    nginx, nginx_url = space.nginx('{"status":"pass"}')
    ours, theirs = in_turn(
        lambda: cpu_per_request([pultd], url + "/health", space.folder),
        lambda: cpu_per_request([nginx], nginx_url + "/health", space.folder),
    )
    return [row("service.health_cpu", "CPU a GET /health", ours[0], theirs[0], "µs",
                "nginx, the same bytes", 1.5)]


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


def measure(build):
    with Workspace() as space:
        pultd, url = space.pultd(build / "bin" / "pultd")
        return against_the_stack(space, pultd, url) + health(space, pultd, url)
