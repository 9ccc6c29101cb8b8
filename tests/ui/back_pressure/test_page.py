"""The page guides through the experiment, and nothing of it is left when it closes in the middle."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.comparison.back_pressure.bridging import Result
from app.comparison.back_pressure.experiment import Failure, Plan, Step
from app.quantities import ByteSize
from tests.ui.comparison.made_runs import made_result
from ui.back_pressure.page import BackPressurePage
from ui.theme.palette import Theme

STUCK_MS = 30_000
PLAN = Plan(4e6, 150_000_000, (ByteSize(64 << 10),), 100, 50, 50)
linux = pytest.mark.skipif(sys.platform != "linux", reason="the sender needs Linux's TCP_INFO, and says so")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Iterator[BackPressurePage]:
    made = BackPressurePage(theme)
    made.show()
    qtbot.waitExposed(made)
    yield made
    with qtbot.waitSignal(made.ended, timeout=STUCK_MS):
        made.shutdown()
    made.hide()
    made.deleteLater()


def visible(page: BackPressurePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def at(qtbot: QtBot, page: BackPressurePage, step: Step) -> None:
    qtbot.waitUntil(lambda: page.experiment.step is step, timeout=STUCK_MS)


def test_it_begins_by_saying_what_will_happen(page: BackPressurePage) -> None:
    assert "The window will stand still three times" in visible(page)
    assert not page.is_running
    assert not page.isModal()


@linux
def test_it_goes_from_before_to_after(qtbot: QtBot, page: BackPressurePage) -> None:
    page._set_up.begun.emit(PLAN)
    assert page.is_running
    at(qtbot, page, Step.STANDING)
    assert "Now standing still for 150 ms" in visible(page)
    with qtbot.waitSignal(page.experiment.finished, timeout=STUCK_MS) as finished:
        pass
    assert isinstance(finished.args[0], Result)
    assert "Nothing was lost" in visible(page)
    assert "with 64 KiB the sender" in visible(page)


@linux
def test_given_up_by_its_button_it_asks_again(qtbot: QtBot, page: BackPressurePage) -> None:
    page._set_up.begun.emit(PLAN)
    at(qtbot, page, Step.STEADY)
    with qtbot.waitSignal(page.experiment.finished, timeout=STUCK_MS):
        qtbot.mouseClick(page._running._cancel, Qt.MouseButton.LeftButton)
    assert "The window will stand still" in visible(page)
    assert "came to nothing" not in visible(page)


@linux
@pytest.mark.parametrize("close", [BackPressurePage.close, BackPressurePage.reject])
def test_closed_in_the_middle_it_gives_up(qtbot: QtBot, page: BackPressurePage, close) -> None:
    page._set_up.begun.emit(PLAN)
    at(qtbot, page, Step.STEADY)
    with qtbot.waitSignal(page.experiment.finished, timeout=STUCK_MS) as finished:
        close(page)
    assert finished.args[0].cancelled
    assert not page.is_running


@linux
def test_shut_down_in_the_middle_it_ends_and_begins_nothing_any_more(qtbot: QtBot, page: BackPressurePage) -> None:
    page._set_up.begun.emit(PLAN)
    at(qtbot, page, Step.STEADY)
    with qtbot.waitSignal(page.ended, timeout=STUCK_MS):
        page.shutdown()
    page._set_up.begun.emit(PLAN)
    assert not page.is_running


def test_a_failure_is_shown_where_one_can_begin_again(page: BackPressurePage) -> None:
    page.experiment.finished.emit(Failure("this system does not tell", Step.STARTING))
    assert "this system does not tell" in visible(page)
    assert "The window will stand still" in visible(page)


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("size", [(840, 780), (480, 360)])
def test_each_pane_is_drawn_in_both_themes_and_fits_the_width(page, theme, scheme, size) -> None:
    theme.set_scheme(scheme)
    page.resize(*size)
    page.experiment.finished.emit(made_result())
    page.show_rates([(f"device {number}", 1e6) for number in range(5)])
    for number in range(page._stack.count()):
        page._stack.setCurrentIndex(number)
        area = page._stack.currentWidget()
        assert not page.grab().isNull()
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_it_is_no_larger_than_its_screen(page: BackPressurePage) -> None:
    room = page.screen().availableSize()
    assert page.width() <= room.width()
    assert page.height() <= room.height()


def test_once_more_leads_back_to_the_choices(qtbot: QtBot, page: BackPressurePage) -> None:
    page.experiment.finished.emit(msgspec.structs.replace(made_result()))
    qtbot.mouseClick(page._result._again, Qt.MouseButton.LeftButton)
    assert "The window will stand still" in visible(page)
