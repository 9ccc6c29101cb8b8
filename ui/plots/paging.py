"""The pages of a layout: which is in sight, and what hands do to them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ui.plots.arranging import Arranging
from ui.plots.board import moves
from ui.translate import tr


class Paging(QObject):
    """Pages by their number."""

    def __init__(self, arranging: Arranging) -> None:
        super().__init__(arranging)
        self._arranging = arranging

    @property
    def names(self) -> list[str]:
        """As they are shown: one without a name has its number."""
        pages = enumerate(self._arranging.arrangement.pages, start=1)
        return [page.name or tr("Page {number}").format(number=number) for number, page in pages]

    @Slot(int)
    def show(self, page: int) -> None:
        """Bring a page into sight. No step to undo: nothing has changed."""
        arranging = self._arranging
        if 0 <= page < len(arranging.arrangement.pages) and page != arranging.page:
            arranging.page, arranging.current = page, None
            arranging.changed.emit()

    @Slot()
    def add(self) -> None:
        """One more, which is then in sight."""
        arranging = self._arranging
        if arranging.do(tr("new page"), lambda board: moves.add_page(board, arranging.fresh(board))):
            self.show(len(arranging.arrangement.pages) - 1)

    @Slot()
    def remove(self) -> None:
        """The one in sight, with its plots."""
        self._arranging.do(tr("remove page"), lambda board: moves.remove_page(board, self._arranging.page))

    @Slot(int, str)
    def rename(self, page: int, name: str) -> None:
        self._arranging.do(tr("rename page"), lambda board: moves.rename_page(board, page, name))

    @Slot(int, int)
    def move(self, page: int, to: int) -> None:
        """To another place; the page in sight stays in sight."""
        seen = self._arranging.page
        if self._arranging.do(tr("move page"), lambda board: moves.move_page(board, page, to)):
            if seen == page:
                seen = to
            elif page < seen <= to:
                seen -= 1
            elif to <= seen < page:
                seen += 1
            self.show(seen)
