"""The installed versions are sound together."""

from __future__ import annotations

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    said = Signal(bool)

source, heard = Source(), []
source.said.connect(heard.append)
for _ in range(10_000):
    source.said.emit(True)
print(len(heard))
"""


def test_ten_thousand_emissions_do_not_abort_the_program():
    """PySide6 6.12.0 aborts on Python 3.11 after some 800: bool_dealloc. Tried in a process of its own."""
    ended = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True)
    assert (ended.returncode, ended.stdout.strip(), ended.stderr) == (0, "10000", "")
