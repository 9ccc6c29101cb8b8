"""What came from a device can be shown, and nothing in it can act."""

import pytest

from ui.plain import plain, shown_number, shown_rate


@pytest.mark.parametrize("hostile", ["a\x1b[31mb", "a\rb", "a\u202eb", "a\u200fb", "a\x00b", "a\u2028b"])
def test_characters_that_control_a_terminal_or_its_direction_become_dots(hostile: str) -> None:
    shown = plain(hostile)
    assert shown.isprintable()
    assert shown.startswith("a")
    assert shown.endswith("b")
    assert "·" in shown


def test_markup_stays_the_text_that_it_is() -> None:
    assert plain("<b>x</b>") == "<b>x</b>"


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert plain("x" * 100, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "–"), (True, "on"), (False, "off"), (7, "7"), (0.1 + 0.2, "0.3"), (float("nan"), "nan"), ("ok", "ok")],
)
def test_a_value_is_shown_as_people_write_it(value: object, shown: str) -> None:
    assert shown_number(value) == shown


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        (None, "–"),
        (0.0, "0 Hz"),
        (0.5, "0.500 Hz"),
        (9.96, "9.96 Hz"),
        (10.0, "10.0 Hz"),
        (999.0, "999 Hz"),
        (999.7, "1.00 kHz"),
        (1250.0, "1.25 kHz"),
        (2e9, "2.00 GHz"),
    ],
)
def test_a_rate_has_three_digits_and_a_prefix(rate: float | None, shown: str) -> None:
    assert shown_rate(rate, "Hz") == shown
