"""A pane of bytes keeps its place, and fits its lines."""

from pytestqt.qtbot import QtBot

from ui.inspector.byte_text import PER_LINE, ByteText
from ui.theme.palette import Theme


def pane(qtbot: QtBot, theme: Theme, width: int) -> ByteText:
    made = ByteText(theme, "Raw bytes")
    qtbot.addWidget(made)
    made.resize(width, 120)
    made.show()
    return made


def test_as_many_bytes_stand_in_a_line_as_fit(qtbot: QtBot, theme: Theme):
    assert pane(qtbot, theme, 1200).per_line(4096) == PER_LINE[0]
    assert pane(qtbot, theme, 60).per_line(4096) == PER_LINE[-1]


def test_the_place_stays_while_the_text_changes_and_the_end_stays_the_end(qtbot: QtBot, theme: Theme):
    bytes_ = pane(qtbot, theme, 400)
    bytes_.show_text("\n".join(map(str, range(200))))
    bar = bytes_._text.verticalScrollBar()
    bar.setValue(50)
    bytes_.show_text("\n".join(map(str, range(300))))
    assert bar.value() == 50
    bar.setValue(bar.maximum())
    bytes_.show_text("\n".join(map(str, range(400))))
    assert bar.value() == bar.maximum()


def test_text_that_is_being_copied_is_held(qtbot: QtBot, theme: Theme):
    bytes_ = pane(qtbot, theme, 400)
    bytes_.show_text("0000  41")
    assert not bytes_.is_held
    bytes_._text.selectAll()
    assert bytes_.is_held
