"""The user's eye: what stands on the screen, as words and as pixels. It knows nothing that is not shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QMenu,
    QToolTip,
    QTreeView,
    QWidget,
)

from ui.inspector.figures import Figures, as_text

EDGE = 8  # px at the left, where a line says that the plot has the keyboard
COLOURFUL = 60  # of 255: between the strongest and the weakest of red, green and blue; greys have none
_TEXT = Qt.ItemDataRole.AccessibleTextRole


def plain_words(text: str) -> str:
    """Without the marks of keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").partition("\t")[0]


def _visible() -> list[QWidget]:
    """All that is in sight, of the windows on top first."""
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    modal = QApplication.activeModalWidget()
    windows.sort(key=lambda window: window is not modal)
    return [w for window in windows for w in (window, *window.findChildren(QWidget)) if w.isVisible()]


def _words_of(widget: QWidget) -> set[str]:
    return {widget.accessibleName(), plain_words(str(widget.property("text") or ""))}


def named(name: str) -> QWidget:
    """What has these words, or is called so; of several what one can work with."""
    found = [w for w in _visible() if name in _words_of(w) and not isinstance(w, QMenu)]
    found = [w for w in found if not isinstance(w, QLabel)] or found
    assert found, f"nothing in sight is called {name!r}"
    return found[0]


def plot_of(title: str) -> QWidget:
    """The plot with this heading."""
    found = [w for w in _visible() if w.accessibleName().startswith(f"Plot of {title}")]
    assert found, f"no plot {title} in sight"
    return found[0]


def legend_of(title: str) -> str:
    """What the legend beside a plot says."""
    return named(f"Legend of {title}").accessibleDescription()


def lines(list_name: str) -> list[str]:
    """What a list or a table shows, or a tree with what is unfolded in it."""
    return [_line(index) for index in _rows(_view(list_name))]


def row_place(list_name: str, row: str) -> tuple[QWidget, QPoint]:
    """Where a line of a list lies, which begins so: on what, and where on it."""
    view = _view(list_name)
    index = next((index for index in _rows(view) if _line(index).startswith(row)), None)
    assert index is not None, f"no line of {list_name} begins with {row!r}: {lines(list_name)}"
    place = view.visualRect(index) & view.viewport().rect()
    assert not place.isEmpty(), f"{row!r} is out of sight"
    return view.viewport(), place.center()


def _view(name: str) -> QAbstractItemView:
    view = named(name)
    assert isinstance(view, QAbstractItemView)
    return view


def _rows(view: QAbstractItemView) -> Iterator[QModelIndex]:
    index = view.model().index(0, 0)
    while index.isValid():
        yield index
        index = view.indexBelow(index) if isinstance(view, QTreeView) else index.siblingAtRow(index.row() + 1)


def _line(index: QModelIndex) -> str:
    """As it is read out; of a table all cells of the row."""
    texts, cell = [], index
    while cell.isValid():
        texts.append(str(cell.data(_TEXT) or cell.data() or ""))
        cell = index.siblingAtColumn(cell.column() + 1)
    return "  ".join(texts)


def words_in_sight() -> str:
    """All texts: labels, buttons, what screen readers are told, lines of lists."""
    found: list[str] = []
    for widget in _visible():
        found += [*_words_of(widget), widget.accessibleDescription()]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += [_line(index) for index in _rows(widget)]
        if isinstance(widget, Figures):
            found.append(as_text(widget.entries))
    return "\n".join(filter(None, found))


def tip_at(plot: QWidget, at: QPoint) -> str:
    """What is told when the pointer rests there."""
    area = next(w for w in plot.findChildren(QAbstractScrollArea) if w.isVisible()).viewport()
    place = area.mapFrom(plot, at)
    QApplication.sendEvent(area, QHelpEvent(QEvent.Type.ToolTip, place, area.mapToGlobal(place)))
    return QToolTip.text()


def coloured(plot: QWidget) -> list[QPoint]:
    """The pixels of a plot that are not grey: its curves."""
    image = plot.grab().toImage()
    beside = [w.geometry().left() for w in plot.findChildren(QWidget) if w.accessibleName().startswith("Legend of")]
    return [
        QPoint(x, y)
        for x in range(EDGE, min(beside, default=image.width()))
        for y in range(image.height())
        if _is_colourful(image.pixelColor(x, y))
    ]


def _is_colourful(colour: QColor) -> bool:
    parts = (colour.red(), colour.green(), colour.blue())
    return max(parts) - min(parts) > COLOURFUL
