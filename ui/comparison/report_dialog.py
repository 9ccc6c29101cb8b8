"""Saves a comparison: one self-contained page, or its rows as JSON; which, the file's name says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.comparison.schema import Comparison, as_json
from ui.translate import marked, tr

KINDS = {"html": marked("Web page (*.html)"), "json": marked("Rows as JSON (*.json)")}
NAME = "quintet-comparison.html"


class ReportDialog(QFileDialog):
    """Not modal to the program; goes when it is done. Signals: failed(str), the file could not be written."""

    failed = Signal(str)

    def __init__(self, comparison: Comparison, parent: QWidget) -> None:
        super().__init__(parent, tr("Save report"), NAME)
        self._comparison = comparison
        self._suffixes = {tr(kind): suffix for suffix, kind in KINDS.items()}
        self.setNameFilters(list(self._suffixes))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix("html")
        self.filterSelected.connect(self._filter_selected)
        self.fileSelected.connect(self._save)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _filter_selected(self, chosen: str) -> None:
        self.setDefaultSuffix(self._suffixes[chosen])

    @Slot(str)
    def _save(self, file: str) -> None:
        problem = save(self._comparison, Path(file))
        if problem:
            self.failed.emit(problem)


def save(comparison: Comparison, file: Path) -> str:
    """Write it; why that could not be done, "" where it could."""
    from ui.run import write_json, write_text

    if file.suffix.lower() == ".json":
        return write_json(as_json(comparison), str(file)) or ""
    from app.comparison.page.page import page

    return write_text(page(comparison), str(file)) or ""
