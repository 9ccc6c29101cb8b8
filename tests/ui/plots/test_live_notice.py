import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.plots.live_notice import ELSEWHERE, PAUSED, LiveNotice
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


def test_it_leaves_the_legends_in_sight_and_takes_fewer_words_for_that(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    notice = LiveNotice(theme, parent)
    notice.say(PAUSED)
    parent.resize(800, 200)
    notice.place_over(0, 200)
    assert notice.geometry().center().x() == pytest.approx(300, abs=1)
    assert notice.text == PAUSED
    notice.place_over(0, 500)
    assert notice.geometry().right() < 300
    assert notice.text == "Paused"
    assert notice.findChild(QLabel).accessibleName() == PAUSED
    notice.say(ELSEWHERE)
    notice.place_over(0, 600)
    assert notice.text == "Not live"
    notice.place_over(0)
    assert notice.text == ELSEWHERE


def test_over_narrow_plots_it_breaks_its_words_into_lines(qtbot: QtBot, theme: Theme) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    notice = LiveNotice(theme, parent)
    notice.say(ELSEWHERE)
    parent.resize(800, 200)
    notice.place_over(0)
    wide, low = notice.width(), notice.height()
    parent.resize(140, 200)
    notice.place_over(0)
    assert parent.rect().contains(notice.geometry())
    assert notice.height() > low
    parent.resize(800, 200)
    notice.place_over(0)
    assert (notice.width(), notice.height()) == (wide, low)
