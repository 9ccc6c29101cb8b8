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
from ui.translate import marked, told, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.health.ledger import Ledger
    from app.link.contract import LinkStatistics, ReceiveBuffer, TcpInfo
    from app.rig import DeviceStatus

NOT_AVAILABLE = marked("not available")
AXES = {
    "arrival": marked("when the bytes were read"),
    "rate": marked("a nominal rate"),
    "field": marked("the device's own"),
}
BLIND = marked(
    "This framing has no delimiter, sync word or checksum: a byte that is lost or changed shifts all frames behind it, "
    "and is not noticed. TCP itself loses none; a device that skips or garbles some does."
)
FAILURES_SHOWN = 5  # the first says what is wrong


def grouped(count: int | None) -> str:
    """A count with thin spaces between thousands: exact and still readable."""
    return tr(NOT_AVAILABLE) if count is None else f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _count(name: str, count: int | None, hint: str = "", tone: State | None = None, *, part: bool = False) -> Figure:
    return Figure(name, grouped(count), tone if count else None, hint, part=part)


def _measured(name: str, value: float | None, unit: str, hint: str = "") -> Figure:
    """A measured number; a text where it is not to be had."""
    if value is None:
        return Figure(name, tr(NOT_AVAILABLE), None, hint)
    return Figure(name, grouped(value) if isinstance(value, int) else f"{value:.3g}", None, hint, unit)


def _sized(name: str, count: int | None, hint: str = "") -> Figure:
    if count is None:
        return Figure(name, tr(NOT_AVAILABLE), None, hint)
    number, _, unit = shown_bytes(count).partition(" ")
    return Figure(name, number, None, f"{hint} ({grouped(count)} B)", unit)


def _by_reason(counts: Mapping[str, int], tone: State | None) -> list[Entry]:
    return [_count(plain(told(reason), 60), n, "", tone, part=True) for reason, n in counts.items() if n]


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
        return [Note(tr("Every byte is accounted for"), State.GOOD)]
    shown = failures or list(account.failures())
    more = len(shown) - FAILURES_SHOWN
    return [
        Note(tr("The ledger does not add up"), State.ALARM),
        *[Note(plain(told(failure), 300)) for failure in shown[:FAILURES_SHOWN]],
        *([Note(tr("and {count} more, see the log").format(count=more))] if more > 0 else []),
    ]


def _byte_figures(account: Ledger) -> list[Entry]:
    b = account.bytes
    return [
        Heading(tr("Bytes")),
        _count(tr("Received"), b.received, tr("From the link; = framed + overhead + discarded + pending")),
        _count(tr("Framed"), b.framed, tr("The payloads of frames")),
        _count(tr("Overhead"), b.overhead, tr("Delimiters, headers and checksums around the payloads")),
        _count(
            tr("Discarded"), sum(b.discarded.values()), tr("Bytes that belong to no frame, by reason"), State.WARNING
        ),
        *_by_reason(b.discarded, State.WARNING),
        _count(tr("Pending"), b.pending, tr("They wait for the rest of their frame, or for the next refresh")),
    ]


def _frame_figures(account: Ledger) -> list[Entry]:
    f = account.frames
    return [
        Heading(tr("Frames")),
        _count(tr("Framed"), f.framed, tr("= decoded + rejected + set aside")),
        _count(tr("Decoded"), f.decoded),
        _count(tr("Rejected"), sum(f.rejected.values()), tr("They could not be decoded, by reason"), State.WARNING),
        *_by_reason(f.rejected, State.WARNING),
        _count(tr("Set aside"), sum(f.set_aside.values()), tr("Sound, but no data: headers, comments, other classes")),
        *_by_reason(f.set_aside, None),
    ]


def _sample_figures(account: Ledger) -> list[Entry]:
    s = account.samples
    return [
        Heading(tr("Samples")),
        _count(tr("Decoded"), s.decoded, tr("= in history + aged out + cleared")),
        _count(tr("In history"), s.in_history),
        _count(tr("Aged out"), s.aged_out, tr("Past the bounds of the history, in time or in bytes")),
        _count(tr("Cleared"), s.cleared),
    ]


def _read_figures(account: Ledger) -> list[Entry]:
    t = account.thread
    return [
        Heading(tr("From socket to window")),
        _count(tr("Read"), t.read, tr("At the socket, in bytes; = received + in flight")),
        _count(
            tr("In flight"), t.in_flight, tr("Read by a thread and not received yet; 0 while the window's thread reads")
        ),
    ]


