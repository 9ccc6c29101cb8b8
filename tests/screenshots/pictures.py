"""The pictures of the README and the help: the real window on the simulated devices, in real time.

python -m tests.screenshots.pictures [NAME...] [--to FOLDER]

Unlike the states these show figures of this computer: ages, queues, what a comparison found. Each takes some seconds.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import now_ns
from app.session.recent import RecentSessions
from ui.compose import Dashboard
from ui.exceptions import ExceptionWatch
from ui.main_window import MainWindow
from ui.plots.reading.desk import ReadingDesk
from ui.theme.palette import Theme

S = 10**9
SIZE = QSize(1280, 800)
CONTROL = Qt.KeyboardModifier.ControlModifier
COLOURS = 256  # of a picture; flat as they are, more cannot be seen


class Shown:
    """The window with the demo. Attributes: window, dashboard, theme."""

    def __init__(self, folder: Path, scheme: str) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.theme = Theme(application, scheme)  # type: ignore[arg-type]  # one of its names
        self.watch = ExceptionWatch()
        self.window = MainWindow(self.theme)
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        settings.setValue("preferences/colours", scheme)
        recent = RecentSessions(folder / "recent.json")
        self.dashboard = Dashboard(self.window, self.theme, self.watch, settings, recent, keeps_layout=False)
        self.theme.set_scheme(scheme)  # type: ignore[arg-type]
        self.window.resize(SIZE)
        self.window.show()
        self.window.activateWindow()
        self.dashboard.demo.start()
        self.until(lambda: self.dashboard.run is not None)
        self.window.devices.focus_list()

    def run(self, seconds: float) -> None:
        """As the program itself runs: events handled as fast as they are asked for would show a busy computer."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def until(self, condition: Callable[[], object], seconds: float = 120.0) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "it has not come"
            self.run(0.05)

    def choose(self, name: str) -> None:
        assert self.dashboard.run is not None
        self.window.devices.choose(next(d for d in self.dashboard.run.rig.devices if d.name == name))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def picture(self) -> QImage:
        """The window, a dialog in its middle."""
        image = self.window.grab().toImage()
        painter = QPainter(image)
        for widget in self.dialogs():
            room = self.window.size() - widget.size()
            at = QPoint(room.width() // 2, room.height() // 2)
            painter.drawPixmap(at, widget.grab())
            painter.setPen(QColor(self.theme.tokens.line))
            painter.drawRect(at.x() - 1, at.y() - 1, widget.width() + 1, widget.height() + 1)
        painter.end()
        return image

    def dialogs(self) -> list[QWidget]:
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if w.isVisible() and w is not self.window and type(w).__name__ != "QTipLabel"]

    def close(self) -> None:
        finished: list[bool] = []
        self.dashboard.finished.connect(lambda: finished.append(True))
        for widget in self.dialogs():
            widget.close()
        self.dashboard.end()
        self.until(lambda: finished)
        self.dashboard.demo.end()
        self.until(lambda: not self.dashboard.demo.is_running)
        self.window.hide()
        self.run(0.5)
        self.window.deleteLater()
        self.dashboard.deleteLater()
        self.watch.close()
        self.run(0.2)


def window(shown: Shown) -> None:
    """Five devices, followed."""
    shown.run(21)


def reading(shown: Shown) -> None:
    """Crosshair and cursors on a view that is held."""
    shown.run(18)
    shown.window.pause.setChecked(True)
    shown.window.reading.crosshair.setChecked(True)
    desk: ReadingDesk = shown.window.plots.reading
    now = now_ns()
    desk.place_cursor("A", now - 9 * S)
    desk.place_cursor("B", now - 4 * S)
    shown.run(2)


def health(shown: Shown) -> None:
    """A device that has gone silent, what follows from that and what to do."""
    shown.run(12)
    shown.choose("weather")
    shown.window.show_health()
    devices = shown.dashboard.demo.devices
    assert devices is not None
    devices.order({"fault": "stall", "device": "weather", "seconds": 20})
    shown.run(9)


def device(shown: Shown) -> None:
    """A device as it is edited, with what a test connection has brought."""
    shown.run(4)
    shown.choose("weather")
    shown.window.editing.edit.trigger()
    shown.run(0.5)
    (dialog,) = shown.dialogs()
    dialog._test()  # type: ignore[attr-defined]  # its button, wherever that lies
    shown.run(4)


def comparison(shown: Shown) -> None:
    """Both ways of reading, live, under a stall of the window."""
    shown.window.measure.compare.trigger()
    shown.run(14)
    shown.press(Qt.Key.Key_T, CONTROL)
    shown.run(14)


def sending(shown: Shown) -> None:
    """Commands to the supply, and how far they have come."""
    shown.run(3)
    shown.choose("supply")
    shown.press(Qt.Key.Key_E, CONTROL)
    for command in ("VOLT 5.0", "CURR 1.5", "OUTP ON"):
        QTest.keyClicks(QApplication.focusWidget(), command)
        shown.press(Qt.Key.Key_Return)
        shown.run(1.2)
    QTest.keyClicks(QApplication.focusWidget(), "MEAS:VOLT?")
    shown.run(10)


PICTURES: dict[Callable[[Shown], None], str] = {
    window: "dark",
    reading: "light",
    health: "dark",
    device: "light",
    comparison: "light",
    sending: "dark",
}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots.pictures", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(each.__name__ for each in PICTURES))
    parser.add_argument("--to", type=Path, default=Path("resources/pictures"), metavar="FOLDER")
    options = parser.parse_args(arguments)
    application = QApplication(["pictures"])
    application.setQuitOnLastWindowClosed(False)
    for take, scheme in PICTURES.items():
        if options.names and take.__name__ not in options.names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            shown = Shown(Path(folder), scheme)
            try:
                take(shown)
                file = options.to / f"{take.__name__}.png"
                save(shown.picture(), file)
                print(f"{file}: {file.stat().st_size} bytes")
            finally:
                shown.close()
    return 0


def save(image: QImage, file: Path) -> None:
    """Small: a byte a pixel, of the colours that are seen most."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(flat.constBits(), np.uint32).reshape(flat.height(), flat.bytesPerLine() // 4)
    colours, counts = np.unique(pixels, return_counts=True)
    table = colours[np.argsort(counts)[::-1][:COLOURS]].tolist()
    few = flat.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)
    few.save(str(file), "PNG", 0)  # type: ignore[call-overload]  # 0: as small as it gets


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
