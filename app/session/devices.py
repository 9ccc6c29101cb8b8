"""One [[device]] of the file, checked and made into what the program works with."""

from __future__ import annotations

import unicodedata
from typing import Any

from app.decoding.options import Arrival
from app.link.options import DEFAULT_RECEIVE_BUFFER, TcpOptions
from app.quantities import ByteSize
from app.sentence import sentence
from app.session.addresses import check_link
from app.session.channels import Named, check_time_field, named_channels, plotted_channels
from app.session.places import Path
from app.session.problems import quoted, reason_of
from app.session.report import Report
from app.session.schema import DeviceOptions, Transport
from app.session.times import check_time
from app.session.typed import BAD, MAX_REASON, TypedCheck
from app.session.wording import expected
from app.session.words import MAX_GREETING, DeviceWords


class DeviceCheck:
    """Makes the devices of one session, one after the other. `channels`: those of each device, as plots name them."""

    def __init__(self, typed: TypedCheck, report: Report) -> None:
        self._typed = typed
        self._report = report
        self._names: dict[str, tuple[str, Path]] = {}
        self.channels: dict[str, Named] = {}

    def device(self, table: object, path: Path, transport: Transport) -> DeviceOptions | None:
        """The device, or None where there is a problem. `transport` is the session's, for one without its own."""
        if not isinstance(table, dict):
            self._report.add(path, expected(sentence("a table"), table))
            return None
        before = self._report.count
        values = self._typed.fields(DeviceWords, table, path)
        self._check_name(values.get("name", BAD), path)
        buffer = self._receive_buffer(values, (*path, "receive_buffer"))
        self._check_greeting(values.get("on_connect", ()), (*path, "on_connect"))
        address = self._address(values.get("link", BAD), (*path, "link"))
        time = check_time(table["time"], (*path, "time"), self._typed, self._report) if "time" in table else Arrival()
        self._check_channels(values, time, path)
        if self._report.count > before or address is None or time is None or self._report.full:
            return None
        words = DeviceWords(**values)
        link = TcpOptions(
            host=address[0],
            port=address[1],
            receive_buffer=buffer,
            on_connect=words.on_connect,
            retry=words.retry,
            retry_most=words.retry_most,
            stale_after=words.stale_after,
            on_silence=words.on_silence,
            transport=words.transport or transport,
        )
        return DeviceOptions(
            name=words.name,
            address=words.link,
            link=link,
            framing=words.framing,
            decoding=words.decoding,
            time=time,
        )

    def _check_name(self, name: Any, path: Path) -> None:
        if name is BAD:
            return
        if "/" in name or name != name.strip():
            what = sentence('a name without "/" and without blanks around it')
            self._report.add((*path, "name"), expected(what, name))
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in self._names:
            other, place = self._names[folded]
            taken = sentence(
                "the device of line {line} is called {name} already", line=self._report.line(place), name=quoted(other)
            )
            alike = sentence("{taken}, which differs in upper and lower case alone", taken=taken)
            self._report.add((*path, "name"), taken if other == name else alike)
        self._names.setdefault(folded, (name, (*path, "name")))

    def _receive_buffer(self, values: dict[str, Any], path: Path) -> ByteSize | None:
        asked = values.get("receive_buffer", DEFAULT_RECEIVE_BUFFER)
        if asked == "auto":
            return None
        made = asked if asked is DEFAULT_RECEIVE_BUFFER else self._typed.quantity(ByteSize, asked, path, word="auto")
        return made if isinstance(made, ByteSize) else None

    def _check_greeting(self, commands: Any, path: Path) -> None:
        size = 0 if commands is BAD else sum(len(command) for command in commands)
        if size > MAX_GREETING:
            self._report.add(path, sentence("expected {most} bytes at most, got {seen}", most=MAX_GREETING, seen=size))

    def _address(self, link: Any, path: Path) -> tuple[str, int] | None:
        if link is BAD:
            return None
        try:
            return check_link(link)
        except ValueError as error:
            self._report.add(path, reason_of(error, MAX_REASON))
            return None

    def _check_channels(self, values: dict[str, Any], time: object, path: Path) -> None:
        named = named_channels(values.get("decoding", BAD))
        if isinstance(values.get("name"), str):
            self.channels.setdefault(values["name"], plotted_channels(values.get("decoding", BAD)))
        check_time_field(time, named, (*path, "time"), self._report)
