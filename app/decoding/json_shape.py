"""JSON objects the fast way: a typed decoder for the shape that a table's objects have.

msgspec decodes into a struct several times faster than into dicts, and the structs' fields are the columns. The
struct is made of the channels that were seen so far: each may be missing or null, none may be of another kind, and a
key that is not among them is an error. So an object either is read to the last value or not at all, and then the
whole stretch goes the general way (`json_rows`), which learns what was new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

import msgspec
import numpy as np

from app.decoding.iso_time import iso_seconds
from app.decoding.json_rows import Channels, Path
from app.decoding.lines import NEWLINE, Lines, joined
from app.decoding.rows import Channel, Filled, Kind

_TYPES: dict[Kind, Any] = {
    "int": int | None,
    "float": float | None,
    "bool": bool | None,
    "text": str | None,
    "iso": str | None,
}
_UNTAGGED: tuple[None, None] = (None, None)
Tree = dict[str, Any]  # key: a Channel, or the Tree of a nested object


class Shape:
    """Decodes objects that have the channels of `paths` and no others; `tag` is (key, text) that each must have."""

    def __init__(self, paths: Mapping[Channel, Path], tag: tuple[str, str] | None) -> None:
        tree = _tree(paths)
        fields: list[tuple[Channel, str]] = []
        struct = _struct(tree, "", fields, tag)
        self._channels = [channel for channel, _ in fields]
        self._decoder = msgspec.json.Decoder(struct)
        self._is_flat = all("." not in place for _, place in fields)
        self._is_float = self._is_flat and all(channel.kind == "float" for channel in self._channels)
        self._getters = [attrgetter(place) for _, place in fields]

    def columns(self, lines: Lines, channels: Channels) -> list[Filled] | None:
        """The columns of some lines, or None where a line is not of this shape."""
        objects = decoded(self._decoder, lines)
        if objects is None:
            return None
        if self._is_float:
            table = _numbers(objects, len(self._channels))
            if table is not None:
                return [Filled(channel, table[:, index]) for index, channel in enumerate(self._channels)]
        try:
            columns = [list(map(getter, objects)) for getter in self._getters]
        except AttributeError:  # a nested object is missing altogether
            return None
        return self._filled(columns, len(objects), channels)

    def _filled(self, columns: list[list[Any]], count: int, channels: Channels) -> list[Filled] | None:
        filled = []
        for channel, column in zip(self._channels, columns, strict=True):
            rows: Sequence[int] = range(count)
            values = column
            if None in column:
                rows = [row for row, value in enumerate(column) if value is not None]
                values = [column[row] for row in rows]
            if channel.kind == "iso" and not all(iso_seconds(value) is not None for value in values):
                return None
            if values:
                filled.append(channels.filled(channel, rows, values, count))
        return filled


def decoded(decoder: msgspec.json.Decoder[Any], lines: Lines) -> list[Any] | None:
    """What a decoder makes of each line, or None where one is not what it wants."""
    text = lines.text(0, lines.count)
    if text.delimiter != b"\n":
        text = joined(lines.lines(0, lines.count))
    newlines = np.count_nonzero(np.frombuffer(text.data, np.uint8) == NEWLINE)  # a fifth of what `count` takes
    if newlines != lines.count - 1:  # an object over several lines
        return None
    try:
        objects: list[Any] = decoder.decode_lines(text.data)
    except (ValueError, RecursionError):
        return None
    return objects if len(objects) == lines.count else None  # a line of blanks is no object


def _numbers(objects: Sequence[Any], width: int) -> np.typing.NDArray[np.float64] | None:
    """float64[objects, width], or None where a number is missing: numpy makes NaN of None, and JSON has no NaN."""
    cells = chain.from_iterable(map(msgspec.structs.astuple, objects))
    table = np.fromiter(cells, np.float64, len(objects) * width).reshape(-1, width)
    return None if np.isnan(table).any() else table


def shape_of(channels: Channels, tag: tuple[str, str] | None) -> Shape | None:
    """The shape of a table's objects as they were seen; None where there can be none."""
    paths = {channel: path for channel, path in channels.paths.items() if path is not None}
    try:
        return Shape(paths, tag) if paths else None
    except (KeyError, ValueError, TypeError):  # a key is an object here and a value there, or is the tag's own
        return None


def _tree(paths: Mapping[Channel, Path]) -> Tree:
    tree: Tree = {}
    for channel, path in paths.items():
        node = tree
        for key in path[:-1]:
            node = node.setdefault(key, {})
            if not isinstance(node, dict):
                raise KeyError(key)
        if path[-1] in node:
            raise KeyError(path[-1])
        node[path[-1]] = channel
    return tree


def _struct(
    tree: Tree, prefix: str, fields: list[tuple[Channel, str]], tag: tuple[str, str] | None = None
) -> type[msgspec.Struct]:
    """A struct type for an object; `fields` gets where each channel is found in it."""
    made: list[tuple[str, Any, Any]] = []
    names: dict[str, str] = {}
    for number, (key, each) in enumerate(tree.items()):
        name = f"f{number}"
        names[name] = key
        if isinstance(each, Channel):
            made.append((name, _TYPES[each.kind or "float"], None))
            fields.append((each, prefix + name))
        else:
            made.append((name, _struct(each, f"{prefix}{name}.", fields) | None, None))
    tag_key, tag_text = tag if tag is not None else _UNTAGGED
    return msgspec.defstruct(
        "Row",
        made,
        rename=names,
        forbid_unknown_fields=True,
        gc=False,  # rows of plain values are in no cycle
        tag_field=tag_key,
        tag=tag_text,
    )
