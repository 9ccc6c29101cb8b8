"""The evidence behind a verdict: three to seven plain sentences with figures."""

from __future__ import annotations

from collections.abc import Callable

from app.comparison.judgement.contrast import Contrast
from app.comparison.judgement.findings import JUDGED, Findings
from app.comparison.judgement.rows import FEWEST_PAIRS, HeldPairs, Rows, Standing, quantile
from app.comparison.judgement.wording import (
    NOT_AVAILABLE,
    chance,
    count_text,
    counted,
    finite,
    listed,
    ms_text,
    named,
    rate_text,
    share_text,
    stall_text,
)
from app.comparison.schema import Comparison, Loop, ModeFigures, VerdictKind

MOST = 7
STALLS = {
    "sleep": "a sleep leaves Python's GIL free",
    "python": "a loop in Python shares the GIL with other threads",
    "native": "native code that holds the GIL lets no other thread of Python run",
}


def evidence(findings: Findings, kind: VerdictKind) -> tuple[str, ...]:
    comparison = findings.comparison
    found = [
        _ages(findings),
        _test(findings.worst, findings.verb),
        _reading(findings),
        _senders(findings),
        _stalled(comparison),
        _refresh_gaps(findings) if kind in ("neither", "cannot tell") else "",
        _yardstick(findings),  # where it is there somebody asked for it
        _loop(comparison),
        _processor(comparison),
        _other_links(findings),
    ]
    return tuple(filter(None, found))[:MOST]


def evidence_of_little(comparison: Comparison) -> tuple[str, ...]:
    """Where there is too little for a verdict: what there is."""
    rows = Rows(comparison)
    blocks = len(comparison.blocks)
    found = [
        f"{counted(len(rows.pairs), 'pair')} of {counted(blocks, 'block')} can be used; {FEWEST_PAIRS} are needed.",
        _most_seen(rows),
        _stalled(comparison),
        _loop(comparison),
        _processor(comparison),
    ]
    return tuple(filter(None, found))


def _ages(findings: Findings) -> str:
    """The worst link first."""
    link = findings.worst.link
    gui, thread = (findings.rows.distribution(mode, link, findings.measure) for mode in ("gui", "thread"))
    assert gui is not None, "the worst link stands somewhere in both modes"
    assert thread is not None, "the worst link stands somewhere in both modes"
    names = dict.fromkeys(("p50", findings.worst.standing.quantile))
    pairs = [
        f"{name} {ms_text(quantile(gui, name))} against {ms_text(quantile(thread, name))}"
        for name in names
        if quantile(gui, name) is not None and quantile(thread, name) is not None
    ]
    worst = "The worst link is" if len(findings.standings) > 1 else "The link is"
    return (
        f"{worst} {named(link)}: from readable to {findings.verb} {', '.join(pairs)} with threads "
        f"({count_text(gui.count)} and {count_text(thread.count)} chunks)."
    )


def _test(spoken: Contrast, verb: str) -> str:
    flip = spoken.flip
    if flip is None:
        return f"Only {counted(spoken.pairs, 'pair')} of blocks of {named(spoken.link)} can be compared."
    bounds = spoken.interval_ms
    within = f" (95 %: {_range(*bounds)})" if bounds is not None else ""
    return (
        f"Over {counted(flip.pairs, 'pair')} of blocks, data of {named(spoken.link)} was {verb} "
        f"{_earlier(flip.difference)} with threads on the mean{within}; exchanging the modes within pairs at random "
        f"gives a difference as large {chance(flip)}."
    )


def _range(low_ms: float, high_ms: float) -> str:
    if low_ms * high_ms < 0:
        return f"{_earlier(low_ms)} to {_earlier(high_ms)}"
    low_ms, high_ms = sorted((low_ms, high_ms), key=abs)
    return f"{ms_text(abs(low_ms))} to {_earlier(high_ms)}"


def _earlier(difference_ms: float) -> str:
    """gui - thread in words."""
    return f"{ms_text(abs(difference_ms))} {'later' if difference_ms < 0 else 'earlier'}"


def _reading(findings: Findings) -> str:
    """Of the worst link; "" where it is what is judged anyway."""
    parts = [
        f"{verb} after {_figures(contrast.standing)}"
        for verb, contrast, measure in (
            ("read from the socket", findings.reading, "readable_read"),
            ("received by the GUI thread", findings.receiving, "readable_received"),
        )
        if contrast is not None and measure != findings.measure
    ]
    return f"Its data was {' and '.join(parts)} with threads." if parts else ""


def _figures(standing: Standing) -> str:
    return f"{ms_text(standing.gui_ms)} ({standing.quantile}) against {ms_text(standing.thread_ms)}"


