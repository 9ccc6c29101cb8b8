"""The health strip in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from app.clock import now_ns
from app.link.contract import State as LinkState
from tests.ui.desk import Desk, rows
from ui.health.strip import LEAST_CELL, HealthStrip
from ui.health.strip_line import StripLine
from ui.theme.fonts import text_font
from ui.theme.tokens import State, TextSize

OFF_SCREEN = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def strip(desk: Desk) -> HealthStrip:
    desk.open("imu", "scope", "weather", "supply", "motor")
    strip = desk.window.health.strip
    desk.qtbot.waitUntil(lambda: cell(strip, 4).right() <= strip.viewport().width() + 1)
    return strip


def cell(strip: HealthStrip, row: int):
    return strip.visualRect(strip.model().index(row, 0))


class Paints(QObject):
    """What is painted again of a strip."""

    def __init__(self, strip: HealthStrip) -> None:
        super().__init__(strip)
        self.places: list = []
        strip.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.places.append(event.rect())
        return False


def test_all_five_devices_stand_in_one_row_without_scrolling(strip: HealthStrip) -> None:
    assert [row.partition(":")[0] for row in rows(strip)] == ["imu", "scope", "weather", "supply", "motor"]
    assert strip.horizontalScrollBar().maximum() == 0
    assert len({cell(strip, row).y() for row in range(5)}) == 1


@pytest.mark.parametrize("width", [1000, 1001, 1004])
def test_the_cells_share_the_width_to_the_last_pixel(desk: Desk, strip: HealthStrip, width: int) -> None:
    desk.window.resize(width, 700)
    desk.qtbot.waitUntil(lambda: cell(strip, 4).right() == strip.viewport().width() - 1)
    assert strip.horizontalScrollBar().maximum() == 0
    assert {cell(strip, row).width() for row in range(5)} <= {width // 5, width // 5 + 1}


def test_a_click_chooses_the_device_everywhere(desk: Desk, strip: HealthStrip) -> None:
    desk.qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=cell(strip, 2).topLeft() + QPoint(60, 8))
    assert desk.window.inspector.device is desk.rig.devices[2]


def test_a_choice_elsewhere_is_shown_in_the_strip(desk: Desk, strip: HealthStrip) -> None:
    desk.window.devices.choose(desk.rig.devices[3])
    assert strip.currentIndex().row() == 3


def test_the_chosen_device_stays_in_sight_in_a_narrower_window(desk: Desk, strip: HealthStrip) -> None:
    desk.window.devices.choose(desk.rig.devices[4])
    desk.window.resize(desk.window.minimumSize())
    desk.qtbot.waitUntil(lambda: strip.horizontalScrollBar().maximum() > 0)
    assert cell(strip, 4).right() <= strip.viewport().width()


def test_a_large_font_widens_the_cells_until_a_pause_can_be_read(desk: Desk, strip: HealthStrip) -> None:
    font = QApplication.font()
    large = QFont(font)
    large.setPointSizeF(2.5 * font.pointSizeF())
    QApplication.setFont(large)
    try:
        needed = QFontMetrics(text_font(TextSize.SMALL)).horizontalAdvance("again in 88 s Retry")
        desk.window.resize(desk.window.minimumSize())
        desk.qtbot.waitUntil(lambda: strip.horizontalScrollBar().maximum() > 0 and cell(strip, 0).width() > needed)
    finally:
        QApplication.setFont(font)


def test_an_age_stands_still_while_what_waits_behind_it_changes(strip: HealthStrip) -> None:
    room, line = QRect(0, 0, 300, 16), StripLine("imu", State.GOOD, "open", age="p99 12 ms")
    places = [
        dict(strip._look.figure_places(room, replace(line, behind=f"{count} behind")))["p99 12 ms"]
        for count in ("0 B", "137 B", "53.6 KiB")
    ]
    assert len({(place.x(), place.width()) for place in places}) == 1
    assert [text for text, _ in strip._look.figure_places(QRect(0, 0, 90, 16), replace(line, behind="0 B behind"))] == [
        "p99 12 ms"
    ]


def test_a_device_that_is_filtered_away_can_still_be_chosen(desk: Desk, strip: HealthStrip) -> None:
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.keyClicks(desk.named("Filter devices and channels"), "imu")
    desk.qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=cell(strip, 4).topLeft() + QPoint(60, 8))
    assert desk.window.inspector.device is desk.rig.devices[4]


def test_arrow_keys_go_along_the_row(desk: Desk, strip: HealthStrip) -> None:
    desk.focus(strip)
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Right)
    assert desk.window.inspector.device is desk.rig.devices[2]


def test_a_click_on_the_word_ends_the_pause_of_its_device_alone(desk: Desk, strip: HealthStrip) -> None:
    for link in desk.links[1:3]:
        link.lose("reset by the device")
    strip.refresh()
    place = strip._look.retry_place(cell(strip, 2)).center()
    desk.qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [link.state for link in desk.links[1:3]] == [LinkState.WAITING, LinkState.CONNECTING]
    assert desk.window.inspector.device is desk.rig.devices[0]


def test_where_that_word_would_stand_an_open_device_is_chosen(desk: Desk, strip: HealthStrip) -> None:
    place = strip._look.retry_place(cell(strip, 2)).center()
    desk.qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.inspector.device is desk.rig.devices[2]


def test_return_shows_what_is_wrong(desk: Desk, strip: HealthStrip) -> None:
    desk.window.inspector.show_page(3)
    desk.focus(strip)
    desk.press(Qt.Key.Key_Return)
    assert any(figures.isVisible() for figures in desk.window.findChildren(QObject) if _is_health(figures))


def _is_health(found: QObject) -> bool:
    return type(found).__name__ == "HealthPage"


@OFF_SCREEN
def test_the_menu_is_that_of_the_list(desk: Desk, strip: HealthStrip) -> None:
    at = cell(strip, 1).center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, strip.viewport().mapToGlobal(at))
    QApplication.sendEvent(strip.viewport(), asked)
    menu = desk.window.devices.menu
    assert menu.isVisible()
    menu.toggle.trigger()
    menu.close()
    assert desk.links[1].state is LinkState.IDLE


def test_only_the_cell_that_reads_otherwise_is_painted_again(desk: Desk, strip: HealthStrip) -> None:
    desk.links[3].more = {"next_try_ns": now_ns() + 9_000_000_000}
    desk.links[3].lose("reset by the device")
    strip.refresh()
    desk.qtbot.waitUntil(lambda: strip._painted.get(3) is not None and strip._painted[3].can_retry)
    QApplication.sendPostedEvents()
    paints = Paints(strip)
    desk.links[3].more = {"next_try_ns": now_ns() + 5_000_000_000}
    strip.refresh()
    desk.qtbot.waitUntil(lambda: bool(paints.places))
    assert all(cell(strip, 3).adjusted(-1, 0, 1, 1).contains(place) for place in paints.places)


def test_a_strip_out_of_sight_looks_at_nothing(desk: Desk, strip: HealthStrip) -> None:
    desk.window.health.toggleViewAction().trigger()
    strip._painted.clear()
    strip.refresh()
    assert strip._painted == {}


def test_many_devices_scroll_and_only_those_on_screen_are_looked_at(desk: Desk) -> None:
    desk.open(*[f"d{number}" for number in range(64)])
    strip = desk.window.health.strip
    desk.qtbot.waitUntil(lambda: strip.horizontalScrollBar().maximum() > 0)
    assert cell(strip, 0).width() == LEAST_CELL
    strip.refresh()
    assert len(strip._painted) <= strip.width() // LEAST_CELL + 2
    assert strip.height() < 80
    strip.choose(desk.rig.devices[63])
    desk.qtbot.waitUntil(lambda: cell(strip, 63).right() <= strip.viewport().width())
    strip.refresh()
    assert 63 in strip._painted


def test_without_a_session_there_is_no_row(desk: Desk) -> None:
    assert not desk.window.health.strip.isVisible()
    desk.open("imu")
    assert desk.window.health.strip.isVisible()


def test_the_strip_is_still_hidden_where_one_has_hidden_it_and_another_session_opens(desk: Desk) -> None:
    desk.open("imu")
    desk.window.health.toggleViewAction().trigger()
    desk.open("scope")
    assert not desk.window.health.isVisible()
