"""A line above the plots for what the user must know: loud, plain, and gone when it is no longer true.

Each message has a key; a newer one takes the place of an older one with the same key, so that a failure that repeats
itself neither flickers nor pushes the others away.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.banner import Banner
from ui.help.asking import HelpButton
from ui.plain import plain
from ui.theme.palette import Theme
from ui.theme.tokens import State
from ui.translate import tr

LINES = 8  # of all messages; the plots must stay in sight
LINE_LONGEST = 400  # characters; the log has all of it
POINT = "•\N{NO-BREAK SPACE}"


class Notice(Banner):
    """Shows messages; hidden while there is none.

    Attributes:
        help: the word that opens the help, where one of the messages has a page.

    Signals:
        dismissed(): the user has closed it.
    """

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, State.ALARM, tr("Notice"), tr("Dismiss"), parent)
        self._messages: dict[str, str] = {}
        self._dismissed: dict[str, str] = {}
        self._targets: dict[str, str] = {}
        self.help = HelpButton("reports#error", self, tr("Help"))
        self.add_word(self.help)
        self.button.clicked.connect(self._dismiss)

    def alarm(self, text: str, key: str = "", *, again: bool = True, target: str = "") -> None:
        """Something is wrong that will not mend itself. Not `again`: not where just this has been dismissed. `target`:
        the page of the help that tells of it."""
        if not again and self._dismissed.get(key) == text:
            return
        self._dismissed.pop(key, None)
        self._messages[key] = text
        if target:
            self._targets[key] = target
        self._show()

    def retract(self, key: str) -> None:
        """This is no longer true."""
        if self._messages.pop(key, None) is not None:
            self._show()

    def clear(self) -> None:
        self._messages.clear()
        self._show()

    def _show(self) -> None:
        point = POINT if len(self._messages) > 1 else ""  # else lines that wrap read as one paragraph
        texts = [point + text for text in self._messages.values()]
        lines = [plain(line, LINE_LONGEST) for text in texts for line in text.splitlines()]
        if len(lines) > LINES:
            more = tr("and {count} more: the log has them all").format(count=len(lines) - LINES + 1)
            lines = [*lines[: LINES - 1], more]
        targets = [self._targets[key] for key in self._messages if key in self._targets]
        self.help.target = targets[0] if targets else ""
        self.help.setVisible(bool(targets))
        self.say("\n".join(lines))

    @Slot()
    def _dismiss(self) -> None:
        self._dismissed = dict(self._messages)
        self.clear()
        self.dismissed.emit()
