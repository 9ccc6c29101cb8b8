"""The verdict's sentences, one function each; which one is said is decided in `verdict`."""

from __future__ import annotations

from app.comparison.judgement.contrast import Contrast
from app.comparison.judgement.findings import HOPS, Findings, likely_cause
from app.comparison.judgement.rows import FEWEST_OBSERVATIONS, FEWEST_PAIRS, Rows
from app.comparison.judgement.wording import counted, limit_text, ms_text, named, share_text, stall_text
from app.comparison.schema import Comparison

NOISE = "the difference is smaller than this machine's noise"


def _after(findings: Findings, spoken: Contrast, mode: str, *, quantile: bool = True) -> str:
    """ "18 ms (p99)"; never rounded onto the limit that it is not at."""
    value = spoken.standing.gui_ms if mode == "gui" else spoken.standing.thread_ms
    name = f" ({spoken.standing.quantile})" if quantile else ""
    return ms_text(value, beside=findings.limit_ms) + name


def enough(findings: Findings) -> str:
    spoken, limit = findings.worst, limit_text(findings.limit_ms)
    gui, thread = _after(findings, spoken, "gui"), _after(findings, spoken, "thread", quantile=False)
    return f"one thread is enough: data {findings.verb} after {gui} against {thread} with threads, both within {limit}"


def only_one_thread(findings: Findings) -> str:
    spoken, limit = findings.worst, limit_text(findings.limit_ms)
    gui, thread = _after(findings, spoken, "gui"), _after(findings, spoken, "thread", quantile=False)
    sentence = (
        f"one thread is enough: data {findings.verb} after {gui}, within {limit}, "
        f"against {thread} with threads, which is not"
    )
    return sentence if spoken.sooner else f"{sentence}, though {_why_no_difference(spoken)}"


def helps(findings: Findings) -> str:
    spoken = findings.worst
    gui, thread = _after(findings, spoken, "gui", quantile=False), _after(findings, spoken, "thread")
    sentence = (
        f"a thread helps here: data {findings.verb} after {thread} with threads, "
        f"within {limit_text(findings.limit_ms)}, against {gui} with one thread"
    )
    return sentence + (f"; {_senders(findings)}" if findings.held.less > 0 else "")


def helps_senders(findings: Findings) -> str:
    spoken = findings.worst
    gui, thread = _after(findings, spoken, "gui"), _after(findings, spoken, "thread", quantile=False)
    limit = limit_text(findings.limit_ms)
    where = f"both within {limit}" if findings.gui_is_within else f"on both sides of {limit}"
    return f"a thread helps here: {_senders(findings)}; data {findings.verb} after {gui} against {thread}, {where}"


def _senders(findings: Findings) -> str:
    """Threads first where they hold back for less, one thread first where it does."""
    held = findings.held.link
    assert held is not None, "only said where a link decided it"
    gui, thread = share_text(held.gui_share), share_text(held.thread_share)
    if findings.held.less > 0:
        return f"senders are held back {thread} of the time with threads against {gui} with one thread"
    return f"senders are held back {gui} of the time with one thread against {thread} with threads"


def each_fails_at_one(findings: Findings) -> str:
    """One mode paints in time, the other holds the senders back for less."""
    spoken = findings.worst
    in_time, late = ("gui", "thread") if findings.gui_is_within else ("thread", "gui")
    words = {"gui": "one thread", "thread": "threads"}
    return (
        f"neither does both: with {words[in_time]} data is {findings.verb} after "
        f"{_after(findings, spoken, in_time)}, with {words[late]} after "
        f"{_after(findings, spoken, late, quantile=False)} where {limit_text(findings.limit_ms)} is acceptable, "
        f"but {_senders(findings)}"
    )


def cannot_tell(findings: Findings) -> str:
    spoken = findings.worst
    gui, thread = _after(findings, spoken, "gui"), _after(findings, spoken, "thread", quantile=False)
    return (
        f"cannot tell: data {findings.verb} after {gui} with one thread against {thread} with threads, "
        f"on both sides of {limit_text(findings.limit_ms)}, but {_why_no_difference(spoken)}"
    )


