"""What every link promises of its tickets, over every transport and mode."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading

import pytest
from PySide6.QtCore import QObject, Slot

from app.clock import now_ns
from app.link import reader, tcp
from app.link.contract import Link, SendRefusedError, State, Ticket, TicketState
from app.simulator.deafness import deafen
from tests.app.link.conftest import MakeLink
from tests.app.link.peers import Recorder, Server, receive, reset, turn_loop, until

if sys.platform != "linux":
    pytest.skip("only Linux tells what was acknowledged", allow_module_level=True)

QUEUED, STARTED, HANDED_ON, ACCEPTED, EXPIRED, REPLACED, LOST = TicketState
FORWARD = [QUEUED, STARTED, HANDED_ON, ACCEPTED]


class Told(QObject):
    """What a link says of its tickets: states go forward, are told once, in the GUI thread, and all of them have an
    end."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self._states: dict[Ticket, list[TicketState]] = {}
        link.ticketChanged.connect(self._note)

    @Slot(object)
    def _note(self, ticket: Ticket) -> None:
        assert threading.current_thread() is threading.main_thread()
        states = self._states.setdefault(ticket, [])
        assert not states or states[-1] in FORWARD[:3]
        if states and ticket.state in FORWARD:
            assert FORWARD.index(ticket.state) > FORWARD.index(states[-1])
        states.append(ticket.state)

    def of(self, ticket: Ticket) -> list[TicketState]:
        return self._states.get(ticket, [])

    def all_are(self, *wanted: TicketState) -> bool:
        return all(states[-1] in wanted for states in self._states.values())


