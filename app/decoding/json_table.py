"""One table of a JSON stream: its channels, and the shape of its objects as far as it was learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.decoding.json_rows import Channels, Leaf
from app.decoding.json_shape import Shape, shape_of
from app.decoding.lines import Lines
from app.decoding.rows import Part, Texts
from app.stream import Int64Array, Side

LEARN_ROWS = 16  # the general way, before a first shape is made; making one costs as much as some 100 objects
PATIENCE = 4  # for each further shape so many times as many: a stream that always has new keys makes a dozen


class JsonTable:
    """Rows of one table. `tag`: a key and its text that each object has, which is no channel."""

    def __init__(
        self, name: str, tag: tuple[str, str] | None, units: Mapping[str, str], texts: Texts, iso_field: str | None
    ) -> None:
        self.name = name
        self._channels = Channels(texts, _units_of(name, units), iso_field)
        self._tag = tag
        self._shape: Shape | None = None
        self._shape_version = 0
        self._until_learning = self._patience = LEARN_ROWS

    def relabel(self, units: Mapping[str, str]) -> dict[str, Side]:
        """Other units; what each channel has now, by its name."""
        return self._channels.relabel(_units_of(self.name, units))

    def quick(self, lines: Lines, places: Int64Array) -> Part | None:
        """All lines by the shape, or None where one does not fit."""
        columns = self._shape.columns(lines, self._channels) if self._shape is not None else None
        return Part(len(places), columns, places) if columns is not None else None

    def general(self, objects: Sequence[list[Leaf]], places: Int64Array) -> tuple[Part, dict[int, str]]:
        """Objects by their leaves; and of those that are rejected, the reason by row."""
        part, bad = self._channels.rows(objects, places)
        self._until_learning -= part.count
        if self._until_learning <= 0 and self._shape_version != self._channels.version:
            self._shape = shape_of(self._channels, self._tag) or self._shape
            self._shape_version = self._channels.version
            self._patience *= PATIENCE
            self._until_learning = self._patience
        return part, bad


def _units_of(table: str, units: Mapping[str, str]) -> dict[str, str]:
    """By the channels of a table: its own, which are named with it, before those of all tables."""
    own = {key.removeprefix(f"{table}."): unit for key, unit in units.items() if key.startswith(f"{table}.")}
    return {**units, **(own if table else {})}
