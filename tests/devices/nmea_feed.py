"""A receiver on a TCP port: serves the sentences of a log, 20 a second, again and again, to one client at a time.

nmea_feed.py LOG. Prints its port once it listens. gpsd is its client (gpsd tcp://127.0.0.1:PORT).
"""

from __future__ import annotations

import itertools
import select
import socket
import sys
from pathlib import Path

INTERVAL_S = 0.05


def sentences(log: Path) -> list[bytes]:
    lines = log.read_bytes().splitlines()
    return [line + b"\r\n" for line in lines if line.startswith((b"$", b"!"))]


def serve(client: socket.socket, log: Path) -> None:
    for sentence in itertools.cycle(sentences(log)):
        client.sendall(sentence)
        if select.select([client], [], [], INTERVAL_S)[0] and not client.recv(
            4096
        ):  # gpsd probes; what it says is dropped
            return


def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        while True:
            client, _ = listener.accept()
            with client:
                try:
                    serve(client, Path(sys.argv[1]))
                except ConnectionError:
                    continue


if __name__ == "__main__":
    main()
