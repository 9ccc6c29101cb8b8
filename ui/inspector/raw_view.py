"""The raw tail: the first and the newest bytes of a connection, as they came."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.device import Device
from ui.inspector.hexdump import hexdump
from ui.theme.fonts import fixed_font, text_font
from ui.theme.tokens import GAP, MARGIN, TextSize

HEAD_SHOWN = 256  # enough to see a greeting or a header line
TAIL_SHOWN = 1024


class RawView(QWidget):
    """Hex and text of a device's bytes; `show_device` renews it when bytes have come and it is on screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, int] | None = None
        self._note = QLabel(self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setFont(text_font(TextSize.SMALL))
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(fixed_font(TextSize.SMALL))
        self._text.setAccessibleName("Raw bytes")
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, GAP, 0, 0)
        box.addWidget(self._note)
        box.addWidget(self._text)

    def show_device(self, device: Device) -> None:
        pipeline = device.pipeline
        key = (device.name, pipeline.received)
        if key == self._shown or self._text.textCursor().hasSelection():
            return  # nothing new, or someone is copying
        self._shown = key
        self._note.setText(self._headline(device))
        bar = self._text.verticalScrollBar()
        at_bottom, position = bar.value() >= bar.maximum(), bar.value()
        self._text.setPlainText(self._dump(device))
        bar.setValue(bar.maximum() if at_bottom else position)

    def _headline(self, device: Device) -> str:
        pipeline = device.pipeline
        if not pipeline.received:
            return "No bytes yet. They appear here as they come, before anything is cut or decoded."
        if not pipeline.framer.counts.frames:
            return (
                f"{pipeline.received} bytes received and no frame: compare the bytes with the session's framing"
                f" ({type(device.options.framing).__struct_config__.tag})."
            )
        return "As they came from the socket; a dot stands for a byte that is no printable character."

    def _dump(self, device: Device) -> str:
        pipeline = device.pipeline
        per_line = 16 if self._text.viewport().width() > self._text.fontMetrics().horizontalAdvance("0" * 78) else 8
        parts = []
        head, tail = pipeline.head[:HEAD_SHOWN], pipeline.raw_tail()[-TAIL_SHOWN:]
        if head:
            parts.append(f"First bytes of this connection\n{hexdump(head, 0, per_line)}")
        if tail and pipeline.received > len(head):
            parts.append(f"Newest bytes\n{hexdump(tail, max(0, pipeline.received - len(tail)), per_line)}")
        return "\n\n".join(parts)
