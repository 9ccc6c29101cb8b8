"""The session that is open, as its file will say it: its text, its file, and whether there is anything to save.

The text is kept beside the rig: whoever changes devices or plots changes both. It is made when it is first asked for,
since most sessions are only looked at, and a window that opens must not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.translate import marked, tr

if TYPE_CHECKING:
    from app.session.edit import SessionDocument
    from app.session.schema import DeviceOptions, PlotOptions, Session

UNTITLED = marked("Untitled session")


class OpenSession(QObject):
    """Attributes:
        session: what was opened, and is to run.
        file: None where it has no file yet.
        asks: whether what is unsaved is worth a question; not for simulated devices, whose file is gone with them,
            until it is saved as a file of the user's.

    Signals:
        changed(): the text or the file is another one.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        name: str = "",
        file: Path | None = None,
        data: bytes = b"",
        *,
        asks: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.file = file
        self.asks = asks
        self._name = name
        self._data = data
        self._document: SessionDocument | None = None
        self._opened_text = ""

    @property
    def document(self) -> SessionDocument:
        """Its text; that of the file, or one that says the same."""
        if self._document is None:
            from app.session.edit import SessionDocument
            from app.session.schema import Session
            from app.session.writing import session_text

            if self.file is not None:
                self._document = SessionDocument.of(self.file, self._data)
            else:
                self._document = SessionDocument("" if self.session == Session() else session_text(self.session))
            self._opened_text = self._document.text
        return self._document

    @property
    def title(self) -> str:
        """What the window is called after."""
        return self.session.title or self._name or tr(UNTITLED)

    @property
    def plots(self) -> tuple[PlotOptions, ...]:
        """As the text says them now."""
        return self.document.session().plots if self._document is not None else self.session.plots

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save that anybody would want to."""
        if self._document is None or not self.asks:
            return False
        return self._document.is_changed if self.file is not None else self._document.text != self._opened_text

    # -- changes

    def add_device(self, options: DeviceOptions, at: int | None = None) -> None:
        """Raises EditError."""
        from app.session.revising import add_device

        self._do(lambda document: add_device(document, options, at))

    def replace_device(self, name: str, new: DeviceOptions, old: DeviceOptions) -> None:
        """Raises EditError, and KeyError and SessionError for names."""
        from app.session.revising import replace_device

        self._do(lambda document: replace_device(document, name, new, old))

    def remove_device(self, name: str) -> None:
        """Raises EditError, and KeyError."""
        from app.session.revising import remove_device

        self._do(lambda document: remove_device(document, name))

    def set_plots(self, plots: Sequence[PlotOptions]) -> None:
        """Raises EditError, and SessionError for channels."""
        from app.session.revising import set_plots

        if tuple(plots) != self.plots:
            self._do(lambda document: set_plots(document, plots))

    def restore(self, text: str) -> None:
        """Take a text back that this was before."""
        self._do(lambda document: document.restore(text))

    def save(self, file: Path | None = None, *, overwrite: bool = False) -> None:
        """To `file`, or where it is. Raises SaveError, ChangedOnDiskError and SessionError; nothing is changed."""
        document = self.document
        document.save(file, overwrite=overwrite)
        if file is not None:
            self.file, self._name, self.asks = file, file.stem, True
        self._opened_text = document.text
        self.changed.emit()

    def _do(self, change: Callable[[SessionDocument], None]) -> None:
        change(self.document)
        self.changed.emit()
