import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme.palette import Theme, palette_of
from ui.theme.tokens import CONTRAST, DARK, LIGHT, Tokens


@pytest.mark.parametrize("tokens", [DARK, LIGHT, CONTRAST], ids=lambda t: t.name)
def test_palette_carries_the_tokens_to_ordinary_widgets(qapp: QApplication, tokens: Tokens) -> None:
    palette = palette_of(tokens)
    assert palette.color(QPalette.ColorRole.Window) == QColor(tokens.window)
    assert palette.color(QPalette.ColorRole.Base) == QColor(tokens.surface)
    assert palette.color(QPalette.ColorRole.Text) == QColor(tokens.text)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(tokens.selection)


@pytest.mark.parametrize("tokens", [DARK, LIGHT, CONTRAST], ids=lambda t: t.name)
def test_disabled_text_is_fainter_than_enabled_text(qapp: QApplication, tokens: Tokens) -> None:
    palette = palette_of(tokens)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.alpha() < 255
    assert palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text).alpha() == 255


def test_theme_sets_fusion_and_the_application_palette(qapp: QApplication) -> None:
    Theme(qapp, "dark")
    assert qapp.style().objectName().lower() == "fusion"
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)


def test_a_wish_for_the_other_scheme_changes_the_tokens_live(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "light")
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme("dark")
    assert theme.tokens is DARK
    assert theme.scheme == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(DARK.surface)


def test_the_same_scheme_again_says_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "light")
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme("light")


class SystemAccessibility:
    def __init__(self) -> None:
        self.preference = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.preference


class SystemHints:
    """Stands for the desktop's answer, which the offscreen platform never changes."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light
        self.contrast = SystemAccessibility()

    def accessibility(self) -> SystemAccessibility:
        return self.contrast

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def unsetColorScheme(self) -> None: ...

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None: ...


def test_the_systems_change_is_followed_only_while_the_system_is_wished_for(qapp: QApplication) -> None:
    theme = Theme(qapp, "system")
    hints = SystemHints()
    theme._hints = hints  # type: ignore[assignment]
    hints.scheme = Qt.ColorScheme.Dark
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK
    theme.set_scheme("light")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is LIGHT
    theme.set_scheme("system")
    assert theme.tokens is DARK


def test_high_contrast_can_be_wished_for_and_left(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "light")
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme("contrast")
    assert theme.tokens is CONTRAST
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(CONTRAST.window)
    theme.set_scheme("light")
    assert theme.tokens is LIGHT


def test_the_systems_wish_for_contrast_is_followed_only_while_the_system_is_wished_for(qapp: QApplication) -> None:
    theme = Theme(qapp, "system")
    hints = SystemHints()
    theme._hints = hints  # type: ignore[assignment]
    hints.contrast.preference = Qt.ContrastPreference.HighContrast
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.tokens is CONTRAST
    theme.set_scheme("light")
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.tokens is LIGHT
