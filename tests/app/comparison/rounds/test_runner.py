"""A comparison measures in turn, says what broke, and gives each link back the mode that it had."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import SIGNAL, QTimer
from pytestqt.qtbot import QtBot

from app.comparison.rounds import runner
from app.comparison.rounds.record import CompareOptions
from app.comparison.rounds.runner import ComparisonRun
from app.comparison.schema import Block, Comparison
from app.comparison.stalls.control import StallControl
from app.comparison.stalls.options import StallOptions
from tests.app.comparison.bench import Bench, MakeBench

MS = 1_000_000
ABBAS = ["gui", "thread", "thread", "gui"] * 2
LONG_MS = 20_000


class Comparing:
    """A run with what it said."""

    def __init__(self, qtbot: QtBot, bench: Bench, *, stall: StallControl | None = None, **options: object) -> None:
        words = {"for_ns": 24 * MS, "rounds": 1, "warm_up_ns": MS, "settle_ns": MS, "open_ns": 30 * MS, **options}
        self._qtbot = qtbot
        self.run = ComparisonRun(bench.rig, CompareOptions(**words), bench, stall=stall)
        self.blocks: list[Block] = []
        self.said: list[tuple[str, float]] = []
        self.results: list[Comparison] = []
        self.reasons: list[str] = []
        self.run.progress.connect(lambda text, done: self.said.append((text, done)))
        self.run.blockDone.connect(self.blocks.append)
        self.run.finished.connect(self.results.append)
        self.run.failed.connect(self.reasons.append)

    def to_the_end(self) -> Comparison:
        self.run.start()
        self._qtbot.waitUntil(lambda: not self.run.is_running, timeout=LONG_MS)
        assert self.reasons == []
        (result,) = self.results
        return result

    def to_its_failure(self) -> str:
        self.run.start()
        self._qtbot.waitUntil(lambda: not self.run.is_running, timeout=LONG_MS)
        assert self.results == []
        (reason,) = self.reasons
        return reason

    def until_block(self, count: int, act: Callable[[], object]) -> None:
        """Do something as soon as so many blocks are done."""
        self.run.blockDone.connect(lambda _block: act() if len(self.blocks) == count else None)

    def in_block(self, number: int, act: Callable[[], object]) -> None:
        """Do something while the block of this number is measured."""
        look = QTimer(self.run, interval=1)

        def if_it_is_measured() -> None:
            if len(self.blocks) == number - 1 and self.run._meter.is_measuring:
                look.stop()
                act()

        look.timeout.connect(if_it_is_measured)
        look.start()


@pytest.fixture
def bench(make_bench: MakeBench) -> Bench:
    bench = make_bench("imu", "scope")
    bench.accept()
    bench.keep_sending()
    return bench


# -- the order


def test_a_round_is_two_abbas_of_sound_blocks(qtbot: QtBot, bench: Bench) -> None:
    comparing = Comparing(qtbot, bench)
    found = comparing.to_the_end()
    assert [block.mode for block in found.blocks] == ABBAS
    assert [block.pair for block in found.blocks] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert {block.broken for block in found.blocks} == {""}
    assert comparing.blocks == list(found.blocks)


def test_the_links_read_as_their_block_says_and_go_back_at_the_end(qtbot: QtBot, bench: Bench) -> None:
    bench.links["scope"].set_transport("thread")
    comparing = Comparing(qtbot, bench)
    seen: list[set[str]] = []
    comparing.run.blockDone.connect(lambda _: seen.append({link.wished_transport for link in bench.links.values()}))
    comparing.to_the_end()
    assert seen == [{mode} for mode in ABBAS]
    assert {name: link.wished_transport for name, link in bench.links.items()} == {"imu": "gui", "scope": "thread"}


def test_the_report_holds_what_was_asked_and_measured(qtbot: QtBot, bench: Bench) -> None:
    found = Comparing(qtbot, bench, rounds=2, environment={"display": "off screen"}).to_the_end()
    assert (found.session, found.rounds, found.for_s) == ("Bench", 2, 0.024)
    assert found.environment["display"] == "off screen"
    assert set(found.modes) == {"gui", "thread"}
    assert found.modes["gui"].links["imu"].measures["readable_received"].count > 0
    assert found.modes["thread"].links["scope"].bytes_per_s > 0
    assert [sorted(ledgers) for ledgers in found.ledgers] == [["imu", "scope"]] * 2
    assert {pair.link for pair in found.pairs} == {"imu", "scope"}
    assert found.links["imu"]["opened"]


def test_a_block_is_prepared_before_it_settles(qtbot: QtBot, bench: Bench) -> None:
    """What the preparations delay in the window's thread must not be counted against the mode that reads there."""
    comparing = Comparing(qtbot, bench, settle_ns=3_600_000 * MS)
    listeners = bench.rig.receivers(SIGNAL("stamped(QString,PyObject)"))
    comparing.run.start()
    qtbot.waitUntil(lambda: bench.rig.receivers(SIGNAL("stamped(QString,PyObject)")) > listeners, timeout=LONG_MS)
    assert not comparing.run._meter.is_measuring
    comparing.run.cancel()
    assert bench.rig.receivers(SIGNAL("stamped(QString,PyObject)")) == listeners


