"""What the mouse does over plot and axis becomes gestures; the axis labels what is marked and no more."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from ui.plots.gestures import TimeGestures, zoom_factor
from ui.plots.view_box import TimeViewBox, ValueAxis
from ui.theme.palette import Theme

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Event:
    """As much of pyqtgraph's mouse events as is asked."""

    def __init__(self, **told: Any) -> None:
        self.accepted: bool | None = None
        for name, value in told.items():
            setattr(self, name, lambda value=value: value)

    def accept(self) -> None:
        self.accepted = True

    def ignore(self) -> None:
        self.accepted = False


def wheel(x: float, y: float, delta: int = 120, way: Qt.Orientation = Qt.Orientation.Vertical) -> Event:
    return Event(scenePos=QPointF(x, y), delta=delta, orientation=way)


def drag(dx: float, dy: float, button: Qt.MouseButton = LEFT) -> Event:
    return Event(button=button, screenPos=QPointF(50 + dx, 50 + dy), lastScreenPos=QPointF(50, 50))


class Heard:
    """Every gesture, with its numbers."""

    def __init__(self, box: TimeViewBox, gestures: TimeGestures) -> None:
        self.said: list[tuple[object, ...]] = []
        for source, names in ((gestures, ("zoomed", "panned", "reset")), (box, _OWN)):
            for name in names:
                getattr(source, name).connect(lambda *numbers, name=name: self.said.append((name, *numbers)))


_OWN = ("valuesZoomed", "valuesPanned", "valuesReset")


@pytest.fixture
def box(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> tuple[TimeViewBox, Heard]:
    """A box whose plot lies at x 100 to 300 and y 0 to 100 of the scene."""
    gestures = TimeGestures()
    box = TimeViewBox(gestures)
    monkeypatch.setattr(box, "sceneBoundingRect", lambda: QRectF(100, 0, 200, 100))
    return box, Heard(box, gestures)


def test_the_wheel_over_the_plot_zooms_time_about_the_pointer(box: tuple[TimeViewBox, Heard]) -> None:
    view, heard = box
    event = wheel(150, 40)
    view.wheelEvent(event)
    assert heard.said == [("zoomed", pytest.approx(zoom_factor(120)), 0.25)]
    assert event.accepted


def test_a_sideways_stroke_pans_time(box: tuple[TimeViewBox, Heard]) -> None:
    view, heard = box
    view.wheelEvent(wheel(150, 40, 120, Qt.Orientation.Horizontal))
    assert [said[0] for said in heard.said] == ["panned"]


def test_the_wheel_over_the_axis_zooms_values_about_the_pointer_from_below(box: tuple[TimeViewBox, Heard]) -> None:
    view, heard = box
    view.wheelEvent(wheel(20, 25, -120), axis=1)
    assert heard.said == [("valuesZoomed", pytest.approx(zoom_factor(-120)), 0.75)]


def test_a_drag_over_the_plot_pans_time_against_the_hand(box: tuple[TimeViewBox, Heard]) -> None:
    view, heard = box
    event = drag(50, 30)
    view.mouseDragEvent(event)
    assert heard.said == [("panned", -0.25)]
    assert event.accepted


def test_a_drag_up_and_down_over_the_plot_is_nothing(box: tuple[TimeViewBox, Heard]) -> None:
    view, heard = box
    view.mouseDragEvent(drag(0, 30))
    assert heard.said == []


def test_a_drag_over_the_axis_pans_values_with_the_hand(box: tuple[TimeViewBox, Heard]) -> None:
    view, heard = box
    view.mouseDragEvent(drag(0, 25), axis=1)
    assert heard.said == [("valuesPanned", 0.25)]


@pytest.mark.parametrize("button", [RIGHT, Qt.MouseButton.MiddleButton])
def test_a_drag_by_another_button_that_means_nothing_else_pans_too(
    box: tuple[TimeViewBox, Heard], button: Qt.MouseButton
) -> None:
    view, heard = box
    view.mouseDragEvent(drag(50, 0, button))
    assert heard.said == [("panned", -0.25)]


def test_clicks_of_other_buttons_and_single_ones_are_left_to_others(box: tuple[TimeViewBox, Heard]) -> None:
    view, heard = box
    view.mouseClickEvent(Event(button=RIGHT, double=True))
    view.mouseClickEvent(Event(button=LEFT, double=False))
    assert heard.said == []


@pytest.mark.parametrize(("x", "said"), [(150, "reset"), (20, "valuesReset")])
def test_a_double_click_resets_what_lies_under_it(box: tuple[TimeViewBox, Heard], x: float, said: str) -> None:
    view, heard = box
    view.mouseClickEvent(Event(button=LEFT, double=True, scenePos=QPointF(x, 50)))
    assert heard.said == [(said,)]


def test_pyqtgraphs_own_mouse_menu_and_ranges_are_off(box: tuple[TimeViewBox, Heard]) -> None:
    view, _ = box
    assert view.state["mouseEnabled"] == [False, False]
    assert view.state["autoRange"] == [False, False]
    assert view.viewRange() == [[0.0, 1.0], [0.0, 1.0]]


# -- the axis


@pytest.fixture
def axis(qtbot: QtBot, theme: Theme) -> ValueAxis:
    axis = ValueAxis(theme, 60)
    axis.resize(60, 200)
    return axis


def test_the_axis_labels_the_marks_that_the_grid_has(axis: ValueAxis) -> None:
    ticks = axis.ticks_for(-1.0, 1.0)
    ((_, values),) = axis.tickValues(-1.0, 1.0, 200.0)
    assert values == list(ticks.values)
    assert axis.tickStrings(values, 1.0, 1.0) == list(ticks.labels)
    assert len(values) >= 3


def test_marks_beyond_the_range_are_not_labelled(axis: ValueAxis) -> None:
    axis.ticks_for(-1.0, 1.0)
    ((_, values),) = axis.tickValues(0.0, 1.0, 200.0)
    assert values
    assert min(values) >= 0.0
    assert axis.tickStrings([0.123], 1.0, 1.0) == [""]


def test_a_higher_axis_has_more_marks(axis: ValueAxis) -> None:
    few = axis.ticks_for(0.0, 1.0)
    axis.resize(60, 800)
    assert len(axis.ticks_for(0.0, 1.0).values) > len(few.values)


def test_the_same_question_is_not_worked_out_again(axis: ValueAxis) -> None:
    assert axis.ticks_for(0.0, 1.0) is axis.ticks_for(0.0, 1.0)
    assert axis.ticks_for(0.0, 2.0) != axis.ticks_for(0.0, 1.0)
