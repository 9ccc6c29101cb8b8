"""The rows of the live tables, from made comparisons."""

import msgspec
import pytest

from app.comparison.schema import Distribution, LinkFigures, Loop, ModeFigures
from tests.app.comparison.made import Way, made
from ui.comparison.figures_of_modes import (
    NOT_AVAILABLE,
    TOO_FEW,
    Row,
    Section,
    age_section,
    cost_section,
    is_unseen,
    link_ages,
    longest_hop,
    wait_section,
)
from ui.comparison.grades import LIMITS, Grade, grade

QUICK = Way()
LATE = Way(late=0.5, late_ms=400.0)


def row(section: Section, name: str) -> Row:
    return next(each for each in section.rows if each.name == name)


def one(mode: str = "gui", **changes) -> dict[str, ModeFigures]:
    """A single link in one mode, with these figures of the mode changed."""
    figures = made(QUICK, QUICK).modes[mode]
    return {mode: msgspec.structs.replace(figures, **changes)}


def test_ages_of_both_modes_stand_beside_each_other_and_are_graded():
    found = row(age_section(made(QUICK, LATE).modes), "Readable to painted")
    gui, thread = found.cells
    assert gui.grade is Grade.GOOD
    assert thread.grade is Grade.BAD
    assert float(gui.texts[1]) < 50 < 100 < float(thread.texts[1])
    assert "(good)" in str(found)
    assert "(bad)" in str(found)


def test_all_five_hops_have_what_to_do_about_them():
    hops = [each for each in age_section({}).rows if each.part]
    assert len(hops) == 5
    assert all(len(hop.about) > 40 for hop in hops)


def test_a_mode_that_was_not_measured_has_no_cells():
    assert row(age_section(one()), "Readable to painted").cells[1] is None


def test_a_measure_that_nobody_took_is_not_available():
    links = {"imu": LinkFigures(measures={"sent_readable": Distribution(count=0)}, bytes_per_s=0.0)}
    section = age_section(one(links=links))
    assert row(section, "Sent to readable").cells[0].texts == (NOT_AVAILABLE,)
    assert row(section, "Readable to read").cells[0].texts == (NOT_AVAILABLE,)


def test_each_column_is_of_the_link_that_is_worst_there_which_the_hint_names():
    found = row(age_section(made({"imu": QUICK, "scope": LATE}, QUICK).modes), "Readable to painted")
    assert found.cells[0].worst == "scope"
    assert found.hint.endswith("Shown: scope, the worst of the links.")


def test_one_link_is_nobodys_worst():
    assert "worst" not in row(age_section(one()), "Readable to painted").hint


def test_too_few_chunks_leave_a_dash():
    few = Distribution(count=30, mean_ms=1.0, p50_ms=1.0, max_ms=2.0)
    links = {"imu": LinkFigures(measures={"readable_painted": few}, bytes_per_s=0.0)}
    cell = row(age_section(one(links=links)), "Readable to painted").cells[0]
    assert cell.texts == ("1.00", TOO_FEW, "2.00")
    assert cell.grade is None


def test_processor_time_is_a_share_of_one_and_graded():
    section = cost_section(one(cpu={"gui": 0.9, "readers": 0.0, "process": None}))
    assert row(section, "Window's thread").cells[0].texts == ("90 %",)
    assert row(section, "Window's thread").cells[0].grade is Grade.BAD
    assert row(section, "Reading threads").cells[0].texts == ("0 %",)
    assert row(section, "Whole process").cells[0].texts == (NOT_AVAILABLE,)


def test_a_lag_that_the_collector_caused_is_named():
    loop = Loop(lag_p50_ms=1.0, lag_p99_ms=30.0, lag_max_ms=80.0, gc_count=3, gc_longest_ms=75.0, gc_lag_ms=78.0)
    section = wait_section(one(loop=loop))
    assert row(section, "Event loop late").cells[0].texts == ("30 ms, 80 ms",)
    assert row(section, "Event loop late").cells[0].grade is Grade.FAIR
    assert row(section, "by Python's collector").cells[0].texts == ("78 ms, 3×",)


def test_a_loop_that_was_looked_at_too_seldom_for_p99_tells_its_longest_lag():
    section = wait_section(one(loop=Loop(lag_max_ms=12.0)))
    assert row(section, "Event loop late").cells[0].texts == ("up to 12 ms",)
    assert row(section, "by Python's collector").cells[0].texts == ("did not run",)


@pytest.mark.parametrize(("refreshes", "expected"), [(600, Grade.BAD), (20, None)])
def test_a_gap_is_judged_only_where_data_comes_often_enough(refreshes, expected):
    loop = Loop(refreshes=refreshes, refresh_gap_ms=300.0)
    assert row(wait_section(one(loop=loop, seconds=10.0)), "Longest refresh gap").cells[0].grade is expected


def test_senders_that_cannot_be_asked_are_not_called_unheld():
    unknown = made(Way(held_share=None), QUICK).modes
    assert row(wait_section(unknown), "Senders held back").cells[0].texts == (NOT_AVAILABLE,)


def test_the_longest_hop_comes_with_what_to_do():
    title, advice = longest_hop(made(Way(paint_ms=80.0), QUICK).modes["gui"])
    assert title == "Stored to painted"
    assert "fewer plots" in advice
    assert longest_hop(None) is None


def test_a_links_age_is_at_the_highest_quantile_that_its_chunks_allow():
    found = made(Way(chunks=40), QUICK).modes
    (link,) = found["gui"].links
    (age, quantile), (_, other) = link_ages(found, link)
    assert quantile == "p95"
    assert other == "p99"
    assert float(age) > 0
    assert link_ages({}, link) == ((TOO_FEW, ""), (TOO_FEW, ""))


def test_a_link_whose_plots_are_scrolled_away_is_told_from_one_with_too_few_chunks():
    modes = made(QUICK, QUICK).modes
    ((link, figures),) = modes["gui"].links.items()
    assert not is_unseen(modes, link)
    hidden = msgspec.structs.replace(figures, measures={**figures.measures, "readable_painted": Distribution(count=0)})
    assert is_unseen(one(links={link: hidden}), link)
    assert not is_unseen(one(links={link: msgspec.structs.replace(figures, measures={})}), link)
    assert not is_unseen({}, link)


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_tells_its_two_bounds_and_its_reason(name):
    limit = LIMITS[name]
    assert grade(name, limit.good) is Grade.GOOD
    assert grade(name, limit.fair) is Grade.FAIR
    assert grade(name, limit.fair * 1.01) is Grade.BAD
    assert str(limit).startswith("Good up to ")
    assert len(limit.why) > 30


def test_what_has_no_limit_is_not_graded():
    assert grade("throughput", 1.0) is None
    assert grade("held", None) is None
