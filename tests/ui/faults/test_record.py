"""What was played, as the simulator told it."""

from __future__ import annotations

from ui.faults.messages import Closed, Fault, Opened, Over, Refused, Totals
from ui.faults.record import MOST, FaultRecord, Note, Played, Stage, shown_counts

NS = 10**9


def newest(record: FaultRecord) -> Played:
    row = record.rows[0]
    assert isinstance(row, Played)
    return row


def test_a_fault_that_lasts_goes_from_asked_over_under_way_to_over() -> None:
    record = FaultRecord()
    record.asked("imu", "stall", 1 * NS)
    assert newest(record).stage is Stage.ASKED
    record.heard(Fault("imu", "stall", 3, None, 2.5, 100, 90, 10), 2 * NS)
    row = newest(record)
    assert (row.stage, row.due_ns, row.connection) == (Stage.UNDER_WAY, 4_500_000_000, 3)
    assert (row.sent, row.taken, row.unsent) == (100, 90, 10)
    assert record.open == [row]
    record.heard(Over("imu", "stall"), 5 * NS)
    assert (row.stage, record.open, len(record.rows)) == (Stage.OVER, [], 1)


def test_a_fault_that_does_not_last_is_done_at_once() -> None:
    record = FaultRecord()
    record.asked("imu", "rst", 1)
    record.heard(Fault("imu", "rst", 1), 2)
    assert (newest(record).stage, record.open) == (Stage.DONE, [])


def test_a_refusal_stands_at_the_fault_with_its_reason() -> None:
    record = FaultRecord()
    record.asked("imu", "stall", 1)
    record.heard(Refused("imu", "stall", "drip lasts"), 2)
    assert (newest(record).stage, newest(record).reason, record.open) == (Stage.REFUSED, "drip lasts", [])


def test_what_a_plan_of_the_simulator_plays_is_told_as_well() -> None:
    record = FaultRecord()
    record.heard(Fault("imu", "stall", seconds=1.0), 1)
    record.heard(Refused("imu", "drip", "stall lasts"), 2)
    assert [row.stage for row in record.rows] == [Stage.REFUSED, Stage.UNDER_WAY]


def test_answers_belong_to_the_oldest_that_was_asked() -> None:
    record = FaultRecord()
    for _ in range(2):
        record.asked("imu", "stall", 1)
    record.asked("motor", "stall", 1)
    record.heard(Refused("imu", "stall", "no"), 2)
    stages = [row.stage for row in record.rows]
    assert stages == [Stage.ASKED, Stage.ASKED, Stage.REFUSED]


def test_an_end_of_what_was_never_begun_changes_nothing() -> None:
    record = FaultRecord()
    record.asked("imu", "stall", 1)
    record.heard(Over("imu", "stall"), 2)
    assert newest(record).stage is Stage.ASKED


def test_connections_are_told_with_their_figures() -> None:
    record = FaultRecord()
    record.heard(Opened("imu", 2), 1)
    record.heard(Closed("imu", 2, "rst", 12_345, 12_000, 345, 99, 3), 2)
    record.heard(Totals(), 3)
    figures = "sent 12 345 B, taken 12 000 B, unsent 345 B, 99 frames, 3 damaged"
    told = [row.text.replace("\N{NARROW NO-BREAK SPACE}", " ") for row in record.rows if isinstance(row, Note)]
    assert told == [f"connection 2 reset by the device: {figures}", "connection 2 opened"]


def test_a_repetition_is_counted_and_not_repeated() -> None:
    record = FaultRecord()
    for at in range(3):
        record.note("not understood", at, is_trouble=True)
    (row,) = record.rows
    assert isinstance(row, Note)
    assert (row.text, row.count, row.at_ns) == ("not understood", 3, 2)


def test_when_the_simulator_ends_what_was_open_is_told_so() -> None:
    record = FaultRecord()
    record.asked("imu", "stall", 1)
    record.heard(Fault("motor", "drip", seconds=9.0), 1)
    record.end("killed", 2)
    assert [row.stage for row in record.rows if isinstance(row, Played)] == [Stage.CUT, Stage.CUT]
    assert (record.open, record.rows[0].text) == ([], "killed")


def test_the_oldest_row_goes() -> None:
    record = FaultRecord()
    for number in range(MOST + 10):
        record.heard(Opened("imu", number), number)
    assert len(record.rows) == MOST


def test_counts_that_are_not_to_be_had_are_not_invented() -> None:
    assert shown_counts(None, None, None) == ""
    assert shown_counts(5, 4, None) == "sent 5 B, taken 4 B, unsent not available"