def _opened(make: MakeLink, server: Server, **options: object) -> tuple[Link, Recorder, Told, socket.socket]:
    link, heard = make(server, **options)
    told = Told(link)
    link.open()
    peer = server.accept()
    until(lambda: link.state is State.OPEN)
    return link, heard, told, peer


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A close waits for as long as a busy machine needs."""
    monkeypatch.setattr(tcp, "CLOSE_NS", 20_000_000_000)
    monkeypatch.setattr(reader, "ACKNOWLEDGE_MS", 20_000)


def _command(index: int, size: int = 1000) -> bytes:
    return b"%d " % index + b"x" * size + b"\n"


def _block(link: Link, heard: Recorder) -> list[Ticket]:
    """Send until a device that does not read takes no more: the queue is full, and nothing moves."""
    tickets: list[Ticket] = []
    moved_ns, sent = now_ns(), -1

    def nothing_moves() -> bool:
        nonlocal moved_ns, sent
        try:
            while True:
                tickets.append(link.send(_command(len(tickets))))
        except SendRefusedError:
            pass
        if heard.sent != sent:
            moved_ns, sent = now_ns(), heard.sent
        return now_ns() - moved_ns > 250_000_000

    until(nothing_moves, "a full queue")
    return tickets


def _read_to_end(peer: socket.socket) -> bytes:
    """All until the end of the connection, however it ends, while the loop goes on."""
    peer.setblocking(False)
    data = bytearray()

    def is_over() -> bool:
        try:
            while piece := peer.recv(1 << 16):
                data.extend(piece)
        except BlockingIOError:
            return False
        except ConnectionError:
            return True
        return True

    until(is_over, "the end of the connection")
    return bytes(data)


def test_a_command_goes_through_its_states_to_the_devices_network_stack(link_to: MakeLink, server: Server) -> None:
    link, _, told, _ = _opened(link_to, server)
    ticket = link.send(b"output on\n")
    assert ticket.state is STARTED
    until(lambda: ticket.state is ACCEPTED)  # nobody has read it yet
    turn_loop()
    times = [ticket.queued_ns, ticket.started_ns, ticket.handed_ns, ticket.accepted_ns]
    assert None not in times
    assert times == sorted(times, key=lambda at: at or 0)
    assert told.of(ticket)[0] is STARTED
    assert told.of(ticket)[-1] is ACCEPTED
    assert link.tickets() == (ticket,)
    said = link.statistics()
    assert (said.written, said.acknowledged, said.unsent, said.lost) == (10, 10, 0, 0)


def test_what_the_session_sends_at_each_opening_has_tickets_as_well(link_to: MakeLink, server: Server) -> None:
    link, _, told, _ = _opened(link_to, server, on_connect=(b"?WATCH", b"={};\n"))
    until(lambda: [ticket.state for ticket in link.tickets()] == [ACCEPTED, ACCEPTED])
    assert [ticket.data for ticket in link.tickets()] == [b"?WATCH", b"={};\n"]
    until(lambda: all(told.of(ticket)[-1:] == [ACCEPTED] for ticket in link.tickets()))


def test_a_device_that_reads_drop_by_drop_is_sent_every_command_whole_and_in_order(
    link_to: MakeLink, server: Server
) -> None:
    link, _, told, peer = _opened(link_to, server)
    peer.setblocking(False)
    tickets: list[Ticket] = []
    read = bytearray()

    def all_is_read() -> bool:
        for _ in range(20):
            if len(tickets) < 500:
                try:
                    tickets.append(link.send(_command(len(tickets))))
                except SendRefusedError:
                    break
        with contextlib.suppress(BlockingIOError):
            read.extend(peer.recv(1499))
        return len(tickets) == 500 and len(read) == tickets[-1].end

    until(all_is_read, "all commands at the device")
    assert read == b"".join(_command(index) for index in range(500))
    until(lambda: told.all_are(ACCEPTED) and told.of(tickets[-1]) != [])
    waited = [told.of(ticket) for ticket in tickets if told.of(ticket)[0] is QUEUED]
    assert FORWARD in waited
    assert link.statistics().acknowledged == len(read)


def test_a_reset_loses_what_was_not_acknowledged_and_nothing_else(link_to: MakeLink, server: Server) -> None:
    link, heard, told, peer = _opened(link_to, server)
    tickets = _block(link, heard)
    put = sum(len(ticket.data) for ticket in tickets)
    reset(peer)
    until(lambda: heard.opened == 2)
    said = link.statistics()
    assert said.acknowledged is not None
    assert said.acknowledged + said.lost == put
    assert 0 < said.acknowledged < said.written < put
    states = [ticket.state for ticket in tickets]
    accepted = states.count(ACCEPTED)
    assert states == [ACCEPTED] * accepted + [LOST] * (len(tickets) - accepted)
    end = tickets[accepted - 1].end
    assert end is not None
    assert end <= said.acknowledged < end + len(tickets[accepted].data)
    until(lambda: told.all_are(ACCEPTED, LOST))
    again = link.send(b"once more\n")
    assert receive(server.accept(), 10) == b"once more\n"
    until(lambda: again.state is ACCEPTED)
    assert link.statistics().acknowledged == said.acknowledged + 10


def test_a_device_that_closes_after_it_has_read_has_accepted_everything(link_to: MakeLink, server: Server) -> None:
    link, heard, _, peer = _opened(link_to, server)
    for index in range(50):
        link.send(_command(index, 10))
    size = sum(len(_command(index, 10)) for index in range(50))
    assert len(receive(peer, size)) == size
    peer.close()  # most likely before the next look at what was acknowledged
    until(lambda: heard.opened == 2)
    assert {ticket.state for ticket in link.tickets()} == {ACCEPTED}
    assert (link.statistics().acknowledged, link.statistics().lost) == (size, 0)


@pytest.mark.usefixtures("patient")
def test_a_close_in_the_midst_of_a_command_writes_all_to_a_device_that_reads(link_to: MakeLink, server: Server) -> None:
    link, heard, told, peer = _opened(link_to, server)
    tickets = _block(link, heard)
    assert STARTED in [ticket.state for ticket in tickets]
    assert QUEUED in [ticket.state for ticket in tickets]
    link.close()
    assert _read_to_end(peer) == b"".join(ticket.data for ticket in tickets)
    until(lambda: link.state is State.IDLE)
    until(lambda: told.all_are(ACCEPTED))
    assert {ticket.state for ticket in tickets} == {ACCEPTED}
    assert link.statistics().lost == 0


def test_a_close_cuts_a_command_only_by_the_end_of_the_connection(
    link_to: MakeLink, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tcp, "CLOSE_NS", 50_000_000)
    link, heard, told, peer = _opened(link_to, server)
    tickets = _block(link, heard)
    link.close()
    until(lambda: link.state is State.IDLE)  # the device has not read a byte
    until(lambda: told.all_are(ACCEPTED, LOST))
    assert tickets[-1].state is LOST
    assert b"".join(ticket.data for ticket in tickets).startswith(_read_to_end(peer))


def test_a_peer_that_is_gone_without_a_word_accepts_nothing(
    link_to: MakeLink, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "ACKNOWLEDGE_MS", 50)
    link, _, told, peer = _opened(link_to, server)
    heard_of = link.send(b"output on\n")
    until(lambda: heard_of.state is ACCEPTED)
    deafen(peer)
    ticket = link.send(b"output off\n")
    until(lambda: _tcp_info(link, "retransmits") >= 1)
    assert ticket.state is HANDED_ON
    link.close()
    until(lambda: link.state is State.IDLE)
    until(lambda: told.of(ticket)[-1:] == [LOST])
    said = link.statistics()
    assert (said.written, said.acknowledged, said.lost) == (21, 10, 11)


def _tcp_info(link: Link, name: str) -> int:
    return getattr(link.statistics().tcp_info, name, 0) or 0


@pytest.mark.usefixtures("patient")
def test_what_waits_too_long_expires_by_itself_and_never_starts(link_to: MakeLink, server: Server) -> None:
    link, heard, told, peer = _opened(link_to, server)
    tickets = _block(link, heard)
    until(lambda: _has_room(link))
    late = link.send(b"x", expires_ns=now_ns() + 30_000_000)
    patient = link.send(b"y", expires_ns=now_ns() + 60_000_000_000)
    assert late.state is QUEUED
    until(lambda: told.of(late)[-1:] == [EXPIRED])
    assert (late.end, patient.state) == (None, QUEUED)
    link.close()
    assert _read_to_end(peer) == b"".join(ticket.data for ticket in (*tickets, patient))
    until(lambda: told.of(patient)[-1:] == [ACCEPTED])


def _has_room(link: Link) -> bool:
    """The last command did not fit; something shorter does."""
    return link.statistics().unsent + 2 <= 256 << 10


@pytest.mark.usefixtures("patient")
def test_of_a_set_point_that_changes_while_nothing_moves_the_device_sees_the_newest_value(
    link_to: MakeLink, server: Server
) -> None:
    link, heard, told, peer = _opened(link_to, server)
    tickets = _block(link, heard)
    until(lambda: _has_room(link))
    values = [link.send(b"%d" % (index % 10), key="volt") for index in range(1000)]
    turn_loop()
    assert {ticket.state for ticket in values[:-1]} == {REPLACED}
    link.close()
    assert _read_to_end(peer) == b"".join(ticket.data for ticket in (*tickets, values[-1]))
    until(lambda: told.of(values[-1])[-1:] == [ACCEPTED])


def test_commands_under_way_survive_every_change_of_who_reads(link_to: MakeLink, server: Server) -> None:
    link, _, told, peer = _opened(link_to, server)
    peer.setblocking(False)
    tickets: list[Ticket] = []
    read = bytearray()
    swaps = 0

    def all_is_read() -> bool:
        nonlocal swaps
        if swaps < 40 and link.statistics().transport == link.wished_transport:
            link.set_transport("gui" if link.wished_transport == "thread" else "thread")
            swaps += 1
        if swaps < 40 or not tickets:
            with contextlib.suppress(SendRefusedError):
                for _ in range(5):
                    tickets.append(link.send(_command(len(tickets))))
        with contextlib.suppress(BlockingIOError):
            read.extend(peer.recv(9999))
        return swaps == 40 and link.statistics().unsent == 0 and len(read) == link.statistics().written

    until(all_is_read, "40 changes and all commands at the device")
    assert read == b"".join(ticket.data for ticket in tickets)
    until(lambda: told.all_are(ACCEPTED))


class Chatter(QObject):
    """Sends a command from within each signal of a link, as often as it comes; notes where it was refused."""

    def __init__(self, link: Link, most: int) -> None:
        super().__init__()
        self.sent: list[bytes] = []
        self.refused: set[str] = set()
        self._link = link
        self._most = most
        for name in ("bytesReceived", "ended", "disconnected", "stateChanged", "bytesSent", "ticketChanged"):
            getattr(link, name).connect(getattr(self, name))
        link.connected.connect(self.connected)

    def _send(self, name: str) -> None:
        if sum(data.startswith(name.encode()) for data in self.sent) == self._most:
            return
        data = f"{name} {len(self.sent)}\n".encode()
        try:
            self._link.send(data)
        except SendRefusedError:
            self.refused.add(name)
        else:
            self.sent.append(data)

    @Slot(object)
    def bytesReceived(self, _: object) -> None:
        self._send("bytesReceived")

    @Slot(object)
    def ended(self, _: object) -> None:
        self._send("ended")

    @Slot()
    def connected(self) -> None:
        self._send("connected")

    @Slot(str)
    def disconnected(self, _: str) -> None:
        self._send("disconnected")

    @Slot(object)
    def stateChanged(self, _: object) -> None:
        self._send("stateChanged")

    @Slot(object)
    def bytesSent(self, _: object) -> None:
        self._send("bytesSent")

    @Slot(object)
    def ticketChanged(self, _: object) -> None:
        self._send("ticketChanged")


def test_a_command_may_be_sent_from_within_any_signal(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    told, chatter = Told(link), Chatter(link, most=20)
    link.open()
    peer = server.accept()
    peer.sendall(b"hello")
    names = {"bytesReceived", "connected", "stateChanged", "bytesSent", "ticketChanged"}
    until(lambda: names == {data.split()[0].decode() for data in chatter.sent} and len(chatter.sent) == 3 + 2 * 20)
    assert receive(peer, len(b"".join(chatter.sent))) == b"".join(chatter.sent)
    peer.close()
    until(lambda: heard.opened == 2)
    assert {"ended", "disconnected"} <= chatter.refused  # there is no connection to send on
    until(lambda: told.all_are(*FORWARD, LOST))


@pytest.mark.parametrize("ends", ["close", "restart"])
def test_a_connection_may_be_ended_by_whoever_hears_of_a_ticket(link_to: MakeLink, server: Server, ends: str) -> None:
    link, heard, told, _ = _opened(link_to, server)

    class Ender(QObject):
        @Slot(object)
        def end(self, ticket: Ticket) -> None:
            if ticket.data == b"stop":
                link.close() if ends == "close" else link.restart("resync")

    ender = Ender()
    link.ticketChanged.connect(ender.end)
    tickets = [link.send(b"stop"), link.send(b"and more")]
    until(lambda: bool(heard.ends))
    until(lambda: all(ticket.state in (ACCEPTED, LOST) for ticket in tickets))
    until(lambda: told.all_are(ACCEPTED, LOST))
