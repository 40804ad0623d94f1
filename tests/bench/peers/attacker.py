# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One client that means harm: attacker.py slowloris|idle|pipelining|smuggling PORT.

Says "ready" once its connections stand, goes on until it is killed, and ends by itself, with an
error, when the service does not meet it as it must."""

import itertools
import os
import resource
import select
import socket
import sys
import time

PORT = int(sys.argv[2])
NICENESS = 19
PATIENCE_S = 10

SLOW_CONNECTIONS = 1_000
SLOW_HEAD = b"GET /livez HTTP/1.1\r\nHost: pultd\r\nX-Slow: " + b"a" * 4096
SLOW_ROUND_S = 0.1  # every connection gets a byte in that time,
SLOW_AT_ONCE = 10  # so many of them at once
IDLE_CONNECTIONS = 5_000
FLOOD_CONNECTIONS = 64
FLOOD = b"GET /livez HTTP/1.1\r\nHost: pultd\r\n\r\n" * 1_000

POST = b"POST /livez HTTP/1.1\r\nHost: pultd\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
INNER = b"GET /livez HTTP/1.1\r\nHost: pultd\r\n\r\n"
SMUGGLED = [
    POST + b"Content-Length: 5\r\n" + CHUNKED + b"\r\n0\r\n\r\n" + INNER,
    POST + CHUNKED + b"Content-Length: 5\r\n\r\n0\r\n\r\n" + INNER,
    POST + b"Content-Length: 0\r\nContent-Length: 37\r\n\r\n" + INNER,
    POST + b"Content-Length: 0, 37\r\n\r\n" + INNER,
    POST + b"Content-Length: +0\r\n\r\n" + INNER,
    POST + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + INNER,
    POST + b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n" + INNER,
    POST + CHUNKED + CHUNKED + b"\r\n0\r\n\r\n" + INNER,
    POST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + INNER,
    POST + b"X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + INNER,
    POST + b"X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + INNER,
    POST + b"X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + INNER,
    POST + b"Host: other\r\nContent-Length: 0\r\n\r\n" + INNER,
    POST + CHUNKED + b"\r\n0x0\r\n\r\n" + INNER,
]


def connect():
    return socket.create_connection(("127.0.0.1", PORT), PATIENCE_S)


def say_ready():
    print("ready", flush=True)


def slowloris():
    """Heads that come a byte at a time, each over a connection of its own, made anew when closed."""
    groups = [[(connect(), itertools.count()) for _ in range(SLOW_AT_ONCE)]
              for _ in range(SLOW_CONNECTIONS // SLOW_AT_ONCE)]
    say_ready()
    while True:
        for group in groups:
            time.sleep(SLOW_ROUND_S / len(groups))
            for place, (slow, sent) in enumerate(group):
                at = next(sent)
                try:
                    slow.send(SLOW_HEAD[at:at + 1])
                except OSError:
                    slow.close()
                    group[place] = (connect(), itertools.count())


def idle():
    """Connections that asked once, and then say nothing; those closed for it come back."""
    everyone = select.epoll()
    crowd = {}

    def join():
        one = connect()
        one.sendall(INNER)
        if not one.recv(1024).startswith(b"HTTP/1.1 200"):
            sys.exit("an idle connection was not served")
        crowd[one.fileno()] = one
        everyone.register(one, select.EPOLLIN)

    for _ in range(IDLE_CONNECTIONS):
        join()
    say_ready()
    while True:
        for number, _ in everyone.poll():
            everyone.unregister(number)
            crowd.pop(number).close()
            join()


def pipelining():
    """As many requests as the connections take, without waiting for an answer."""
    everyone = select.epoll()
    crowd = {}
    for _ in range(FLOOD_CONNECTIONS):
        one = connect()
        one.setblocking(False)
        crowd[one.fileno()] = [one, 0]
        everyone.register(one, select.EPOLLIN | select.EPOLLOUT)
    say_ready()
    answers = bytearray(1 << 20)
    while True:
        for number, events in everyone.poll():
            one, sent = crowd[number]
            if events & select.EPOLLIN and one.recv_into(answers) == 0:
                sys.exit("a pipelining connection was closed")
            if events & select.EPOLLOUT:
                crowd[number][1] = (sent + one.send(FLOOD[sent:])) % len(FLOOD)


def smuggling():
    """Requests that two servers could read differently: each is refused, and ends its connection."""
    say_ready()
    for request in itertools.cycle(SMUGGLED):
        with connect() as one:
            one.sendall(request)
            answer = b"".join(iter(lambda: one.recv(65536), b""))
        if not answer.startswith(b"HTTP/1.1 400 ") or answer.count(b"HTTP/1.1 ") != 1:
            sys.exit(f"not refused: {request!r}: {answer!r}")


if __name__ == "__main__":
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    # Attackers bring machines of their own: this one takes only what the service leaves of its core.
    os.setpriority(os.PRIO_PROCESS, 0, NICENESS)
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    {attack.__name__: attack for attack in (slowloris, idle, pipelining, smuggling)}[sys.argv[1]]()
