"""The report of a comparison as one self-contained page: no script, nothing from elsewhere, good on paper.

Everything is made from the rows; names and reasons come from sessions and networks and are escaped where they are put
in. The verdict is the one in `comparison` (see `verdict.complete`); where there is none it is made here.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.comparison.judgement.findings import JUDGED, judged_measure
from app.comparison.judgement.rows import Rows, Standing
from app.comparison.judgement.verdict import complete
from app.comparison.judgement.wording import (
    NOT_AVAILABLE,
    finite,
    kept_together,
    limit_text,
    ms_text,
    named,
    share_text,
    stall_text,
)
from app.comparison.page import plots, tables
from app.comparison.page.plots import MODES
from app.comparison.page.style import STYLE
from app.comparison.page.svg import LogScale, drawing, element, escaped, line, mark
from app.comparison.schema import Comparison

LONGEST_TITLE = 120
_KINDS = {
    "enough": "✓ One thread is enough",
    "helps": "▲ A thread helps",
    "neither": "✕ Neither",
    "cannot tell": "≈ Cannot tell",
    "too few": "… Too few to tell",
}


def page(comparison: Comparison) -> str:
    """The whole page, UTF-8."""
    if not comparison.verdict:
        comparison = complete(comparison)
    rows = Rows(comparison)
    measure = judged_measure(rows) or next(iter(JUDGED))
    body = [
        *_top(comparison, rows, measure),
        _said(comparison),
        *_ages(comparison, rows, measure),
        *_pair_by_pair(comparison, rows, measure),
        *_beside(comparison, rows),
        *_yardstick(comparison),
        *_measured(comparison),
        *_ledgers(comparison),
        _footer(comparison),
    ]
    return _document(comparison, body)


def _document(comparison: Comparison, body: Iterable[str]) -> str:
    name = escaped(f"{comparison.session}: one thread or two?", LONGEST_TITLE)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{chr(10).join(body)}\n</main>\n"
        "</body>\n</html>\n"
    )


def _top(comparison: Comparison, rows: Rows, measure: str) -> list[str]:
    sentence = comparison.verdict[:1].upper() + comparison.verdict[1:]
    where = _place(comparison)
    return [
        element("div", element("span", "Quintet: one thread or two?"), element("span", escaped(where)), class_="over"),
        element("h1", element("bdi", escaped(comparison.session or "without a title", LONGEST_TITLE))),
        element(
            "div",
            element("span", escaped(_KINDS[comparison.verdict_kind]), class_="kind"),
            element("p", kept_together(escaped(sentence, 2000)) + "."),
            class_=f"verdict {comparison.verdict_kind.replace(' ', '-')}",
        ),
        _cards(comparison, rows, measure),
    ]


def _place(comparison: Comparison) -> str:
    """When and on which display, where the environment tells."""
    known = [comparison.environment.get(key) for key in ("started", "date", "time", "display")]
    return ", ".join(each for each in known if isinstance(each, str) and each)


def _cards(comparison: Comparison, rows: Rows, measure: str) -> str:
    """The three figures that are asked for first."""
    worst = max(rows.standings(measure), key=_worst_ms, default=None)
    held = max((h for link in rows.links if (h := rows.held(link)) is not None), key=_most_held, default=None)
    cpu = {mode: finite(figures.cpu.get("process")) for mode, figures in comparison.modes.items()}
    age = {"gui": worst.gui_ms, "thread": worst.thread_ms} if worst is not None else {}
    shares = {"gui": held.gui_share, "thread": held.thread_share} if held is not None else {}
    quantile = f", {worst.quantile}" if worst is not None else ""
    limit_ms = comparison.acceptable_ms
    age_text = {mode: ms_text(value, beside=limit_ms) for mode, value in age.items()}
    held_text, cpu_text = _as_shares(shares), _as_shares(cpu)
    return element(
        "div",
        _card(f"Readable to {JUDGED[measure]}{quantile}", age, age_text, limit_ms, _worst_words(worst, limit_ms)),
        _card(
            "Sender held back",
            shares,
            held_text,
            None,
            "Share of the time, at the link where it was longest. A full bar is all of it.",
        ),
        _card("Processor", cpu, cpu_text, None, _processor_note(cpu)),
        class_="cards",
    )


def _processor_note(cpu: dict[str, float | None]) -> str:
    more_than_one = any(value is not None and value > 1 for value in cpu.values())
    return "All threads of the window together." + ("" if more_than_one else " A full bar is one processor.")


def _worst_ms(standing: Standing) -> float:
    return standing.worst_ms


def _most_held(held: object) -> float:
    return max(getattr(held, "gui_share", 0.0), getattr(held, "thread_share", 0.0))


def _worst_words(worst: Standing | None, limit_ms: float) -> str:
    if worst is None:
        return "No link has enough chunks in both modes."
    return f"The worst link, {named(worst.link)}. The line is what was called acceptable: {limit_text(limit_ms)}."


def _as_shares(found: dict[str, float] | dict[str, float | None]) -> dict[str, str]:
    return {mode: share_text(value) for mode, value in found.items()}


def _card(
    name: str,
    values: dict[str, float] | dict[str, float | None],
    texts: dict[str, str],
    limit: float | None,
    note: str,
) -> str:
    figures = "".join(
        element("dt", escaped(words), class_=f"{mode}-words") + element("dd", escaped(texts.get(mode, NOT_AVAILABLE)))
        for mode, words in MODES.items()
    )
    return element(
        "div",
        element("h3", escaped(name)),
        element("dl", figures),
        plots.bullet({mode: values.get(mode) for mode in MODES}, limit, full=1.0 if limit is None else 0.0),
        element("p", escaped(note)),
        class_="card",
    )


def _said(comparison: Comparison) -> str:
    return element(
        "div",
        _sentences("Evidence", comparison.evidence),
        _sentences("What it cannot know", comparison.limits),
        class_="two",
    )


def _sentences(name: str, sentences: Iterable[str]) -> str:
    items = (element("li", kept_together(escaped(each, 1000))) for each in sentences)
    return element("section", element("h2", escaped(name)), element("ul", *items, class_="sentences"))


def _ages(comparison: Comparison, rows: Rows, measure: str) -> list[str]:
    if not rows.links:
        return []
    verb, scale = JUDGED[measure], plots.time_scale(rows, measure, comparison.acceptable_ms)
    return [
        element("h2", escaped(f"How old the data is when it is {verb}")),
        _note(
            "Left: of all data, by bytes, the share that was no older than the time below; the axis goes by nines, so "
            "that the late ones can be seen. Right: what each hop of the way takes. Quantiles of hops need not add up "
            "to that of the whole way, which stands beside the bar; each quantile has a scale of its own."
        ),
        element("p", *(_key(mode, name) for mode, name in MODES.items()), class_="note"),
        *(_plots_of(comparison, rows, link, measure, scale) for link in rows.links),
    ]


def _plots_of(comparison: Comparison, rows: Rows, link: str, measure: str, scale: LogScale) -> str:
    limit_ms, standing = comparison.acceptable_ms, rows.standing(link, measure)
    if standing is None:
        said = f"Not judged: too few chunks that were {JUDGED[measure]} in a mode."
    else:
        gui, thread = ms_text(standing.gui_ms, beside=limit_ms), ms_text(standing.thread_ms, beside=limit_ms)
        said = f"{standing.quantile}: {gui} with one thread, {thread} with SocketThreads"
    both = [
        element("figure", plots.spread(rows, link, measure, limit_ms, scale)),
        element("figure", plots.hops(rows, link, measure)),
    ]
    name = element("h3", element("bdi", escaped(link or tables.UNNAMED, tables.LONGEST_NAME)))
    return element("div", name, _note(said), element("div", *both, class_="two plots"), class_="link-plots")


def _key(mode: str, name: str) -> str:
    """The legend's entry of a mode: its line and its mark."""
    shown = drawing(34, 12, name, [line(0, 6, 34, 6, f"curve {mode}"), mark(mode, 17, 6, 3.6, f"mark {mode}")])
    return element("span", shown, escaped(name), class_="key")


