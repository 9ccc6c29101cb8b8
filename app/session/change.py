"""What an edit of a device does to its connection and its history, said before it is done. Pure.

Three kinds, the worst that applies:

    name, retry, retry_most, stale_after, on_silence, transport   nothing is interrupted
    names and units of channels, bounds of the framing            nothing is interrupted
    address, receive_buffer, on_connect                           a new connection; the history stays, with a gap
    framing, decoding, time                                       a new connection and a new history

An address, a buffer that is asked for before the connection is made, and a greeting that is sent when it is made take
effect with a new connection alone. What is read out of the bytes belongs to a row's meaning: rows that were made by
other rules do not stand in one column with new ones. And a framer or a header line begins with the stream, so that
needs a new connection too. But an edit that leaves each stored row what the new words would have made of the same
bytes (app.decoding.labels, app.framing.bounds) is taken in by what there is, in the midst of the stream.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from app.decoding.labels import gives_same_values, words_of
from app.framing.bounds import cuts_alike
from app.sentence import joined, sentence
from app.session.schema import DeviceOptions

_OF_CONNECTION = ("host", "port", "receive_buffer", "on_connect")
_OF_ROWS = ("framing", "decoding", "time")
_LABELS, _BOUNDS = "labels", "bounds"
_WORDS = {
    "name": sentence("the name"),
    "address": sentence("the address"),
    "receive_buffer": sentence("the receive buffer"),
    "on_connect": sentence("what is sent when it connects"),
    "retry": sentence("how soon it tries again"),
    "retry_most": sentence("how soon it tries again"),
    "stale_after": sentence("when it counts as silent"),
    "on_silence": sentence("what its silence leads to"),
    "transport": sentence("who reads it"),
    "framing": sentence("another framing"),
    "decoding": sentence("another decoding"),
    "time": sentence("another time axis"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit does.

    is_one           anything is different at all
    reconnects       the connection ends and a new one is made
    clears_history   what has come so far is forgotten; its account stays in the run's report
    sentence         both in words, for whoever is about to do it
    """

    is_one: bool
    reconnects: bool
    clears_history: bool
    sentence: str


def change_of(old: DeviceOptions, new: DeviceOptions) -> Change:
    """What becomes of a device with the options `old` when it gets `new`."""
    changed = _changed(old, new)
    clears = any(word in changed for word in _OF_ROWS)
    reconnects = clears or "address" in changed or any(word in changed for word in _OF_CONNECTION)
    return Change(bool(changed), reconnects, clears, _sentence(changed, reconnects=reconnects, clears=clears))


def _changed(old: DeviceOptions, new: DeviceOptions) -> list[str]:
    """The words of what differs, in the order of the file. Another spelling of the same address is none."""
    found = ["name"] if old.name != new.name else []
    links = [field.name for field in msgspec.structs.fields(old.link)]
    differing = [name for name in links if getattr(old.link, name) != getattr(new.link, name)]
    if "host" in differing or "port" in differing:
        found.append("address")
    found += [name for name in differing if name in _WORDS]
    return [*found, *_changed_of_rows(old, new)]


def _changed_of_rows(old: DeviceOptions, new: DeviceOptions) -> list[str]:
    """Of framing, decoding and time; what leaves all rows what they are goes by other words."""
    found = [word for word in _OF_ROWS if getattr(old, word) != getattr(new, word)]
    if "framing" in found and cuts_alike(old.framing, new.framing):
        found[found.index("framing")] = _BOUNDS
    if "decoding" in found and gives_same_values(old.decoding, new.decoding, getattr(new.time, "field", None)):
        found[found.index("decoding")] = _LABELS if words_of(old.decoding) != words_of(new.decoding) else _BOUNDS
    return found


def _sentence(changed: list[str], *, reconnects: bool, clears: bool) -> str:
    if not changed:
        return sentence("Nothing changes.")
    if not reconnects and _LABELS in changed:
        return sentence("The connection goes on and the history stays, under the new names and units.")
    if not reconnects:
        return sentence("The connection goes on and the history stays.")
    if not clears:
        return _sentence_of_gap(changed)
    why = _listed(changed, _OF_ROWS)
    return sentence(
        "A new connection is made and the history of this device is cleared: with {why} rows mean something else.",
        why=why,
    )


def _sentence_of_gap(changed: list[str]) -> str:
    why = _listed(changed, ("address", *_OF_CONNECTION))
    if _LABELS not in changed:
        return sentence("A new connection is made, for {why}; the history stays, with a gap.", why=why)
    return sentence(
        "A new connection is made, for {why}; the history stays, with a gap, under the new names and units.", why=why
    )


def _listed(changed: list[str], causes: tuple[str, ...]) -> str:
    *first, last = (_WORDS[word] for word in changed if word in causes)
    return sentence("{first} and {last}", first=joined(", ", first), last=last) if first else last
