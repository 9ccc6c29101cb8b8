import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.plots.gestures import TimeGestures, TimeStrip, zoom_factor


def wheel(strip: TimeStrip, x: float, dx: int, dy: int) -> None:
    event = QWheelEvent(
        QPointF(x, 5),
        QPointF(x, 5),
        QPoint(),
        QPoint(dx, dy),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip, event)


@pytest.fixture
def strip(qtbot: QtBot) -> TimeStrip:
    strip = TimeStrip(TimeGestures())
    qtbot.addWidget(strip)
    strip.resize(300, 20)
    strip.set_sides(100, 0)
    strip.show()
    return strip


def test_forward_and_back_cancel_each_other() -> None:
    assert zoom_factor(120) * zoom_factor(-120) == pytest.approx(1)
    assert zoom_factor(120) < 1


def test_the_wheel_tells_where_in_the_span_it_was_turned(strip: TimeStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip._gestures.zoomed) as zoomed:
        wheel(strip, 200, 0, 120)
    assert zoomed.args == [pytest.approx(0.8), pytest.approx(0.5)]


def test_a_turn_beside_the_span_counts_for_its_edge(strip: TimeStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip._gestures.zoomed) as zoomed:
        wheel(strip, 10, 0, -120)
    assert zoomed.args is not None
    assert zoomed.args[1] == 0.0


def test_a_sideways_stroke_pans(strip: TimeStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip._gestures.panned) as panned:
        wheel(strip, 200, -120, 10)
    assert panned.args == [pytest.approx(0.1)]


def test_a_drag_pans_by_its_part_of_the_span(strip: TimeStrip, qtbot: QtBot) -> None:
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(200, 5))
    with qtbot.waitSignal(strip._gestures.panned) as panned:
        qtbot.mouseMove(strip, QPoint(220, 5))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(220, 5))
    assert panned.args == [pytest.approx(-0.1)]
    with qtbot.assertNotEmitted(strip._gestures.panned):
        qtbot.mouseMove(strip, QPoint(240, 5))


@pytest.mark.parametrize("button", [Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton])
def test_a_drag_by_another_button_that_means_nothing_else_pans_too(
    strip: TimeStrip, qtbot: QtBot, button: Qt.MouseButton
) -> None:
    qtbot.mousePress(strip, button, pos=QPoint(200, 5))
    with qtbot.waitSignal(strip._gestures.panned) as panned:
        qtbot.mouseMove(strip, QPoint(180, 5))
    qtbot.mouseRelease(strip, button, pos=QPoint(180, 5))
    assert panned.args == [pytest.approx(0.1)]
