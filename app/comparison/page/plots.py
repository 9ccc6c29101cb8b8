"""The plots of a comparison: how the ages are spread, what each hop takes, and the differences pair by pair.

The look is the page's (classes in `page_style`): one thread has a full line and discs, SocketThreads a dashed line and
squares.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from app.comparison.judgement.findings import HOPS, JUDGED
from app.comparison.judgement.rows import FEWEST_PAIRS, QUANTILES, Rows, quantile
from app.comparison.judgement.signflip import interval
from app.comparison.judgement.wording import cleaned, finite, limit_text, ms_text
from app.comparison.page.svg import (
    LONGEST_LABEL,
    LinearScale,
    LogScale,
    drawing,
    element,
    escaped,
    line,
    log_scale,
    mark,
    polyline,
    rectangle,
    title,
    words,
)
from app.comparison.schema import Distribution

MODES = {"gui": "One thread", "thread": "SocketThreads"}  # as people are told them
_SIZES = {"gui": 4.6, "thread": 3.0}  # so that a square on a disc hides it not
WIDTH = 360
_TOP, _LEFT, _RIGHT, _BOTTOM = 26.0, 40.0, 12.0, 34.0
_SPREAD_HEIGHT = 226
_MOST_NINES = 3.3  # the axis ends a little past p99.9
_LEVELS = (("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("p99.9", 0.999))
_NEXT_POINT = 0.5  # px; a histogram may have thousands of classes


def time_scale(rows: Rows, measure: str, acceptable_ms: float) -> LogScale:
    """One for all links, so that they can be compared by eye."""
    edges = [
        edge
        for link in rows.links
        for mode in MODES
        if (found := rows.distribution(mode, link, measure)) is not None
        for edge in _seen_edges(found)
    ]
    return log_scale([*edges, 1.15 * acceptable_ms], _LEFT, WIDTH - _RIGHT)


def _seen_edges(found: Distribution) -> list[float]:
    """Where its line begins and ends, and its marks."""
    edges = [edge for edge, count in found.histogram if count > 0 and math.isfinite(edge)]
    marks = [value for name, _ in QUANTILES if (value := quantile(found, name)) is not None]
    return [*edges[:1], *edges[-1:], *marks]


def spread(rows: Rows, link: str, measure: str, acceptable_ms: float, scale: LogScale) -> str:
    """The cumulative distribution of both modes. The axis of shares goes by nines, so that the tail can be seen."""
    label = f"{cleaned(link, LONGEST_LABEL)}: share of chunks that were no older, in both modes"
    parts = [*_spread_axes(scale), _limit(scale.at(acceptable_ms), acceptable_ms)]
    for mode in MODES:
        found = rows.distribution(mode, link, measure)
        if found is not None and found.count:
            parts += _spread_of(found, mode, scale)
    return drawing(WIDTH, _SPREAD_HEIGHT, label, parts)


def _height(share: float) -> float:
    nines = min(_MOST_NINES, -math.log10(max(1e-9, 1 - share)))
    return _SPREAD_HEIGHT - _BOTTOM - nines / _MOST_NINES * (_SPREAD_HEIGHT - _BOTTOM - _TOP)


def _spread_axes(scale: LogScale) -> list[str]:
    floor = _height(0)
    parts = [line(scale.start, floor, scale.end, floor, "axis")]
    for name, share in _LEVELS:
        parts += [line(scale.start, _height(share), scale.end, _height(share), "grid")]
        parts += [words(scale.start - 6, _height(share) + 3.5, name, "tick", "end")]
    parts.append(words(scale.start - 6, floor + 3.5, "0", "tick", "end"))
    return parts + _time_ticks(scale, floor)


def _time_ticks(scale: LogScale | LinearScale, floor: float) -> list[str]:
    parts, taken = [], -math.inf
    for tick in scale.ticks():
        x, text = scale.at(tick), limit_text(tick)
        parts.append(line(x, floor, x, floor + 4, "axis"))
        if x - taken >= 6.2 * len(text) and x <= WIDTH - 14:  # room for the words
            parts.append(words(x, floor + 16, text, "tick", "middle"))
            taken = x
    return parts


def _limit(x: float, acceptable_ms: float) -> str:
    """Above the curves' ends, so that its words never stand on them."""
    anchor = "end" if x > WIDTH / 2 else "start"
    text = words(
        x + (-5 if anchor == "end" else 5), _TOP - 14, f"acceptable {limit_text(acceptable_ms)}", "limit", anchor
    )
    return line(x, _TOP - 22, x, _height(0), "limit") + text


