import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.plots.timeview import GREATEST_SPAN_NS, LEAST_SPAN_NS, TimeView

S = 10**9


@pytest.fixture
def view() -> TimeView:
    view = TimeView(10 * S)
    view.set_now(1000 * S)
    return view


def test_while_live_the_right_edge_is_now(view: TimeView) -> None:
    view.set_now(1001 * S)
    assert (view.right_ns, view.left_ns) == (1001 * S, 991 * S)


def test_the_clock_does_not_run_back(view: TimeView) -> None:
    view.set_now(999 * S)
    assert view.right_ns == 1000 * S


def test_a_pause_holds_the_right_edge_and_going_live_takes_it_up_again(view: TimeView) -> None:
    view.pause()
    view.set_now(1005 * S)
    assert (view.live, view.paused, view.right_ns) == (False, True, 1000 * S)
    view.go_live()
    assert (view.live, view.paused, view.right_ns) == (True, False, 1005 * S)


@pytest.mark.parametrize("at", [0.0, 0.3, 1.0])
def test_zooming_in_keeps_the_time_under_the_pointer(view: TimeView, at: float) -> None:
    under = view.left_ns + at * view.window_ns
    view.zoom(0.5, at)
    assert view.window_ns == 5 * S
    assert view.left_ns + at * view.window_ns == pytest.approx(under, abs=2)
    assert not view.live


def test_zooming_out_never_shows_the_future(view: TimeView) -> None:
    view.zoom(4.0, 0.1)
    assert view.right_ns == 1000 * S
    assert view.window_ns == 40 * S


def test_going_live_restores_the_length_that_was_followed_with(view: TimeView) -> None:
    view.zoom(0.01, 0.5)
    view.go_live()
    assert view.window_ns == 10 * S


def test_a_window_set_while_away_is_taken_up_on_going_live(view: TimeView) -> None:
    view.pan(-1.0)
    view.set_window(30 * S)
    assert view.window_ns == 10 * S
    view.go_live()
    assert view.window_ns == 30 * S


def test_panning_moves_by_a_part_of_the_span(view: TimeView) -> None:
    view.pan(-0.5)
    assert view.right_ns == 995 * S
    view.pan(2.0)
    assert view.right_ns == 1000 * S


def test_the_history_cannot_be_left_on_its_old_side(view: TimeView) -> None:
    view.pan(-50.0)
    view.keep_in_sight(900 * S)
    assert view.left_ns < 900 * S < view.right_ns


def test_showing_all_leaves_a_little_room(view: TimeView) -> None:
    view.show(900 * S, 990 * S)
    assert view.left_ns < 900 * S
    assert 990 * S < view.right_ns < 1000 * S


def test_lengths_stay_within_bounds(view: TimeView) -> None:
    view.zoom(1e-30, 0.5)
    assert view.window_ns == LEAST_SPAN_NS
    view.zoom(1e30, 0.5)
    assert view.window_ns == GREATEST_SPAN_NS
    view.show(5, 5)
    assert view.window_ns == LEAST_SPAN_NS


@settings(deadline=None, derandomize=True, max_examples=200)
@given(
    now=st.integers(0, 10**18),
    window=st.integers(LEAST_SPAN_NS, GREATEST_SPAN_NS),
    count=st.integers(1, 5000),
    quantum=st.integers(1, 3),
)
def test_columns_cover_the_window_and_start_on_whole_pixels(now: int, window: int, count: int, quantum: int) -> None:
    view = TimeView(window)
    view.set_now(now)
    count -= count % quantum
    columns = view.columns(max(count, quantum), quantum)
    assert columns.first % quantum == 0
    assert columns.span_ns >= window
    assert now < columns.end_ns <= now + (quantum + 1) * columns.step_ns
    assert columns.column_of(columns.start_ns) == columns.first


@settings(deadline=None, derandomize=True, max_examples=100)
@given(now=st.integers(10**12, 10**15), later=st.integers(0, 10**10))
def test_columns_stay_on_one_grid_while_time_goes_on(now: int, later: int) -> None:
    view = TimeView(10 * S)
    view.set_now(now)
    before = view.columns(1000)
    view.set_now(now + later)
    after = view.columns(1000)
    assert after.step_ns == before.step_ns
    assert after.first >= before.first
