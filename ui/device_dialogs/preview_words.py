"""A test connection and its preview in words and cells. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from app.health.counts import Reject
from app.preview import FrameSeen, Preview, TableSeen
from app.probe import LISTEN_S, OPEN_S, Phase, Probe
from app.quantities import shown_bytes
from ui.device_dialogs.hints import looks_like_text
from ui.device_dialogs.quiet_table import Head
from ui.plain import plain, shown_number
from ui.theme.tokens import State
from ui.translate import told, tr

LONGEST_REASON = 300
LONGEST_TEXT = 160  # of a frame's beginning
FEW_REASONS = 3

UNTRIED = "A test connection takes the first bytes, hangs up, and shows here what these settings make of them."
SECOND = "It is a second connection beside the running one: a device that takes only one may refuse it."


def standing(probe: Probe, *, live: bool = False) -> tuple[str, State | None]:
    """How the test stands, in a sentence, and the state whose mark it has."""
    where, size = plain(probe.address) or tr("the device"), shown_bytes(probe.received)
    reason = plain(told(probe.reason), LONGEST_REASON)
    said: dict[Phase, tuple[str, State | None]] = {
        Phase.UNTRIED: (f"{tr(UNTRIED)} {tr(SECOND)}" if live else tr(UNTRIED), None),
        Phase.RESOLVING: (tr("Looking up the name…"), State.BUSY),
        Phase.CONNECTING: (tr("Connecting to {where}…").format(where=where), State.BUSY),
        Phase.LISTENING: (tr("Connected to {where}: {size} so far").format(where=where, size=size), State.BUSY),
        Phase.REFUSED: (_refused(plain(probe.address), reason), State.ALARM),
        Phase.LATE: (tr("Not connected within {seconds} s").format(seconds=OPEN_S), State.ALARM),
        Phase.ENDED: (_ended(where, size, reason, probe.received), State.WARNING),
        Phase.FULL: (tr("{size} came from {where}: enough to judge").format(size=size, where=where), State.GOOD),
        Phase.ENOUGH: (tr("{where} sends what these settings can read").format(where=where), State.GOOD),
        Phase.QUIET: _quiet(probe, where, size),
        Phase.STOPPED: (tr("Stopped after {size}").format(size=size), None),
    }
    return said[probe.phase]


def _refused(where: str, reason: str) -> str:
    if not where:
        return tr("Not connected: {reason}").format(reason=reason)
    return tr("Not connected to {where}: {reason}").format(where=where, reason=reason)


def _ended(where: str, size: str, reason: str, received: int) -> str:
    if not received:
        return tr("{where} ended the connection before it sent anything: {reason}").format(where=where, reason=reason)
    return tr("The connection ended after {size}: {reason}").format(size=size, reason=reason)


def _quiet(probe: Probe, where: str, size: str) -> tuple[str, State]:
    if probe.received:
        return tr("{size} in {seconds} s from {where}").format(size=size, seconds=LISTEN_S, where=where), State.GOOD
    if probe.asked:
        text = tr("Connected to {where} and asked, and nothing came in {seconds} s: see On connect, under More")
    else:
        text = tr(
            "Connected to {where}, and nothing came in {seconds} s. A device that speaks only when asked needs a "
            "command under More, On connect"
        )
    return text.format(where=where, seconds=LISTEN_S), State.WARNING


def account(preview: Preview) -> str:
    """What became of the bytes, in one line."""
    frames = tr("1 frame") if preview.cut == 1 else tr("{count} frames").format(count=preview.cut)
    is_part = preview.looked_at < preview.received
    of = tr("{frames} in the first {size}") if is_part else tr("{frames} of {size}")
    parts = [of.format(frames=frames, size=shown_bytes(preview.looked_at))]
    if preview.cut:
        parts.append(tr("{count} decoded").format(count=preview.decoded))
    for what, counts in ((tr("rejected"), preview.rejected), (tr("set aside"), preview.set_aside)):
        if counts:
            parts.append(f"{sum(counts.values())} {what} ({_reasons(counts)})")
    if preview.discarded:
        lost = shown_bytes(sum(preview.discarded.values()))
        parts.append(tr("{size} in no frame ({reasons})").format(size=lost, reasons=_reasons(preview.discarded)))
    if preview.pending and not preview.cut:
        parts.append(tr("{size} wait for the end of a frame").format(size=shown_bytes(preview.pending)))
    if preview.violation:
        parts.append(plain(told(preview.violation), 200))
    return "; ".join(parts)


def _reasons(counts: Mapping[str, int]) -> str:
    most = sorted(counts, key=lambda reason: -counts[reason])
    few = ", ".join(plain(told(reason), 120) for reason in most[:FEW_REASONS])
    return few if len(most) <= FEW_REASONS else tr("{few} and others").format(few=few)


def frame_heads() -> tuple[Head, ...]:
    return (Head("", is_figure=True), Head(tr("length"), "B", is_figure=True), Head(tr("begins with"), is_code=True))


def frame_cells(frames: Sequence[FrameSeen]) -> list[tuple[str, ...]]:
    return [(str(number), str(frame.length), _beginning(frame)) for number, frame in enumerate(frames, 1)]


def _beginning(frame: FrameSeen) -> str:
    if looks_like_text(frame.head):
        text = plain(frame.head.decode("utf-8", "replace"), LONGEST_TEXT)
    else:
        text = frame.head[: LONGEST_TEXT // 3].hex(" ")
    return text if frame.length <= LONGEST_TEXT or text.endswith("…") else f"{text} …"


def reject_heads() -> tuple[Head, ...]:
    return (Head(tr("why")), Head(tr("length"), "B", is_figure=True), Head(tr("begins with"), is_code=True))


def reject_cells(rejects: Sequence[Reject]) -> list[tuple[str, ...]]:
    return [
        (plain(told(each.reason), 120), str(each.length), _beginning(FrameSeen(each.head, each.length)))
        for each in rejects
    ]


def nothing_decoded(preview: Preview) -> str:
    """Why there is no row."""
    if not preview.cut:
        return tr("No frame, so no row.")
    if preview.rejected:
        return tr("No row: each frame was rejected. Why stands under Rejected.")
    return tr("No row: all frames were set aside, as lines of a header are.")


def row_heads(table: TableSeen) -> tuple[Head, ...]:
    """Time first: behind the first row, as the settings tell it."""
    columns = [Head(plain(name, 40), plain(unit, 16), is_figure=True) for name, unit in table.units.items()]
    return (Head(tr("time"), "s", is_figure=True), *columns)


def row_cells(table: TableSeen) -> list[tuple[str, ...]]:
    """Numbers of a column have as many decimals as the one that needs most, so that their points stand under each
    other."""
    columns = [_aligned([row.get(name) for row in table.rows]) for name in table.units]
    return [(f"{time / 1e9:.3f}", *cells) for time, *cells in zip(table.times, *columns, strict=True)]


def _aligned(values: Sequence[object]) -> list[str]:
    decimals = max(map(_decimals, values), default=0)
    return [f"{value:.{decimals}f}" if _decimals(value) >= 0 else shown_number(value) for value in values]


def _decimals(value: object) -> int:
    """How many a number needs; -1 where it is no fraction, or shown by a power of ten."""
    text = shown_number(value)
    if not isinstance(value, float) or not math.isfinite(value) or "e" in text:
        return -1
    return len(text.partition(".")[2])
