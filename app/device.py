"""A device: a link joined to a pipeline. No policy of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.health.ledger import Ledger, Thread
from app.link.contract import Link, LinkStatistics
from app.pipeline import Pipeline
from app.session.schema import DeviceOptions
from app.stream import Chunk, End

SILENT = "silent"  # the cause of a gap


class Device(QObject):
    """One remote box: its options, its link, its pipeline.

    Attributes:
        options: what the session says of it.
        link: its connection.
        pipeline: its framer, decoder, tables and account.

    Signals:
        received(): bytes have come where none waited; they wait in the pipeline for the next refresh, and so do those
            that follow them by then.
        ended(str as object): a connection is over, with its reason; all its bytes are in the history or counted.
        violated(str as object): the framer does not trust the rest of this connection, and why; once a connection.
    """

    received = Signal()
    ended = Signal(object)
    violated = Signal(object)

    def __init__(self, options: DeviceOptions, link: Link, pipeline: Pipeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.options = options
        self.link = link
        self.pipeline = pipeline
        self._violated_in = 0  # the connection of the last violation
        link.setObjectName(options.name)  # a thread that reads it is named after the device
        link.setParent(self)
        link.bytesReceived.connect(self._take)
        link.ended.connect(self._end)
        link.staleChanged.connect(self._stale)

    @property
    def name(self) -> str:
        return self.options.name

    def set_options(self, options: DeviceOptions) -> None:
        """Other options that leave its rows what they are; those of its link hold as the link says."""
        if options.decoding != self.options.decoding:
            self.pipeline.relabel(options.decoding)
        if options.framing != self.options.framing:
            self.pipeline.framer.set_bounds(options.framing)
        self.options = options
        self.link.setObjectName(options.name)
        self.link.set_options(options.link)

    def ledger(self, statistics: LinkStatistics) -> Ledger:
        """The whole account, from a snapshot of the link taken just now."""
        thread = Thread(statistics.read, statistics.in_flight)
        return self.pipeline.ledger(thread, statistics.kernel)

    @Slot(object)
    def _take(self, chunk: Chunk) -> None:
        pipeline = self.pipeline
        told = pipeline.waits
        if pipeline.feed(chunk):
            self._look_for_violation()
        if not told:  # once for all that will wait for one refresh: a call of a slot is dear where bytes come in drops
            self.received.emit()

    @Slot(object)
    def _end(self, end: End) -> None:
        self.pipeline.end(end)
        self.ended.emit(end.reason)

    def process(self) -> None:
        """Cut, decode and store what waits."""
        self.pipeline.process()
        self._look_for_violation()

    def _look_for_violation(self) -> None:
        violation = self.pipeline.framer.violation
        if violation is not None and self._violated_in != self.pipeline.connection:
            self._violated_in = self.pipeline.connection
            self.violated.emit(violation)

    @Slot(bool)
    def _stale(self, is_stale: bool) -> None:
        """Silent: a gap from the last read on, behind what waits to be stored. The next row closes it."""
        last_read_ns = self.pipeline.last_read_ns
        if is_stale and last_read_ns is not None:
            self.pipeline.process()
            self.mark_gap(SILENT, last_read_ns)

    def mark_gap(self, cause: str, at_ns: int) -> None:
        """From then on there is no data, because of `cause`, until the next row."""
        self.pipeline.mark_gap(cause, at_ns)
