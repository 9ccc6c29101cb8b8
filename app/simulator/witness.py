"""What a connection's kernel took, kept as a digest that can be asked for at any length of late.

Goals: a reader that says "I have N bytes" is answered with the digest of the first N bytes that were sent, although
more has been sent since; memory is bounded however long the connection lives.

Plan: a running hash of what is old, and behind it the bytes of late. A question about a length in those is a copy of
the hash and the bytes between. Beyond the bound the oldest go into the hash, a whole piece (of one send) at a time.

Cost: a copy and a hash of every byte, about a nanosecond each. Connections have one only where somebody may ask.
"""

from __future__ import annotations

import hashlib
from collections import deque

KEPT_BYTES = 16 << 20  # a reader's kernel and Qt hold a few MiB that it has not counted yet
DIGEST_BYTES = 16
PIECE_BYTES = 64 << 10


class Witness:
    def __init__(self, kept_bytes: int = KEPT_BYTES) -> None:
        self.bytes = 0
        self._kept_bytes = kept_bytes
        self._hash = hashlib.blake2b(digest_size=DIGEST_BYTES)
        self._hashed = 0
        self._pieces: deque[bytearray] = deque()

    def take(self, data: memoryview) -> None:
        if self._pieces and len(self._pieces[-1]) + len(data) <= PIECE_BYTES:
            self._pieces[-1] += data
        else:
            self._pieces.append(bytearray(data))
        self.bytes += len(data)
        self._let_go(self._kept_bytes)

    def forget_all_but(self, kept_bytes: int) -> None:
        """Keeps no more than so many of the last bytes from now on."""
        self._kept_bytes = kept_bytes
        self._let_go(kept_bytes)

    def digest(self, length: int) -> str | None:
        """Hex, of the first `length` bytes; None where so many were not taken, or are no longer known apart."""
        if not self._hashed <= length <= self.bytes:
            return None
        digest = self._hash.copy()
        left = length - self._hashed
        for piece in self._pieces:
            if left <= 0:
                break
            digest.update(memoryview(piece)[:left])
            left -= len(piece)
        return digest.hexdigest()

    def _let_go(self, kept_bytes: int) -> None:
        while self._pieces and self.bytes - self._hashed - len(self._pieces[0]) >= kept_bytes:
            piece = self._pieces.popleft()
            self._hash.update(piece)
            self._hashed += len(piece)
