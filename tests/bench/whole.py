# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole console at its work, beside Prometheus at the same: hosts with 1 365 samples each,
scraped once a second. Each runs alone, for a minute once it has settled."""

import json
import time
from pathlib import Path
from urllib.parse import urlencode

from figures import limit, row
from peers.processes import Workspace, answers, free_port, wait_until

RECORDING = Path(__file__).parent / "data" / "node_exporter.txt.xz"
EXPORTER = Path(__file__).parent / "peers" / "exporter.py"
SETTLE_S = 20
MEASURE_S = 60
PANELS = [
    'rate(node_cpu_seconds_total{instance="%s"}[1m])',
    'node_memory_MemAvailable_bytes{instance="%s"}',
    'rate(node_network_receive_bytes_total{instance="%s"}[1m])',
    'rate(node_disk_read_bytes_total{instance="%s"}[1m])',
    'node_load1{instance="%s"}',
    'rate(node_context_switches_total{instance="%s"}[1m])',
]
# Its graph page draws only when asked: each panel is asked again every second, as ours is drawn.
LIVE_PAGE = """<iframe id="page" src="%s" style="width:1270px;height:790px"></iframe>
<script>setInterval(() => document.getElementById('page').contentDocument
.querySelectorAll('.execute_btn').forEach(button => button.click()), 1000)</script>"""


def start_hosts(space, hosts):
    exporter = space.start(["/usr/bin/python3", EXPORTER, RECORDING, hosts], capture=True)
    return [int(port) for port in exporter.process.stdout.readline().split()]


def start_display(space):
    display = space.start(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten",
                           "tcp"], capture=True)
    return {"DISPLAY": f":{display.process.stdout.readline().decode().strip()}"}


def start_console(space, program, ports):
    """With its windows open on the first host's Overview."""
    settings = space.folder / "config" / "pult" / "settings.json"
    settings.parent.mkdir(parents=True)
    services = [{"id": f"host-{port}", "name": f"host {port}", "kind": "metrics",
                 "url": f"http://127.0.0.1:{port}/metrics"} for port in ports]
    settings.write_text(json.dumps({"secretPlace": "file", "services": services}))
    return space.start([program], environment={
        "HOME": str(space.folder), "XDG_CONFIG_HOME": str(settings.parents[1]),
        "XDG_DATA_HOME": str(space.folder / "data"), "QT_QPA_PLATFORM": "xcb", **start_display(space)})


def start_prometheus(space, ports):
    targets = [f"127.0.0.1:{port}" for port in ports]
    config = space.folder / "prometheus.json"
    config.write_text(json.dumps({
        "global": {"scrape_interval": "1s", "scrape_timeout": "1s"},
        "scrape_configs": [{"job_name": "node", "static_configs": [{"targets": targets}]}]}))
    panels = {}
    for number, panel in enumerate(PANELS):
        panels |= {f"g{number}.expr": panel % targets[0], f"g{number}.tab": 0,
                   f"g{number}.range_input": "5m"}
    pages = space.folder / "pages"
    pages.mkdir()
    (pages / "live.html").write_text(LIVE_PAGE % f"/classic/graph?{urlencode(panels)}")
    address = f"127.0.0.1:{free_port()}"
    server = space.start(["prometheus", f"--config.file={config}",
                          f"--storage.tsdb.path={space.folder / 'tsdb'}",
                          f"--web.console.templates={pages}", f"--web.listen-address={address}"])
    wait_until(lambda: answers(f"http://{address}/-/ready"))
    return server, f"http://{address}/consoles/live.html"


def start_browser(space, url):
    return space.start(["chromium", "--no-sandbox", "--no-first-run", "--disable-gpu", "--test-type",
                        "--window-size=1280,800", "--window-position=0,0",
                        f"--user-data-dir={space.folder / 'browser'}", f"--app={url}"],
                       environment={"HOME": str(space.folder), **start_display(space)})


def cost_of(programs):
    """Percent of a core, and MiB of memory at the end."""
    time.sleep(SETTLE_S)
    begin = time.monotonic()
    before = sum(program.cpu_seconds() for program in programs)
    time.sleep(MEASURE_S)
    used = sum(program.cpu_seconds() for program in programs) - before
    return (100 * used / (time.monotonic() - begin),
            sum(program.memory_mib() for program in programs))


def console_cost(build, hosts):
    with Workspace() as space:
        return cost_of([start_console(space, build / "bin" / "pult", start_hosts(space, hosts))])


def prometheus_cost(hosts, is_watched):
    with Workspace() as space:
        server, page = start_prometheus(space, start_hosts(space, hosts))
        return cost_of([server] + ([start_browser(space, page)] if is_watched else []))


def longest_turn(build, hosts):
    """Milliseconds of CPU of the GUI thread in one turn of its event loop, the start aside."""
    with Workspace() as space:
        start_console(space, build / "tests" / "bench_turns", start_hosts(space, hosts))
        time.sleep(SETTLE_S + MEASURE_S)
        told = (space.folder / "bench_turns.log").read_text().splitlines()
        return [float(line.split()[1]) for line in told if line.startswith("turn ")][-1]


def compared(name, what, ours, theirs, peer, cpu_goal, memory_goal):
    return [row(f"{name}_cpu", f"{what}: % of a core", ours[0], theirs[0], "%", peer, cpu_goal),
            row(f"{name}_memory", f"{what}: memory, PSS", ours[1], theirs[1], "MiB", peer,
                memory_goal)]


def measure(build):
    few, many = 10, 100
    return [
        *compared("whole.watched", f"the console on {few} hosts, Overview open",
                  console_cost(build, few), prometheus_cost(few, True),
                  "Prometheus, its graph page in Chromium", 1 / 10, 1 / 5),
        *compared("whole.many", f"the console on {many} hosts, Overview open",
                  console_cost(build, many), prometheus_cost(many, False), "Prometheus alone",
                  1 / 2, 1),
        limit("whole.turn", f"longest turn of the GUI thread with {many} hosts",
              longest_turn(build, many), 8, "ms"),
    ]
