"""Which thread reads the chosen link, and what it takes of a processor."""

import threading
import time
from dataclasses import replace

import pytest

from app.link.contract import ReaderThread, State
from tests.ui.desk import session_of
from ui.inspector.reading_thread import NOT_AVAILABLE, NOT_YET, ReadingThread

NOBODY = 4_194_304  # past the largest number that Linux gives to a thread


@pytest.fixture
def status(make_rig):
    """status(**changes): a new check of an open link, with these statistics."""
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()

    def status(**changes):
        rig._second()
        found = rig.status(rig.devices[0])
        return replace(found, statistics=replace(found.statistics, **changes))

    return status


def by_thread(native_id: int) -> dict[str, object]:
    return {"transport": "thread", "wished": "thread", "thread": ReaderThread("imu", native_id)}


def test_the_windows_thread_has_its_share_from_the_second_check_on(status):
    reader = ReadingThread()
    assert reader.text(status()) == f"the window's thread, {NOT_YET}"
    until = time.thread_time() + 0.01
    while time.thread_time() < until:
        pass
    assert reader.text(status()).endswith(" % of a processor")


def test_a_thread_is_called_by_its_name(status):
    reader = ReadingThread()
    own = by_thread(threading.get_native_id())
    assert reader.text(status(**own)) == f"thread “imu”, {NOT_YET}"
    assert reader.text(status(**own)).startswith("thread “imu”, ")


def test_nothing_is_measured_again_between_two_checks(status):
    reader, found = ReadingThread(), status()
    assert reader.text(found) == reader.text(found) == f"the window's thread, {NOT_YET}"


def test_a_thread_that_the_system_does_not_tell_of_has_no_share(status):
    assert ReadingThread().text(status(**by_thread(NOBODY))) == f"thread “imu”, {NOT_AVAILABLE}"


def test_another_thread_is_measured_from_nothing(status):
    reader = ReadingThread()
    reader.text(status(**by_thread(NOBODY)))
    assert reader.text(status()) == f"the window's thread, {NOT_YET}"


def test_a_hand_over_under_way_is_told(status):
    found = status(transport="gui", wished="thread")
    assert ReadingThread().text(found) == "the window's thread, being handed over"


def test_without_a_connection_a_wish_is_told_as_one_for_the_next(status):
    found = status(state=State.WAITING, wished="thread")
    assert ReadingThread().text(found) == "a thread of its own, from its next connection on"
