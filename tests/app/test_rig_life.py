"""What a rig sees to while it runs, and how it ends, on links that break and come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.decoding.options import Csv
from app.framing.options import FramingOptions, Length, Line
from app.health.events import EventKind
from app.health.ledger import Kernel
from app.link.contract import State
from app.link.options import TcpOptions
from app.pipeline import BATCH_BYTES, Pipeline
from app.quantities import ByteSize
from app.rig import MAX_FAILURES, Rig
from app.session.schema import DeviceOptions, Session
from tests.ui.fake_link import FakeLink, FakeLinks

SECOND = 1_000_000_000


class Scene:
    """A rig whose far ends are the test, and what it said.

    Attributes:
        now_ns: the time, as the rig sees it.
        links: in the order of the devices.
        said: the rig's signals in order: "checked", "stopped", ("failed", device, what).
    """

    def __init__(self, names: str, framing: FramingOptions) -> None:
        self.now_ns = 1000 * SECOND
        links = FakeLinks()
        devices = tuple(
            DeviceOptions(
                name=name,
                address="tcp://127.0.0.1:7001",
                link=TcpOptions(host="127.0.0.1", port=7001),
                framing=framing,
                decoding=Csv(fields=("a", "b")),
            )
            for name in names
        )
        session = Session(devices=devices, history_bytes=ByteSize(64 << 20))
        self.rig = Rig(session, links, now=lambda: self.now_ns)
        self.links = links.made
        self.said: list[object] = []
        self.rig.checked.connect(lambda: self.said.append("checked"))
        self.rig.stopped.connect(lambda: self.said.append("stopped"))
        self.rig.failed.connect(lambda name, what: self.said.append(("failed", name, what)))

    def receive(self, data: bytes, device: int = 0) -> None:
        """Bytes that are decoded at once."""
        self.links[device].receive(data)
        self.refresh()

    def refresh(self) -> None:
        self.rig.clock.refreshed.emit(None)

    def second(self) -> None:
        self.rig.clock.second.emit()


MakeScene = Callable[..., Scene]


@pytest.fixture
def scene(qapp: QCoreApplication) -> Iterator[MakeScene]:
    made: list[Scene] = []

    def make(names: str = "a", framing: FramingOptions = Line(), *, accepted: bool = True) -> Scene:  # noqa: B008
        made.append(Scene(names, framing))
        if accepted:
            made[-1].rig.start()
            for link in made[-1].links:
                link.accept()
            made[-1].refresh()  # which looks at those that have changed their state
        return made[-1]

    yield make
    for each in made:
        each.rig.clock.stop()
        each.rig.deleteLater()


TOO_LONG = b"\x7f\xff\xff\xff"  # a length that cannot be meant


def test_a_stream_that_cannot_be_trusted_is_begun_anew_with_the_reason_and_its_figures_logged(
    scene: MakeScene, caplog: pytest.LogCaptureFixture
) -> None:
    s = scene("ab", Length(size=4))
    s.receive(TOO_LONG)
    assert s.links[0].state is State.WAITING
    assert s.links[0].statistics().reasons == {"a length beyond the framing's bound": 1}
    assert "length 2147483647 is beyond max_frame 1048576" in caplog.text
    assert s.links[1].state is State.OPEN


def test_a_stream_that_the_session_lets_skip_goes_on(scene: MakeScene) -> None:
    s = scene("a", Length(size=4, on_violation="skip"))
    s.receive(TOO_LONG)
    assert s.links[0].state is State.OPEN


def test_a_connection_begun_anew_for_its_damage_is_read_like_any_other(scene: MakeScene) -> None:
    s = scene("a", Length(size=4))
    s.receive(TOO_LONG)
    s.links[0].accept()
    s.receive(b"\0\0\0\x031,2")
    assert s.rig.devices[0].pipeline.tables[""].in_history == 1
    assert s.links[0].state is State.OPEN
    s.second()
    assert s.rig.ledgers_balanced


def test_a_link_that_is_closing_is_not_begun_anew(scene: MakeScene) -> None:
    s = scene("a", Length(size=4))
    s.links[0].closes_slowly = True
    s.links[0].close()
    s.receive(TOO_LONG)
    assert s.links[0].statistics().reasons == {}


def test_what_comes_ends_and_changes_is_shown_at_the_next_refresh(scene: MakeScene, qtbot) -> None:
    s = scene("a")
    with qtbot.waitSignal(s.rig.refreshed):
        pass  # the state that it has come to
    for happens in (lambda: s.links[0].receive(b"1,2\n"), lambda: s.links[0].lose("closed by the device")):
        with qtbot.waitSignal(s.rig.refreshed) as told:
            happens()
        assert told.args[0].marks >= 1
    assert s.rig.devices[0].pipeline.tables[""].in_history == 1


def test_once_a_second_every_device_is_looked_at_and_told_of(scene: MakeScene) -> None:
    s = scene("ab")
    before = [s.rig.status(device) for device in s.rig.devices]
    s.receive(b"1,2\n", device=1)
    assert [s.rig.status(device) for device in s.rig.devices] == before
    s.second()
    assert [s.rig.status(device).ledger.samples.decoded for device in s.rig.devices] == [0, 1]
    assert s.said == ["checked"]


def test_rates_are_measured_over_the_seconds(scene: MakeScene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.computer.slept_ns", lambda: 0)
    s = scene("a")
    assert s.rig.status(s.rig.devices[0]).bytes_per_s is None
    for _ in range(5):
        s.now_ns += SECOND
        s.receive(b"1,2\n" * 25)
        s.second()
    status = s.rig.status(s.rig.devices[0])
    assert (status.bytes_per_s, status.frames_per_s, status.row_rates) == (100.0, 25.0, {"": 25.0})


def test_the_lines_that_need_no_kernel_are_judged_at_every_refresh(scene: MakeScene) -> None:
    s = scene("ab")
    s.rig.devices[1].pipeline.framer.counts.framed -= 1
    s.receive(b"1,2\n", device=1)
    (said,) = s.said
    assert said[:2] == ("failed", "b")
    assert said[2].startswith("bytes: received 4 is not framed 2 ")
    assert not s.rig.ledgers_balanced


def test_the_kernel_and_the_reading_are_judged_once_a_second(scene: MakeScene) -> None:
    s = scene("a")
    s.links[0].extra_read = 1
    s.links[0].kernel = Kernel(9, 4, 9)
    s.receive(b"1,2\n")
    assert s.said == []
    s.second()
    assert [said[2].partition(":")[0] for said in s.said[:-1]] == ["thread", "kernel"]


def test_a_line_that_fails_again_with_other_figures_is_said_once(scene: MakeScene) -> None:
    s = scene("ab")
    for missing in (1, 2, 3):
        s.links[0].extra_read = missing
        s.second()
    s.links[1].extra_read = 1
    s.second()
    assert s.rig.failures == {
        "a": ["thread: read 1 is not received 0 + in flight 0"],
        "b": ["thread: read 1 is not received 0 + in flight 0"],
    }
    assert [said for said in s.said if said != "checked"] == [
        ("failed", name, found[0]) for name, found in s.rig.failures.items()
    ]


def test_what_failed_stays_said_when_the_figures_meet_again(scene: MakeScene) -> None:
    s = scene("a")
    s.links[0].extra_read = 1
    s.second()
    s.links[0].extra_read = 0
    s.second()
    assert s.rig.status(s.rig.devices[0]).ledger.balanced
    assert not s.rig.ledgers_balanced


def test_failures_are_bounded(scene: MakeScene) -> None:
    s = scene("a")
    s.rig._report_failures(s.rig.devices[0], tuple(f"chunk {number}" for number in range(MAX_FAILURES + 9)))
    assert len(s.rig.failures["a"]) == len(s.said) == MAX_FAILURES


def test_a_suspend_of_this_computer_is_a_gap_of_every_device(scene: MakeScene, monkeypatch: pytest.MonkeyPatch) -> None:
    slept = 0
    monkeypatch.setattr("app.computer.slept_ns", lambda: slept)
    s = scene("ab")
    for drift, gaps in ((SECOND // 10, 0), (60 * SECOND, 2), (60 * SECOND, 2)):
        s.receive(b"1,2\n", 0)
        s.receive(b"1,2\n", 1)
        slept = drift
        s.second()
        found = [gap.cause for device in s.rig.devices for gap in device.pipeline.tables[""].gaps(0, 1 << 62)]
        assert found == ["this computer was suspended"] * gaps


def test_each_device_begins_with_an_equal_share_of_the_history(
    monkeypatch: pytest.MonkeyPatch, scene: MakeScene
) -> None:
    given: list[int] = []
    monkeypatch.setattr("app.fleet.Pipeline", _noting(given))
    scene("abcd", accepted=False)
    assert given == [16 << 20] * 4


def _noting(given: list[int]) -> Callable[..., object]:
    def make(*parts: object, history_bytes: int, **words: int) -> Pipeline:
        given.append(history_bytes)
        return Pipeline(*parts, history_bytes=history_bytes, **words)  # type: ignore[arg-type]

    return make


# -- the end


def into(link: FakeLink, state: State) -> None:
    """Bring a link that is connecting into a state."""
    if state in (State.OPEN, State.CLOSING):
        link.accept()
    if state is not State.OPEN:
        link.enter(state)


@pytest.mark.parametrize("state", list(State))
def test_a_rig_stops_whatever_state_a_link_is_in(scene: MakeScene, state: State) -> None:
    s = scene("ab", accepted=False)
    s.rig.start()
    s.links[0].accept()
    into(s.links[1], state)
    s.rig.stop()
    assert s.said == ["stopped"]
    assert s.rig.is_stopped
    assert [s.rig.last_look(device).statistics.state for device in s.rig.devices] == [State.OPEN, state]


def test_a_rig_waits_for_the_slowest_link(scene: MakeScene) -> None:
    s = scene("ab")
    s.links[1].closes_slowly = True
    s.rig.stop()
    assert (s.rig.is_stopped, s.said) == (False, [])
    s.links[1].receive(b"1,2\n")
    s.links[1].finish_closing()
    assert (s.rig.is_stopped, s.said) == (True, ["stopped"])
    assert s.rig.status(s.rig.devices[1]).ledger.samples.in_history == 1


def test_a_link_that_fails_while_it_closes_is_closed_enough(scene: MakeScene) -> None:
    s = scene("a")
    s.links[0].closes_slowly = True
    s.rig.stop()
    s.links[0].enter(State.FAILED)
    assert (s.rig.is_stopped, s.said) == (True, ["stopped"])


def test_stopping_again_changes_nothing(scene: MakeScene) -> None:
    s = scene("a")
    s.rig.stop()
    at, seconds = s.rig.at_stop, s.rig.seconds
    s.rig.stop()
    assert (s.rig.at_stop is at, s.rig.seconds, s.said) == (True, seconds, ["stopped"])


def test_what_is_wrong_at_the_very_end_is_still_found(scene: MakeScene) -> None:
    s = scene("a")
    s.links[0].closes_slowly = True
    s.rig.stop()
    s.links[0].extra_read = 1
    s.links[0].finish_closing()
    assert list(s.rig.failures) == ["a"]


def test_a_rig_that_was_not_started_has_run_for_no_time(scene: MakeScene) -> None:
    s = scene("a", accepted=False)
    assert (s.rig.seconds, s.rig.is_stopped) == (0.0, False)
    s.rig.start()
    assert s.rig.seconds >= 0.0
    assert s.links[0].state is State.CONNECTING


# -- health


def test_health_and_events_of_each_device_are_its_own(scene: MakeScene) -> None:
    s = scene("ab")
    s.links[1].lose("reset by the device")
    s.second()
    assert [[finding.key for finding in s.rig.health(device).findings] for device in s.rig.devices] == [
        [], ["connection"],
    ]  # fmt: skip
    kinds = [[event.kind for event in s.rig.events(device).newest(9)] for device in s.rig.devices]
    assert kinds == [[EventKind.OPENED], [EventKind.ENDED, EventKind.OPENED]]


def test_a_failure_of_the_ledger_is_an_event_and_a_finding(scene: MakeScene) -> None:
    s = scene("a")
    s.links[0].extra_read = 1
    s.second()
    s.second()
    assert [finding.key for finding in s.rig.health(s.rig.devices[0]).findings] == ["ledger"]
    assert [event.kind for event in s.rig.events(s.rig.devices[0]).newest(9)] == [EventKind.LEDGER, EventKind.OPENED]


def test_a_violation_ends_the_connection_at_the_moment_when_it_is_cut(scene: MakeScene) -> None:
    s = scene("a", Length(size=4))
    s.links[0].receive(b"\xff" * BATCH_BYTES)  # no refresh
    assert s.links[0].state is State.WAITING
    s.second()
    kinds = [event.kind for event in s.rig.events(s.rig.devices[0]).newest(9)]
    assert kinds[-3:] == [EventKind.ENDED, EventKind.VIOLATION, EventKind.OPENED]
    assert [finding.key for finding in s.rig.health(s.rig.devices[0]).findings] == [
        "violation", "connection", "unnoticed",
    ]  # fmt: skip


def test_a_violation_of_a_link_that_is_closing_is_not_answered_with_a_new_connection(scene: MakeScene) -> None:
    s = scene("a", Length(size=4))
    s.links[0].closes_slowly = True
    s.rig.stop()
    s.links[0].receive(b"\xff" * BATCH_BYTES)
    assert s.links[0].state is State.CLOSING
    s.links[0].finish_closing()


def test_the_chunks_of_a_second_are_what_its_check_is_made_of(scene: MakeScene) -> None:
    s = scene("a")
    s.receive(b"1,2\n")
    s.second()
    (age,) = [gauge for gauge in s.rig.health(s.rig.devices[0]).gauges if gauge.name == "age"]
    assert age.value is not None


def test_what_was_true_of_its_absence_goes_with_the_first_refresh_of_a_connection(scene: MakeScene) -> None:
    s = scene("ab", accepted=False)
    s.rig.start()
    s.links[0].more["failed_in_row"] = 7
    for link in s.links:
        link.refuse("refused")
    s.second()
    keys = [{finding.key for finding in s.rig.health(device).findings} for device in s.rig.devices]
    assert keys == [{"connection"}, {"connection"}]
    s.links[0].accept()
    s.refresh()
    keys = [{finding.key for finding in s.rig.health(device).findings} for device in s.rig.devices]
    assert keys == [set(), {"connection"}]
    assert s.rig.status(s.rig.devices[0]).statistics.state == "open"


def test_a_device_that_speaks_again_is_no_longer_called_silent(scene: MakeScene) -> None:
    s = scene("a")
    s.links[0].more["is_stale"] = True
    s.second()
    assert {finding.key for finding in s.rig.health(s.rig.devices[0]).findings} == {"silent"}
    s.links[0].more["is_stale"] = False
    s.links[0].staleChanged.emit(False)
    s.refresh()
    assert s.rig.health(s.rig.devices[0]).findings == ()


def test_a_rig_that_was_stopped_keeps_its_last_look(scene: MakeScene) -> None:
    s = scene("a")
    s.links[0].closes_slowly = True
    s.rig.stop()
    s.refresh()
    assert s.rig.last_look(s.rig.devices[0]).statistics.state == "open"
    s.links[0].finish_closing()
