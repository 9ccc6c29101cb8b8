"""What the inspector says of the age of a device's data: each hop with its quantiles, and what to do about it.

Pure of widgets. "not available" where nothing was measured; a dash where a quantile has too few chunks yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.inspector.content import NOT_AVAILABLE, grouped
from ui.inspector.figures import Cells, Entry, Figure, Heading, Note
from ui.translate import marked, told, told_inside, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.health.ages import Ages, Measure, Summary

TOO_FEW = "–"
TOTALS = {
    "readable_painted": (
        marked("Readable to painted"),
        marked(
            "From when its bytes could be read here to when the window showed them: the age of what is on the screen."
        ),
    ),
    "sent_painted": (marked("Sent to painted"), marked("The same, from the sender's own stamp on.")),
}
ABOUT = marked(
    "Over the whole run; an observation is what one read brought, weighted by its bytes. Becoming readable counts from "
    "the last look at the kernel's queue before it came, so these are upper bounds. What the screen adds is not known."
)


def age_figures(ages: Ages) -> list[Entry]:
    """The hops, the whole way, and where most of the time goes."""
    from app.health.ages import ADVICE, Measure

    summaries = {measure: ages.summary(measure) for measure in Measure}
    hops = [_cells(ADVICE[hop], summaries[hop]) for hop in ADVICE]
    totals = [_cells(words, summaries[Measure(name)]) for name, words in TOTALS.items()]
    chunks = summaries[Measure.READABLE_READ].count
    return [
        Heading(tr("How old is the data")),
        Cells(tr("Hop, in ms"), ("p50", "p99", "max"), head=True),
        *hops,
        Heading(tr("The whole way")),
        Cells(tr("In ms"), ("p50", "p99", "max"), head=True),
        *totals,
        Figure(tr("Chunks"), grouped(chunks), None, tr("Reads of the socket whose way has ended: painted, or stored")),
        *_longest(summaries),
        Note(tr(ABOUT)),
        *([Note(tr("– too few chunks: p50 is told from 20 on, p99 from 1 000 on."))] if chunks < 1000 else []),
    ]


def _cells(words: tuple[str, str], found: Summary) -> Cells:
    title, advice = map(told, words)
    if not found.count:
        return Cells(title, (tr(NOT_AVAILABLE),), advice)
    return Cells(title, (_shown(found.p50_ms), _shown(found.p99_ms), _shown(found.max_ms)), advice)


def _shown(ms: float | None) -> str:
    if ms is None:
        return TOO_FEW
    if ms >= 1000:
        return grouped(round(ms))
    return f"{ms:.1f}" if ms >= 10 else f"{ms:.2f}"


def _longest(summaries: dict[Measure, Summary]) -> list[Entry]:
    """Where most of the time goes, and what to do about that hop."""
    from app.health.ages import ADVICE

    means = {hop: summaries[hop].mean_ms or 0.0 for hop in ADVICE}
    longest = max(means, key=means.__getitem__)
    if not means[longest]:
        return []
    title, advice = ADVICE[longest]
    return [Heading(tr("Most of it: {hop}").format(hop=told_inside(title))), Note(told(advice))]
