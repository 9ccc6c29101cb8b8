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
    finite,
    listed,
    ms_text,
    named,
    rate_text,
    share_text,
    stall_text,
)
from app.comparison.schema import Comparison, Loop, ModeFigures, VerdictKind
from app.sentence import joined, numbered, sentence

MOST = 7
STALLS = {
    "sleep": sentence("a sleep leaves Python's GIL free"),
    "python": sentence("a loop in Python shares the GIL with other threads"),
    "native": sentence("native code that holds the GIL lets no other thread of Python run"),
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
        sentence(
            "{pairs} of {blocks} can be used; {least} are needed.",
            pairs=numbered(len(rows.pairs), "{count} pair", "{count} pairs"),
            blocks=numbered(blocks, "{count} block", "{count} blocks"),
            least=FEWEST_PAIRS,
        ),
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
        sentence(
            "{quantile} {gui} against {thread}",
            quantile=name,
            gui=ms_text(quantile(gui, name)),
            thread=ms_text(quantile(thread, name)),
        )
        for name in names
        if quantile(gui, name) is not None and quantile(thread, name) is not None
    ]
    return numbered(
        len(findings.standings),
        "The link is {link}: from readable to {verb} {ages} with threads ({gui} and {thread} chunks).",
        "The worst link is {link}: from readable to {verb} {ages} with threads ({gui} and {thread} chunks).",
        link=named(link),
        verb=findings.verb,
        ages=joined(", ", pairs),
        gui=count_text(gui.count),
        thread=count_text(thread.count),
    )


def _test(spoken: Contrast, verb: str) -> str:
    flip = spoken.flip
    if flip is None:
        return numbered(
            spoken.pairs,
            "Only {count} pair of blocks of {link} can be compared.",
            "Only {count} pairs of blocks of {link} can be compared.",
            link=named(spoken.link),
        )
    bounds = spoken.interval_ms
    mean = sentence("on the mean")
    if bounds is not None:
        mean = sentence("on the mean (95 %: {range})", range=_range(*bounds))
    return sentence(
        "Over {pairs} of blocks, data of {link} was {verb} {earlier} with threads {mean}; exchanging the modes within "
        "pairs at random gives a difference as large {chance}.",
        pairs=numbered(flip.pairs, "{count} pair", "{count} pairs"),
        link=named(spoken.link),
        verb=verb,
        earlier=_earlier(flip.difference),
        mean=mean,
        chance=chance(flip),
    )


def _range(low_ms: float, high_ms: float) -> str:
    if low_ms * high_ms < 0:
        return sentence("{low} to {high}", low=_earlier(low_ms), high=_earlier(high_ms))
    low_ms, high_ms = sorted((low_ms, high_ms), key=abs)
    return sentence("{low} to {high}", low=ms_text(abs(low_ms)), high=_earlier(high_ms))


def _earlier(difference_ms: float) -> str:
    """gui - thread in words."""
    time = ms_text(abs(difference_ms))
    return sentence("{time} later", time=time) if difference_ms < 0 else sentence("{time} earlier", time=time)


def _reading(findings: Findings) -> str:
    """Of the worst link; "" where it is what is judged anyway."""
    parts = []
    if findings.reading is not None and findings.measure != "readable_read":
        figures = _figures(findings.reading.standing)
        parts.append(sentence("read from the socket after {figures}", figures=figures))
    if findings.receiving is not None and findings.measure != "readable_received":
        figures = _figures(findings.receiving.standing)
        parts.append(sentence("received by the GUI thread after {figures}", figures=figures))
    return sentence("Its data was {what} with threads.", what=listed(parts)) if parts else ""


def _figures(standing: Standing) -> str:
    gui, thread = ms_text(standing.gui_ms), ms_text(standing.thread_ms)
    return sentence("{gui} ({quantile}) against {thread}", gui=gui, quantile=standing.quantile, thread=thread)


def _senders(findings: Findings) -> str:
    worst, decisive = findings.held.worst, findings.held.link
    if worst is None:
        return sentence("How long senders were held back is not available.")
    if not findings.held.tried:
        return sentence("No sender was held back in either mode.")
    if decisive is None:
        return sentence(
            "Senders were held back longest at {link}: {figures}; no difference that counts.",
            link=named(worst.link),
            figures=_held_figures(worst),
        )
    return sentence(
        "Senders were held back longest at {link}: {figures}.",
        link=named(decisive.link),
        figures=_held_figures(decisive),
    )


def _held_figures(held: HeldPairs) -> str:
    gui, thread = share_text(held.gui_share), share_text(held.thread_share)
    return sentence("{gui} of the time against {thread} with threads", gui=gui, thread=thread)


