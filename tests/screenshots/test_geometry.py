"""The layout of each state at two sizes: rules that hold for any font, and the places that are kept in kept/.

A layout that was changed on purpose is kept anew with `make screenshots ARGS=--keep`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.screenshots.geometry import Look, cut, differences, look_of, outside, overlapping, tab_order, windows
from tests.screenshots.kept import kept_looks
from tests.screenshots.notes import NOTES, SEEN
from tests.screenshots.stage import Stage, stage
from tests.screenshots.states import STATES, Set

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
SIZES = (QSize(1024, 640), QSize(1600, 1000))


@pytest.fixture
def staged(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as made:
        yield made
        errors = list(made.errors)
    assert not errors


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_layout_of_each_state_is_sound_and_as_it_was_kept(staged: Stage, state: Set) -> None:
    staged.resize(SIZES[-1])
    state(staged)
    found = []
    for size in SIZES:
        staged.resize(size)
        at = f"{size.width()}x{size.height()}"
        kept = kept_looks(state.__name__, at)
        for number, window in enumerate(windows()):
            found += [f"{at}: outside: {line}" for line in outside(window)]
            found += [f"{at}: overlap: {line}" for line in overlapping(window)]
            found += [f"{at}: cut off: {line}" for line in cut(window)]
            if number < len(kept):
                sides = (window.width(), window.height())
                found += [f"{at}: {line}" for line in differences(kept[number], look_of(window), sides)]
        found += [f"{at}: {len(windows())} windows, and there were {len(kept)}"] * (len(windows()) != len(kept))
    assert found == []


def test_each_state_has_a_sentence_on_what_was_found_in_it() -> None:
    assert sorted(NOTES) == sorted(state.__name__ for state in STATES)


def test_every_picture_of_each_state_was_looked_at() -> None:
    made = sorted(f"{size.width()}x{size.height()}-{theme}" for size in SIZES for theme in ("light", "dark"))
    assert {state.__name__: made for state in STATES} == {name: sorted(seen) for name, seen in SEEN.items()}


@pytest.fixture
def pane(qtbot) -> QWidget:
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.resize(200, 100)
    pane.show()
    return pane


def button(pane: QWidget, text: str, *place: int) -> QPushButton:
    made = QPushButton(text, pane)
    made.setGeometry(*place)
    made.show()
    return made


def test_a_control_beyond_its_window_is_found(pane: QWidget) -> None:
    button(pane, "In", 0, 0, 50, 20)
    assert outside(pane) == []
    button(pane, "Out", 180, 0, 50, 20)
    assert [line.split(" at ")[0] for line in outside(pane)] == ["QPushButton Out"]


def test_controls_over_each_other_are_found(pane: QWidget) -> None:
    button(pane, "One", 0, 0, 50, 20)
    button(pane, "Beside", 50, 0, 50, 20)
    assert overlapping(pane) == []
    button(pane, "Over", 25, 5, 50, 20)
    assert len(overlapping(pane)) == 2


def test_a_text_that_is_cut_is_found_unless_a_tool_tip_has_it(pane: QWidget) -> None:
    label = QLabel("A sentence that is much too long for it", pane)
    label.setGeometry(0, 0, 40, 20)
    label.show()
    assert len(cut(pane)) == 1
    label.setToolTip(label.text())
    assert cut(pane) == []


def test_the_tab_key_is_followed_in_its_order(pane: QWidget) -> None:
    first, second, third = (button(pane, text, 0, 20 * n, 50, 20) for n, text in enumerate("abc"))
    QWidget.setTabOrder(first, third)
    second.setEnabled(False)
    assert tab_order(pane) == [first, third]


def test_small_shifts_are_let_pass_and_large_ones_are_told() -> None:
    kept = Look({"a": (0, 0, 100, 100)}, ("x", "y"))
    assert differences(kept, Look({"a": (10, 20, 120, 90)}, ("x", "y")), (1000, 1000)) == []
    moved = Look({"a": (300, 0, 100, 100), "b": (0, 0, 1, 1)}, ("y", "x"))
    assert differences(kept, moved, (1000, 1000)) == [
        "Tab goes to 'y' as stop 1, and went to 'x'",
        "a lies at (300, 0, 100, 100), and lay at (0, 0, 100, 100)",
        "b is new",
    ]
