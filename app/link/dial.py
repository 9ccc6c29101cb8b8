"""From a host and a port to a connected socket, without blocking anyone.

    literal address ------------------\\
    name -> look-up (a thread, 10 s) --> each address in turn, 5 s each -> succeeded(Connected)
                                                                        \\-> failed(reason)

Each address gets a fresh socket of its own family, made here, so that the receive buffer can be asked for before the
SYN. It connects by the system's own call, and becomes a QTcpSocket (`setSocketDescriptor`) once it stands.

Why not QTcpSocket.connectToHost on a socket that was bound to get its descriptor? That was tried. To learn how a
connect ended Qt calls connect() again; on a connection that the device has reset in the meantime the kernel takes
this for the wish to connect anew. A device that accepted and reset was dialled 1 500 times in two seconds behind one
attempt of ours, and what it had said each time was thrown away, uncounted. Qt also tells EINVAL as "refused". Here
the descriptor is asked once (SO_ERROR), and a connection that stood for a moment is handed on as one, with all that
came on it and its end.

Addresses are tried in the order of the look-up. Racing them (RFC 8305) belongs into `_next`.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot
from PySide6.QtNetwork import QTcpSocket

from app.link import socket_options
from app.link.address import is_literal, shown, socket_address
from app.link.contract import ReceiveBuffer
from app.link.kernel import Witness
from app.link.options import TcpOptions
from app.link.resolver import LookUp, Names

ADDRESS_MS = 5_000  # a SYN is repeated after 1 s and 3 s; what has not answered then is not there
LOOK_UP_MS = 10_000  # the system's resolver asks again after 5 s by default (man 5 resolv.conf)
ANSWER_POLL_MS = 10  # only while a look-up is under way; see resolver.py on why nobody is called back

# What the system says before a connection stands, in the field's words; any other is told in the system's own.
_WORDS = {
    errno.ECONNREFUSED: "refused",
    errno.EHOSTUNREACH: "no route to host",
    errno.ENETUNREACH: "network unreachable",
    errno.ETIMEDOUT: "timed out",
    errno.EACCES: "not permitted on this computer",
    errno.EPERM: "not permitted on this computer",
    errno.EMFILE: "too many open files on this computer",
    errno.ENFILE: "too many open files on this computer",
    errno.EAFNOSUPPORT: "this computer does not speak its protocol",
    errno.EADDRNOTAVAIL: "this computer has no address or port for it",
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


class Dial(QObject):
    """One attempt at a time.

    Attributes:
        address: the address last tried, as shown ("127.0.0.1:7001"); "" before the first.

    Signals:
        resolving(): a name is being looked up.
        trying(): an address is being tried, `address`.
        succeeded(Connected): one has answered; the socket has no parent and no connected slots.
        failed(str): none has, and why, in words.
    """

    resolving = Signal()
    trying = Signal()
    succeeded = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        options: TcpOptions,
        names: Names,
        read_buffer: int,
        clock: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = options
        self._names = names
        self._read_buffer = read_buffer
        self._clock = clock
        self.address = ""
        self._look_up: LookUp | None = None
        self._left: list[str] = []
        self._reasons: list[str] = []
        self._host = ""  # the literal being tried
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._receive_buffer = socket_options.unasked(options.receive_buffer)
        self._began_ns = 0
        self._poll = QTimer(self)
        self._poll.setInterval(ANSWER_POLL_MS)
        self._poll.timeout.connect(self._ask)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._give_up)

    def start(self) -> None:
        """Begin anew; what was under way is called off."""
        self.cancel()
        host = self._options.host
        if is_literal(host):
            self._left = [host]
            self._next()
            return
        self._look_up = self._names.ask(host, self._options.port)
        self._poll.start()
        self._deadline.start(LOOK_UP_MS)
        self.resolving.emit()

    def cancel(self) -> None:
        """Forget the attempt. An answer that comes later is ignored."""
        self._look_up = None
        self._left.clear()
        self._reasons.clear()
        self._poll.stop()
        self._drop_socket()

    # -- the look-up

    @Slot()
    def _ask(self) -> None:
        if self._look_up is None:  # too many old ones are still under way; one may have come back
            self._look_up = self._names.ask(self._options.host, self._options.port)
            return
        answer = self._look_up.answer
        if answer is None:
            return
        self._look_up = None
        self._poll.stop()
        self._deadline.stop()
        if answer.addresses:
            self._left = list(answer.addresses)
            self._next()
        else:
            self._fail(answer.reason)

    # -- one address after the other

    def _next(self) -> None:
        while self._left:
            self._host = self._left.pop(0)
            self.address = shown(self._host, self._options.port)
            problem = self._try()
            if problem is None:
                self.trying.emit()
                return
            self._note(problem)
        self._fail(", ".join(self._reasons))

    def _try(self) -> str | None:
        """Send the SYN; what prevented it, in words."""
        try:
            family, where = socket_address(self._host, self._options.port)
            self._socket = socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:
            return _in_words(error.errno, str(error.strerror))
        self._socket.setblocking(False)
        self._receive_buffer = socket_options.prepare(self._socket, self._options.receive_buffer)
        self._began_ns = self._clock()
        number = self._socket.connect_ex(where)
        if number not in _UNDER_WAY:
            return _in_words(number)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Write, self)
        self._notifier.activated.connect(self._settle)
        self._deadline.start(ADDRESS_MS)
        return None

    @Slot()
    def _settle(self) -> None:
        """The connection stands, or it will not."""
        if self._socket is None:
            return
        number = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number == 0 and _is_itself(self._socket):
            number = errno.ECONNREFUSED
        if number in _STOOD:
            self._succeed()
        else:
            self._note(_in_words(number))
            self._next()

    def _succeed(self) -> None:
        descriptor = self._let_go()
        made = QTcpSocket()
        made.setReadBufferSize(self._read_buffer)
        if not made.setSocketDescriptor(descriptor):
            os.close(descriptor)
            self._note(f"Qt does not take the socket: {made.errorString()}")
            self._next()
            return
        self.cancel()
        self.succeeded.emit(Connected(made, Witness.of(descriptor), self._receive_buffer, self._began_ns))

    def _note(self, reason: str) -> None:
        """The address being tried is out of the question."""
        self._drop_socket()
        alone = self._host == self._options.host
        self._reasons.append(reason if alone else f"{self._host} {reason}")

    @Slot()
    def _give_up(self) -> None:
        if self._poll.isActive():
            self._fail(f"name server does not answer for {self._options.host} within {LOOK_UP_MS / 1000:g} s")
        elif self._socket is not None:
            self._note(f"timed out after {ADDRESS_MS / 1000:g} s")
            self._next()

    def _fail(self, reason: str) -> None:
        self.cancel()
        self.failed.emit(reason)

    def _let_go(self) -> int:
        """The descriptor, no longer watched and no longer ours; -1 where there is none."""
        self._deadline.stop()
        notifier, self._notifier = self._notifier, None
        if notifier is not None:
            notifier.setEnabled(False)  # before the number can be somebody else's
            notifier.deleteLater()
        sock, self._socket = self._socket, None
        return sock.detach() if sock is not None else -1

    def _drop_socket(self) -> None:
        descriptor = self._let_go()
        if descriptor >= 0:
            os.close(descriptor)


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
