"""What every link promises of its states, over every transport and mode."""

from __future__ import annotations

import socket

import pytest
from PySide6.QtCore import QObject, Slot

from app.link.contract import Link, SendRefusedError, State
from tests.app.link.conftest import MakeLink
from tests.app.link.peers import Server, reset, turn_loop, until


def test_a_new_link_is_idle_and_has_nothing_to_tell(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    said = link.statistics()
    assert link.state is said.state is State.IDLE
    assert (said.read, said.in_qt, said.in_flight, said.written, said.unsent, said.opened) == (0, 0, 0, 0, 0, 0)
    assert (said.address, said.last_reason, dict(said.reasons), said.next_try_ns) == ("", "", {}, None)
    assert said.tcp_info is None
    assert said.kernel is None or said.kernel.agrees
    assert heard.log == []


def test_opening_and_closing_pass_through_the_states_in_order(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    assert heard.log == ["stateChanged connecting", "stateChanged open", "connected"]
    heard.log.clear()
    link.close()
    until(lambda: link.state is State.IDLE)
    assert heard.log == ["stateChanged closing", "ended", "disconnected", "stateChanged idle"]
    assert heard.reasons == ["closed here"]


def test_opening_an_open_link_changes_nothing(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    link.open()
    until(lambda: link.state is State.OPEN)
    link.open()
    turn_loop()
    assert heard.opened == 1
    assert link.statistics().opened == 1


@pytest.mark.parametrize(("leave", "reason"), [(socket.socket.close, "closed by"), (reset, "reset by")])
def test_after_a_loss_the_link_waits_and_comes_back(
    link_to: MakeLink, server: Server, leave: object, reason: str
) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    leave(server.accept())  # type: ignore[operator]
    until(lambda: heard.opened == 2)
    assert heard.reasons == [f"{reason} the device"]
    assert heard.states == [State.CONNECTING, State.OPEN, State.WAITING, State.CONNECTING, State.OPEN]
    said = link.statistics()
    assert (said.opened, said.connection, said.last_reason) == (2, 2, f"{reason} the device")
    assert dict(said.reasons) == {f"{reason} the device": 1}


def test_a_waiting_link_says_when_it_tries_again(link_to: MakeLink, server: Server) -> None:
    link, _ = link_to(server, retry=3600 * 10**9)
    link.open()
    until(lambda: link.state is State.OPEN)
    assert link.statistics().next_try_ns is None
    server.accept().close()
    until(lambda: link.state is State.WAITING)
    assert link.statistics().next_try_ns is not None
    link.open()  # now, not in an hour
    until(lambda: link.state is State.OPEN)
    assert link.statistics().next_try_ns is None


def test_a_refused_link_tries_again_until_somebody_listens(link_to: MakeLink, server: Server) -> None:
    server.stop_listening()
    link, heard = link_to(server)
    link.open()
    until(lambda: len(heard.reasons) >= 2)
    assert set(heard.reasons) == {"refused"}
    server.listen_again()
    until(lambda: link.state is State.OPEN)
    assert heard.ends == []
    assert link.statistics().last_reason == "refused"


def test_a_device_that_accepts_and_closes_was_open_each_time(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    for count in (1, 2, 3):
        server.accept().close()
        until(lambda wanted=count: len(heard.ends) == wanted)
    assert heard.opened == 3
    assert [end.offset for end in heard.ends] == [0, 0, 0]


def test_a_device_that_accepts_talks_and_closes_at_once_is_heard(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    peer = server.accept_without_loop()
    peer.sendall(b"12:00:00\n")
    peer.close()
    until(lambda: len(heard.ends) == 1)
    assert heard.bytes() == b"12:00:00\n"
    assert heard.log[:3] == ["stateChanged connecting", "stateChanged open", "connected"]
    kernel = link.statistics().kernel
    assert kernel is None or (kernel.sum == 9 and kernel.agrees)


def test_a_device_that_accepts_and_is_silent_keeps_the_link_open(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    server.accept()
    turn_loop(50)
    assert link.state is State.OPEN
    assert heard.log == ["stateChanged connecting", "stateChanged open", "connected"]


def test_a_port_that_nothing_can_listen_on_fails_for_good(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, port=0)
    link.open()
    assert link.state is State.FAILED
    assert heard.log == ["disconnected", "stateChanged failed"]
    assert "port from 1 to 65535, got '0'" in heard.reasons[0]
    link.close()
    assert link.state is State.IDLE


def test_a_failed_link_tries_once_more_when_it_is_opened_again(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server, port=70_000)
    link.open()
    link.open()
    assert link.state is State.FAILED
    assert len(heard.reasons) == 2


def test_closing_while_idle_changes_nothing(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.close()
    assert link.state is State.IDLE
    assert heard.log == []


def test_closing_while_connecting_forgets_the_attempt(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    assert link.state is State.CONNECTING
    link.close()
    assert link.state is State.IDLE
    turn_loop(50)
    assert heard.states == [State.CONNECTING, State.IDLE]
    assert heard.opened == 0


def test_closing_while_waiting_calls_the_next_attempt_off(link_to: MakeLink, server: Server) -> None:
    server.stop_listening()
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.WAITING)
    link.close()
    assert link.state is State.IDLE
    assert link.statistics().next_try_ns is None
    heard.log.clear()
    server.listen_again()
    turn_loop(50)
    assert heard.log == []


def test_closing_twice_is_closing_once(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    link.close()
    link.close()
    until(lambda: link.state is State.IDLE)
    assert len(heard.ends) == 1
    assert heard.states.count(State.IDLE) == 1


def test_the_device_sees_the_end_at_once_when_the_link_is_closed(link_to: MakeLink, server: Server) -> None:
    link, _ = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    link.close()
    until(lambda: link.state is State.IDLE)
    assert peer.recv(1) == b""  # nothing of ours holds the connection open


def test_a_link_opens_again_after_it_was_closed(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    for count in (1, 2):
        link.open()
        until(lambda wanted=count: heard.opened == wanted)
        server.accept().sendall(b"abc")
        until(lambda wanted=count: len(heard.bytes(wanted)) == 3)
        link.close()
        until(lambda: link.state is State.IDLE)
    assert [(end.connection, end.offset) for end in heard.ends] == [(1, 3), (2, 3)]
    assert link.statistics().read == 6


def test_opening_while_closing_opens_once_it_is_closed(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    link.send(bytes(200_000))  # more than the kernel takes at once, so that closing takes a while
    link.close()
    assert link.state is State.CLOSING
    link.open()
    peer.setblocking(False)
    until(lambda: _drained(peer) or heard.opened == 2)
    until(lambda: heard.opened == 2)
    assert heard.reasons == ["closed here"]


def _drained(peer: socket.socket) -> bool:
    try:
        return not peer.recv(1 << 20)
    except BlockingIOError:
        return False


def test_closing_again_calls_a_wished_reopening_off(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    server.accept()
    link.send(bytes(200_000))
    link.close()
    link.open()
    link.close()
    until(lambda: link.state is State.IDLE)
    turn_loop(50)
    assert heard.opened == 1


def test_a_restart_ends_the_connection_with_its_reason_and_comes_back(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    link.restart("a length of 4 GiB")
    until(lambda: heard.opened == 2)
    assert peer.recv(1) == b""
    assert heard.reasons == ["a length of 4 GiB"]
    assert [end.reason for end in heard.ends] == ["a length of 4 GiB"]


def test_a_restart_of_a_link_that_is_not_open_changes_nothing(link_to: MakeLink, server: Server) -> None:
    link, heard = link_to(server)
    link.restart("nothing to end")
    assert link.state is State.IDLE
    assert heard.log == []


class Reacts(QObject):
    """Does something to the link inside one of its signals."""

    def __init__(self, link: Link, signal: str, action: str) -> None:
        super().__init__()
        self._link, self._action = link, action
        getattr(link, signal).connect(self._nothing if signal == "connected" else self._something)

    @Slot(object)
    def _something(self, _: object) -> None:
        getattr(self._link, self._action)()

    @Slot()
    def _nothing(self) -> None:
        getattr(self._link, self._action)()


@pytest.mark.parametrize("signal", ["stateChanged", "connected", "ended", "disconnected", "bytesReceived"])
def test_closing_inside_any_signal_ends_in_idle(link_to: MakeLink, server: Server, signal: str) -> None:
    link, heard = link_to(server)
    reacts = Reacts(link, signal, "close")
    link.open()
    if link.state is not State.IDLE:
        peer = server.accept()
        peer.sendall(b"abc")
        peer.close()
    until(lambda: link.state is State.IDLE)
    turn_loop(50)
    assert link.state is State.IDLE
    assert heard.states[-1] is State.IDLE or signal == "stateChanged"
    assert len(heard.ends) == heard.opened or signal == "connected"
    del reacts


class ClosesWhen(QObject):
    """Closes the link when it changes to a state."""

    def __init__(self, link: Link, state: State) -> None:
        super().__init__()
        self._link, self._state = link, state
        link.stateChanged.connect(self._change)

    @Slot(object)
    def _change(self, state: State) -> None:
        if state is self._state:
            self._link.close()


def test_a_link_that_is_closed_as_soon_as_it_opens_does_not_say_that_it_is_connected(
    link_to: MakeLink, server: Server
) -> None:
    link, heard = link_to(server)
    closes = ClosesWhen(link, State.OPEN)
    link.open()
    until(lambda: link.state is State.IDLE)
    assert heard.opened == 0
    assert len(heard.ends) == 1
    del closes


def test_closing_inside_the_end_of_a_closing_link_calls_a_wished_reopening_off(
    link_to: MakeLink, server: Server
) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    link.send(bytes(200_000))
    link.close()
    link.open()
    reacts = Reacts(link, "ended", "close")
    peer.close()
    until(lambda: link.state is State.IDLE)
    turn_loop(50)
    assert link.state is State.IDLE
    assert heard.opened == 1
    del reacts


def test_closing_while_the_rest_of_an_ended_connection_is_received_ends_it_once(
    link_to: MakeLink, server: Server
) -> None:
    link, heard = link_to(server)
    link.open()
    until(lambda: link.state is State.OPEN)
    peer = server.accept()
    reacts = Reacts(link, "bytesReceived", "close")
    peer.sendall(bytes(1000))
    reset(peer)
    link.send(b"output off\n")  # fails first, so that what waits is read behind the end
    until(lambda: link.state is State.IDLE)
    turn_loop(50)
    assert len(heard.ends) == len(heard.reasons) == 1
    assert heard.states.count(State.IDLE) == 1
    del reacts


@pytest.mark.parametrize("signal", ["ended", "disconnected"])
def test_opening_inside_the_signal_of_a_loss_tries_again_at_once(
    link_to: MakeLink, server: Server, signal: str
) -> None:
    link, heard = link_to(server, retry=3600 * 10**9)
    reacts = Reacts(link, signal, "open")
    link.open()
    server.accept().close()
    until(lambda: heard.opened == 2)
    assert link.state is State.OPEN
    assert heard.states[-1] is State.OPEN
    del reacts


def test_sending_is_refused_unless_the_link_is_open(link_to: MakeLink, server: Server) -> None:
    link, _ = link_to(server)
    with pytest.raises(SendRefusedError, match="3 bytes refused: the link is not open"):
        link.send(b"abc")
    link.open()
    with pytest.raises(SendRefusedError, match="not open"):
        link.send(b"abc")
