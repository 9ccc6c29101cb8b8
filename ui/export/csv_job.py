"""Writes rows as CSV in slices between the window's other work, into a file that nobody sees before it is whole.

The rows are read in the GUI thread, which is the one that appends to the tables; a slice takes some milliseconds, so
that plots and links go on. What may wait for the disk (the last fsync) is an errand.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errand import Errand
from app.session.problems import SaveError
from app.session.saving import GrowingFile
from app.store.rows_as_csv import ENCODING, RowsAsCsv

SLICE_S = 0.006  # of a refresh's 16 ms
PAUSE_MS = 8
TELL_S = 0.1


class CsvJob(QObject):
    """One file on its way.

    Attributes:
        rows: what is written.
        path: where to.
        is_running: from `start` to one of the last three signals.

    Signals:
        progressed(float): how much of the span is written, 0 to 1; some times a second.
        written(): it is there.
        failed(str): it is not, and why; what was there before is as it was.
        dropped(): it is not, as was asked for.
    """

    progressed = Signal(float)
    written = Signal()
    failed = Signal(object)
    dropped = Signal()

    def __init__(self, rows: RowsAsCsv, path: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows, self.path = rows, path
        self.is_running = False
        self._file: GrowingFile | None = None
        self._pieces: Iterator[str] = iter(())
        self._told = 0.0
        self._errand = Errand(self, name="export")
        self._errand.done.connect(self._finished)
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self._slice)

    def start(self) -> None:
        """Once."""
        self.is_running = True
        try:
            self._file = GrowingFile(self.path)
        except SaveError as error:
            self._end(error.args[0])
            return
        self._pieces = iter(self.rows)
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """Leave no trace; too late once it is being finished."""
        if self.is_running and not self._errand.is_running:
            self._stop()
            self.dropped.emit()

    @Slot()
    def _slice(self) -> None:
        began = perf_counter()
        try:
            while perf_counter() - began < SLICE_S:
                piece = next(self._pieces, None)
                if piece is None:
                    self._finish()
                    return
                self._write(piece)
        except Exception as error:  # also what the tables raise: no half file may stay
            if isinstance(error, SaveError):
                self._end(error.args[0])
            else:
                self._end(str(error))
                raise
            return
        if began - self._told >= TELL_S:
            self._told = began
            self.progressed.emit(self.rows.share)

    def _write(self, piece: str) -> None:
        assert self._file is not None
        self._file.write(piece.encode(ENCODING, "replace"))  # half of a surrogate pair is no text

    def _finish(self) -> None:
        assert self._file is not None
        self._timer.stop()
        self.progressed.emit(1.0)
        self._errand.run(self._file.finish)

    @Slot(object)
    def _finished(self, problem: str) -> None:
        if problem:
            self._end(problem)
            return
        self.is_running = False
        self.written.emit()

    def _end(self, problem: str) -> None:
        self._stop()
        self.failed.emit(problem)

    def _stop(self) -> None:
        self._timer.stop()
        self.is_running = False
        if self._file is not None:
            self._file.drop()
