from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.export.banner import ExportBanner
from ui.theme.palette import Theme


def made(qtbot: QtBot, theme: Theme) -> ExportBanner:
    banner = ExportBanner(theme)
    qtbot.addWidget(banner)
    return banner


def test_under_way_its_word_calls_off(qtbot: QtBot, theme: Theme):
    banner = made(qtbot, theme)
    banner.progress("Writing: 10 %")
    assert banner.button.text() == "Cancel"
    with qtbot.waitSignal(banner.cancelWished):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert banner.text == "Writing: 10 %"  # whoever does the work says when it is over


def test_when_it_is_over_its_word_puts_it_away(qtbot: QtBot, theme: Theme):
    banner = made(qtbot, theme)
    banner.progress("Writing: 10 %")
    banner.conclude("Saved")
    assert (banner.text, banner.button.text()) == ("Saved", "Dismiss")
    with qtbot.assertNotEmitted(banner.cancelWished):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert banner.text == ""
