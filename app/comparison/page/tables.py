"""The tables of the page: both modes side by side, the pairs, the ledgers, what was measured and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from app.comparison.judgement.rows import Rows, highest_quantile, quantile
from app.comparison.judgement.wording import (
    NOT_AVAILABLE,
    count_text,
    finite,
    limit_text,
    ms_text,
    rate_text,
    share_text,
)
from app.comparison.page.plots import MODES
from app.comparison.page.svg import element, escaped
from app.comparison.schema import MEASURES, Comparison, Distribution, LinkFigures, Loop, ModeFigures, Yardstick
from app.quantities import shown_bytes

LONGEST_NAME = 60
LINKS_BESIDE = 7  # columns of links that an A4 page has room for
UNNAMED = "(without a name)"
MEASURE_WORDS = {
    "sent_readable": "sent to readable",
    "readable_read": "readable to read",
    "read_received": "read to received",
    "received_stored": "received to stored",
    "stored_painted": "stored to painted",
    "readable_received": "readable to received",
    "readable_painted": "readable to painted",
    "sent_painted": "sent to painted",
}
_FIGURES = ("p50", "p99", "max")


def cell(text: str, class_: str = "") -> str:
    return element("td", escaped(text), class_=f"{class_} none".strip() if text == NOT_AVAILABLE else class_)


def heading(text: object, class_: str = "", **attributes: object) -> str:
    return element("th", element("bdi", escaped(text, LONGEST_NAME)), class_=class_, **attributes)


def name_heading(link: str, class_: str = "", **attributes: object) -> str:
    """A link's or device's name, which may be anything; "" has to be seen too."""
    shown = escaped(link or UNNAMED, LONGEST_NAME)
    return element("th", element("bdi", shown), class_=f"{class_} named".strip(), **attributes)


def row(*cells: str, class_: str = "") -> str:
    return element("tr", *cells, class_=class_)


def table(head: Iterable[str], bodies: Iterable[Sequence[str]]) -> str:
    """`bodies` are groups of rows."""
    groups = [element("tbody", *rows) for rows in bodies]
    return element("div", element("table", element("thead", *head), *groups), class_="wide")


def _mode_heads(span: int) -> list[str]:
    return [heading(name, f"over-all {mode}", colspan=span, scope="colgroup") for mode, name in MODES.items()]


def ages(rows: Rows) -> str:
    """Every measure of every link, in both modes; the highest quantile that the chunks allow stands in p99's place."""
    names = [
        heading(each, f"figure{' first' if each == 'p50' else ''}", scope="col") for _ in MODES for each in _FIGURES
    ]
    counts = [heading("chunks", "figure", scope="col")]
    head = [row(heading(""), *_mode_heads(len(_FIGURES)), heading("")), row(heading("Age"), *names, *counts)]
    return table(head, (_ages_of_link(rows, link) for link in rows.links))


def _ages_of_link(rows: Rows, link: str) -> list[str]:
    found = {measure: [rows.distribution(mode, link, measure) for mode in MODES] for measure in MEASURES}
    seen = {measure: both for measure, both in found.items() if any(each is not None and each.count for each in both)}
    lines = [row(name_heading(link, scope="rowgroup", colspan=2 * len(_FIGURES) + 2), class_="group")]
    for measure, both in seen.items():
        named = highest_quantile(both)
        figures = [text for each in both for text in _three(each, named)]
        counts = " and ".join(count_text(each.count if each is not None else 0) for each in both)
        cells = [cell(text, "first" if index % 3 == 0 else "") for index, text in enumerate(figures)]
        lines.append(row(heading(MEASURE_WORDS[measure], scope="row"), *cells, cell(counts)))
    return lines if seen else [*lines, row(cell("no chunk was measured", "text"))]


def _three(found: Distribution | None, named: str | None) -> list[str]:
    """`named`: the highest quantile that both modes allow; two different ones side by side would be read as one."""
    if found is None or not found.count:
        return [NOT_AVAILABLE] * 3
    named = named or highest_quantile([found])
    return [ms_text(quantile(found, "p50")), _high(found, named), ms_text(found.max_ms)]


def _high(found: Distribution, named: str | None) -> str:
    """With its name where it is not p99; the median has its own column."""
    if named is None or named == "p50":
        return NOT_AVAILABLE
    value = ms_text(quantile(found, named))
    return value if named == "p99" else f"{named} {value}"


def _bytes(count: float | None) -> str:
    count = finite(count)
    return NOT_AVAILABLE if count is None else shown_bytes(count)


_OF_LINK: dict[str, Callable[[LinkFigures], str]] = {
    "throughput": lambda link: rate_text(link.bytes_per_s, "B"),
    "held back": lambda link: share_text(link.held_share),
    "most waiting at a read": lambda link: _bytes(link.backlog_high),
    "most in flight": lambda link: _bytes(link.in_flight_high),
    "read while painting, p99": lambda link: ms_text(link.painting_read_ms),
}


