"""One rig in the window: from its first moment to its last look.

Everything that a refresh and the second's check change on screen is changed here. Made when a session starts and
dropped with its rig, so that nothing of one session can show in the next.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from app.clock import now_ns
from app.device import Device
from app.health.stamps import Stamps
from app.refresh.clock import Refresh
from app.rig import Rig
from app.store.table import Table
from ui.exceptions import log
from ui.health.recent_ages import RecentAges
from ui.health.verdict import verdict
from ui.main_window import MainWindow
from ui.plain import plain
from ui.plots.source import Source
from ui.translate import told, tr

MOVING = ("waiting", "resolving", "connecting")
PANELS_NS = 200_000_000  # figures and lists change five times a second: more cannot be read
FIGURES_NS = 500_000_000  # least span of a rate; of a moment it would be 0 Hz, or hundreds


class RigView(QObject):
    """Keeps the window's devices, plots, inspector and status on what a rig has.

    Attributes:
        rig: what is shown.
    """

    def __init__(self, rig: Rig, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rig = rig
        self._window = window
        self._tables = 0
        self._ages = RecentAges(device.name for device in rig.devices)
        self._countdown = QTimer(self)
        self._countdown.setInterval(PANELS_NS // 1_000_000)
        self._countdown.timeout.connect(self._count_down)
        self._panels_soon = QTimer(self, singleShot=True, interval=0)
        self._panels_soon.timeout.connect(self._refresh_panels)
        self._drawn_ns = self._panels_due_ns = self._figures_ns = self._refreshes = self._frames = 0
        rig.refreshed.connect(self._refreshed)
        rig.checked.connect(self._checked)
        rig.failed.connect(self._ledger_failed)
        rig.stamped.connect(self._stamped)
        window.painted.connect(self._painted)
        window.transport.changed.connect(self._link_changed)
        self._names: dict[Device, str] = {}  # while devices change
        self._keys: dict[Device, str] = {}  # what plots tell them apart by, whatever they are called
        self._alarms: set[str] = set()  # by their keys
        rig.devicesChanging.connect(self._devices_changing)
        rig.devicesChanged.connect(self._devices_changed)
        self._begin()

    def _begin(self) -> None:
        window, rig = self._window, self.rig
        window.show_session(True)
        window.pause.setChecked(False)
        window.plots.go_live()
        window.transport.show_rig(rig)
        window.compare.show_rig(rig)
        window.health.show_rig(rig, self._ages)
        window.inspector.show_ages(self._ages)
        window.devices.set_rig(rig)
        window.plots.set_plots(rig.session.plots)
        self._show_sources()
        self._refresh_panels()
        self._show_verdict()

    def look(self) -> None:
        """Show all as it is now, whatever is due when."""
        self._draw()
        self._refresh_panels()

    def _draw(self) -> None:
        """Draw what is stored, and say what of it the next paint puts on the screen: for the ages of the data."""
        window, handle = self._window, self._window.windowHandle()
        self._drawn_ns = now_ns()
        window.plots.refresh(self._drawn_ns)
        is_seen = handle is not None and handle.isExposed() and not window.isMinimized()
        self.rig.drawn(window.plots.drawn if is_seen else ())

    def clear(self) -> None:
        """Take the rig off the screen; the view is of no use afterwards."""
        window = self._window
        self._panels_soon.stop()
        self._choose_none()
        window.health.show_rig(None, None)
        window.inspector.show_ages(None)
        window.devices.set_rig(None)
        window.compare.show_rig(None)
        window.transport.show_rig(None)
        window.plots.set_sources([])
        window.plots.set_plots(())  # else the next session would be told of them as if a hand had laid them out
        window.status.forget_run()
        for key in self._alarms:
            window.notice.retract(key)

    def _choose_none(self) -> None:
        window = self._window
        window.inspector.show_device(None, None)
        window.sending.show_device(None, None)
        window.measure.show_device(None)
        window.deeds.show_device(None)
        window.support.show_device(None, None)

    # -- devices that come and go

    @Slot()
    def _devices_changing(self) -> None:
        """Whoever follows links lets go of them, and places are held."""
        self._names = {device: device.name for device in self.rig.devices}
        self._window.devices.hold_places()
        self._window.compare.show_rig(None)
        self._window.transport.show_rig(None)

    @Slot()
    def _devices_changed(self) -> None:
        """All that shows devices shows those that there are now; what is chosen stays chosen."""
        window, rig = self._window, self.rig
        renamed = {d.name: self._names[d] for d in rig.devices if d in self._names and self._names[d] != d.name}
        self._ages.follow([device.name for device in rig.devices], renamed)
        for new, old in renamed.items():
            window.sending.rename(old, new)
        self._names = {}
        window.transport.show_rig(rig)
        window.compare.show_rig(rig)
        window.health.show_rig(rig, self._ages)
        if not rig.devices:
            self._choose_none()
        window.devices.show_changes(rig)
        self._show_sources()
        self._frames = self._framed()  # of those that are gone no frame is new
        self._refresh_panels()
        self._show_verdict()

    def _show_sources(self) -> None:
        """Tell the plots which tables there are; new ones appear as classes and topics come. A device that has none
        yet is there all the same, so that the plots can say whom they wait for."""
        sources = []
        self._give_keys()
        for device in self.rig.devices:
            tables = list(device.pipeline.tables.values()) or [Table("", history_ns=0, history_bytes=0)]
            field = getattr(device.options.time, "field", None)
            sources += [Source(device.name, table, field, self._keys[device]) for table in tables]
        self._window.plots.set_sources(sources)
        self._tables = self._table_count()

    def _give_keys(self) -> None:
        """The name that each had first, or what no other has."""
        keys = {device: key for device, key in self._keys.items() if device in self.rig.devices}
        for device in self.rig.devices:
            key = device.name
            while device not in keys and key in keys.values():
                key += "'"
            keys.setdefault(device, key)
        self._keys = keys

    # -- the rig's

    @Slot(object)
    def _refreshed(self, refresh: Refresh) -> None:
        if self._table_count() != self._tables:
            self._show_sources()
        self._draw()
        if refresh.at_ns >= self._panels_due_ns:
            self._panels_due_ns = refresh.at_ns + PANELS_NS
            self._panels_soon.start()  # behind the paint of what was drawn: data comes first, then words

    def _table_count(self) -> int:
        return sum(len(device.pipeline.tables) for device in self.rig.devices)

    @Slot()
    def _link_changed(self) -> None:
        """A link does something else: soon on screen, also where no data comes; many at once are shown once."""
        if not self._countdown.isActive():
            self._countdown.start()

    @Slot()
    def _count_down(self) -> None:
        at = now_ns()
        if at >= self._panels_due_ns:
            self._panels_due_ns = at + PANELS_NS
            self._refresh_panels()

    @Slot()
    def _refresh_panels(self) -> None:
        """Five times a second also where no data comes, while a link counts down or is on its way: that is seen to
        move. Else the timer rests."""
        self._window.devices.refresh()
        self._window.health.strip.refresh()
        self._window.inspector.refresh()
        is_moving = any(device.link.state in MOVING for device in self.rig.devices)
        if is_moving != self._countdown.isActive():
            (self._countdown.start if is_moving else self._countdown.stop)()

    @Slot(str, object)
    def _stamped(self, device: str, stamps: Stamps) -> None:
        self._ages.add(device, stamps, now_ns())

    @Slot()
    def _checked(self) -> None:
        at = now_ns()
        self._ages.settle(at)
        if at - self._drawn_ns >= PANELS_NS:  # nothing comes: time goes on all the same
            self._draw()
        self._panels_due_ns = at + PANELS_NS
        self._panels_soon.start()
        self._window.sending.refresh()
        self._show_figures()
        self._show_verdict()

    def _show_figures(self) -> None:
        """Refreshes and frames since the last time, which is a second ago, or more where the loop was held up.
        Then the next check comes a moment later: what is said stays until there is a span to measure."""
        rig, at = self.rig, now_ns()
        span_ns = at - (self._figures_ns or rig.started_ns or at)
        if span_ns < FIGURES_NS:
            return
        pace, framed = rig.clock.statistics(), self._framed()
        refreshes, frames = pace.refreshes - self._refreshes, framed - self._frames
        self._figures_ns, self._refreshes, self._frames = at, pace.refreshes, framed
        if not rig.devices:
            self._window.status.forget_run()  # nothing comes that could be late
            return
        self._window.status.show_figures(refreshes * 1e9 / span_ns, frames / refreshes if refreshes else None, pace)

    def _framed(self) -> int:
        return sum(device.pipeline.framer.counts.frames for device in self.rig.devices)

    def _show_verdict(self) -> None:
        self._window.status.show_verdict(*verdict(self.rig, now_ns()))

    @Slot(object, object)
    def _painted(self, began_ns: int, ended_ns: int) -> None:
        self.rig.painted(began_ns, ended_ns)

    @Slot(str, str)
    def _ledger_failed(self, device: str, failure: str) -> None:
        log.error("ledger of %s: %s", plain(device), plain(failure, 1000))
        text = tr("{device}: the ledger does not add up. {failure}").format(device=plain(device), failure=told(failure))
        key = f"ledger {device}"
        self._alarms.add(key)  # the device may be called otherwise when it is to be taken back
        self._window.notice.alarm(text, key, target="findings#ledger")
