"""The table says what was found, and is not complete with a row that is short."""

from __future__ import annotations

from dataclasses import replace

from tests.faults.table import Row, as_json, conclusion, is_complete, table

OK = Row("imu", "gui", "rst", "ok", 1234567, 1234560, 1234560, True, None, 0.0612)
NOT_POSSIBLE = Row("motor", "thread", "endless-line", "n/a", why="it sends no lines")
SHORT = replace(OK, verdict="SHORT", kernel_agrees=False, recovered_s=None, why="expected 9 bytes, received 8")


def test_a_row_stands_under_its_heads_with_what_is_not_to_be_had_as_a_dash():
    head, *rows = table([OK, NOT_POSSIBLE, SHORT]).splitlines()
    assert head.split()[:6] == ["device", "mode", "fault", "sent", "received", "reasoned"]
    assert rows[0].endswith("0.06  ok")
    assert "1 234 567" in rows[0]
    assert rows[1].endswith("n/a: it sends no lines")
    assert "–" in rows[1]
    assert "NO" in rows[2]
    assert rows[2].endswith("SHORT: expected 9 bytes, received 8")


def test_counts_are_aligned_to_the_right():
    head, first, second = table([OK, replace(OK, sent=7)]).splitlines()
    end = head.index("sent") + 4
    assert first[end - 1] == "7"
    assert second[end - 2 : end] == " 7"


def test_a_table_with_a_short_row_or_none_at_all_is_not_complete():
    assert is_complete([OK, NOT_POSSIBLE])
    assert not is_complete([OK, SHORT])
    assert not is_complete([])
    assert conclusion([OK, NOT_POSSIBLE, SHORT]) == "3 rows: 1 ok, 1 not possible on that wire, 1 short"


def test_rows_go_into_json_and_come_back():
    written = as_json([OK, SHORT], seed=7)
    assert written["seed"] == 7
    assert [Row(**row) for row in written["rows"]] == [OK, SHORT]
