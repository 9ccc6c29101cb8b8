from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.plots.live_notice import PAUSED, LiveNotice
from ui.theme.palette import Theme


def test_the_notice_is_hidden_until_it_is_needed_and_grows_with_its_words(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    notice = LiveNotice(theme, parent)
    assert notice.isHidden()
    width = notice.sizeHint().width()
    notice.say(PAUSED)
    assert notice.text == PAUSED
    assert notice.width() > width


def test_its_button_says_so(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    notice = LiveNotice(theme, parent)
    parent.show()
    notice.show()
    with qtbot.waitSignal(notice.backWished):
        qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)


def test_over_narrow_plots_it_breaks_its_words_into_lines(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    notice = LiveNotice(theme, parent)
    notice.say(PAUSED)
    parent.resize(800, 200)
    notice.place_over(0)
    wide, low = notice.width(), notice.height()
    parent.resize(220, 200)
    notice.place_over(0)
    assert parent.rect().contains(notice.geometry())
    assert notice.height() > low
    parent.resize(800, 200)
    notice.place_over(0)
    assert (notice.width(), notice.height()) == (wide, low)