def _spread_of(found: Distribution, mode: str, scale: LogScale) -> list[str]:
    parts = [polyline(_steps(found, scale), f"curve {mode}")] if found.histogram else []
    for name, share in _LEVELS[:3]:
        value = quantile(found, name)
        if value is not None:
            told = title(f"{MODES[mode]}, {name}: {ms_text(value)}")
            parts.append(mark(mode, scale.at(value), _height(share), _SIZES[mode], f"mark {mode}", told))
    return parts


def _steps(found: Distribution, scale: LogScale) -> list[tuple[float, float]]:
    """Up at the upper edge of each class; points that could not be told apart are left out."""
    total, seen, points = sum(count for _, count in found.histogram), 0, list[tuple[float, float]]()
    for edge, count in found.histogram:
        if count <= 0 or not math.isfinite(edge):
            continue
        seen += count
        x, y = scale.at(edge), _height(min(seen / total, 1 - 1 / (1 + total)))
        before = points[-1] if points else (x, _height(0))
        if abs(x - before[0]) + abs(y - before[1]) >= _NEXT_POINT or not points:
            points += [*([] if points else [before]), (x, before[1]), (x, y)]
    return points


_BAR, _BAR_GAP, _BAR_LEFT, _BAR_RIGHT = 20.0, 5.0, 104.0, 58.0
_HOPS_TOP = 14.0


def hops(rows: Rows, link: str, whole: str) -> str:
    """Each hop's own p50 and the quantile that the link is judged by, laid end to end, a bar a mode; beside it that of
    the whole way (measure `whole`).

    They have a scale each: beside a long tail nothing of the usual case would be seen.
    """
    parts, y = list[str](), _HOPS_TOP
    standing = rows.standing(link, whole)
    names = dict.fromkeys(("p50", standing.quantile if standing is not None else "p50"))
    for name in names:
        parts.append(words(4, y - 2, name, "heading"))
        y += 6
        times = {mode: _hop_times(rows, link, name, mode) for mode in MODES}
        longest = max(math.fsum(each.values()) for each in times.values())
        scale = LinearScale(0.0, longest if 0 < longest < math.inf else 1.0, _BAR_LEFT, WIDTH - _BAR_RIGHT)
        for mode in MODES:
            whole_ms = quantile(rows.distribution(mode, link, whole), name)
            parts += _bar(name, mode, times[mode], whole_ms, scale, y)
            y += _BAR + _BAR_GAP
        y += 24
    parts += _hop_legend(y - 6)
    label = f"{cleaned(link, LONGEST_LABEL)}: what each hop takes, {' and '.join(names)}, in both modes"
    return drawing(WIDTH, _SPREAD_HEIGHT, label, parts)


def _hop_times(rows: Rows, link: str, name: str, mode: str) -> dict[str, float]:
    found = {hop: quantile(rows.distribution(mode, link, hop), name) for hop in HOPS}
    return {hop: value for hop, value in found.items() if value is not None and value >= 0}


def _bar(
    name: str, mode: str, times: dict[str, float], whole_ms: float | None, scale: LinearScale, y: float
) -> list[str]:
    parts = [mark(mode, 8, y + _BAR / 2, 3.6, f"mark {mode}"), words(16, y + _BAR / 2 + 4, MODES[mode], "tick")]
    at = 0.0
    for hop, value in times.items():
        x = scale.at(at)
        told = title(f"{MODES[mode]}, {HOPS[hop]}, {name}: {ms_text(value)}")
        parts.append(rectangle(x, y, scale.at(at + value) - x, _BAR, f"hop {hop}", told))
        at += value
    if whole_ms is not None or not times:
        parts.append(words(scale.at(at) + 6, y + _BAR / 2 + 4, ms_text(whole_ms), "value"))
    return parts


