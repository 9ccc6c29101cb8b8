import threading

import pytest
from pytestqt.qtbot import QtBot

from app.errand import Errand
from app.session.problems import SaveError


def outcome(qtbot: QtBot, action) -> str:
    errand = Errand()
    with qtbot.waitSignal(errand.done) as caught:
        errand.run(action)
    assert not errand.is_running
    return caught.args[0]


def test_an_errand_is_done_in_another_thread_and_told_in_this_one(qtbot: QtBot):
    ran: list[threading.Thread] = []
    assert outcome(qtbot, lambda: ran.append(threading.current_thread())) == ""
    assert ran[0] is not threading.main_thread()


def test_why_it_failed_is_told_in_words(qtbot: QtBot):
    def fail(error: Exception):
        raise error

    assert outcome(qtbot, lambda: fail(SaveError("the disk is full"))) == "the disk is full"
    assert outcome(qtbot, lambda: fail(ValueError("odd"))) == "ValueError: odd"


def test_one_errand_at_a_time(qtbot: QtBot):
    errand, go = Errand(), threading.Event()
    errand.run(go.wait)
    with pytest.raises(RuntimeError, match="under way"):
        errand.run(go.wait)
    with qtbot.waitSignal(errand.done):
        go.set()
    errand.run(lambda: None)
    with qtbot.waitSignal(errand.done):
        pass
