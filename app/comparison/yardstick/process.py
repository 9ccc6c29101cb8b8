"""Starts the yardstick as a process of its own and waits for its answer, without waiting."""

from __future__ import annotations

import sys

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from app.comparison.yardstick.loop import CONNECT_S, Answer, Target, Task
from app.session.schema import DeviceOptions, Session

START_S = 20.0  # numpy from a disk that is just waking; plus what the task itself takes
LONGEST_WORD = 100  # of what a process that failed has said
MODULE = ("-m", "app.comparison.yardstick.loop")


class YardstickProcess(QObject):
    """One measurement.

    Signals:
        answered(Answer): it has ended, in whatever way; comes once after `start`, unless `close` was called.
        gone(): the process is no more.
    """

    answered = Signal(object)
    gone = Signal()

    def __init__(self, parent: QObject | None = None, command: tuple[str, ...] = MODULE) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._is_awaited = False
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._error)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._process.kill)

    def start(self, session: Session, seconds: float) -> None:
        task = Task(seconds=seconds, targets=tuple(_target(device) for device in session.devices))
        self._is_awaited = True
        self._patience.start(round(1e3 * (START_S + seconds + CONNECT_S * len(task.targets))))
        self._process.start(sys.executable, self._command)
        self._process.write(msgspec.json.encode(task) + b"\n")

    def close(self) -> None:
        """End it; its answer is not wanted any more."""
        self._is_awaited = False
        self._process.kill()

    @property
    def is_running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    @Slot(QProcess.ProcessError)
    def _error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # then `finished` does not follow
            self._answer(_failed(f"could not be started: {self._process.errorString()}"))

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        self.gone.emit()
        told = bytes(self._process.readAllStandardOutput().data())
        try:
            self._answer(msgspec.json.decode(told, type=Answer))
        except msgspec.DecodeError:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            last = said.splitlines()[-1][:LONGEST_WORD] if said else "no message"  # of a traceback what went wrong
            self._answer(_failed(f"ended with code {code}: {last}"))

    def _answer(self, answer: Answer) -> None:
        self._patience.stop()
        if self._is_awaited:
            self._is_awaited = False
            self.answered.emit(answer)


def _failed(reason: str) -> Answer:
    return Answer(yardstick=None, notes=(reason,))


def _target(device: DeviceOptions) -> Target:
    link = device.link
    return Target(
        name=device.name,
        host=link.host,
        port=link.port,
        receive_buffer=None if link.receive_buffer is None else int(link.receive_buffer),
        greeting=b"".join(link.on_connect),
    )
