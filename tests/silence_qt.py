"""Fails a test that leaves a running QThread, an active QTimer or a top-level widget behind, or makes Qt complain.

A pytest plugin for where PySide6 is. pytest-qt judges Qt's messages while a test runs (qt_log_level_fail); those of its
fixtures' end are judged here, by the same list of what may be said (qt_log_ignore).

How what is left is found: everything that exists when a test begins is frozen (gc.freeze), so a collection at its end
walks only what the test made, in a millisecond, and so does the search for objects of Qt. That collection is also what
makes an exception in a finaliser fail the test that caused it and not a later one. Deferred deletions are done first:
pytest-qt closes the widgets of qtbot.addWidget with deleteLater. Qt objects that never had a Python name are not seen.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

from tests.silence import judge

STOP_MS = 2_000  # a thread left running is stopped, since letting go of it would abort the whole run
HOLDERS = 4  # names of what holds a widget; the first one or two tell the story
QTS_OWN = {"QTipLabel", "QComboBoxPrivateContainer"}  # made by Qt when it likes, and kept

_messages: list[str] = []


def pytest_configure(config: pytest.Config) -> None:
    qInstallMessageHandler(_hear)


def pytest_unconfigure(config: pytest.Config) -> None:
    qInstallMessageHandler(None)
    for message in _messages:
        print(f"Qt said after the tests: {message}", file=sys.stderr)


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _messages.append(f"{kind.name}: {message}")


@pytest.fixture(autouse=True)
def _qt_is_silent(request: pytest.FixtureRequest) -> Iterator[None]:
    widgets = _top_level_widgets()
    gc.freeze()
    yield
    request.node.funcargs.clear()  # pytest lets go of what the fixtures gave only later; it would hold their widgets
    left = _left_behind(widgets)
    widgets.clear()
    judge(request, left + _complaints(request.config.getini("qt_log_ignore")))


def _left_behind(widgets_before: list[QObject]) -> list[str]:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    made = [each for each in gc.get_objects() if issubclass(type(each), QObject)]
    gc.unfreeze()
    found = [*_running_threads(made), *_active_timers(made)]
    made.clear()
    return found + _new_widgets(widgets_before)


def _running_threads(made: list[QObject]) -> list[str]:
    found, ours = [], QThread.currentThread()  # the first who asks for it makes its Python object
    for thread in made:
        if isinstance(thread, QThread) and shiboken6.isValid(thread) and thread is not ours and thread.isRunning():
            found.append(f"a running {_name(thread)}")
            thread.quit()
            thread.wait(STOP_MS)
    return found


def _active_timers(made: list[QObject]) -> list[str]:
    timers = [each for each in made if isinstance(each, QTimer) and shiboken6.isValid(each) and each.isActive()]
    for timer in timers:
        if timer.thread() is QThread.currentThread():
            timer.stop()
    return [f"an active QTimer of {timer.interval()} ms, child of {_name(timer.parent())}" for timer in timers]


def _top_level_widgets() -> list[QObject]:
    from PySide6.QtWidgets import QApplication

    return QApplication.topLevelWidgets() if isinstance(QCoreApplication.instance(), QApplication) else []


def _new_widgets(before: list[QObject]) -> list[str]:
    known = {id(widget) for widget in before}
    new = [each for each in _top_level_widgets() if id(each) not in known and type(each).__name__ not in QTS_OWN]
    found = [f"a top-level {_name(widget)}{_holders(widget, new)}" for widget in new]
    for widget in new:
        widget.deleteLater()
    return found


def _holders(widget: QObject, ours: list[QObject]) -> str:
    """ " held by ..." for what still refers to a widget, as far as it can be named."""
    named = set()
    for holder in gc.get_referrers(widget):  # a loop: a comprehension would hold the widget in a cell of its own
        if holder is not ours and not isinstance(holder, FrameType):
            named.add(_holder(holder, widget))
    return f" held by {', '.join(sorted(named)[:HOLDERS])}" if named else ""


def _holder(holder: Any, held: QObject) -> str:
    if isinstance(holder, dict):
        keys = [str(key) for key in holder if holder[key] is held]
        return f"{holder.get('__name__', 'a dict')}[{', '.join(keys)}]"
    return getattr(holder, "__qualname__", type(holder).__qualname__)


def _name(thing: QObject | None) -> str:
    if thing is None:
        return "nothing"
    name = thing.objectName()
    return f"{type(thing).__name__} {name!r}" if name else type(thing).__name__


def _complaints(ignored: list[str]) -> list[str]:
    heard = [message for message in _messages if not any(re.search(pattern, message) for pattern in ignored)]
    _messages.clear()
    return [f"a message of Qt's, {message}" for message in heard]
