"""The three panes: before, during, after."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QPushButton, QWidget

from app.comparison.back_pressure.experiment import BUFFERS, Failure, Plan, Progress, Step
from tests.ui.comparison.made_runs import made_result, run_with
from tests.ui.desk import called
from ui.back_pressure.panes import ResultPane, RunningPane, SetUpPane
from ui.back_pressure.table import BufferTable
from ui.word_button import WordButton


def texts(pane: QWidget) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if not label.isHidden())


def field(pane: QWidget, name: str) -> QDoubleSpinBox:
    (found,) = [each for each in pane.findChildren(QDoubleSpinBox) if each.accessibleName() == name]
    return found


@pytest.fixture
def set_up(qtbot, theme):
    pane = SetUpPane(theme)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def test_it_says_beforehand_that_the_window_will_stand_still_and_for_how_long(set_up):
    assert "The window will stand still three times, for 2.00 s each time." in texts(set_up)
    field(set_up, "Length of the stall").setValue(0.5)
    assert "for 500 ms each time" in texts(set_up)
    assert "cannot draw" in texts(set_up)


def test_the_choices_have_bounds(set_up):
    stall = field(set_up, "Length of the stall")
    assert (stall.minimum(), stall.maximum()) == (0.5, 10.0)


def test_the_button_begins_what_was_chosen(qtbot, set_up):
    field(set_up, "Length of the stall").setValue(1.5)
    field(set_up, "Rate of the sender").setValue(0.25)
    (button,) = [each for each in set_up.findChildren(QPushButton) if each.text() == "Stand still"]
    with qtbot.waitSignal(set_up.begun) as begun:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert begun.args[0] == Plan(rate=250_000.0, stall_ns=1_500_000_000, buffers=BUFFERS)


def test_a_devices_rate_can_be_taken_over_where_it_is_within_the_bounds(qtbot, set_up):
    set_up.show_rates([("imu & co", 53_500.0), ("asleep", 0.0), ("camera", 12.3e6)])
    buttons = [each for each in set_up.findChildren(WordButton) if not each.isHidden()][:-1]  # then the help's
    assert [called(each) for each in buttons] == [
        "Rate as imu & co: 53.5 kB/s",
        "Rate as camera: 12.3 MB/s",
    ]
    qtbot.waitUntil(lambda: buttons[1].width() >= buttons[1].sizeHint().width())  # it is laid out
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert set_up.plan().rate == pytest.approx(12.3e6)


def test_a_failure_is_told_with_its_reason_and_one_that_was_given_up_is_not(set_up):
    set_up.show_failure(Failure("no <b>such</b> program", Step.STARTING))
    assert "It came to nothing while starting: no <b>such</b> program." in texts(set_up)
    set_up.show_failure(Failure("cancelled", Step.STEADY, cancelled=True))
    assert not [label for label in set_up.findChildren(QLabel) if label.isVisible() and "nothing" in label.text()[:20]]


def test_all_text_is_plain(set_up):
    assert {label.textFormat() for label in set_up.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("step", set(Step) - {Step.IDLE})
def test_each_step_is_shown(qtbot, theme, step):
    pane = RunningPane(theme)
    qtbot.addWidget(pane)
    pane.show_progress(Progress(step, 1, 3, None), Plan())
    assert "Receive buffer 2 of 3: auto-tuned" in texts(pane)
    assert ("Now standing still for 2.00 s" in texts(pane)) is (step is Step.STANDING)
    assert not pane.grab().isNull()


def test_what_is_done_and_what_is_to_come_is_listed(qtbot, theme):
    pane = RunningPane(theme)
    qtbot.addWidget(pane)
    pane.show_progress(Progress(Step.STEADY, 1, 3, None), Plan())
    said = [each.accessibleName() for each in pane.findChildren(QWidget) if each.accessibleName()]
    assert "64 KiB: done; auto-tuned: sending steadily; 4 MiB: to come" in said


def test_the_result_answers_and_tells_the_chosen_buffers_story(qtbot, theme):
    pane = ResultPane(theme)
    qtbot.addWidget(pane)
    pane.show_result(made_result())
    assert "with 64 KiB the sender had to wait after 29 ms" in texts(pane)
    assert "Nothing was lost" in texts(pane)
    assert "drops nothing that it has acknowledged" in texts(pane)
    pane.findChild(BufferTable).chosen.emit(2)
    assert "The window never closed" in texts(pane)


def test_bytes_that_did_not_arrive_are_an_alarm_in_words(qtbot, theme):
    pane = ResultPane(theme)
    qtbot.addWidget(pane)
    pane.show_result(msgspec.structs.replace(made_result(), runs=(run_with(30_000, end=298_000),)))
    assert "299\u202f000 bytes were sent, 298\u202f000 arrived." in texts(pane)
