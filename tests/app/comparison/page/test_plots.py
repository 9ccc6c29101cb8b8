"""The plots show what the rows hold: where a line goes, how long a bar is, on which side a mark lies."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import msgspec
import pytest

from app.comparison.judgement.rows import Rows
from app.comparison.page import plots
from app.comparison.schema import Distribution
from tests.app.comparison.made import GOOD, Way, exchanged, made

LATE = Way(late=0.2, late_ms=100.0)
MEASURE = "readable_painted"


def drawn(text):
    return ElementTree.fromstring(text)


def of_class(tree, *names):
    return [each for each in tree.iter() if set(names) <= set(each.get("class", "").split())]


def spread_of(comparison, link="scope", limit_ms=50.0):
    rows = Rows(comparison)
    return drawn(plots.spread(rows, link, MEASURE, limit_ms, plots.time_scale(rows, MEASURE, limit_ms)))


def points(polyline):
    return [tuple(map(float, pair.split(","))) for pair in polyline.get("points").split()]


def test_a_distribution_rises_from_left_to_right_in_both_modes():
    tree = spread_of(made(LATE, GOOD))
    for mode in ("gui", "thread"):
        (curve,) = of_class(tree, "curve", mode)
        xs, ys = zip(*points(curve), strict=True)
        assert list(xs) == sorted(xs)
        assert list(ys) == sorted(ys, reverse=True)


def test_the_later_mode_lies_to_the_right():
    tree = spread_of(made(LATE, GOOD))
    gui, thread = (max(x for x, _ in points(of_class(tree, "curve", mode)[0])) for mode in ("gui", "thread"))
    assert gui > thread


def test_quantiles_are_marked_on_their_lines_and_told():
    tree = spread_of(made(GOOD, GOOD))
    told = [each.findtext("title") for each in of_class(tree, "mark", "thread")]
    assert [text.split(":")[0] for text in told] == [f"SocketThreads, {name}" for name in ("p50", "p90", "p99")]


def test_a_link_with_few_chunks_has_no_mark_where_no_quantile_may_be_said():
    tree = spread_of(made(Way(chunks=3), Way(chunks=3)))
    assert len(of_class(tree, "mark")) == 2


def test_the_limit_is_a_line_with_its_words():
    tree = spread_of(made(GOOD, GOOD), limit_ms=12.5)
    assert [each.text for each in of_class(tree, "limit") if each.tag == "text"] == ["acceptable 12.5 ms"]


def test_all_links_have_one_scale():
    rows = Rows(made({"a": GOOD, "b": LATE}, {"a": GOOD, "b": LATE}))
    limits = {of_class(spread_of(made({"a": GOOD, "b": LATE}, {"a": GOOD, "b": LATE}), link), "limit")[0].get("x1")
              for link in rows.links}  # fmt: skip
    assert len(limits) == 1


def test_thousands_of_classes_become_few_points():
    rows = made(GOOD, GOOD)
    fine = Distribution(count=40_000, histogram=tuple((1 + n / 1000, 1) for n in range(40_000)))
    links = {
        name: msgspec.structs.replace(link, measures={MEASURE: fine}) for name, link in rows.modes["gui"].links.items()
    }
    modes = {"gui": msgspec.structs.replace(rows.modes["gui"], links=links), "thread": rows.modes["thread"]}
    text = plots.spread(
        Rows(msgspec.structs.replace(rows, modes=modes)),
        "scope",
        MEASURE,
        50,
        plots.time_scale(Rows(rows), MEASURE, 50),
    )
    assert len(text) < 40_000


def test_a_hop_takes_as_much_of_the_bar_as_it_takes_of_the_time():
    tree = drawn(plots.hops(Rows(made(Way(store_ms=20, paint_ms=10, spread=0.01), GOOD)), "scope", MEASURE))
    stored, painted = (
        float(of_class(tree, "hop", name)[0].get("width")) for name in ("received_stored", "stored_painted")
    )
    assert stored == pytest.approx(2 * painted, rel=0.05)


def test_the_whole_way_stands_beside_the_bar():
    values = [each.text for each in of_class(drawn(plots.hops(Rows(made(LATE, GOOD)), "scope", MEASURE)), "value")]
    assert len(values) == 4
    assert all(re.fullmatch(r"[\d.]+ ms", each) for each in values)


def test_hops_that_are_not_to_be_had_are_said_to_be():
    tree = drawn(plots.hops(Rows(made(Way(chunks=1), Way(chunks=1))), "scope", MEASURE))
    assert [each.text for each in of_class(tree, "value")] == ["not available"] * 2


def test_hops_are_shown_at_the_quantile_that_the_link_is_judged_by():
    """A p99 of one mode alone could not be compared."""
    tree = drawn(plots.hops(Rows(made(Way(chunks=12), Way(chunks=12))), "scope", MEASURE))
    assert [each.text for each in of_class(tree, "heading")] == ["p50", "p90"]
    assert "not available" not in [each.text for each in of_class(tree, "value")]


def test_a_pair_lies_on_the_side_of_the_mode_that_was_sooner():
    for comparison, sooner in ((made(LATE, GOOD), "thread"), (exchanged(made(LATE, GOOD)), "gui")):
        tree = drawn(plots.differences(Rows(comparison), MEASURE, ["scope"]))
        assert len(of_class(tree, "dot")) == len(of_class(tree, "dot", sooner)) == 12
        (interval,) = of_class(tree, "interval")
        middle = float(of_class(tree, "zero")[0].get("x1"))
        assert (float(interval.get("x1")) > middle) == (sooner == "thread")


def test_a_mark_tells_which_pair_it_is():
    rows = Rows(made(LATE, GOOD, broken={1: "lost"}))
    tree = drawn(plots.differences(rows, MEASURE, ["scope"]))
    assert of_class(tree, "dot")[0].findtext("title").startswith("scope, pair 2: ")


def test_a_link_without_a_pair_says_so():
    text = plots.differences(Rows(made(Way(painted=False), GOOD)), MEASURE, ["scope"])
    assert "no pair has chunks that were painted in both modes" in text


def test_a_bar_without_a_figure_is_left_empty():
    tree = drawn(plots.bullet({"gui": None, "thread": 3.0}, None))
    assert len(of_class(tree, "track")) == 2
    assert [each.get("class") for each in of_class(tree, "fill")] == ["fill thread"]


def test_a_share_fills_its_bar_only_where_it_is_the_whole():
    tree = drawn(plots.bullet({"gui": 0.5, "thread": 1.0}, None, full=1.0))
    assert [float(each.get("width")) for each in of_class(tree, "fill")] == [120, 240]
