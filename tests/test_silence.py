"""The plugins tests/silence.py and tests/silence_qt.py, on tests that are not silent."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
needs_qt = pytest.mark.skipif(
    importlib.util.find_spec("PySide6") is None, reason="the core's environment has no PySide6"
)

NOISY = """
    import signal, subprocess, sys, threading
    import pytest

    release = threading.Event()

    def test_thread():
        threading.Thread(target=release.wait, name="stuck", daemon=True).start()

    def test_child():
        global child
        child = subprocess.Popen([sys.executable, "-c", "input()  # waits"], stdin=subprocess.PIPE)

    def test_handler():
        signal.signal(signal.SIGTERM, lambda *_: None)

    def test_failed_already():
        threading.Thread(target=release.wait, name="excused", daemon=True).start()
        raise AssertionError("its own reason")

    @pytest.fixture
    def thread():
        thread = threading.Thread(target=release.wait)
        thread.start()
        yield thread
        release.set()

    def test_tidy(thread):
        assert thread.is_alive()

    def test_last():
        child.communicate()
"""

NOISY_QT = """
    import pytest
    from PySide6.QtCore import QObject, QThread, QTimer, qWarning
    from PySide6.QtWidgets import QLabel, QMenu, QWidget

    kept = []

    def test_thread(qapp):
        thread = QThread()
        thread.setObjectName("reader")
        thread.start()
        kept.append(thread)

    def test_timer(qapp):
        timer = QTimer()
        timer.start(60_000)
        kept.append(timer)

    def test_timer_of_another(qapp):
        owner = QObject()
        timer = QTimer(owner)
        timer.start(60_000)
        kept.append(owner)

    def test_widget(qapp):
        kept.append(QLabel("forgotten"))

    @pytest.fixture
    def menu(qapp):
        return QMenu()  # as pyqtgraph makes them: no parent, gone with what holds it

    def test_widget_of_a_fixture(menu):
        assert menu.isEmpty()

    @pytest.fixture
    def grumbling(qapp):
        yield
        qWarning("too late")

    def test_message_of_a_fixture(grumbling):
        pass

    def test_message(qapp):
        qWarning("at once")

    def test_finaliser(qapp):
        class Cycle:
            def __init__(self):
                self.me = self
            def __del__(self):
                raise RuntimeError("in a cycle")
        Cycle()

    def test_tidy(qtbot):
        widget = QWidget()
        qtbot.addWidget(widget)
        widget.show()
        timer = QTimer(widget)
        timer.start(10)
        thread = QThread(widget)
        thread.start()
        thread.quit()
        thread.wait()
        parent = QWidget()
        QLabel("of a parent that is let go", parent)
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest("import tests.silence\n\ntests.silence.GRACE_S = 0.1")
    pytester.makeini(
        "[pytest]\nfilterwarnings = error\nqt_log_level_fail = INFO\nqt_log_ignore =\n  propagateSizeHints"
    )

    def outcomes(source: str, *plugins: str) -> tuple[dict[str, int], str]:
        pytester.makepyfile(source)
        options = [word for plugin in plugins for word in ("-p", plugin)]
        result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-rfE", *options)
        return result.parseoutcomes(), result.stdout.str()

    return outcomes


LEFT = "the test left behind: "


def test_what_a_test_leaves_behind_fails_that_test_by_name(run):
    outcomes, text = run(NOISY, "tests.silence")
    assert outcomes == {"passed": 5, "failed": 1, "errors": 3}
    assert_said(text, "test_thread", LEFT + "a running thread, stuck")
    assert_said(text, "test_child", LEFT + "a child process, ")
    assert_said(text, "test_handler", LEFT + "a handler of SIGTERM")
    assert "ERROR at teardown of test_failed_already" not in text


@needs_qt
def test_what_a_test_leaves_behind_in_qt_fails_that_test_by_name(run):
    outcomes, text = run(NOISY_QT, "tests.silence", "tests.silence_qt")
    assert outcomes == {"passed": 8, "failed": 1, "errors": 6}
    assert_said(text, "test_thread", LEFT + "a running QThread 'reader'")
    assert_said(text, "test_timer", LEFT + "an active QTimer of 60000 ms, child of nothing")
    assert_said(text, "test_timer_of_another", LEFT + "an active QTimer of 60000 ms, child of QObject")
    assert_said(text, "test_widget", LEFT + "a top-level QLabel held by list")
    assert_said(text, "test_message_of_a_fixture", LEFT + "a message of Qt's, QtWarningMsg: too late")
    assert "RuntimeError: in a cycle" in text


def assert_said(text: str, test: str, reason: str) -> None:
    """The report has the heading of this test's teardown, and right below it the reason."""
    lines = text.splitlines()
    heading = next(i for i, line in enumerate(lines) if f" ERROR at teardown of {test} " in line)
    assert lines[heading + 1].startswith(reason)
