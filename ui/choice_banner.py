"""A line above the plots that something can be answered to, for as long as that makes sense: "Removed imu. Undo"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from ui.banner import Banner
from ui.plain import plain
from ui.theme.palette import Theme
from ui.theme.tokens import State, TextSize
from ui.translate import tr
from ui.word_button import WordButton

MOST = 2  # answers, beside the word that closes it


class ChoiceBanner(Banner):
    """Says one thing at a time; a newer one takes its place.

    Attributes:
        words: the answers, from the left; those that are not needed are hidden.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, State.BUSY, tr("Question"), tr("Dismiss"), parent)
        self._answers: dict[QPushButton, Callable[[], object]] = {}
        self._dismissed: Callable[[], object] | None = None
        self._key = ""
        self.words = [WordButton("", TextSize.SMALL, self) for _ in range(MOST)]
        for word in self.words:
            word.hide()
            word.clicked.connect(self._answered)
            self.add_word(word)
        self.button.clicked.connect(self._closed)

    def ask(
        self,
        key: str,
        text: str,
        answers: dict[str, Callable[[], object]],
        dismissed: Callable[[], object] | None = None,
    ) -> None:
        """Show this, with a word for each answer. `dismissed`: it was closed, or something else took its place."""
        self._drop()
        self._key, self._dismissed = key, dismissed
        shown = list(answers.items())
        for word, (name, answer) in zip(self.words, shown, strict=False):
            word.setText(name)
            word.setAccessibleName(f"{name}: {plain(text, 120)}")
            self._answers[word] = answer
        for number, word in enumerate(self.words):
            word.setVisible(number < len(shown))
        self.say(plain(text, 400))

    def retract(self, key: str) -> None:
        """That is of no interest any more."""
        if self._key == key:
            self._closed()

    def dismiss(self) -> None:
        """Nothing that was asked is of any interest now."""
        self._closed()

    @Slot()
    def _answered(self) -> None:
        word = self.sender()
        answer = self._answers.get(word) if isinstance(word, QPushButton) else None
        self._dismissed = None
        self._closed()
        if answer is not None:
            answer()

    @Slot()
    def _closed(self) -> None:
        self._drop()
        self.say("")

    def _drop(self) -> None:
        dismissed, self._dismissed = self._dismissed, None
        self._answers, self._key = {}, ""
        if dismissed is not None:
            dismissed()
