"""The verdict's sentences, one function each; which one is said is decided in `verdict`."""

from __future__ import annotations

from app.comparison.judgement.contrast import Contrast
from app.comparison.judgement.findings import HOPS, Findings, likely_cause
from app.comparison.judgement.rows import FEWEST_OBSERVATIONS, FEWEST_PAIRS, Rows
from app.comparison.judgement.wording import limit_text, ms_text, named, share_text, stall_text
from app.comparison.schema import Comparison
from app.sentence import joined, numbered, sentence

NOISE = sentence("the difference is smaller than this machine's noise")


def _after(findings: Findings, spoken: Contrast, mode: str, *, quantile: bool = True) -> str:
    """ "18 ms (p99)"; never rounded onto the limit that it is not at."""
    value = spoken.standing.gui_ms if mode == "gui" else spoken.standing.thread_ms
    text = ms_text(value, beside=findings.limit_ms)
    return joined(" ", (text, f"({spoken.standing.quantile})")) if quantile else text


def _both(findings: Findings, *, quantile_of: str = "gui") -> dict[str, str]:
    """The figures of both modes at the worst link, the verb and the limit: what most of the sentences say."""
    spoken = findings.worst
    return {
        "verb": findings.verb,
        "gui": _after(findings, spoken, "gui", quantile=quantile_of == "gui"),
        "thread": _after(findings, spoken, "thread", quantile=quantile_of == "thread"),
        "limit": limit_text(findings.limit_ms),
    }


def enough(findings: Findings) -> str:
    return sentence(
        "one thread is enough: data {verb} after {gui} against {thread} with threads, both within {limit}",
        **_both(findings),
    )


def only_one_thread(findings: Findings) -> str:
    said = sentence(
        "one thread is enough: data {verb} after {gui}, within {limit}, against {thread} with threads, which is not",
        **_both(findings),
    )
    spoken = findings.worst
    return said if spoken.sooner else sentence("{said}, though {why}", said=said, why=_why_no_difference(spoken))


def helps(findings: Findings) -> str:
    said = sentence(
        "a thread helps here: data {verb} after {thread} with threads, within {limit}, against {gui} with one thread",
        **_both(findings, quantile_of="thread"),
    )
    return joined("; ", (said, _senders(findings))) if findings.held.less > 0 else said


def helps_senders(findings: Findings) -> str:
    senders, both = _senders(findings), _both(findings)
    if findings.gui_is_within:
        return sentence(
            "a thread helps here: {senders}; data {verb} after {gui} against {thread}, both within {limit}",
            senders=senders,
            **both,
        )
    return sentence(
        "a thread helps here: {senders}; data {verb} after {gui} against {thread}, on both sides of {limit}",
        senders=senders,
        **both,
    )


def _senders(findings: Findings) -> str:
    """Threads first where they hold back for less, one thread first where it does."""
    held = findings.held.link
    assert held is not None, "only said where a link decided it"
    gui, thread = share_text(held.gui_share), share_text(held.thread_share)
    if findings.held.less > 0:
        return sentence(
            "senders are held back {thread} of the time with threads against {gui} with one thread",
            thread=thread,
            gui=gui,
        )
    return sentence(
        "senders are held back {gui} of the time with one thread against {thread} with threads", gui=gui, thread=thread
    )


def each_fails_at_one(findings: Findings) -> str:
    """One mode paints in time, the other holds the senders back for less."""
    senders = _senders(findings)
    if findings.gui_is_within:
        return sentence(
            "neither does both: with one thread data is {verb} after {gui}, with threads after {thread} where {limit} "
            "is acceptable, but {senders}",
            senders=senders,
            **_both(findings),
        )
    return sentence(
        "neither does both: with threads data is {verb} after {thread}, with one thread after {gui} where {limit} is "
        "acceptable, but {senders}",
        senders=senders,
        **_both(findings, quantile_of="thread"),
    )


def cannot_tell(findings: Findings) -> str:
    return sentence(
        "cannot tell: data {verb} after {gui} with one thread against {thread} with threads, on both sides of {limit}, "
        "but {why}",
        why=_why_no_difference(findings.worst),
        **_both(findings),
    )


def _why_no_difference(spoken: Contrast) -> str:
    if spoken.flip is None:
        return numbered(
            spoken.pairs,
            "{count} pair of blocks are too few to test the difference",
            "{count} pairs of blocks are too few to test the difference",
        )
    if not spoken.significant:
        return NOISE
    if not spoken.agrees:
        return sentence("on the mean it is the other way round than at {quantile}", quantile=spoken.standing.quantile)
    return sentence("the difference is too small to matter")