def test_one_round_is_too_few_to_tell(qtbot: QtBot, bench: Bench) -> None:
    assert Comparing(qtbot, bench).to_the_end().verdict_kind == "too few"


def test_only_the_chosen_links_are_compared_and_the_others_left_alone(qtbot: QtBot, bench: Bench) -> None:
    found = Comparing(qtbot, bench, names=("scope",)).to_the_end()
    assert set(found.links) == set(found.modes["gui"].links) == {"scope"}
    assert bench.links["imu"].asked == []


def test_a_link_that_the_session_does_not_have_is_refused(qtbot: QtBot, bench: Bench) -> None:
    with pytest.raises(ValueError, match="no link gps in the session"):
        Comparing(qtbot, bench, names=("imu", "gps")).run.start()


def test_the_progress_says_round_block_and_mode_and_grows_to_one(qtbot: QtBot, bench: Bench) -> None:
    comparing = Comparing(qtbot, bench)
    comparing.to_the_end()
    texts = [text for text, _ in comparing.said]
    assert "Round 1 of 1, block 2 of 8: SocketThreads read" in texts
    shares = [share for _, share in comparing.said]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_refresh_rate_is_kept_at_what_the_warm_up_left_and_let_go_at_the_end(qtbot: QtBot, bench: Bench) -> None:
    clock = bench.rig.clock
    clock.pin(30.0)  # as if it had given way
    comparing = Comparing(qtbot, bench)
    seen: list[float] = []
    comparing.run.blockDone.connect(lambda _: seen.append(clock.rate_hz))
    found = comparing.to_the_end()
    assert seen == [30.0] * 8
    assert clock.rate_hz == 60.0
    assert found.environment["refresh_hz"] == 30.0
    assert found.fixed[-1] == (
        "The window's refreshes: at most 30 a second, less than the session's 60 Hz since this load is too much for it."
    )


# -- opening


def test_a_link_that_never_opens_is_left_out_and_said(qtbot: QtBot, make_bench: MakeBench) -> None:
    bench = make_bench("imu", "gps")
    bench.accept("imu")
    bench.links["gps"].refuse("refused")
    bench.keep_sending()
    found = Comparing(qtbot, bench).to_the_end()
    assert not found.links["gps"]["opened"]
    assert found.links["gps"]["reason"] == "refused"
    assert "gps never opened (refused)" in found.not_fixed
    assert {block.broken for block in found.blocks} == {""}


def test_links_that_open_late_are_waited_for(qtbot: QtBot, make_bench: MakeBench) -> None:
    bench = make_bench("imu")
    bench.keep_sending()
    comparing = Comparing(qtbot, bench, open_ns=LONG_MS * MS)
    comparing.run.progress.connect(lambda text, _: bench.accept() if text == "Waiting for the links" else None)
    assert comparing.to_the_end().links["imu"]["opened"]


def test_without_an_open_link_it_refuses_with_the_reason(qtbot: QtBot, make_bench: MakeBench) -> None:
    bench = make_bench("imu")
    bench.links["imu"].refuse("refused")
    assert Comparing(qtbot, bench).to_its_failure() == "no link opened within 0.03 s: imu: refused"
    assert bench.links["imu"].wished_transport == "gui"


# -- blocks that cannot count


def test_a_block_in_which_a_link_closed_is_broken_and_the_link_left_out_from_there(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "HAND_OVER_NS", 20 * MS)
    comparing = Comparing(qtbot, bench)
    comparing.in_block(3, lambda: bench.links["scope"].lose("reset"))
    found = comparing.to_the_end()
    assert "scope was not open" in found.blocks[2].broken
    assert [block.broken for block in found.blocks[3:]] == [""] * 5
    assert set(found.blocks[4].links) == {"imu"}
    assert "scope (closed in round 1 and did not come back)" in found.not_fixed


