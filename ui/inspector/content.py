"""What the inspector says of a device: figures made from a status. Pure of widgets, so that each line can be tested.

"not available" stands where the system does not tell; never a zero that nobody measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from app.device import Device
from app.health.ledger import Ledger
from app.link.contract import LinkStatistics, ReceiveBuffer, TcpInfo
from app.quantities import shown_bytes
from app.rig import DeviceStatus
from ui.inspector.figures import Figure
from ui.plain import plain
from ui.theme.tokens import Tokens

NOT_AVAILABLE = "not available"


def grouped(count: int | None) -> str:
    """A count with thin spaces between thousands: exact and still readable."""
    return NOT_AVAILABLE if count is None else f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _sized(count: int | None) -> str:
    return NOT_AVAILABLE if count is None else shown_bytes(count)


def _by_reason(counts: Mapping[str, int], tone: QColor | None) -> list[Figure]:
    return [Figure(f"    {plain(reason, 40)}", grouped(n), tone) for reason, n in counts.items() if n]


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours that a figure's value may have."""

    alarm: QColor
    warning: QColor
    good: QColor

    @classmethod
    def of(cls, tokens: Tokens) -> Tones:
        return cls(QColor(tokens.alarm), QColor(tokens.warning), QColor(tokens.good))

    def loss(self, count: int) -> QColor | None:
        return self.warning if count else None


def ledger_figures(account: Ledger, failures: list[str], tones: Tones) -> list[Figure]:
    """The five lines of the ledger, each term and whether it holds."""
    sound = account.balanced and not failures
    verdict = "every byte accounted for" if sound else "does not add up"
    return [
        Figure("Ledger", verdict, tones.good if sound else tones.alarm),
        *[Figure("    " + plain(failure, 200), "", tones.alarm, plain(failure, 400)) for failure in failures],
        *_byte_figures(account, tones),
        *_frame_figures(account, tones),
        *_sample_figures(account),
        *_witness_figures(account, tones),
    ]


def _byte_figures(account: Ledger, tones: Tones) -> list[Figure]:
    b = account.bytes
    discarded = sum(b.discarded.values())
    return [
        Figure("Bytes"),
        Figure("Received", grouped(b.received), None, "From the link: framed + overhead + discarded + pending"),
        Figure("Framed", grouped(b.framed), None, "Bytes of payload in frames"),
        Figure("Overhead", grouped(b.overhead), None, "Delimiters, headers and checksums around the payloads"),
        Figure("Discarded", grouped(discarded), tones.loss(discarded), "Bytes that belong to no frame, by reason"),
        *_by_reason(b.discarded, tones.warning),
        Figure("Pending", grouped(b.pending), None, "Bytes that wait for the rest of their frame or the next refresh"),
    ]


def _frame_figures(account: Ledger, tones: Tones) -> list[Figure]:
    f = account.frames
    rejected, aside = sum(f.rejected.values()), sum(f.set_aside.values())
    return [
        Figure("Frames"),
        Figure("Framed", grouped(f.framed), None, "= decoded + rejected + set aside"),
        Figure("Decoded", grouped(f.decoded)),
        Figure("Rejected", grouped(rejected), tones.loss(rejected), "Frames that could not be decoded, by reason"),
        *_by_reason(f.rejected, tones.warning),
        Figure("Set aside", grouped(aside), None, "Sound frames that are no data: headers, comments, other classes"),
        *_by_reason(f.set_aside, None),
    ]


def _sample_figures(account: Ledger) -> list[Figure]:
    s, t = account.samples, account.thread
    return [
        Figure("Samples"),
        Figure("Decoded", grouped(s.decoded), None, "= in history + aged out + cleared"),
        Figure("In history", grouped(s.in_history)),
        Figure("Aged out", grouped(s.aged_out), None, "Older than the history's bounds in time or bytes"),
        Figure("Cleared", grouped(s.cleared)),
        Figure("Thread"),
        Figure("Read at the socket", grouped(t.read), None, "= received + in flight"),
        Figure("In flight", grouped(t.in_flight), None, "Read by a thread and not yet received; 0 in gui mode"),
    ]