def _senders(findings: Findings) -> str:
    worst, decisive = findings.held.worst, findings.held.link
    if worst is None:
        return f"How long senders were held back is {NOT_AVAILABLE}."
    if not findings.held.tried:
        return "No sender was held back in either mode."
    shown = decisive or worst
    tail = "" if decisive is not None else "; no difference that counts"
    return f"Senders were held back longest at {named(shown.link)}: {_held_figures(shown)}{tail}."


def _held_figures(held: HeldPairs) -> str:
    return f"{share_text(held.gui_share)} of the time against {share_text(held.thread_share)} with threads"


def _refresh_gaps(findings: Findings) -> str:
    """Where the window itself came to painting too seldom."""
    gui, thread = gaps = _of_modes(findings.comparison, lambda mode: finite(mode.loop.refresh_gap_ms))
    if not any(gap is not None and gap > findings.limit_ms for gap in gaps):
        return ""
    return f"The longest time between two refreshes was {ms_text(gui)} against {ms_text(thread)} with threads."


def _stalled(comparison: Comparison) -> str:
    stall = comparison.stall
    if stall is None:
        return ""
    longest = finite(stall.longest_ms)
    found = f" ({counted(stall.count, 'time')}, the longest {ms_text(longest)})" if longest is not None else ""
    return f"The GUI was stalled on purpose: {stall_text(stall)}{found}; {STALLS[stall.kind]}."


def _loop(comparison: Comparison) -> str:
    gui, thread = _of_modes(comparison, lambda mode: finite(mode.loop.lag_p99_ms))
    if gui is None and thread is None:
        return ""
    most = [finite(mode.loop.lag_max_ms) for mode in comparison.modes.values()]
    longest = max((each for each in most if each is not None), default=None)
    at_most = f", {ms_text(longest)} at the most" if longest is not None else ""
    return (
        f"The window's event loop was {ms_text(gui)} late (p99) against {ms_text(thread)} with threads{at_most}"
        f"{_collector(comparison)}."
    )


def _collector(comparison: Comparison) -> str:
    """Python's garbage collector, where it made the loop late."""
    loops: list[Loop] = [mode.loop for mode in comparison.modes.values()]
    lags = [lag for loop in loops if (lag := finite(loop.gc_lag_ms)) is not None]
    if not lags or max(lags) <= 0:
        return ""
    runs = counted(sum(loop.gc_count for loop in loops), "run")
    return f"; Python's garbage collector ({runs}) made it up to {ms_text(max(lags))} late"


def _processor(comparison: Comparison) -> str:
    parts = [_processor_of(comparison.modes.get(mode), words) for mode, words in _MODES]
    return f"Of one processor, {'; '.join(parts)}." if any(parts) else ""


_MODES = (("gui", "one thread"), ("thread", "threads"))


def _processor_of(mode: ModeFigures | None, words: str) -> str:
    if mode is None or (finite(mode.cpu.get("process")) is None and finite(mode.cpu.get("gui")) is None):
        return f"with {words} {NOT_AVAILABLE}"
    shares = [
        f"{name} {share_text(share)}"
        for key, name in (("gui", "the GUI thread"), ("readers", "SocketThreads"), ("process", "all"))
        if (share := finite(mode.cpu.get(key))) is not None and (share or key != "readers")
    ]
    wakes = finite(mode.wake_ups_per_s.get("process"))
    woken = f", {count_text(wakes)} wake-ups a second" if wakes is not None else ""
    return f"with {words} {', '.join(shares)}{woken}"


def _other_links(findings: Findings) -> str:
    others = sorted(
        (each for each in findings.standings if each.link != findings.worst.link),
        key=lambda each: -each.worst_ms,
    )
    if not others:
        return ""
    shown = [f"{named(each.link)} {_figures(each)}" for each in others]
    return f"The other links were {findings.verb} after: {listed(shown)}."


def _yardstick(findings: Findings) -> str:
    yardstick, link = findings.comparison.yardstick, findings.worst.link
    if yardstick is None:
        return ""
    rate, cpu = finite(yardstick.bytes_per_s.get(link)), share_text(yardstick.cpu)
    return f"A bare epoll loop read {named(link)} at {rate_text(rate, 'B')} with {cpu} of one processor in all."


def _most_seen(rows: Rows) -> str:
    """How many chunks of each link there were in the mode with fewer of them."""
    seen = []
    for link in rows.links:
        counts = [
            max((d.count for m in JUDGED if (d := rows.distribution(mode, link, m)) is not None), default=0)
            for mode in ("gui", "thread")
        ]
        seen.append(f"{named(link)} {count_text(min(counts))}")
    return f"Chunks in the mode with fewer of them: {listed(seen)}." if seen else "No link was measured."


def _of_modes(
    comparison: Comparison, figure: Callable[[ModeFigures], float | None]
) -> tuple[float | None, float | None]:
    gui, thread = comparison.modes.get("gui"), comparison.modes.get("thread")
    return (figure(gui) if gui is not None else None, figure(thread) if thread is not None else None)
