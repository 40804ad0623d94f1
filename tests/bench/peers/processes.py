# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers under measurement: started on loopback, accounted by /proc, always stopped."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import redis

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, seconds=30):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if condition():
            return
        time.sleep(0.005)
    raise TimeoutError("a server did not become ready")


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=1) as answer:
            return answer.status == 200
    except OSError:
        return False


def family(pid):
    """The process and all that descend from it."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting += children.get(current, [])
    return found


class Server:
    """One started program with its family of processes."""

    def __init__(self, command, folder, environment=None, capture=False):
        self.log = open(folder / (Path(command[0]).name + ".log"), "ab")
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdout=subprocess.PIPE if capture else self.log,
            stderr=self.log,
            start_new_session=True,
        )

    def cpu_seconds(self):
        total = 0
        for pid in family(self.process.pid):
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory_mib(self):
        """Proportional share, so that pages shared by workers count once."""
        total = 0
        for pid in family(self.process.pid):
            try:
                for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                    if line.startswith("Pss:"):
                        total += int(line.split()[1])
            except OSError:
                continue
        return total / 1024

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        self.log.close()


class Workspace:
    """A temporary folder with the servers started in it; leaving stops all of them."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="pult-bench-"))
        self.folder.chmod(0o755)
        self.servers = []
        return self

    def __exit__(self, *_):
        for server in reversed(self.servers):
            server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, command, environment=None, capture=False):
        server = Server([str(part) for part in command], self.folder, environment, capture)
        self.servers.append(server)
        return server

    def pultd(self, program, data="pultd-data", slots=1, latency_s=60.0):
        """Answers the server and its base address; no rate limits, a queue that takes all."""
        settings = self.folder / f"{data}.toml"
        settings.write_text(
            "[rate_limits]\nenabled = false\n[queue]\nmax_depth = 1000000\n"
            "[http]\nmax_connections = 100000\n"
            f"[workers]\ntext = {slots}\n"
            f"[synthetic]\ntext_latency_s = {latency_s}\njitter_ratio = 0.0\n"
            "[log]\nlevel = 'warn'\n"
        )
        data = self.folder / data
        server = self.start(
            [program, "serve", "--listen", "127.0.0.1:0", "--data", data, "--config", settings],
            capture=True,
        )
        line = server.process.stdout.readline().decode()
        server.ready_s = time.monotonic() - server.started
        token = (data / "admin.token").read_text().strip()
        server.authorization = [("Authorization", f"Bearer {token}")]
        return server, line.split()[-1]

    def nginx(self, body):
        port = free_port()
        config = self.folder / "nginx.conf"
        config.write_text(
            f"daemon off; worker_processes 2; pid {self.folder}/nginx.pid; error_log stderr;\n"
            "events { worker_connections 1024; }\n"
            "http { access_log off; keepalive_requests 100000000; server {\n"
            f"listen 127.0.0.1:{port}; location / {{ default_type application/json;\n"
            f"return 200 '{body}'; }} }} }}\n"
        )
        server = self.start(["/usr/sbin/nginx", "-p", self.folder, "-c", config])
        url = f"http://127.0.0.1:{port}"
        wait_until(lambda: answers(url))
        return server, url

    def redis(self):
        port = free_port()
        server = self.start(
            ["redis-server", "--bind", "127.0.0.1", "--port", port, "--save", "", "--dir", self.folder]
        )
        return server, f"redis://127.0.0.1:{port}/0"

    def postgres(self):
        tools = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        data = self.folder / "postgres"
        data.mkdir()
        user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if user:
            shutil.chown(data, "postgres")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": data}
        subprocess.run([*user, tools / "initdb", "-A", "trust", "-U", "peer", "-D", data], check=True, **quiet)
        port = free_port()
        server = self.start(
            [*user, tools / "postgres", "-D", data, "-p", port, "-h", "127.0.0.1", "-k", data, "-c", "max_connections=200"]
        )
        address = f"host=127.0.0.1 port={port} user=peer dbname=postgres"
        ready = [tools / "pg_isready", "-h", "127.0.0.1", "-p", str(port)]
        wait_until(lambda: subprocess.run(ready, **quiet).returncode == 0)
        table = "CREATE TABLE jobs (id uuid PRIMARY KEY, kind text, prompt text, priority int)"
        subprocess.run(["psql", "-q", address, "-c", table], check=True, **quiet)
        return server, address

    def field_stack(self):
        """gunicorn with four uvicorn workers over PostgreSQL and Redis; the servers, the address."""
        redis, redis_url = self.redis()
        postgres, postgres_address = self.postgres()
        port = free_port()
        gunicorn = self.start(
            ["/usr/bin/python3", "-m", "gunicorn", "-w", "4", "-k", "uvicorn.workers.UvicornWorker",
             "-b", f"127.0.0.1:{port}", "--chdir", Path(__file__).parent, "fieldapp:app"],
            environment={"PEER_REDIS": redis_url, "PEER_POSTGRES": postgres_address},
        )
        url = f"http://127.0.0.1:{port}"
        wait_until(lambda: answers(url + "/health"))
        gunicorn.ready_s = time.monotonic() - gunicorn.started
        return [gunicorn, postgres, redis], url

    def celery_rate(self, tasks=6000):
        """No-op tasks finished a second by four prefork workers, all of them queued before."""
        here = Path(__file__).parent
        _, redis_url = self.redis()
        environment = {**os.environ, "PEER_REDIS": redis_url}
        fill = f"import noopapp\nfor _ in range({tasks}): noopapp.noop.delay()"
        subprocess.run(["/usr/bin/python3", "-c", fill], cwd=here, env=environment, check=True)
        queue = redis.Redis.from_url(redis_url)
        worker = self.start(
            ["/usr/bin/python3", "-m", "celery", "--workdir", here, "-A", "noopapp", "worker",
             "-c", "4", "-l", "warning", "--without-gossip", "--without-mingle",
             "--without-heartbeat"],
            environment={"PEER_REDIS": redis_url},
        )
        wait_until(lambda: queue.llen("celery") < tasks)
        began = time.monotonic()
        wait_until(lambda: queue.llen("celery") == 0)
        rate = tasks / (time.monotonic() - began)
        worker.stop()
        return rate
