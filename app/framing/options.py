"""The session's words for framings: one frozen struct each, the tag is the word.

What cannot be meant (an empty delimiter, a size of 0) is refused here, with a ValueError that msgspec turns into a
message with the place in the session; a framer can then rely on its options.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from app.quantities import ByteSize
from app.sentence import sentence
from app.word_error import WordError

MAX_FRAME = ByteSize(1 << 20)  # a megabyte holds any telemetry message; a longer one is damage until said otherwise
LARGEST_FRAME = ByteSize(256 << 20)  # a framer holds up to four times its longest frame in memory
LONGEST_WORD = 64  # bytes of a delimiter or sync word; real ones have 1 to 8, and both are searched byte by byte
FARTHEST_FIELD = 4096  # bytes before a length field; real headers have a few dozen

OnViolation = Literal["reconnect", "skip"]
FirstFrame = Literal["whole", "drop"]


def _check_max_frame(size: int) -> None:
    if not 1 <= size <= LARGEST_FRAME:
        what = sentence("expected 1 B to {most} MiB, got {seen} B", most=LARGEST_FRAME >> 20, seen=size)
        raise WordError("max_frame", what)


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="line"):
    """Frames end with `delimiter`, which is not part of them. "\\n" takes "\\r\\n" too.

    Any bytes can be meant: characters below U+0100 stand for the byte of that value ("\\u001e" for the record
    separator, "\\u00c0" for the byte C0), since a delimiter is a byte far more often than a letter with an accent.
    With any character above, the whole delimiter is UTF-8. `first_frame = "drop"` is for servers that join a client
    in mid-stream: all up to the first delimiter of each connection is discarded.
    """

    delimiter: str = "\n"
    max_frame: ByteSize = MAX_FRAME
    first_frame: FirstFrame = "whole"

    def __post_init__(self) -> None:
        _check_max_frame(self.max_frame)
        if not 1 <= len(self.delimiter_bytes) <= LONGEST_WORD:
            seen = repr(self.delimiter)
            what = sentence("expected {least} to {most} bytes, got {seen}", least=1, most=LONGEST_WORD, seen=seen)
            raise WordError("delimiter", what)

    @property
    def delimiter_bytes(self) -> bytes:
        is_bytes = all(ord(character) < 256 for character in self.delimiter)
        return self.delimiter.encode("latin-1" if is_bytes else "utf-8")


class Length(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="length"):
    """A length field of `size` bytes at `offset` from the frame's start, then the payload.

    The header is everything up to the end of the length field. `counts` says what the length counts: the
    payload alone, or the header too. `adjust` is added to the length (a trailer that it leaves out).
    `keep_header` hands the header on in front of the payload, for a decoder that reads an id or a time in it.
    `max_frame` bounds the payload.
    """

    size: Literal[1, 2, 4, 8] = 4
    order: Literal["little", "big"] = "big"
    offset: int = 0
    counts: Literal["payload", "frame"] = "payload"
    adjust: int = 0
    keep_header: bool = False
    max_frame: ByteSize = MAX_FRAME
    on_violation: OnViolation = "reconnect"

    def __post_init__(self) -> None:
        _check_max_frame(self.max_frame)
        if not 0 <= self.offset <= FARTHEST_FIELD:
            what = sentence("expected {least} to {most}, got {seen}", least=0, most=FARTHEST_FIELD, seen=self.offset)
            raise WordError("offset", what)
        if abs(self.adjust) > LARGEST_FRAME:
            what = sentence("expected at most {most} either way, got {seen}", most=LARGEST_FRAME, seen=self.adjust)
            raise WordError("adjust", what)


class Fixed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="fixed"):
    """Every frame is `size` bytes."""

    size: int

    def __post_init__(self) -> None:
        if not 1 <= self.size <= LARGEST_FRAME:
            what = sentence("expected {least} to {most} bytes, got {seen}", least=1, most=LARGEST_FRAME, seen=self.size)
            raise WordError("size", what)


class QDataStreamBlocks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="qdatastream"):
    """Each frame is a QByteArray as QDataStream writes it: a length of 32 bits (0xFFFFFFFF is null, 0xFFFFFFFE
    announces 64 bits, Qt 6.7 on), then the bytes."""

    order: Literal["little", "big"] = "big"
    max_frame: ByteSize = MAX_FRAME
    on_violation: OnViolation = "reconnect"

    def __post_init__(self) -> None:
        _check_max_frame(self.max_frame)


class Sync(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="sync"):
    """A sync word, a length field, the payload, a checksum.

    `word` is hex ("A5 5A"). The length counts the payload; the checksum runs over the length field and the
    payload; `order` is that of the length and of the checksum. Finds the next good frame by itself. `max_frame`
    bounds the payload; the nearer it is to the longest real one, the sooner a damaged length is found out.
    """

    word: str
    length_size: Literal[1, 2, 4] = 1
    order: Literal["little", "big"] = "little"
    checksum: Literal["none", "crc16-ccitt", "crc16-modbus", "crc32", "sum8", "xor8"] = "crc16-ccitt"
    max_frame: ByteSize = ByteSize(64 << 10)

    def __post_init__(self) -> None:
        _check_max_frame(self.max_frame)
        try:
            word = self.word_bytes
        except ValueError:
            word = b""
        if not 1 <= len(word) <= LONGEST_WORD:
            what = sentence(
                'expected 1 to {most} bytes in hex such as "A5 5A", got {seen}', most=LONGEST_WORD, seen=repr(self.word)
            )
            raise WordError("word", what)

    @property
    def word_bytes(self) -> bytes:
        return bytes.fromhex(self.word)


FramingOptions = Line | Length | Fixed | QDataStreamBlocks | Sync
