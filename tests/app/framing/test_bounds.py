"""Bounds of a framing change in the midst of a stream; where frames begin and end does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.framing.bounds import cuts_alike
from app.framing.contract import Framer
from app.framing.factory import make_framer
from app.framing.options import Fixed, FramingOptions, Length, Line, QDataStreamBlocks, Sync
from app.quantities import ByteSize
from app.stream import Chunk

EACH = {
    "line": (Line, {}),
    "length": (Length, {"size": 1}),
    "qdatastream": (QDataStreamBlocks, {}),
    "sync": (Sync, {"word": "A5 5A", "checksum": "none"}),
}


def of(name: str, most: int, **more: object) -> FramingOptions:
    made, words = EACH[name]
    return made(**words, **more, max_frame=ByteSize(most))  # type: ignore[arg-type, no-any-return]


def frame(name: str, size: int) -> bytes:
    payload = b"x" * size
    head = {"length": bytes([size]), "qdatastream": size.to_bytes(4), "sync": b"\xa5\x5a" + bytes([size])}
    return payload + b"\n" if name == "line" else head[name] + payload


class Fed:
    """A framer and the lengths of what it has cut."""

    def __init__(self, options: FramingOptions) -> None:
        self.framer: Framer = make_framer(options)
        self.sizes: list[int] = []
        self.bytes = 0

    def feed(self, data: bytes) -> None:
        frames = self.framer.feed(Chunk(memoryview(data), self.bytes, 1, 1, 1))
        self.sizes += (frames.ends - frames.starts).tolist()
        self.bytes += len(data)

    def assert_balanced(self) -> None:
        counts = self.framer.counts
        gone = counts.framed + counts.overhead + sum(counts.discarded.values())
        assert self.bytes == gone + self.framer.pending


@pytest.mark.parametrize("name", EACH)
@given(cut=st.integers(0, 12))
def test_a_frame_that_is_under_way_is_judged_by_the_bound_there_is_when_it_ends(name: str, cut: int) -> None:
    fed, long = Fed(of(name, 12)), frame(name, 10)
    fed.feed(frame(name, 2) + long[:cut])
    fed.framer.set_bounds(of(name, 10))
    fed.feed(long[cut:] + frame(name, 3))
    assert fed.sizes == [2, 10, 3]
    fed.assert_balanced()


@pytest.mark.parametrize("name", EACH)
@given(cut=st.integers(0, 12), wider=st.booleans())
def test_whatever_the_bounds_become_in_the_midst_of_a_frame_every_byte_is_counted(name: str, cut: int, wider: bool):
    skip = {"on_violation": "skip"} if name in ("length", "qdatastream") else {}
    fed, long = Fed(of(name, 12, **skip)), frame(name, 10)
    fed.feed(frame(name, 2) + long[:cut])
    fed.framer.set_bounds(of(name, 30 if wider else 4, **skip))
    fed.feed(long[cut:] + frame(name, 3) + frame(name, 20) + frame(name, 1))
    fed.assert_balanced()
    assert [size for size in fed.sizes if size > 3 and size != 10] == ([20] if wider else [])
    assert fed.sizes[-1] == 1
    fed.framer.end()
    fed.assert_balanced()


def test_a_wider_bound_of_a_checked_framing_takes_the_first_long_frame() -> None:
    payload, size = b"y" * 60_000, 60_000
    words = {"word": "A5 5A", "length_size": 4, "checksum": "xor8"}
    fed = Fed(Sync(**words, max_frame=ByteSize(8)))  # type: ignore[arg-type]
    fed.feed(b"\xa5\x5a")
    fed.framer.set_bounds(Sync(**words, max_frame=ByteSize(1 << 20)))  # type: ignore[arg-type]
    head = size.to_bytes(4, "little")
    check = 0
    for byte in head + payload:
        check ^= byte
    fed.feed(head + payload + bytes([check]))
    assert fed.sizes == [size]


def test_bounds_and_spellings_are_no_other_framing() -> None:
    assert cuts_alike(Line(), Line(max_frame=ByteSize(9), first_frame="drop"))
    assert cuts_alike(Sync(word="A5 5A"), Sync(word="a55a", max_frame=ByteSize(9)))
    assert cuts_alike(Length(), Length(on_violation="skip"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Line(), Line(delimiter="\r")),
        (Line(), Fixed(size=4)),
        (Fixed(size=4), Fixed(size=8)),
        (Length(), Length(size=2)),
        (Length(), Length(keep_header=True)),
        (QDataStreamBlocks(), QDataStreamBlocks(order="little")),
        (Sync(word="A5"), Sync(word="A6")),
        (Sync(word="A5"), Sync(word="A5", checksum="none")),
    ],
)
def test_what_cuts_elsewhere_is_another_framing(old: FramingOptions, new: FramingOptions) -> None:
    assert not cuts_alike(old, new)


POOL: list[FramingOptions] = [
    Line(max_frame=ByteSize(1 << 16)),
    Line(max_frame=ByteSize(1 << 17)),
    Line(delimiter="\\n", max_frame=ByteSize(1 << 16)),
    Line(delimiter="\\x00"),
    Length(size=1),
    Length(size=1, on_violation="skip", max_frame=ByteSize(1 << 17)),
    Length(size=2, on_violation="skip"),
    QDataStreamBlocks(max_frame=ByteSize(1 << 16), on_violation="skip"),
    QDataStreamBlocks(max_frame=ByteSize(1 << 17), on_violation="skip"),
    Sync(word="A5 5A", checksum="none"),
    Sync(word="a55a", checksum="none", max_frame=ByteSize(1 << 10)),
    Sync(word="A5", checksum="none"),
    Fixed(size=3),
    Fixed(size=4),
]
PIECES = st.lists(
    st.sampled_from([b"ab\n", b"\x00", b"\x02xy", b"\x00\x00\x00\x02xy", b"\xa5\x5a\x01z", b"q"]), max_size=30
)


@given(st.sampled_from(POOL), st.sampled_from(POOL), PIECES)
def test_what_cuts_alike_cuts_every_stream_at_the_same_places(
    one: FramingOptions, other: FramingOptions, pieces: list[bytes]
) -> None:
    assert cuts_alike(one, one)
    assert cuts_alike(one, other) == cuts_alike(other, one)
    first, second = Fed(one), Fed(other)
    for piece in pieces if cuts_alike(one, other) else ():
        first.feed(piece)
        second.feed(piece)
    assert first.sizes == second.sizes


def test_a_fixed_size_has_no_bounds_to_change() -> None:
    fed = Fed(Fixed(size=4))
    fed.feed(b"123")
    fed.framer.set_bounds(Fixed(size=4))
    fed.feed(b"4")
    assert fed.sizes == [4]
