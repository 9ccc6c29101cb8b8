"""What is done with sessions as files: new, open, save, revert, close; and the question before anything is lost.

    wish ──unsaved?──no──────────────────────────► done
             └─yes─► Save / Discard / Cancel ─────► done, or not

Nothing waits for an answer: what was wished is kept until it is there. Nobody is asked where nobody can answer (a run
with a limit, off screen, on a signal), nor about simulated devices.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ui.exceptions import log
from ui.open_session import OpenSession
from ui.plain import plain
from ui.translate import tr

if TYPE_CHECKING:
    from ui.compose import Dashboard

FILTER = "Sessions (*.toml);;All files (*)"
SETTLE_MS = 200  # a program that saves may take a file away for a moment, and writes in pieces
_Then = Callable[[], object]
_Button = QMessageBox.StandardButton


class SessionDesk(QObject):
    """One for a dashboard.

    Attributes:
        question: the dialog that is open, None while none is.
    """

    def __init__(self, dashboard: Dashboard) -> None:
        super().__init__(dashboard)
        self.question: QMessageBox | QFileDialog | None = None
        self._dashboard = dashboard
        self._window = dashboard.window
        self._then: _Then | None = None
        self._is_sure = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._file_touched)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._look_at_file)
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
        name = plain(session.title).replace("[*]", "[*][*]") if session is not None else ""
        self._window.setWindowTitle(f"{name}[*] – Quintet" if session is not None else "Quintet[*]")
        self._window.setWindowModified(is_changed)
        has_file = session is not None and session.file is not None
        self._window.session_actions.show_state(is_open=session is not None, can_revert=is_changed and has_file)
        self._watch(session.file if session is not None else None)

    def _watch(self, file: Path | None) -> None:
        watched, wanted = self._watcher.files(), [str(file)] if file is not None else []
        if watched != wanted:
            if watched:
                self._watcher.removePaths(watched)
            if file is not None and file.exists():
                self._watcher.addPath(str(file))
        if file is None:
            self._settle.stop()
            self._window.choice.retract("disk")

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
        dialog = QFileDialog(self._window, tr("Open session"), self._folder(), FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def start_demo(self) -> None:
        """The simulated devices, started from here."""
        self._when_kept(self._dashboard.start_demo)

    @Slot()
    def close(self) -> None:
        """Back to the welcome page."""
        self._when_kept(self._dashboard.close_session)

    @Slot()
    def save(self) -> None:
        self._save(None)

    @Slot()
    def save_as(self) -> None:
        if self._session is not None:
            self._ask_file(None)

    @Slot()
    def revert(self) -> None:
        """The file again, without what is unsaved."""
        session = self._session
        if session is None or session.file is None:
            return
        box = self._box(tr("Go back to {name} as it was saved?").format(name=plain(session.file.name)))
        box.setInformativeText(tr("The changes since then are lost, and the history with them."))
        revert = box.addButton(tr("Revert"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(_Button.Cancel))
        revert.clicked.connect(self._load_file)
        box.open()

    def may_end(self) -> bool:
        """Whether the window may be closed now; else that is asked, and it is closed when that is answered."""
        if self._is_sure or not self._must_ask:
            return True
        self._when_kept(self._close_window)
        return False

    def _close_window(self) -> None:
        self._is_sure = True
        self._window.close()

    def dismiss(self) -> None:
        """The program ends: nobody needs to answer any more."""
        if self.question is not None:
            self.question.close()

    # -- the question

    @property
    def _must_ask(self) -> bool:
        session = self._session
        return self._dashboard.can_ask and session is not None and session.is_changed

    def _when_kept(self, then: _Then) -> None:
        """Do that, behind the question where something would be lost."""
        session = self._session
        if not self._must_ask or session is None:
            then()
            return
        if self.question is not None:
            self.question.raise_()
            return
        self._then = then
        box = self._box(tr("Save the changes of {name}?").format(name=plain(session.title)))
        box.setInformativeText(tr("Devices or plots have changed since it was saved."))
        box.setStandardButtons(_Button.Save | _Button.Discard | _Button.Cancel)
        box.setDefaultButton(_Button.Save)
        box.buttonClicked.connect(self._answered)
        box.open()

    def _box(self, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Quintet")
        box.setTextFormat(box.textFormat().PlainText)
        box.setText(text)
        self._keep(box)
        return box

    def _keep(self, dialog: QMessageBox | QFileDialog) -> None:
        self.question = dialog
        dialog.finished.connect(self._question_closed)
        dialog.finished.connect(dialog.deleteLater)

    @Slot()
    def _question_closed(self) -> None:
        if self.sender() is self.question:
            self.question = None

    @Slot(object)
    def _answered(self, button: object) -> None:
        box, then, self._then = self.question, self._then, None
        if not isinstance(box, QMessageBox) or then is None:
            return
        self.question = None
        answer = box.standardButton(button)  # type: ignore[arg-type]  # the button that was clicked
        if answer == _Button.Discard:
            then()
        elif answer == _Button.Save:
            self._save(then)

    # -- saving

    def _save(self, then: _Then | None) -> None:
        session = self._session
        if session is None:
            return
        if session.file is None:
            self._ask_file(then)
        else:
            self._write(None, then)

    def _write(self, file: Path | None, then: _Then | None, *, overwrite: bool = False) -> None:
        from app.session.problems import ChangedOnDiskError, SaveError, SessionError

        session = self._session
        if session is None:
            return
        try:
            session.save(file, overwrite=overwrite)
        except ChangedOnDiskError:
            self._ask_overwrite(then)
        except (SaveError, SessionError) as error:
            log.warning("not saved: %s", error)
            told = tr("Not saved. {why} File > Save as puts it elsewhere.")
            self._window.notice.alarm(told.format(why=_sentence(error)), "save")
        else:
            self._window.notice.retract("save")
            self._window.choice.retract("disk")
            if session.file is not None:
                self._dashboard.remember(session.file)
            if then is not None:
                then()

    def _ask_file(self, then: _Then | None) -> None:
        session = self._session
        assert session is not None
        self._then = then
        name = session.file.name if session.file is not None else _file_name(session.title)
        dialog = QFileDialog(self._window, tr("Save session as"), str(Path(self._folder()) / name), FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._file_chosen)
        self._keep(dialog)
        dialog.open()

    @Slot(str)
    def _file_chosen(self, path: str) -> None:
        then, self._then = self._then, None
        self._write(Path(path), then, overwrite=True)

    def _folder(self) -> str:
        """Where sessions are: beside the one that is open, or the one before."""
        file = self._session.file if self._session is not None else None
        file = file or self._dashboard.last_file
        return str(file.parent) if file is not None else ""

    def _ask_overwrite(self, then: _Then | None) -> None:
        session = self._session
        assert session is not None
        assert session.file is not None
        self._then = then
        name = plain(session.file.name)
        box = self._box(tr("{name} has been changed by another program.").format(name=name))
        box.setInformativeText(tr("Saving here would undo what was changed there."))
        box.addButton(tr("Overwrite"), QMessageBox.ButtonRole.DestructiveRole).clicked.connect(self._overwrite)
        box.addButton(tr("Save as…"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(self._save_elsewhere)
        box.setDefaultButton(box.addButton(_Button.Cancel))
        box.open()

    @Slot()
    def _overwrite(self) -> None:
        then, self._then = self._then, None
        self._write(None, then, overwrite=True)

    @Slot()
    def _save_elsewhere(self) -> None:
        self._ask_file(self._then)

    # -- the file on disk

    @Slot()
    def _file_touched(self) -> None:
        self._settle.start()

    @Slot()
    def _look_at_file(self) -> None:
        """Another program may have changed it: what to do is the user's to say."""
        session = self._session
        if session is None or session.file is None:
            return
        self._watch(session.file)  # a file that was replaced is another one for the system
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


def _file_name(title: str) -> str:
    """A file's name made of a title: letters, digits and a few signs."""
    kept = "".join(each if each.isalnum() or each in "-_ ." else "-" for each in title).strip(" .-")
    return f"{kept[:60] or 'session'}.toml"


def _sentence(error: Exception) -> str:
    text = plain(str(error), 300)
    return text if text.endswith(".") else f"{text}."
