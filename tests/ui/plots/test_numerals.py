import math

import pytest

from ui.plots.numerals import shown_count, shown_name, shown_value

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "height", "text"),
    [
        (9.80665, 20.0, "9.81"),
        (-9.80665, 20.0, f"{MINUS}9.81"),
        (12.0004, 0.004, "12.000400"),
        (1013.25, 5000.0, "1013"),
        (-0.0079, 100.0, "0.0"),
        (-0.06, 100.0, f"{MINUS}0.1"),
        (-0.0, 5000.0, "0"),
        (3, 1.0, "3"),
        (-3, 1.0, f"{MINUS}3"),
        (12_345_678_901.5, 1e10, "1.2346e+10"),
        (2e-9, 4e-9, f"2e{MINUS}09"),
        (math.nan, 1.0, "NaN"),
        (math.inf, 1.0, "∞"),
        (-math.inf, 1.0, f"{MINUS}∞"),
        (True, 1.0, "on"),
        (None, 1.0, "–"),
        ("clear", 1.0, "clear"),
    ],
)
def test_values_have_the_digits_that_their_plot_can_tell_apart(value: object, height: float, text: str) -> None:
    assert shown_value(value, height) == text


def test_values_of_one_plot_have_equally_many_decimals() -> None:
    assert len({len(shown_value(v / 7, 3.0).partition(".")[2]) for v in range(1, 60)}) == 1


def test_a_range_without_height_is_no_error() -> None:
    assert shown_value(1.5, 0.0) == "1.500000"


@pytest.mark.parametrize(
    ("count", "text"),
    [(1.5, "1.5"), (12.34, "12.3"), (825.4, "825"), (3030.2, "3\N{NARROW NO-BREAK SPACE}030"), (1.2345e6, "1 230 000")],
)
def test_counts_for_a_glance_have_three_digits_and_no_powers_of_ten(count: float, text: str) -> None:
    assert shown_count(count) == text.replace(" ", "\N{NARROW NO-BREAK SPACE}")


def test_hostile_names_are_shown_without_acting() -> None:
    assert shown_name("<b>x</b>\x1b[31m\n\u202e") == "<b>x</b>·[31m··"
    assert len(shown_name("n" * 1000)) == 64
    assert shown_name("") == "(no name)"
