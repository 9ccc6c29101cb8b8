"""The session's words for framings: one frozen struct each, the tag is the word."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.quantities import ByteSize

MAX_FRAME = ByteSize(1 << 20)  # a megabyte holds any telemetry message; a longer one is damage until said otherwise

OnViolation = Literal["reconnect", "skip"]
FirstFrame = Literal["whole", "drop"]


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="line"):
    """Frames end with `delimiter` (any bytes, with TOML's escapes). "\\n" takes "\\r\\n" too."""

    delimiter: str = "\n"
    max_frame: ByteSize = MAX_FRAME
    first_frame: FirstFrame = "whole"


class Length(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="length"):
    """A length field of `size` bytes at `offset` from the frame's start, then the payload.

    The header is everything up to the end of the length field. `counts` says what the length counts: the
    payload alone, or the header too. `adjust` is added to the length (a trailer that it leaves out).
    """

    size: Literal[1, 2, 4, 8] = 4
    order: Literal["little", "big"] = "big"
    offset: int = 0
    counts: Literal["payload", "frame"] = "payload"
    adjust: int = 0
    max_frame: ByteSize = MAX_FRAME
    on_violation: OnViolation = "reconnect"


class Fixed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="fixed"):
    """Every frame is `size` bytes."""

    size: int


class QDataStreamBlocks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="qdatastream"):
    """Each frame is a QByteArray as QDataStream writes it: a length of 32 bits (0xFFFFFFFF is null, 0xFFFFFFFE
    announces 64 bits, Qt 6.7 on), then the bytes."""

    order: Literal["little", "big"] = "big"
    max_frame: ByteSize = MAX_FRAME
    on_violation: OnViolation = "reconnect"


class Sync(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="sync"):
    """A sync word, a length field, the payload, a checksum.

    `word` is hex ("A5 5A"). The length counts the payload; the checksum runs over the length field and the
    payload. Finds the next good frame by itself.
    """

    word: str
    length_size: Literal[1, 2, 4] = 1
    order: Literal["little", "big"] = "little"
    checksum: Literal["none", "crc16-ccitt", "crc16-modbus", "crc32", "sum8", "xor8"] = "crc16-ccitt"
    max_frame: ByteSize = ByteSize(64 << 10)


FramingOptions = Line | Length | Fixed | QDataStreamBlocks | Sync
