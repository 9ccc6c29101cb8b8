"""The history's bytes are shared by need, and nobody is starved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.sharing import FLOOR_FRACTION, HEADROOM, shares

TOTAL = 64 << 20


def test_no_table_gets_nothing() -> None:
    assert shares(TOTAL, []) == []


def test_everyone_gets_what_it_needs_with_headroom_while_the_total_suffices() -> None:
    needs = [TOTAL / 10, TOTAL / 20]
    assert all(share >= need * HEADROOM for share, need in zip(shares(TOTAL, needs), needs, strict=True))


@pytest.mark.parametrize("needs", [[0.0], [0.0, 0.0], [TOTAL / 10, TOTAL / 20, 0.0], [TOTAL * 3.0, 1.0]])
def test_all_of_the_total_is_given_out_also_where_less_is_needed(needs: list[float]) -> None:
    assert sum(shares(TOTAL, needs)) == pytest.approx(TOTAL, abs=len(needs))


def test_a_quiet_table_gets_the_floor() -> None:
    assert shares(TOTAL, [0.0, TOTAL * 10])[0] == int(TOTAL * FLOOR_FRACTION)


def test_short_bytes_are_shared_in_proportion_to_need() -> None:
    small, large = shares(TOTAL, [TOTAL * 2.0, TOTAL * 6.0])
    assert large / small == pytest.approx(3, rel=1e-6)
    assert small + large == pytest.approx(TOTAL, abs=2)


@given(
    st.integers(1 << 16, 1 << 40),
    st.lists(st.floats(0, 1e15, allow_nan=False, allow_infinity=False), min_size=1, max_size=200),
)
def test_shares_never_exceed_the_total_and_never_starve_a_table(total: int, needs: list[float]) -> None:
    given_out = shares(total, needs)
    assert sum(given_out) <= total
    floor = total * min(FLOOR_FRACTION, 1 / len(needs))
    assert all(share >= int(floor * (1 - 1e-9)) - 1 for share in given_out)
