"""The sentences follow from the figures."""

from __future__ import annotations

import msgspec
import pytest

from app.comparison.back_pressure.experiment import Progress, Step
from app.quantities import ByteSize
from tests.ui.comparison.made_runs import made_result, run_with
from ui.back_pressure import words as words


@pytest.mark.parametrize(
    ("ms", "shown"), [(0.42, "0.4 ms"), (9.96, "10 ms"), (26.4, "26 ms"), (999.7, "1.00 s"), (1854, "1.85 s")]
)
def test_spans_have_the_digits_that_were_measured(ms, shown):
    assert words.shown_span(ms) == shown


def test_the_answer_names_each_buffer_and_what_it_bridged():
    assert words.answer(made_result()) == (
        "In a stall of 100 ms at 1.00 MB/s: with 64 KiB the sender had to wait after 29 ms;"
        " auto-tuned it had to wait after 39 ms; with 4 MiB it did not have to wait at all."
    )


def test_a_stall_that_was_bridged_whole_says_only_how_long_it_was():
    assert words.bridged(run_with(None)) == "over 100 ms"


def test_a_wait_shorter_than_the_kernel_counts_is_not_told_finer():
    run = msgspec.structs.replace(run_with(30_000), bridged_ms=0.7, step_ms=4.0)
    assert words.bridged(run) == "less than 4.0 ms"


def test_what_arrived_is_said_with_its_witness():
    assert "all 299\u202f000 bytes arrived, each in its place, and the kernel's own count agrees" in words.arrival(
        run_with(None)
    )
    assert "kernel" not in words.arrival(run_with(None, agrees=None))


def test_what_did_not_arrive_is_said():
    assert words.arrival(run_with(None, end=1)) == "299\u202f000 bytes were sent, 1 arrived."
    assert "position 17 " in words.arrival(run_with(None, wrong_at=17))


def test_the_story_of_a_closed_window_says_that_nothing_acknowledged_was_dropped():
    waiting, refusal, recovery = words.what_tcp_did(run_with(30_000))
    assert "drops nothing that it has acknowledged" in waiting
    assert "TCP held bytes back for 75 ms; the sending program was refused for 55 ms" in refusal
    assert recovery.startswith("5.0 ms after the window read again")


def test_the_story_of_a_bridged_stall_says_that_the_window_never_closed():
    first, recovery = words.what_tcp_did(run_with(None))
    assert "never closed" in first
    assert "back on its schedule" in recovery


def test_late_acknowledgements_are_not_blamed_on_the_buffer():
    run = msgspec.structs.replace(run_with(30_000), cause="acknowledgements", waited_ms=0.0)
    story = " ".join(words.what_tcp_did(run))
    assert "larger receive buffer does not help" in story
    assert "window held nothing back" in story


def test_a_sender_that_noticed_nothing_and_one_that_did_not_recover_are_told():
    run = msgspec.structs.replace(run_with(30_000), refused_ms=0.0, recovered_ns=None)
    story = " ".join(words.what_tcp_did(run))
    assert "did not notice" in story
    assert "did not get back" in story


def test_limits_say_how_finely_it_was_measured_and_that_it_was_the_loopback():
    assert "every 1.00 ms (median; 2.0 ms at the longest)" in words.limits(run_with(30_000))
    assert "loopback" in words.limits(run_with(30_000))
    unknown = msgspec.structs.replace(run_with(None), sampled_ms=(None, None))
    assert "not available" in words.limits(unknown)


def test_what_was_granted_is_not_available_where_it_is_not():
    run = run_with(None)
    assert words.granted(run) == "128 KiB"
    unknown = msgspec.structs.replace(run, buffer=msgspec.structs.replace(run.buffer, granted=None))
    assert words.granted(unknown) == "not available"


def test_each_step_has_a_word():
    for step in set(Step) - {Step.IDLE}:
        assert words.now(Progress(step, 0, 3, ByteSize(1)), 2_000_000_000)
    assert words.now(Progress(Step.STANDING, 0, 3, None), 2_000_000_000) == "Now standing still for 2.00 s"


def test_beforehand_says_how_often_and_how_long():
    assert words.beforehand(500_000_000, 3) == "The window will stand still three times, for 500 ms each time."


def test_a_devices_name_cannot_act():
    assert words.device_rate("a\u202eb", 1e6) == "as a·b: 1.00 MB/s"
