"""What of a window's look can be judged without pixels: where its named parts lie, and rules that hold for any font.

Kept (`kept/`): the rectangles of parts that have a name and a size of their own choosing (docks, bars, panes, panels,
dialogs), and the order of the Tab key. They are compared with a tolerance that other fonts stay within. The rules need
nothing kept: no part outside of its window, no two controls over each other, no text cut off without a sign of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QScrollArea,
    QStatusBar,
    QToolBar,
    QWidget,
)

from ui.plots.panel import PlotPanel

LARGE = (QDockWidget, QToolBar, QMenuBar, QStatusBar, QDialog, PlotPanel)  # whose places are kept
SHARE, PIXELS = 0.05, 16  # tolerance: of the window's side, and on top of that
SLACK = 1  # px that parts may lie over each other: rounding of layouts
OVERLAID = {"LiveNotice"}  # lies over the plots on purpose


@dataclass(frozen=True)
class Look:
    """Rectangles (x, y, width, height) by name, and the names in the order of the Tab key."""

    parts: dict[str, tuple[int, int, int, int]]
    tabs: tuple[str, ...]


def look_of(window: QWidget) -> Look:
    parts: dict[str, tuple[int, int, int, int]] = {}
    for widget in _visible(window):
        if isinstance(widget, LARGE) and widget is not window:
            place = _place(widget, window)
            parts[_unique(name_of(widget), parts)] = (place.x(), place.y(), place.width(), place.height())
    return Look(parts, tuple(name_of(widget) for widget in tab_order(window)))


def differences(kept: Look, now: Look, size: tuple[int, int]) -> list[str]:
    """In words, what is not where it was."""
    found = [f"{name} is gone" for name in kept.parts if name not in now.parts]
    found += [f"{name} is new" for name in now.parts if name not in kept.parts]
    room = (size[0] * SHARE + PIXELS, size[1] * SHARE + PIXELS) * 2
    for name in kept.parts.keys() & now.parts.keys():
        was, place = kept.parts[name], now.parts[name]
        if any(abs(one - other) > most for one, other, most in zip(was, place, room, strict=True)):
            found.append(f"{name} lies at {place}, and lay at {was}")
    if kept.tabs != now.tabs:
        found.append(f"Tab goes {_first_difference(kept.tabs, now.tabs)}")
    return sorted(found)


def _first_difference(kept: Sequence[str], now: Sequence[str]) -> str:
    for number, (was, name) in enumerate(zip(kept, now, strict=False)):
        if was != name:
            return f"to {name!r} as stop {number + 1}, and went to {was!r}"
    return f"through {len(now)} stops, and went through {len(kept)}"


# -- rules


def outside(window: QWidget) -> list[str]:
    """Controls that reach beyond their window, where nothing can be scrolled to them."""
    found = []
    for widget in _visible(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _scrolls(widget, window):
            continue
        place = _place(widget, window)
        if not window.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
            found.append(f"{name_of(widget)} at {place.getRect()} is not within {window.rect().getRect()}")
    return found


def overlapping(window: QWidget) -> list[str]:
    """Pairs of brothers that lie over each other."""
    found = []
    for parent in [window, *_visible(window)]:
        if isinstance(parent, QAbstractScrollArea) or _is_stacked(parent):
            continue
        children = [c for c in parent.children() if isinstance(c, QWidget) and _counts(c)]
        for one, other in combinations(children, 2):
            common = one.geometry().intersected(other.geometry())
            if common.width() > SLACK and common.height() > SLACK:
                found.append(f"{name_of(one)} and {name_of(other)} in {name_of(parent)}")
    return found


def _counts(child: QWidget) -> bool:
    return (
        child.isVisible()
        and not child.isWindow()
        and not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        and type(child).__name__ not in OVERLAID
        and not child.objectName().startswith("qt_")
        and bool(child.accessibleName() or child.property("text"))
    )


def _is_stacked(parent: QWidget) -> bool:
    return parent.metaObject().className() in ("QStackedWidget", "QSplitter", "QLineEdit", "QComboBox", "QSpinBox")


def cut(window: QWidget) -> list[str]:
    """Texts that are longer than their place, without a tool tip that has the whole."""
    found = []
    for widget in _visible(window):
        text = _text_of(widget)
        if not text or widget.toolTip() or _is_elided(text):
            continue
        need = QFontMetrics(widget.font()).horizontalAdvance(text.replace("&", ""))
        if need > widget.width() + SLACK:
            found.append(f"{name_of(widget)}: {text!r} needs {need} px and has {widget.width()}")
    return found + [line for area in _visible(window) for line in _too_wide(area)]


def _too_wide(area: QWidget) -> list[str]:
    """Content that is wider than the area it scrolls up and down in."""
    if not isinstance(area, QScrollArea) or area.widget() is None or area.horizontalScrollBar().isVisible():
        return []
    need, has = area.widget().width(), area.viewport().width()
    return [f"{name_of(area.widget())}: {need} px wide in an area of {has}"] if need > has + SLACK else []


def _is_elided(text: str) -> bool:
    return text.endswith("…")


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and not widget.wordWrap():
        return max(widget.text().splitlines() or [""], key=len)
    if isinstance(widget, QAbstractButton):
        return widget.text()
    return ""


# -- order of the Tab key


def tab_order(window: QWidget) -> list[QWidget]:
    """The stops of one round, from the window on."""
    stops, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        if _is_stop(widget, window):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    policy = widget.focusPolicy()
    return (
        bool(policy & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusProxy() is None
    )


# -- names and places


def name_of(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName() or str(widget.property("text") or "")
    if isinstance(widget, QDockWidget | QDialog) and widget.windowTitle():
        name = widget.windowTitle()
    if isinstance(widget, QLineEdit) and not name:
        name = widget.placeholderText()
    return f"{type(widget).__name__} {name}".strip()


def _unique(name: str, taken: dict[str, tuple[int, int, int, int]]) -> str:
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name} ({number})", number + 1
    return unique


def _visible(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window:
            yield widget


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def windows() -> list[QWidget]:
    """All that are on the screen but menus and tool tips: the main window, then the others by name."""
    passing = (QMenu, *(type(w) for w in QApplication.topLevelWidgets() if type(w).__name__ == "QTipLabel"))
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, passing)]
    return sorted(shown, key=lambda widget: (not isinstance(widget, QMainWindow), name_of(widget)))
