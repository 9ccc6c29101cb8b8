from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.health.counts import DecodingCounts, FramingCounts, Reject


def test_frames_are_counted_with_their_payload_and_what_stood_around_it():
    counts = FramingCounts()
    counts.cut(3, 30, 6)
    counts.cut(0, 0, 0)
    counts.cut(1, 5, 2)
    assert (counts.frames, counts.framed, counts.overhead) == (4, 35, 8)


def test_discarded_bytes_add_up_by_reason():
    counts = FramingCounts()
    counts.discard("oversize", 10)
    counts.discard("checksum", 4)
    counts.discard("oversize", 1)
    assert counts.discarded == {"oversize": 11, "checksum": 4}


def test_a_reason_for_nothing_is_not_shown():
    counts = FramingCounts()
    counts.discard("resync", 0)
    assert "resync" not in counts.discarded


def test_a_rejected_frame_is_kept_with_its_first_bytes_and_its_full_length():
    counts = DecodingCounts()
    counts.reject("not a number", b"x" * 1000, read_ns=7)
    assert counts.rejected == {"not a number": 1}
    assert list(counts.recent) == [Reject("not a number", b"x" * DecodingCounts.HEAD_BYTES, 1000, 7)]


def test_only_the_newest_rejected_frames_are_kept_but_all_are_counted():
    counts = DecodingCounts()
    for number in range(100):
        counts.reject("not UTF-8", b"%d" % number, number)
    assert counts.rejected == {"not UTF-8": 100}
    assert [reject.read_ns for reject in counts.recent] == list(range(100 - DecodingCounts.KEPT, 100))


def test_many_rejected_frames_are_counted_at_once_and_the_newest_kept():
    counts = DecodingCounts()
    counts.reject_many("not a number", 500, (Reject("not a number", b"x", 1, number) for number in range(3)))
    counts.reject_many("not UTF-8", 0, ())
    assert counts.rejected == {"not a number": 500}
    assert [reject.read_ns for reject in counts.recent] == [0, 1, 2]


def test_frames_that_are_no_data_add_up_by_reason():
    counts = DecodingCounts()
    counts.put_aside("header")
    counts.put_aside("comment", 3)
    counts.put_aside("header", 2)
    counts.put_aside("empty", 0)
    assert dict(counts.set_aside) == {"header": 3, "comment": 3}


REASONS = st.sampled_from(["oversize", "checksum", "resync"])


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 99), st.integers(0, 9), REASONS, st.integers(0, 5))))
def test_nothing_that_is_counted_of_bytes_is_counted_twice_or_not(steps):
    counts = FramingCounts()
    for frames, payload, overhead, reason, lost in steps:
        counts.cut(frames, payload, overhead)
        counts.discard(reason, lost)
    assert (counts.frames, counts.framed, counts.overhead) == tuple(sum(step[n] for step in steps) for n in range(3))
    assert counts.discarded.total() == sum(step[4] for step in steps)
    assert 0 not in counts.discarded.values()


@given(st.lists(st.tuples(REASONS, st.integers(0, 40), st.booleans(), st.booleans()), max_size=30))
def test_frames_that_are_no_rows_add_up_and_the_newest_of_them_are_kept(steps):
    counts, rejects, aside = DecodingCounts(), [], 0
    for number, (reason, count, at_once, is_bad) in enumerate(steps):
        made = [Reject(reason, b"x" * 256, 300, number)] * count
        if not is_bad:
            counts.put_aside(reason, count)
            aside += count
        elif at_once:
            counts.reject_many(reason, count, made[-DecodingCounts.KEPT :])
            rejects += made
        else:
            for _ in range(count):
                counts.reject(reason, b"x" * 300, number)
            rejects += made
    assert (counts.rejected.total(), counts.set_aside.total()) == (len(rejects), aside)
    assert 0 not in (*counts.rejected.values(), *counts.set_aside.values())
    assert list(counts.recent) == rejects[-DecodingCounts.KEPT :]
