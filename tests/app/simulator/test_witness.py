"""The digest of what was sent, at any length of late, within a bound of memory."""

from __future__ import annotations

import hashlib
import random

import pytest

from app.simulator.witness import PIECE_BYTES, Witness


def digest_of(data):
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def test_any_length_can_be_asked_for_while_little_was_taken():
    chance = random.Random(1)
    data = chance.randbytes(5000)
    witness, at = Witness(), 0
    while at < len(data):
        size = chance.randint(0, 700)
        witness.take(memoryview(data)[at : at + size])
        at += size
    assert witness.bytes == 5000
    assert all(witness.digest(length) == digest_of(data[:length]) for length in range(5001))
    assert witness.digest(5001) is None


@pytest.mark.parametrize("size", [1, 1000, PIECE_BYTES, 3 * PIECE_BYTES])
def test_of_much_the_last_bytes_are_known_apart_and_the_rest_as_one(size):
    data = random.Random(2).randbytes(40 * PIECE_BYTES if size > 1 else 5 * PIECE_BYTES)
    kept = 2 * PIECE_BYTES
    witness = Witness(kept)
    for at in range(0, len(data), size):
        witness.take(memoryview(data)[at : at + size])
    for length in (len(data), len(data) - 1, len(data) - kept // 2, len(data) - kept):
        assert witness.digest(length) == digest_of(data[:length])
    assert witness.digest(1) is None
    held = sum(len(piece) for piece in witness._pieces)
    assert kept <= held < kept + max(size, PIECE_BYTES) + PIECE_BYTES


def test_what_is_forgotten_is_no_longer_known_apart():
    data = bytes(10 * PIECE_BYTES)
    witness = Witness()
    for at in range(0, len(data), PIECE_BYTES):
        witness.take(memoryview(data)[at : at + PIECE_BYTES])
    witness.forget_all_but(PIECE_BYTES)
    assert witness.digest(len(data) - PIECE_BYTES) == digest_of(data[:-PIECE_BYTES])
    assert witness.digest(PIECE_BYTES) is None
    assert witness.digest(len(data)) == digest_of(data)


def test_of_nothing_there_is_the_digest_of_nothing():
    assert Witness().digest(0) == digest_of(b"")
