"""How far the bytes of one connection have come, on a fake socket and a fake kernel."""

from __future__ import annotations

from typing import Any

from app.link.attempt import Connected
from app.link.contract import ReceiveBuffer
from app.link.outgoing import Outgoing


class Wire:
    """As much of a QTcpSocket and of a witness as is asked here.

    Attributes:
        in_qt, acked: what the two say of themselves; looks: how often the witness was asked.
    """

    def __init__(self) -> None:
        self.sent = b""
        self.in_qt = 0
        self.acked = 0
        self.looks = 0

    def write(self, data: bytes) -> None:
        self.sent += data
        self.in_qt += len(data)

    def bytesToWrite(self) -> int:
        return self.in_qt

    def acknowledged(self) -> int:
        self.looks += 1
        return self.acked


def _outgoing(*, with_witness: bool = True) -> tuple[Outgoing, Wire]:
    wire: Any = Wire()
    buffer = ReceiveBuffer(None, None, None, None, "")
    return Outgoing(Connected(wire, wire if with_witness else None, buffer, 0)), wire


def test_what_qt_no_longer_holds_the_kernel_has_taken() -> None:
    outgoing, wire = _outgoing()
    outgoing.write(b"hello")
    assert (outgoing.count(), outgoing.taken, outgoing.written) == (0, 0, 5)
    wire.in_qt = 2
    outgoing.write(b"x")
    assert (outgoing.count(), outgoing.taken, outgoing.written) == (3, 3, 6)
    assert outgoing.count() == 0
    assert wire.sent == b"hellox"


def test_an_acknowledgement_is_noticed_once() -> None:
    outgoing, wire = _outgoing()
    assert outgoing.acknowledged == 0
    outgoing.write(b"hello")
    wire.in_qt = 0
    outgoing.count()
    assert not outgoing.look()
    wire.acked = 3
    assert outgoing.look()
    assert outgoing.acknowledged == 3
    assert not outgoing.look()


def test_nothing_is_outstanding_before_the_first_byte_and_after_the_last_acknowledgement() -> None:
    outgoing, wire = _outgoing()
    assert not outgoing.is_outstanding()
    outgoing.write(b"hello")
    wire.in_qt = 0
    outgoing.count()
    wire.acked = 4
    outgoing.look()
    assert outgoing.is_outstanding()
    wire.acked = 5
    outgoing.look()
    assert not outgoing.is_outstanding()


def test_no_more_is_acknowledged_than_is_known_to_have_been_taken() -> None:
    outgoing, wire = _outgoing()
    outgoing.write(b"hello")
    wire.in_qt, wire.acked = 0, 5
    assert not outgoing.look()
    outgoing.count()
    assert outgoing.look()
    assert outgoing.acknowledged == 5


def test_without_a_witness_acknowledgements_are_not_to_be_had_and_nothing_is_outstanding_once_taken() -> None:
    outgoing, wire = _outgoing(with_witness=False)
    outgoing.write(b"hello")
    assert outgoing.is_outstanding()
    wire.in_qt, wire.acked = 0, 5
    outgoing.count()
    assert not outgoing.is_outstanding()
    assert not outgoing.look()
    assert (outgoing.acknowledged, wire.looks) == (None, 0)
