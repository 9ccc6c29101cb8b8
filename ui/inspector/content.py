"""What the inspector says of a device: figures made from a status. Pure of widgets, so that each line can be tested.

"not available" stands where the system does not tell; never a zero that nobody measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.quantities import shown_bytes
from ui.inspector.figures import Entry, Figure, Heading, Note
from ui.plain import plain
from ui.theme.tokens import State

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.health.ledger import Ledger
    from app.link.contract import LinkStatistics, ReceiveBuffer, TcpInfo
    from app.rig import DeviceStatus

NOT_AVAILABLE = "not available"
AXES = {"arrival": "when the bytes were read", "rate": "a nominal rate", "field": "the device's own"}
BLIND = (
    "This framing has no delimiter, sync word or checksum: a byte that is lost or changed shifts all frames behind it, "
    "and is not noticed. TCP itself loses none; a device that skips or garbles some does."
)
FAILURES_SHOWN = 5  # the first says what is wrong


def grouped(count: int | None) -> str:
    """A count with thin spaces between thousands: exact and still readable."""
    return NOT_AVAILABLE if count is None else f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _count(name: str, count: int | None, hint: str = "", tone: State | None = None, *, part: bool = False) -> Figure:
    return Figure(name, grouped(count), tone if count else None, hint, part=part)


def _measured(name: str, value: float | None, unit: str, hint: str = "") -> Figure:
    """A measured number; a text where it is not to be had."""
    if value is None:
        return Figure(name, NOT_AVAILABLE, None, hint)
    return Figure(name, grouped(value) if isinstance(value, int) else f"{value:.3g}", None, hint, unit)


def _sized(name: str, count: int | None, hint: str = "") -> Figure:
    if count is None:
        return Figure(name, NOT_AVAILABLE, None, hint)
    number, _, unit = shown_bytes(count).partition(" ")
    return Figure(name, number, None, f"{hint} ({grouped(count)} B)", unit)


def _by_reason(counts: Mapping[str, int], tone: State | None) -> list[Entry]:
    return [_count(plain(reason, 60), n, "", tone, part=True) for reason, n in counts.items() if n]


# -- the ledger


def ledger_figures(account: Ledger, failures: list[str]) -> list[Entry]:
    """The five lines of the ledger, each term, and whether they hold."""
    return [
        *_verdict(account, failures),
        *_byte_figures(account),
        *_frame_figures(account),
        *_sample_figures(account),
        *_read_figures(account),
        *_witness_figures(account),
    ]


def _verdict(account: Ledger, failures: list[str]) -> list[Entry]:
    if account.balanced and not failures:
        return [Note("Every byte is accounted for", State.GOOD)]
    shown = failures or list(account.failures())
    more = len(shown) - FAILURES_SHOWN
    return [
        Note("The ledger does not add up", State.ALARM),
        *[Note(plain(failure, 300)) for failure in shown[:FAILURES_SHOWN]],
        *([Note(f"and {more} more, see the log")] if more > 0 else []),
    ]


def _byte_figures(account: Ledger) -> list[Entry]:
    b = account.bytes
    return [
        Heading("Bytes"),
        _count("Received", b.received, "From the link; = framed + overhead + discarded + pending"),
        _count("Framed", b.framed, "The payloads of frames"),
        _count("Overhead", b.overhead, "Delimiters, headers and checksums around the payloads"),
        _count("Discarded", sum(b.discarded.values()), "Bytes that belong to no frame, by reason", State.WARNING),
        *_by_reason(b.discarded, State.WARNING),
        _count("Pending", b.pending, "They wait for the rest of their frame, or for the next refresh"),
    ]


def _frame_figures(account: Ledger) -> list[Entry]:
    f = account.frames
    return [
        Heading("Frames"),
        _count("Framed", f.framed, "= decoded + rejected + set aside"),
        _count("Decoded", f.decoded),
        _count("Rejected", sum(f.rejected.values()), "They could not be decoded, by reason", State.WARNING),
        *_by_reason(f.rejected, State.WARNING),
        _count("Set aside", sum(f.set_aside.values()), "Sound, but no data: headers, comments, other classes"),
        *_by_reason(f.set_aside, None),
    ]


def _sample_figures(account: Ledger) -> list[Entry]:
    s = account.samples
    return [
        Heading("Samples"),
        _count("Decoded", s.decoded, "= in history + aged out + cleared"),
        _count("In history", s.in_history),
        _count("Aged out", s.aged_out, "Past the bounds of the history, in time or in bytes"),
        _count("Cleared", s.cleared),
    ]


def _read_figures(account: Ledger) -> list[Entry]:
    t = account.thread
    return [
        Heading("From socket to window"),
        _count("Read", t.read, "At the socket, in bytes; = received + in flight"),
        _count("In flight", t.in_flight, "Read by a thread and not received yet; 0 while the window's thread reads"),
    ]


def _witness_figures(account: Ledger) -> list[Entry]:
    k = account.kernel
    if k is None:
        why = "The system has no TCP_INFO, or no connection was made yet"
        return [Heading("The kernel as witness"), Figure("Bytes received", NOT_AVAILABLE, None, why)]
    return [
        Heading("The kernel as witness"),
        _count("Bytes received", k.after, "tcpi_bytes_received, over all connections"),
        _count("Read or waiting", k.sum, "Read + in Qt's buffer + waiting in the kernel"),
        _count("Not read", account.unread, "They wait, or their connection was closed here before they were read"),
        Figure("Agrees", "yes" if k.agrees else "no", State.GOOD if k.agrees else State.ALARM),
    ]


# -- the link


def link_figures(device: Device, status: DeviceStatus, state: str, reader: str) -> list[Entry]:
    """State, receive buffer and kernel figures of a link; `reader`: which thread reads it."""
    statistics = status.statistics
    return [
        *_connection_figures(device, statistics, state, reader),
        *_framing_figures(device),
        *_time_figures(device),
        *_buffer_figures(statistics.receive_buffer),
        *_kernel_figures(statistics, statistics.tcp_info),
    ]


def _connection_figures(device: Device, statistics: LinkStatistics, state: str, reader: str) -> list[Entry]:
    about = "Its time on a processor between the last two of the second's checks. Measure > Read the chosen device by"
    return [
        Heading("Connection"),
        Figure("State", state),
        Figure("Link", plain(device.options.address, 120)),
        Figure("Address", plain(statistics.address, 80) or "–", None, "In use, or tried last"),
        Figure("Read by", reader, None, f"{about} a thread hands it over"),
        _count("Opened", statistics.opened, "How often a connection was made"),
        *[_count(plain(reason, 80), n, part=True) for reason, n in statistics.reasons.items()],
        _count("Read calls", statistics.reads, "Those that returned bytes"),
        _count("Bytes sent", statistics.written, "Taken by the kernel"),
        _count("Acknowledged", statistics.acknowledged, "Of these, by the device's network stack (tcpi_bytes_acked)"),
        _count("Waiting to be sent", statistics.unsent),
        _count("Lost on sending", statistics.lost, "Bytes lost with their connection", State.WARNING),
        _count("Waited for others", statistics.starved, "How often its bytes waited while other links were served"),
    ]


def _framing_figures(device: Device) -> list[Entry]:
    """Whether a lost or changed byte would be noticed: what cannot be seen in any other figure."""
    entries: list[Entry] = [
        Heading("Framing"),
        Figure("Kind", str(device.options.framing.__struct_config__.tag)),
    ]
    if device.pipeline.framer.detects_damage:
        return [*entries, Figure("Notices damage", "yes", None, "It finds the next good frame by itself")]
    return [*entries, Figure("Notices damage", "no", State.WARNING), Note(BLIND)]


def _time_figures(device: Device) -> list[Entry]:
    """How the rows' times come about; a device's own clock is tied to ours, and the tie is shown."""
    axis = device.pipeline.decoder.axis
    is_ours = axis.sent is not None
    kind = "this computer's clock" if is_ours else AXES.get(axis.kind, axis.kind)
    entries: list[Entry] = [Heading("Time"), Figure("Axis", kind)]
    if is_ours and axis.field is not None:
        entries.append(Figure("Its field", plain(axis.field, 64), None, "Stamped by a program on this computer"))
    elif axis.field is not None:
        about = "Added to the device's time to get this computer's time since boot; the least delayed rows tell it"
        offset = NOT_AVAILABLE if axis.offset_ns is None else f"{axis.offset_ns / 1e9:+.6f} s"
        entries += [Figure("Its field", plain(axis.field, 64)), Figure("Offset", offset, None, about)]
    return [
        *entries,
        _count("Rows held in order", axis.reordered, "Rows whose time lay before the row before: shown beside it"),
        _count("Rows without a time", axis.untimed, "Their time was missing or unreadable: placed by arrival"),
    ]


def _buffer_figures(buffer: ReceiveBuffer) -> list[Entry]:
    asked = "What the session asks the kernel for, before the connection is made"
    return [
        Heading("Receive buffer"),
        Figure("Asked", "auto", None, asked) if buffer.asked is None else _sized("Asked", buffer.asked, asked),
        _sized("Granted", buffer.granted, "SO_RCVBUF read back; Linux doubles what is asked (man 7 socket)"),
        _sized("Effective now", buffer.effective, "SO_RCVBUF, read again each second"),
        _sized("Auto-tuning's ceiling", buffer.autotune_ceiling, "tcp_rmem[2], given up by asking for a size"),
        *([Note(_sentence(plain(buffer.note, 400)))] if buffer.note else []),
    ]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _kernel_figures(statistics: LinkStatistics, info: TcpInfo | None) -> list[Entry]:
    heading = Heading("Kernel")
    if info is None:
        return [heading, Figure("TCP_INFO", NOT_AVAILABLE, None, "No open connection, or not a Linux system")]
    return [
        heading,
        _measured("Waiting in the kernel", info.waiting, "B", "SIOCINQ: acknowledged to the sender, not read yet"),
        _measured("Waiting in Qt", statistics.in_qt, "B"),
        _measured("Round trip", info.rcv_rtt_ms, "ms", "rcv_rtt: as seen from the data that comes in"),
        _measured("Last data", info.last_data_recv_ms, "ms", "last_data_recv: since the last segment with data"),
        _measured("Out of order", info.rcv_ooopack, "", "rcv_ooopack: segments that came out of order"),
        _measured("Offered to the sender", info.rcv_window, "B", "rcv_wnd: the room we offer; at 0 the sender waits"),
        _sized("Receive space", info.rcv_space, "rcv_space: the window that auto-tuning aims at"),
        _measured("Segment size", info.rcv_mss, "B", "rcv_mss"),
        _measured("Last acknowledgement", info.last_ack_recv_ms, "ms", "last_ack_recv: since it acknowledged anything"),
        _measured("Sent again", info.retransmits, "", "retransmits: of one segment, unanswered so far"),
        _measured("Probes", info.probes, "", "Unanswered so far, of its closed window or of an idle connection"),
    ]
