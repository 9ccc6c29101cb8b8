"""The faults that a simulated device can have: their words, what becomes of the stream, how long they last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["whole", "ended", "damaged"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault.

    name      the word for it, on the command line and in reports
    title     for people
    about     what the device does, in a sentence
    outcome   whole: all bytes arrive, late or in other pieces; ended: the connection ends, what was received is a
              prefix; damaged: the bytes themselves are wrong, all of them arrive
    lasts     it goes on for a span, else it happens at once
    """

    name: str
    title: str
    about: str
    outcome: Outcome
    lasts: bool


_KINDS = (
    Kind("stall", "Stall", "sends nothing for a while, then goes on", "whole", True),
    Kind(
        "burst",
        "Burst",
        "gathers its frames for a while, then sends them all at once",
        "whole",
        True,
    ),
    Kind("drip", "Drip", "sends one byte a segment", "whole", True),
    Kind(
        "split",
        "Split at every byte",
        "cuts each frame in two, one byte further each time",
        "whole",
        True,
    ),
    Kind("corrupt", "Corrupt bytes", "flips bits in some of its bytes", "damaged", True),
    Kind(
        "lost-delimiter",
        "Lost delimiter",
        "leaves the delimiter of some frames out",
        "damaged",
        True,
    ),
    Kind(
        "oversize",
        "Oversize frame",
        "sends a frame that is longer than the framing allows",
        "damaged",
        False,
    ),
    Kind(
        "endless-line",
        "Endless line",
        "sends bytes without any delimiter for a while",
        "damaged",
        True,
    ),
    Kind(
        "half-open",
        "Half-open",
        "vanishes without a word: no FIN, no reset, no acknowledgement",
        "ended",
        True,
    ),
    Kind("rst", "Reset", "resets the connection between two frames", "ended", False),
    Kind(
        "rst-in-frame",
        "Reset in a frame",
        "resets the connection in the middle of a frame",
        "ended",
        False,
    ),
    Kind(
        "fin-in-frame",
        "FIN in a frame",
        "closes the connection in the middle of a frame",
        "ended",
        False,
    ),
    Kind("refuse", "Refuse", "closes the connection and refuses new ones for a while", "ended", True),
    Kind("accept-close", "Accept and close", "accepts and closes at once, for a while", "ended", True),
    Kind(
        "accept-silence",
        "Accept and silence",
        "accepts, and says nothing for a while",
        "ended",
        True,
    ),
    Kind("flood", "Flood", "sends as fast as TCP takes it", "whole", True),
    Kind(
        "slow-close",
        "Slow close",
        "sends its FIN, then neither reads nor closes for a while",
        "ended",
        True,
    ),
    Kind("clock-jump", "Clock jump", "its clock jumps", "whole", False),
    Kind("clock-drift", "Clock drift", "its clock runs too fast for a while", "whole", True),
    Kind(
        "header-change",
        "Header changed",
        "closes, and has other columns in its next connection",
        "ended",
        False,
    ),
    Kind(
        "both-writing",
        "Both sides writing",
        "sends without end and does not read meanwhile",
        "whole",
        True,
    ),
    Kind(
        "reconnect-storm",
        "Reconnect storm",
        "ends each connection after a moment, for a while",
        "ended",
        True,
    ),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _KINDS}
