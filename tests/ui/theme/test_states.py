import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.theme.states import state_pixmap
from ui.theme.tokens import DARK, LIGHT, State


def shape(state: State) -> bytes:
    """Where ink is, whatever its colour."""
    image = state_pixmap(state, DARK, 24).toImage().convertToFormat(QImage.Format.Format_Alpha8)
    return b"".join(bytes(image.constScanLine(row))[: image.width()] for row in range(image.height()))


def test_every_state_has_a_shape_of_its_own(qapp: QApplication) -> None:
    shapes = {shape(state) for state in State}
    assert len(shapes) == len(State)
    assert all(any(ink) for ink in shapes)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_mark_is_drawn_at_the_screens_density(qapp: QApplication, ratio: float) -> None:
    pixmap = state_pixmap(State.GOOD, LIGHT, 16, ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.devicePixelRatio() == ratio
