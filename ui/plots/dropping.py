"""What is dropped on the tiles: where it would land is shown while it is dragged, and told when it is let go."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.plots.board.carried import carried_channels, carried_plot, plot_mime
from ui.plots.drag_picture import drag_picture
from ui.plots.landing import Landing, LandingMark, landing, landing_words
from ui.theme.palette import Theme


class Dropping(QObject):
    """Stands before a widget; `places` says where its tiles are now, in its own coordinates.

    Attributes:
        mark: shows where it would land.

    Signals:
        channelsDropped(paths, Landing), plotDropped(key, Landing).
    """

    channelsDropped = Signal(object, object)
    plotDropped = Signal(str, object)

    def __init__(self, theme: Theme, target: QWidget, places: Callable[[], Mapping[str, QRect]]) -> None:
        super().__init__(target)
        self._theme = theme
        self._target = target
        self._places = places
        self.mark = LandingMark(theme, target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @Slot(str, str)
    def begin(self, key: str, title: str) -> None:
        """Drag a plot away. Runs Qt's own loop until the button is released, in which all else goes on. Whoever began
        it may be gone by then, so it has to come here from the event loop, and the drag is nobody else's."""
        drag = QDrag(self._target)
        drag.setMimeData(plot_mime(key))
        drag.setPixmap(drag_picture([title], self._theme, self._target.devicePixelRatio()))
        drag.exec(Qt.DropAction.MoveAction)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent):  # entering is one too
            self._drag_over(event)
            if event.type() == QEvent.Type.DragEnter and self._is_ours(event):
                event.acceptProposedAction()  # else Qt tells of no move, and a plot begins over itself
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.mark.hide()
        elif isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return False

    def _is_ours(self, event: QDropEvent) -> bool:
        return bool(carried_channels(event.mimeData())) or carried_plot(event.mimeData()) in self._places()

    def _landing(self, event: QDropEvent) -> Landing | None:
        """Where it would land; None where it is nothing of ours, or would land on itself."""
        plot, places = carried_plot(event.mimeData()), self._places()
        if not plot and not carried_channels(event.mimeData()):
            return None
        found = landing(places.items(), self._target.rect(), event.position().toPoint())
        on_itself = found is not None and found.key == plot
        return None if plot and (on_itself or plot not in places) else found

    def _drag_over(self, event: QDragMoveEvent) -> None:
        found = self._landing(event)
        if found is None:
            self.mark.hide()
            event.ignore()
            return
        self.mark.show_at(found.mark, landing_words(found, is_plot=bool(carried_plot(event.mimeData()))))
        event.acceptProposedAction()

    def _drop(self, event: QDropEvent) -> None:
        found = self._landing(event)
        self.mark.hide()
        if found is None:
            event.ignore()
            return
        event.acceptProposedAction()
        if plot := carried_plot(event.mimeData()):
            self.plotDropped.emit(plot, found)
        else:
            self.channelsDropped.emit(carried_channels(event.mimeData()), found)
