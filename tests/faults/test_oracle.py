"""What the oracle calls short, and what not."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from tests.faults.oracle import Account, Cut, Received, Sent, complaints, joined, paired

STREAMS = {1: b"first 0123456789", 2: b"second 0123456789", 3: b"third 0123456789"}
PATIENCE_S = 20.0
SOUND = Account(
    received=16,
    reasoned=16,
    framed=12,
    frames=4,
    rejected={},
    discarded={},
    failures=(),
    kernel_agrees=True,
    undetected=None,
    plain=None,
    recovered_s=0.1,
)
DAMAGED = replace(SOUND, undetected=0, plain=Cut(frames=4, framed=12, discarded={}, sound=3, violated=0))
WHOLE = Sent(connection=1, sent=16, taken=16, unsent=0, frames=4, damaged=0, how="fin")
RESET = replace(WHOLE, how="rst", unsent=6)


def digest(connection: int, count: int) -> str | None:
    data = STREAMS[connection]
    return hashlib.blake2b(data[:count], digest_size=16).hexdigest() if count <= len(data) else None


def received(connection: int, data: bytes) -> Received:
    return Received(connection, len(data), hashlib.blake2b(data, digest_size=16).hexdigest())


PAIRS = [(received(1, STREAMS[1]), WHOLE)]


def judged(outcome, account=SOUND, pairs=PAIRS, unseen=()) -> list[str]:
    return complaints(outcome, account, pairs, list(unseen), PATIENCE_S)


# -- which connection is which


def test_connections_are_joined_by_what_they_carried():
    ours = [received(1, STREAMS[1][:5]), received(2, STREAMS[3])]
    assert joined(ours, [1, 2, 3], digest) == {1: 1, 2: 3}


def test_a_connection_on_which_nothing_came_is_joined_to_none():
    assert joined([received(1, b""), received(2, STREAMS[1])], [1], digest) == {2: 1}


@pytest.mark.parametrize(
    "ours",
    [
        [received(1, b"nobody sent it")],
        [received(1, STREAMS[1] + b"!")],  # one byte more than was sent
        [received(1, STREAMS[1][1:])],  # the first is missing
        [received(1, STREAMS[2]), received(2, STREAMS[1])],  # out of order
        [received(1, STREAMS[1]), received(2, STREAMS[1])],  # the same twice
    ],
)
def test_bytes_that_are_the_beginning_of_no_connection_are_an_error(ours):
    with pytest.raises(LookupError):
        joined(ours, [1, 2], digest)


def test_connections_of_which_nothing_came_are_told():
    other = replace(WHOLE, connection=2)
    ours = [received(1, b""), received(2, STREAMS[2])]
    pairs, unseen = paired(ours, [WHOLE, other], {2: 2})
    assert pairs == [(ours[0], None), (ours[1], other)]
    assert unseen == [WHOLE]


# -- bytes


def test_a_whole_stream_that_came_whole_is_not_short():
    assert judged("whole") == []


@pytest.mark.parametrize("count", [15, 17])
def test_one_byte_less_or_more_than_was_sent_is_short(count):
    account = replace(SOUND, received=count, reasoned=count)
    (line,) = judged("whole", account, [(Received(1, count, ""), WHOLE)])
    assert f"expected 16 bytes, received {count}" in line


@pytest.mark.parametrize(("count", "is_short"), [(9, True), (10, False), (16, False), (17, True)])
def test_of_a_connection_that_was_reset_what_was_acknowledged_must_have_come(count, is_short):
    account = replace(SOUND, received=count + 16, reasoned=count + 16)
    pairs = [(Received(1, count, ""), RESET), (received(2, STREAMS[2][:16]), replace(WHOLE, connection=2))]
    assert bool(judged("ended", account, pairs)) is is_short


def test_bytes_that_were_acknowledged_on_a_connection_of_which_nothing_came_are_short():
    pairs = [(received(1, STREAMS[1]), WHOLE), (received(2, b""), None)]
    (line,) = judged("ended", pairs=pairs, unseen=[replace(RESET, connection=7)])
    assert "connection 7 (rst)" in line
    assert judged("ended", pairs=pairs, unseen=[replace(RESET, connection=7, unsent=16)]) == []


def test_what_we_closed_ourselves_may_be_shorter_never_longer():
    closed = replace(WHOLE, how="client")
    pairs = [(Received(1, 3, ""), closed), (received(2, b""), None)]
    assert judged("ended", replace(SOUND, received=3, reasoned=3), pairs) == []
    pairs = [(Received(1, 17, ""), closed), (received(2, b""), None)]
    assert judged("ended", replace(SOUND, received=17, reasoned=17), pairs) != []


# -- the rest of the account


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"failures": ("bytes: received 3 is not 4",)}, "ledger"),
        ({"kernel_agrees": False}, "kernel"),
        ({"reasoned": 15}, "counted term"),
        ({"recovered_s": None}, "no frame"),
        ({"recovered_s": 20.1}, "recovered after 20.1 s"),
        ({"frames": 3}, "4 frames were sent, 3 decoded or set aside"),
        ({"rejected": {"not a number": 1}}, "rejected"),
        ({"discarded": {"resync": 1}}, "discarded"),
    ],
)
def test_each_other_term_can_be_short(change, word):
    (line,) = judged("whole", replace(SOUND, **change))
    assert word in line


def test_that_the_kernel_cannot_be_asked_is_not_short():
    assert judged("whole", replace(SOUND, kernel_agrees=None)) == []


def test_bytes_of_the_link_that_the_ledger_does_not_have_are_short():
    short = judged("whole", replace(SOUND, received=12, reasoned=12))
    assert any("16 bytes came from the link" in line for line in short)


def test_a_stream_that_stays_whole_has_one_connection():
    pairs = [(received(1, STREAMS[1]), WHOLE), (received(2, b""), None)]
    assert judged("whole", pairs=pairs) == ["expected one connection, there were 2"]


def test_a_connection_that_was_to_end_and_did_not_is_short():
    assert judged("ended") == ["the connection did not end"]


def test_damage_that_did_not_happen_or_cannot_be_looked_for_is_short():
    damaged = [(received(1, STREAMS[1]), replace(WHOLE, damaged=2))]
    assert judged("damaged") == ["no frame was damaged"]
    assert judged("damaged", pairs=damaged) == ["where all 2 damaged frames are is not known"]
    assert judged("damaged", DAMAGED, damaged) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"framed": 11, "discarded": {"oversize": 1}}, "4 frames of 11 bytes"),  # one byte of a frame counted elsewhere
        ({"discarded": {"resync": 0, "oversize": 2}}, "expected 4, 12, {}"),
        ({"frames": 3}, "3 frames of 12 bytes"),
        ({"frames": 2, "rejected": {"not a number": 2}}, "of 3 sound frames only 2"),
    ],
)
def test_what_a_plain_walk_over_damaged_bytes_finds_otherwise_is_short(change, words):
    damaged = [(received(1, STREAMS[1]), replace(WHOLE, damaged=2))]
    assert words in "; ".join(judged("damaged", replace(DAMAGED, **change), damaged))


def test_a_connection_is_given_up_for_an_impossible_length_alone():
    pairs = [(received(1, STREAMS[1]), replace(WHOLE, damaged=2)), (received(2, b""), None)]
    assert judged("damaged", DAMAGED, pairs) == ["2 connections, 0 of them with an impossible length"]
    violated = replace(DAMAGED, plain=Cut(frames=4, framed=12, discarded={}, sound=3, violated=1))
    assert judged("damaged", violated, pairs) == []
