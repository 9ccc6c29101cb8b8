import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.plots.reading.speech import announce


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    heard: list[str] = []

    def take(event: object) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", take)
    return heard


@pytest.mark.parametrize(("listens", "heard"), [(True, ["1.30 m/s²"]), (False, [])])
def test_words_go_to_a_screen_reader_where_there_is_one(
    qtbot: QtBot, said: list[str], monkeypatch: pytest.MonkeyPatch, listens: bool, heard: list[str]
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: listens)
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "1.30 m/s²")
    announce(widget, "")
    assert said == heard
