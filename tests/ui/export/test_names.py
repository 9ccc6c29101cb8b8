from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from ui.export.names import LONGEST_WORD, proposed, suffix_of

AT = datetime(2026, 11, 30, 14, 2, 3)
DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bench", "Bench"),
        ("Five devices & more", "Five-devices-more"),
        ("../../etc/passwd", "etc-passwd"),
        ("/", "quintet"),
        ("", "quintet"),
        ("\u202e\0con", "con"),
        ("Prüfstand", "Prüfstand"),
        ("x" * 300, "x" * LONGEST_WORD),
    ],
)
def test_a_proposal_is_made_of_the_title_and_the_moment(title: str, name: str):
    path = proposed(title, AT, "png", DOCUMENTS)
    assert path.name == f"{name}-2026-11-30T140203.png"


@pytest.mark.parametrize("exists", [True, False])
def test_a_proposal_lies_in_the_users_folder_for_such_files_where_it_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
):
    monkeypatch.setenv("HOME", str(tmp_path))
    documents = Path(QStandardPaths.writableLocation(DOCUMENTS))
    if exists:
        documents.mkdir(parents=True, exist_ok=True)
    assert proposed("Bench", AT, "png", DOCUMENTS).parent == (documents if exists else tmp_path)


def test_the_suffix_is_told_in_small_letters():
    assert suffix_of("/a.b/plot.SVG") == "svg"
    assert suffix_of("/a.b/plot") == ""
