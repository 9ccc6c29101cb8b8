"""One table of one device's history."""

from __future__ import annotations

from app.store.views import ColumnInfo, Envelope, Gap, Samples
from app.stream import Batch


class Table:
    """A bounded history of rows (to be filled in: see the signatures, which others build on).

    `appended = in_history + aged_out + cleared` always, each counted where it happens.
    `version` changes whenever something that can be drawn has changed.
    """

    name: str
    appended: int
    in_history: int
    aged_out: int
    cleared: int
    version: int

    def __init__(self, name: str, *, history_ns: int, history_bytes: int) -> None: ...

    @property
    def columns(self) -> tuple[ColumnInfo, ...]:
        """In order of appearance; a new one back-fills as missing."""

    @property
    def first_ns(self) -> int | None: ...
    @property
    def last_ns(self) -> int | None: ...

    def set_history_bytes(self, history_bytes: int) -> None:
        """Change the bound in bytes; ages out at once what no longer fits."""

    @property
    def row_bytes(self) -> int:
        """Bytes that one row costs, pyramid and time included."""

    @property
    def nbytes(self) -> int:
        """Bytes held now, allocated blocks included."""

    def append(self, batch: Batch) -> None:
        """Copies the rows in. Times run on from the last row; ValueError for an earlier one."""

    def open_gap(self, cause: str, at_ns: int) -> None:
        """From the last row on there is no data, because of `cause`; the next append closes it."""

    def clear(self) -> None: ...

    def last_value(self, column: int) -> object:
        """The newest value as int, float, bool or str; None where it is missing or there are no rows."""

    def extrema(self, column: int) -> tuple[float, float] | None:
        """Least and greatest value since the table was made (NaN left out), for the report; None without values."""

    def values_seen(self, column: int) -> int:
        """How many values (not missing) the column has had since the table was made."""

    def envelope(self, column: int, start_ns: int, step_ns: float, count: int) -> Envelope:
        """`count` spans [start + i*step, start + (i+1)*step). Cost depends on `count`, not on the rows."""

    def rows_between(self, start_ns: int, end_ns: int) -> int:
        """Number of rows with start <= time < end. O(log n)."""

    def samples(self, column: int, start_ns: int, end_ns: int) -> Samples:
        """The rows with start <= time < end and one neighbour on each side where there is one."""

    def gaps(self, start_ns: int, end_ns: int) -> list[Gap]:
        """Gaps that touch the span, oldest first."""
