"""The support bundle: one zip file with what somebody needs who was not there, and without anybody's secrets.

    README.txt          what is in it and what was left out
    report.txt          what "copy report" gives, of all devices
    report.json         the same for programs: ledgers, health, ages; channels without their values
    events.json         all that each device's log of events has kept
    session.toml        the session; what it sends at each connection is replaced by its length
    environment.json    versions, system, sockets' sysctls, limits, screens
    log/...             the end of each log file

No bytes that came or went and no measured value is in it: they are nobody's business, and may hold anything. The
names of channels are, which some devices send.

`snapshot` asks the rig, in the GUI thread, and takes milliseconds. All else (reading logs, redaction, packing, writing)
is `write`, which touches the snapshot alone and may run anywhere. A bundle is bounded: LOG_BYTES of each of LOG_FILES,
MEMBER_BYTES of anything else.
"""

from __future__ import annotations

import io
import json
import os
import platform
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from app.clock import WallClock, now_ns
from app.report import events_of, report, utc
from app.rig import Rig
from app.session.saving import save_atomically
from app.session.schema import DeviceOptions, Session
from app.session.writing import session_text
from app.support.redaction import REMOVED, Redaction
from app.support.system import system
from app.support.text import report_text

LOG_FILES = 5
LOG_BYTES = 1 << 20  # of each: as much as one log file grows to
MEMBER_BYTES = 4 << 20  # 64 devices with all their events have less than that
CUT = "\n(cut here: too long for a bundle)\n"

README = f"""\
A support bundle of Quintet, made {{at}}.

It holds the report of all devices, their events, the session, the log and what this computer is like.

It does not hold: any byte that came or went but the names of channels, any measured value, the commands of on_connect
(their lengths stand in their place), user names and passwords in addresses, what stands behind words such as
"password" or "token" (replaced by "{REMOVED}"), the name of this computer, the path of your home folder.

Please look through it before you give it away: it is plain text.
"""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A rig at one moment, as plain values; see the module."""

    at: str
    report: Mapping[str, Any]
    events: Mapping[str, Sequence[Mapping[str, Any]]]
    session: Session
    environment: Mapping[str, Any]
    logs: tuple[Path, ...] = field(default=())
    commands: tuple[bytes, ...] = field(default=())  # of devices that were edited or are gone


def snapshot(rig: Rig, logs: Sequence[Path] = (), screens: Sequence[str] = ()) -> Snapshot:
    """Of a running or a stopped rig. `logs`: files, the newest first. `screens`: a line for each that there is."""
    return Snapshot(
        at=utc(WallClock().unix_ns(now_ns())),
        report=_without_values(report(rig)),
        events={device.name: events_of(rig.events(device), len(rig.events(device))) for device in rig.devices},
        commands=rig.commands,
        session=rig.session,
        environment=system() | {"screens": list(screens)},
        logs=tuple(logs)[:LOG_FILES],
    )


def write(taken: Snapshot, path: str | os.PathLike[str]) -> None:
    """Write the bundle in one step. Raises SaveError; then what was there before is as it was."""
    save_atomically(path, packed(taken))


def packed(taken: Snapshot) -> bytes:
    """The zip file."""
    redaction = _redaction(taken.session, taken.commands)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _members(taken, redaction):
            data = text.encode("utf-8", "replace")
            if len(data) > MEMBER_BYTES:
                data = data[:MEMBER_BYTES] + CUT.encode()
            archive.writestr(name, data)
    return file.getvalue()


def _members(taken: Snapshot, redaction: Redaction) -> Iterator[tuple[str, str]]:
    clean_report = redaction.cleaned(taken.report)
    yield "README.txt", README.format(at=taken.at)
    yield "report.txt", redaction.clean(report_text(clean_report, taken.at))
    yield "report.json", _json(clean_report)
    yield "events.json", _json(redaction.cleaned(taken.events))
    yield "session.toml", redaction.clean(session_text(without_commands(taken.session)))
    yield "environment.json", _json(redaction.cleaned(taken.environment))
    for path in taken.logs:
        yield f"log/{redaction.clean(path.name)}", redaction.clean("\n".join(_end_of(path)))


def without_commands(session: Session) -> Session:
    """The session with the length of each command in its place."""
    return msgspec.structs.replace(session, devices=tuple(_without_commands(device) for device in session.devices))


def _without_commands(device: DeviceOptions) -> DeviceOptions:
    lengths = tuple(f"(removed: {len(command)} bytes)".encode() for command in device.link.on_connect)
    return msgspec.structs.replace(device, link=msgspec.structs.replace(device.link, on_connect=lengths))


def _redaction(session: Session, commands: Sequence[bytes]) -> Redaction:
    secrets = {*commands, *(command for device in session.devices for command in device.link.on_connect)}
    computer = platform.node()
    names = {str(Path.home()): "~", computer: "this computer", computer.partition(".")[0]: "this computer"}
    return Redaction(secrets, {name: word for name, word in names.items() if name not in ("/", "localhost")})


def _without_values(whole: Mapping[str, Any]) -> dict[str, Any]:
    parts = {
        part: [{**device, "channels": _names(device)} for device in whole[part]] for part in ("devices", "removed")
    }
    return {**whole, **parts}


def _names(device: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{key: channel[key] for key in ("name", "unit", "count")} for channel in device["channels"]]


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False)


def _end_of(path: Path) -> list[str]:
    """The last LOG_BYTES of a log, by lines; why there is none, where it cannot be read."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - LOG_BYTES))
            data = file.read(LOG_BYTES)
    except OSError as error:
        return [f"(this log could not be read: {error.strerror})"]
    lines = data.decode("utf-8", "replace").splitlines()
    return lines[1:] if size > LOG_BYTES else lines
