"""Everyday tasks with devices: a silent one, a new one, what was lost, a command, and whether a thread would help."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.link.contract import TicketState
from tests.app.link.peers import Server
from tests.screenshots.stage import S, Stage
from tests.tasks.bench import open_bench
from tests.tasks.eye import coloured, lines, plot_of, tip_at, words_in_sight
from tests.tasks.hand import Hand
from tests.tasks.table import ADD, LOST, SEND, SILENT, THREADS
from tests.ui.desk import ROW, Desk
from ui.comparison import compare_bar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)", extend=True)
STRIP = "Health of the devices"
FRAME = b'{"rpm": 3000, "oil": 81.5}\n'
PATIENCE_MS = 60_000


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()
