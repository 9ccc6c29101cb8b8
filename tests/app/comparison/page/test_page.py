"""The page: whole, self-contained, and harmless whatever the names in it."""

from __future__ import annotations

import math
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import msgspec
import pytest

from app.comparison.judgement.rows import Rows
from app.comparison.judgement.verdict import complete
from app.comparison.page import tables
from app.comparison.page.page import page
from app.comparison.page.style import STYLE
from app.comparison.schema import Comparison, Distribution
from tests.app.comparison.made import ENVIRONMENT, GOOD, LEDGER, SLEEP, STALLED_GUI, STALLED_THREAD, Way, made

VOID = {"meta", "br", "img", "link", "input", "hr"}
HOSTILE = "<script>alert(1)</script>\"'& \x1b[31m\u202e"
LONG = "x" * 5000


class Tree(HTMLParser):
    """Notes every element and its text; fails where one is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data if "style" not in self.open else ""


def full(**fields):
    ways = {"scope": STALLED_GUI, "imu": Way(chunks=20), "gps": Way(chunks=1), "off": Way(chunks=0)}
    other = {"scope": STALLED_THREAD, "imu": Way(chunks=20), "gps": Way(chunks=1), "off": Way(chunks=0)}
    return complete(made(ways, other, stall=SLEEP, yardstick=True, broken={5: "the connection was lost"}, **fields))


@pytest.fixture(scope="module")
def tree():
    return Tree(page(full()))


def test_every_element_is_closed_and_every_drawing_is_well_formed():
    text = page(full())
    Tree(text)
    drawings = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(drawings) >= 2 * 4 + 1 + 3
    for each in drawings:
        ElementTree.fromstring(each)


def test_it_needs_nothing_from_elsewhere_and_runs_nothing(tree):
    assert not {"script", "img", "link", "iframe", "object", "embed", "form", "base"} & set(tree.tags)
    assert not [(name, value) for name, value in tree.attributes if name.startswith("on") or name in ("src", "href")]
    assert "@import" not in STYLE
    assert "url(" not in STYLE


def test_the_verdict_its_evidence_and_its_limits_stand_in_it(tree):
    done, text = full(), tree.text.replace("\u00a0", " ")
    assert done.verdict[1:] in text
    for sentence in (*done.evidence, *done.limits):
        assert sentence in text


def test_all_that_was_measured_stands_in_it(tree):
    for words in (
        "Readable to painted", "Pair by pair", "Both modes side by side", "The yardstick", "Ledgers", "Environment",
        "sleep stall, 100 ms in every 500 ms", "adds up", "left out: the connection was lost", "acceptable 50 ms",
        "Example 3000", "the same inodes", "the processor's clock", "most in flight", "Wake-ups",
        "longest gap between two", "garbage collector", "inode 4711, the same at the end", "asked 4 MiB",
    ):  # fmt: skip
        assert words in tree.text, words


def test_modes_are_called_what_people_call_them(tree):
    assert "One thread" in tree.text
    assert "SocketThreads" in tree.text


def test_drawings_have_names_for_who_cannot_see_them():
    labels = re.findall(r'<svg[^>]*role="img" aria-label="([^"]+)"', page(full()))
    assert "scope: share of chunks that were no older, in both modes" in labels
    assert "Differences of block means, pair by pair" in labels


def test_print_is_always_light_and_cuts_no_figure():
    assert "@media screen and (prefers-color-scheme: dark)" in STYLE
    assert "@page { size: A4" in STYLE
    assert re.search(r"@media print .*figure, tbody, tr.*break-inside: avoid", STYLE, re.DOTALL)


def test_hostile_names_are_text():
    ways = {HOSTILE: GOOD, LONG: Way(chunks=1), "": GOOD}
    text = page(
        complete(
            made(
                ways, ways, session=HOSTILE, broken={2: HOSTILE}, fixed=(HOSTILE,), not_fixed=(HOSTILE, LONG),
                environment={**ENVIRONMENT, HOSTILE: {HOSTILE: [HOSTILE, None, math.nan]}},
                ledgers=({HOSTILE: {"balanced": False, "failures": [HOSTILE]}, "odd": 3},),
            )
        )
    )  # fmt: skip
    tree = Tree(text)
    assert "script" not in tree.tags
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert LONG[:700] not in text
    assert "alert(1)" in tree.text
    assert "(without a name)" in tree.text


def test_a_ledger_that_does_not_add_up_is_said_with_its_reason():
    wrong = {**LEDGER, "balanced": False, "failures": ["bytes: 3 missing"]}
    tree = Tree(page(complete(made(GOOD, GOOD, ledgers=({"scope": wrong}, {"scope": LEDGER}, {})))))
    assert "does not add up: bytes: 3 missing" in tree.text


@pytest.mark.parametrize(
    "comparison",
    [
        made({}, {}, rounds=0),
        made(GOOD, GOOD, rounds=1),
        made(Way(painted=False, held_share=None), Way(painted=False, held_share=None)),
        made(Way(chunks=0), Way(chunks=0)),
        made(Way(chunks=1), GOOD, environment={}, links={}, ledgers=()),
        made(GOOD, GOOD, acceptable_ms=1e-9),
        made(GOOD, GOOD, acceptable_ms=1e12),
    ],
    ids=["nothing", "one round", "null", "silent", "one-sided", "tiny limit", "huge limit"],
)
def test_whatever_is_missing_the_page_is_whole_and_says_not_available(comparison):
    tree = Tree(page(comparison))
    assert not re.search(r"\b(nan|inf|None)\b", tree.text, re.IGNORECASE)
    assert not [value for _, value in tree.attributes if re.search(r"\b(nan|inf)\b", value)]


def test_figures_that_are_no_numbers_are_not_drawn():
    rows = made(GOOD, GOOD)
    wild = Distribution(
        count=5000, p50_ms=math.nan, p90_ms=-1.0, p99_ms=math.inf, max_ms=math.inf,
        histogram=((0.0, 10), (1.0, 0), (1e300, 5), (math.inf, 3)),
    )  # fmt: skip
    modes = {
        name: msgspec.structs.replace(
            mode, links={link: msgspec.structs.replace(figures, measures=dict.fromkeys(figures.measures, wild))
                         for link, figures in mode.links.items()}
        )
        for name, mode in rows.modes.items()
    }  # fmt: skip
    tree = Tree(page(msgspec.structs.replace(rows, modes=modes)))
    assert not [value for _, value in tree.attributes if re.search(r"\b(nan|inf)\b", value)]


def test_the_page_of_the_written_file_is_the_page_of_the_run():
    done = full()
    assert page(msgspec.json.decode(msgspec.json.encode(done, enc_hook=str), type=Comparison)) == page(done)


def test_a_figure_and_its_unit_stay_on_one_line():
    sentence = re.search(r'class="verdict [a-z]+">.*?<p>(.*?)</p>', page(full()))[1]
    assert "50\u00a0ms" in sentence


def test_text_and_marks_can_be_told_from_their_ground_in_both_themes():
    """WCAG 2.2: 4.5 : 1 for text, 3 : 1 for what is drawn."""
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in STYLE.split("@media screen", 2)[:2]
    )
    for theme in (light, {**light, **dark}):
        for ink in ("text", "muted", "gui", "thread", "limit", "good", "fair"):
            for ground in ("sheet", "raised"):
                assert _contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_both_modes_stand_side_by_side_at_the_same_quantile():
    """150 chunks a block allow p99 in three rounds; 12 allow p90."""
    told = tables.ages(Rows(made(Way(chunks=12), Way(chunks=150))))
    assert told.count("p90 ") >= 2
    assert told.count("p90 ") % 2 == 0


def test_the_pairs_of_many_links_are_told_in_as_many_tables_as_they_need():
    links = {f"link{number}": GOOD for number in range(9)}
    comparison = made(links, links)
    told = tables.pairs(comparison, Rows(comparison), "readable_painted")
    assert told.count("<table>") == 2
    assert told.count("link8") == 1
