"""What has been forgotten lets go by itself."""

from __future__ import annotations

import gc
import socket

from PySide6.QtCore import QObject

from app.link.forgotten import OwnSocket, is_emptied


def test_a_socket_that_is_forgotten_in_a_cycle_closes_without_a_warning() -> None:
    here, there = socket.socketpair()
    cycle: list[object] = [OwnSocket(fileno=here.detach())]
    cycle.append(cycle)
    del cycle
    gc.collect()
    assert there.recv(1) == b""
    there.close()


def test_a_descriptor_that_was_handed_on_stays_open() -> None:
    here, there = socket.socketpair()
    own = OwnSocket(fileno=here.detach())
    number = own.detach()
    del own
    gc.collect()
    there.sendall(b"a")
    with socket.socket(fileno=number) as again:
        assert again.recv(1) == b"a"
    there.close()


def test_an_object_that_has_its_attributes_is_not_emptied() -> None:
    class Part(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.name = "part"

    part = Part()
    assert not is_emptied(part)
    vars(part).clear()
    assert is_emptied(part)
