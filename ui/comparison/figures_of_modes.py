"""The rows of the two tables of the comparison's dock, made from each mode's figures. Pure of widgets.

Over several links a row tells of the worst of them, which its hint names; rates add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.comparison.judgement.wording import count_text, ms_text, rate_text, share_text
from app.quantities import shown_bytes
from ui.comparison.grades import LIMITS, Grade, grade
from ui.plain import plain
from ui.translate import marked, told, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.comparison.schema import Distribution, LinkFigures, ModeFigures

NOT_AVAILABLE = marked("not available")
TOO_FEW = "–"
LEAST_REFRESHES_HZ = 20  # below that data comes too seldom to call a gap between refreshes the window's
PARTS = ("p50", "p99", "max")
MODES = ("gui", "thread")

WHOLE = {
    "readable_painted": (
        marked("Readable to painted"),
        marked(
            "From when the bytes could be read here to when the window showed them: the age of what is on the screen."
        ),
    ),
    "readable_received": (
        marked("Readable to received"),
        marked("To when the window's thread had them, whoever read them."),
    ),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One mode's figure or figures of a row; `worst` is the link that they are of, "" for one of all."""

    texts: tuple[str, ...]
    grade: Grade | None = None
    worst: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of both modes. A cell is None where its mode has not been measured. `part`: one of several hops."""

    name: str
    cells: tuple[Cell | None, ...]
    about: str
    part: bool = False

    def __str__(self) -> str:
        said = [" ".join(cell.texts) if cell is not None else tr("not measured") for cell in self.cells]
        words = [f" ({cell.grade.word})" if cell is not None and cell.grade else "" for cell in self.cells]
        both = [figure + word for figure, word in zip(said, words, strict=True)]
        return tr("{name}: one thread {one}; threads {two}").format(name=self.name, one=both[0], two=both[1])

    @property
    def hint(self) -> str:
        worst = sorted({cell.worst for cell in self.cells if cell is not None and cell.worst})
        shown = tr("Shown: {links}, the worst of the links.").format(links=", ".join(worst))
        return f"{self.about} {shown}" if worst else self.about


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading. `parts` are the names of the figures within a cell; none where it has one."""

    title: str
    parts: tuple[str, ...]
    rows: tuple[Row, ...]


Both = Mapping[str, "ModeFigures | None"]


# -- ages


def age_section(both: Both) -> Section:
    """The whole way and its hops."""
    from app.health.ages import ADVICE

    whole = [_age_row(both, measure, *words, part=False) for measure, words in WHOLE.items()]
    hops = [_age_row(both, str(hop), *words, part=True) for hop, words in ADVICE.items()]
    return Section(tr("Age in ms"), PARTS, (*whole, *hops))


def _age_row(both: Both, measure: str, title: str, about: str, *, part: bool) -> Row:
    limit = f" {LIMITS[measure]}" if measure in LIMITS else ""
    return Row(told(title), tuple(_age_cell(both.get(mode), measure) for mode in MODES), f"{told(about)}{limit}", part)


def _age_cell(figures: ModeFigures | None, measure: str) -> Cell | None:
    if figures is None:
        return None
    found = {name: link.measures[measure] for name, link in figures.links.items() if measure in link.measures}
    known = {name: each for name, each in found.items() if each.count}
    if not known:
        return Cell((tr(NOT_AVAILABLE),))
    columns = [_largest({name: getattr(each, f"{part}_ms") for name, each in known.items()}) for part in PARTS]
    worst = next(name for name, value in (columns[1], columns[2]) if value is not None)
    texts = tuple(_age(value) for _, value in columns)
    return Cell(texts, grade(measure, columns[1][1]), plain(worst, 40) if len(known) > 1 else "")


def _largest(values: Mapping[str, float | None]) -> tuple[str, float | None]:
    """The largest that is known, and the link that has it."""
    found = [(value, name) for name, value in values.items() if value is not None]
    if not found:
        return "", None
    value, name = max(found)
    return name, value


