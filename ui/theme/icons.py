"""Our icons: SVG outlines in resources/icons, drawn by QtSvg in the theme's colour.

Why not an icon font package: QtAwesome 1.4 with qtpy costs 145 ms to import and 41 ms for its first icon,
on a machine where all of PySide6's QtWidgets takes 97 ms; QtSvg costs 2 ms and 19 ms. Each file is a
16 x 16 drawing with `currentColor`, which is replaced before it is drawn.
"""

from __future__ import annotations

import weakref
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from ui.theme.palette import Theme
from ui.theme.tokens import ICON_SIZE

_SIZES = (ICON_SIZE, 2 * ICON_SIZE, 3 * ICON_SIZE)  # sharp up to 300 % scaling


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    folder = files("resources") / "icons"
    return tuple(sorted(f.name.removesuffix(".svg") for f in folder.iterdir() if f.name.endswith(".svg")))


def icon_pixmap(name: str, colour: str, side: int) -> QPixmap:
    """One icon, `side` pixels square. KeyError for a name that there is not."""
    file = files("resources") / "icons" / f"{name}.svg"
    if not file.is_file():
        raise KeyError(f"no icon {name!r}; there are {', '.join(icon_names())}")
    drawing = file.read_bytes().replace(b"currentColor", colour.encode())
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    return pixmap


class Icons(QObject):
    """Icons in the theme's colours, made once each, made again when the theme changes.

    `assign` is the way to give one to an action or a button: it follows the theme by itself.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: dict[str, QIcon] = {}
        self._assigned: weakref.WeakKeyDictionary[QAction | QAbstractButton, str] = weakref.WeakKeyDictionary()
        theme.changed.connect(self._recolour)

    def icon(self, name: str) -> QIcon:
        """The icon in the colours in force now."""
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def assign(self, target: QAction | QAbstractButton, name: str) -> None:
        """Give `target` an icon and keep it in the theme's colours."""
        target.setIcon(self.icon(name))
        self._assigned[target] = name

    def _make(self, name: str) -> QIcon:
        tokens = self._theme.tokens
        icon = QIcon()
        for side in _SIZES:
            icon.addPixmap(icon_pixmap(name, tokens.text, side), QIcon.Mode.Normal)
            icon.addPixmap(icon_pixmap(name, tokens.muted, side), QIcon.Mode.Disabled)
        return icon

    @Slot()
    def _recolour(self) -> None:
        self._made.clear()
        for target, name in list(self._assigned.items()):
            target.setIcon(self.icon(name))
