"""`quintet simulate`: the five devices, served until told otherwise."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from app.simulator import atomic_file, report
from app.simulator.arguments import HIGHEST_PORT, add_arguments
from app.simulator.clock import NS, now_ns
from app.simulator.devices.catalogue import DEVICES
from app.simulator.listening import CannotListenError, listen
from app.simulator.server import Server
from app.simulator.session_text import session_text
from app.simulator.signals import stop_signals
from app.simulator.station import Station

__all__ = ["add_arguments", "main", "run"]

DONE, FAILED, USAGE = 0, 1, 2
READY = "ready; Ctrl-C ends it"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="quintet simulate", allow_abbrev=False)
    add_arguments(parser)
    return run(parser.parse_args(argv))


def run(options: argparse.Namespace) -> int:
    """Serves as the options say; the exit code."""
    names = [name for name in DEVICES if options.device is None or name in options.device]
    last_port = options.port + len(names) - 1
    if last_port > HIGHEST_PORT:
        return _complain(f"port {options.port} is too high: {len(names)} devices need ports up to {last_port}", USAGE)
    try:
        for path in (options.session, options.json):
            _check_folder(path)
        return _serve(options, names)
    except CannotListenError as error:
        return _complain(str(error), FAILED)
    except _CannotWriteError as error:
        return _complain(str(error), FAILED)


class _CannotWriteError(Exception):
    """A file that was asked for could not be written."""


def _complain(text: str, code: int) -> int:
    with contextlib.suppress(OSError):
        print(f"quintet simulate: {text}", file=sys.stderr, flush=True)
    return code


def _serve(options: argparse.Namespace, names: Sequence[str]) -> int:
    with stop_signals() as signals, _stations(options, names) as stations:
        if options.session is not None:
            _write(options.session, session_text(stations))
        _say(options, f"{report.start_table(stations, options.rate)}\n{READY}")
        began = now_ns()
        server = Server(stations, options.span_ns)
        server.stop_on(signals)
        if options.until_eof:
            server.stop_at_eof()
        server.run()
        return _conclude(options, stations, (now_ns() - began) / NS)


@contextlib.contextmanager
def _stations(options: argparse.Namespace, names: Sequence[str]) -> Iterator[list[Station]]:
    """The devices, all listening. The ports are opened first: whether they are free is known at once, and while
    the devices are made clients wait in the kernel's queue."""
    with contextlib.ExitStack() as opened:
        ports = [options.port + place if options.port else 0 for place in range(len(names))]
        listeners = [opened.enter_context(listen(options.host, port)) for port in ports]
        yield [
            Station(DEVICES[name](options.rate), listener, options.rate, options.count)
            for name, listener in zip(names, listeners, strict=True)
        ]


def _conclude(options: argparse.Namespace, stations: Sequence[Station], seconds: float) -> int:
    totals = [station.totals() for station in stations]
    _say(options, report.end_table(totals))
    if options.json is not None:
        text = report.as_json(totals, options.rate, seconds)
        _print(text, sys.stdout) if options.json == "-" else _write(Path(options.json), text)
    short = [station.device.name for station in stations if station.fell_short]
    if short:
        return _complain(f"clients left before they had their {options.count} frames: {', '.join(short)}", FAILED)
    return DONE


def _check_folder(path: str | Path | None) -> None:
    """Better before the run than at its end."""
    if path in (None, "-"):
        return
    folder = Path(path).absolute().parent
    if not folder.is_dir():
        raise _CannotWriteError(f"cannot write {path}: {folder} is not a folder")
    if Path(path).is_dir():
        raise _CannotWriteError(f"cannot write {path}: it is a folder")


def _write(path: Path, text: str) -> None:
    try:
        atomic_file.write(path, text)
    except OSError as error:
        raise _CannotWriteError(f"cannot write {path}: {error.strerror or error}") from error


def _say(options: argparse.Namespace, text: str) -> None:
    """For people: on standard output, unless that carries the report. Nobody has to read it."""
    with contextlib.suppress(_CannotWriteError):
        _print(text + "\n", sys.stderr if options.json == "-" else sys.stdout)


def _print(text: str, stream: TextIO | None) -> None:
    if stream is None:
        raise _CannotWriteError("cannot write the output: it is closed")
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # Python would try again at its exit, and complain: docs.python.org, "Note on SIGPIPE".
        with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
        raise _CannotWriteError(f"cannot write the output: {error.strerror}") from error
