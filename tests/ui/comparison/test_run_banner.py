"""The line that follows a comparison, and ends it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal

from app.comparison.judgement.verdict import complete
from app.comparison.schema import Comparison
from tests.app.comparison.made import GOOD, made
from ui.comparison.run_banner import RunBanner


class FakeRun(QObject):
    """What the banner needs of a ComparisonRun."""

    progress = Signal(object, float)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, result: Comparison) -> None:
        super().__init__()
        self.result = result

    def cancel(self) -> None:
        self.finished.emit(self.result)


@pytest.fixture
def run(qapp):
    run = FakeRun(complete(made(GOOD, GOOD)))
    yield run
    run.deleteLater()


@pytest.fixture
def banner(qtbot, theme, run):
    banner = RunBanner(theme)
    qtbot.addWidget(banner)
    banner.show_run(run)
    return banner


def test_it_says_how_far_it_is_and_what_is_done(banner, run):
    assert banner.text == ""
    run.progress.emit("Round 1 of 2, block 3 of 8: SocketThreads read", 0.125)
    assert banner.text == "Comparison, 12 % done. Round 1 of 2, block 3 of 8: SocketThreads read"


def test_its_word_ends_the_comparison_and_then_puts_the_verdict_away(qtbot, banner, run):
    run.progress.emit("Round 1", 0.0)
    assert banner.button.text() == "End the comparison"
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert banner.text.startswith("Comparison: one thread is enough: data painted after")
    assert banner.button.text() == "Dismiss"
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert banner.text == ""


def test_why_there_is_no_verdict_is_said(banner, run):
    run.progress.emit("Waiting for the links", 0.0)
    run.failed.emit("no link opened within 10 s: imu: refused")
    assert banner.text == "Comparison: not done: no link opened within 10 s: imu: refused."


def test_the_next_comparison_can_be_ended_again(banner, run):
    run.failed.emit("no link")
    banner.show_run(run)
    assert banner.button.text() == "End the comparison"
