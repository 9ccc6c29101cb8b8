"""What must hold between what a simulated device sent and what was received of it. Pure: counts and digests in, words
out.

Two accounts of the same connections, made by two processes that share no code. Ours numbers openings of the link,
the simulator's connections that it accepted; they are not the same (one that the kernel completed may end before it is
accepted), so they are joined by what they carried: a connection of ours belongs to the one whose first bytes have the
same digest. Frames carry their time, so that no two connections begin alike, and both accounts are in order.

    FIN behind the last byte   received = sent = what the kernel took, to the byte
    any other end              taken - unsent <= received <= taken, unless we closed it: then received <= taken
    each connection            what was received is a prefix of what was sent (digest)
    stream whole               one connection, all frames that were sent were decoded, nothing rejected or discarded
    stream damaged             framed and discarded by reason as a plain walk over the bytes finds it; no frame without
                               damage is rejected; no connection is given up but for an impossible length; damaged
                               frames that were decoded are told
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

End = Literal["fin", "rst", "client", "vanished"]
Outcome = Literal["whole", "ended", "damaged"]


@dataclass(frozen=True, slots=True)
class Received:
    """A connection as we saw it; `digest` is of so many bytes."""

    connection: int
    count: int
    digest: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A connection as the simulator closed it.

    unsent  bytes taken by its kernel and never acknowledged; None: not to be had
    damage  where in the stream each damaged frame lies, (begin, end); may be cut short
    """

    connection: int
    sent: int
    taken: int
    unsent: int | None
    frames: int
    damaged: int
    how: End
    damage: Sequence[tuple[int, int]] = ()

    @classmethod
    def told(cls, event: Mapping[str, Any]) -> Sent:
        """From the simulator's line."""
        return cls(**{name: event[name] for name in cls.__slots__})


@dataclass(frozen=True, slots=True)
class Cut:
    """What a plain walk over all bytes of a device's connections finds (tests.faults.plain).

    sound     frames that surely touch no damage
    violated  connections with a length that could not be true, for which the link makes a new one
    """

    frames: int
    framed: int
    discarded: Mapping[str, int]
    sound: int
    violated: int


@dataclass(frozen=True, slots=True)
class Account:
    """What our side says of a device at the end of a run; the ledger's terms, over all connections.

    framed          bytes of all frames
    failures        what did not add up, at any refresh
    kernel_agrees   None: not available
    frames          that were framed and not rejected: decoded or set aside with a reason
    undetected      damaged frames that were decoded all the same; None: nothing was damaged, or not to be known
    plain           what should have become of these bytes; None: they were not kept
    recovered_s     from the fault's end to the next decoded frame; None: there was none
    """

    received: int
    reasoned: int
    framed: int
    frames: int
    rejected: Mapping[str, int]
    discarded: Mapping[str, int]
    failures: Sequence[str]
    kernel_agrees: bool | None
    undetected: int | None
    plain: Cut | None
    recovered_s: float | None


Pairs = Sequence[tuple[Received, Sent | None]]
"""Our connections, each with theirs; None: nothing came on it."""


def joined(ours: Sequence[Received], theirs: Sequence[int], digest: Callable[[int, int], str | None]) -> dict[int, int]:
    """By the number of each connection of ours on which bytes came: the one of theirs that begins with the same bytes.

    `digest(connection, count)` asks for one of the first bytes of theirs; None where it has not so many. Raises
    LookupError for bytes that nobody sent.
    """
    found: dict[int, int] = {}
    left = list(theirs)
    for mine in ours:
        if mine.count:
            place = _place(mine, left, digest)
            found[mine.connection] = left[place]
            left = left[place + 1 :]
    return found


def _place(mine: Received, left: Sequence[int], digest: Callable[[int, int], str | None]) -> int:
    for place, candidate in enumerate(left):
        if digest(candidate, mine.count) == mine.digest:
            return place
    tried = ", ".join(map(str, left)) or "none is left"
    raise LookupError(
        f"the {mine.count} bytes of connection {mine.connection} are the beginning of none that was sent ({tried})"
    )


