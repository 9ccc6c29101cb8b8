"""Damage that was decoded all the same is found, and what lies beside it is not taken for it."""

from __future__ import annotations

import pytest

from app.session.schema import DeviceOptions
from tests.app.hostile import WAYS, Way
from tests.faults.replay import undetected

ROWS = 20
PLACE = 7  # of the frame that is damaged


def options(way: Way) -> DeviceOptions:
    return DeviceOptions(name="d", address="", link=None, framing=way.framing, decoding=way.decoding)


def damaged(way: Way, change) -> tuple[bytes, list[tuple[int, int]]]:
    """A stream with one frame changed, and where that lies."""
    frames = [way.frame(number) for number in range(ROWS)]
    frames[PLACE] = change(frames[PLACE])
    begin = sum(map(len, frames[:PLACE]))
    return b"".join(frames), [(begin, begin + len(frames[PLACE]))]


def other_digit(frame: bytes) -> bytes:
    return frame.replace(b"7", b"9", 1)


def flipped(place: int):
    return lambda frame: frame[:place] + bytes([frame[place] ^ 1]) + frame[place + 1 :]


@pytest.mark.parametrize("name", WAYS)
def test_a_stream_without_damage_has_none_that_was_missed(name):
    way = WAYS[name]
    assert undetected(options(way), [(b"".join(map(way.frame, range(ROWS))), [])]) == 0


@pytest.mark.parametrize(
    ("name", "change", "count"),
    [
        ("csv", other_digit, 1),
        ("json", other_digit, 1),
        ("struct", flipped(5), 1),
        ("qdatastream", flipped(5), 1),
        ("sync", flipped(5), 0),  # its checksum tells
        ("csv", lambda frame: b"x" + frame, 0),  # not a number
        ("csv", lambda frame: frame[:-2], 0),  # its delimiter is lost: too many fields, its neighbour's
        ("struct", flipped(2), 0),  # another length: what follows is no frame
        ("sync", flipped(0), 0),
    ],
)
def test_of_damage_what_was_decoded_is_counted(name, change, count):
    way = WAYS[name]
    assert undetected(options(way), [damaged(way, change)]) == count


def test_the_damage_of_all_connections_is_counted():
    way = WAYS["csv"]
    assert undetected(options(way), [damaged(way, other_digit), (b"", []), damaged(way, other_digit)]) == 2