def test_a_link_that_came_back_breaks_its_block_alone(qtbot: QtBot, bench: Bench) -> None:
    comparing = Comparing(qtbot, bench)
    comparing.in_block(3, lambda: bench.links["scope"].lose("reset"))
    comparing.run.blockDone.connect(lambda _: bench.accept("scope") if bench.links["scope"].state != "open" else None)
    found = comparing.to_the_end()
    assert [bool(block.broken) for block in found.blocks] == [False, False, True, False, False, False, False, False]
    assert set(found.blocks[-1].links) == {"imu", "scope"}
    assert "the socket of scope (it was not the same to the end)" in found.not_fixed


def test_a_hand_over_that_does_not_come_breaks_the_block_with_its_reason(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "HAND_OVER_NS", 5 * MS)
    comparing = Comparing(qtbot, bench)
    comparing.until_block(1, lambda: setattr(bench.links["imu"], "is_slow", True))
    found = comparing.to_the_end()
    assert found.blocks[1].broken == "not within 0.005 s: SocketThreads read imu"
    assert not found.blocks[1].links
    assert [bool(block.broken) for block in found.blocks] == [mode == "thread" for mode in ABBAS]


def test_a_block_without_bytes_is_broken(qtbot: QtBot, bench: Bench) -> None:
    bench.fall_silent()
    found = Comparing(qtbot, bench).to_the_end()
    assert {block.broken for block in found.blocks} == {"nothing was received"}
    assert found.verdict_kind == "too few"


def test_a_mode_that_somebody_changes_in_a_block_breaks_it(qtbot: QtBot, bench: Bench) -> None:
    comparing = Comparing(qtbot, bench)
    comparing.in_block(2, lambda: bench.links["imu"].set_transport("gui"))
    found = comparing.to_the_end()
    assert found.blocks[1].broken == "imu was handed over"
    assert [block.broken for block in found.blocks[2:]] == [""] * 6


# -- ends


def test_cancelled_it_gives_the_modes_back_and_judges_what_there_is(qtbot: QtBot, bench: Bench) -> None:
    comparing = Comparing(qtbot, bench)
    comparing.until_block(3, comparing.run.cancel)
    found = comparing.to_the_end()
    assert comparing.run.is_cancelled
    assert len(found.blocks) == 3
    assert len(found.ledgers) == 1
    assert {link.wished_transport for link in bench.links.values()} == {"gui"}


def test_cancelled_within_a_block_leaves_that_block_out(qtbot: QtBot, bench: Bench) -> None:
    comparing = Comparing(qtbot, bench, for_ns=LONG_MS * MS)
    comparing.in_block(1, lambda: [comparing.run.cancel(), comparing.run.cancel()])
    comparing.run.start()
    qtbot.waitUntil(lambda: bool(comparing.reasons))
    assert comparing.reasons == ["ended before anything was measured"]
    assert {link.wished_transport for link in bench.links.values()} == {"gui"}
    assert comparing.run.comparison().verdict_kind == "too few"


def test_it_ends_with_its_rig(qtbot: QtBot, bench: Bench) -> None:
    comparing = Comparing(qtbot, bench)
    comparing.until_block(2, bench.rig.stop)
    assert len(comparing.to_the_end().blocks) == 2


def test_it_ends_when_the_last_link_is_gone(qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "HAND_OVER_NS", 5 * MS)
    comparing = Comparing(qtbot, bench)
    comparing.until_block(2, lambda: [link.lose("reset") for link in bench.links.values()])
    assert len(comparing.to_the_end().blocks) == 2


# -- stalls


def test_with_a_stall_it_is_in_the_report_and_blocks_hold_whole_periods(qtbot: QtBot, bench: Bench) -> None:
    stall = StallControl(StallOptions(1 * MS, 4 * MS), bench)
    stall.begin()
    found = Comparing(qtbot, bench, stall=stall).to_the_end()
    stall.end()
    assert found.stall is not None
    assert (found.stall.kind, found.stall.busy_ms, found.stall.period_ms) == ("sleep", 1.0, 4.0)
    assert found.stall.count > 0
    assert found.environment["block_s"] == 0.008


def test_that_the_stall_was_changed_meanwhile_is_said(qtbot: QtBot, bench: Bench) -> None:
    stall = StallControl(None, bench)
    comparing = Comparing(qtbot, bench, stall=stall)
    comparing.until_block(1, lambda: stall.set_options(StallOptions(1 * MS, 50 * MS)))
    assert "the stall of the window (it was changed meanwhile)" in comparing.to_the_end().not_fixed
