"""How any part of the window asks for a page of the help: by name, without knowing who shows it.

The wish travels as Qt's own event for that (QWhatsThisClickedEvent) to the outermost window that a widget belongs to,
also from a dialog; the main window takes it. Targets are literals in the code, so that a test finds each and knows
whether its chapter and heading exist; those of findings follow from the rule's name.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QWidget

from ui.theme.tokens import TextSize
from ui.translate import tr
from ui.word_button import WordButton

PROPERTY = "help_at"


def ask_for_help(widget: QWidget, target: str) -> None:
    """Open the help at "chapter" or "chapter#heading"."""
    top = widget
    while (above := top.parentWidget()) is not None:
        top = above
    QCoreApplication.sendEvent(top, QWhatsThisClickedEvent(target))


def help_at(widget: QWidget, target: str) -> None:
    """What is told of this widget and of what is in it, when somebody asks with the keyboard there."""
    widget.setProperty(PROPERTY, target)


def target_of(widget: QWidget | None) -> str:
    """The nearest one that it, or what it is in, has; "" for none."""
    while widget is not None:
        if target := widget.property(PROPERTY):
            return str(target)
        widget = widget.parentWidget()
    return ""


def finding_target(rule: str) -> str:
    """Where the help tells of a finding, by the key of its rule (app.health.catalogue)."""
    return f"findings#{rule.replace(' ', '-')}"


class HelpButton(WordButton):
    """A word that opens the help. Attributes: target, "chapter" or "chapter#heading"."""

    def __init__(self, target: str, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(text or tr("What is this?"), TextSize.SMALL, parent)
        self.target = target
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        ask_for_help(self, self.target)
