"""The dialogs that ask where to. Each carries what it is about, as it was when it was opened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.store.rows_as_csv import RowsAsCsv
from ui.export.figure import Figure
from ui.export.names import proposed
from ui.translate import tr

Location = QStandardPaths.StandardLocation


class ExportDialog(QFileDialog):
    """A file to save, whose kind its suffix says.

    Signals:
        chosen(object, str): the dialog, and the path that was chosen in it.
    """

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget, title: str, proposal: Path, filters: dict[str, str]) -> None:
        super().__init__(parent, title, str(proposal))
        self._suffixes = filters
        self.setNameFilters(list(filters))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(next(iter(filters.values())))
        self.filterSelected.connect(self._filter_selected)
        self.fileSelected.connect(self._file_selected)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _filter_selected(self, chosen: str) -> None:
        """The name follows the kind."""
        suffix = self._suffixes[chosen]
        self.setDefaultSuffix(suffix)
        named = [Path(path) for path in self.selectedFiles()]
        if named and named[0].suffix.lower().removeprefix(".") in self._suffixes.values():
            self.selectFile(str(named[0].with_suffix(f".{suffix}")))

    @Slot(str)
    def _file_selected(self, path: str) -> None:
        self.chosen.emit(self, path)


class PictureDialog(ExportDialog):
    """Attributes: figure."""

    def __init__(self, figure: Figure, at: datetime, parent: QWidget) -> None:
        self.figure = figure
        filters = {
            tr("Image (*.png)"): "png",
            tr("Vector graphic (*.svg)"): "svg",
            tr("Document (*.pdf)"): "pdf",
        }
        super().__init__(
            parent, tr("Save picture"), proposed(figure.title, at, "png", Location.PicturesLocation), filters
        )


class CsvDialog(ExportDialog):
    """Attributes: rows."""

    def __init__(self, rows: RowsAsCsv, title: str, at: datetime, parent: QWidget) -> None:
        self.rows = rows
        name = proposed(title, at, "csv", Location.DocumentsLocation)
        super().__init__(parent, tr("Save rows"), name, {tr("Comma-separated values (*.csv)"): "csv"})
