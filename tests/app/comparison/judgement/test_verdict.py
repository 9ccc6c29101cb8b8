"""The verdict on made data: what each mode did is known, so the sentence must say it."""

from __future__ import annotations

import math
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.comparison.judgement.verdict import complete, judge
from app.comparison.schema import Comparison, Distribution, Loop
from tests.app.comparison.made import GOOD, SLEEP, STALLED_GUI, STALLED_THREAD, Way, exchanged, made, with_links

LATE = Way(late=0.2, late_ms=100.0)
NOISY = {"noise": 0.35, "seed": 7}


def test_a_tie_within_the_limit_is_enough_and_names_both_figures():
    verdict = judge(made(GOOD, GOOD))
    assert verdict.kind == "enough"
    assert re.fullmatch(
        r"one thread is enough: data painted after 1\d ms \(p99\) against 1\d ms with threads, both within 50 ms",
        verdict.sentence,
    )


def test_a_thread_helps_where_it_alone_brings_the_data_within_the_limit():
    verdict = judge(made(LATE, GOOD))
    assert verdict.kind == "helps"
    assert re.fullmatch(
        r"a thread helps here: data painted after 1\d ms \(p99\) with threads, within 50 ms, "
        r"against 1\d\d ms with one thread",
        verdict.sentence,
    )


def test_with_the_modes_exchanged_a_thread_that_helped_is_one_thread_that_is_enough():
    verdict = judge(exchanged(made(LATE, GOOD)))
    assert verdict.kind == "enough"
    assert re.fullmatch(
        r"one thread is enough: data painted after 1\d ms \(p99\), within 50 ms, "
        r"against 1\d\d ms with threads, which is not",
        verdict.sentence,
    )


def test_a_busy_gui_is_neither_and_names_the_stall_and_what_threads_do_all_the_same():
    verdict = judge(made(STALLED_GUI, STALLED_THREAD, stall=SLEEP))
    assert verdict.kind == "neither"
    assert re.fullmatch(
        r"neither is within 50 ms: the GUI is busy \(sleep stall, 100 ms in every 500 ms, measured 100 ms\), "
        r"data painted after 1\d\d ms \(p99\) against 1\d\d ms with threads; "
        r"threads read \d+ ms sooner \(p99\) but paint no sooner",
        verdict.sentence,
    )


def test_a_busy_gui_with_the_modes_exchanged_has_threads_read_later():
    sentence = judge(exchanged(made(STALLED_GUI, STALLED_THREAD, stall=SLEEP))).sentence
    assert re.search(r"threads read \d+ ms later \(p99\) and paint no sooner$", sentence)


def test_threads_that_paint_sooner_yet_too_late_are_said_to():
    verdict = judge(made(Way(paint_ms=140.0), Way(paint_ms=80.0)))
    assert verdict.kind == "neither"
    assert "most of it from stored to painted; threads read no sooner and paint" in verdict.sentence
    assert "sooner (p99)" in verdict.sentence


def test_a_difference_within_the_noise_on_both_sides_of_the_limit_cannot_be_told():
    rows = made(GOOD, GOOD, **NOISY)
    ages = [mode.links["scope"].measures["readable_painted"].p99_ms for mode in rows.modes.values()]
    later_in_gui = rows if ages[0] > ages[1] else exchanged(rows)
    verdict = judge(msgspec.structs.replace(later_in_gui, acceptable_ms=sum(ages) / 2))
    assert verdict.kind == "cannot tell"
    assert verdict.sentence.endswith("but the difference is smaller than this machine's noise")


def test_one_thread_within_the_limit_is_enough_also_where_the_difference_is_noise():
    rows = made(GOOD, GOOD, **NOISY)
    ages = [mode.links["scope"].measures["readable_painted"].p99_ms for mode in rows.modes.values()]
    sooner_in_gui = rows if ages[0] < ages[1] else exchanged(rows)
    verdict = judge(msgspec.structs.replace(sooner_in_gui, acceptable_ms=sum(ages) / 2))
    assert verdict.kind == "enough"
    assert verdict.sentence.endswith("though the difference is smaller than this machine's noise")


def test_a_proven_difference_that_is_too_small_to_matter_is_no_help():
    verdict = judge(made(Way(paint_ms=31.5, spread=0.02), Way(paint_ms=31.0, spread=0.02), noise=0.0005,
                         acceptable_ms=34.5))  # fmt: skip
    assert verdict.kind == "cannot tell"
    assert verdict.sentence.endswith("but the difference is too small to matter")
    assert "34.5 ms" in verdict.sentence


