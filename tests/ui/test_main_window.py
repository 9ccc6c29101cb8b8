"""The window, driven by mouse and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMenu, QWidget

from app.clock import now_ns
from tests.ui.desk import Desk, called
from ui.main_window import LEAST_SIZE, MainWindow, first_size

LATER = b"0.5,9.7,21.6\n"


@pytest.mark.parametrize("focused", ["Devices and channels", "Pages about the device", "Health"])
def test_space_pauses_the_view_wherever_the_focus_is(desk: Desk, focused: str):
    desk.open("imu", "scope")
    desk.focus(desk.named(focused))
    desk.press(Qt.Key.Key_Space)
    assert desk.window.plots.paused
    assert desk.window.pause.isChecked()
    desk.press(Qt.Key.Key_Space)
    assert desk.window.plots.live
    assert not desk.window.pause.isChecked()


def test_a_paused_view_goes_on_taking_data(desk: Desk):
    (link,) = desk.open("imu")
    desk.press(Qt.Key.Key_Space)
    link.receive(LATER * 10)
    desk.refreshed()
    (device,) = desk.rig.devices
    assert device.pipeline.tables[""].in_history == 11


def test_a_space_in_the_filter_line_is_a_space(desk: Desk):
    desk.open("imu")
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = desk.named("Filter devices and channels")
    assert line.hasFocus()
    desk.qtbot.keyClicks(line, "a x")
    assert line.property("text") == "a x"
    assert desk.window.plots.live


def test_a_space_on_a_button_presses_it(desk: Desk):
    desk.open("imu")
    desk.window.notice.alarm("something")
    desk.focus(desk.named("Dismiss"))
    desk.press(Qt.Key.Key_Space)
    assert desk.window.notice.text == ""
    assert desk.window.plots.live


def test_a_fits_and_end_returns_to_live(desk: Desk):
    desk.open("imu", rows=b"1,2,3\n" * 50)
    desk.press(Qt.Key.Key_A)
    assert not desk.window.plots.live
    desk.press(Qt.Key.Key_End)
    assert desk.window.plots.live


def test_the_buttons_way_back_to_live_unchecks_the_pause_too(desk: Desk):
    desk.open("imu", rows=b"1,2,3\n" * 50)
    desk.press(Qt.Key.Key_Space)
    desk.window.plots.go_live()
    assert not desk.window.pause.isChecked()


def test_tab_goes_from_the_filter_to_the_list_the_pages_the_page_the_plots_and_the_tools(desk: Desk):
    desk.open("imu")
    desk.focus(desk.named("Filter devices and channels"))
    seen = []
    for _ in range(16):
        focused = QApplication.focusWidget()
        seen.append(called(focused) if focused else "")
        desk.press(Qt.Key.Key_Tab)
    panes = ["Filter devices and channels", "Devices and channels", "Pages about the device"]
    page = ["Stop", "Health", "Copy report", "Save support bundle…"]
    plots = ["Plot of imu m/s²", "Plot of imu °C"]
    tools = ["Pause", "Fit", "One thread for all links", "Threads for all links", "Compare", "Back-pressure…"]
    assert seen == [*panes, *page, *plots, *tools, "Health of the devices"]
    assert desk.named("Filter devices and channels").hasFocus()


def test_the_first_device_is_chosen_at_start(desk: Desk):
    desk.open("imu", "scope")
    assert desk.window.inspector.device is desk.rig.devices[0]
    assert desk.named("Devices and channels").hasFocus()


def test_the_arrow_keys_choose_a_device_and_its_plots_stand_out(desk: Desk):
    desk.open("imu", "scope")
    desk.press(Qt.Key.Key_Left)  # fold, so that the next row is the next device
    desk.press(Qt.Key.Key_Down)
    assert desk.window.inspector.device is desk.rig.devices[1]
    standing_out = {panel.plan.title for panel in desk.window.plots.panels if panel.legend.highlighted}
    assert standing_out == {"scope"}


def test_f11_fills_the_screen_and_gives_it_back(desk: Desk):
    desk.press(Qt.Key.Key_F11)
    assert desk.window.isFullScreen()
    desk.press(Qt.Key.Key_F11)
    assert not desk.window.isFullScreen()


def test_ctrl_q_closes_the_window(desk: Desk):
    with desk.qtbot.waitSignal(desk.dashboard.finished):
        desk.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not desk.window.isVisible()


def test_size_and_docks_come_back_as_they_were_left(desk: Desk, theme, tmp_path: Path):
    settings = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    desk.window.resize(780, 600)
    inspector = desk.window.findChild(QDockWidget, "inspector")
    inspector.hide()
    desk.window.keep(settings)
    again = MainWindow(theme)
    again.restore(settings)
    assert again.size() == desk.window.size()
    assert again.findChild(QDockWidget, "inspector").isHidden()
    again.deleteLater()


def test_in_german_its_least_width_has_all_docks_in_it(in_german: None, desk: Desk):
    desk.open("imu")
    desk.window.resize(100, 100)
    inspector = desk.window.findChild(QDockWidget, "inspector")
    desk.qtbot.waitUntil(lambda: inspector.geometry().right() < desk.window.width())
    assert LEAST_SIZE.width() < desk.window.width() < 1024


def test_the_window_fits_a_small_screen(desk: Desk):
    desk.open("imu", "scope", "weather", "supply", "motor")
    desk.window.resize(LEAST_SIZE)
    assert desk.window.size() == LEAST_SIZE
    inspector = desk.window.findChild(QDockWidget, "inspector")
    desk.qtbot.waitUntil(lambda: inspector.geometry().right() < LEAST_SIZE.width())
    for dock in desk.window.below.docks:
        dock.show()
    desk.qtbot.waitUntil(lambda: inspector.geometry().bottom() < (desk.window.below.top or 0))
    desk.window.resize(1024, 640)
    assert (desk.window.width(), desk.window.height()) == (1024, 640)
    assert desk.window.plots.width() >= 420


def test_recent_sessions_are_a_menu_of_names_and_folders(desk: Desk):
    menu = next(m for m in desk.window.findChildren(QMenu) if m.title() == "Open &recent")
    assert not menu.isEnabled()
    desk.window.show_recent([Path("/lab/a&b.toml"), Path.home() / "c.toml"])
    texts = [action.text() for action in menu.actions() if action.data()]
    assert texts == ["&1 a&&b.toml  –  /lab", "&2 c.toml  –  ~"]
    menu.actions()[0].trigger()
    assert desk.window.notice.text.startswith("Not opened: a&b.toml: ")


def test_every_control_has_a_name_and_every_label_is_plain_text(desk: Desk):
    desk.open("imu", "scope")
    desk.window.notice.alarm("<b>x</b>")
    guessing = [w for w in desk.window.findChildren(QLabel) if w.textFormat() != Qt.TextFormat.PlainText]
    assert [label.text() for label in guessing if label.text()] == []
    unnamed = [
        type(widget).__name__
        for widget in QApplication.allWidgets()
        if desk.window.isAncestorOf(widget)
        and widget.isVisibleTo(desk.window)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.focusProxy()
        and not called(widget)
    ]
    assert unnamed == []


@pytest.mark.parametrize(
    ("room", "is_seen", "size"),
    [((1920, 1080), True, (1280, 800)), ((1024, 640), True, (1024, 640)), ((800, 800), False, (1280, 800))],
)
def test_the_window_begins_no_larger_than_its_screen(room, is_seen, size):
    assert first_size(QSize(*room), is_seen=is_seen) == QSize(*size)


# -- when it was painted


def test_a_paint_inside_the_window_is_told_with_its_begin_and_end(desk: Desk):
    desk.open("imu")
    heard: list[tuple[int, int]] = []
    desk.window.painted.connect(lambda begin, end: heard.append((begin, end)))
    watched = PaintTimes(desk.window.devices)
    desk.window.devices.update()
    desk.qtbot.waitUntil(lambda: any(begin <= at <= end for at in watched.at for begin, end in heard))


def test_what_a_scrolling_widget_paints_is_told_too(desk: Desk):
    area = QWidget(desk.window)
    area.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    area.setGeometry(0, 0, 100, 50)
    area.show()
    heard: list[tuple[int, int]] = []
    watched = PaintTimes(area)
    desk.qtbot.waitUntil(lambda: bool(watched.at))
    desk.window.painted.connect(lambda begin, end: heard.append((begin, end)))
    watched.at.clear()
    area.scroll(-3, 0)
    desk.qtbot.waitUntil(lambda: bool(watched.at) and bool(heard))
    assert heard[0][0] <= watched.at[0] <= heard[0][1]


class PaintTimes(QObject):
    """When a widget, or one inside it, was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at: list[int] = []
        for each in (widget, *widget.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at.append(now_ns())
        return False
