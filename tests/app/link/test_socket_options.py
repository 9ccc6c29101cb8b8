"""What is asked of a socket before it connects, and what is said of the answer."""

from __future__ import annotations

import array
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.link import socket_options
from app.link.contract import ReceiveBuffer
from app.link.socket_options import NOT_SENT, note_on, prepare, unasked

if sys.platform != "win32":
    import fcntl
    import termios

MIB = 1 << 20
linux = pytest.mark.skipif(sys.platform != "linux", reason="the figures are Linux's")


@pytest.fixture
def sock() -> Iterator[socket.socket]:
    with socket.socket() as made:
        yield made


def test_small_segments_go_out_at_once(sock: socket.socket) -> None:
    prepare(sock, None)
    assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_an_urgent_byte_stays_in_its_place_in_the_stream() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.socket() as ours:
        prepare(ours, None)
        ours.connect(listener.getsockname())
        theirs, _ = listener.accept()
        with theirs:
            theirs.sendall(b"ab")
            theirs.send(b"c", socket.MSG_OOB)
            theirs.sendall(b"d")
            received = b""
            while len(received) < 4:  # a read stops at the mark
                received += ours.recv(4)
            assert received == b"abcd"


@linux
def test_keep_alive_finds_a_dead_peer_within_a_minute(sock: socket.socket) -> None:
    prepare(sock, None)
    assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) != 0
    idle, interval, count = (
        sock.getsockopt(socket.IPPROTO_TCP, option)
        for option in (socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT)
    )
    assert idle + interval * count < 60


@linux
def test_the_kernel_takes_little_for_a_device_that_does_not_read() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.socket() as ours:
        prepare(ours, None)
        ours.connect(listener.getsockname())
        theirs, _ = listener.accept()
        with theirs:
            ours.settimeout(0.2)
            with pytest.raises(TimeoutError):
                ours.sendall(bytes(32 * MIB))
            unsent = array.array("i", [0])
            fcntl.ioctl(ours, termios.TIOCOUTQ, unsent)
            assert 0 < unsent[0] < 4 * NOT_SENT


@linux
def test_a_size_is_asked_for_and_read_back_doubled(sock: socket.socket) -> None:
    told = prepare(sock, 64 << 10)
    assert (told.asked, told.granted, told.effective) == (64 << 10, 128 << 10, 128 << 10)
    assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) == 128 << 10


@linux
def test_a_size_beyond_the_cap_says_which_sysctl_capped_it(sock: socket.socket) -> None:
    cap = int(Path("/proc/sys/net/core/rmem_max").read_text())
    told = prepare(sock, cap + MIB)
    assert told.granted == 2 * cap
    assert "net.core.rmem_max" in told.note
    assert f"sysctl -w net.core.rmem_max={cap + MIB}" in told.note


@linux
def test_auto_leaves_the_buffer_alone_and_says_how_far_it_may_grow(sock: socket.socket) -> None:
    before = sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)
    told = prepare(sock, None)
    assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) == before
    ceiling = int(Path("/proc/sys/net/ipv4/tcp_rmem").read_text().split()[2])
    assert (told.asked, told.granted, told.autotune_ceiling) == (None, None, ceiling)
    assert "auto-tuned by the kernel" in told.note


def test_a_size_that_no_kernel_gives_is_capped_and_not_an_error(sock: socket.socket) -> None:
    told = prepare(sock, 1 << 40)
    assert told.granted is not None
    assert "asked for 1024 GiB" in told.note


def test_a_size_that_the_system_refuses_is_told_and_not_raised(
    sock: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "SO_RCVBUF", 9999)
    told = prepare(sock, 1 << 20)
    assert told.granted is None
    assert told.note.startswith("the kernel refused 1 MiB: ")


def test_where_all_is_plain_nothing_is_noted() -> None:
    assert note_on(asked=MIB, granted=2 * MIB, ceiling=2 * MIB, cap=4 * MIB) == ""
    assert note_on(asked=MIB, granted=2 * MIB, ceiling=None, cap=None) == ""


def test_the_ceiling_given_up_is_noted() -> None:
    note = note_on(asked=MIB, granted=2 * MIB, ceiling=32 * MIB, cap=4 * MIB)
    assert note == "auto-tuning is off, which could have reached 32 MiB"


@linux
def test_a_cap_is_noted_with_what_was_asked_and_given() -> None:
    note = note_on(asked=16 * MIB, granted=8 * MIB, ceiling=6 * MIB, cap=4 * MIB)
    assert note.startswith("asked for 16 MiB, the kernel gave 4 MiB (counted double): net.core.rmem_max is 4 MiB")


def test_a_system_that_tells_nothing_leaves_the_figures_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(socket_options, "_PROC", tmp_path)
    assert unasked(MIB) == ReceiveBuffer(MIB, None, None, None, "")
    assert unasked(None) == ReceiveBuffer(None, None, None, None, "left to the system")
