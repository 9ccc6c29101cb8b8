"""The sending process of the back-pressure experiment, from our side: started, told to end, never waited for.

It ends with us whatever becomes of us: its standard input is our pipe.
"""

from __future__ import annotations

import sys

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from app.comparison.back_pressure.bridging import SentCurve
from app.sentence import joined, sentence

START_MS = 30_000  # it listens after a fraction of a second; a disk that is just waking needs several
END_MS = 3_000  # to see that its standard input has ended; then it is killed
LONGEST_LINE = 64 << 20  # a minute of curve is 5 MB


class _Said(msgspec.Struct, frozen=True):
    """One line of the sender's."""

    port: int | None = None
    reason: str = ""
    curve: SentCurve | None = None


class PressureSender(QObject):
    """Signals:
    listening(int): at this port, on 127.0.0.1.
    curved(SentCurve): of the connection that has just been closed.
    failed(str as object): it cannot go on; why. At most once, and never after `close`.
    gone(): the process has ended, or never was; once, after `close`.
    """

    listening = Signal(int)
    curved = Signal(object)
    failed = Signal(object)
    gone = Signal()

    def __init__(self, rate: float, parent: QObject | None = None, *, program: str = sys.executable) -> None:
        super().__init__(parent)
        self._program = program
        self._arguments = ["-m", "app.simulator.pressure", "--rate", f"{rate:.6f}B/s"]
        self._closing = False
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._error)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._process.kill)

    @property
    def is_running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def process_id(self) -> int:
        """The system's number for it; 0 while there is none."""
        return int(self._process.processId())

    def start(self) -> None:
        self._patience.start(START_MS)
        self._process.start(self._program, self._arguments)

    def end_stream(self) -> None:
        """Let it end the stream under way with a FIN behind its last byte."""
        self._process.write(b"end\n")

    def close(self) -> None:
        """End it; `gone` follows."""
        if self._closing:
            return
        self._closing = True
        if self.is_running:
            self._patience.start(END_MS)
            self._process.closeWriteChannel()
        else:
            self._patience.stop()
            self.gone.emit()

    @Slot()
    def _read(self) -> None:
        while not self._closing and self._process.canReadLine():
            self._hear(bytes(self._process.readLine(LONGEST_LINE).data()))
        if self._closing:
            self._process.readAllStandardOutput()

    def _hear(self, line: bytes) -> None:
        try:
            said = msgspec.json.decode(line, type=_Said)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            self._fail(sentence("the sending process said what is no report: {why}", why=str(error)))
            return
        self._patience.stop()
        if said.curve is not None:
            self.curved.emit(said.curve)
        elif said.port is not None:
            self.listening.emit(said.port)
        else:
            self._fail(said.reason)

    def _fail(self, reason: str) -> None:
        if not self._closing:
            self.failed.emit(reason)

    @Slot(QProcess.ProcessError)
    def _error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # then `finished` does not follow
            self._patience.stop()
            why = self._process.errorString()
            self._fail(sentence("the sending process could not be started: {why}", why=why))

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._patience.stop()
        if self._closing:
            self.gone.emit()
            return
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        ended = sentence("the sending process ended with code {code}", code=code)
        if status == QProcess.ExitStatus.CrashExit:
            ended = sentence("the sending process was killed")
        self._fail(joined(": ", (ended, said.splitlines()[-1])) if said else ended)