def _age(ms: float | None) -> str:
    if ms is None:
        return TOO_FEW
    return f"{ms:.0f}" if ms >= 99.95 else f"{ms:.1f}" if ms >= 9.995 else f"{ms:.2f}"


def longest_hop(figures: ModeFigures | None) -> tuple[str, str] | None:
    """Where most of the time goes in the worst link, and what to do about it: title and advice."""
    from app.health.ages import ADVICE

    if figures is None:
        return None
    means: dict[str, float] = {}
    for link in figures.links.values():
        for hop in ADVICE:
            found: Distribution | None = link.measures.get(str(hop))
            if found is not None and found.mean_ms is not None:
                means[hop] = max(means.get(hop, 0.0), found.mean_ms)
    if not any(means.values()):
        return None
    return ADVICE[max((hop for hop in ADVICE if hop in means), key=lambda hop: means[hop])]


# -- all else


def cost_section(both: Both) -> Section:
    """What reading costs: processor, wake-ups."""
    gui = tr("Its share of one processor.") + _limit("cpu_gui")
    readers = tr("Share of one processor, together.") + _limit("cpu_readers")
    woken = tr("How often the reading threads were woken, a second.")
    rows = (
        _row(both, tr("Throughput"), _throughput, tr("Read from the sockets of all chosen links, in bytes a second.")),
        _row(both, tr("Window's thread"), _cpu("gui"), gui),
        _row(both, tr("Reading threads"), _cpu("readers"), readers),
        _row(both, tr("Whole process"), _cpu("process"), tr("Share of one processor by all threads, drawing too.")),
        _row(both, tr("Wake-ups, window"), _wakes("gui"), tr("How often the window's thread was woken, a second.")),
        _row(both, tr("Wake-ups, readers"), _wakes("readers"), woken),
    )
    return Section(tr("What it costs"), (), rows)


def wait_section(both: Both) -> Section:
    """What has to wait, and where."""
    lag = tr("How late the window's event loop comes to its work: p99, longest.") + _limit("lag_p99")
    judged = tr("Judged from {rate} Hz on.").format(rate=LEAST_REFRESHES_HZ)
    gap = tr("The longest time between two refreshes.") + f"{_limit('refresh_gap')} {judged}"
    jitter = tr("How long bytes waited for their read while the window was painted: p99.") + _limit("painting_read")
    backlog = tr("The most bytes that waited at a read, in the kernel and in Qt, of one link.")
    flight = tr("The most bytes between a reading thread and the window's, of one link.")
    held = tr("Share of the time that a sender had to wait for room at our end; known for senders here.")
    collector = tr("The longest lag of the loop of which Python's garbage collector took most; and how often it ran.")
    rows = (
        _row(both, tr("Event loop late"), _lag, lag),
        _row(both, tr("by Python's collector"), _collector, collector, part=True),
        _row(both, tr("Longest refresh gap"), _gap, gap),
        _row(both, tr("Read while painting"), _jitter, jitter),
        _row(both, tr("Backlog, most"), _highest(lambda link: link.backlog_high), backlog),
        _row(both, tr("In flight, most"), _highest(lambda link: link.in_flight_high), flight),
        _row(both, tr("Senders held back"), _held, held + _limit("held")),
    )
    return Section(tr("What waits"), (), rows)


def _ms(value: float | None) -> str:
    return told(ms_text(value))


def _limit(name: str) -> str:
    return f" {LIMITS[name]}"


OfMode = Callable[["ModeFigures"], Cell]


def _row(both: Both, name: str, cell: OfMode, about: str, *, part: bool = False) -> Row:
    modes = [both.get(mode) for mode in MODES]
    return Row(name, tuple(None if figures is None else cell(figures) for figures in modes), about, part)


def _throughput(figures: ModeFigures) -> Cell:
    return Cell((told(rate_text(sum(link.bytes_per_s for link in figures.links.values()), "B")),))


def _cpu(who: str) -> OfMode:
    def cell(figures: ModeFigures) -> Cell:
        share = figures.cpu.get(who)
        return Cell((told(share_text(share)),), grade(f"cpu_{who}", share))

    return cell


