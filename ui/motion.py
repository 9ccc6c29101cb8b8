"""Whether things move by themselves: docks that glide, menus and tips that fade. Data always moves.

What the system wishes is what Qt has found when the program began.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

from ui.preferences import Preferences

_Effect = Qt.UIEffect
EFFECTS = (
    _Effect.UI_AnimateMenu,
    _Effect.UI_FadeMenu,
    _Effect.UI_AnimateCombo,
    _Effect.UI_AnimateTooltip,
    _Effect.UI_FadeTooltip,
    _Effect.UI_AnimateToolBox,
)


class Motion(QObject):
    """Follows the preference "motion" for as long as its window lives. Whoever animates asks `Preferences` too."""

    def __init__(self, window: QMainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._of_system = {effect: QApplication.isEffectEnabled(effect) for effect in EFFECTS}
        preferences.changed.connect(self._changed)
        self._changed("motion", preferences.get("motion"))

    @Slot(str, str)
    def _changed(self, name: str, word: str) -> None:
        if name != "motion":
            return
        self._window.setAnimated(word != "off")
        for effect, is_on in self._of_system.items():
            QApplication.setEffectEnabled(effect, is_on and word != "off")
