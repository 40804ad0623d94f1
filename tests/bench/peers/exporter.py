# SPDX-FileCopyrightText: The Pult authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts to be scraped: a recording of one, a scrape of it a second. Each host has a port of its own
and is at another second. Prints the ports, and serves until it is killed."""

import asyncio
import lzma
import sys
import time


def recorded(path):
    everything = lzma.open(path, "rt").read()
    head = everything[:everything.index("\n") + 1]
    return [head + rest for rest in everything.split(head)[1:]]


def answer_with(body):
    return (b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
            b"Content-Length: %d\r\n\r\n" % len(body)) + body


class Host(asyncio.Protocol):
    def __init__(self, answers, ahead):
        self.answers = answers
        self.ahead = ahead
        self.asked = b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.asked += data
        while b"\r\n\r\n" in self.asked:
            self.asked = self.asked.split(b"\r\n\r\n", 1)[1]
            second = int(time.monotonic()) + self.ahead
            self.transport.write(self.answers[second % len(self.answers)])


async def main(recording, hosts):
    answers = [answer_with(scrape.encode()) for scrape in recorded(recording)]
    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(lambda ahead=host: Host(answers, ahead), "127.0.0.1", 0)
               for host in range(hosts)]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await asyncio.Event().wait()


asyncio.run(main(sys.argv[1], int(sys.argv[2])))
