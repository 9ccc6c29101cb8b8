"""Which address is tried when, and what is told where none answers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.link.race import ADDRESS_NS, MOST, NEXT_NS, Race, take_turns

MS = 1_000_000
V6 = [f"2001:db8::{number}" for number in range(1, 5)]
V4 = [f"192.0.2.{number}" for number in range(1, 5)]


def begun(race: Race, now_ns: int) -> list[str]:
    """Those that are to be begun now."""
    found = []
    while (address := race.next(now_ns)) is not None:
        found.append(address)
    return found


def test_the_figures_are_those_of_the_standard_and_of_the_design() -> None:
    assert (NEXT_NS, ADDRESS_NS) == (250 * MS, 5000 * MS)


def test_the_families_take_turns_from_the_one_that_the_resolver_prefers() -> None:
    assert take_turns([*V6[:3], *V4[:2]]) == [V6[0], V4[0], V6[1], V4[1], V6[2]]
    assert take_turns([V4[0], *V6[:2]]) == [V4[0], V6[0], V6[1]]


def test_an_address_that_is_named_twice_is_tried_once() -> None:
    assert take_turns([V4[0], V4[0], V6[0], V4[0]]) == [V4[0], V6[0]]


def test_the_next_address_begins_a_quarter_of_a_second_after_the_one_before() -> None:
    race = Race(V4[:3], 0)
    assert begun(race, 0) == [V4[0]]
    assert race.due_ns == NEXT_NS
    assert begun(race, NEXT_NS - 1) == []
    assert begun(race, NEXT_NS) == [V4[1]]
    assert begun(race, 2 * NEXT_NS) == [V4[2]]
    assert race.due_ns == ADDRESS_NS  # of the first


def test_the_next_address_begins_at_once_when_the_one_before_has_failed() -> None:
    race = Race(V4[:3], 0)
    begun(race, 0)
    race.failed(V4[0], "refused", 10)
    assert race.due_ns == 10
    assert begun(race, 10) == [V4[1]]


def test_an_older_one_that_fails_does_not_hurry_the_one_after_the_newest() -> None:
    race = Race(V4[:3], 0)
    begun(race, 0)
    begun(race, NEXT_NS)
    race.failed(V4[0], "refused", NEXT_NS + 1)
    assert begun(race, NEXT_NS + 1) == []
    assert race.due_ns == 2 * NEXT_NS


def test_a_loop_that_was_held_up_begins_one_address_and_not_all_that_were_due() -> None:
    race = Race(V4, 0)
    begun(race, 0)
    assert begun(race, 20 * NEXT_NS) == [V4[1]]


def test_each_address_has_five_seconds_of_its_own() -> None:
    race = Race(V4[:2], 0)
    begun(race, 0)
    begun(race, NEXT_NS)
    assert race.overdue(ADDRESS_NS - 1) == []
    assert race.overdue(ADDRESS_NS) == [V4[0]]
    assert not race.is_lost
    assert race.due_ns == ADDRESS_NS + NEXT_NS
    assert race.overdue(ADDRESS_NS + NEXT_NS) == [V4[1]]
    assert race.is_lost
    assert race.due_ns is None


def test_the_reasons_are_told_together_in_the_order_of_the_attempts() -> None:
    race = Race(["::1", "127.0.0.1"], 0)
    begun(race, 0)
    begun(race, NEXT_NS)
    race.failed("127.0.0.1", "no route to host", NEXT_NS)
    race.failed("::1", "refused", 2 * NEXT_NS)
    assert race.reason("imu.local") == "::1 refused, 127.0.0.1 no route to host"


def test_an_address_that_was_asked_for_by_itself_is_not_repeated_in_the_reason() -> None:
    race = Race(["192.0.2.1"], 0)
    begun(race, 0)
    race.overdue(ADDRESS_NS)
    assert race.reason("192.0.2.1") == "timed out after 5 s"
    assert race.reason("imu.local") == "192.0.2.1 timed out after 5 s"


def test_of_hundreds_of_invented_addresses_a_few_of_both_families_are_tried_and_the_rest_is_counted() -> None:
    race = Race([f"2001:db8::{number:x}" for number in range(1, 500)] + V4, 0)
    tried, now = [], 0
    while not race.is_lost:
        tried += begun(race, now)
        for address in tried[-1:]:
            race.failed(address, "refused", now)
    assert len(tried) == MOST
    assert set(V4) <= set(tried)
    assert race.reason("imu.local").endswith(f"{tried[-1]} refused, {499 + len(V4) - MOST} more not tried")


@given(
    st.lists(st.sampled_from(V6 + V4), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 6000), st.booleans(), st.integers(0, 7)), max_size=60),
)
def test_in_any_order_of_events_each_address_is_begun_once_and_has_one_reason(
    addresses: list[str], events: list[tuple[int, bool, int]]
) -> None:
    race, now = Race(addresses, 0), 0
    began: dict[str, int] = {}
    over: list[str] = []
    for wait_ms, fails, which in [*events, *[(6000, False, 0)] * 2 * len(addresses)]:
        late = race.overdue(now)
        over += late
        assert all(now - began[address] >= ADDRESS_NS for address in late)
        for address in begun(race, now):
            assert address not in began
            newest = max(began.values(), default=None)
            last = [each for each in began if began[each] == newest]
            assert newest is None or now - newest >= NEXT_NS or set(last) & set(over)
            began[address] = now
        running = [address for address in began if address not in over]
        assert race.is_lost == (len(over) == len(set(addresses)))
        if fails and running:
            over.append(running[which % len(running)])
            race.failed(over[-1], "refused", now)
        if race.due_ns is None:
            assert race.is_lost
        else:
            assert running or fails
            now = max(now, min(race.due_ns, now + wait_ms * MS))
    assert race.is_lost
    assert sorted(over) == sorted(set(addresses))
    assert race.reason("imu.local").count(",") == len(over) - 1
