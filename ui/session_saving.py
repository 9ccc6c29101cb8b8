"""Saves the session that is open: where to, over what, and what is said when it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from ui.exceptions import log
from ui.plain import plain
from ui.question_dialog import CANCEL
from ui.questions import Questions
from ui.translate import marked, told, tr

if TYPE_CHECKING:
    from ui.compose import Dashboard

FILTER = marked("Sessions (*.toml);;All files (*)")
Then = Callable[[], object]


class SessionSaving(QObject):
    """One for a dashboard."""

    def __init__(self, dashboard: Dashboard, questions: Questions) -> None:
        super().__init__(dashboard)
        self._dashboard = dashboard
        self._window = dashboard.window
        self._questions = questions
        self._then: Then | None = None  # what was wished behind the save

    def save(self, then: Then | None = None) -> None:
        """To its file, or to one that is asked for; `then` when it is saved."""
        session = self._dashboard.session
        if session is None:
            return
        if session.file is None or not session.asks:  # that of simulated devices goes with them
            self.save_as(then)
        else:
            self._write(None, then)

    def save_as(self, then: Then | None = None) -> None:
        """To a file that is asked for."""
        session = self._dashboard.session
        if session is None:
            return
        self._then = then
        name = session.file.name if session.file is not None else _file_name(session.title)
        dialog = QFileDialog(self._window, tr("Save session as"), str(Path(self.folder) / name), tr(FILTER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._file_chosen)
        self._questions.take(dialog)
        dialog.open()

    @property
    def folder(self) -> str:
        """Where sessions are: beside the one that is open, or the one before."""
        session = self._dashboard.session
        open_file = session.file if session is not None and session.asks else None  # else it is in a folder that goes
        file = open_file or self._dashboard.left.last_file
        return str(file.parent) if file is not None else ""

    @Slot(str)
    def _file_chosen(self, path: str) -> None:
        then, self._then = self._then, None
        self._write(Path(path), then, overwrite=True)

    def _write(self, file: Path | None, then: Then | None, *, overwrite: bool = False) -> None:
        from app.session.problems import ChangedOnDiskError, SaveError, SessionError

        session = self._dashboard.session
        if session is None:
            return
        try:
            session.save(file, overwrite=overwrite)
        except ChangedOnDiskError:
            self._ask_overwrite(plain(session.file.name) if session.file is not None else "", then)
        except (SaveError, SessionError) as error:
            log.warning("not saved: %s", error)
            told = tr("Not saved. {why} File > Save session as puts it elsewhere.")
            self._window.notice.alarm(told.format(why=_sentence(error)), "save")
        else:
            self._window.notice.retract("save")
            self._window.choice.retract("disk")
            if session.file is not None and session.asks:
                self._dashboard.left.remember(session.file)
            if then is not None:
                then()

    def _ask_overwrite(self, name: str, then: Then | None) -> None:
        self._then = then
        text = tr("{name} has been changed by another program.").format(name=name)
        answers = {"overwrite": tr("Overwrite"), "elsewhere": tr("Save as…"), CANCEL: tr("Cancel")}
        more = tr("Saving here would undo what was changed there.")
        self._questions.ask(text, more, answers, CANCEL).answered.connect(self._overwrite_answered)

    @Slot(str)
    def _overwrite_answered(self, answer: str) -> None:
        then, self._then = self._then, None
        if answer == "overwrite":
            self._write(None, then, overwrite=True)
        elif answer == "elsewhere":
            self.save_as(then)


def _file_name(title: str) -> str:
    """A file's name made of a title: letters, digits and a few signs."""
    kept = "".join(each if each.isalnum() or each in "-_ ." else "-" for each in title).strip(" .-")
    return f"{kept[:60] or 'session'}.toml"


def _sentence(error: Exception) -> str:
    text = plain(told(error.args[0]), 300)
    return text if text.endswith(".") else f"{text}."
