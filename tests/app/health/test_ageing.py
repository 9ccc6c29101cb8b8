"""What a window says of its painting reaches the trails, and what comes out of them is gathered."""

from array import array

from app.health.ageing import PAINTS_KEPT, Ageing
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
