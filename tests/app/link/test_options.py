"""What a link does when the session says nothing of it."""

from __future__ import annotations

import msgspec
import pytest

from app.link.options import TcpOptions


def test_a_link_that_says_only_where_it_leads_has_the_designs_defaults() -> None:
    options = TcpOptions(host="imu.local", port=7001)
    assert (options.receive_buffer, options.on_connect, options.transport) == (4 << 20, (), "gui")
    assert (options.retry, options.retry_most) == (500_000_000, 30_000_000_000)
    assert (options.stale_after, options.on_silence) == (None, "tell")


def test_options_are_a_value() -> None:
    options = TcpOptions(host="a", port=1)
    assert options == TcpOptions(host="a", port=1)
    assert options != msgspec.structs.replace(options, receive_buffer=None)
    with pytest.raises(AttributeError):
        options.port = 2  # type: ignore[misc]


def test_host_and_port_cannot_be_left_out() -> None:
    with pytest.raises(TypeError):
        TcpOptions(host="a")  # type: ignore[call-arg]
