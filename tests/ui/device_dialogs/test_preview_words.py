"""A test connection and its preview in words and cells."""

from __future__ import annotations

import pytest

from app.decoding.options import Arrival, Csv, Json
from app.framing.options import Line
from app.preview import FrameSeen, Piece, Settings, preview_of
from app.probe import Phase, Probe
from ui.device_dialogs import preview_words as told
from ui.theme.tokens import State


@pytest.fixture
def probe(qapp: object) -> Probe:
    probe = Probe()
    probe.address, probe.reason = "127.0.0.1:7001", "127.0.0.1 refused"
    return probe


@pytest.mark.parametrize("phase", Phase)
def test_each_phase_is_told_in_a_sentence(probe: Probe, phase: Phase):
    probe.phase = phase
    text, _ = told.standing(probe)
    assert text[0].isupper() or text[0].isdigit()
    assert "{" not in text


def test_a_refusal_is_an_alarm_with_its_reason(probe: Probe):
    probe.phase = Phase.REFUSED
    assert told.standing(probe) == ("Not connected to 127.0.0.1:7001: 127.0.0.1 refused", State.ALARM)
    probe.address, probe.reason = "", "name unknown: imu"
    assert told.standing(probe) == ("Not connected: name unknown: imu", State.ALARM)


def test_silence_points_to_where_a_command_is_written(probe: Probe):
    probe.phase = Phase.QUIET
    assert "speaks only when asked" in told.standing(probe)[0]
    probe.asked = 7
    assert "and asked, and nothing came" in told.standing(probe)[0]


def test_a_hostile_reason_prints(probe: Probe):
    probe.phase, probe.reason = Phase.ENDED, "\x1b[31m\u202e<b>" * 100
    text, _ = told.standing(probe)
    assert text.isprintable()
    assert len(text) < 500


def test_the_account_says_what_became_of_all_of_it():
    settings = Settings(Line(), Json(), Arrival())
    text = told.account(preview_of([Piece(b'{"a": 1}\nno\nno\n{"a"', 1)], settings))
    assert text.startswith("3 frames of 19 B; 1 decoded; 2 rejected (")


def test_an_account_of_a_part_says_so():
    settings = Settings(Line(), Csv(), Arrival())
    text = told.account(preview_of([Piece(b"1\n" * 32768, 1)], settings))
    assert text == "400 frames in the first 4 KiB; 400 decoded"


def test_bytes_that_wait_are_told_where_no_frame_is():
    settings = Settings(Line(), Csv(), Arrival())
    assert told.account(preview_of([Piece(b"1,2", 1)], settings)) == "0 frames of 3 B; 3 B wait for the end of a frame"


def test_a_frame_is_text_where_it_is_text_and_hex_where_not():
    cells = told.frame_cells([FrameSeen(b"1,2", 3), FrameSeen(b"\x00\xff", 2), FrameSeen(b"x" * 256, 9000)])
    assert cells[0] == ("1", "3", "1,2")
    assert cells[1] == ("2", "2", "00 ff")
    assert cells[2][1] == "9000"
    assert cells[2][2].endswith("…")


def test_rows_have_their_times_units_and_gaps():
    settings = Settings(Line(), Json(), Arrival())
    (table,) = preview_of([Piece(b'{"a": 1}\n', 0), Piece(b'{"b": "<i>"}\n', 10_000_000)], settings).tables
    assert [str(head) for head in told.row_heads(table)] == ["time s", "a", "b"]
    assert told.row_cells(table) == [("0.000", "1", "–"), ("0.010", "–", "<i>")]


def test_numbers_of_a_column_have_their_points_under_each_other():
    lines = (b'{"a": 17.66, "n": 1, "s": "on", "e": 1e-9}', b'{"a": 17.7, "n": 22, "s": "off", "e": 0.5}')
    preview = preview_of([Piece(b"\n".join(lines) + b"\n", 1)], Settings(Line(), Json(), Arrival()))
    (table,) = preview.tables
    columns = dict(zip(table.units, list(zip(*told.row_cells(table), strict=True))[1:], strict=True))
    assert columns["a"] == ("17.66", "17.70")
    assert columns["n"] == ("1", "22")
    assert columns["s"] == ("on", "off")
    assert columns["e"] == ("1e-09", "0.5")
