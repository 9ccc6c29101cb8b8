"""The log of what happens to a device."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.chronicle import Chronicle
from app.decoding.factory import make_decoder
from app.decoding.options import Arrival, Csv
from app.device import Device
from app.framing.factory import make_framer
from app.framing.options import Length
from app.health.events import EventKind
from app.health.judgement import Finding, Level
from app.link.contract import State, TicketState
from app.link.options import TcpOptions
from app.pipeline import Pipeline
from app.session.schema import DeviceOptions
from tests.ui.fake_link import FakeLink

SECOND = 1_000_000_000


class Story:
    """A device on a fake link, and the chronicle of both."""

    def __init__(self, framing: Length) -> None:
        options = DeviceOptions(name="imu", address="tcp://h:1", link=TcpOptions(host="h", port=1), framing=framing)
        decoder = make_decoder(Csv(fields=("a",)), Arrival())
        pipeline = Pipeline(make_framer(framing), decoder, history_ns=SECOND, history_bytes=1 << 20)
        self.link = FakeLink(options.link)
        self.device = Device(options, self.link, pipeline)
        self.now_ns = 100 * SECOND
        self.chronicle = Chronicle(self.device, lambda: self.now_ns, self.device)

    def told(self) -> list[tuple[EventKind, str]]:
        """Oldest first."""
        return [(event.kind, event.text) for event in reversed(self.chronicle.events.newest(99))]

    def last(self) -> tuple[EventKind, str]:
        return self.told()[-1]


@pytest.fixture
def story(qapp: QCoreApplication) -> Iterator[Story]:
    story = Story(Length(size=1))
    yield story
    story.device.deleteLater()


def test_an_opening_is_told_with_its_address_and_an_end_with_its_reason_and_bytes(story: Story) -> None:
    story.link.accept()
    story.link.receive(b"\x011")
    story.link.lose("reset by the device")
    assert story.told() == [
        (EventKind.OPENED, "127.0.0.1:7001"),
        (EventKind.ENDED, "reset by the device; 2 bytes had come"),
    ]


def test_attempts_that_fail_are_told_with_their_reasons_and_the_same_again_is_counted(story: Story) -> None:
    for _ in range(3):
        story.link.refuse("::1 refused, 127.0.0.1 timed out after 5 s")
    (event,) = story.chronicle.events.newest(9)
    assert (event.kind, event.count) == (EventKind.FAILED, 3)
    assert event.text == "::1 refused, 127.0.0.1 timed out after 5 s"


def test_an_end_is_told_once_also_when_the_next_attempt_fails_for_the_same_reason(story: Story) -> None:
    story.link.accept()
    story.link.lose("refused")
    story.link.refuse("refused")
    assert [kind for kind, _ in story.told()] == [EventKind.OPENED, EventKind.ENDED, EventKind.FAILED]


def test_silence_is_told_with_its_limit_and_its_end_with_its_length(story: Story) -> None:
    story.link.accept()
    story.link.more = {"silent_ns": 6 * SECOND, "stale_after_ns": 5 * SECOND}
    story.link.staleChanged.emit(True)
    assert story.last() == (EventKind.STALE, "nothing came for 6.0 s; expected within 5.0 s")
    story.now_ns += 3 * SECOND
    story.link.staleChanged.emit(False)
    assert story.last() == (EventKind.FRESH, "after 9.0 s")


def test_a_silence_that_ends_with_the_connection_is_no_speaking_again(story: Story) -> None:
    story.link.accept()
    story.link.staleChanged.emit(True)
    assert story.last() == (EventKind.STALE, "nothing comes")
    story.link.lose("timed out")
    story.link.staleChanged.emit(False)
    story.link.staleChanged.emit(False)
    assert story.last() == (EventKind.ENDED, "timed out; 0 bytes had come")


def test_a_hand_over_is_told_when_it_is_done_on_an_open_link(story: Story) -> None:
    story.link.set_transport("thread")
    assert story.told() == []
    story.link.accept()
    story.link.transportChanged.emit("gui")  # a wish, the thread reads still
    story.link.set_transport("gui")
    assert story.last() == (EventKind.HANDED_OVER, "the window's thread reads now")
    story.link.set_transport("thread")
    assert story.last() == (EventKind.HANDED_OVER, "a thread of its own reads now")


def test_commands_that_expire_or_are_lost_are_told_by_their_length_alone(story: Story) -> None:
    story.link.accept()
    ticket = story.link.send(b"PASSWORD hunter2\n")
    for state in (TicketState.QUEUED, TicketState.EXPIRED, TicketState.LOST):
        ticket.state = state
        story.link.ticketChanged.emit(ticket)
    assert [text for kind, text in story.told() if kind is EventKind.SENT] == [
        "a command of 17 bytes expired before it was started",
        "a command of 17 bytes was lost with the connection",
    ]
    assert story.chronicle.expired == 1


def test_a_violation_is_told_at_once_with_its_value_and_not_again_by_the_second(story: Story) -> None:
    story = Story(Length(size=1, max_frame=8))  # type: ignore[arg-type]
    story.link.accept()
    story.link.receive(b"\x09123")
    story.device.process()
    assert story.last() == (EventKind.VIOLATION, "length 9 is beyond max_frame 8")
    story.chronicle.note_second((), ())
    assert len(story.told()) == 2


def test_violations_that_are_skipped_are_told_once_a_second_with_their_number() -> None:
    story = Story(Length(size=1, max_frame=8, on_violation="skip"))  # type: ignore[arg-type]
    story.link.accept()
    story.link.receive((b"\x09" + bytes(9)) * 3)
    story.device.process()
    story.chronicle.note_second((), ())
    story.chronicle.note_second((), ())
    assert story.told()[1:] == [(EventKind.VIOLATION, "length 9 is beyond max_frame 8: skipped (and 2 more)")]


def test_findings_are_told_when_they_begin_and_are_over_but_for_those_with_events_of_their_own(story: Story) -> None:
    finding = Finding("behind", Level.FAIR, "this PC is behind", "1 MiB waits", "wait", 0)
    silent = Finding("silent", Level.FAIR, "silent", "nothing", "wait", 0)
    story.chronicle.note_second((finding, silent), ())
    story.chronicle.note_second((), (finding, silent))
    assert story.told() == [
        (EventKind.FINDING, "this PC is behind: 1 MiB waits"),
        (EventKind.CLEARED, "this PC is behind"),
    ]


def test_the_time_of_the_state_is_that_of_its_beginning(story: Story) -> None:
    assert story.chronicle.state_since_ns == 100 * SECOND
    story.now_ns += SECOND
    story.link.enter(State.CONNECTING)
    assert story.chronicle.state_since_ns == 101 * SECOND
