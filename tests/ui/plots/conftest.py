"""Tables to plot, and a theme."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.table import Table
from app.stream import Batch, Column, Vocabulary
from tests.ui.plots.laid_out import LaidOut
from ui.theme.palette import Theme

S = 10**9
MS = 10**6

Append = Callable[..., None]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "dark")


@pytest.fixture
def make_table() -> Callable[..., Table]:
    def make(name: str = "", history_ns: int = 600 * S) -> Table:
        return Table(name, history_ns=history_ns, history_bytes=64 << 20)

    return make


@pytest.fixture
def append() -> Append:
    """append(table, times, unit="", name=values or texts or booleans, ...): NaN in `missing` names is no value."""

    vocabularies: dict[tuple[int, str], Vocabulary] = {}

    def column(table: Table, name: str, values: Sequence[object], unit: str, missing: bool) -> Column:
        if len(values) and isinstance(values[0], str):
            words = vocabularies.setdefault((id(table), name), Vocabulary())
            codes = np.array([words.code(str(v)) for v in values], np.int32)
            return Column(name, codes, unit, None, words)
        array = np.asarray(values)
        return Column(name, array, unit, np.isnan(array) if missing else None)

    def add(
        table: Table,
        times: Sequence[int],
        *,
        unit: str = "",
        missing: Sequence[str] = (),
        columns: dict[str, Sequence[object]] | None = None,
        **named: Sequence[object],
    ) -> None:
        made = [column(table, n, v, unit, n in missing) for n, v in {**(columns or {}), **named}.items()]
        table.append(Batch(table.name, np.asarray(times, np.int64), tuple(made)))

    return add


@pytest.fixture
def laid(qtbot: QtBot, theme: Theme, make_table: Callable[..., Table], append: Append) -> LaidOut:
    return LaidOut(qtbot, theme, make_table, append)
