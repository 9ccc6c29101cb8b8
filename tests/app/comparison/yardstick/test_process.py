"""The yardstick's process is waited for without waiting, and always answers or is gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.comparison.yardstick.loop import Answer
from app.comparison.yardstick.process import YardstickProcess
from app.session.reading import parse_session

SESSION = parse_session(
    '[[device]]\nname = "imu"\nlink = "tcp://127.0.0.1:7001"\nreceive_buffer = "1 MiB"\non_connect = ["a", "b"]\n'
)
LONG_MS = 20_000
ECHO = """
import sys
line = sys.stdin.readline()
print('{"yardstick": null, "notes": ["' + line.strip().replace('"', "'") + '"]}')
"""
CRASH = "import sys; sys.stderr.write('out of order'); sys.exit(3)"
HANG = "import sys; sys.stdin.read()"


@pytest.fixture
def made() -> Iterator[list[YardstickProcess]]:
    made: list[YardstickProcess] = []
    yield made
    for each in made:
        each.deleteLater()


def answered(qtbot: QtBot, made: list[YardstickProcess], *command: str) -> Answer:
    made.append(YardstickProcess(None, command))
    with qtbot.waitSignal(made[-1].answered, timeout=LONG_MS) as told:
        made[-1].start(SESSION, 1.5)
    return told.args[0]


def test_it_is_told_what_the_session_says(qtbot: QtBot, made: list[YardstickProcess]) -> None:
    (task,) = answered(qtbot, made, "-c", ECHO).notes
    assert "'seconds':1.5" in task
    assert "'name':'imu','host':'127.0.0.1','port':7001,'receive_buffer':1048576,'greeting':'YWI='" in task


def test_a_process_that_crashes_is_a_sentence(qtbot: QtBot, made: list[YardstickProcess]) -> None:
    answer = answered(qtbot, made, "-c", CRASH)
    assert answer == Answer(yardstick=None, notes=("ended with code 3: out of order",))


def test_a_process_that_is_not_wanted_any_more_is_gone_and_answers_nothing(
    qtbot: QtBot, made: list[YardstickProcess]
) -> None:
    made.append(YardstickProcess(None, ("-c", HANG)))
    told: list[Answer] = []
    made[0].answered.connect(told.append)
    made[0].start(SESSION, 1.5)
    with qtbot.waitSignal(made[0].gone, timeout=LONG_MS):
        made[0].close()
    assert not made[0].is_running
    assert told == []
