"""Looking up names in threads that nobody waits for."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from app.link import resolver
from app.link.resolver import MAX_UNANSWERED, Answer, LookUp, Names, system_resolver
from tests.app.link.peers import until

pytestmark = pytest.mark.usefixtures("qapp")  # the garbage is kept by a timer while a look-up runs


class Silent:
    """A name server that says nothing until released."""

    def __init__(self) -> None:
        self.asked = 0
        self._released = threading.Event()

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked += 1
        self._released.wait()
        return ["192.0.2.1"]

    def release(self) -> None:
        self._released.set()


@pytest.fixture
def silent() -> Iterator[Silent]:
    server = Silent()
    yield server
    server.release()


def _answer(ask: Callable[[str, int], list[str]]) -> Answer | None:
    look_up = LookUp(ask, "imu.local", 7001)
    look_up._thread.join()
    return look_up.answer


def _raises(error: Exception) -> Callable[[str, int], list[str]]:
    def ask(host: str, port: int) -> list[str]:
        raise error

    return ask


def test_the_addresses_of_a_name_are_answered_in_their_order() -> None:
    assert _answer(lambda host, port: ["::1", "127.0.0.1"]) == Answer(("::1", "127.0.0.1"))


def test_a_look_up_under_way_has_no_answer(silent: Silent) -> None:
    look_up = LookUp(silent, "imu.local", 7001)
    assert look_up.answer is None
    assert look_up.is_running


def test_a_look_up_does_not_hold_up_the_end_of_the_process(silent: Silent) -> None:
    assert LookUp(silent, "imu.local", 7001)._thread.daemon


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "name unknown: imu.local"),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), "name server does not answer for imu.local"),
        (OSError(24, "Too many open files"), "name look-up of imu.local failed: Too many open files"),
        (UnicodeError("label too long"), "name unknown: imu.local is not a host name"),
    ],
)
def test_a_failed_look_up_is_told_in_words(error: Exception, reason: str) -> None:
    assert _answer(_raises(error)) == Answer((), reason)


def test_a_name_without_addresses_is_unknown() -> None:
    assert _answer(lambda host, port: []) == Answer((), "name unknown: imu.local")


def test_a_silent_server_gathers_a_bounded_number_of_threads(silent: Silent) -> None:
    names = Names(silent)
    asked = [names.ask("imu.local", 7001) for _ in range(MAX_UNANSWERED + 3)]
    assert [look_up is None for look_up in asked] == [False] * MAX_UNANSWERED + [True] * 3
    silent.release()
    for look_up in asked:
        if look_up is not None:
            look_up._thread.join()
    again = names.ask("imu.local", 7001)
    assert again is not None
    again._thread.join()


def test_without_a_thread_to_spare_the_look_up_fails_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_thread(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", no_thread)
    look_up = LookUp(lambda host, port: ["127.0.0.1"], "imu.local", 7001)
    reason = "name look-up of imu.local failed: this computer has no thread to spare"
    assert look_up.answer == Answer((), reason)
    assert not look_up.is_running


def test_a_look_up_destroys_nothing_of_the_gui_threads(silent: Silent) -> None:
    look_up = LookUp(silent, "imu.local", 7001)
    assert not gc.isenabled()
    silent.release()
    look_up._thread.join()
    until(gc.isenabled, "the collector to be Python's again")


def test_the_system_knows_localhost() -> None:
    assert "127.0.0.1" in system_resolver("localhost", 7001)


def test_link_local_addresses_keep_their_zone_and_none_comes_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fe80::1", 7001, 0, 2)),
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 7001, 0, 0)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 7001)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 7001)),
    ]
    monkeypatch.setattr(resolver.socket, "getaddrinfo", lambda *_, **__: found)
    assert system_resolver("imu.local", 7001) == ["fe80::1%2", "::1", "127.0.0.1"]
