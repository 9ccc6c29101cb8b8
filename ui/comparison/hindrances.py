"""Why no comparison can begin, in words: known to the dock before it is built."""

from __future__ import annotations

from ui.translate import marked

UNDER_WAY = marked("A comparison is under way")
PRESSURE = marked("The back-pressure experiment makes the window stand still")
