"""Whether anybody still answers at the other end, while something that we sent is unacknowledged. Pure.

A peer that is gone without a word (its cable, its power) is found by keep-alive as long as nothing of ours is under
way: 50 s, see socket_options.py. But Linux holds keep-alive back while something is unacknowledged or waits for room
(tcp_keepalive_timer), and then goes on for a quarter of an hour (tcp_retries2). TCP_USER_TIMEOUT ends that sooner, but
also kills a healthy connection whose peer has merely stopped reading. TCP_INFO tells the two apart:

    gone            nothing comes back. tcpi_retransmits counts the retransmission time-outs since the last
                    acknowledgement that was news, or, where the peer's window was closed already, tcpi_probes
                    (icsk_probes_out) the probes of it since any acknowledgement. The spans between them double.
    not reading     the peer's network stack acknowledges each probe of its closed window, which sets tcpi_probes back
                    to 0 and tcpi_last_ack_recv to that moment. At worst one probe is under way when we look.

So the device is gone once TRIES have been unanswered and nothing at all has come for PATIENCE_NS: neither an
acknowledgement (tcpi_last_ack_recv) nor data (tcpi_last_data_recv; where both sides send, data may come without news).
The last acknowledgement may be an hour old when we begin to send, so the time counts from when tries were first seen.
It counts looks, not the clock: while this computer was suspended or we were stopped, nobody looked.

What it leaves out: while a window stays closed the spans between probes grow to two minutes. A peer that first did not
read for minutes, and then goes, is found after as many spans.
"""

from __future__ import annotations

from app.link.contract import TcpInfo

LOOK_NS = 1_000_000_000  # between two looks
TRIES = 3  # what keep-alive takes as well: one or two are lost in a busy network
PATIENCE_NS = 35_000_000_000  # keep-alive's own probes need 30 s: where it acts, it shall be the one who tells


class Unanswered:
    """One connection's.

    Attributes:
        for_ns: how long tries have been unanswered, nothing else having come; 0 while none is.
    """

    def __init__(self, now_ns: int) -> None:
        self.for_ns = 0
        self._looked_ns = now_ns

    def is_gone(self, info: TcpInfo, now_ns: int) -> bool:
        """A look, about every LOOK_NS. Where the system does not tell, nobody is ever gone."""
        step = min(now_ns - self._looked_ns, 2 * LOOK_NS)
        self._looked_ns = now_ns
        tries = (info.retransmits or 0) + (info.probes or 0)
        if not tries:
            self.for_ns = 0
            return False
        quiet_ms = [span for span in (info.last_ack_recv_ms, info.last_data_recv_ms) if span is not None]
        self.for_ns = min([self.for_ns + step, *(span * 1_000_000 for span in quiet_ms)])
        return tries >= TRIES and self.for_ns >= PATIENCE_NS
