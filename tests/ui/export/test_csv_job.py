"""Rows go to the disk between the window's other work, and all of them or none are there."""

import errno
import os
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.session.problems import SaveError
from app.store.rows_as_csv import CsvPart, RowsAsCsv
from app.store.table import Table
from app.stream import Batch, Column
from ui.export.csv_job import CsvJob

COUNT = 20_000


@pytest.fixture
def rows() -> RowsAsCsv:
    table = Table("", history_ns=10**15, history_bytes=64 << 20)
    times = np.arange(COUNT, dtype=np.int64) * 1000
    table.append(Batch("", times, (Column("u", np.arange(COUNT), "", None),)))
    return RowsAsCsv([CsvPart(table, (0,), ("psu/u",))], 0, COUNT * 1000, 0)


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".quintet") or path.suffix == ".csv"]


def test_all_rows_are_there_and_progress_was_told(qtbot: QtBot, rows: RowsAsCsv, tmp_path: Path):
    file = tmp_path / "rows.csv"
    job, told = CsvJob(rows, str(file)), []
    job.progressed.connect(told.append)
    with qtbot.waitSignal(job.written):
        job.start()
    assert len(file.read_text(encoding="utf-8-sig").splitlines()) == COUNT + 1
    assert told[-1] == 1.0
    assert told == sorted(told)
    assert not job.is_running


def test_the_loop_goes_on_between_slices(qtbot: QtBot, rows: RowsAsCsv, tmp_path: Path):
    job = CsvJob(rows, str(tmp_path / "rows.csv"))
    job.start()
    assert rows.taken == 0  # nothing is done in the call itself
    qtbot.waitUntil(lambda: 0 < rows.taken < COUNT)
    with qtbot.waitSignal(job.written):
        pass


def test_what_is_dropped_in_the_middle_leaves_the_old_file(qtbot: QtBot, rows: RowsAsCsv, tmp_path: Path):
    file = tmp_path / "rows.csv"
    file.write_text("old")
    job = CsvJob(rows, str(file))
    job.start()
    qtbot.waitUntil(lambda: rows.taken > 0)
    with qtbot.waitSignal(job.dropped):
        job.cancel()
    assert file.read_text() == "old"
    assert left_in(tmp_path) == ["rows.csv"]
    job.cancel()  # once more is nothing


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, rows: RowsAsCsv, tmp_path: Path):
    job, told = CsvJob(rows, str(tmp_path / "nowhere" / "rows.csv")), []
    job.failed.connect(told.append)
    job.start()
    assert "No such file" in told[0]
    assert not job.is_running


def test_a_full_disk_is_told_and_leaves_nothing(
    qtbot: QtBot, rows: RowsAsCsv, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    job = CsvJob(rows, str(tmp_path / "rows.csv"))
    job.start()
    monkeypatch.setattr(os, "write", full)
    with qtbot.waitSignal(job.failed) as caught:
        pass
    assert "No space left on device" in caught.args[0]
    assert left_in(tmp_path) == []


def test_a_disk_that_fails_at_the_very_end_is_told_and_leaves_nothing(
    qtbot: QtBot, rows: RowsAsCsv, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def broken(descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", broken)
    job = CsvJob(rows, str(tmp_path / "rows.csv"))
    with qtbot.waitSignal(job.failed) as caught:
        job.start()
    assert "Input/output error" in caught.args[0]
    assert left_in(tmp_path) == []


def test_what_a_table_raises_leaves_no_half_file(
    qtbot: QtBot, rows: RowsAsCsv, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(self: Table, *_args: object) -> None:
        raise SaveError("stands for anything")

    monkeypatch.setattr(Table, "rows", refuse)
    job = CsvJob(rows, str(tmp_path / "rows.csv"))
    with qtbot.waitSignal(job.failed):
        job.start()
    assert left_in(tmp_path) == []
