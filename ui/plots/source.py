"""What a plot draws from: one table of one device."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.store.table import Table
    from app.store.views import ColumnInfo
    from app.stream import Vocabulary

LEAST_ROWS = 3  # a greeting comes once, and once more after a reconnect


@dataclass(frozen=True, slots=True)
class Source:
    """A device's table. `time_field` is the column that is the time axis itself; it is not plotted by itself. `key`:
    what the device is told apart by, whatever it is called; its name where nothing is said."""

    device: str
    table: Table
    time_field: str | None = None
    key: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether the table has had more than a few words at the start."""
        return self.table.appended >= LEAST_ROWS


@dataclass(frozen=True, slots=True)
class Channel:
    """One column of a source, as it was when the layout was made. `path` names it as session files do."""

    source: Source
    column: int
    path: str
    name: str
    unit: str
    is_state: bool
    vocabulary: Vocabulary | None  # the words of a text's codes

    @property
    def full_path(self) -> str:
        """With the table's name also where it need not be said: the same channel still when other tables come."""
        table = self.source.table.name
        return f"{self.source.device}/{table}.{self.name}" if table else self.path

    @classmethod
    def of(cls, source: Source, column: int, info: ColumnInfo, *, alone: bool) -> Channel:
        """`alone`: the device has one table, so that its name need not be said."""
        name = info.name if alone or not source.table.name else f"{source.table.name}.{info.name}"
        is_state = info.is_text or info.dtype.kind == "b"
        return cls(source, column, f"{source.device}/{name}", info.name, info.unit, is_state, info.vocabulary)


def known_channels(paths: Sequence[str], sources: Iterable[Source]) -> list[str]:
    """Those of the paths that name a channel there is, with its table's name or without."""
    of_device: dict[str, list[Source]] = {}
    for source in sources:
        of_device.setdefault(source.device, []).append(source)
    asked = {path.partition("/")[0] for path in paths}
    names = {device: _names([s.table for s in of_device[device]]) for device in asked & of_device.keys()}
    return [path for path in paths if path.partition("/")[2] in names.get(path.partition("/")[0], ())]


def _names(tables: Sequence[Table]) -> set[str]:
    full = {f"{table.name}.{info.name}" for table in tables for info in table.columns if table.name}
    bare = {info.name for table in tables if len(tables) == 1 or not table.name for info in table.columns}
    return full | bare
