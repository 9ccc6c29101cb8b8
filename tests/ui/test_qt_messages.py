"""Qt's own messages go to the log."""

import logging

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qCritical, qInstallMessageHandler, qWarning

from ui.qt_messages import KEPT, REPEATED, QtMessages


@pytest.fixture
def messages(caplog):
    caplog.set_level(logging.DEBUG, "quintet")
    messages = QtMessages()
    yield caplog
    messages.close()


def test_a_warning_is_logged_and_not_printed(messages, capsys):
    qWarning("something is odd")
    assert ("quintet", logging.WARNING, "Qt: something is odd") in messages.record_tuples
    assert capsys.readouterr().err == ""


def test_what_may_end_the_program_is_printed_too(messages, capsys):
    qCritical("no display")
    assert ("quintet", logging.ERROR, "Qt: no display") in messages.record_tuples
    assert "Qt: no display" in capsys.readouterr().err


def test_a_message_that_comes_with_every_paint_does_not_fill_the_disk(messages):
    for _ in range(10 * REPEATED):
        qWarning("again")
    assert sum("again" in record.message for record in messages.records) == REPEATED


def test_many_different_messages_are_bounded_in_memory_and_still_logged():
    each = QtMessages()
    try:
        for number in range(KEPT + 50):
            qWarning(f"number {number}")
    finally:
        each.close()
    assert len(each._seen) == KEPT


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (QtMsgType.QtDebugMsg, "DEBUG"),
        (QtMsgType.QtInfoMsg, "INFO"),
        (QtMsgType.QtWarningMsg, "WARNING"),
        (QtMsgType.QtCriticalMsg, "ERROR"),
        (QtMsgType.QtFatalMsg, "ERROR"),
    ],
)
def test_each_kind_has_its_level(messages, kind, level):
    each = QtMessages()
    each._hear(kind, QMessageLogContext(), "said")
    each.close()
    assert [record.levelname for record in messages.records] == [level]


def test_afterwards_messages_go_where_they_went_before():
    heard = []
    before = qInstallMessageHandler(lambda _kind, _context, message: heard.append(message))
    try:
        QtMessages().close()
        qWarning("after")
    finally:
        qInstallMessageHandler(before)
    assert heard == ["after"]
