"""The ten everyday tasks, and how many steps each takes: here, counted by the tests, and in other programs.

The one source of these figures: the tests of the tasks count against it, the README's table and the help's page are
checked against it. A step is a click (once or twice), a drag, a turn of the wheel, a key with what is held beside it,
or a text that is typed; pointing and waiting count nothing. What the others take was counted in the same way, by
reading their sources and documents, with devices that stream and curves that are drawn already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

OURS = "Quintet"
OTHERS = {  # the commits that were read
    "PlotJuggler 3.17.0": "ddcbd05be05f",
    "Serial Studio 4.0.3": "881775e242c9",
    "Joulescope UI 1.7.1": "4c8c8855d8d6",
}
LOOKED_AT = "30 November 2026"
CANNOT = "–"


@dataclass(frozen=True)
class Steps:
    """In another program.

    Attributes:
        count: None where it cannot be done.
        why: the way that was counted, or what is missing; and the file that says so.
        partly: it can be done but for what is said there.
    """

    count: int | None
    why: str
    partly: bool = False

    def __str__(self) -> str:
        if self.count is None:
            return CANNOT
        return f"({self.count})" if self.partly else str(self.count)


@dataclass(frozen=True)
class Task:
    """`anchor`: its heading's name in the help; `title`: its words there and in the README; `steps`: ours; `others`: in
    the order of OTHERS."""

    anchor: str
    title: str
    steps: int
    others: tuple[Steps, Steps, Steps] = field(repr=False)


PEAK = Task(
    "peak",
    "Read the value at a peak while it streams",
    1,
    (
        Steps(2, "pause (Ctrl+Space), Shift and a click: mainwindow.cpp, plotwidget.cpp"),
        Steps(2, "pause, crosshair; what comes meanwhile is not drawn later: doc/help/Plots.md", partly=True),
        Steps(1, "Shift+Space holds the view, the pointer reads: waveform_widget.py"),
    ),
)
DELAY = Task(
    "delay",
    "Measure the delay between two devices",
    3,
    (
        Steps(5, "pause, box, tracker, reference point, tracker; both by one streamer: curve_tracker.cpp", partly=True),
        Steps(5, "pause, wheel, crosshair, two clicks; within one plot, so of one device: PlotWidget.qml", partly=True),
        Steps(5, "Shift+Space, wheel, D, a drag for each marker: waveform_widget.py"),
    ),
)
SILENT = Task(
    "silent",
    "Find why a device is silent",
    1,
    (
        Steps(None, "a picture blinks when anything comes from anywhere: mainwindow.ui"),
        Steps(None, "why a connection does not open, not why it is silent: ProblemCenter.qml, Troubleshooting.md"),
        Steps(None, "open or closed: device_control_widget.py"),
    ),
)
PAST = Task(
    "past",
    "Look at what was nine minutes ago, and return to live",
    3,
    (
        Steps(3, "pause, box, go on; a buffer that was set so long before: mainwindow.cpp"),
        Steps(3, "wheel, drag, Reset View; a time range that was set so long before: doc/help/Plots.md"),
        Steps(3, "Shift+Space, wheel, Shift+Space; a buffer that was set so long before: waveform_widget.py"),
    ),
)
ADD = Task(
    "add",
    "Add a device whose format is not known, and see its channels",
    6,
    (
        Steps(None, "no TCP client among its streamers, no look at raw bytes: plotjuggler_plugins/"),
        Steps(
            6,
            "driver, address, port, Connect, a look at the console, Quick Plot, where commas stand between numbers; "
            "else a parser is written: doc/help/Operation-Modes.md",
            partly=True,
        ),
        Steps(None, "its own instruments, and lines of a serial port as text: README.md, serial_console_widget.py"),
    ),
)
TOGETHER = Task(
    "together",
    "Put channels of two devices into one plot",
    1,
    (
        Steps(1, "a drag from the list; both by one streamer: cheatsheet_dialog.ui, mainwindow.h", partly=True),
        Steps(None, "a Multi-Plot draws its own group, which has one source: Frame.h"),
        Steps(3, "the source of a second trace (2), and it is on; in all plots: waveform_source_widget.py"),
    ),
)
SAVE = Task(
    "save",
    "Save what is in sight as CSV, and as a picture",
    4,
    (
        Steps(
            11,
            "a toolbox (2), all series, both ends of the span, Export, its dialog; the menu of a plot (2), a name, its "
            "dialog: toolbox_ui.cpp, save_plot.cpp",
        ),
        Steps(None, "CSV from when it is switched on; no pictures of plots: doc/help/CSV-Export-Playback.md"),
        Steps(6, "two entries of a plot's menu, each with a dialog: waveform_widget.py"),
    ),
)
LOST = Task(
    "lost",
    "See whether data was lost, and where",
    1,
    (
        Steps(None, "nothing is counted, and curves go across: plotwidget.cpp"),
        Steps(None, "a line of the program's log: doc/help/Data-Hotpath.md"),
        Steps(1, "Ctrl+A: missing samples are marked: waveform_widget.py"),
    ),
)
THREADS = Task(
    "threads",
    "Answer “do I need a thread?”",
    2,
    (
        Steps(None, "it is not measured"),
        Steps(None, "its threads are described, not measured: doc/help/Threading-and-Timing.md"),
        Steps(None, "it is not measured"),
    ),
)
SEND = Task(
    "send",
    "Send a command and see whether it arrived",
    4,
    (
        Steps(None, "streamers take in alone: plotjuggler_plugins/"),
        Steps(5, "device (2), field, text, Return; nothing says that it arrived: Toolbar-Reference.md", partly=True),
        Steps(None, "its serial console takes in alone: serial_console_widget.py"),
    ),
)
TASKS = (PEAK, DELAY, SILENT, PAST, ADD, TOGETHER, SAVE, LOST, THREADS, SEND)


def readme_rows() -> Iterator[str]:
    """The table as the README has it."""
    names = (OURS, *OTHERS)
    yield f"| task | {' | '.join(names)} |"
    yield f"| --- | {' | '.join('---:' for _ in names)} |"
    for task in TASKS:
        yield f"| {task.title} | {task.steps} | {' | '.join(map(str, task.others))} |"
