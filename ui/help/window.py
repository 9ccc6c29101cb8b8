"""The help in a window of its own, so that it can stand beside what it explains: chapters and a search at the left, the
page at the right, back and forward above it.

Pages are read when the window is made, a dozen small files; that of the keys is made anew at each opening.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.devices.search_field import SearchField
from ui.help.browser import HelpBrowser
from ui.help.chapters import CHAPTERS
from ui.help.contents_list import ContentsList
from ui.help.pages import KEYS, LANGUAGE, Page, read_page, source, split_target
from ui.help.search import Hit, contents, found
from ui.theme.icons import Icons
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize
from ui.translate import tr
from ui.window_action import window_action
from ui.word_button import WordButton

SIZE = QSize(225 * GRID, 180 * GRID)
LEAST_SIZE = QSize(120 * GRID, 90 * GRID)
SIDE = 60 * GRID
_Step = QAbstractSlider.SliderAction
SCROLLS = {
    Qt.Key.Key_Up: _Step.SliderSingleStepSub,
    Qt.Key.Key_Down: _Step.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Step.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Step.SliderPageStepAdd,
}


class HelpWindow(QWidget):
    """Attributes: field, the search; list, chapters or what was found; browser, the page; back, forward, copy: the
    buttons above it; place, the chapter and the heading in sight."""

    def __init__(self, theme: Theme, keys: Callable[[], str], parent: QWidget) -> None:
        """`keys` tells the keys of the window as markdown."""
        super().__init__(parent, Qt.WindowType.Window)
        self._keys = keys
        self._pages: dict[str, Page] = {}
        self._past: list[str] = []
        self._coming: list[str] = []
        self.place = ""
        self.field = SearchField(theme, tr("Search the help"), self)
        self.list = ContentsList(theme, self)
        self.browser = HelpBrowser(theme, self)
        self._icons = Icons(theme, self)
        self.back = self._button("chevron-left", tr("Back"), QKeySequence.StandardKey.Back)
        self.forward = self._button("chevron-right", tr("Forward"), QKeySequence.StandardKey.Forward)
        self.copy = WordButton(tr("Copy this page as text"), TextSize.SMALL, self)
        self._read()
        self._build()
        self._connect()

    def _button(self, icon: str, name: str, keys: QKeySequence.StandardKey) -> QToolButton:
        action = window_action(self, name, keys)
        self._icons.assign(action, icon)
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setDefaultAction(action)
        button.setAccessibleName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _build(self) -> None:
        self.setWindowTitle(tr("Help"))
        self.setMinimumSize(LEAST_SIZE)
        room = self.screen().availableSize() - QSize(MARGIN, MARGIN)
        self.resize(SIZE.boundedTo(room).expandedTo(LEAST_SIZE))
        above = QHBoxLayout()
        above.setContentsMargins(GAP, GAP, MARGIN, GAP)
        for widget in (self.back, self.forward):
            above.addWidget(widget)
        above.addStretch(1)
        above.addWidget(self.copy)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(above)
        right.addWidget(self.browser, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addLayout(right, 1)

    def _side(self) -> QWidget:
        side = QWidget(self)
        side.setFixedWidth(SIDE)
        side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        box = QVBoxLayout(side)
        box.setContentsMargins(0, GAP, 0, GAP)
        box.setSpacing(GAP)
        line = QHBoxLayout()
        line.setContentsMargins(MARGIN, 0, MARGIN, 0)
        line.addWidget(self.field)
        box.addLayout(line)
        box.addWidget(self.list, 1)
        return side

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.line.returnPressed.connect(self._first_found)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.clicked.connect(self._clicked)
        self.browser.wished.connect(self.show_target)
        self.copy.clicked.connect(self._copy)
        self.back.defaultAction().triggered.connect(self._go_back)
        self.forward.defaultAction().triggered.connect(self._go_forward)
        window_action(self, tr("Search the help"), QKeySequence.StandardKey.Find).triggered.connect(self._focus_search)
        self._show_ways()

    def _read(self) -> None:
        for name in CHAPTERS:
            text = source(name, tr(LANGUAGE))
            self._pages[name] = read_page(text.replace(KEYS, self._keys()) if KEYS in text else text)
        self.list.show_hits(contents(self._pages))

    # -- what is shown

    @Slot(str)
    def show_target(self, target: str) -> None:
        """ "chapter" or "chapter#heading". One that there is not is the first page."""
        if split_target(target)[0] not in self._pages:
            target = next(iter(CHAPTERS))
        if self.place and target != self.place:
            self._past.append(self.place)
            self._coming.clear()
        self._show(target)

    def renew(self) -> None:
        """The keys may be others than at the last opening."""
        self._read()
        self._search(self.field.line.text())

    def _show(self, target: str) -> None:
        self.place = target
        chapter, anchor = split_target(target)
        page = self._pages[chapter]
        self.browser.show_page(page, anchor, self.field.line.text().split())
        self.setWindowTitle(tr("{chapter} – Help").format(chapter=page.title))
        if not self.field.line.text():
            self.list.choose(Hit(chapter, "", page.title))
        self._show_ways()

    def _show_ways(self) -> None:
        self.back.defaultAction().setEnabled(bool(self._past))
        self.forward.defaultAction().setEnabled(bool(self._coming))

    @Slot()
    def _go_back(self) -> None:
        if self._past:
            self._coming.append(self.place)
            self._show(self._past.pop())

    @Slot()
    def _go_forward(self) -> None:
        if self._coming:
            self._past.append(self.place)
            self._show(self._coming.pop())

    # -- search

    @Slot(str)
    def _search(self, text: str) -> None:
        self.list.show_hits(found(text, self._pages) if text.strip() else contents(self._pages))
        if not text.strip() and self.place:
            self._show(self.place)

    @Slot()
    def _first_found(self) -> None:
        if self.list.hits.lines:
            self.list.setCurrentIndex(self.list.hits.index(0))
            self._follow()

    @Slot()
    def _focus_search(self) -> None:
        self.field.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.line.selectAll()

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        """By keyboard; what `_show` marks itself is in sight already."""
        if self.list.hasFocus():
            self._follow()

    @Slot(QModelIndex)
    def _clicked(self, _index: QModelIndex) -> None:
        self._follow()

    def _follow(self) -> None:
        hit = self.list.current
        if hit is not None:
            self.show_target(f"{hit.chapter}#{hit.anchor}" if hit.anchor else hit.chapter)

    # -- the window

    @Slot()
    def _copy(self) -> None:
        self.browser.copy_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; in a search that has words it empties that first. Other keys of it move the page."""
        step = SCROLLS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif step is not None:
            self.browser.verticalScrollBar().triggerAction(step)
        else:
            super().keyPressEvent(event)
