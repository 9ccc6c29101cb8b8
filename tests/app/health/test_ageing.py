"""What a window says of its painting reaches the trails, and what comes out of them is gathered."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from app.health.ageing import PAINTS_KEPT, Ageing
from app.health.ages import Ages
from app.health.stamps import UNKNOWN
from app.health.trail import Trail
from app.stream import Chunk

CHUNK = Chunk(memoryview(b"1\n"), 0, 1, 1000, 900)


def stored(trail: Trail) -> None:
    trail.stored([CHUNK], array("q", [1100]), 2000)


def test_only_devices_that_are_drawn_are_painted():
    trails = {"imu": Trail(), "scope": Trail()}
    ageing = Ageing(trails)
    ageing.drawn({"imu"})
    for trail in trails.values():
        stored(trail)
    ageing.drawn({"imu"})
    ageing.painted(2900, 3000)
    taken = {name: stamps.painted_ns.tolist() for name, stamps in ageing.take()}
    assert taken == {"imu": [3000], "scope": [UNKNOWN]}
    assert ageing.ages["imu"].summary("readable_painted").count == 1
    assert ageing.ages["scope"].summary("readable_painted").count == 0
    assert ageing.ages["scope"].summary("received_stored").count == 1


def test_a_device_without_new_chunks_is_left_out():
    trails = {"imu": Trail(), "scope": Trail()}
    ageing = Ageing(trails)
    stored(trails["scope"])
    assert [name for name, _ in ageing.take()] == ["scope"]
    assert list(ageing.take()) == []


def test_the_newest_paints_are_kept():
    ageing = Ageing({})
    for number in range(PAINTS_KEPT + 2):
        ageing.painted(number, number + 1)
    assert ageing.paint_spans()[0] == (2, 3)
    assert len(ageing.paint_spans()) == PAINTS_KEPT


OPERATIONS = st.one_of(
    st.tuples(st.just("store"), st.integers(0, 2)),
    st.tuples(st.just("draw"), st.sets(st.integers(0, 2))),
    st.tuples(st.just("paint"), st.just(0)),
    st.tuples(st.just("take"), st.just(0)),
)


@given(st.lists(OPERATIONS, max_size=40))
def test_a_chunk_is_painted_by_the_first_paint_behind_its_drawing_while_its_device_is_drawn(operations):
    trails = {f"d{number}": Trail() for number in range(3)}
    ageing, now, spans = Ageing(trails), 10_000, []
    drawn, waiting = set(), {name: [] for name in trails}  # [is drawn] of each that waits
    due, taken = {name: [] for name in trails}, {name: [] for name in trails}
    for what, value in operations:
        now += 10
        if what == "store":
            name = f"d{value}"
            stored(trails[name])
            if name in drawn:
                waiting[name].append(False)
            else:
                due[name].append(UNKNOWN)
        elif what == "draw":
            drawn = {f"d{number}" for number in value}
            ageing.drawn(drawn)
            for name, marks in waiting.items():
                if name in drawn:
                    waiting[name] = [True] * len(marks)
                else:
                    due[name] += [UNKNOWN] * len(marks)
                    waiting[name] = []
        elif what == "paint":
            ageing.painted(now - 1, now)
            spans.append((now - 1, now))
            for name, marks in waiting.items():
                due[name] += [now] * marks.count(True)
                waiting[name] = [mark for mark in marks if not mark]
        else:
            for name, stamps in ageing.take():
                assert len(stamps)
                taken[name] += stamps.painted_ns.tolist()
            assert taken == due
            assert all(ageing.ages[name].summary("received_stored").count == len(taken[name]) for name in trails)
    assert ageing.paint_spans() == spans


COMINGS = st.tuples(
    st.sampled_from(["add", "remove", "rename", "store", "store", "draw", "paint", "take"]),
    st.integers(0, 2),
    st.integers(0, 2),
)


@given(st.lists(COMINGS, min_size=10, max_size=50))
def test_each_chunk_is_in_the_ages_of_its_own_device_once_however_devices_come_and_go_and_are_renamed(operations):
    ageing, here = Ageing({}), {}  # by name: trail, ages
    count, gone = {}, {}  # chunks of each ages, by their id
    for what, one, other in [("add", 0, 0), ("add", 1, 1), ("draw", 0, 1), *operations]:
        name, new = f"d{one}", f"d{other}"
        if what == "add" and name not in here:
            here[name] = Trail(), Ages()
            count[id(here[name][1])] = 0
            ageing.add(name, *here[name])
        elif what == "remove" and name in here:
            ageing.remove(name)
            ages = here.pop(name)[1]
            gone[id(ages)] = ages
        elif what == "rename" and name in here and new not in here:
            ageing.rename(name, new)
            here[new] = here.pop(name)
        elif what == "store" and name in here:
            stored(here[name][0])
            count[id(here[name][1])] += 1
        elif what == "draw":
            ageing.drawn({name, new})
        elif what == "paint":
            ageing.painted(2900, 3000)
        elif what == "take":
            assert {taken for taken, _ in ageing.take()} <= set(here)
        assert {name: id(ages) for name, ages in ageing.ages.items()} == {n: id(ages) for n, (_, ages) in here.items()}
        assert all(ages.summary("received_stored").count == count[key] for key, ages in gone.items())
    ageing.drawn(())
    list(ageing.take())
    assert all(ages.summary("received_stored").count == count[id(ages)] for _, ages in here.values())


def test_a_device_that_goes_has_its_ages_complete_and_one_that_is_renamed_keeps_them():
    trails = {"imu": Trail(), "scope": Trail()}
    ageing = Ageing(trails)
    ages = ageing.ages["imu"]
    ageing.drawn({"imu"})
    stored(trails["imu"])
    ageing.rename("imu", "arm")
    assert ageing.ages["arm"] is ages
    assert [name for name, _ in ageing.take()] == []
    ageing.remove("arm")
    assert ages.summary("received_stored").count == 1
    assert ages.summary("readable_painted").count == 0
    assert set(ageing.ages) == {"scope"}
    ageing.add("arm", trails["imu"], ages)
    stored(trails["imu"])
    assert [name for name, _ in ageing.take()] == ["arm"]
    assert ages.summary("received_stored").count == 2