def links_beside(comparison: Comparison, rows: Rows) -> str:
    """What is no age: a row a link and mode."""
    head = [row(heading("Link"), heading(""), *(heading(name, "figure", scope="col") for name in _OF_LINK))]
    return table(head, (_beside_of_link(comparison, link) for link in rows.links))


def _beside_of_link(comparison: Comparison, link: str) -> list[str]:
    lines = []
    for mode, words in MODES.items():
        figures = _link_figures(comparison, mode, link)
        cells = [cell(text(figures) if figures is not None else NOT_AVAILABLE) for text in _OF_LINK.values()]
        first = [name_heading(link, "strong", scope="rowgroup", rowspan=2)] if mode == "gui" else []
        lines.append(row(*first, heading(words, mode, scope="row"), *cells))
    return lines


def _link_figures(comparison: Comparison, mode: str, link: str) -> LinkFigures | None:
    figures = comparison.modes.get(mode)
    return figures.links.get(link) if figures is not None else None


def _cpu(key: str) -> Callable[[ModeFigures], str]:
    return lambda mode: share_text(mode.cpu.get(key))


def _wake_ups(key: str) -> Callable[[ModeFigures], str]:
    def text(mode: ModeFigures) -> str:
        rate = finite(mode.wake_ups_per_s.get(key))
        return NOT_AVAILABLE if rate is None else f"{count_text(rate)} a second"

    return text


def _loop(figure: Callable[[Loop], str]) -> Callable[[ModeFigures], str]:
    return lambda mode: figure(mode.loop)


_OF_MODE: dict[str, dict[str, Callable[[ModeFigures], str]]] = {
    "Processor, of one": {
        "the GUI thread": _cpu("gui"),
        "all SocketThreads": _cpu("readers"),
        "the whole process": _cpu("process"),
    },
    "Wake-ups": {
        "of the GUI thread": _wake_ups("gui"),
        "of all SocketThreads": _wake_ups("readers"),
        "of the whole process": _wake_ups("process"),
    },
    "Event loop": {
        "lag, p50": _loop(lambda loop: ms_text(loop.lag_p50_ms)),
        "lag, p99": _loop(lambda loop: ms_text(loop.lag_p99_ms)),
        "lag, longest": _loop(lambda loop: ms_text(loop.lag_max_ms)),
        "longest lag by Python's garbage collector": _loop(lambda loop: ms_text(loop.gc_lag_ms)),
        "runs of the collector": _loop(lambda loop: count_text(loop.gc_count)),
        "its longest run": _loop(lambda loop: ms_text(loop.gc_longest_ms)),
    },
    "Refresh": {
        "refreshes": _loop(lambda loop: count_text(loop.refreshes)),
        "longest gap between two": _loop(lambda loop: ms_text(loop.refresh_gap_ms)),
    },
}


def modes_beside(comparison: Comparison) -> str:
    """The process and its event loop in both modes."""
    head = [row(heading(""), *(heading(name, f"figure first {mode}", scope="col") for mode, name in MODES.items()))]
    return table(head, (_beside(comparison, group, figures) for group, figures in _OF_MODE.items()))


def _beside(comparison: Comparison, group: str, figures: Mapping[str, Callable[[ModeFigures], str]]) -> list[str]:
    both = [comparison.modes.get(mode) for mode in MODES]
    lines = [row(heading(group, scope="rowgroup", colspan=3), class_="group")]
    for name, text in figures.items():
        cells = [cell(text(each) if each is not None else NOT_AVAILABLE, "first") for each in both]
        lines.append(row(heading(name, scope="row"), *cells))
    return lines


def yardstick(found: Yardstick) -> str:
    head = row(
        heading("Link"),
        *(heading(each, "figure", scope="col") for each in ("throughput", "readable to read, p50", "p99")),
    )
    lines = []
    for link, rate in found.bytes_per_s.items():
        reading = found.measures.get(link, {}).get("readable_read")
        figures = [ms_text(quantile(reading, name)) for name in ("p50", "p99")]
        lines.append(row(name_heading(link, scope="row"), cell(rate_text(rate, "B")), *map(cell, figures)))
    return table([head], [lines])


def pairs(comparison: Comparison, rows: Rows, measure: str) -> str:
    """The differences that the test ran on, a row a pair; the blocks that could not count say why. A table holds as
    many links as there is room for on paper; those without any pair have no column."""
    known = {link: found for link in rows.links if (found := rows.differences(link, measure))}
    links = tuple(known) or rows.links
    parts = [links[at : at + LINKS_BESIDE] for at in range(0, len(links), LINKS_BESIDE)] or [()]
    return "".join(_pairs_of(comparison, {link: known.get(link, {}) for link in part}) for part in parts)


