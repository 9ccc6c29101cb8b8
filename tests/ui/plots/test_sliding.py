import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.plots.sliding import SlidingColumns


@settings(deadline=None, derandomize=True, max_examples=100)
@given(count=st.integers(1, 200), moves=st.lists(st.integers(0, 250), max_size=40))
def test_the_window_holds_what_a_list_would(count: int, moves: list[int]) -> None:
    sliding = SlidingColumns(count)
    array = sliding.array(2, np.int64, -1)
    sliding.window(array)[:] = np.arange(count)
    expected = list(range(count))
    for number, by in enumerate(moves):
        sliding.advance(by)
        expected = (expected + [-1] * by)[-count:] if by < count else [-1] * count
        assert sliding.window(array)[0].tolist() == expected
        sliding.window(array)[:, -1] = expected[-1] = 1000 + number


def test_all_arrays_move_together_with_their_own_blanks() -> None:
    sliding = SlidingColumns(4)
    numbers, flags = sliding.array(1, np.float64, np.nan), sliding.array(1, np.bool_, False)
    sliding.window(numbers)[:], sliding.window(flags)[:] = 1, True
    sliding.advance(1)
    assert np.isnan(sliding.window(numbers)[0]).tolist() == [False] * 3 + [True]
    assert sliding.window(flags)[0].tolist() == [True] * 3 + [False]
