"""What has not started yet: its order, the newest value of each set-point, its expiries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.link.contract import Ticket
from app.link.waiting import STALE_ENTRIES, Waiting


def _ticket(data: bytes, key: str = "", expires_ns: int | None = None) -> Ticket:
    return Ticket(1, data, 0, key, expires_ns)


def _filled(*tickets: Ticket) -> Waiting:
    waiting = Waiting()
    for ticket in tickets:
        waiting.add(ticket)
    return waiting


def _order(waiting: Waiting) -> list[bytes]:
    order = []
    while (ticket := waiting.take()) is not None:
        order.append(ticket.data)
    return order


def test_commands_come_out_in_the_order_in_which_they_went_in() -> None:
    assert _order(_filled(_ticket(b"one"), _ticket(b"two"), _ticket(b"three"))) == [b"one", b"two", b"three"]


def test_nothing_is_taken_from_an_empty_queue() -> None:
    assert Waiting().take() is None


def test_a_newer_value_takes_the_place_of_the_older_one() -> None:
    waiting = _filled(_ticket(b"volt 5", "volt"), _ticket(b"output on"))
    assert waiting.of_key("volt") is not None
    replaced = waiting.add(_ticket(b"volt 12", "volt"))
    assert replaced is not None
    assert replaced.data == b"volt 5"
    assert (len(waiting), waiting.size) == (2, len(b"volt 12output on"))
    assert _order(waiting) == [b"volt 12", b"output on"]


def test_a_value_that_was_taken_is_no_longer_replaced() -> None:
    waiting = _filled(_ticket(b"volt 5", "volt"))
    waiting.take()
    assert waiting.of_key("volt") is None
    assert waiting.add(_ticket(b"volt 12", "volt")) is None


def test_different_set_points_and_commands_without_a_key_do_not_replace_one_another() -> None:
    waiting = _filled(_ticket(b"a", "x"), _ticket(b"b", "y"), _ticket(b"c"), _ticket(b"d"))
    assert _order(waiting) == [b"a", b"b", b"c", b"d"]
    assert waiting.of_key("") is None


def test_what_is_too_old_is_taken_out_from_wherever_it_stands_the_earliest_first() -> None:
    waiting = _filled(
        _ticket(b"a", expires_ns=30), _ticket(b"b"), _ticket(b"c", expires_ns=10), _ticket(b"d", expires_ns=20)
    )
    assert waiting.due_ns == 10
    assert [ticket.data for ticket in waiting.take_expired(20)] == [b"c", b"d"]
    assert (waiting.due_ns, waiting.size) == (30, 2)
    assert _order(waiting) == [b"a", b"b"]
    assert waiting.due_ns is None


def test_the_expiry_of_a_value_that_was_replaced_does_not_hit_the_newer_one() -> None:
    waiting = _filled(_ticket(b"old", "volt", expires_ns=10))
    waiting.add(_ticket(b"new", "volt", expires_ns=50))
    assert waiting.due_ns == 50
    assert waiting.take_expired(49) == []
    waiting.add(_ticket(b"newest", "volt"))
    assert waiting.due_ns is None
    assert waiting.take_expired(10**9) == []
    assert _order(waiting) == [b"newest"]


def test_a_set_point_that_is_replaced_for_ever_fills_nothing() -> None:
    waiting = _filled(_ticket(b"stuck"))
    for at in range(10_000):
        waiting.add(_ticket(b"volt", "volt", expires_ns=10**9 + at))
    assert (len(waiting), waiting.size) == (2, len(b"stuckvolt"))
    assert len(waiting._expiries) <= 2 * len(waiting) + STALE_ENTRIES
    assert waiting.due_ns == 10**9 + 9_999


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "add", "take", "expire"]),
        st.sampled_from(["", "", "volt", "amp"]),
        st.none() | st.integers(0, 40),
        st.integers(1, 9),
    ),
    max_size=120,
)


@given(STEPS)
def test_in_any_order_of_steps_the_queue_is_a_list_in_which_newer_values_stand_for_older_ones(
    steps: list[tuple[str, str, int | None, int]],
) -> None:
    waiting, plain, now = Waiting(), list[Ticket](), 0
    for step, key, expires, size in steps:
        if step == "add":
            ticket = _ticket(b"x" * size, key, None if expires is None else now + expires)
            older = next((each for each in plain if key and each.key == key), None)
            assert waiting.of_key(key) is older
            assert waiting.add(ticket) is older
            if older is None:
                plain.append(ticket)
            else:
                plain[plain.index(older)] = ticket
        elif step == "take":
            assert waiting.take() is (plain.pop(0) if plain else None)
        else:
            now += size
            old = [each for each in plain if each.expires_ns is not None and each.expires_ns <= now]
            expired = waiting.take_expired(now)
            assert sorted(map(id, expired)) == sorted(map(id, old))
            assert [each.expires_ns for each in expired] == sorted(each.expires_ns or 0 for each in old)
            plain = [each for each in plain if each not in old]
        assert (len(waiting), waiting.size) == (len(plain), sum(len(each.data) for each in plain))
        assert waiting.due_ns == min((each.expires_ns for each in plain if each.expires_ns is not None), default=None)
        assert len(waiting._expiries) <= 2 * len(waiting) + STALE_ENTRIES + 2
    assert _order(waiting) == [each.data for each in plain]


@given(st.integers(1, 5), st.integers(0, 200))
def test_however_often_a_value_is_replaced_its_expiries_fill_nothing(others: int, times: int) -> None:
    waiting = _filled(*(_ticket(b"stuck", expires_ns=10**12) for _ in range(others)))
    for at in range(times):
        waiting.add(_ticket(b"volt", "volt", expires_ns=10**9 + at))
        assert len(waiting._expiries) <= 2 * len(waiting) + STALE_ENTRIES
    assert waiting.due_ns == (10**9 + times - 1 if times else 10**12)
