"""Where a link leads and what it asks of the kernel, as the session says it."""

from __future__ import annotations

from typing import Literal

import msgspec

from app.quantities import ByteSize, Duration

DEFAULT_RECEIVE_BUFFER = ByteSize(4 << 20)


class TcpOptions(msgspec.Struct, frozen=True, kw_only=True):
    """A TCP client's link. `receive_buffer` None leaves the kernel's auto-tuning alone ("auto")."""

    host: str
    port: int
    receive_buffer: ByteSize | None = DEFAULT_RECEIVE_BUFFER
    on_connect: tuple[bytes, ...] = ()
    retry: Duration = Duration(1_000_000_000)
    transport: Literal["gui", "thread"] = "gui"


LinkOptions = TcpOptions  # a union, as transports come
