"""What damage a framing cannot notice, in one sentence for every place where a framing is chosen or judged."""

from __future__ import annotations

from app.framing.options import Fixed, FramingOptions, Length, QDataStreamBlocks, Sync
from app.sentence import sentence


def unnoticed(framing: FramingOptions) -> str:
    """Begins in lower case, without a full stop; "" where the framing finds back by itself whatever happens.

    A framing whose framer does not `detects_damage` has a sentence always.
    """
    match framing:
        case Fixed():
            return sentence(
                "nothing in frames of a fixed size tells that a byte was lost: all behind it would be shifted"
            )
        case Length() | QDataStreamBlocks():
            return sentence(
                "a bare length tells of a lost byte only once a length is impossible: until then values may be wrong"
            )
        case Sync(checksum="none"):
            return sentence("without a checksum, damage inside a frame shows in its values alone")
    return ""


def on_violation(framing: FramingOptions) -> str:
    """What is done about a length that cannot be true; "" where there is none."""
    if not isinstance(framing, Length | QDataStreamBlocks):
        return ""
    if framing.on_violation == "reconnect":
        return sentence("on an impossible length a new connection is made")
    return sentence("on an impossible length so many bytes are skipped")
