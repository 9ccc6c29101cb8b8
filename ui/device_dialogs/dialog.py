"""The dialog of one device: the form at the left, the test connection at the right, below what the button will do.

Nothing is done before the button is pressed, and the button can be pressed only when all is sound. `chosen` then has a
device that a session file can say; the running one is not touched by anything here, a test connection included.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.link.options import LinkOptions
from app.preview import Settings
from app.probe import Probe
from app.session.change import change_of
from app.session.one_device import free_name
from app.session.schema import DeviceOptions
from ui.device_dialogs.draft import Draft, Verdict
from ui.device_dialogs.form import DeviceForm
from ui.device_dialogs.hints import Hint, hints_of
from ui.device_dialogs.preview_pane import PreviewPane
from ui.device_dialogs.sections import TITLES
from ui.device_dialogs.templates import Template, templates
from ui.device_dialogs.word_menu import WordMenu
from ui.flat_button import FlatButton
from ui.labels import Marked, words, wrapped
from ui.plain import as_hint, plain
from ui.slim_scroll_bar import scrolled
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, State, TextSize
from ui.translate import told, tr

SIZE = QSize(250 * GRID, 150 * GRID)  # fits 1024 x 640 with its frame
LEAST_SIZE = QSize(180 * GRID, 90 * GRID)
FORM_WIDTH = 118 * GRID
PROPOSED = "device"  # a name that need not be typed; in session files all words are English
CUT_MS = 30  # after a key: the preview is cut again when the fingers rest


class DeviceDialog(QDialog):
    """Open it by `open()`.

    Attributes:
        form, preview: the two sides; probe: the test connection; accept_button.
        options: the device that is edited, None for a new one.

    Signals:
        chosen(DeviceOptions): a sound device; the dialog closes itself, unless who hears it calls `refuse`.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        options: DeviceOptions | None,
        taken: Collection[str],
        live: bool,
        is_copy: bool = False,
        transport: str = "gui",
    ) -> None:
        """`taken`: the names of the other devices. `live`: it is connected now. `is_copy`: a new device that begins as
        `options`. `transport`: the session's, for a new device."""
        super().__init__(parent)
        self.options = None if is_copy else options
        self._taken = frozenset(taken)
        self._live = live
        self._is_refused = False
        self._is_begun = options is not None
        self._settings: Settings | None = None
        self._tested: LinkOptions | None = None
        self._draft = Draft(options)
        self._proposed = free_name(PROPOSED, taken) if options is None else ""
        if options is None:
            self._draft.begin_as(self._proposed, transport)
        self.probe = Probe(self)
        self.form = DeviceForm(theme, self._draft)
        self.preview = PreviewPane(theme)
        self.accept_button = FlatButton(theme, tr("Add device") if self.options is None else tr("Apply"), is_main=True)
        self._cancel = FlatButton(theme, tr("Cancel"))
        self._says = Marked(theme)
        self._templates = templates() if options is None else ()
        self._begin = self._template_menu(theme)
        self._about = wrapped("", muted=True)
        self._cut = QTimer(self, singleShot=True, interval=CUT_MS)
        self.setWindowTitle(self._title())
        self.setMinimumSize(LEAST_SIZE)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))
        self._place()
        self._connect()
        self._judge()
        self.form.entry(("link" if options is None else "name",)).setFocus()

    def _title(self) -> str:
        if self.options is None:
            return tr("Add device")
        return tr("Edit {name}").format(name=plain(self.options.name))

    # -- parts

    def _template_menu(self, theme: Theme) -> WordMenu:
        menu = WordMenu(theme, {str(n): each.title for n, each in enumerate(self._templates)}, tr("Begin with"))
        for template, action in zip(self._templates, menu.actions_by_key.values(), strict=True):
            action.setToolTip(as_hint(template.about))
        menu.show_choice(None, tr("a template…"))
        return menu

    def _place(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self._templates:
            column.addWidget(self._beginning())
        else:
            self._begin.setParent(self)
            self._begin.hide()
        area = scrolled(self.form)
        column.addWidget(area, 1)
        # Other languages have longer words, and nothing scrolls sideways.
        need = self.form.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
        left.setFixedWidth(max(FORM_WIDTH, need))
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(left)
        sides.addWidget(_line(upright=True))
        sides.addWidget(self.preview, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(sides, 1)
        box.addWidget(_line(upright=False))
        box.addWidget(self._foot())

    def _beginning(self) -> QWidget:
        whole = QWidget()
        title = words(tr("Begin with"), TextSize.BODY, muted=True)
        title.setMinimumWidth(TITLES)  # in line with those below
        title.setBuddy(self._begin)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(title)
        row.addWidget(self._begin)
        row.addStretch(1)
        box = QVBoxLayout(whole)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        box.setSpacing(GRID)
        box.addLayout(row)
        box.addWidget(self._about)
        self._about.hide()
        return whole

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(GAP)
        row.addWidget(self._says, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        row.addWidget(self._cancel)
        row.addWidget(self.accept_button)
        return foot

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.left.connect(self._judge)
        self.preview.testWished.connect(self._test)
        self.preview.stopWished.connect(self.probe.stop)
        self.preview.hintTaken.connect(self._improve)
        self.probe.changed.connect(self._show_probe)
        self._begin.wished.connect(self._begin_with)
        self._cut.timeout.connect(self._read_again)
        self._cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        self._read_again()

    # -- what is judged

    @property
    def verdict(self) -> Verdict:
        """What the session says of what stands here."""
        return self._draft.check(self._taken)

    @property
    def says(self) -> str:
        """The sentence beside the button: what is missing, or what it will do."""
        return self._says.text

    @Slot()
    def _changed(self) -> None:
        self._is_begun = True
        self._cut.start()
        link = self._draft.link()
        if self.probe.is_running and (link is None or link != self._tested):
            self.probe.forget()  # what comes now is not of the address that stands here
        self._judge()

    @Slot()
    def _judge(self) -> None:
        verdict = self.verdict
        self.form.show_problems(verdict.problems)
        self.form.show_facts()
        self.accept_button.setEnabled(verdict.device is not None)
        text, state = self._outlook(verdict)
        self._says.say(text, state)
        self.accept_button.setToolTip(as_hint("" if verdict.device is not None else text))
        self.accept_button.setAccessibleDescription(text)
        self.preview.show_possible("" if self._draft.link() is not None else tr("It needs an address"))

    def _outlook(self, verdict: Verdict) -> tuple[str, State]:
        if verdict.device is None:
            # what was never touched is no mistake yet
            return self._lacking(verdict), State.WARNING if self._is_begun else State.OFFLINE
        if self.options is None:
            return tr("It is added to the session and connects at once."), State.GOOD
        change = change_of(self.options, verdict.device)
        kept = State.GOOD if change.is_one else State.OFFLINE
        return told(change.sentence), State.WARNING if change.clears_history else kept

    def _lacking(self, verdict: Verdict) -> str:
        """The first thing that keeps it from being a device; what was not written yet is missing rather than wrong."""
        blank = [entry.title for entry in self.form.device.entries if not self._draft.get(entry.path)]
        if len(blank) > 1:
            return tr("A name and an address are missing.")
        if blank:
            return tr("{title} is missing.").format(title=blank[0])
        entry, sentence = self.form.first_problem(verdict.problems)
        title = entry.title if entry is not None else tr("Device")
        return plain(f"{title}: {sentence}", 300)

    # -- the test connection

    @Slot()
    def _test(self) -> None:
        link = self._draft.link()
        if link is not None:
            self._tested = link
            self.probe.start(link)

    @Slot()
    def _read_again(self) -> None:
        settings = self._draft.settings()
        if settings is not None and settings != self._settings:
            self._settings = settings
            self.probe.read_as(settings)
        self._show_probe()

    @Slot()
    def _show_probe(self) -> None:
        settings = self._draft.settings()
        is_sound = settings is not None and settings == self._settings
        hints: list[Hint] = []
        if is_sound and settings is not None and self.probe.preview is not None:
            hints = hints_of(self.probe.capture, self.probe.preview, settings, ended=self.probe.is_ended)
        self.preview.show_probe(self.probe, hints, sound=is_sound, live=self._live)
        self.preview.show_possible("" if self._draft.link() is not None else tr("It needs an address"))

    @Slot(object)
    def _improve(self, hint: Hint) -> None:
        self._draft.improve(hint.words)
        self.form.show_draft()
        self._changed()

    # -- the user's

    @Slot(str)
    def _begin_with(self, key: str) -> None:
        template: Template = self._templates[int(key)]
        if self._draft.get(("name",)) == self._proposed:
            self._draft.set(("name",), "")  # nobody has chosen it
        self._draft.begin_with(template.words)
        if str(self._draft.get(("name",))) == template.words.get("name"):
            self._draft.set(("name",), free_name(str(template.words["name"]), self._taken))
        self._begin.show_choice(key)
        self._about.setText(template.about)
        self._about.setVisible(bool(template.about))
        self.form.show_draft()
        self._changed()

    @Slot()
    def _accept(self) -> None:
        device = self.verdict.device
        if device is not None:
            self._is_refused = False
            self.chosen.emit(device)
            if not self._is_refused:
                self.accept()

    def refuse(self, why: str) -> None:
        """What was chosen is not done: say so here, where nothing that was typed is lost."""
        self._is_refused = True
        self._says.say(why, State.WARNING)

    def done(self, result: int) -> None:
        """However it closes: no connection is left."""
        self._cut.stop()
        self.probe.forget()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return in a field does what the main button does, or shows all that is wrong; Qt's own dialog would press
        the button that comes next."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.accept_button.isEnabled():
            self._accept()
        else:
            self._is_begun = True
            self.form.touch_all()
            self._judge()


def _line(*, upright: bool) -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine if upright else QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line
