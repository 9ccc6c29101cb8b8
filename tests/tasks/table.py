"""The ten everyday tasks, and how many steps each takes: here, counted by the tests, and in other programs.

The one source of these figures: the tests of the tasks count against it, the README's table and the help's page are
checked against it. A step is a click (once or twice), a drag, a turn of the wheel, a key with what is held beside it, or
a text that is typed; pointing and waiting count nothing. What the others take was counted in the same way, by reading
their sources and documents. Each of them is taken as it stands when its devices stream and its curves are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

OURS = "Quintet"
OTHERS = {
    "PlotJuggler": "3.17.0 (ddcbd05)",
    "Serial Studio": "4.0.3 (881775e)",
    "Joulescope UI": "1.7.1 (4c8c885)",
}
LOOKED_AT = "30 November 2026"
CANNOT = "–"


@dataclass(frozen=True)
class Steps:
    """In another program. `count`: None where it cannot be done; `partly`: it can, but for what the note says; `why`: the
    way that was counted, or what is missing, and the file that says so."""

    count: int | None
    why: str
    partly: bool = False

    def __str__(self) -> str:
        if self.count is None:
            return CANNOT
        return f"({self.count})" if self.partly else str(self.count)


@dataclass(frozen=True)
class Task:
    """`anchor`: its heading in the help; `title`: its words there and in the README; `steps`: ours; `others`: in the
    order of OTHERS."""

    anchor: str
    title: str
    steps: int
    others: tuple[Steps, Steps, Steps] = field(repr=False)


PEAK = Task(
    "peak",
    "Read the value at a peak while it streams",
    2,
    (
        Steps(2, "pause (Ctrl+Space), Shift and click: the tracker; mainwindow.cpp, plotwidget.cpp"),
        Steps(2, "pause and crosshair; what comes meanwhile is dropped; doc/help/Plots.md", partly=True),
        Steps(1, "Shift+Space holds the view, the pointer reads; waveform_widget.py"),
    ),
)
DELAY = Task(
    "delay",
    "Measure the delay between two devices",
    3,
    (
        Steps(5, "pause, box, tracker, reference point, tracker; one streamer at a time", partly=True),
        Steps(None, "a plot has a crosshair and no cursors; doc/help/Plots.md"),
        Steps(5, "hold the view, wheel, D, two drags; waveform_widget.py"),
    ),
)
SILENT = Task(
    "silent",
    "Find why a device is silent",
    1,
    (
        Steps(None, "a picture that blinks when anything comes, for all; mainwindow.ui"),
        Steps(None, "diagnostics tell why a connection does not open, not why it is silent; doc/help/Troubleshooting.md"),
        Steps(None, "open or closed; device_control_widget.py"),
    ),
)
PAST = Task(
    "past",
    "Look at what was nine minutes ago, and return to live",
    3,
    (
        Steps(3, "pause, box, go on; the buffer has to be that long already; mainwindow.cpp"),
        Steps(3, "wheel, drag, Reset View; the time range has to be that long already; doc/help/Plots.md"),
        Steps(2, "wheel over all that there is, Ctrl+A; the buffer has to be that long already; waveform_widget.py"),
    ),
)
ADD = Task(
    "add",
    "Add a device whose format is not known, and see its channels",
    8,
    (
        Steps(None, "no TCP client among its streamers, and no look at raw bytes; plotjuggler_plugins"),
        Steps(
            6,
            "driver, address, port, Connect, a look at the console, Quick Plot, where its lines have commas; "
            "else a parser has to be written; doc/help/Getting-Started.md",
            partly=True,
        ),
        Steps(None, "its own instruments alone; README.md"),
    ),
)
TOGETHER = Task(
    "together",
    "Put channels of two devices into one plot",
    1,
    (
        Steps(1, "a drag from the list; one streamer at a time; cheatsheet_dialog.ui", partly=True),
        Steps(None, "a Multi-Plot draws its own group, which has one source; app/src/DataModel/Frame.h"),
        Steps(3, "the second trace on, its source: for all plots; waveform_source_widget.py"),
    ),
)
SAVE = Task(
    "save",
    "Save what is in sight as CSV, and as a picture",
    5,
    (
        Steps(11, "a toolbox, all series, both ends of the span, CSV, its dialog; the plot's menu, its dialog; toolbox_ui.cpp"),
        Steps(None, "CSV records from the switch on; no pictures of plots; doc/help/CSV-Export-Playback.md"),
        Steps(6, "two entries of the plot's menu, each with a dialog; waveform_widget.py"),
    ),
)
LOST = Task(
    "lost",
    "See whether data was lost, and where",
    1,
    (
        Steps(None, "nothing is counted, and lines go across; plotwidget.cpp"),
        Steps(None, "a line of the program's log; doc/help/Threading-and-Timing.md"),
        Steps(1, "Ctrl+A: missing samples are marked; CHANGELOG.md", partly=False),
    ),
)
THREADS = Task(
    "threads",
    "Answer “do I need a thread?”",
    2,
    (
        Steps(None, "nothing of it is measured"),
        Steps(None, "threads are described, not measured; doc/help/Threading-and-Timing.md"),
        Steps(None, "nothing of it is measured"),
    ),
)
SEND = Task(
    "send",
    "Send a command and see whether it arrived",
    4,
    (
        Steps(None, "streamers take in alone; plotjuggler_plugins"),
        Steps(5, "the console: device (2), field, text, Return; nothing says that it arrived; doc/help/Toolbar-Reference.md", partly=True),
        Steps(None, "its serial console takes in alone; serial_console_widget.py"),
    ),
)
TASKS = (PEAK, DELAY, SILENT, PAST, ADD, TOGETHER, SAVE, LOST, THREADS, SEND)


def readme_rows() -> Iterator[str]:
    """The table as the README has it."""
    names = (OURS, *(f"{name} {version.split()[0]}" for name, version in OTHERS.items()))
    yield f"| task | {' | '.join(names)} |"
    yield "| --- | " + " | ".join("---:" for _ in names) + " |"
    for task in TASKS:
        yield f"| {task.title} | {task.steps} | {' | '.join(map(str, task.others))} |"
