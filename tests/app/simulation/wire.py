"""One TCP connection of the simulation: two streams of bytes between two kernels, as positions, and how each side ends.

    device's program -> its kernel (taken) -> our kernel (arrived) -> Qt (pulled)
    Qt -> our kernel (written) -> device's kernel (acked) -> device's program (read)

Every kernel holds a bounded number of bytes, so that who does not read holds the other up. The bytes towards us are
kept from what Qt has pulled on; those towards the device from what its program has read on.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

DEVICE_SENDS = 64 << 10  # bytes of its kernel's send queue
DEVICE_HOLDS = 4 << 10  # and of its receive queue: small, so that a device which does not read holds us up soon
WE_SEND = 2 << 10

FIRST_TIMEOUT_NS = 200_000_000  # of a segment, on a network this short

ESTABLISHED, CLOSE, CLOSE_WAIT = 1, 7, 8  # include/net/tcp_states.h


@dataclass(slots=True)
class Wire:
    """Attributes beside the positions (see the module):

    capacity     bytes that our kernel holds for us
    fin_sent     the device has closed, behind `taken`; fin_arrived: and we know
    reset        the connection was reset by the device, and we know
    cut_ns       since when nothing gets through, in either direction; nobody is told. None: it does
    timed_out    our kernel has given the connection up
    descriptors  that keep our side open: "qt", "witness"
    has_witness  the kernel can be asked
    ended_here   how our side ended: "fin", "rst"; "" while it has not
    arrivals     (position behind the last byte, time) of what Qt may not have given out yet, oldest first
    """

    capacity: int
    taken: int = 0
    arrived: int = 0
    pulled: int = 0
    inward: bytearray = field(default_factory=bytearray)
    fin_sent: bool = False
    fin_arrived: bool = False
    reset: bool = False
    cut_ns: int | None = None
    timed_out: bool = False
    written: int = 0
    acked: int = 0
    read: int = 0
    outward: bytearray = field(default_factory=bytearray)
    descriptors: set[str] = field(default_factory=lambda: {"qt"})
    has_witness: bool = False
    ended_here: str = ""
    arrivals: deque[tuple[int, int]] = field(default_factory=deque)
    out_of_order: int = 0
    last_data_ns: int = 0
    last_ack_ns: int = 0
    last_written_ns: int = 0

    # -- the device's side

    def take(self, data: bytes) -> int:
        """The device's program gives its kernel bytes; how many it took."""
        if self.fin_sent or self.reset or self.ended_here:
            return 0
        count = min(len(data), DEVICE_SENDS - (self.taken - self.arrived))
        self.inward += data[:count]
        self.taken += count
        return count

    def arrive(self, count: int, now_ns: int) -> int:
        """So many bytes come to our kernel, as far as they are under way and it has room."""
        if self.is_cut or self.is_over or self.ended_here:
            return 0
        count = min(count, self.taken - self.arrived, self.capacity - self.waiting)
        if count > 0:
            self.arrived += count
            self.arrivals.append((self.arrived, now_ns))
            self.last_data_ns = now_ns
        return count

    def arrive_fin(self) -> bool:
        """The device's FIN comes, where all before it has."""
        if self.fin_sent and self.arrived == self.taken and not (self.is_cut or self.is_over or self.ended_here):
            self.fin_arrived = True
        return self.fin_arrived

    def arrive_reset(self) -> None:
        """What had arrived can still be read; what is under way is lost, in both directions."""
        if not (self.is_cut or self.timed_out or self.ended_here):
            self.reset = True

    def acknowledge(self, count: int, now_ns: int) -> None:
        """Bytes of ours come to the device's kernel, as far as it has room."""
        if self.is_cut or self.is_lost:
            return
        count = min(count, self.written - self.acked, DEVICE_HOLDS - (self.acked - self.read))
        if count > 0:
            self.acked += count
            self.last_ack_ns = now_ns

    def read_ours(self, count: int) -> bytes:
        """The device's program reads."""
        count = min(count, self.acked - self.read)
        data = bytes(self.outward[:count])
        del self.outward[:count]
        self.read += count
        return data

    # -- our side

    @property
    def is_cut(self) -> bool:
        return self.cut_ns is not None

    @property
    def waiting(self) -> int:
        """In our kernel's receive queue."""
        return self.arrived - self.pulled

    @property
    def is_lost(self) -> bool:
        """Whether a write fails."""
        return self.reset or self.timed_out

    @property
    def is_over(self) -> bool:
        """Whether a read tells of the end, once nothing waits."""
        return self.fin_arrived or self.is_lost

    @property
    def has_room(self) -> bool:
        return self.written - self.acked < WE_SEND

    def pull(self, count: int) -> bytes:
        """Qt, or the witness behind it, reads from our kernel."""
        count = min(count, self.waiting)
        data = bytes(self.inward[:count])
        del self.inward[:count]
        self.pulled += count
        return data

    def write(self, data: bytes, now_ns: int) -> int:
        """Qt gives our kernel bytes; how many it took."""
        count = min(len(data), WE_SEND - (self.written - self.acked))
        if self.written == self.acked:
            self.last_written_ns = now_ns
        self.outward += data[:count]
        self.written += count
        return count

    def close_descriptor(self, name: str) -> None:
        """The last one ends our side: with a reset where bytes wait unread (man 7 tcp, RFC 2525 section 2.17)."""
        self.descriptors.discard(name)
        if not self.descriptors and not self.ended_here:
            self.ended_here = "rst" if self.waiting else "fin"

    # -- as our kernel tells it

    @property
    def state(self) -> int:
        if self.is_lost:
            return CLOSE
        return CLOSE_WAIT if self.fin_arrived else ESTABLISHED

    def retransmits(self, now_ns: int) -> int:
        """Time-outs of one segment without an answer: each waits twice as long as the one before."""
        if self.cut_ns is None or self.written == self.acked:
            return 0
        return ((now_ns - max(self.cut_ns, self.last_written_ns)) // FIRST_TIMEOUT_NS + 1).bit_length() - 1
