"""Which runs of the live window a figure may be taken from; and that one really is started, as at a first start."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from app.bench.live_session import session_text
from app.bench.rows import MeasurementError
from app.bench.screen import WINDOW
from app.bench.sockets import served
from app.bench.stage import Run, checked, pace_note, stage
from tests.command import STUCK_S

LOOK = """
import json, sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from ui.main_window import MainWindow
from ui.theme.palette import Theme
application = QApplication(["quintet"])
window = MainWindow(Theme(application))
window.restore(QSettings(sys.argv[1], QSettings.Format.IniFormat))
print(json.dumps([window.width(), window.height(), [dock.isHidden() for dock in window._docks]]))
"""


def run(
    *,
    painted: int | None = 5,
    refreshes: int = 600,
    decoded: int = 1000,
    opened: int = 1,
    balanced: bool = True,
    rejected: int = 0,
    discarded: dict[str, int] | None = None,
) -> Run:
    """Ten seconds of one device at 100 rows a second."""
    ledger = {
        "balanced": balanced,
        "failures": [] if balanced else ["bytes: 1 too few"],
        "bytes": {"discarded": discarded or {}},
        "frames": {"decoded": decoded, "rejected": {"not a number": rejected} if rejected else {}},
    }
    window = {"first_paint_ns": painted, "refreshes": refreshes}
    devices: list[dict[str, Any]] = [{"name": "d1", "opened": opened, "ledger": ledger}]
    return Run(1.0, {"seconds": 10.0, "window": window, "devices": devices})


def test_a_run_that_lost_nothing_and_was_painted_gives_a_figure() -> None:
    good = run(decoded=950)  # the last moments are still on their way
    assert checked("live", good, 100) is good


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (run(painted=None), "live: the window was never painted"),
        (run(discarded={"oversize": 9}), "live: d1 lost data: .*oversize"),
        (run(rejected=1), "live: d1 lost data: .*not a number"),
        (run(balanced=False), "live: d1 lost data: .*1 too few"),
        (run(opened=2), "live: d1 lost data"),
        (run(decoded=800), "of 1000 rows that d1 had to send 800 came in time"),
    ],
)
def test_a_run_that_lost_something_or_fell_behind_gives_none(bad: Run, said: str) -> None:
    with pytest.raises(MeasurementError, match=said):
        checked("live", bad, 100)


def test_the_row_that_the_end_of_the_run_cuts_is_not_lost() -> None:
    assert checked("live", run(discarded={"truncated at EOF": 4}), 100)


def test_rows_are_due_from_the_senders_beginning_on() -> None:
    assert checked("age", run(decoded=700), 100, delay_s=3.0)
    with pytest.raises(MeasurementError, match="of 900 rows"):
        checked("age", run(decoded=700), 100, delay_s=1.0)


def test_too_few_refreshes_are_said_by_the_worst_run() -> None:
    assert pace_note([run(refreshes=570), run(refreshes=600)]) == ""
    assert pace_note([run(refreshes=600), run(refreshes=569)]) == "only 56.9 refreshes a second of 60 came"


def test_what_had_nothing_to_show_yet_was_not_too_seldom() -> None:
    assert pace_note([run(refreshes=420)], delay_s=3.0) == ""


def test_the_real_window_is_as_large_as_meant_with_its_own_docks_and_nothing_is_lost() -> None:
    with served("app.bench.live_sender", "csv", "100", "3", "5") as ports, stage(0.8) as place:
        command = [sys.executable, "-c", LOOK, str(place.folder / "quintet" / "window.ini")]
        printed = subprocess.check_output(command, env=place.environment, text=True, timeout=STUCK_S)
        found = checked("live", place.window(session_text("csv", ports), 0.5), 100)
    assert json.loads(printed) == [*WINDOW, [False, False]]
    assert found.cpu > 0
    assert len(found.report["devices"]) == 5
    assert found.report["window"]["display"]


def test_a_program_that_fails_gives_no_figure() -> None:
    with stage(0.1) as place, pytest.raises(MeasurementError, match="bare_screen soon` showed no window"):
        place.counted(["ui.bench.bare_screen", "soon"], 0.1)
