"""What is done with sessions as files: new, open, save, revert, close; and the question before anything is lost.

    wish ──unsaved?──no──────────────────────────► done
             └─yes─► Save / Discard / Cancel ─────► done, or not

Nothing waits for an answer: what was wished is kept until it is there. Nobody is asked where nobody can answer (a run
with a limit, off screen, on a signal), nor about simulated devices.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from ui.file_watch import FileWatch
from ui.open_session import OpenSession
from ui.plain import plain
from ui.question_dialog import CANCEL
from ui.questions import Questions
from ui.session_saving import FILTER, SessionSaving, Then
from ui.translate import tr

if TYPE_CHECKING:
    from ui.compose import Dashboard


class SessionDesk(QObject):
    """One for a dashboard. Attributes: questions, what is asked."""

    def __init__(self, dashboard: Dashboard) -> None:
        super().__init__(dashboard)
        self._dashboard = dashboard
        self._window = dashboard.window
        self._then: Then | None = None
        self._is_sure = False
        self._file = FileWatch(self)
        self._file.touched.connect(self._look_at_file)
        self.questions = Questions(dashboard.window.theme, dashboard.window, self)
        self._saving = SessionSaving(dashboard, self.questions)
        actions, welcome = self._window.session_actions, self._window.welcome
        for new in (actions.newWished, welcome.newWished):
            new.connect(self.new)
        actions.saveWished.connect(self.save)
        actions.saveAsWished.connect(self.save_as)
        actions.revertWished.connect(self.revert)
        actions.closeWished.connect(self.close)
        welcome.demoWished.connect(self.start_demo)
        welcome.addWished.connect(self._window.editing.add_device)
        self._window.openWished.connect(self.open)
        self._window.may_close = self.may_end
        self.show_session()

    @property
    def _session(self) -> OpenSession | None:
        return self._dashboard.session

    # -- what is shown

    @Slot()
    def show_session(self) -> None:
        """Name and file in the title, and what can be done; the session is another one, or has changed."""
        session = self._session
        is_changed = session is not None and session.is_changed
        self._window.show_subject(plain(session.title) if session is not None else "")
        self._window.setWindowModified(is_changed)
        has_file = session is not None and session.file is not None
        self._window.session_actions.show_state(is_open=session is not None, can_revert=is_changed and has_file)
        self._file.follow(session.file if session is not None else None)

    # -- wishes

    @Slot()
    def new(self) -> None:
        """A session without devices."""
        self._when_kept(self._dashboard.new_session)

    @Slot(str)
    def open(self, path: str) -> None:
        """This one, or the one that is chosen in a dialog."""
        if path:
            self._when_kept(partial(self._dashboard.open_file, Path(path)))
            return
        dialog = QFileDialog(self._window, tr("Open session"), self._saving.folder, tr(FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def start_demo(self) -> None:
        """The simulated devices, started from here."""
        self._when_kept(self._dashboard.demo.start)

    @Slot()
    def close(self) -> None:
        """Back to the welcome page."""
        self._when_kept(self._dashboard.close_session)

    @Slot()
    def save(self) -> None:
        self._saving.save()

    @Slot()
    def save_as(self) -> None:
        self._saving.save_as()

    @Slot()
    def revert(self) -> None:
        """The file again, without what is unsaved."""
        session = self._session
        if session is None or session.file is None:
            return
        text = tr("Go back to {name} as it was saved?").format(name=plain(session.file.name))
        more = tr("The changes since then are lost, and the history with them.")
        answers = {"revert": tr("Revert"), CANCEL: tr("Cancel")}
        self.questions.ask(text, more, answers, CANCEL).answered.connect(self._revert_answered)

    @Slot(str)
    def _revert_answered(self, answer: str) -> None:
        if answer == "revert":
            self._load_file()

    def may_end(self) -> bool:
        """Whether the window may be closed now; else that is asked, and it is closed when that is answered."""
        if self._is_sure or not self._must_ask:
            return True
        self._when_kept(self._close_window)
        return False

    def _close_window(self) -> None:
        self._is_sure = True
        self._window.close()

    # -- the question

    @property
    def _must_ask(self) -> bool:
        session = self._session
        return self._dashboard.can_ask and session is not None and session.is_changed

    def _when_kept(self, then: Then) -> None:
        """Do that, behind the question where something would be lost."""
        session = self._session
        if not self._must_ask or session is None:
            then()
            return
        if self.questions.current is not None:
            self.questions.current.raise_()
            return
        self._then = then
        text = tr("Save the changes of {name}?").format(name=plain(session.title))
        answers = {"discard": tr("Discard"), CANCEL: tr("Cancel"), "save": tr("Save")}
        more = tr("Devices or plots have changed since it was saved.")
        self.questions.ask(text, more, answers, "save").answered.connect(self._answered)

    @Slot(str)
    def _answered(self, answer: str) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        if answer == "discard":
            then()
        elif answer == "save":
            self._saving.save(then)

    # -- the file on disk

    @Slot()
    def _look_at_file(self) -> None:
        """Another program may have changed it: what to do is the user's to say."""
        session = self._session
        if session is None or session.file is None:
            return
        if not session.document.is_changed_on_disk:
            self._window.choice.retract("disk")
            return
        text = tr("{name} was changed by another program.").format(name=plain(session.file.name))
        if session.is_changed:
            text = f"{text} {tr('Loading it loses what is unsaved here.')}"
        self._window.choice.ask("disk", text, {tr("Load it"): self._load_file, tr("Keep mine"): _nothing})

    @Slot()
    def _load_file(self) -> None:
        session = self._session
        if session is not None and session.file is not None:
            self._dashboard.open_file(session.file)


def _nothing() -> None:
    """Saving will ask once more."""