def paired(
    ours: Sequence[Received], theirs: Sequence[Sent], found: Mapping[int, int]
) -> tuple[list[tuple[Received, Sent | None]], list[Sent]]:
    """Our connections with theirs, and those of theirs of which nothing came."""
    by_number = {each.connection: each for each in theirs}
    pairs = [(mine, by_number.get(found.get(mine.connection, 0))) for mine in ours]
    return pairs, [each for each in theirs if each.connection not in found.values()]


def complaints(
    outcome: Outcome,
    account: Account,
    pairs: Pairs,
    unseen: Sequence[Sent],
    patience_s: float,
) -> list[str]:
    """All that does not hold; empty where all does."""
    found = [f"ledger: {failure}" for failure in account.failures]
    if account.kernel_agrees is False:
        found.append("the kernel counted other bytes")
    if account.reasoned != account.received:
        found.append(f"of {account.received} bytes received {account.reasoned} are in a counted term")
    total = sum(mine.count for mine, _ in pairs)
    if total != account.received:
        found.append(f"{total} bytes came from the link, {account.received} are in the ledger")
    for mine, theirs in pairs:
        found += shortfall(mine, theirs) if theirs is not None else ()
    found += [line for each in unseen for line in shortfall(Received(0, 0, ""), each)]
    found += {"whole": _whole, "ended": _ended, "damaged": _damaged}[outcome](account, pairs)
    if account.recovered_s is None:
        found.append("no frame was decoded after it")
    elif account.recovered_s > patience_s:
        found.append(f"recovered after {account.recovered_s:.1f} s, expected {patience_s:g} s at most")
    return found


def shortfall(mine: Received, theirs: Sent) -> list[str]:
    """What is wrong with the number of bytes of one; that they are a prefix is known, since they were joined by it."""
    name = f"connection {theirs.connection} ({theirs.how})"
    if theirs.how == "fin":
        least, most = theirs.sent, theirs.taken
    elif theirs.how == "client":
        least, most = 0, theirs.taken
    else:
        least, most = theirs.taken - (theirs.unsent or 0), theirs.taken
    if least <= mine.count <= most:
        return []
    expected = f"{least}" if least == most else f"{least} to {most}"
    return [f"{name}: expected {expected} bytes, received {mine.count}"]


def _whole(account: Account, pairs: Pairs) -> list[str]:
    found = []
    if len(pairs) != 1:
        found.append(f"expected one connection, there were {len(pairs)}")
    sent = sum(theirs.frames for _, theirs in pairs if theirs is not None)
    if account.frames != sent:
        found.append(f"{sent} frames were sent, {account.frames} decoded or set aside")
    if account.rejected:
        found.append(f"rejected {dict(account.rejected)}")
    if account.discarded:
        found.append(f"discarded {dict(account.discarded)}")
    return found


def _ended(account: Account, pairs: Pairs) -> list[str]:
    found = []
    if len(pairs) < 2:
        found.append("the connection did not end")
    sent = sum(theirs.frames for _, theirs in pairs if theirs is not None)
    if account.frames > sent:
        found.append(f"{sent} frames were sent, {account.frames} decoded or set aside")
    return found


def _damaged(account: Account, pairs: Pairs) -> list[str]:
    damaged = sum(theirs.damaged for _, theirs in pairs if theirs is not None)
    if not damaged:
        return ["no frame was damaged"]
    if account.undetected is None or account.plain is None:
        return [f"where all {damaged} damaged frames are is not known"]
    return _cut_otherwise(account, account.plain, len(pairs))


def _cut_otherwise(account: Account, plain: Cut, connections: int) -> list[str]:
    found = []
    if connections != plain.violated + 1:
        found.append(f"{connections} connections, {plain.violated} of them with an impossible length")
    seen = (account.frames + sum(account.rejected.values()), account.framed, dict(account.discarded))
    expected = (plain.frames, plain.framed, dict(plain.discarded))
    if seen != expected:
        found.append("{} frames of {} bytes, discarded {}".format(*seen) + ", expected {}, {}, {}".format(*expected))
    if account.frames < plain.sound:
        found.append(f"of {plain.sound} sound frames only {account.frames} were decoded or set aside")
    return found