def _refresh_gaps(findings: Findings) -> str:
    """Where the window itself came to painting too seldom."""
    gui, thread = gaps = _of_modes(findings.comparison, lambda mode: finite(mode.loop.refresh_gap_ms))
    if not any(gap is not None and gap > findings.limit_ms for gap in gaps):
        return ""
    return sentence(
        "The longest time between two refreshes was {gui} against {thread} with threads.",
        gui=ms_text(gui),
        thread=ms_text(thread),
    )


def _stalled(comparison: Comparison) -> str:
    stall = comparison.stall
    if stall is None:
        return ""
    longest = finite(stall.longest_ms)
    told = stall_text(stall)
    if longest is not None:
        told = sentence(
            "{stall} ({times}, the longest {longest})",
            stall=told,
            times=numbered(stall.count, "{count} time", "{count} times"),
            longest=ms_text(longest),
        )
    return sentence("The GUI was stalled on purpose: {stall}; {what}.", stall=told, what=STALLS[stall.kind])


def _loop(comparison: Comparison) -> str:
    gui, thread = _of_modes(comparison, lambda mode: finite(mode.loop.lag_p99_ms))
    if gui is None and thread is None:
        return ""
    most = [finite(mode.loop.lag_max_ms) for mode in comparison.modes.values()]
    longest = max((each for each in most if each is not None), default=None)
    said = sentence(
        "The window's event loop was {gui} late (p99) against {thread} with threads",
        gui=ms_text(gui),
        thread=ms_text(thread),
    )
    if longest is not None:
        said = sentence("{said}, {longest} at the most", said=said, longest=ms_text(longest))
    collector = _collector(comparison)
    return joined("", (joined("; ", (said, collector)) if collector else said, "."))


def _collector(comparison: Comparison) -> str:
    """Python's garbage collector, where it made the loop late."""
    loops: list[Loop] = [mode.loop for mode in comparison.modes.values()]
    lags = [lag for loop in loops if (lag := finite(loop.gc_lag_ms)) is not None]
    if not lags or max(lags) <= 0:
        return ""
    return numbered(
        sum(loop.gc_count for loop in loops),
        "Python's garbage collector ({count} run) made it up to {time} late",
        "Python's garbage collector ({count} runs) made it up to {time} late",
        time=ms_text(max(lags)),
    )


def _processor(comparison: Comparison) -> str:
    parts = [_processor_of(comparison.modes.get(mode), words) for mode, words in _MODES]
    return sentence("Of one processor, {shares}.", shares=joined("; ", parts)) if any(parts) else ""


_MODES = (("gui", sentence("with one thread")), ("thread", sentence("with threads")))


def _processor_of(mode: ModeFigures | None, words: str) -> str:
    if mode is None or (finite(mode.cpu.get("process")) is None and finite(mode.cpu.get("gui")) is None):
        return joined(" ", (words, NOT_AVAILABLE))
    shares = [
        joined(" ", (name, share_text(share)))
        for key, name in _SHARERS
        if (share := finite(mode.cpu.get(key))) is not None and (share or key != "readers")
    ]
    wakes = finite(mode.wake_ups_per_s.get("process"))
    if wakes is not None:
        shares.append(sentence("{count} wake-ups a second", count=count_text(wakes)))
    return joined(" ", (words, joined(", ", shares)))


_SHARERS = (("gui", sentence("the GUI thread")), ("readers", "SocketThreads"), ("process", sentence("all")))


def _other_links(findings: Findings) -> str:
    others = sorted(
        (each for each in findings.standings if each.link != findings.worst.link),
        key=lambda each: -each.worst_ms,
    )
    if not others:
        return ""
    shown = [joined(" ", (named(each.link), _figures(each))) for each in others]
    return sentence("The other links were {verb} after: {links}.", verb=findings.verb, links=listed(shown))


def _yardstick(findings: Findings) -> str:
    yardstick, link = findings.comparison.yardstick, findings.worst.link
    if yardstick is None:
        return ""
    rate, cpu = finite(yardstick.bytes_per_s.get(link)), share_text(yardstick.cpu)
    return sentence(
        "A bare epoll loop read {link} at {rate} with {share} of one processor in all.",
        link=named(link),
        rate=rate_text(rate, "B"),
        share=cpu,
    )


def _most_seen(rows: Rows) -> str:
    """How many chunks of each link there were in the mode with fewer of them."""
    seen = []
    for link in rows.links:
        counts = [
            max((d.count for m in JUDGED if (d := rows.distribution(mode, link, m)) is not None), default=0)
            for mode in ("gui", "thread")
        ]
        seen.append(joined(" ", (named(link), count_text(min(counts)))))
    if not seen:
        return sentence("No link was measured.")
    return sentence("Chunks in the mode with fewer of them: {links}.", links=listed(seen))


def _of_modes(
    comparison: Comparison, figure: Callable[[ModeFigures], float | None]
) -> tuple[float | None, float | None]:
    gui, thread = comparison.modes.get("gui"), comparison.modes.get("thread")
    return (figure(gui) if gui is not None else None, figure(thread) if thread is not None else None)
