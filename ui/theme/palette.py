"""Fusion with a palette made of the tokens, following the system's colour scheme and contrast while it runs.

`Theme` is the one place that knows which tokens are in force. Widgets that paint for themselves keep a
reference to it, read `theme.tokens` when they paint and repaint on `changed`; all others get the colours by
the application's palette. The system's wish comes from QStyleHints.colorScheme (Unknown counts as light,
as where there is no desktop), high contrast from its accessibility hints; a person's wish goes over both.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens

Scheme = Literal["dark", "light", "contrast", "system"]

_SCHEMES = {
    "dark": Qt.ColorScheme.Dark,
    "light": Qt.ColorScheme.Light,
    "contrast": Qt.ColorScheme.Dark,
}
_TOKENS = {tokens.name: tokens for tokens in (DARK, LIGHT, CONTRAST)}


def palette_of(tokens: Tokens) -> QPalette:
    """The QPalette of a theme, all roles of all groups set, so that nothing of the system's shows through."""
    role = QPalette.ColorRole
    palette = QPalette()
    for colour, roles in (
        (tokens.window, (role.Window,)),
        (tokens.surface, (role.Base, role.ToolTipBase)),
        (tokens.raised, (role.Button, role.AlternateBase)),
        (tokens.text, (role.WindowText, role.Text, role.ButtonText, role.BrightText, role.ToolTipText)),
        (tokens.muted, (role.PlaceholderText,)),
        (tokens.selection, (role.Highlight,)),
        (tokens.text, (role.HighlightedText,)),
        (tokens.accent, (role.Link, role.Accent)),
        (tokens.invalid, (role.LinkVisited,)),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    _set_bevels(palette, tokens)
    _set_disabled(palette, tokens)
    return palette


def _set_bevels(palette: QPalette, tokens: Tokens) -> None:
    """Fusion draws frames with these: kept near each other, so that edges are one quiet line."""
    role = QPalette.ColorRole
    for each in (role.Light, role.Midlight):
        palette.setColor(each, QColor(tokens.raised))
    for each in (role.Mid, role.Dark):
        palette.setColor(each, QColor(tokens.line))
    palette.setColor(role.Shadow, QColor(tokens.window).darker(130))


def _set_disabled(palette: QPalette, tokens: Tokens) -> None:
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    faint = QColor(tokens.muted)
    faint.setAlphaF(0.6)
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(disabled, each, faint)
    palette.setColor(disabled, role.Highlight, QColor(tokens.raised))


class Theme(QObject):
    """The tokens in force.

    Attributes: tokens, the theme in force; scheme, what was wished.
    Signals: changed(), after the palette has been set; whoever paints with tokens repaints.
    """

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = "system") -> None:
        super().__init__()
        self._application = application
        self._hints = application.styleHints()
        self._scheme: Scheme = scheme
        self._tokens = LIGHT
        application.setStyle(QStyleFactory.create("Fusion"))
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        self._request(scheme)
        self._apply(self._resolved())

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Wish for one of the themes, or follow the system."""
        self._scheme = scheme
        self._request(scheme)
        self._change_to(self._resolved())

    def _request(self, scheme: Scheme) -> None:
        """Tell Qt too, so that native window frames and dialogs match where the platform can."""
        if scheme == "system":
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(_SCHEMES[scheme])

    def _resolved(self) -> Tokens:
        if self._scheme != "system":
            return _TOKENS[self._scheme]
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    @Slot(Qt.ColorScheme)
    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        self._change_to(self._resolved())

    @Slot(Qt.ContrastPreference)
    def _follow_contrast(self, _preference: Qt.ContrastPreference) -> None:
        self._change_to(self._resolved())

    def _change_to(self, tokens: Tokens) -> None:
        if tokens is not self._tokens:
            self._apply(tokens)
            self.changed.emit()

    def _apply(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._application.setPalette(palette_of(tokens))