def _witness_figures(account: Ledger, tones: Tones) -> list[Figure]:
    k = account.kernel
    if k is None:
        why = "The system has no TCP_INFO, or no connection was made yet"
        return [Figure("Kernel's witness"), Figure("tcpi_bytes_received", NOT_AVAILABLE, None, why)]
    return [
        Figure("Kernel's witness"),
        Figure("tcpi_bytes_received", grouped(k.after), None, "What the kernel counted, over all connections"),
        Figure("Read or waiting", grouped(k.sum), None, "Read + in Qt's buffer + waiting in the kernel"),
        Figure("Agrees", "yes" if k.agrees else "no", tones.good if k.agrees else tones.alarm),
    ]


def link_figures(device: Device, status: DeviceStatus) -> list[Figure]:
    """State, receive buffer and kernel figures of a link."""
    statistics = status.statistics
    figures = [
        Figure("Connection"),
        Figure("State", str(device.link.state)),
        Figure("Link", plain(device.options.address, 80)),
        Figure("Address", plain(statistics.address, 60) or "–", None, "The address in use or tried last"),
        Figure("Read by", "the GUI thread" if statistics.transport == "gui" else "a SocketThread"),
        Figure("Opened", grouped(statistics.opened), None, "How often the connection was opened"),
        *[Figure(f"    {plain(reason, 60)}", f"{n} x") for reason, n in statistics.reasons.items()],
        Figure("Read calls", grouped(statistics.reads)),
        Figure("Sent", grouped(statistics.written), None, "Bytes that the kernel took from us"),
        Figure("Waiting to be sent", grouped(statistics.unsent)),
    ]
    return [*figures, *_buffer_figures(statistics.receive_buffer), *_kernel_figures(statistics, statistics.tcp_info)]


def _buffer_figures(buffer: ReceiveBuffer) -> list[Figure]:
    return [
        Figure("Receive buffer (SO_RCVBUF)"),
        Figure("Asked", "auto" if buffer.asked is None else shown_bytes(buffer.asked), None,
               "What the session asks the kernel for, before the connection is made"),
        Figure("Granted", _sized(buffer.granted), None, "Read back; Linux doubles what is asked (man 7 socket)"),
        Figure("Effective now", _sized(buffer.effective), None, "Read again each second"),
        Figure("Auto-tuning could reach", _sized(buffer.autotune_ceiling), None,
               "tcp_rmem[2]: the ceiling given up by asking for a size"),
        *([Figure(plain(buffer.note, 200), "", None, plain(buffer.note, 400))] if buffer.note else []),
    ]  # fmt: skip


def _kernel_figures(statistics: LinkStatistics, info: TcpInfo | None) -> list[Figure]:
    heading = Figure("Kernel (TCP_INFO)")
    if info is None:
        return [heading, Figure("TCP_INFO", NOT_AVAILABLE, None, "No open connection, or not a Linux system")]
    return [
        heading,
        Figure(
            "Waiting in the kernel", grouped(info.waiting), None, "SIOCINQ: acknowledged to the sender, not yet read"
        ),
        Figure("Waiting in Qt", grouped(statistics.in_qt)),
        Figure("Round trip seen by us", _ms(info.rcv_rtt_ms), None, "rcv_rtt: from the data that comes in"),
        Figure("Out of order", grouped(info.rcv_ooopack), None, "rcv_ooopack: segments that came out of order"),
        Figure("Last data", _ms(info.last_data_recv_ms), None, "last_data_recv: since the last segment with data"),
        Figure("Receive space", _sized(info.rcv_space), None, "rcv_space: the window that auto-tuning aims at"),
        Figure("Segment size", f"{info.rcv_mss} B" if info.rcv_mss is not None else NOT_AVAILABLE),
    ]


def _ms(value: float | None) -> str:
    return NOT_AVAILABLE if value is None else f"{value:.3g} ms"
