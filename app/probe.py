"""A test connection: dials once with a link of its own, takes the first bytes, hangs up, and shows what settings make
of them.

The running device of the same address is not touched; a device that takes one client alone refuses this one, or drops
the other, which is what whoever asks for the test should know. Bounded in every way: one attempt, OPEN_S to be open,
LISTEN_S to listen, MOST_BYTES, or ENOUGH frames that the settings decode. Frames that they do not decode do not count:
then more bytes are what is needed to find better settings.

The bytes stay when the connection is over, and are cut and decoded again whenever other settings are tried.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.link.contract import Link, State
from app.link.factory import make_link
from app.link.options import LinkOptions
from app.preview import Piece, Preview, Settings, preview_of
from app.stream import Chunk, End

MOST_BYTES = 64 << 10
ENOUGH = 20  # decoded frames
OPEN_S = 15  # three addresses that time out
LISTEN_S = 10
LOOK_MS = 100  # between two looks at what has come: nobody reads faster


class Phase(StrEnum):
    """What the test is doing. All but the first four are final."""

    UNTRIED = "untried"
    RESOLVING = "resolving"
    CONNECTING = "connecting"
    LISTENING = "listening"
    REFUSED = "refused"  # no connection came about; `reason` says why, each address
    LATE = "late"  # nor within OPEN_S
    ENDED = "ended"  # the connection ended before enough had come; `reason` says why
    FULL = "full"  # MOST_BYTES
    ENOUGH = "enough"
    QUIET = "quiet"  # LISTEN_S are over
    STOPPED = "stopped"  # by the user


_RUNNING = frozenset({Phase.RESOLVING, Phase.CONNECTING, Phase.LISTENING})
_OF_LINK = {
    State.RESOLVING: Phase.RESOLVING,
    State.CONNECTING: Phase.CONNECTING,
    State.OPEN: Phase.LISTENING,
}


class Probe(QObject):
    """See the module. `stop` is done when it returns: no socket is left.

    Attributes:
        phase, reason, address: how it stands; what went wrong, in words; where it leads.
        capture: the bytes that came, with their times.
        preview: what the settings make of them; None before `read_as`.
        asked: how many bytes were sent on opening.

    Signals:
        changed(): any of these.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.phase = Phase.UNTRIED
        self.reason = ""
        self.address = ""
        self.asked = 0
        self.capture: list[Piece] = []
        self.preview: Preview | None = None
        self._received = 0
        self._settings: Settings | None = None
        self._link: Link | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._is_late)
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self._look_again)

    @property
    def is_running(self) -> bool:
        return self.phase in _RUNNING

    @property
    def is_ended(self) -> bool:
        """The device ended the connection: nothing more of a frame will come."""
        return self.phase is Phase.ENDED

    @property
    def received(self) -> int:
        """Bytes of the capture."""
        return self._received

    def start(self, options: LinkOptions) -> None:
        """Dial; what an earlier test brought is forgotten."""
        self._drop()
        self.forget()
        self.asked = sum(len(command) for command in options.on_connect)
        self._link = make_link(msgspec.structs.replace(options, transport="gui"))  # it lives for seconds
        self._link.setParent(self)
        self._link.stateChanged.connect(self._state_changed)
        self._link.bytesReceived.connect(self._take)
        self._link.ended.connect(self._ended)
        self._link.disconnected.connect(self._failed)
        self._patience.start(OPEN_S * 1000)
        self._link.open()

    def stop(self) -> None:
        """Hang up, and keep what has come."""
        if self.is_running:
            self._finish(Phase.STOPPED)

    def forget(self) -> None:
        """Hang up, and forget what has come: it is of another address."""
        self._drop()
        self.phase, self.reason, self.address, self.asked = Phase.UNTRIED, "", "", 0
        self.capture, self._received = [], 0
        self._look_again()

    def read_as(self, settings: Settings) -> None:
        """Cut and decode what has come, and what will, with these settings."""
        self._settings = settings
        self._look_again()

    # -- the link's

    @Slot(object)
    def _state_changed(self, state: State) -> None:
        phase = _OF_LINK.get(state)
        if phase is None or self._link is None:
            return
        if phase is Phase.LISTENING:
            self._patience.start(LISTEN_S * 1000)
        self.phase = phase
        self.address = self._link.statistics().address
        self.changed.emit()

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        if not self.is_running:
            return
        data = bytes(chunk.data[: MOST_BYTES - self._received])
        self.capture.append(Piece(data, chunk.read_ns))
        self._received += len(data)
        if self._received >= MOST_BYTES:
            self._finish(Phase.FULL)
        elif not self._look.isActive():
            self._look.start()

    @Slot(object)
    def _ended(self, end: End) -> None:
        if self.is_running:
            self._finish(Phase.ENDED, end.reason)

    @Slot(object)
    def _failed(self, reason: str) -> None:
        if self.is_running:
            self._finish(Phase.REFUSED, reason)

    @Slot()
    def _is_late(self) -> None:
        self._finish(Phase.QUIET if self.phase is Phase.LISTENING else Phase.LATE)

    # -- inside

    def _finish(self, phase: Phase, reason: str = "") -> None:
        self.phase, self.reason = phase, reason
        if self._link is not None and not self.address:
            self.address = self._link.statistics().address
        self._drop()
        self._look_again()

    def _drop(self) -> None:
        """Without a farewell: a link that closes politely takes a second for it."""
        self._patience.stop()
        self._look.stop()
        link, self._link = self._link, None
        if link is None:
            return
        link.stateChanged.disconnect(self._state_changed)
        link.bytesReceived.disconnect(self._take)
        link.ended.disconnect(self._ended)
        link.disconnected.disconnect(self._failed)
        link.restart("the test is over")
        link.close()
        link.deleteLater()

    @Slot()
    def _look_again(self) -> None:
        if self._settings is not None:
            self.preview = preview_of(self.capture, self._settings, ended=self.is_ended)
            if self.phase is Phase.LISTENING and self.preview.decoded >= ENOUGH:
                self._finish(Phase.ENOUGH)
                return
        self.changed.emit()
