"""What the robot is judged by can tell what is wrong."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal, qInfo, qWarning
from pytestqt.qtbot import QtBot

from tests.robot import oracle as judged
from tests.robot.oracle import Oracle


class Watch(QObject):
    caught = Signal(str)


@pytest.fixture
def oracle(qtbot: QtBot) -> Iterator[Oracle]:
    watch = Watch()
    made = Oracle(SimpleNamespace(run=None), watch)
    made.watch = watch
    yield made
    made.close()


def test_an_exception_is_a_complaint(oracle: Oracle):
    oracle.watch.caught.emit("ValueError: odd (file.py:12)")
    assert oracle.complaints == ["an exception: ValueError: odd (file.py:12)"]


def test_a_message_of_qts_is_a_complaint_but_for_those_of_the_platform(oracle: Oracle):
    qInfo("This plugin does not support raise()")
    qWarning("QPainter::begin: Paint device returned engine == 0")
    assert oracle.complaints == ["a message of Qt's: QPainter::begin: Paint device returned engine == 0"]


def test_a_ledger_that_does_not_add_up_is_a_complaint(oracle: Oracle):
    oracle._dashboard.run = SimpleNamespace(rig=SimpleNamespace(failures={"imu": ["12 bytes missing"], "psu": []}))
    oracle.look()
    assert oracle.complaints == ["ledger of imu: ['12 bytes missing']"]


def test_objects_that_stay_are_a_complaint_with_their_classes(oracle: Oracle):
    oracle.mark()
    kept = [QObject() for _ in range(judged.MORE_OBJECTS + 10)]
    oracle.compare()
    (told,) = oracle.complaints
    assert "Qt objects more than at the start" in told
    assert f"{len(kept)} QObject" in told


def test_a_loop_that_did_not_turn_is_a_complaint(oracle: Oracle):
    oracle._turned -= judged.SLOW_S + 1
    oracle._beat()
    assert "the loop did not turn for" in oracle.complaints[0]
