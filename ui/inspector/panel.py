"""The inspector: everything about the chosen device, on six pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.clock import now_ns
from ui.health.outlook import outlook
from ui.health.page import NAME as HEALTH_NAME
from ui.health.page import HealthPage
from ui.help.asking import HelpButton, help_at
from ui.inspector.age_content import age_figures
from ui.inspector.content import grouped, ledger_figures, link_figures
from ui.inspector.header import InspectorHeader
from ui.inspector.page import FigurePage
from ui.inspector.raw_view import RawView
from ui.inspector.reading_thread import ReadingThread
from ui.inspector.rejected_view import RejectedView
from ui.inspector.tabs import WordTabs
from ui.plain import plain
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN
from ui.translate import marked, tr

if TYPE_CHECKING:
    from app.device import Device
    from app.rig import Rig
    from ui.health.recent_ages import RecentAges

HEALTH, LEDGER, LINK, AGE, REJECTED, RAW = range(6)
PAGES = (
    (HEALTH_NAME, marked("Who is slow, what is wrong and what to do about it; what happened on the link")),
    (marked("Ledger"), marked("Where every byte, frame and sample went")),
    (marked("Link"), marked("The connection, its receive buffer and the kernel's figures")),
    (marked("Age"), marked("How old the data is, hop by hop, and what to do about each")),
    (marked("Rejected"), marked("The newest frames that could not be decoded")),
    (marked("Raw"), marked("The bytes as they came")),
)
TARGETS = ("findings", "start#ledger", "start#link", "ages", "start#rejected", "start#rejected")  # of the help


class Inspector(QWidget):
    """Shows one device of a rig; `refresh` renews the page on screen, and no other.

    Signals:
        reportWished(), bundleWished(): a report of the device is to be copied; a support bundle saved.
    """

    reportWished = Signal()
    bundleWished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig: Rig | None = None
        self._device: Device | None = None
        self._reader = ReadingThread()
        self._header = InspectorHeader(theme, self)
        self._about = HelpButton(TARGETS[HEALTH], self)
        self._health = HealthPage(theme)
        self._ledger, self._link = FigurePage(theme, tr("Ledger")), FigurePage(theme, tr("Link"))
        self._age = FigurePage(theme, tr("Age"))
        self._rejected, self._raw = RejectedView(theme), RawView(theme)
        self._tabs = WordTabs(theme, self)
        self._pages = QStackedWidget(self)
        self._build_pages()
        self._place()
        self.show_device(None, None)

    def _build_pages(self) -> None:
        pages = (self._health, self._ledger, self._link, self._age, self._rejected, self._raw)
        for page, (name, about) in zip(pages, PAGES, strict=True):
            self._pages.addWidget(page)
            self._tabs.setTabToolTip(self._tabs.addTab(tr(name)), tr(about))
        self._tabs.setAccessibleName(tr("Pages about the device"))
        self._tabs.currentChanged.connect(self._page_changed)
        help_at(self, TARGETS[HEALTH])
        self._health.reportWished.connect(self.reportWished)
        self._health.bundleWished.connect(self.bundleWished)

    def _place(self) -> None:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(GRID, 0, 0, 0)
        tabs.addWidget(self._tabs)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        self._about.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Shift+F1
        head = QHBoxLayout()
        head.setContentsMargins(0, GRID, MARGIN, 0)
        head.addWidget(self._header, 1)
        about = QVBoxLayout()  # in the middle of the name's line
        about.addSpacing(GRID + 2)
        about.addWidget(self._about)
        about.addStretch(1)
        head.addLayout(about)
        box.addLayout(head)
        box.addLayout(tabs)
        box.addSpacing(GAP)
        box.addWidget(self._pages, 1)

    def sizeHint(self) -> QSize:
        return QSize(77 * GRID, 100 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(64 * GRID, self._tabs.minimumSizeHint().width() + 2 * GRID), 40 * GRID)

    @property
    def device(self) -> Device | None:
        return self._device

    def show_device(self, rig: Rig | None, device: Device | None) -> None:
        self._rig, self._device = rig, device
        self._health.show_device(rig, device)
        self._tabs.setVisible(device is not None)
        self._pages.setVisible(device is not None)
        self._about.setVisible(device is not None)
        if device is None:
            self._header.show_device(tr("No device is chosen"), None, "")
        self.refresh()

    def show_page(self, page: int) -> None:
        """One of HEALTH, LEDGER, LINK, AGE, REJECTED, RAW."""
        self._tabs.setCurrentIndex(page)

    @Slot(str)
    def tell(self, text: str) -> None:
        """What has become of a report or a bundle."""
        self._health.tell(text)

    def show_ages(self, ages: RecentAges | None) -> None:
        """Where the ages of the last minute are."""
        self._health.show_ages(ages)

    @Slot(int)
    def _page_changed(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        self._about.target = TARGETS[index]
        help_at(self, TARGETS[index])
        self.refresh()

    def refresh(self) -> None:
        """Renew what is on screen; cheap enough for a few times a second."""
        rig, device = self._rig, self._device
        if rig is None or device is None or not self.isVisible():
            return
        found = outlook(rig, device, now_ns())
        self._header.show_device(plain(device.name), found.state, found.text)
        self._name_tabs(device)
        status, page = rig.status(device), self._tabs.currentIndex()
        if page == HEALTH:
            self._health.refresh()
        elif page == LEDGER:
            self._ledger.show_figures(ledger_figures(status.ledger, rig.failures.get(device.name, [])))
        elif page == LINK:
            self._link.show_figures(link_figures(device, status, found.text, self._reader.text(status)))
        elif page == AGE:
            self._age.show_figures(age_figures(rig.ages[device.name]))
        elif page == REJECTED:
            self._rejected.show_device(device)
        else:
            self._raw.show_device(device)

    def _name_tabs(self, device: Device) -> None:
        """How many frames were rejected can be seen from every page, where there is room for it."""
        count = device.pipeline.decoder.counts.rejected.total()
        name = tr("Rejected {count}").format(count=grouped(count))
        if not count or not self._tabs.has_room(REJECTED, name):
            name = tr("Rejected")
        if name != self._tabs.tabText(REJECTED):
            self._tabs.setTabText(REJECTED, name)
