"""The window that the tests of the window have."""

from tests.ui.conftest import desk, theme, watch

__all__ = ["desk", "theme", "watch"]
