"""The simulated devices of the demo: a process of their own that ends with this one."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QProcess, QTemporaryDir, QTimer, Signal, Slot

START_MS = 30_000  # it listens after a fraction of a second; a disk that is just waking needs several
END_MS = 3_000  # it gives its clients a second to take their last frame


class SimulatedDevices(QObject):
    """Starts the simulator and waits, without waiting, for its session file.

    The child reads its standard input to the end and stops: whatever becomes of this process, the pipe closes with it.

    Signals:
        ready(str): all devices listen; the session file is at this path. Not once they were asked to end.
        failed(str): it ended before that, or later by itself; in words.
        gone(): it has ended because it was asked to.
    """

    ready = Signal(str)
    failed = Signal(str)
    gone = Signal()

    def __init__(self, arguments: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = QTemporaryDir()
        self.session = Path(self._folder.path()) / "demo.toml"
        self._arguments = ["-m", "app.simulator", "--until-eof", "--session", str(self.session), *arguments]
        self._announced = False
        self._ending = False
        self._watcher = QFileSystemWatcher([self._folder.path()], self)
        self._watcher.directoryChanged.connect(self._look)
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._error)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._process.kill)

    def start(self) -> None:
        self._patience.start(START_MS)
        self._process.start(sys.executable, self._arguments)

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

    @Slot(QProcess.ProcessError)
    def _error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # then `finished` does not follow
            self._patience.stop()
            self.failed.emit(f"the simulated devices could not be started: {self._process.errorString()}")

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        self._patience.stop()
        if self._ending:
            self.gone.emit()
        else:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            self.failed.emit(f"the simulated devices ended with code {code}: {said or 'no message'}")