def _why_no_difference(spoken: Contrast) -> str:
    if spoken.flip is None:
        return f"{counted(spoken.pairs, 'pair')} of blocks are too few to test the difference"
    if not spoken.significant:
        return NOISE
    if not spoken.agrees:
        return f"on the mean it is the other way round than at {spoken.standing.quantile}"
    return "the difference is too small to matter"


def neither(findings: Findings) -> str:
    parts = [f"neither is within {limit_text(findings.limit_ms)}: {_busy(findings)}{_both_late(findings)}"]
    parts.append(_threads_do(findings))
    if findings.held.less:
        parts.append(_senders(findings))
    return "; ".join(part for part in parts if part)


def _both_late(findings: Findings) -> str:
    spoken = findings.worst
    if _fails_in_both(findings):
        gui, thread = _after(findings, spoken, "gui"), _after(findings, spoken, "thread", quantile=False)
        return f"data {findings.verb} after {gui} against {thread} with threads{_slow_hop(findings)}"
    one, other = findings.worst_gui, findings.worst_thread  # each mode fails at another link
    return (
        f"with one thread data of {named(one.link)} is {findings.verb} after {_after(findings, one, 'gui')}, "
        f"with threads that of {named(other.link)} after {_after(findings, other, 'thread')}"
    )


def _fails_in_both(findings: Findings) -> bool:
    """Is it the same link at which both modes are beyond the limit? Else the modes' words would speak of two."""
    standing = findings.worst.standing
    return min(standing.gui_ms, standing.thread_ms) > findings.limit_ms


def _busy(findings: Findings) -> str:
    """What keeps the GUI thread busy, in front of the figures; "" where nothing points to that."""
    cause, stall = likely_cause(findings), findings.comparison.stall
    if cause.kind == "stall" and stall is not None:
        return f"the GUI is busy ({stall_text(stall)}), "
    if cause.kind == "collector":
        return f"the GUI is busy (Python's garbage collector, up to {ms_text(cause.figure_ms)}), "
    if cause.kind == "loop":
        return f"the GUI is busy (its event loop is {ms_text(cause.figure_ms)} late at p99), "
    return ""


def _slow_hop(findings: Findings) -> str:
    cause = likely_cause(findings)
    return f", most of it {HOPS[cause.hop]}" if cause.kind == "hop" else ""


def _threads_do(findings: Findings) -> str:
    """ "threads read 95 ms sooner (p99) but paint no sooner", with what was really measured."""
    painting, reading = findings.worst, findings.reading
    if painting.flip is None or not _fails_in_both(findings):
        return ""
    verb = {"painted": "paint", "received": "receive", "read": "read"}[findings.verb]
    paints = f"{verb} {_how_much_sooner(painting)}"
    if reading is None or reading.flip is None or verb == "read":
        return f"threads {paints}"
    if reading.sooner == painting.sooner == 0:
        return f"threads neither read nor {verb} sooner"
    joined = "but" if reading.sooner > painting.sooner or reading.sooner * painting.sooner < 0 else "and"
    return f"threads read {_how_much_sooner(reading)} {joined} {paints}"


def _how_much_sooner(contrast: Contrast) -> str:
    if not contrast.sooner:
        return "no sooner"
    size = f"{ms_text(abs(contrast.difference_ms))} {'sooner' if contrast.sooner > 0 else 'later'}"
    return f"{size} ({contrast.standing.quantile})"


def too_few(comparison: Comparison) -> str:
    rows = Rows(comparison)
    found = len(rows.pairs)
    if found < FEWEST_PAIRS:
        left_out = len({block.pair for block in comparison.blocks}) - found
        also = f" ({left_out} left out)" if left_out else ""
        return f"too few to tell: {counted(found, 'sound pair')} of blocks{also} where {FEWEST_PAIRS} are needed"
    return (
        f"too few to tell: no link has the {FEWEST_OBSERVATIONS} chunks in each mode that a median needs; "
        "let it run longer"
    )


def too_few_pairs_of_link(findings: Findings) -> str:
    spoken = findings.worst
    return (
        f"too few to tell: data of {named(spoken.link)} {findings.verb} after {_after(findings, spoken, 'gui')} with "
        f"one thread against {_after(findings, spoken, 'thread', quantile=False)} with threads, but in "
        f"{counted(spoken.pairs, 'pair')} of blocks only where {FEWEST_PAIRS} are needed"
    )
