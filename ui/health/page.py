"""The health page of one device: what can be done about its link, its figures and log, its report.

The log is made anew when something happened, everything else with each refresh; what reads the same is not painted.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.flat_button import FlatButton
from ui.health import deeds
from ui.health.outlook import health_now
from ui.help.asking import finding_target, help_at
from ui.inspector.page import FigurePage
from ui.labels import paragraph
from ui.plain import as_hint
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, LINE, MARGIN, TextSize
from ui.translate import marked, tr
from ui.word_button import WordButton

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.rig import Rig
    from ui.health.log_entries import LogEntries
    from ui.health.recent_ages import RecentAges

NAME = marked("Health")


class HealthPage(QWidget):
    """Attributes: page, the figures; retry, toggle, copy_report, save_bundle, the buttons; told, what became of them.

    Signals:
        reportWished(): the report is to be copied.
        bundleWished(): a support bundle is to be saved.
    """

    reportWished = Signal()
    bundleWished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig: Rig | None = None
        self._device: Device | None = None
        self._ages: RecentAges | None = None
        self._log: LogEntries | None = None
        self.retry = FlatButton(theme, tr(deeds.RETRY), self)  # made in the order in which the keyboard visits them
        self.toggle = FlatButton(theme, tr(deeds.STOP), self)
        self.page = FigurePage(theme, tr(NAME), self)
        self.copy_report = WordButton(tr("Copy report"), TextSize.SMALL, self)
        self.save_bundle = WordButton(tr("Save support bundle…"), TextSize.SMALL, self)
        self.told = _told_label(self)
        self._place()
        self._connect()

    def _place(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(MARGIN, 0, MARGIN, 0)
        above.setSpacing(GAP)
        above.addWidget(self.retry)
        above.addWidget(self.toggle)
        above.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        below.setSpacing(MARGIN)
        below.addWidget(self.copy_report)
        below.addWidget(self.save_bundle)
        below.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addLayout(above)
        box.addWidget(self.page, 1)
        box.addWidget(self.told)
        box.addLayout(below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet line between the page, which scrolls, and the words below it, which are no part of it."""
        painter = QPainter(self)
        line = self.palette().color(QPalette.ColorRole.Mid)
        painter.fillRect(GRID, self.page.geometry().bottom() + 1, self.width(), LINE, line)  # in line with the tabs'
        painter.end()

    def _connect(self) -> None:
        self.retry.setToolTip(as_hint(tr(deeds.RETRY_ABOUT)))
        self.copy_report.setToolTip(as_hint(tr("Everything on this page and more as plain text, to the clipboard")))
        self.save_bundle.setToolTip(as_hint(tr("Log, session without secrets, ledgers and environment in one file")))
        self.retry.clicked.connect(self._retry)
        self.toggle.clicked.connect(self._toggle)
        self.copy_report.clicked.connect(self.reportWished)
        self.save_bundle.clicked.connect(self.bundleWished)

    def show_ages(self, ages: RecentAges | None) -> None:
        """Where the ages of the last minute are, by device."""
        self._ages = ages

    def show_device(self, rig: Rig | None, device: Device | None) -> None:
        if device is not self._device:
            self.tell("")
        self._rig, self._device, self._log = rig, device, None

    @Slot(str)
    def tell(self, text: str) -> None:
        """What has become of a report or a bundle; gone with the device."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def refresh(self) -> None:
        """Renew what is on screen."""
        rig, device = self._rig, self._device
        if rig is None or device is None:
            return
        from ui.health.content import health_figures
        from ui.health.log_entries import LogEntries
        from ui.health.recent_ages import Recent

        self._show_deeds(rig, device)
        if self._log is None:
            self._log = LogEntries(rig.events(device))
        recent = self._ages.recent(device.name) if self._ages is not None else Recent()
        failures = rig.failures.get(device.name, [])
        status = replace(rig.status(device), health=health_now(rig, device))
        worst = status.health.findings[:1]
        help_at(self, finding_target(worst[0].key) if worst else "findings")
        self.page.show_figures(health_figures(status, recent, failures, self._log.entries()))

    def _show_deeds(self, rig: Rig, device: Device) -> None:
        word = deeds.toggle_word(device)
        shown = tr(word)
        self.retry.setEnabled(deeds.can_retry(rig, device))
        if shown != self.toggle.text() or not self.toggle.toolTip():
            self.toggle.setText(shown)
            self.toggle.setToolTip(as_hint(tr(deeds.ABOUT[word])))
        self.toggle.setEnabled(deeds.can_stop(rig, device) or deeds.can_connect(rig, device))

    @Slot()
    def _retry(self) -> None:
        deeds.retry(self._rig, self._device)
        self.refresh()

    @Slot()
    def _toggle(self) -> None:
        deeds.toggle(self._rig, self._device)
        self.refresh()


def _told_label(parent: QWidget) -> QLabel:
    label = paragraph("", muted=True)
    label.setParent(parent)
    label.setContentsMargins(MARGIN, GRID, MARGIN, 0)
    label.hide()
    return label
