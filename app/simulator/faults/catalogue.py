"""The faults that a simulated device can have: their words, what becomes of the stream, how long they last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.sentence import sentence

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
    Kind("stall", sentence("Stall"), sentence("sends nothing for a while, then goes on"), "whole", True),
    Kind(
        "burst",
        sentence("Burst"),
        sentence("gathers its frames for a while, then sends them all at once"),
        "whole",
        True,
    ),
    Kind("drip", sentence("Drip"), sentence("sends one byte a segment"), "whole", True),
    Kind(
        "split",
        sentence("Split at every byte"),
        sentence("cuts each frame in two, one byte further each time"),
        "whole",
        True,
    ),
    Kind("corrupt", sentence("Corrupt bytes"), sentence("flips bits in some of its bytes"), "damaged", True),
    Kind(
        "lost-delimiter",
        sentence("Lost delimiter"),
        sentence("leaves the delimiter of some frames out"),
        "damaged",
        True,
    ),
    Kind(
        "oversize",
        sentence("Oversize frame"),
        sentence("sends a frame that is longer than the framing allows"),
        "damaged",
        False,
    ),
    Kind(
        "endless-line",
        sentence("Endless line"),
        sentence("sends bytes without any delimiter for a while"),
        "damaged",
        True,
    ),
    Kind(
        "half-open",
        sentence("Half-open"),
        sentence("vanishes without a word: no FIN, no reset, no acknowledgement"),
        "ended",
        True,
    ),
    Kind("rst", sentence("Reset"), sentence("resets the connection between two frames"), "ended", False),
    Kind(
        "rst-in-frame",
        sentence("Reset in a frame"),
        sentence("resets the connection in the middle of a frame"),
        "ended",
        False,
    ),
    Kind(
        "fin-in-frame",
        sentence("FIN in a frame"),
        sentence("closes the connection in the middle of a frame"),
        "ended",
        False,
    ),
    Kind(
        "refuse", sentence("Refuse"), sentence("closes the connection and refuses new ones for a while"), "ended", True
    ),
    Kind(
        "accept-close", sentence("Accept and close"), sentence("accepts and closes at once, for a while"), "ended", True
    ),
    Kind(
        "accept-silence",
        sentence("Accept and silence"),
        sentence("accepts, and says nothing for a while"),
        "ended",
        True,
    ),
    Kind("flood", sentence("Flood"), sentence("sends as fast as TCP takes it"), "whole", True),
    Kind(
        "slow-close",
        sentence("Slow close"),
        sentence("sends its FIN, then neither reads nor closes for a while"),
        "ended",
        True,
    ),
    Kind("clock-jump", sentence("Clock jump"), sentence("its clock jumps"), "whole", False),
    Kind("clock-drift", sentence("Clock drift"), sentence("its clock runs too fast for a while"), "whole", True),
    Kind(
        "header-change",
        sentence("Header changed"),
        sentence("closes, and has other columns in its next connection"),
        "ended",
        False,
    ),
    Kind(
        "both-writing",
        sentence("Both sides writing"),
        sentence("sends without end and does not read meanwhile"),
        "whole",
        True,
    ),
    Kind(
        "reconnect-storm",
        sentence("Reconnect storm"),
        sentence("ends each connection after a moment, for a while"),
        "ended",
        True,
    ),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _KINDS}