def _wakes(who: str) -> OfMode:
    def cell(figures: ModeFigures) -> Cell:
        rate = figures.wake_ups_per_s.get(who)
        return Cell((tr(NOT_AVAILABLE) if rate is None else f"{count_text(rate)}/s",))

    return cell


def _lag(figures: ModeFigures) -> Cell:
    loop = figures.loop
    if loop.lag_max_ms is None:
        return Cell((tr(NOT_AVAILABLE),))
    if loop.lag_p99_ms is None:
        return Cell((tr("up to {time}").format(time=_ms(loop.lag_max_ms)),))
    return Cell((f"{_ms(loop.lag_p99_ms)}, {_ms(loop.lag_max_ms)}",), grade("lag_p99", loop.lag_p99_ms))


def _collector(figures: ModeFigures) -> Cell:
    loop = figures.loop
    if not loop.gc_count:
        return Cell((tr("did not run"),))
    count = count_text(loop.gc_count)
    if loop.gc_lag_ms is None:
        return Cell((tr("none, {count}×").format(count=count),))
    return Cell((f"{_ms(loop.gc_lag_ms)}, {count}×",))


def _gap(figures: ModeFigures) -> Cell:
    gap_ms, seconds = figures.loop.refresh_gap_ms, figures.seconds
    often = seconds > 0 and figures.loop.refreshes / seconds >= LEAST_REFRESHES_HZ
    return Cell((_ms(gap_ms),), grade("refresh_gap", gap_ms) if often else None)


def _jitter(figures: ModeFigures) -> Cell:
    name, value = _worst(figures, lambda link: link.painting_read_ms)
    return Cell((TOO_FEW if value is None else _ms(value),), grade("painting_read", value), name)


def _highest(of_link: Callable[[LinkFigures], int | None]) -> OfMode:
    def cell(figures: ModeFigures) -> Cell:
        name, value = _worst(figures, of_link)
        return Cell((tr(NOT_AVAILABLE) if value is None else shown_bytes(round(value)),), None, name)

    return cell


def _held(figures: ModeFigures) -> Cell:
    name, value = _worst(figures, lambda link: link.held_share)
    return Cell((told(share_text(value)),), grade("held", value), name)


def _worst(figures: ModeFigures, of_link: Callable[[LinkFigures], float | None]) -> tuple[str, float | None]:
    """The link with the largest figure, named where there are several, and that figure."""
    name, value = _largest({name: of_link(link) for name, link in figures.links.items()})
    return plain(name, 40) if len(figures.links) > 1 else "", value


def link_ages(both: Both, link: str) -> tuple[tuple[str, str], ...]:
    """How old one link's data is when it is painted, by mode: the age, and the quantile it is, the highest that the
    chunks allow ("" where they allow none)."""
    return tuple(_link_age(both.get(mode), link) for mode in MODES)


def is_unseen(both: Both, link: str) -> bool:
    """Whether its data has come but none of it was painted: its plots are scrolled or folded away."""
    found = [figures.links[link].measures for figures in both.values() if figures is not None and link in figures.links]
    return _has_any(found, "readable_received") and not _has_any(found, "readable_painted")


def _has_any(found: Sequence[Mapping[str, Distribution]], measure: str) -> bool:
    return any(measure in measures and measures[measure].count for measures in found)


def _link_age(figures: ModeFigures | None, link: str) -> tuple[str, str]:
    found = figures.links.get(link) if figures is not None else None
    age = found.measures.get("readable_painted") if found is not None else None
    for quantile in ("p99", "p95", "p90", "p50"):
        value = getattr(age, f"{quantile}_ms", None)
        if value is not None:
            return _age(value), quantile
    return TOO_FEW, ""


def as_text(sections: Iterable[Section]) -> str:
    """All rows as plain text, to copy and to read out."""
    return "\n".join(f"{section.title}\n" + "\n".join(f"  {row}" for row in section.rows) for section in sections)
