"""`quintet simulate`: the five devices, served until told otherwise."""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from app.simulator import atomic_file, report
from app.simulator.arguments import HIGHEST_PORT, add_arguments
from app.simulator.clock import NS, now_ns
from app.simulator.control import Control, Outlet
from app.simulator.devices.catalogue import DEVICES
from app.simulator.devices.contract import Device
from app.simulator.faults.plan import Plan, PlanError, Timetable
from app.simulator.faults.player import Player
from app.simulator.listening import CannotListenError, listen
from app.simulator.server import Server
from app.simulator.session_text import session_text
from app.simulator.signals import stop_signals
from app.simulator.station import Station, tell_nobody

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
    unfit = _unfit(options, names)
    if unfit:
        return _complain(unfit, USAGE)
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


def _unfit(options: argparse.Namespace, names: Sequence[str]) -> str:
    """What about the options does not go together; empty where all does."""
    if options.count is not None and (options.faults or options.control):
        return "--count does not go with --faults and --control: the frames that a fault costs would be missing"
    if options.control and options.json == "-":
        return "--json - does not go with --control: its events are on standard output"
    try:
        (options.faults or Plan()).check(names)
    except PlanError as error:
        return f"--faults: {error}"
    return ""


class _CannotWriteError(Exception):
    """A file that was asked for could not be written."""


def _complain(text: str, code: int) -> int:
    with contextlib.suppress(OSError):
        print(f"quintet simulate: {text}", file=sys.stderr, flush=True)
    return code


def _serve(options: argparse.Namespace, names: Sequence[str]) -> int:
    seed = secrets.randbelow(1 << 32) if options.seed is None else options.seed
    outlet = Outlet()
    with stop_signals() as signals, _stations(options, names, outlet) as stations:
        if options.session is not None:
            _write(options.session, session_text(stations))
        _announce(options, stations, seed, outlet)
        began = now_ns()
        server = Server(stations, options.span_ns)
        server.stop_on(signals)
        _add_faults(options, server, stations, seed, outlet)
        server.run()
        outlet.turn(now_ns())
        return _conclude(options, stations, (now_ns() - began) / NS, seed)


@contextlib.contextmanager
def _stations(options: argparse.Namespace, names: Sequence[str], outlet: Outlet) -> Iterator[list[Station]]:
    """The devices, all listening. The ports are opened first: whether they are free is known at once, and while
    the devices are made clients wait in the kernel's queue."""
    with contextlib.ExitStack() as opened:
        ports = [options.port + place if options.port else 0 for place in range(len(names))]
        listeners = [opened.enter_context(listen(options.host, port)) for port in ports]
        tell = outlet.tell if options.control else tell_nobody
        witnessed = options.control or options.witness
        yield [
            Station(_device(options, name), listener, options.rate, options.count, tell=tell, witnessed=witnessed)
            for name, listener in zip(names, listeners, strict=True)
        ]


def _device(options: argparse.Namespace, name: str) -> Device:
    device = DEVICES[name](options.rate)
    if _has_faults(options):
        device.name_columns()
    return device


def _has_faults(options: argparse.Namespace) -> bool:
    return bool(options.faults or options.control)


def _announce(options: argparse.Namespace, stations: Sequence[Station], seed: int, outlet: Outlet) -> None:
    seeded = f"\nseed {seed}" if _has_faults(options) else ""
    _say(options, f"{report.start_table(stations, options.rate)}{seeded}\n{READY}")
    if options.control:
        outlet.tell({"event": "ready", "devices": {each.device.name: each.port for each in stations}, "seed": seed})


def _add_faults(
    options: argparse.Namespace, server: Server, stations: Sequence[Station], seed: int, outlet: Outlet
) -> None:
    players = {station.device.name: Player(station, seed) for station in stations}
    if options.faults:
        server.add(Timetable(options.faults.schedule(tuple(players), seed), players, now_ns()))
    if _has_faults(options):
        for player in players.values():
            server.add(player)
    if options.control:
        server.add(outlet)
        server.stop_at_eof(Control(players, outlet, server.stop).feed)
    elif options.until_eof:
        server.stop_at_eof()


def _conclude(options: argparse.Namespace, stations: Sequence[Station], seconds: float, seed: int) -> int:
    totals = [station.totals() for station in stations]
    _say(options, report.end_table(totals))
    if options.json is not None:
        streams = {station.device.name: station.streams() for station in stations} if options.witness else None
        text = report.as_json(totals, options.rate, seconds, seed if _has_faults(options) else None, streams)
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
    """For people: on standard output, unless that carries the report or events. Nobody has to read it."""
    with contextlib.suppress(_CannotWriteError):
        _print(text + "\n", sys.stderr if options.json == "-" or options.control else sys.stdout)


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
