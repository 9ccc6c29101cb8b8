"""When a link tries again: longer and longer, by chance, and anew only behind a connection that lasted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.link.reconnect import LASTED_NS, Reconnect

S = 1_000_000_000
LEAST, MOST = S // 2, 30 * S


def unlucky() -> float:
    """Each pause is as long as it may be."""
    return 0.0


def pauses_of(plan: Reconnect, count: int) -> list[int]:
    """Of attempts that fail at once, one after the other."""
    now, pauses = 0, []
    for _ in range(count):
        plan.failed(now)
        assert plan.next_try_ns is not None
        pauses.append(plan.next_try_ns - now)
        now = plan.next_try_ns
        plan.started()
    return pauses


def test_a_new_link_plans_nothing_and_has_failed_never() -> None:
    plan = Reconnect(LEAST, MOST, unlucky)
    assert plan.next_try_ns is None
    assert plan.failed_in_row(0) == 0


def test_the_longest_pause_doubles_from_the_least_to_the_most() -> None:
    seconds = [pause / S for pause in pauses_of(Reconnect(LEAST, MOST, unlucky), 9)]
    assert seconds == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


def test_where_the_most_is_less_than_the_first_pause_it_does_not_grow() -> None:
    assert pauses_of(Reconnect(60 * S, MOST, unlucky), 3) == [60 * S] * 3


def test_two_links_that_lost_one_device_do_not_come_back_in_step() -> None:
    dice = iter([0.0, 0.75, 0.5, 0.25])
    plan = Reconnect(S, S, lambda: next(dice))
    assert pauses_of(plan, 4) == [S, S // 4, S // 2, S * 3 // 4]


def test_an_attempt_that_has_begun_is_no_longer_planned() -> None:
    plan = Reconnect(LEAST, MOST, unlucky)
    plan.failed(0)
    plan.started()
    assert plan.next_try_ns is None


def test_a_device_that_accepts_and_closes_is_left_alone_longer_and_longer() -> None:
    plan, now = Reconnect(LEAST, MOST, unlucky), 0
    pauses = []
    for failed in range(1, 5):
        plan.opened(now)
        assert plan.next_try_ns is None
        now += LASTED_NS - 1
        plan.failed(now)
        assert plan.failed_in_row(now) == failed
        pauses.append((plan.next_try_ns or 0) - now)
        now += pauses[-1]
    assert pauses == [LEAST, 2 * LEAST, 4 * LEAST, 8 * LEAST]


def test_behind_a_connection_that_lasted_the_back_off_begins_anew() -> None:
    plan = Reconnect(LEAST, MOST, unlucky)
    pauses_of(plan, 5)
    plan.opened(0)
    assert plan.failed_in_row(LASTED_NS - 1) == 5
    assert plan.failed_in_row(LASTED_NS) == 0
    plan.failed(LASTED_NS)
    assert plan.next_try_ns == LASTED_NS + LEAST
    assert plan.failed_in_row(10 * LASTED_NS) == 0  # it lasted; what fails from now on counts


def test_a_link_that_was_stopped_begins_anew() -> None:
    plan = Reconnect(LEAST, MOST, unlucky)
    pauses_of(plan, 5)
    plan.failed(0)
    plan.begin_anew()
    assert plan.next_try_ns is None
    assert plan.failed_in_row(0) == 0
    assert pauses_of(plan, 2) == [LEAST, 2 * LEAST]


@given(
    st.integers(1, 24 * 3600 * S),
    st.integers(1, 24 * 3600 * S),
    st.lists(
        st.tuples(
            st.sampled_from(["fail", "fail", "short", "long", "stop", "other", "same"]),
            st.just(0.0) | st.floats(0, 1, exclude_max=True),
        ),
        min_size=10,
        max_size=40,
    ),
    st.tuples(st.integers(1, 24 * 3600 * S), st.integers(1, 24 * 3600 * S)),
)
def test_in_any_order_of_events_a_pause_stays_within_its_bounds(
    least: int, most: int, events: list[tuple[str, float]], others: tuple[int, int]
) -> None:
    die = [0.0]
    plan = Reconnect(least, most, lambda: die[0])
    now, pauses, failed = 0, 0, 0
    for event, die[0] in events:
        if event == "stop":
            plan.begin_anew()
            pauses = failed = 0
            continue
        if event in ("other", "same"):
            planned = plan.next_try_ns
            before = least, max(least, most)
            least, most = others if event == "other" else (least, most)
            plan.set_pauses(least, most)
            assert plan.next_try_ns == planned
            if (least, max(least, most)) != before:
                pauses = 0
            continue
        if event in ("short", "long"):
            plan.opened(now)
            now += LASTED_NS if event == "long" else LASTED_NS - 1
        pauses, failed = (0, 0) if event == "long" else (pauses, failed + 1)
        plan.failed(now)
        ceiling = min(least * 2**pauses, max(least, most))
        pauses += 1
        assert plan.next_try_ns is not None
        assert 1 <= plan.next_try_ns - now <= ceiling
        assert die[0] or plan.next_try_ns - now == ceiling
        assert plan.failed_in_row(now) == failed
        now = plan.next_try_ns
        plan.started()


def test_a_device_that_accepts_and_says_nothing_is_left_alone_longer_and_longer() -> None:
    plan, now = Reconnect(LEAST, MOST, unlucky), 0
    pauses = []
    for failed in range(1, 4):
        plan.opened(now)
        now += LASTED_NS
        plan.failed(now, in_vain=True)
        assert plan.failed_in_row(now) == failed
        pauses.append((plan.next_try_ns or 0) - now)
        now += pauses[-1]
    assert pauses == [LEAST, 2 * LEAST, 4 * LEAST]


def test_other_pauses_hold_from_the_next_one_on_and_equal_ones_leave_the_back_off_alone() -> None:
    plan = Reconnect(100, 1000, lambda: 0.0)
    for ceiling in (100, 200):
        plan.failed(0)
        assert plan.next_try_ns == ceiling
    plan.set_pauses(100, 1000)
    assert plan.next_try_ns == 200
    plan.failed(0)
    assert plan.next_try_ns == 400
    plan.set_pauses(50, 60)
    plan.failed(0)
    assert plan.next_try_ns == 50
    plan.failed(0)
    assert plan.next_try_ns == 60
