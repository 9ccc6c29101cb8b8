"""From a host and a port to a connected socket, without blocking anyone.

    literal address ------------------\\
    name -> look-up (a thread, 10 s) --> each address in turn, 5 s each -> succeeded(Connected)
                                                                        \\-> failed(reason)

Each address gets a fresh QTcpSocket that is bound in its own family before `connectToHost`. Binding makes the
descriptor, so that the receive buffer can be asked for before the SYN. Binding in the other family would fail with a
false "refused", and a bound socket that is given a host name tries all its addresses on the one descriptor with 30 s
each: hence the look-up of our own.

What Qt reports is not trusted as news but as a hint: its signals arrive queued at `_settle`, which looks at the state
of the socket that is being tried now. An event of a socket already given up finds another one, or none, and changes
nothing; and a connection that fails within `connectToHost` (no network) takes the same way as any other.

Addresses are tried in the order of the look-up. Racing them (RFC 8305) belongs into `_next`.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtNetwork import QAbstractSocket, QHostAddress, QNetworkProxy, QTcpSocket

from app.link import socket_options
from app.link.address import is_literal, shown, zone_problem
from app.link.contract import ReceiveBuffer
from app.link.kernel import Witness
from app.link.options import TcpOptions
from app.link.resolver import LookUp, Names

ADDRESS_MS = 5_000  # a SYN is repeated after 1 s and 3 s; what has not answered then is not there
LOOK_UP_MS = 10_000  # the system's resolver asks again after 5 s by default (man 5 resolv.conf)
ANSWER_POLL_MS = 10  # only while a look-up is under way; see resolver.py on why nobody is called back

_State = QAbstractSocket.SocketState
_Error = QAbstractSocket.SocketError

# Qt's errors before a connection stands, in the field's words; any other is told in Qt's own.
_WORDS = {
    _Error.ConnectionRefusedError: "refused",
    _Error.SocketTimeoutError: "timed out",
    _Error.SocketAccessError: "not permitted on this computer",
    _Error.SocketResourceError: "too many open files on this computer",
}
_NETWORK_WORDS = {
    "Host unreachable": "no route to host",
    "Network unreachable": "network unreachable",
    "Connection timed out": "timed out",
}


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
        self._socket: QTcpSocket | None = None
        self._witness: Witness | None = None
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
            problem = zone_problem(self._host) or self._try(_qt_address(self._host))
            if problem is None:
                self.trying.emit()
                return
            self._note(problem)
        self._fail(", ".join(self._reasons))

    def _try(self, address: QHostAddress) -> str | None:
        """Send the SYN; what prevented it, in words."""
        socket = self._socket = QTcpSocket(self)
        socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))  # a proxy has no descriptor to bind
        socket.setReadBufferSize(self._read_buffer)
        if not socket.bind(_any_of(address), 0):
            return f"no socket: {socket.errorString()}"
        descriptor = int(socket.socketDescriptor())
        self._receive_buffer = socket_options.prepare(descriptor, self._options.receive_buffer)
        self._witness = Witness.of(descriptor)
        socket.stateChanged.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._deadline.start(ADDRESS_MS)
        self._began_ns = self._clock()
        socket.connectToHost(address, self._options.port)
        return None

    @Slot()
    def _settle(self) -> None:
        socket = self._socket
        if socket is None:
            return
        state = socket.state()
        was_open = socket.error() == _Error.RemoteHostClosedError  # it stood, and has ended before we looked
        if state not in (_State.ConnectedState, _State.UnconnectedState):
            return
        if _is_itself(socket) or not (was_open or state == _State.ConnectedState):
            self._note(_in_words(socket))
            self._next()
        else:
            self._succeed(socket)

    def _succeed(self, socket: QTcpSocket) -> None:
        self._socket = None
        witness, self._witness = self._witness, None
        socket.stateChanged.disconnect(self._settle)
        socket.setParent(None)
        self.cancel()
        self.succeeded.emit(Connected(socket, witness, self._receive_buffer, self._began_ns))

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

    def _drop_socket(self) -> None:
        self._deadline.stop()
        socket, self._socket = self._socket, None
        witness, self._witness = self._witness, None
        if socket is not None:
            socket.abort()
            socket.deleteLater()
        if witness is not None:
            witness.close()


def _qt_address(host: str) -> QHostAddress:
    """The address for Qt; what is IPv4 in IPv6's clothes (::ffff:10.0.0.1) as the IPv4 address that it is."""
    mapped = ipaddress.IPv6Address(host).ipv4_mapped if ":" in host else None
    return QHostAddress(host if mapped is None else str(mapped))


def _is_itself(socket: QTcpSocket) -> bool:
    """Whether the kernel joined the socket to itself: where nobody listens on a port of this computer, and the port
    that we were given happens to be the same one, both SYNs meet (RFC 9293, 3.5, simultaneous open).
    """
    return (
        socket.state() == _State.ConnectedState
        and socket.localPort() == socket.peerPort()
        and socket.localAddress() == socket.peerAddress()
    )


def _any_of(address: QHostAddress) -> QHostAddress.SpecialAddress:
    """The wildcard address of the same family."""
    if address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv6Protocol:
        return QHostAddress.SpecialAddress.AnyIPv6
    return QHostAddress.SpecialAddress.AnyIPv4


def _in_words(socket: QTcpSocket) -> str:
    if _is_itself(socket):
        return "refused"
    known = _WORDS.get(socket.error())
    if known is not None:
        return known
    said = socket.errorString()
    return _NETWORK_WORDS.get(said, said[:1].lower() + said[1:])