def test_a_mean_that_contradicts_the_quantile_is_no_help():
    long_tail, slow = Way(paint_ms=5, late=0.03, late_ms=200), Way(paint_ms=20)
    verdict = judge(made(long_tail, slow))
    assert verdict.kind == "cannot tell"
    assert verdict.sentence.endswith("on the mean it is the other way round than at p99")


@pytest.mark.parametrize("rounds", [0, 1])
def test_under_eight_pairs_is_too_few(rounds):
    verdict = judge(made(LATE, GOOD, rounds=rounds))
    assert verdict.kind == "too few"
    assert verdict.sentence == f"too few to tell: {4 * rounds} sound pairs of blocks where 8 are needed"


def test_a_broken_round_leaves_too_few_of_two():
    broken = dict.fromkeys(range(5, 9), "the connection was lost")
    verdict = judge(made(LATE, GOOD, rounds=2, broken=broken))
    assert verdict.kind == "too few"
    assert "(4 left out)" in verdict.sentence
    assert any("round 2: the connection was lost" in each for each in verdict.limits)


def test_a_broken_round_of_three_is_left_out_and_the_rest_is_judged():
    broken = dict.fromkeys(range(5, 9), "the connection was lost")
    verdict = judge(made(LATE, GOOD, broken=broken))
    assert verdict.kind == "helps"
    assert verdict.evidence[1].startswith("Over 8 pairs of blocks")
    assert "4 pairs of blocks could not be used (round 2: the connection was lost)." in verdict.limits


def test_what_a_broken_block_measured_changes_nothing():
    rows = made(GOOD, GOOD, broken={2: "lost"})
    wild = with_links(
        rows, lambda link: msgspec.structs.replace(link, held_ms=2500.0, means_ms={"readable_painted": 9e9})
    )
    blocks = tuple(other if block.pair == 2 else block for block, other in zip(rows.blocks, wild.blocks, strict=True))
    assert judge(msgspec.structs.replace(rows, blocks=blocks)) == judge(rows)


def test_too_few_chunks_for_a_median_is_too_few():
    verdict = judge(made(Way(chunks=1), Way(chunks=200)))
    assert verdict.kind == "too few"
    assert "20 chunks in each mode" in verdict.sentence


@pytest.mark.parametrize(("chunks", "name"), [(2, "p50"), (10, "p90"), (20, "p95"), (100, "p99")])
def test_the_highest_quantile_that_the_chunks_allow_is_named(chunks, name):
    assert f"({name})" in judge(made(Way(chunks=chunks), GOOD)).sentence


def test_the_worst_link_is_spoken_of():
    verdict = judge(made({"imu": GOOD, "scope": Way(paint_ms=20)}, {"imu": GOOD, "scope": Way(paint_ms=20)}))
    assert verdict.evidence[0].startswith("The worst link is scope")


def test_a_slow_device_is_judged_by_its_median_and_the_limits_say_so():
    verdict = judge(made({"scope": GOOD, "gps": Way(chunks=2)}, {"scope": GOOD, "gps": Way(chunks=2)}))
    assert "(p99)" in verdict.sentence
    assert "With fewer chunks than p99 needs, judged by less: gps by p50." in verdict.limits


def test_a_slow_device_whose_median_alone_is_beyond_the_limit_is_the_worst():
    slow = Way(chunks=2, paint_ms=80)
    verdict = judge(made({"scope": GOOD, "gps": slow}, {"scope": GOOD, "gps": slow}))
    assert verdict.kind == "neither"
    assert "(p50)" in verdict.sentence


def test_a_device_with_hardly_a_chunk_is_left_out_and_named():
    verdict = judge(made({"scope": GOOD, "gps": Way(chunks=1)}, {"scope": GOOD, "gps": Way(chunks=0)}))
    assert verdict.kind == "enough"
    assert "Not judged, with under 20 chunks painted in a mode: gps." in verdict.limits


def test_each_mode_may_fail_at_another_link():
    verdict = judge(made({"a": LATE, "b": GOOD}, {"a": GOOD, "b": LATE}))
    assert verdict.kind == "neither"
    assert re.search(r"with one thread data of a is painted after 1\d\d ms", verdict.sentence)
    assert re.search(r"with threads that of b after 1\d\d ms", verdict.sentence)


def test_where_each_mode_fails_at_another_link_nothing_is_said_of_threads_on_the_whole():
    assert "sooner" not in judge(made({"a": LATE, "b": GOOD}, {"a": GOOD, "b": LATE})).sentence


