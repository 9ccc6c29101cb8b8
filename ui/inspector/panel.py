"""The inspector: everything about the chosen device, on four pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.device import Device
from app.rig import Rig
from ui.inspector.content import Tones, ledger_figures, link_figures
from ui.inspector.figures import Figures
from ui.inspector.raw_view import RawView
from ui.inspector.rejected_view import RejectedView
from ui.plain import plain
from ui.theme.fonts import text_font
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN, TextSize


class Inspector(QWidget):
    """Shows one device of a rig; `refresh` renews the page on screen, and no other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rig: Rig | None = None
        self._device: Device | None = None
        self._title = QLabel("No device chosen", self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(text_font(TextSize.TITLE, strong=True))
        self._title.setContentsMargins(MARGIN, GAP, MARGIN, 0)
        self._ledger, self._link = Figures(), Figures()
        self._rejected, self._raw = RejectedView(), RawView()
        self._tabs = self._build_tabs()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self._title)
        box.addWidget(self._tabs)

    def _build_tabs(self) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        for page, name, about in (
            (_scrolled(self._ledger), "Ledger", "Where every byte, frame and sample went"),
            (_scrolled(self._link), "Link", "State, receive buffer and the kernel's figures"),
            (self._rejected, "Rejected", "The newest frames that could not be decoded"),
            (self._raw, "Raw", "The bytes as they came"),
        ):
            tabs.setTabToolTip(tabs.addTab(page, name), about)
        tabs.currentChanged.connect(self._page_changed)
        return tabs

    @property
    def device(self) -> Device | None:
        return self._device

    def show_device(self, rig: Rig | None, device: Device | None) -> None:
        self._rig, self._device = rig, device
        self._title.setText(plain(device.name) if device else "No device chosen")
        self._tabs.setEnabled(device is not None)
        self.refresh()

    def show_page(self, name: str) -> None:
        for index in range(self._tabs.count()):
            if self._tabs.tabText(index) == name:
                self._tabs.setCurrentIndex(index)

    @Slot(int)
    def _page_changed(self, _index: int) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Renew what is on screen; cheap enough for a few times a second."""
        rig, device = self._rig, self._device
        if rig is None or device is None or not self.isVisible():
            return
        status = rig.status(device)
        page = self._tabs.tabText(self._tabs.currentIndex())
        if page == "Ledger":
            tones = Tones.of(self._theme.tokens)
            figures = ledger_figures(status.ledger, rig.failures.get(device.name, []), tones)
            self._ledger.show_figures(figures)
        elif page == "Link":
            self._link.show_figures(link_figures(device, status))
        elif page == "Rejected":
            self._rejected.show_device(device)
        else:
            self._raw.show_device(device)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
