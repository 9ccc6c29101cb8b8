"""A device, or channels of it, are about to be called otherwise: what is laid out follows, and so does all that can be
undone. Nothing looks another way yet, since the sources under the new names come behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.plots.board.board import Board
from ui.plots.board.renamed import renamed

if TYPE_CHECKING:  # an empty window needs no numpy, and is there sooner
    from app.session.renaming import Renaming
    from ui.plots.stack import PlotStack


def take_new_names(stack: PlotStack, now: Renaming) -> None:
    """Let the stack's board, its steps, and what it has told of them be under the new names."""

    def said(board: Board | None) -> Board | None:
        return renamed(board, now) if board is not None else None

    stack.arranging.board = said(stack.arranging.board)
    stack.history.translate_boards(said)
    stack.told = tuple(now.plot(plot) for plot in stack.told)