def _note(text: str) -> str:
    return element("p", escaped(text, 2000), class_="note")


def _pair_by_pair(comparison: Comparison, rows: Rows, measure: str) -> list[str]:
    if not comparison.blocks:
        return []
    return [
        element("h2", "Pair by pair"),
        _note(
            f"Differences of block means, readable to {JUDGED[measure]}, between neighbouring blocks of different "
            "modes. A mark is a pair; the diamond is their mean, the bar through it the 95 % interval of the exact "
            "sign-flip test. If nothing but chance were at work, marks would be as likely on one side as on the other."
        ),
        element("figure", plots.differences(rows, measure, rows.links)),
        element("h3", "The pairs"),
        _note("One thread less SocketThreads: + is sooner with SocketThreads."),
        tables.pairs(comparison, rows, measure),
    ]


def _beside(comparison: Comparison, rows: Rows) -> list[str]:
    window = [element("h3", "The window"), tables.modes_beside(comparison)]
    if not rows.links:
        return [element("h2", "Both modes side by side"), *window]
    return [
        element("h2", "Both modes side by side"),
        _note(
            "A quantile is given only with ten chunks or more beyond it; in p99's place the highest that this allows "
            "in both modes."
        ),
        tables.ages(rows),
        element("h3", "Links"),
        tables.links_beside(comparison, rows),
        *window,
    ]


def _yardstick(comparison: Comparison) -> list[str]:
    found = comparison.yardstick
    if found is None:
        return []
    return [
        element("h2", "The yardstick"),
        _note(
            f"The same stream read by a bare epoll loop in a process of its own, for {ms_text(1e3 * found.seconds)}: "
            f"{share_text(found.cpu)} of one processor. Nothing is decoded, stored or painted there."
        ),
        tables.yardstick(found),
    ]


def _measured(comparison: Comparison) -> list[str]:
    kept, moved = ("; ".join(each.rstrip(".") for each in said) for said in (comparison.fixed, comparison.not_fixed))
    stall = comparison.stall
    made = "none" if stall is None else stall_text(stall)
    longest = f", {stall.count} times, the longest {ms_text(stall.longest_ms)}" if stall is not None else ""
    found = {
        **tables.settings(comparison),
        "stall of the GUI": made + longest,
        "kept fixed": kept or "nothing",
        "not fixed": moved,
    }
    return [
        element("h2", "What was measured, and where"),
        tables.facts(found),
        element("h3", "Environment"),
        tables.facts(tables.flat(comparison.environment)),
        element("h3", "Links"),
        tables.links(comparison),
    ]


def _ledgers(comparison: Comparison) -> list[str]:
    if not comparison.ledgers:
        return []
    return [
        element("h2", "Ledgers"),
        _note("Every byte that was read, accounted for at the end of each round."),
        tables.ledgers(comparison),
    ]


def _footer(comparison: Comparison) -> str:
    text = (
        f"Made by Quintet {comparison.quintet} from the rows of the comparison alone; the same rows in JSON give the "
        "same verdict. Ages count from when bytes became readable, at the latest moment that is known to be before it."
    )
    return element("footer", escaped(text, 1000))