def _hop_legend(y: float) -> list[str]:
    parts = []
    for index, (hop, text) in enumerate(HOPS.items()):
        x, row = 4 + (index % 2) * 180, y + (index // 2) * 16
        parts += [rectangle(x, row - 8, 10, 10, f"hop {hop}"), words(x + 15, row + 1, text, "tick")]
    return parts


_ROW, _NAMES, _DOTS_WIDTH, _DOTS_TOP = 46.0, 150.0, 740, 34.0


def differences(rows: Rows, measure: str, links: Sequence[str]) -> str:
    """A row a link: a mark for each pair's difference, their mean, and its interval."""
    found = {link: rows.differences(link, measure) for link in links}
    most = max((abs(each) for values in found.values() for each in values.values()), default=0.0)
    most = 1.08 * most if 0 < most < 1e300 else 1.0
    scale = LinearScale(-most, most, _NAMES, _DOTS_WIDTH - 16.0)
    floor = _DOTS_TOP + _ROW * len(links)
    parts = _dots_frame(scale, floor)
    for index, (link, values) in enumerate(found.items()):
        parts += _dots(link, values, scale, _DOTS_TOP + _ROW * index, JUDGED[measure])
    return drawing(_DOTS_WIDTH, floor + 30, "Differences of block means, pair by pair", parts)


def _dots_frame(scale: LinearScale, floor: float) -> list[str]:
    middle = scale.at(0)
    parts = [
        words(middle - 12, 14, "◀ sooner with one thread", "side gui", "end"),
        words(middle + 12, 14, "sooner with SocketThreads ▶", "side thread", "start"),
        line(scale.start, floor, scale.end, floor, "axis"),
        line(middle, 22, middle, floor, "zero"),
    ]
    for tick in scale.ticks():
        x = scale.at(tick)
        parts += [line(x, floor, x, floor + 4, "axis"), words(x, floor + 17, _tick_text(tick), "tick", "middle")]
    return parts


def _tick_text(tick: float) -> str:
    return "0" if abs(tick) < 1e-12 else limit_text(abs(float(f"{tick:.6g}")))


def _dots(link: str, values: Mapping[int, float], scale: LinearScale, top: float, verb: str) -> list[str]:
    middle, label = top + _ROW / 2, cleaned(link, LONGEST_LABEL)
    parts = [
        element("text", escaped(label), x=0, y=middle + 4, class_="name"),
        line(scale.start, top + _ROW, scale.end, top + _ROW, "grid"),
    ]
    if not values:
        return [
            *parts,
            words(scale.start + 6, middle + 4, f"no pair has chunks that were {verb} in both modes", "tick"),
        ]
    for index, (pair, value) in enumerate(values.items()):
        sooner = "thread" if value > 0 else "gui"
        told = title(f"{label}, pair {pair}: {ms_text(abs(value))} {_direction(value)}")
        parts.append(mark(sooner, scale.at(value), middle + _shaken(index), 3.2, f"dot {sooner}", told))
    return parts + _mean(tuple(values.values()), scale, middle)


def _shaken(index: int) -> float:
    """Up and down, so that marks of like value do not hide each other; the same at every drawing."""
    return (-10.0, 4.0, -3.0, 10.0, 0.0, -7.0, 7.0)[index % 7]


def _direction(value: float) -> str:
    return "sooner with SocketThreads" if value > 0 else "sooner with one thread" if value < 0 else "apart"


def _mean(values: Sequence[float], scale: LinearScale, y: float) -> list[str]:
    mean = finite(math.fsum(values) / len(values))
    if mean is None:
        return []
    bounds = interval(values) if len(values) >= FEWEST_PAIRS else None
    x, parts = scale.at(mean), list[str]()
    if bounds is not None:
        parts.append(line(scale.at(bounds[0]), y, scale.at(bounds[1]), y, "interval"))
    told = title(f"Mean: {ms_text(abs(mean))} {_direction(mean)}")
    return [*parts, element("path", told, d=_diamond(x, y, 6.0), class_="mean")]


def _diamond(x: float, y: float, size: float) -> str:
    return f"M{x:.1f} {y - size:.1f}L{x + size:.1f} {y:.1f}L{x:.1f} {y + size:.1f}L{x - size:.1f} {y:.1f}Z"


def bullet(values: Mapping[str, float | None], limit: float | None, full: float = 0.0) -> str:
    """Two thin bars, a mode each, and the limit across them; `full` is what fills them where nothing is more."""
    known = [value for value in values.values() if value is not None]
    high = max([*known, limit or 0.0]) * 1.1 if full < max([*known, limit or 0.0]) else full
    scale = LinearScale(0.0, high if 0 < high < 1e300 else 1.0, 0.0, 240.0)
    parts = []
    for index, (mode, value) in enumerate(values.items()):
        y = 3.0 + 12 * index
        parts.append(rectangle(0, y, 240, 7, "track"))
        if value is not None:
            parts.append(rectangle(0, y, scale.at(value), 7, f"fill {mode}"))
    if limit is not None:
        parts.append(line(scale.at(limit), 0, scale.at(limit), 25, "limit"))
    return element("svg", *parts, viewBox="0 0 240 25", aria_hidden="true", class_="bullet")