def _witness_figures(account: Ledger) -> list[Entry]:
    k = account.kernel
    if k is None:
        why = tr("The system has no TCP_INFO, or no connection was made yet")
        return [Heading(tr("The kernel as witness")), Figure(tr("Bytes received"), tr(NOT_AVAILABLE), None, why)]
    return [
        Heading(tr("The kernel as witness")),
        _count(tr("Bytes received"), k.after, tr("tcpi_bytes_received, over all connections")),
        _count(tr("Read or waiting"), k.sum, tr("Read + in Qt's buffer + waiting in the kernel")),
        _count(
            tr("Not read"), account.unread, tr("They wait, or their connection was closed here before they were read")
        ),
        Figure(tr("Agrees"), tr("yes") if k.agrees else tr("no"), State.GOOD if k.agrees else State.ALARM),
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
    about = tr(
        "Its time on a processor between the last two of the second's checks. "
        "Measure > Read the chosen device by a thread hands it over"
    )
    return [
        Heading(tr("Connection")),
        Figure(tr("State"), state),
        Figure(tr("Link"), plain(device.options.address, 120)),
        Figure(tr("Address"), plain(statistics.address, 80) or "–", None, tr("In use, or tried last")),
        Figure(tr("Read by"), reader, None, about),
        _count(tr("Opened"), statistics.opened, tr("How often a connection was made")),
        *[_count(plain(told(reason), 80), n, part=True) for reason, n in statistics.reasons.items()],
        _count(tr("Read calls"), statistics.reads, tr("Those that returned bytes")),
        _count(tr("Bytes sent"), statistics.written, tr("Taken by the kernel")),
        _count(
            tr("Acknowledged"),
            statistics.acknowledged,
            tr("Of these, by the device's network stack (tcpi_bytes_acked)"),
        ),
        _count(tr("Waiting to be sent"), statistics.unsent),
        _count(tr("Lost on sending"), statistics.lost, tr("Bytes lost with their connection"), State.WARNING),
        _count(
            tr("Waited for others"), statistics.starved, tr("How often its bytes waited while other links were served")
        ),
    ]


def _framing_figures(device: Device) -> list[Entry]:
    """Whether a lost or changed byte would be noticed: what cannot be seen in any other figure."""
    entries: list[Entry] = [
        Heading(tr("Framing")),
        Figure(tr("Kind"), str(device.options.framing.__struct_config__.tag)),
    ]
    if device.pipeline.framer.detects_damage:
        return [*entries, Figure(tr("Notices damage"), tr("yes"), None, tr("It finds the next good frame by itself"))]
    return [*entries, Figure(tr("Notices damage"), tr("no"), State.WARNING), Note(tr(BLIND))]


def _time_figures(device: Device) -> list[Entry]:
    """How the rows' times come about; a device's own clock is tied to ours, and the tie is shown."""
    axis = device.pipeline.decoder.axis
    is_ours = axis.sent is not None
    kind = tr("this computer's clock") if is_ours else told(AXES.get(axis.kind, axis.kind))
    entries: list[Entry] = [Heading(tr("Time")), Figure(tr("Axis"), kind)]
    if is_ours and axis.field is not None:
        entries.append(
            Figure(tr("Its field"), plain(axis.field, 64), None, tr("Stamped by a program on this computer"))
        )
    elif axis.field is not None:
        about = tr("Added to the device's time to get this computer's time since boot; the least delayed rows tell it")
        offset = tr(NOT_AVAILABLE) if axis.offset_ns is None else f"{axis.offset_ns / 1e9:+.6f} s"
        entries += [Figure(tr("Its field"), plain(axis.field, 64)), Figure(tr("Offset"), offset, None, about)]
    return [
        *entries,
        _count(
            tr("Rows held in order"), axis.reordered, tr("Rows whose time lay before the row before: shown beside it")
        ),
        _count(tr("Rows without a time"), axis.untimed, tr("Their time was missing or unreadable: placed by arrival")),
    ]


def _asked(count: int | None) -> Figure:
    about = tr("What the session asks the kernel for, before the connection is made")
    return Figure(tr("Asked"), tr("auto"), None, about) if count is None else _sized(tr("Asked"), count, about)


def _buffer_figures(buffer: ReceiveBuffer) -> list[Entry]:
    return [
        Heading(tr("Receive buffer")),
        _asked(buffer.asked),
        _sized(tr("Granted"), buffer.granted, tr("SO_RCVBUF read back; Linux doubles what is asked (man 7 socket)")),
        _sized(tr("Effective now"), buffer.effective, tr("SO_RCVBUF, read again each second")),
        _sized(tr("Auto-tuning's ceiling"), buffer.autotune_ceiling, tr("tcp_rmem[2], given up by asking for a size")),
        *([Note(_sentence(plain(told(buffer.note), 400)))] if buffer.note else []),
    ]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _kernel_figures(statistics: LinkStatistics, info: TcpInfo | None) -> list[Entry]:
    heading, no_info = Heading(tr("Kernel")), tr("No open connection, or not a Linux system")
    if info is None:
        return [heading, Figure("TCP_INFO", tr(NOT_AVAILABLE), None, no_info)]
    return [
        heading,
        _measured(
            tr("Waiting in the kernel"), info.waiting, "B", tr("SIOCINQ: acknowledged to the sender, not read yet")
        ),
        _measured(tr("Waiting in Qt"), statistics.in_qt, "B"),
        _measured(tr("Round trip"), info.rcv_rtt_ms, "ms", tr("rcv_rtt: as seen from the data that comes in")),
        _measured(
            tr("Last data"), info.last_data_recv_ms, "ms", tr("last_data_recv: since the last segment with data")
        ),
        _measured(tr("Out of order"), info.rcv_ooopack, "", tr("rcv_ooopack: segments that came out of order")),
        _measured(
            tr("Offered to the sender"), info.rcv_window, "B", tr("rcv_wnd: the room we offer; at 0 the sender waits")
        ),
        _sized(tr("Receive space"), info.rcv_space, tr("rcv_space: the window that auto-tuning aims at")),
        _measured(tr("Segment size"), info.rcv_mss, "B", "rcv_mss"),
        _measured(
            tr("Last acknowledgement"), info.last_ack_recv_ms, "ms", tr("last_ack_recv: since it acknowledged anything")
        ),
        _measured(tr("Sent again"), info.retransmits, "", tr("retransmits: of one segment, unanswered so far")),
        _measured(
            tr("Probes"), info.probes, "", tr("Unanswered so far, of its closed window or of an idle connection")
        ),
    ]