@pytest.mark.parametrize("turned", [False, True])
def test_a_difference_that_could_not_be_tested_is_not_called_noise(turned):
    rows = made({"scope": GOOD, "gps": LATE}, {"scope": GOOD, "gps": GOOD})
    blocks = tuple(
        block if block.pair <= 5 else msgspec.structs.replace(block, links={"scope": block.links["scope"]})
        for block in rows.blocks
    )
    rows = msgspec.structs.replace(rows, blocks=blocks)
    verdict = judge(exchanged(rows) if turned else rows)
    assert verdict.kind == ("enough" if turned else "too few")
    assert "5 pairs of blocks" in verdict.sentence
    assert "noise" not in verdict.sentence


def test_one_link_beyond_the_limit_is_not_hidden_by_a_worse_one_of_the_other_mode():
    verdict = judge(made({"a": LATE, "b": GOOD}, {"a": GOOD, "b": Way(late=0.2, late_ms=900)}))
    assert verdict.kind == "neither"


def test_senders_held_back_for_less_with_threads_are_a_reason_for_one():
    verdict = judge(made(Way(held_share=0.3), Way(held_share=0.01)))
    assert verdict.kind == "helps"
    assert re.search(
        r"senders are held back [\d.]+ % of the time with threads against \d\d % with one", verdict.sentence
    )
    assert "both within 50 ms" in verdict.sentence
    assert judge(exchanged(made(Way(held_share=0.3), Way(held_share=0.01)))).kind == "enough"


def test_senders_held_back_alike_are_no_reason():
    verdict = judge(made(Way(held_share=0.9), Way(held_share=0.88)))
    assert verdict.kind == "enough"
    assert any("Senders were held back longest at scope" in each for each in verdict.evidence)


def test_a_mode_that_paints_in_time_but_holds_senders_back_is_no_plain_answer():
    rows = made(Way(late=0.2, late_ms=100, held_share=0.0), Way(held_share=0.4))
    for each, in_time in ((rows, "threads"), (exchanged(rows), "one thread")):
        verdict = judge(each)
        assert verdict.kind == "neither"
        assert verdict.sentence.startswith(f"neither does both: with {in_time} data is painted after 1")


def test_time_held_back_that_is_not_to_be_had_is_said_and_not_judged():
    verdict = judge(made(Way(held_share=None), GOOD))
    assert verdict.kind == "enough"
    assert "How long senders were held back is not available." in verdict.evidence
    assert any("not available for scope" in each for each in verdict.limits)


def test_one_link_for_threads_and_another_against_them_do_not_decide_by_senders():
    more, less = Way(held_share=0.4), Way(held_share=0.05)
    assert judge(made({"a": more, "b": less}, {"a": less, "b": more})).kind == "enough"


def test_where_nothing_was_painted_it_is_judged_by_when_data_was_received():
    unpainted = Way(painted=False)
    verdict = judge(made(unpainted, unpainted))
    assert verdict.kind == "enough"
    assert "data received after" in verdict.sentence
    assert verdict.sentence.endswith("nothing was painted, so it is judged by when data was received")


def test_the_stall_is_named_also_where_it_is_harmless():
    brief = msgspec.structs.replace(SLEEP, busy_ms=5.0, median_ms=5.1, longest_ms=5.4)
    verdict = judge(made(GOOD, GOOD, stall=brief))
    assert verdict.sentence.endswith(
        "the GUI was stalled on purpose (sleep stall, 5 ms in every 500 ms, measured 5.1 ms)"
    )


@pytest.mark.parametrize(
    ("loop", "words"),
    [
        (Loop(lag_p99_ms=90.0), "the GUI is busy (its event loop is 90 ms late at p99)"),
        (Loop(lag_p99_ms=90.0, gc_lag_ms=95.0), "the GUI is busy (Python's garbage collector, up to 95 ms)"),
        (Loop(lag_p99_ms=90.0, gc_lag_ms=9.0), "the GUI is busy (its event loop is 90 ms late at p99)"),
        (Loop(), "data painted after"),
    ],
)
def test_the_likely_cause_is_named_from_what_was_measured(loop, words):
    assert words in judge(made(STALLED_GUI, STALLED_THREAD, loop=loop)).sentence


def test_p_is_in_the_evidence_in_words():
    assert "gives a difference as large in 2 of all 4" in judge(made(LATE, GOOD)).evidence[1]


def test_a_figure_near_the_limit_is_said_to_be():
    rows = made(GOOD, GOOD)
    limit = rows.modes["gui"].links["scope"].measures["readable_painted"].p99_ms * 1.04
    verdict = judge(msgspec.structs.replace(rows, acceptable_ms=limit))
    assert any("another run may find it on the other side" in each for each in verdict.limits)


