"""Shows one page of the help. Nothing is fetched from anywhere: links lead to pages, pictures come with Quintet."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ui.help.looks import dress, indent
from ui.help.pages import Page
from ui.slim_scroll_bar import slim
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GRID, MARGIN
from ui.translate import tr

_PICTURE = QTextDocument.ResourceType.ImageResource
WIDEST = 160 * GRID  # of a line of text; longer ones are hard to read


class HelpBrowser(QTextBrowser):
    """Signals: wished(str), "chapter" or "chapter#heading": a link was followed."""

    wished = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._words: list[str] = []
        self._side = 2 * MARGIN  # room beside the text
        self._pictures: set[str] = set()  # of the page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Help page"))
        self.setFont(text_font())
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        slim(self)
        self.anchorClicked.connect(self._link_clicked)
        theme.changed.connect(self._redress)

    def show_page(self, page: Page, anchor: str = "", words: list[str] | None = None) -> None:
        """From its top or from a heading; `words` are marked in it."""
        self._words = words or []
        if page != self._page:
            self._page = page
            self._render()
        self._mark()
        if anchor:
            self.scrollToAnchor(anchor)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - MARGIN)
        else:
            self.verticalScrollBar().setValue(0)

    def _render(self) -> None:
        if self._page is None:
            return
        document = self.document()
        document.setDefaultFont(text_font())
        features = QTextDocument.MarkdownFeature
        self._pictures.clear()
        document.setMarkdown(self._page.text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        dress(document, self._theme.tokens, [section.anchor for section in self._page.sections])
        self._indent()

    def _indent(self) -> None:
        """Lines do not become longer than they can be read."""
        self._side = max(2 * MARGIN, (self.viewport().width() - WIDEST) // 2)
        indent(self.document(), self._side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._indent()
        self._fit_pictures()

    def _mark(self) -> None:
        marks = []
        ground = QColor(self._theme.tokens.selection)
        for word in self._words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(cursor)
                mark.format.setBackground(ground)
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures that come with Quintet, by their names alone, as wide as the lines of text at most."""
        file = QUrl(name).toString()
        place = files("resources") / "pictures" / file
        if kind != _PICTURE.value or "/" in file or not place.is_file():
            return None
        self._pictures.add(file)
        return self._fitted(QImage.fromData(place.read_bytes()))

    def _fitted(self, picture: QImage) -> QImage:
        ratio = self.devicePixelRatioF()
        room = max(1, self.viewport().width() - 2 * self._side)
        if picture.width() > room * ratio:
            picture = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _fit_pictures(self) -> None:
        """Those of this page again, for another width."""
        for file in sorted(self._pictures):
            self.document().addResource(_PICTURE.value, QUrl(file), self.loadResource(_PICTURE.value, file))
        if self._pictures:
            self.document().markContentsDirty(0, self.document().characterCount())

    def copy_all(self) -> None:
        """The page as plain text, to print or to send."""
        QGuiApplication.clipboard().setText(self.toPlainText())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and getattr(self, "_page", None) is not None:
            self._redress()

    @Slot()
    def _redress(self) -> None:
        """In the colours that are in force now, at the same place."""
        place = self.verticalScrollBar().value()
        self._render()
        self._mark()
        self.verticalScrollBar().setValue(place)

    @Slot(QUrl)
    def _link_clicked(self, link: QUrl) -> None:
        self.wished.emit(link.toString())
