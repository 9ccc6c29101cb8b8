"""One address being connected: a fresh socket of its family, until it stands or does not.

The socket is made here, so that the receive buffer can be asked for before the SYN. It connects by the system's own
call, and becomes a QTcpSocket (`setSocketDescriptor`) once it stands.

Why not QTcpSocket.connectToHost on a socket that was bound to get its descriptor? That was tried. To learn how a
connect ended Qt calls connect() again; on a connection that the device has reset in the meantime the kernel takes
this for the wish to connect anew. A device that accepted and reset was dialled 1 500 times in two seconds behind one
attempt of ours, and what it had said each time was thrown away, uncounted. Qt also tells EINVAL as "refused". Here
the descriptor is asked once (SO_ERROR), and a connection that stood for a moment is handed on as one, with all that
came on it and its end.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtNetwork import QTcpSocket

from app.link import socket_options
from app.link.address import socket_address
from app.link.contract import ReceiveBuffer
from app.link.forgotten import OwnSocket, is_emptied
from app.link.kernel import Witness
from app.link.options import TcpOptions
from app.sentence import sentence

# What the system says before a connection stands, in the field's words; any other is told in the system's own.
_WORDS = {
    errno.ECONNREFUSED: sentence("refused"),
    errno.EHOSTUNREACH: sentence("no route to host"),
    errno.ENETUNREACH: sentence("network unreachable"),
    errno.ETIMEDOUT: sentence("timed out"),
    errno.EACCES: sentence("not permitted on this computer"),
    errno.EPERM: sentence("not permitted on this computer"),
    errno.EMFILE: sentence("too many open files on this computer"),
    errno.ENFILE: sentence("too many open files on this computer"),
    errno.EAFNOSUPPORT: sentence("this computer does not speak its protocol"),
    errno.EADDRNOTAVAIL: sentence("this computer has no address or port for it"),
}
_UNDER_WAY = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK})
_STOOD = frozenset({0, errno.ECONNRESET, errno.EPIPE})  # in the last two the device has gone already


@dataclass(frozen=True, slots=True)
class Connected:
    """A socket that stands (or stood: the device may have closed it at once), to be owned by whoever takes it.

    witness     the kernel's side of it, to be closed by whoever takes it; None where not to be had
    began_ns    just before the SYN: nothing can have been readable then
    """

    socket: QTcpSocket
    witness: Witness | None
    receive_buffer: ReceiveBuffer
    began_ns: int


class Attempt(QObject):
    """Says one of its signals, once, and never within `start`; nothing after `cancel`. Its dial gives it its time.

    Attributes:
        host: the IP address.

    Signals:
        stood(Connected): it has answered; the socket has no parent and no connected slots.
        failed(str as object): it has not, and why, in words.
    """

    stood = Signal(object)
    failed = Signal(object)

    def __init__(
        self, host: str, options: TcpOptions, read_buffer: int, clock: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        if parent is not None:
            parent.destroyed.connect(self.cancel)  # Python's collector may be long in coming
        self.host = host
        self._options = options
        self._read_buffer = read_buffer
        self._clock = clock
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._receive_buffer = socket_options.unasked(options.receive_buffer)
        self._began_ns = 0

    def start(self) -> str | None:
        """Send the SYN; what prevented it, in words (there will be no signal then)."""
        try:
            family, where = socket_address(self.host, self._options.port)
            self._socket = OwnSocket(family, socket.SOCK_STREAM)
            self._socket.setblocking(False)
            self._receive_buffer = socket_options.prepare(self._socket, self._options.receive_buffer)
            self._began_ns = self._clock()
            number = self._socket.connect_ex(where)
        except OSError as error:
            self.cancel()
            return _in_words(error.errno, error.strerror or "")
        if number not in _UNDER_WAY:
            self.cancel()
            return _in_words(number)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Write, self)
        self._notifier.activated.connect(self._settle)
        return None

    @Slot()
    def cancel(self) -> None:
        """Close the socket."""
        if is_emptied(self):
            return
        descriptor = self._let_go()
        if descriptor >= 0:
            os.close(descriptor)

    @Slot()
    def _settle(self) -> None:
        """The connection stands, or it will not."""
        if self._socket is None:
            return
        number = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number == 0 and _is_itself(self._socket):
            number = errno.ECONNREFUSED
        if number in _STOOD:
            self._hand_over()
        else:
            self.cancel()
            self.failed.emit(_in_words(number))

    def _hand_over(self) -> None:
        descriptor = self._let_go()
        made = QTcpSocket()
        made.setReadBufferSize(self._read_buffer)
        if made.setSocketDescriptor(descriptor):
            self.stood.emit(Connected(made, Witness.of(descriptor), self._receive_buffer, self._began_ns))
            return
        os.close(descriptor)
        self.failed.emit(sentence("Qt does not take the socket: {why}", why=made.errorString()))

    def _let_go(self) -> int:
        """The descriptor, no longer watched and no longer ours; -1 where there is none."""
        notifier, self._notifier = self._notifier, None
        if notifier is not None:
            notifier.setEnabled(False)  # before the number can be somebody else's
            notifier.deleteLater()
        sock, self._socket = self._socket, None
        return sock.detach() if sock is not None else -1


AttemptMaker = Callable[[str, TcpOptions, int, Callable[[], int], QObject], Attempt]
"""Makes one for an IP address, options, the size of Qt's read buffer, a clock and a parent; `start` begins it."""


def _is_itself(sock: socket.socket) -> bool:
    """Whether the kernel joined the socket to itself: where nobody listens on a port of this computer, and the port
    that we were given happens to be the same one, both SYNs meet (RFC 9293, 3.5, simultaneous open).
    """
    try:
        return bool(sock.getsockname() == sock.getpeername())
    except OSError:  # it has ended already
        return False


def _in_words(number: int | None, said: str = "") -> str:
    known = _WORDS.get(number or 0)
    return known or said or os.strerror(number or 0)
