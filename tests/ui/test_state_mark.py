"""A state's mark as a widget."""

from PySide6.QtGui import QImage

from ui.state_mark import MARK, StateMark
from ui.theme.tokens import LIGHT, State


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_it_shows_a_state_and_nothing_for_none(qtbot, theme):
    mark = StateMark(theme)
    qtbot.addWidget(mark)
    mark.resize(MARK, MARK)
    assert len(colours(mark.grab().toImage())) == 1
    mark.show_state(State.ALARM)
    assert LIGHT.alarm.lower() in colours(mark.grab().toImage())
    mark.show_state(None)
    assert len(colours(mark.grab().toImage())) == 1


def test_it_takes_no_focus_and_keeps_its_size(qtbot, theme):
    mark = StateMark(theme)
    qtbot.addWidget(mark)
    assert mark.sizeHint().width() == mark.sizeHint().height() == MARK
