"""What the "File" menu does with what is on screen: pictures of the plots, the visible range as CSV.

What is saved is what was in sight when it was asked for: the figure and the span of time are taken before the dialog
opens, the rows of the span are read while they are written. What a plot's own menu needs takes a panel.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout

from app.clock import now_ns
from ui.export.banner import ExportBanner
from ui.menus import Menus
from ui.plain import plain
from ui.theme.tokens import LIGHT, State
from ui.translate import told, tr
from ui.window_action import window_action

if TYPE_CHECKING:
    from ui.export.csv_job import CsvJob
    from ui.export.dialogs import CsvDialog, PictureDialog
    from ui.export.picture_job import PictureJob
    from ui.main_window import MainWindow
    from ui.plots.panel import PlotPanel

LONGEST_PATH = 300


class ExportActions(QObject):
    """Actions of a window; their keys hold in all of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._csv: CsvJob | None = None
        self._picture: PictureJob | None = None
        self._build_actions(window)
        self.banner = ExportBanner(window._theme)
        self.banner.cancelWished.connect(self._cancel)
        centre = window.centralWidget()
        above_plots = centre.layout() if centre is not None else None
        if isinstance(above_plots, QVBoxLayout):
            above_plots.insertWidget(0, self.banner)
        window.closing.connect(self._cancel)

    def _build_actions(self, window: QMainWindow) -> None:
        self.page = window_action(window, tr("Save &picture of the plots…"), "Ctrl+Shift+E")
        self.one = window_action(window, tr("Save picture of &this plot…"), "")
        self.copy = window_action(window, tr("Copy the plot as a p&icture"), "")
        self.csv = window_action(window, tr("Save visib&le range as CSV…"), "Ctrl+Shift+V")
        self.page.triggered.connect(self._save_page)
        self.one.triggered.connect(self._save_one)
        self.copy.triggered.connect(self._copy_one)
        self.csv.triggered.connect(self._save_csv)

    def fill(self, menus: Menus) -> None:
        """Add the actions to their menus."""
        menus.file.addSeparator()
        menus.file.addActions([self.page, self.one, self.copy, self.csv])

    # -- what a plot's menu calls

    def save_picture(self, panels: Sequence[PlotPanel]) -> None:
        """Ask where to, then write these panels as PNG, SVG or PDF."""
        from ui.export.dialogs import PictureDialog
        from ui.export.take import figure_of

        if self._has(panels):
            figure = figure_of(self._window.plots, panels, self._title(panels), now_ns())
            dialog = PictureDialog(figure, datetime.now(), self._window)
            dialog.chosen.connect(self._write_picture)
            dialog.open()

    def copy_picture(self, panels: Sequence[PlotPanel]) -> None:
        """To the clipboard."""
        from ui.export.pictures import as_image
        from ui.export.take import figure_of

        if self._has(panels):
            figure = figure_of(self._window.plots, panels, self._title(panels), now_ns())
            QGuiApplication.clipboard().setImage(as_image(figure, LIGHT))
            self.banner.conclude(tr("{title} was copied as a picture").format(title=figure.title))

    def save_csv(self, panels: Sequence[PlotPanel]) -> None:
        """Ask where to, then write the rows in sight of all channels of these panels."""
        from ui.export.dialogs import CsvDialog
        from ui.export.take import rows_of

        if self._csv is not None and self._csv.is_running:
            self._window.notice.alarm(tr("Rows are being written already: wait for them, or cancel them"), "export")
        elif self._has(panels):
            rows = rows_of(self._window.plots, panels)
            dialog = CsvDialog(rows, self._title(panels), datetime.now(), self._window)
            dialog.chosen.connect(self._write_csv)
            dialog.open()

    def _has(self, panels: Sequence[PlotPanel]) -> bool:
        self._window.notice.retract("export")
        if not panels:
            self.banner.conclude(tr("There is no plot to export: nothing has been received yet"), State.OFFLINE)
        return bool(panels)

    def _title(self, panels: Sequence[PlotPanel]) -> str:
        if len(panels) == 1 and len(self._window.plots.panels) > 1:
            return panels[0].plan.title
        return self._window.subject

    def chosen(self) -> list[PlotPanel]:
        """The plot under the pointer or with the focus; all where it is none of them."""
        panels, focused = list(self._window.plots.panels), QApplication.focusWidget()
        for panel in panels:
            if focused is not None and (panel is focused or panel.isAncestorOf(focused)):
                return [panel]
        return [panel for panel in panels if panel.underMouse()] or panels

    # -- slots

    @Slot()
    def _save_page(self) -> None:
        self.save_picture(self._window.plots.panels)

    @Slot()
    def _save_one(self) -> None:
        self.save_picture(self.chosen()[:1])

    @Slot()
    def _copy_one(self) -> None:
        self.copy_picture(self.chosen())

    @Slot()
    def _save_csv(self) -> None:
        self.save_csv(self._window.plots.panels)

    @Slot(object, str)
    def _write_picture(self, dialog: PictureDialog, path: str) -> None:
        from ui.export.picture_job import PictureJob

        if self._picture is None:
            self._picture = PictureJob(self)
            self._picture.written.connect(self._picture_written)
            self._picture.failed.connect(self._failed)
        self._picture.start(dialog.figure, path)

    @Slot(object, str)
    def _write_csv(self, dialog: CsvDialog, path: str) -> None:
        from ui.export.csv_job import CsvJob

        self._csv = CsvJob(dialog.rows, path, self)
        self._csv.progressed.connect(self._csv_progressed)
        self._csv.written.connect(self._csv_written)
        self._csv.failed.connect(self._failed)
        self._csv.dropped.connect(self._dropped)
        self._csv_progressed(0.0)
        self._csv.start()

    @Slot()
    def _cancel(self) -> None:
        if self._csv is not None:
            self._csv.cancel()

    # -- what became of it

    @Slot(float)
    def _csv_progressed(self, share: float) -> None:
        if self._csv is not None:
            name = plain(self._csv.path, LONGEST_PATH)
            self.banner.progress(tr("Writing {file}: {share:.0f} %").format(file=name, share=100 * share))

    @Slot()
    def _csv_written(self) -> None:
        assert self._csv is not None
        rows, name = self._csv.rows, plain(self._csv.path, LONGEST_PATH)
        told = tr("{lines} lines were saved as {file}").format(lines=rows.lines, file=name)
        if rows.lost:
            lost = tr("{lost} rows had left the history before their turn came").format(lost=rows.lost)
            self.banner.conclude(f"{told}\n{lost}", State.WARNING)
        else:
            self.banner.conclude(told)
        self._forget_csv()

    @Slot(str)
    def _picture_written(self, path: str) -> None:
        self.banner.conclude(tr("The picture was saved as {file}").format(file=plain(path, LONGEST_PATH)))

    @Slot(object)
    def _failed(self, problem: str) -> None:
        self.banner.conclude("")
        self._window.notice.alarm(plain(told(problem), LONGEST_PATH), "export")
        self._forget_csv()

    @Slot()
    def _dropped(self) -> None:
        self.banner.conclude(tr("Nothing was written, as you asked"), State.OFFLINE)
        self._forget_csv()

    def _forget_csv(self) -> None:
        """It holds tables of a session that may be closed by now."""
        if self._csv is not None and not self._csv.is_running:
            self._csv.deleteLater()
            self._csv = None
