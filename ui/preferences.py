"""What a person likes, kept from one start to the next. A word that is not known counts as the default.

Whoever follows a preference reads it by its property and listens to `changed`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal

CHOICES: dict[str, tuple[str, ...]] = {  # the first is the default
    "colours": ("system", "light", "dark", "contrast"),
    "drag": ("pan", "zoom"),  # what the left button does in a plot
    "start": ("last", "welcome"),  # where a start without a session begins
    "motion": ("system", "off"),  # animations
    "language": ("system", "en", "de"),
}


class Preferences(QObject):
    """Words by name, see CHOICES.

    Signals:
        changed(str, str): a preference and its new word.
    """

    changed = Signal(str, str)

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def get(self, name: str) -> str:
        """The word of a preference. Raises KeyError."""
        word = str(self._settings.value(f"window/{name}", CHOICES[name][0]))
        return word if word in CHOICES[name] else CHOICES[name][0]

    def set(self, name: str, word: str) -> None:
        """Raises KeyError, and ValueError for a word that there is not."""
        if word not in CHOICES[name]:
            raise ValueError(f"{name}: {word!r} is none of {', '.join(CHOICES[name])}")
        if word != self.get(name):
            self._settings.setValue(f"window/{name}", word)
            self.changed.emit(name, word)

    def restore_defaults(self) -> None:
        for name, words in CHOICES.items():
            self.set(name, words[0])
