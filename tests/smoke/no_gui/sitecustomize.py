"""Makes QtGui, QtWidgets and what stands on them impossible to import, in every Python with this folder on its path."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder

IMPOSSIBLE = {"PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtOpenGL", "pyqtgraph"}


class NoGui(MetaPathFinder):
    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name in IMPOSSIBLE:
            raise ImportError(f"{name} cannot be imported here")


sys.meta_path.insert(0, NoGui())
