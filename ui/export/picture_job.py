"""Writes a figure as the picture that the file's name asks for.

Painting takes some tens of milliseconds and is done at once; packing pixels and waiting for the disk is an errand.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from app.errand import Errand
from app.session.saving import save_atomically
from ui.export.figure import Figure
from ui.export.names import suffix_of
from ui.export.pictures import as_image, as_pdf, as_svg, packed
from ui.plain import plain
from ui.theme.tokens import LIGHT
from ui.translate import tr

KINDS = ("png", "svg", "pdf")


class PictureJob(QObject):
    """One picture at a time.

    Signals:
        written(str): it is there, at this path.
        failed(str): it is not, and why.
    """

    written = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._errand = Errand(self, name="export")
        self._errand.done.connect(self._done)

    def start(self, figure: Figure, path: str) -> None:
        """Paper is white: the light colours, whatever the window's are."""
        kind = suffix_of(path)
        if kind not in KINDS:
            kinds = ", ".join(f".{each}" for each in KINDS)
            reason = tr("a picture's name ends in one of {kinds}").format(kinds=kinds)
            self.failed.emit(f"{plain(path, 300)}: {reason}")
        elif self._errand.is_running:
            self.failed.emit(tr("Another picture is being saved: try again when it is there"))
        else:
            self._path = path
            self._errand.run(_saving(figure, kind, path))

    @Slot(object)
    def _done(self, problem: str) -> None:
        if problem:
            self.failed.emit(problem)
        else:
            self.written.emit(self._path)


def _saving(figure: Figure, kind: str, path: str) -> Callable[[], None]:
    """What is left to be done when all has been painted."""
    if kind == "png":
        image = as_image(figure, LIGHT)
        return lambda: save_atomically(path, packed(image))
    data = as_svg(figure, LIGHT) if kind == "svg" else as_pdf(figure, LIGHT)
    return lambda: save_atomically(path, data)
