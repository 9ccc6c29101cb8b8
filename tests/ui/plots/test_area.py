"""What draws curves can be replaced: it needs what the interface says and no more."""

from __future__ import annotations

import inspect

import pytest

from ui.plots.area import CurveArea
from ui.plots.scrolling_area import ScrollingArea

ASKED = [name for name in vars(CurveArea) if not name.startswith("_")]


@pytest.mark.parametrize("name", ASKED)
def test_the_one_that_there_is_takes_what_the_interface_gives(name: str) -> None:
    wanted, has = inspect.signature(getattr(CurveArea, name)), inspect.signature(getattr(ScrollingArea, name))
    assert list(has.parameters) == list(wanted.parameters)
    assert has.return_annotation == wanted.return_annotation


def test_a_panel_asks_an_area_for_nothing_else() -> None:
    """Beyond what every widget has."""
    from PySide6.QtWidgets import QWidget

    from ui.plots import curve_panel

    called = {word.split("(")[0].split(".")[0] for word in inspect.getsource(curve_panel).split("self.area.")[1:]}
    assert called
    assert {name for name in called if name not in ASKED and not hasattr(QWidget, name)} == set()
