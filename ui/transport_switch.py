"""Who reads all links: "One thread" or "Threads". Where links differ neither is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.plain import as_hint
from ui.segments import Segments
from ui.theme.palette import Theme
from ui.translate import tr
from ui.transport_modes import NAMES, Modes, about


class TransportSwitch(Segments):
    """`wished` carries a mode for all links.

    A hand-over that is under way is marked, so that one which has to wait for a stalled window can be told from one
    that did not take.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, {mode: tr(name) for mode, name in NAMES.items()}, tr("Who reads the links"), parent)
        for mode, segment in self.segments.items():
            segment.setAccessibleName(tr("{way} for all links").format(way=segment.text()))
            segment.setAccessibleDescription(about(mode))
        self.show_modes(Modes())

    def show_modes(self, modes: Modes) -> None:
        self.setEnabled(modes.can_change)
        self.show_choice(modes.common, is_busy=bool(modes.under_way))
        why = modes.hindrance or ("" if modes.count else tr("No session is open"))
        for mode, segment in self.segments.items():
            segment.setToolTip(as_hint(f"{about(mode)}{f'. {why}' if why else ''}"))
