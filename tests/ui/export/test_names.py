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
    assert path.parent == Path(QStandardPaths.writableLocation(DOCUMENTS))


def test_the_suffix_is_told_in_small_letters():
    assert suffix_of("/a.b/plot.SVG") == "svg"
    assert suffix_of("/a.b/plot") == ""
