"""Where a link leads and what it asks of the kernel, as the session says it."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.quantities import ByteSize, Duration

DEFAULT_RECEIVE_BUFFER = ByteSize(4 << 20)


OnSilence = Literal["tell", "reconnect"]


class TcpOptions(msgspec.Struct, frozen=True, kw_only=True):
    """A TCP client's link. `receive_buffer` None leaves the kernel's auto-tuning alone ("auto").

    `retry` is the longest first pause before another attempt; it doubles with each failure up to `retry_most` (where
    that is shorter, it does not grow), and each pause is drawn at random below it. `stale_after` None: ten times the
    interval that was learned, at least 5 s.
    """

    host: str
    port: int
    receive_buffer: ByteSize | None = DEFAULT_RECEIVE_BUFFER
    on_connect: tuple[bytes, ...] = ()
    retry: Duration = Duration(500_000_000)
    retry_most: Duration = Duration(30_000_000_000)
    stale_after: Duration | None = None
    on_silence: OnSilence = "tell"
    transport: Literal["gui", "thread"] = "gui"


LinkOptions = TcpOptions  # a union, as transports come
