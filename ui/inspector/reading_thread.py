"""Which thread reads a link, by name, and how much of a processor it takes: measured between the second's checks."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clock import now_ns
from app.threads import thread_times
from ui.plain import plain
from ui.translate import marked, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.link.contract import LinkStatistics
    from app.rig import DeviceStatus

NOT_AVAILABLE = marked("its share of a processor is not available")
NOT_YET = marked("not measured yet")


@dataclass(frozen=True, slots=True)
class _Look:
    """A thread's time on a processor at a moment; None where it is not to be had."""

    native_id: int
    at_ns: int
    cpu_ns: int | None


class ReadingThread:
    """Follows the thread that reads the chosen link; lives in the window's thread.

    Another look is taken with each new check of the rig, and none in between, so that it costs two small files a
    second, and only while it is asked.
    """

    def __init__(self) -> None:
        self._window_thread = threading.get_native_id()
        self._status: DeviceStatus | None = None
        self._before: _Look | None = None
        self._now: _Look | None = None

    def text(self, status: DeviceStatus) -> str:
        """Of the link whose newest check this is."""
        statistics = status.statistics
        if statistics.state != "open" and statistics.wished == "thread":
            return tr("a thread of its own, from its next connection on")
        if status is not self._status:
            self._status = status
            self._look(statistics)
        is_moving = statistics.state == "open" and statistics.wished != statistics.transport
        return f"{_name(statistics)}, {tr('being handed over') if is_moving else self._share()}"

    def _look(self, statistics: LinkStatistics) -> None:
        native_id = statistics.thread.native_id if statistics.thread is not None else self._window_thread
        times = thread_times(native_id)
        same = self._now is not None and self._now.native_id == native_id
        self._before = self._now if same else None
        self._now = _Look(native_id, now_ns(), times.cpu_ns if times is not None else None)

    def _share(self) -> str:
        before, now = self._before, self._now
        if now is not None and now.cpu_ns is None:
            return tr(NOT_AVAILABLE)
        if now is None or now.cpu_ns is None or before is None or before.cpu_ns is None or now.at_ns <= before.at_ns:
            return tr(NOT_YET)
        share = min(1.0, (now.cpu_ns - before.cpu_ns) / (now.at_ns - before.at_ns))  # the kernel counts in steps
        percent = f"{100 * share:.0f}" if share >= 0.095 else f"{100 * share:.1f}"
        return tr("{percent} % of a processor").format(percent=percent)


def _name(statistics: LinkStatistics) -> str:
    if statistics.thread is not None:
        return tr("thread “{name}”").format(name=plain(statistics.thread.name, 40))
    return tr("the window's thread") if statistics.transport == "gui" else tr("a thread of its own")
