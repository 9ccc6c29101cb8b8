from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.export.conftest import figure_with
from ui.export.picture_job import KINDS, PictureJob


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_written_in_the_kind_of_its_name(qtbot: QtBot, tmp_path: Path, kind: str):
    job, file = PictureJob(), tmp_path / f"plot.{kind}"
    with qtbot.waitSignal(job.written) as caught:
        job.start(figure_with(), str(file))
    assert caught.args == [str(file)]
    assert {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[kind] in file.read_bytes()[:8]


def test_a_second_picture_waits_for_the_first(qtbot: QtBot, tmp_path: Path):
    job = PictureJob()
    job.start(figure_with(), str(tmp_path / "one.png"))
    with qtbot.waitSignal(job.failed) as caught:
        job.start(figure_with(), str(tmp_path / "two.png"))
    assert "try again" in caught.args[0]
    with qtbot.waitSignal(job.written):
        pass


def test_a_name_of_no_known_kind_is_refused_before_anything_is_painted(qtbot: QtBot, tmp_path: Path):
    job = PictureJob()
    with qtbot.waitSignal(job.failed):
        job.start(figure_with(), str(tmp_path / "plot"))
    assert list(tmp_path.iterdir()) == []
