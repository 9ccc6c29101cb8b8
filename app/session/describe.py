"""A session in plain words, for `quintet check`: what it connects to, and what it makes of what comes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.decoding.options import Csv, FieldTime, Json, Rate, Struct, TimeOptions
from app.framing.damage import on_violation, unnoticed
from app.framing.options import Fixed, Length, Line, QDataStreamBlocks, Sync
from app.link.options import LinkOptions
from app.quantities import ByteSize, Frequency
from app.session.channels import named_channels
from app.session.escapes import to_text
from app.session.schema import DeviceOptions, PlotOptions, Session
from app.session.toml_text import quantity_text

MAX_LISTED = 8  # channels by name; the rest are counted
_TRANSPORTS = {"gui": "the GUI thread", "thread": "a thread of its own"}
_EPOCHS = {"device": "by the device's clock", "unix": "since 1970", "boot": "by this computer's clock, since boot"}
_SEPARATORS = {",": "commas", ";": "semicolons", "tab": "tabs", "blanks": "blanks"}


def describe(session: Session) -> list[str]:
    """One line for each fact, those of a device indented under its name."""
    return [*_session(session), *(line for d in session.devices for line in _device(d)), *_plots(session.plots)]


def _session(session: Session) -> Iterator[str]:
    title = f"{session.title}: " if session.title else ""
    yield f"{title}{_count(len(session.devices), 'device')}, {_count(len(session.plots), 'plot')}"
    refreshes = f"{session.refresh_hz:g} refreshes a second at most"
    history = f"{quantity_text(session.history)} or {quantity_text(session.history_bytes)}, whichever is less"
    yield f"  shows      {refreshes}; a history of {history}"


def _device(device: DeviceOptions) -> Iterator[str]:
    yield device.name
    yield f"  connects   {_link(device)}"
    yield f"  returns    {_returning(device.link)}"
    yield f"  silent     {_silence(device.link)}"
    yield f"  buffer     {_buffer(device.link)}"
    for command in device.link.on_connect:
        yield f"  sends      {to_text(command)}  at each connection"
    yield f"  frames     {_framing(device.framing)}"
    if blind := unnoticed(device.framing):
        yield f"  damage     {'; '.join(filter(None, (blind, on_violation(device.framing))))}"
    yield f"  decodes    {_decoding(device.decoding)}"
    yield f"  time       {_time(device.time)}"


def _link(device: DeviceOptions) -> str:
    link = device.link
    return f"to port {link.port} of {link.host} over TCP, read in {_TRANSPORTS[link.transport]}"


def _returning(link: LinkOptions) -> str:
    at_first = f"within {quantity_text(link.retry)} of a loss"
    if link.retry_most <= link.retry:
        return at_first
    return f"{at_first}, then within twice as long each time, up to {quantity_text(link.retry_most)}"


def _silence(link: LinkOptions) -> str:
    done = ", and connected to anew" if link.on_silence == "reconnect" else ""
    if link.stale_after is not None:
        return f"called so after {quantity_text(link.stale_after)} without data{done}"
    return f"called so after ten times its usual pause, and at least 5 s{done}"


def _buffer(link: LinkOptions) -> str:
    if link.receive_buffer is None:
        return "left to the kernel's auto-tuning"
    return f"{quantity_text(link.receive_buffer)} asked of the kernel, instead of its auto-tuning"


def _framing(framing: msgspec.Struct) -> str:
    bound = getattr(framing, "max_frame", None)
    return _frames(framing) + (f", {quantity_text(bound)} at most" if isinstance(bound, ByteSize) else "")


def _frames(framing: msgspec.Struct) -> str:
    match framing:
        case Line():
            joined = ", the first one dropped" if framing.first_frame == "drop" else ""
            return f"ended by {to_text(framing.delimiter_bytes)}{joined}"
        case Length():
            counted = "header and payload" if framing.counts == "frame" else "the payload"
            behind = f" behind {_count(framing.offset, 'byte')}" if framing.offset else ""
            return f"with their length in {_ordered(framing.size, framing.order)}{behind}, which counts {counted}"
        case Fixed():
            return f"of {_count(framing.size, 'byte')} each"
        case QDataStreamBlocks():
            return f"QDataStream's byte arrays, {framing.order}-endian"
        case Sync():
            checked = "without a checksum" if framing.checksum == "none" else f"checked by {framing.checksum}"
            length = _ordered(framing.length_size, framing.order)
            return f"that begin with {framing.word_bytes.hex(' ').upper()}, then their length in {length}, {checked}"
    return _words(framing)


def _decoding(decoding: msgspec.Struct) -> str:
    match decoding:
        case Csv():
            return f"text set apart by {_SEPARATORS[decoding.separator]}; {_columns(decoding)}"
        case Json(by=None):
            return "JSON objects; the channels are their keys"
        case Json():
            wanted = f", of which {', '.join(decoding.only)}" if decoding.only else ""
            return f'JSON objects; a table for each "{decoding.by}"{wanted}'
        case Struct():
            size = _count(decoding.frame_bytes, "byte")
            return f"binary, {decoding.order}-endian, {size} a frame; {_listed(named_channels(decoding) or ())}"
    return _words(decoding)


def _columns(decoding: Csv) -> str:
    before = "the lines before the first number" if decoding.header is True else f"the first {decoding.header} lines"
    if decoding.fields:
        return _listed(decoding.fields) + (f"; {before} set aside" if decoding.header else "")
    return f"named by the last of {before}" if decoding.header else "the columns are c1, c2, ..."


def _time(time: TimeOptions) -> str:
    match time:
        case Rate():
            return f"a nominal rate of {quantity_text(Frequency(time.rate_hz))}, disciplined to arrival"
        case FieldTime():
            unit = "ISO 8601" if time.unit == "iso" else time.unit
            return f'its own, in "{time.field}" ({unit}), {_EPOCHS[time.epoch]}'
    return "of arrival"


def _plots(plots: tuple[PlotOptions, ...]) -> Iterator[str]:
    for number, plot in enumerate(plots, start=1):
        yield f"plot {plot.title or number}"
        if not plot.shown:
            yield f"  draws      nothing, nor do the devices of {_listed(plot.channels)} by themselves"
            continue
        yield f"  draws      {_listed(plot.channels)}, {quantity_text(plot.window)} wide"
        if place := _place(plot):
            yield f"  stands     {place}"
        if plot.range is not None:
            yield f"  range      from {plot.range[0]:g} to {plot.range[1]:g}, whatever the data"
        for unit, (low, high) in plot.ranges.items():
            yield f"  range      from {low:g} to {high:g} {unit or '(no unit)'}, whatever the data"


def _place(plot: PlotOptions) -> str:
    """Where a plot stands; nothing where the file leaves it all to the order of the plots."""
    weights = (("high", plot.height), ("wide", plot.width))
    parts = [f'on page "{plot.page}"'] if plot.page else []
    parts += [f"in row {plot.row}"] if plot.row is not None else []
    return ", ".join((*parts, *(f"{weight:g} times as {word}" for word, weight in weights if weight != 1)))


def _listed(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - MAX_LISTED} more" if len(names) > MAX_LISTED else ""
    return f"{_count(len(names), 'channel')}: {', '.join(names[:MAX_LISTED])}{more}" if names else "no channels"


def _ordered(size: int, order: str) -> str:
    return "1 byte" if size == 1 else f"{size} bytes, {order}-endian"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number or 'no'} {thing}s"


def _words(options: msgspec.Struct) -> str:
    """What has no sentence of its own yet: its word and what differs from the defaults."""
    given = [f"{f.name} {getattr(options, f.name)}" for f in msgspec.structs.fields(options)]
    return ", ".join((str(options.__struct_config__.tag), *given))
