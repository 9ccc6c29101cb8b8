"""A Session as the text of a new file. What is at its default is left out, so that the file says what is meant.

For a file that is there already, with somebody's comments and order, see `edit`.
"""

from __future__ import annotations

from os import PathLike
from typing import Any

import msgspec

from app.decoding.options import Arrival, Rate, TimeOptions
from app.framing.options import Line
from app.quantities import Frequency
from app.session.escapes import doubled, to_text
from app.session.problems import SaveError, SessionError
from app.session.reading import parse_session
from app.session.saving import save_atomically
from app.session.schema import DeviceOptions, PlotOptions, Session
from app.session.toml_text import pair


def write_session(session: Session, path: str | PathLike[str]) -> None:
    """Write a new file, or replace one as a whole, in one step. Raises SaveError; then an old file is as it was."""
    text = session_text(session)
    try:
        again = parse_session(text, path)
    except SessionError as error:
        raise SaveError(f"this session would not read back, so it is not saved:\n{error}") from error
    if again != session:
        raise SaveError(f"{path}: this session would read back as another one, so it is not saved")
    save_atomically(path, text.encode("utf-8"))


def session_text(session: Session) -> str:
    """The session as TOML; `parse_session` makes an equal one of it."""
    parts = [_section("[session]", _changed(session, without=("devices", "plots")))]
    parts += [_section("[[device]]", device_table(device, session)) for device in session.devices]
    parts += [_section("[[plot]]", plot_table(plot)) for plot in session.plots]
    return "\n".join(parts)


def device_table(device: DeviceOptions, session: Session) -> dict[str, Any]:
    """A device in the words of the file, as plain values."""
    table: dict[str, Any] = {"name": device.name, "link": device.address}
    link = _changed(device.link, without=("host", "port", "transport"))
    if device.link.receive_buffer is None:
        link["receive_buffer"] = "auto"
    if device.link.transport != session.transport:
        link["transport"] = device.link.transport
    table |= link
    if device.time != Arrival():
        table["time"] = _time(device.time)
    return table | {"framing": _plain(device.framing), "decoding": _plain(device.decoding)}


def plot_table(plot: PlotOptions) -> dict[str, Any]:
    """A plot in the words of the file, as plain values."""
    return _changed(plot)


def _section(header: str, table: dict[str, Any]) -> str:
    return "\n".join((header, *(pair(key, value) for key, value in table.items()))) + "\n"


def _time(time: TimeOptions) -> dict[str, Any]:
    return {"rate": Frequency(time.rate_hz)} if isinstance(time, Rate) else _changed(time)


def _changed(struct: msgspec.Struct, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """The fields that are not at their default, as plain values."""
    table: dict[str, Any] = {}
    for field in msgspec.structs.fields(struct):
        value = getattr(struct, field.name)
        if field.name in without or value is None or (not field.required and value == _default(field)):
            continue
        table[field.encode_name] = _plain(value)
    return table


def _default(field: msgspec.structs.FieldInfo) -> object:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def _plain(value: Any) -> Any:
    match value:
        case Line() if "\\" in value.delimiter:
            return _tagged(value) | {"delimiter": doubled(value.delimiter)}
        case msgspec.Struct():
            return _tagged(value)
        case bytes():
            return to_text(value)
        case tuple():
            return [_plain(item) for item in value]
    return value


def _tagged(struct: msgspec.Struct) -> dict[str, Any]:
    tag = struct.__struct_config__.tag
    return ({"type": tag} if tag is not None else {}) | _changed(struct)