def neither(findings: Findings) -> str:
    found = joined("", [part for part in (_busy(findings), _both_late(findings)) if part])
    parts = [sentence("neither is within {limit}: {found}", limit=limit_text(findings.limit_ms), found=found)]
    more = [_threads_do(findings), _senders(findings) if findings.held.less else ""]
    return joined("; ", [*parts, *filter(None, more)])


def _both_late(findings: Findings) -> str:
    if _fails_in_both(findings):
        said = sentence("data {verb} after {gui} against {thread} with threads", **_without_limit(_both(findings)))
        hop = _slow_hop(findings)
        return joined(", ", (said, hop)) if hop else said
    one, other = findings.worst_gui, findings.worst_thread  # each mode fails at another link
    return sentence(
        "with one thread data of {one} is {verb} after {gui}, with threads that of {other} after {thread}",
        one=named(one.link),
        verb=findings.verb,
        gui=_after(findings, one, "gui"),
        other=named(other.link),
        thread=_after(findings, other, "thread"),
    )


def _without_limit(both: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in both.items() if name != "limit"}


def _fails_in_both(findings: Findings) -> bool:
    """Is it the same link at which both modes are beyond the limit? Else the modes' words would speak of two."""
    standing = findings.worst.standing
    return min(standing.gui_ms, standing.thread_ms) > findings.limit_ms


def _busy(findings: Findings) -> str:
    """What keeps the GUI thread busy, in front of the figures; "" where nothing points to that."""
    cause, stall = likely_cause(findings), findings.comparison.stall
    if cause.kind == "stall" and stall is not None:
        return sentence("the GUI is busy ({stall}), ", stall=stall_text(stall))
    if cause.kind == "collector":
        time = ms_text(cause.figure_ms)
        return sentence("the GUI is busy (Python's garbage collector, up to {time}), ", time=time)
    if cause.kind == "loop":
        return sentence("the GUI is busy (its event loop is {time} late at p99), ", time=ms_text(cause.figure_ms))
    return ""


def _slow_hop(findings: Findings) -> str:
    cause = likely_cause(findings)
    return sentence("most of it {hop}", hop=HOPS[cause.hop]) if cause.kind == "hop" else ""


def _threads_do(findings: Findings) -> str:
    """ "threads read 95 ms sooner (p99) but paint no sooner", with what was really measured."""
    painting, reading = findings.worst, findings.reading
    if painting.flip is None or not _fails_in_both(findings):
        return ""
    verb = _VERBS[findings.verb]
    paints = _does_sooner(verb, painting)
    if reading is None or reading.flip is None or findings.verb == "read":
        return sentence("threads {what}", what=paints)
    if reading.sooner == painting.sooner == 0:
        return sentence("threads neither read nor {verb} sooner", verb=verb)
    reads = _does_sooner(sentence("read"), reading)
    if reading.sooner > painting.sooner or reading.sooner * painting.sooner < 0:
        return sentence("threads {reads} but {paints}", reads=reads, paints=paints)
    return sentence("threads {reads} and {paints}", reads=reads, paints=paints)


_VERBS = {"painted": sentence("paint"), "received": sentence("receive"), "read": sentence("read")}


def _does_sooner(verb: str, contrast: Contrast) -> str:
    if not contrast.sooner:
        return sentence("{verb} no sooner", verb=verb)
    time, quantile = ms_text(abs(contrast.difference_ms)), contrast.standing.quantile
    if contrast.sooner > 0:
        return sentence("{verb} {time} sooner ({quantile})", verb=verb, time=time, quantile=quantile)
    return sentence("{verb} {time} later ({quantile})", verb=verb, time=time, quantile=quantile)


def too_few(comparison: Comparison) -> str:
    rows = Rows(comparison)
    found = len(rows.pairs)
    if found >= FEWEST_PAIRS:
        return sentence(
            "too few to tell: no link has the {count} chunks in each mode that a median needs; let it run longer",
            count=FEWEST_OBSERVATIONS,
        )
    left_out = len({block.pair for block in comparison.blocks}) - found
    sound = numbered(found, "{count} sound pair of blocks", "{count} sound pairs of blocks")
    if left_out:
        sound = sentence("{pairs} ({count} left out)", pairs=sound, count=left_out)
    return sentence("too few to tell: {pairs} where {least} are needed", pairs=sound, least=FEWEST_PAIRS)


def too_few_pairs_of_link(findings: Findings) -> str:
    spoken = findings.worst
    return numbered(
        spoken.pairs,
        "too few to tell: data of {link} {verb} after {gui} with one thread against {thread} with threads, but in "
        "{count} pair of blocks only where {least} are needed",
        "too few to tell: data of {link} {verb} after {gui} with one thread against {thread} with threads, but in "
        "{count} pairs of blocks only where {least} are needed",
        link=named(spoken.link),
        least=FEWEST_PAIRS,
        **_without_limit(_both(findings)),
    )
