"""The raw tail: the first and the newest bytes of a connection, as they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.quantities import shown_bytes
from ui.inspector.byte_text import ByteText
from ui.inspector.hexdump import hexdump
from ui.labels import wrapped
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, MARGIN
from ui.translate import marked, tr

if TYPE_CHECKING:
    from app.device import Device

HEAD_SHOWN = 256  # enough to see a greeting or a header line
TAIL_SHOWN = 1024

NOTHING = marked("No bytes yet. They appear here as they come, before anything is cut or decoded.")
USUAL = marked("A dot stands for a byte that is no printable ASCII character. Select some to hold them.")


class RawView(QWidget):
    """Hex and text of a device's bytes; `show_device` renews it when bytes have come."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, int, int] | None = None
        self._note = wrapped("", muted=True)
        self._note.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._bytes = ByteText(theme, tr("Raw bytes"), self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self._note)
        box.addWidget(self._bytes, 1)

    def show_device(self, device: Device) -> None:
        received = device.pipeline.received
        key = (device.name, received, self._bytes.per_line(received))
        if key == self._shown or (self._bytes.is_held and self._shown and key[0] == self._shown[0]):
            return  # nothing new, or someone is copying
        self._shown = key
        self._note.setText(headline(device))
        self._bytes.show_text(_dump(device, key[2]))


def headline(device: Device) -> str:
    """What there is to see in the bytes."""
    pipeline = device.pipeline
    if not pipeline.received:
        return tr(NOTHING)
    if not pipeline.framer.counts.frames:
        framing = type(device.options.framing).__struct_config__.tag
        said = tr("{size} received and no frame: compare the first bytes with the session's framing, {framing}.")
        return said.format(size=shown_bytes(pipeline.received), framing=framing)
    return tr(USUAL)


def _dump(device: Device, per_line: int) -> str:
    pipeline = device.pipeline
    parts = []
    head, tail = pipeline.head[:HEAD_SHOWN], pipeline.raw_tail()[-TAIL_SHOWN:]
    if head:
        parts.append(f"{tr('First bytes of this connection')}\n{hexdump(head, 0, per_line)}")
    if tail and pipeline.received > len(head):
        parts.append(f"{tr('Newest bytes')}\n{hexdump(tail, max(0, pipeline.received - len(tail)), per_line)}")
    return "\n\n".join(parts)
