"""One word of the session file in a form: its title, a control, what is wrong with it.

An entry tells of each change at once, so that all else follows as one types. What is wrong with it is shown when it has
been left, or when nothing was typed for a moment: an address is wrong until its last character.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from app.session.places import Path
from ui.device_dialogs.word_menu import WordMenu
from ui.field import Field, TypingGround
from ui.labels import Marked, words
from ui.plain import as_hint, plain
from ui.segments import Segments
from ui.slim_scroll_bar import slim
from ui.theme.fonts import fixed_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, TextSize
from ui.translate import tr

PAUSE_MS = 600  # without a key: then what stands there is judged
BESIDE = 4  # words that stand beside each other; more are a menu
LONGEST = 4096  # characters of a line, as in the file
LONGEST_PROBLEM = 400


class Entry(QWidget):
    """Attributes:
        path: the word of the file.
        title: what the form calls it.
        is_touched: it was changed and left, so that what is wrong with it may be shown.
        has_trouble: what stands there is not even a value.

    Signals:
        changed(): by the user, at each key.
        left(): it is to be judged now.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, path: Path, title: str, about: str = "") -> None:
        super().__init__()
        self.path = path
        self.title = title
        self.about = about
        self.is_touched = False
        self.trouble = ""
        self._problem = Marked(theme)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GRID)

    def _place(self, control: QWidget, unit: str = "", *, is_wide: bool = True) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(control, 1 if is_wide else 0)
        if unit:
            row.addWidget(words(unit, TextSize.BODY, muted=True))
        if not is_wide:
            row.addStretch(1)
        self._box.addLayout(row)
        self._box.addWidget(self._problem)
        self.setFocusProxy(control)

    @property
    def control(self) -> QWidget:
        """What has the focus, and what a screen reader tells of."""
        raise TypeError("an entry implements this")

    def value(self) -> object:
        """As a file would have it; None where nothing stands there."""
        raise TypeError("an entry implements this")

    def show_value(self, value: object) -> None:
        """In place of what stands there; tells nobody."""
        raise TypeError("an entry implements this")

    @property
    def problem(self) -> str:
        """What is shown to be wrong."""
        return self._problem.text

    def show_problem(self, problem: str) -> None:
        """ "" where all is well."""
        text = plain(problem, LONGEST_PROBLEM)
        if text != self._problem.text:
            self._problem.say(text)
            self.control.setAccessibleDescription(text or self.about)

    @Slot()
    def _leave(self) -> None:
        self.is_touched = True
        self.left.emit()


class TextEntry(Entry):
    """A line. `read` makes a value of a text that is not blank, `write` the text of a value."""

    def __init__(
        self,
        theme: Theme,
        path: Path,
        title: str,
        *,
        hint: str = "",
        about: str = "",
        unit: str = "",
        read: Callable[[str], object] = str,
        write: Callable[[object], str] = str,
        keeps_blank: bool = False,
        is_code: bool = False,
    ) -> None:
        super().__init__(theme, path, title, about)
        self._read, self._write, self._keeps_blank = read, write, keeps_blank
        self.field = Field(theme, title, hint)
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleDescription(about)
        if is_code:
            self.line.setFont(fixed_font())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._leave)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._finished)
        self._place(self.field, unit)

    @property
    def line(self):  # type: ignore[no-untyped-def]  # a QLineEdit
        return self.field.line

    @property
    def control(self) -> QWidget:
        return self.field.line

    def value(self) -> object:
        text = self.field.line.text()
        if not text.strip():
            return "" if self._keeps_blank else None
        return self._read(text)

    def show_value(self, value: object) -> None:
        self._pause.stop()
        text = "" if value is None else self._write(value)
        if text != self.field.line.text():
            self.field.line.setText(text)
            self.field.line.setCursorPosition(0)

    @Slot(str)
    def _edited(self, _text: str) -> None:
        self._pause.start()
        self.changed.emit()

    @Slot()
    def _finished(self) -> None:
        if self.field.line.isModified() or self.is_touched:
            self._pause.stop()
            self._leave()


class ChoiceEntry(Entry):
    """Words of which one holds. `default` holds where the file says nothing, and is then not written."""

    def __init__(
        self,
        theme: Theme,
        path: Path,
        title: str,
        choices: tuple[tuple[str, object], ...],
        *,
        default: str = "",
        about: str = "",
        abouts: Mapping[str, str] | None = None,
        unit: str = "",
    ) -> None:
        super().__init__(theme, path, title, about)
        self._values = dict(choices)
        self._default = default
        self._shown: object = None
        texts = {text: tr(text) for text in self._values}
        self._choice = (Segments if len(texts) <= BESIDE else WordMenu)(theme, texts, title)
        if isinstance(self._choice, Segments):
            for text, segment in self._choice.segments.items():
                segment.setAccessibleName(f"{title}: {texts[text]}")
                segment.setToolTip(as_hint((abouts or {}).get(text, "") or about))
        self._choice.wished.connect(self._wished)
        self._place(self._choice, unit, is_wide=False)
        self.show_value(None)

    @property
    def control(self) -> QWidget:
        return self._choice

    def choose(self, text: str) -> None:
        """As a click on the word does."""
        self._wished(text)

    def value(self) -> object:
        return self._shown

    def show_value(self, value: object) -> None:
        self._shown = value
        texts = (text for text, each in self._values.items() if type(each) is type(value) and each == value)
        text = self._default if value is None else next(texts, None)
        if isinstance(self._choice, WordMenu):
            self._choice.show_choice(text, plain(str(value)))
        else:
            self._choice.show_choice(text)

    @Slot(str)
    def _wished(self, text: str) -> None:
        self.show_value(None if text == self._default else self._values[text])
        self.changed.emit()
        self._leave()


class LinesEntry(Entry):
    """Several texts, one a line."""

    def __init__(self, theme: Theme, path: Path, title: str, *, hint: str = "", about: str = "") -> None:
        super().__init__(theme, path, title, about)
        self._pane = TextPane(theme, title, lines=3)
        self._pane.text.setPlaceholderText(hint)
        self._pane.text.setAccessibleDescription(about)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._leave)
        self._shows = False
        self._pane.text.textChanged.connect(self._edited)
        self._pane.left.connect(self._left_pane)
        self._place(self._pane)

    @property
    def control(self) -> QWidget:
        return self._pane.text

    def value(self) -> object:
        return [line for line in self._pane.text.toPlainText().split("\n") if line] or None

    def show_value(self, value: object) -> None:
        self._pause.stop()
        self._shows = True
        lines = value if isinstance(value, list) else []
        self._pane.text.setPlainText("\n".join(str(line) for line in lines))
        self._shows = False

    @Slot()
    def _edited(self) -> None:
        if not self._shows:
            self._pause.start()
            self.changed.emit()

    @Slot()
    def _left_pane(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._leave()


class TextPane(TypingGround):
    """Several lines on the same quiet ground as Field. Attributes: text. Signals: left(), the focus went elsewhere."""

    left = Signal()

    def __init__(self, theme: Theme, name: str, lines: int) -> None:
        self.text = QPlainTextEdit()
        super().__init__(theme, self.text)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(fixed_font(TextSize.SMALL))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(name)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.document().setDocumentMargin(0)
        slim(self.text)
        self.setFocusProxy(self.text)
        self.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + 4 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP - 2, GRID, GRID)
        row.addWidget(self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)