@pytest.mark.parametrize("place", ["off screen (1600 x 1000)", "offscreen"])
def test_off_screen_the_limits_say_that_no_display_showed_it(place):
    verdict = judge(made(GOOD, GOOD, environment={"display": place}))
    assert any(each.startswith("Off screen") for each in verdict.limits)


def test_an_earlier_verdict_is_not_looked_at():
    rows = made(LATE, GOOD)
    stale = msgspec.structs.replace(rows, verdict="one thread is enough", verdict_kind="enough", evidence=("so it is",))
    assert judge(stale) == judge(rows)
    assert complete(stale) == complete(rows)


def test_pairs_that_the_rows_do_not_bear_out_are_not_looked_at():
    rows = complete(made(LATE, GOOD))
    forged = tuple(msgspec.structs.replace(pair, difference_ms=-pair.difference_ms) for pair in rows.pairs)
    assert complete(msgspec.structs.replace(rows, pairs=forged)) == rows


SCENES = {
    "tie": lambda: made(GOOD, GOOD),
    "helps": lambda: made(LATE, GOOD),
    "neither": lambda: made(STALLED_GUI, STALLED_THREAD, stall=SLEEP, yardstick=True),
    "noise": lambda: made(GOOD, GOOD, **NOISY),
    "too few": lambda: made(GOOD, GOOD, rounds=1),
    "nothing": lambda: made({}, {}, rounds=0),
    "broken": lambda: made(GOOD, GOOD, broken={2: "lost"}),
    "null": lambda: made(Way(painted=False, held_share=None), Way(painted=False, held_share=None)),
}


@pytest.mark.parametrize("scene", SCENES)
def test_the_verdict_of_the_written_file_is_the_verdict_of_the_run(scene):
    done = complete(SCENES[scene]())
    read = msgspec.json.decode(msgspec.json.encode(done, enc_hook=str), type=Comparison)
    assert read == done
    assert judge(read) == judge(done)
    assert complete(read) == done


@pytest.mark.parametrize("scene", SCENES)
def test_each_verdict_has_three_to_seven_sentences_of_evidence_and_its_limits(scene):
    for rows in (SCENES[scene](), exchanged(SCENES[scene]())):
        verdict = judge(rows)
        assert 3 <= len(verdict.evidence) <= 7
        assert len(verdict.limits) >= 4
        for sentence in (*verdict.evidence, *verdict.limits):
            assert sentence.endswith(".")
            assert sentence[0].isupper() or sentence[0].isdigit()


FIGURES = st.sampled_from([None, 0.0, -1.0, 1e-9, 0.4, 18.0, 49.999, 50.0, 1e4, 1e300, math.nan, math.inf])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_stands_in_the_rows_a_sentence_never_holds_nan_or_inf(data):
    rows = made(
        {"scope": Way(chunks=30), "gps": GOOD}, GOOD if data.draw(st.booleans()) else {"gps": Way(chunks=3)}, rounds=2
    )
    rows = with_links(rows, lambda link: _wild_link(data, link))
    rows = msgspec.structs.replace(rows, modes={name: _wild_mode(data, mode) for name, mode in rows.modes.items()})
    for each in (rows, exchanged(rows)):
        verdict = judge(each)
        for sentence in (verdict.sentence, *verdict.evidence, *verdict.limits):
            assert not re.search(r"\b(nan|inf|infinity|None)\b", sentence, re.IGNORECASE)


def _wild_link(data, link):
    means = {measure: data.draw(FIGURES) for measure in ("readable_painted", "readable_read")}
    return msgspec.structs.replace(link, means_ms={**link.means_ms, **means}, held_ms=data.draw(FIGURES))


def _wild_mode(data, mode):
    links = {
        name: msgspec.structs.replace(
            link,
            measures={
                **link.measures,
                "readable_painted": _wild_distribution(data),
                "stored_painted": _wild_distribution(data),
            },
        )
        for name, link in mode.links.items()
    }
    loop = Loop(lag_p99_ms=data.draw(FIGURES), lag_max_ms=data.draw(FIGURES), gc_lag_ms=data.draw(FIGURES))
    return msgspec.structs.replace(mode, links=links, loop=loop, cpu={"gui": data.draw(FIGURES)})


def _wild_distribution(data):
    count = data.draw(st.sampled_from([0, 19, 20, 150, 5000]))
    return Distribution(count=count, p50_ms=data.draw(FIGURES), p90_ms=data.draw(FIGURES), p99_ms=data.draw(FIGURES))
