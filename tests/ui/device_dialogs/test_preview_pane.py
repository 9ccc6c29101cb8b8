"""The test connection's side of the dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.decoding.options import Arrival, Csv, Json
from app.framing.options import Line
from app.preview import Piece, Settings
from app.probe import Phase, Probe
from ui.device_dialogs.hints import Hint
from ui.device_dialogs.preview_pane import FRAMES, RAW, REJECTED, PreviewPane
from ui.theme.palette import Theme

TABLES = b'{"class": "TPV", "lat": 48.1}\n{"class": "SKY", "uSat": 9}\n'


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> PreviewPane:
    pane = PreviewPane(theme)
    pane.resize(520, 500)
    qtbot.addWidget(pane)
    pane.show()
    return pane


def probed(data: bytes, settings: Settings, phase: Phase = Phase.ENOUGH) -> Probe:
    probe = Probe()
    probe.phase, probe.capture, probe._received = phase, [Piece(data, 1)], len(data)
    probe.read_as(settings)
    return probe


def test_before_a_test_there_is_nothing_but_what_it_would_do(pane: PreviewPane):
    pane.show_probe(Probe(), [], sound=True, live=False)
    assert pane.test.text() == "Test connection"
    assert not pane._pages.isVisible()
    assert "hangs up" in pane._standing.text()


def test_several_tables_have_a_menu(pane: PreviewPane):
    probe = probed(TABLES, Settings(Line(), Json(by="class"), Arrival()))
    pane.show_probe(probe, [], sound=True, live=False)
    assert [str(head) for head in pane.rows.model.heads] == ["time s", "lat"] or pane._tables is not None
    pane._tables.actions_by_key["SKY"].trigger()
    assert "uSat" in [str(head) for head in pane.rows.model.heads]
    pane.show_probe(probe, [], sound=True, live=False)  # and it stays
    assert "uSat" in [str(head) for head in pane.rows.model.heads]
    pane.show_probe(probed(b"1\n", Settings(Line(), Csv(), Arrival())), [], sound=True, live=False)
    assert pane._tables is None


def test_the_raw_bytes_are_what_came(pane: PreviewPane, qtbot: QtBot):
    pane.show_probe(
        probed(b"\x00\x1b[31m" + b"A" * 9000, Settings(Line(), Csv(), Arrival())), [], sound=True, live=False
    )
    qtbot.mouseClick(pane._way.segments[RAW], Qt.MouseButton.LeftButton)
    text = pane.raw._text.toPlainText()
    assert "00 1b 5b 33" in text
    assert "The first 4 KiB of 8.79 KiB" in text


def test_the_frames_have_their_lengths(pane: PreviewPane, qtbot: QtBot):
    pane.show_probe(probed(b"1,2\n34\n", Settings(Line(), Csv(), Arrival())), [], sound=True, live=False)
    qtbot.mouseClick(pane._way.segments[FRAMES], Qt.MouseButton.LeftButton)
    assert pane.frames.isVisible()
    assert pane.frames.model.rows == [("1", "3", "1,2"), ("2", "2", "34")]


def test_rejected_frames_stand_with_their_reasons(pane: PreviewPane, qtbot: QtBot):
    pane.show_probe(probed(b"no\nnor\n", Settings(Line(), Json(), Arrival())), [], sound=True, live=False)
    assert pane.rows.view.empty_text == "No row: each frame was rejected. Why stands under Rejected."
    qtbot.mouseClick(pane._way.segments[REJECTED], Qt.MouseButton.LeftButton)
    assert pane.rejected.isVisible()
    assert [row[1:] for row in pane.rejected.model.rows] == [("2", "no"), ("3", "nor")]
    assert all(row[0] for row in pane.rejected.model.rows)
    pane.show_probe(probed(b"{}\n", Settings(Line(), Json(), Arrival())), [], sound=True, live=False)
    assert not pane.rejected.model.rows


@pytest.mark.parametrize(
    ("data", "told"), [(b"12", "No frame, so no row."), (b"a,b\n", "No row: all frames were set aside")]
)
def test_an_empty_table_says_why(pane: PreviewPane, data: bytes, told: str):
    pane.show_probe(probed(data, Settings(Line(), Csv(header=True), Arrival())), [], sound=True, live=False)
    assert pane.rows.view.empty_text.startswith(told)
    assert not pane.grab().isNull()


def test_the_button_stops_a_test_that_runs(pane: PreviewPane, qtbot: QtBot):
    pane.show_probe(probed(b"", Settings(Line(), Csv(), Arrival()), Phase.LISTENING), [], sound=True, live=False)
    assert pane.test.text() == "Stop"
    pane.show_possible("It needs an address")
    with qtbot.waitSignal(pane.stopWished):
        qtbot.mouseClick(pane.test, Qt.MouseButton.LeftButton)


def test_a_hint_without_a_remedy_has_no_button(pane: PreviewPane, qtbot: QtBot):
    hints = [Hint("These are objects", {"decoding": {"type": "json"}}), Hint("Two\x1b bytes")]
    pane.show_probe(probed(b"1\n", Settings(Line(), Csv(), Arrival())), hints, sound=True, live=False)
    assert [line.text for line in pane.hints] == ["These are objects.", "Two· bytes.", ""]
    assert [line.use.isVisible() for line in pane.hints] == [True, False, False]
    assert pane.hints[0].use.accessibleName() == "Use this: These are objects"
    with qtbot.waitSignal(pane.hintTaken) as taken:
        qtbot.mouseClick(pane.hints[0].use, Qt.MouseButton.LeftButton)
    assert taken.args == [hints[0]]