def _pairs_of(comparison: Comparison, known: Mapping[str, Mapping[int, float]]) -> str:
    numbers = dict.fromkeys((block.pair, block.round) for block in sorted(comparison.blocks, key=lambda b: b.pair))
    head = row(
        heading("Pair", scope="col"), heading("Round", scope="col"),
        *(name_heading(link, "figure", scope="col") for link in known),
    )  # fmt: skip
    lines = []
    for pair, number in numbers:
        cells = [cell(_difference(found.get(pair))) for found in known.values()]
        reasons = [block.broken for block in comparison.blocks if block.pair == pair and block.broken]
        if reasons and known:
            cells = [element("td", escaped(f"left out: {reasons[0]}"), class_="text wrong", colspan=len(known))]
        lines.append(row(heading(pair, scope="row"), cell(str(number), "text"), *cells))
    return table([head], [lines])


def _difference(value: float | None) -> str:
    if value is None:
        return NOT_AVAILABLE
    return f"+{ms_text(value)}" if value > 0 else ms_text(value)


def ledgers(comparison: Comparison) -> str:
    """Balanced or not, a round a column."""
    devices = dict.fromkeys(device for each in comparison.ledgers for device in each)
    numbers = [heading(f"round {number}", "figure", scope="col") for number in range(1, len(comparison.ledgers) + 1)]
    lines = [
        row(name_heading(device, scope="row"), *(_ledger(each.get(device)) for each in comparison.ledgers))
        for device in devices
    ]
    return table([row(heading("Device"), *numbers)], [lines])


def _ledger(found: Any) -> str:
    if not isinstance(found, Mapping):
        return cell(NOT_AVAILABLE)
    if found.get("balanced") is not True:
        failures = found.get("failures")
        said = "; ".join(map(str, failures)) if isinstance(failures, Sequence) and not isinstance(failures, str) else ""
        return cell(f"does not add up{': ' if said else ''}{said}", "wrong")
    received = found.get("bytes", {}).get("received") if isinstance(found.get("bytes"), Mapping) else None
    counted = f" {_bytes(received)}" if isinstance(received, int | float) else ""
    return cell(f"✓ adds up,{counted}" if counted else "✓ adds up")


def links(comparison: Comparison) -> str:
    """What each link was: its address, its buffer, and whether its socket was the same to the end."""
    heads = (heading(each, scope="col") for each in ("Link", "Address", "Receive buffer", "Socket"))
    lines = [
        row(name_heading(link, scope="row"), *(cell(text, "text") for text in _about_link(about)))
        for link, about in comparison.links.items()
    ]
    return table([row(*heads)], [lines])


def _about_link(about: Mapping[str, Any]) -> tuple[str, str, str]:
    address = str(about.get("peer") or about.get("address") or about.get("link") or NOT_AVAILABLE)
    if about.get("opened") is False:
        address += f" (never opened{': ' if about.get('reason') else ''}{about.get('reason') or ''})"
    buffer = about.get("receive_buffer")
    sizes = buffer if isinstance(buffer, Mapping) else {}
    known = [f"{name} {_bytes(size)}" for name in ("asked", "granted", "effective")
             if isinstance(size := sizes.get(name), int | float)]  # fmt: skip
    return address, ", ".join(known) or NOT_AVAILABLE, _socket(about.get("inode_start"), about.get("inode_end"))


def _socket(start: object, end: object) -> str:
    if start is None or end is None:
        return NOT_AVAILABLE
    return f"inode {start}, the same at the end" if start == end else f"inode {start}, at the end {end}"


def facts(found: Mapping[str, str]) -> str:
    return element("dl", *(element("dt", escaped(k)) + element("dd", escaped(v, 600)) for k, v in found.items()),
                   class_="facts")  # fmt: skip


def flat(value: Any, name: str = "") -> dict[str, str]:
    """A nested dict as words: "receive buffer, asked" and what stands there."""
    if isinstance(value, Mapping):
        nested = [flat(each, f"{name}, {key}" if name else str(key)) for key, each in value.items()]
        return {key: text for each in nested for key, text in each.items()}
    if isinstance(value, list | tuple):
        return {name.replace("_", " "): ", ".join(map(_plain, value))}
    return {name.replace("_", " "): _plain(value)}


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}" if finite(value) is not None else NOT_AVAILABLE
    return NOT_AVAILABLE if value is None else str(value)


def settings(comparison: Comparison) -> dict[str, str]:
    return {
        "session": comparison.session,
        "rounds": f"{comparison.rounds}, each two times one thread, SocketThreads, SocketThreads, one thread",
        "time of a mode in a round": limit_text(1e3 * comparison.for_s),
        "settling before a block": limit_text(1e3 * comparison.settle_s),
        "acceptable": limit_text(comparison.acceptable_ms),
    }
