"""The verdict of a comparison: one sentence of one of five kinds, its evidence and its limits, from the rows alone.

What decides, in this order: whether data is painted within what the user called acceptable, in every link that can be
judged; whether senders are held back for less of the time. Reading or receiving sooner without painting sooner is
told, and decides nothing.

    gui within the limit      enough; helps, if threads are within it too and hold senders back for less
    only thread within it     helps, if the difference counts; else cannot tell
    both beyond it            neither
    under 8 sound pairs, or too few chunks for a median    too few
"""

from __future__ import annotations

import msgspec

from app.comparison.judgement import sentences
from app.comparison.judgement.evidence import evidence, evidence_of_little
from app.comparison.judgement.findings import Findings, find
from app.comparison.judgement.limits import limits
from app.comparison.judgement.rows import pairs_of
from app.comparison.judgement.wording import stall_text
from app.comparison.schema import Comparison, Verdict, VerdictKind
from app.sentence import joined, sentence

__all__ = ["complete", "judge", "pairs_of"]


def judge(comparison: Comparison) -> Verdict:
    """The verdict; fields of an earlier one in `comparison` are not looked at."""
    findings = find(comparison)
    if findings is None:
        return Verdict(
            kind="too few",
            sentence=sentences.too_few(comparison),
            evidence=evidence_of_little(comparison),
            limits=limits(comparison, None),
        )
    kind, said = _answer(findings)
    return Verdict(kind=kind, sentence=said, evidence=evidence(findings, kind), limits=limits(comparison, findings))


def complete(comparison: Comparison) -> Comparison:
    """With its pairs, verdict, evidence and limits made from its other rows."""
    verdict = judge(comparison)
    return msgspec.structs.replace(
        comparison,
        pairs=pairs_of(comparison.blocks),
        verdict=verdict.sentence,
        verdict_kind=verdict.kind,
        evidence=verdict.evidence,
        limits=verdict.limits,
    )


def _answer(findings: Findings) -> tuple[VerdictKind, str]:
    kind, said = _kind_and_words(findings)
    if findings.measure != "readable_painted":
        unpainted = sentence("nothing was painted, so it is judged by when data was {verb}", verb=findings.verb)
        said = joined("; ", (said, unpainted))
    stall = findings.comparison.stall
    if stall is not None and stall_text(stall) not in said:
        stalled = sentence("the GUI was stalled on purpose ({stall})", stall=stall_text(stall))
        said = joined("; ", (said, stalled))
    return kind, said


def _kind_and_words(findings: Findings) -> tuple[VerdictKind, str]:
    gui, thread, less_held = findings.gui_is_within, findings.thread_is_within, findings.held.less
    if gui and thread:
        return ("helps", sentences.helps_senders(findings)) if less_held > 0 else ("enough", sentences.enough(findings))
    if gui:
        return (
            ("neither", sentences.each_fails_at_one(findings))
            if less_held > 0
            else ("enough", sentences.only_one_thread(findings))
        )
    if not thread:
        return "neither", sentences.neither(findings)
    return _only_threads_are_within(findings)


def _only_threads_are_within(findings: Findings) -> tuple[VerdictKind, str]:
    spoken = findings.worst  # where only one mode is within the limit the worst figure is the other's
    if spoken.flip is None:
        return "too few", sentences.too_few_pairs_of_link(findings)
    if spoken.sooner > 0:
        fails = findings.held.less < 0
        return ("neither", sentences.each_fails_at_one(findings)) if fails else ("helps", sentences.helps(findings))
    if findings.held.less > 0:
        return "helps", sentences.helps_senders(findings)
    return "cannot tell", sentences.cannot_tell(findings)
