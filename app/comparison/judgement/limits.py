"""What a verdict cannot know, and what it had to leave out: said beside it, so that nobody has to find out."""

from __future__ import annotations

from typing import Any

from app.comparison.judgement.findings import JUDGED, Findings
from app.comparison.judgement.rows import FEWEST_OBSERVATIONS, FEWEST_PAIRS, QUANTILES, Rows
from app.comparison.judgement.wording import cleaned, finite, limit_text, listed, ms_text, named
from app.comparison.schema import Comparison
from app.sentence import numbered, sentence

NEAR = 0.1  # of the limit: another run may find a figure on its other side
_LONGEST_REASON = 120


def limits(comparison: Comparison, findings: Findings | None) -> tuple[str, ...]:
    rows = findings.rows if findings is not None else Rows(comparison)
    found = [
        *_left_out(comparison, rows),
        *(_unequal_links(rows, findings.measure) if findings is not None else ()),
        _near(findings),
        _not_held(findings),
        _stalled(comparison),
        _not_fixed(comparison),
        *_always(comparison),
    ]
    return tuple(filter(None, found))


def _always(comparison: Comparison) -> tuple[str, ...]:
    return (
        sentence(
            "Ages are those of the data, weighted by bytes. They count from the last look at the kernel's queue "
            "before any of it had come: they are upper bounds; the means that are tested count from the middle between "
            "that look and the read."
        ),
        sentence("Off screen nothing is shown by a display: painted means drawn in memory.")
        if is_off_screen(comparison.environment)
        else sentence("What the compositor and the screen add after the painting is not known."),
        sentence(
            "The test judges means of blocks, the quantiles are of all data of a mode: they carry no test of their own."
        ),
        _scope(comparison),
    )


def _scope(comparison: Comparison) -> str:
    """For which machine, load and time it holds."""
    times = [ms_text(1e3 * mode.seconds) for mode in comparison.modes.values() if finite(mode.seconds) is not None]
    python = comparison.environment.get("python")
    machine = sentence("this machine")
    if isinstance(python, str) and python.strip():
        machine = sentence("this machine and Python {version}", version=cleaned(python, 20).split()[0])
    if not times:
        return sentence("It holds for {machine}, under the load that it had.", machine=machine)
    return sentence(
        "It holds for {machine}, under the load that it had, as it was in {times} a mode.",
        machine=machine,
        times=listed(list(dict.fromkeys(times))),
    )


def is_off_screen(environment: dict[str, Any]) -> bool:
    """Does the environment say that no display was there?"""
    said = " ".join(str(environment.get(key, "")) for key in ("display", "platform", "screen", "qt_platform")).lower()
    return environment.get("off_screen") is True or "offscreen" in said or "off screen" in said


def _left_out(comparison: Comparison, rows: Rows) -> list[str]:
    """Pairs of which a block is broken, with the reasons."""
    count = len({block.pair for block in comparison.blocks}) - len(rows.pairs)
    if count <= 0:
        return []
    broken = [block for block in comparison.blocks if block.broken]
    reasons = dict.fromkeys(
        sentence("round {number}: {reason}", number=block.round, reason=cleaned(block.broken, _LONGEST_REASON))
        for block in broken
    )
    if not reasons:
        return [
            numbered(count, "{count} pair of blocks could not be used.", "{count} pairs of blocks could not be used.")
        ]
    return [
        numbered(
            count,
            "{count} pair of blocks could not be used ({why}).",
            "{count} pairs of blocks could not be used ({why}).",
            why=listed(list(reasons)),
        )
    ]


def _unequal_links(rows: Rows, measure: str) -> list[str]:
    """Links that could not be judged, or at a lower quantile than the others, or on few pairs."""
    standings = {link: rows.standing(link, measure) for link in rows.links}
    left_out = [named(link) for link, standing in standings.items() if standing is None]
    found: list[str] = []
    if left_out:
        found.append(
            sentence(
                "Not judged, with under {least} chunks {verb} in a mode: {links}.",
                least=FEWEST_OBSERVATIONS,
                verb=JUDGED[measure],
                links=listed(left_out),
            )
        )
    names = [name for name, _ in QUANTILES]
    known = [standing for standing in standings.values() if standing is not None]
    highest = min(names.index(standing.quantile) for standing in known)
    lower = [each for each in known if names.index(each.quantile) > highest]
    if lower:
        by = [sentence("{link} by {quantile}", link=named(each.link), quantile=each.quantile) for each in lower]
        found.append(
            sentence(
                "With fewer chunks than {quantile} needs, judged by less: {links}.",
                quantile=names[highest],
                links=listed(by),
            )
        )
    if highest:
        found.append(
            sentence(
                "There were too few chunks for {wanted}; it would be later than {found}.",
                wanted=names[highest - 1],
                found=names[highest],
            )
        )
    few = [named(each.link) for each in known if len(rows.differences(each.link, measure)) < FEWEST_PAIRS]
    if few:
        found.append(
            sentence("Not tested, with chunks in under {least} pairs: {links}.", least=FEWEST_PAIRS, links=listed(few))
        )
    return found


def _near(findings: Findings | None) -> str:
    if findings is None:
        return ""
    ages = (findings.worst_gui.standing.gui_ms, findings.worst_thread.standing.thread_ms)
    limit_ms = findings.limit_ms
    near = [ms_text(age, beside=limit_ms) for age in ages if abs(age - limit_ms) <= NEAR * limit_ms]
    if not near:
        return ""
    return numbered(
        len(near),
        "{ages} is near {limit}: another run may find it on the other side.",
        "{ages} are near {limit}: another run may find it on the other side.",
        ages=listed(near),
        limit=limit_text(limit_ms),
    )


def _not_held(findings: Findings | None) -> str:
    if findings is None:
        return ""
    unknown = [named(link) for link in findings.rows.links if findings.rows.held(link) is None]
    if not unknown:
        return ""
    return sentence(
        "How long senders were held back is not available for {links}: it was not judged there.", links=listed(unknown)
    )


def _stalled(comparison: Comparison) -> str:
    if comparison.stall is None:
        return ""
    return sentence("With a stall made on purpose: how it is without one is another run.")


def _not_fixed(comparison: Comparison) -> str:
    moved = [
        cleaned(each.removesuffix(".") if each.endswith(".") else each, _LONGEST_REASON)
        for each in comparison.not_fixed
    ]
    return sentence("Could not be kept fixed: {what}.", what=listed(moved)) if moved else ""
