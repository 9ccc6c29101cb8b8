"""The simulated devices of the demo: a process of their own that ends with this one, and can be told to play faults."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QProcess, QTemporaryDir, QTimer, Signal, Slot

from app.sentence import sentence
from ui.exceptions import log
from ui.faults.child_lines import ChildLines, TooLong

START_MS = 30_000  # it listens after a fraction of a second; a disk that is just waking needs several
END_MS = 3_000  # it gives its clients a second to take their last frame
MOST_WAITING = 16 << 10  # bytes of orders that it has not read; a few hundred orders
MOST_COMPLAINT = 4 << 10  # bytes of its standard error that are kept, the newest


class SimulatedDevices(QObject):
    """Starts the simulator and waits, without waiting, for its session file.

    The child reads its standard input to the end and stops: whatever becomes of this process, the pipe closes with it.
    Controlled, it takes orders there, one JSON object a line, and tells on its standard output what it does.

    Signals:
        ready(str): all devices listen; the session file is at this path. Not once they were asked to end.
        failed(str): it ended before that, or later by itself; in words.
        gone(): it has ended because it was asked to.
        told(bytes as object): a line of its standard output, where it is controlled. Not checked in any way.
        garbled(str): what it wrote cannot be a line; in words.
    """

    ready = Signal(str)
    failed = Signal(object)
    gone = Signal()
    told = Signal(object)
    garbled = Signal(object)

    def __init__(self, arguments: list[str], parent: QObject | None = None, *, controlled: bool = False) -> None:
        super().__init__(parent)
        self._folder = QTemporaryDir()
        self.session = Path(self._folder.path()) / "demo.toml"
        how = "--control" if controlled else "--until-eof"
        self._arguments = ["-m", "app.simulator", how, "--session", str(self.session), *arguments]
        self._announced = False
        self._ending = False
        self._lines = ChildLines()
        self._complaint = b""
        self._watcher = QFileSystemWatcher([self._folder.path()], self)
        self._watcher.directoryChanged.connect(self._look)
        self._process = QProcess(self)
        if not controlled:
            self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.readyReadStandardError.connect(self._hear_complaint)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._error)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._process.kill)

    def start(self) -> None:
        self._patience.start(START_MS)
        self._process.start(sys.executable, self._arguments)

    def order(self, order: Mapping[str, object]) -> str:
        """Tell it something; why that cannot be, "" where it was handed on."""
        if self._ending or not self.is_running:
            return sentence("the simulated devices have ended")
        waiting = self._process.bytesToWrite()
        if waiting > MOST_WAITING:
            return sentence("the simulator does not take orders: {count} bytes of them wait", count=waiting)
        self._process.write(json.dumps(order).encode() + b"\n")
        return ""

    def close(self) -> None:
        """Let the child end by closing its standard input; it is gone before the loop of this process is."""
        self._ending = True
        self._patience.start(END_MS)
        self._process.closeWriteChannel()

    @property
    def is_running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    @Slot(str)
    def _look(self, _folder: str) -> None:
        if not self._announced and not self._ending and self.session.exists():
            self._announced = True
            self._patience.stop()
            self.ready.emit(str(self.session))

    @Slot()
    def _hear(self) -> None:
        for line in self._lines.feed(bytes(self._process.readAllStandardOutput().data())):
            if isinstance(line, TooLong):
                self.garbled.emit(sentence("a line that is too long was dropped"))
            else:
                self.told.emit(line)

    @Slot()
    def _hear_complaint(self) -> None:
        self._complaint = (self._complaint + bytes(self._process.readAllStandardError().data()))[-MOST_COMPLAINT:]

    @Slot(QProcess.ProcessError)
    def _error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # then `finished` does not follow
            self._patience.stop()
            why = self._process.errorString()
            self.failed.emit(sentence("the simulated devices could not be started: {why}", why=why))

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._patience.stop()
        self._hear()  # what it said last
        self._hear_complaint()
        if self._ending:
            self.gone.emit()
        else:
            said = self._complaint.decode("utf-8", "replace").strip()
            log.error("the simulated devices ended with code %s: %s", code, said)
            why = said.rpartition("\n")[2] or sentence("no message")  # of a traceback or a usage the last line tells
            if status == QProcess.ExitStatus.CrashExit:
                self.failed.emit(sentence("the simulated devices were killed by signal {signal}", signal=code))
            else:
                self.failed.emit(sentence("the simulated devices ended with code {code}: {why}", code=code, why=why))
