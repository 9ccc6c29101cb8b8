"""A window without a session: there before anything is imported that it does not need."""

import subprocess
import sys

from tests.command import ROOT, STUCK_S, surroundings

CODE = """
import sys
sys.argv = ["quintet"]
from ui.cli import main
main(["--for", "1ms", "--clean", "--headless"])
print(*sorted({"numpy", "pyqtgraph", "PySide6.QtNetwork"} & set(sys.modules)))
"""


def test_an_empty_window_imports_nothing_that_waits_for_a_session():
    ended = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT, env=surroundings(), capture_output=True, text=True, timeout=STUCK_S, check=True,
    )  # fmt: skip
    assert ended.stdout.split() == []
