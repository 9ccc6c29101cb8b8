"""The send box at work: joins what is written to the chosen device's link, and its tickets to the list.

What is half written, its set-point and the history belong to a device: another one that is chosen has its own, so that
a command for one never goes to the other. Nothing is followed while the box is hidden: the link keeps its tickets.
What was sent is not logged: it may hold a password.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QSettings, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.clock import WallClock, now_ns
from app.device import Device
from app.link.contract import SendRefusedError, Ticket
from app.link.contract import State as LinkState
from app.rig import Rig
from ui.health.standing import standing_now
from ui.sending.draft import Draft, Problem
from ui.sending.editor import SendEditor
from ui.sending.history import History
from ui.sending.kept import KeptHistories
from ui.sending.ticket_lines import ticket_line
from ui.sending.ticket_list import TicketList
from ui.slim_scroll_bar import scrolled
from ui.theme.palette import Theme
from ui.theme.tokens import GAP, GRID, MARGIN
from ui.translate import marked, told, tr

MOST_DEVICES = 64  # whose drafts and histories are remembered
TOLD_MS = 50  # tickets change by the thousand where a script sends; nobody reads faster
EDITOR_WIDE = 110 * GRID  # px, beside the list
UNBOUND = (1 << 24) - 1  # what Qt calls no maximum
NO_DEVICE, NO_SESSION = marked("No device chosen"), marked("No session open")


@dataclass(slots=True)
class _Box:
    """What belongs to one device."""

    history: History
    draft: Draft = field(default_factory=Draft)
    key: str = ""
    expiry_s: float = 0.0


class SendContent(QWidget):
    """Attributes: editor, tickets: the parts."""

    def __init__(self, theme: Theme, settings: QSettings | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rig: Rig | None = None
        self._device: Device | None = None
        self._followed: Device | None = None
        self._boxes: dict[str, _Box] = {}
        self._kept = KeptHistories(settings)
        self._wall = WallClock()
        self._told = QTimer(self, singleShot=True, interval=TOLD_MS)
        self.editor = SendEditor(theme)
        self.tickets = TicketList(theme)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._place()
        self._connect()
        self._show_device()

    def _place(self) -> None:
        self._both.setContentsMargins(MARGIN, GRID, 0, 0)
        self._both.setSpacing(GAP)
        self._both.addWidget(self.editor, 2)
        self._both.addWidget(self.tickets, 3)
        page = QWidget()
        page.setLayout(self._both)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(page))

    def _connect(self) -> None:
        editor = self.editor
        editor.sendWished.connect(self._send)
        editor.olderWished.connect(self._older)
        editor.newerWished.connect(self._newer)
        editor.edited.connect(self._edited)
        editor.keepWished.connect(self._keep_wished)
        self._told.timeout.connect(self._show_tickets)

    # -- what is shown

    def show_device(self, rig: Rig | None, device: Device | None) -> None:
        """The device that is chosen from now on."""
        self._put_away()
        self._rig, self._device = rig, device
        self._follow()
        self._show_device()

    def rename(self, old: str, new: str) -> None:
        """What is half written for a device, and its history, go with its name."""
        if old in self._boxes:
            self._boxes[new] = self._boxes.pop(old)

    def _put_away(self) -> None:
        if self._device is not None:
            box = self._box()
            box.key, box.expiry_s = self.editor.key, self.editor.expiry.value()

    def _box(self) -> _Box:
        """The chosen device's, made where there is none."""
        assert self._device is not None
        name = self._device.name
        box = self._boxes.pop(name, None) or _Box(History(self._kept.load(name)))
        self._boxes[name] = box  # the newest last
        while len(self._boxes) > MOST_DEVICES:
            del self._boxes[next(iter(self._boxes))]
        return box

    def _show_device(self) -> None:
        device = self._device
        self.editor.setEnabled(device is not None)
        box = self._box() if device is not None else _Box(History())
        self.editor.show_draft(box.draft)
        self.editor.set_point.line.setText(box.key)
        self.editor.expiry.setValue(box.expiry_s)
        kept = device is not None and self._kept.is_kept(device.name)
        self.editor.show_keep(kept=kept, possible=self._kept.can_keep)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """How the device is, and how far its commands have come; while it is seen."""
        if self.isVisible():
            self._show_standing()
            self._show_tickets()

    def _show_standing(self) -> None:
        rig, device = self._rig, self._device
        if rig is None or device is None:
            self.editor.head.show_device(tr(NO_SESSION) if rig is None else tr(NO_DEVICE), None, "")
            return
        stands = standing_now(rig, device, now_ns())
        hindrance = self._hindrance()
        text = f"{stands.text}. {hindrance}" if hindrance else stands.text
        self.editor.head.show_device(device.name, stands.state, text)
        self.editor.show_possible(hindrance)

    def _hindrance(self) -> str:
        """Why nothing can be sent now, "" where it can."""
        device = self._device
        is_open = device is not None and device.link.state is LinkState.OPEN
        return "" if is_open else tr("Nothing can be sent until it is connected")

    @Slot()
    def _show_tickets(self) -> None:
        rig, device = self._rig, self._device
        if rig is None or device is None or not self.isVisible():
            self.tickets.show_lines([])
            return
        self._wall.check()
        is_told = rig.status(device).statistics.acknowledged is not None
        at, offset = now_ns(), self._wall.offset_ns
        newest_first = reversed(device.link.tickets())
        self.tickets.show_lines([ticket_line(each, at, offset, is_told=is_told) for each in newest_first])

    # -- following a device

    def _follow(self) -> None:
        """Hear of the chosen device while it can be seen, and of no other."""
        wished = self._device if self.isVisible() else None
        if wished is self._followed:
            return
        if self._followed is not None:
            self._followed.link.ticketChanged.disconnect(self._ticket_changed)
            self._followed.link.stateChanged.disconnect(self._state_changed)
        self._followed = wished
        if wished is not None:
            wished.link.ticketChanged.connect(self._ticket_changed)
            wished.link.stateChanged.connect(self._state_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow()
        self._told.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        editor_wide = max(EDITOR_WIDE, self.editor.minimumSizeHint().width())
        wide = self.width() >= MARGIN + editor_wide + GAP + self.tickets.least_width
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self.editor.setMaximumWidth(editor_wide if wide else UNBOUND)

    @Slot(object)
    def _ticket_changed(self, _ticket: Ticket) -> None:
        if not self._told.isActive():
            self._told.start()

    @Slot(object)
    def _state_changed(self, _state: object) -> None:
        self.refresh()

    # -- the user's

    @Slot()
    def _send(self) -> None:
        device, editor = self._device, self.editor
        data = editor.result()
        if device is None or isinstance(data, Problem):  # what is wrong stands there
            return
        why = tr("Nothing is written") if not data else self._hindrance()
        if not why:
            why = self._hand_over(device, data)
        if why:
            editor.show_refusal(tr("Not sent: {why}").format(why=why))
            return
        box = self._box()
        box.history.add(editor.draft)
        if self._kept.is_kept(device.name):
            self._kept.save(device.name, box.history.drafts)
        box.draft = replace(editor.draft, text="")
        editor.show_draft(box.draft)
        self._show_tickets()

    def _hand_over(self, device: Device, data: bytes) -> str:
        """Give it to the link; why it was refused, "" where it was not."""
        after_ns = self.editor.expires_after_ns
        expires_ns = now_ns() + after_ns if after_ns is not None else None
        try:
            device.link.send(data, expires_ns=expires_ns, key=self.editor.key)
        except SendRefusedError as error:
            return told(error.args[0])
        return ""

    @Slot()
    def _edited(self) -> None:
        if self._device is not None:
            box = self._box()
            box.draft = self.editor.draft
            box.history.rest()

    @Slot()
    def _older(self) -> None:
        if self._device is not None:
            self._recall(self._box().history.older(self.editor.draft))

    @Slot()
    def _newer(self) -> None:
        if self._device is not None:
            self._recall(self._box().history.newer())

    def _recall(self, draft: Draft | None) -> None:
        if draft is not None:
            self._box().draft = draft
            self.editor.show_draft(draft)

    @Slot(bool)
    def _keep_wished(self, kept: bool) -> None:
        device = self._device
        if device is None:
            return
        name = device.name
        why = self._kept.save(name, self._box().history.drafts) if kept else self._kept.forget(name)
        if why:
            said = (
                tr("The history could not be kept: {why}") if kept else tr("The history could not be forgotten: {why}")
            )
            self.editor.show_refusal(said.format(why=why))
        self.editor.show_keep(kept=self._kept.is_kept(device.name), possible=self._kept.can_keep)
