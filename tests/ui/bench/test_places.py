"""Where the window's parts lie, as the window itself says once its devices are there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.bench.live_session import session_text
from app.bench.sockets import served
from tests.command import STUCK_S, surroundings


def test_each_device_has_its_cell_in_a_row_and_the_inspector_lies_below(tmp_path: Path) -> None:
    session = tmp_path / "live.toml"
    with served("app.bench.live_sender", "csv", "100", "3", "5") as ports:
        session.write_text(session_text("csv", ports), "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "ui.bench.places", str(session)],
            env=surroundings(
                QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path), XDG_STATE_HOME=str(tmp_path)
            ),
            stdout=subprocess.PIPE, text=True, timeout=STUCK_S, check=True,
        )  # fmt: skip
    *cells, inspector = ([int(word) for word in line.split()] for line in done.stdout.splitlines()[:6])
    assert [len(cell) for cell in cells] == [2] * 5
    assert sorted(x for x, _ in cells) == [x for x, _ in cells]
    assert len({y for _, y in cells}) == 1
    _, top, width, height = inspector
    assert top > cells[0][1]
    assert min(width, height) > 100
