"""The bar under the menus: the view's first actions, who reads the links, and the two experiments."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from ui.bar_button import BarButton
from ui.face import Face
from ui.measure_actions import MeasureActions
from ui.plain import as_hint
from ui.theme.fonts import text_font
from ui.theme.icons import Icons
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, MARGIN, TextSize
from ui.translate import marked, tr
from ui.transport_control import TransportControl
from ui.transport_switch import TransportSwitch

COMPARE_ABOUT = marked("Both ways of reading side by side, live; and a comparison with a verdict")
PRESSURE_ABOUT = marked("What a stall of this window does to a sender, and what a larger receive buffer bridges")


class ToolBar(QToolBar):
    """See the module. Attributes: switch; note, what the switch alone does not say."""

    def __init__(self, theme: Theme, control: TransportControl, actions: MeasureActions) -> None:
        super().__init__(tr("Tool bar"))
        self._theme = theme
        self._control = control
        self._leaders: list[QToolButton] = []
        self._icons = Icons(theme, self)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setFloatable(False)
        self.switch = TransportSwitch(theme, self)
        self.note = _Note()
        self.addWidget(self._line(actions))
        self.switch.wished.connect(self._wished)
        control.changed.connect(self._show)
        control.told.connect(self._say)
        theme.changed.connect(self.update)
        self._show()

    def _line(self, actions: MeasureActions) -> QWidget:
        line = QWidget(self)
        row = self._row = QHBoxLayout(line)
        row.setContentsMargins(0, GRID, MARGIN - GRID, GRID + LINE)
        row.setSpacing(GAP)
        self._leading = QHBoxLayout()  # the view's
        self._leading.setSpacing(GRID)
        row.addLayout(self._leading)
        row.addSpacing(GAP)
        row.addWidget(_label(tr("Read by")))
        row.addWidget(self.switch)
        row.addWidget(self.note, 1)
        row.addWidget(self._button(actions.compare, tr("Compare"), "compare", tr(COMPARE_ABOUT)))
        row.addWidget(self._button(actions.back_pressure, tr("Back-pressure…"), "pressure", tr(PRESSURE_ABOUT)))
        return line

    def lead(self, action: QAction, text: str, icon: str, about: str) -> QToolButton:
        """A button before the others; pressed while its action is checked."""
        button = self._button(action, text, icon, about)
        button.setCheckable(action.isCheckable())
        action.toggled.connect(button.setChecked)
        self._leading.addWidget(button)
        self._leaders.append(button)
        return button

    def show_view(self, *, shown: bool) -> None:
        """Whether there are plots that the leading buttons are about."""
        for button in self._leaders:
            button.setEnabled(shown)

    def add(self, action: QAction, text: str, icon: str, about: str) -> QToolButton:
        """Another button, behind the others."""
        button = self._button(action, text, icon, about)
        self._row.addWidget(button)
        self.order_stops()
        return button

    def order_stops(self) -> None:
        """By keyboard from left to right; once it is in its window, which strings its own order together."""
        others = [button for button in self.findChildren(QToolButton) if button not in self._leaders]
        segments = list(self.switch.segments.values())
        # the first segment holds the bar's place among all of the window, and then follows those before it
        stops = [segments[0], *self._leaders, *segments, *others]
        stops = [stop for stop in stops if stop.focusPolicy() == Qt.FocusPolicy.StrongFocus]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _button(self, action: QAction, text: str, icon: str, about: str) -> QToolButton:
        button = BarButton(self._theme, text, self)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(as_hint(f"{about} ({keys})"))
        self._icons.assign(button, icon)
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    @Slot()
    def _show(self) -> None:
        modes = self._control.modes
        self.switch.show_modes(modes)
        self._say(modes.text)

    @Slot(str)
    def _say(self, text: str) -> None:
        """Until the links say something else."""
        self.note.setText(text)
        self.note.setToolTip(as_hint(text))

    @Slot(str)
    def _wished(self, mode: str) -> None:
        self._control.set_all(mode)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One quiet line below instead of Fusion's frame."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.fillRect(0, self.height() - LINE, self.width(), LINE, QColor(tokens.line))
        painter.end()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


class _Note(QLabel):
    """One line that gives way to what stands beside it, and shows where it is cut; its tool tip is whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(text_font(TextSize.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        Face(self.font()).draw(painter, self.rect(), self.text(), ink)
        painter.end()
