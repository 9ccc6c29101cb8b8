"""The window that the tests of the window have."""

from tests.collector import garbage_is_collected_as_usual_again
from tests.ui.conftest import desk, theme, watch

__all__ = ["desk", "garbage_is_collected_as_usual_again", "theme", "watch"]
