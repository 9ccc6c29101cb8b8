"""What holds where a session file is silent: the defaults of the design."""

from __future__ import annotations

import pytest

from app.decoding.options import Arrival, Csv
from app.framing.options import Line
from app.link.options import TcpOptions
from app.session.schema import DeviceOptions, PlotOptions, Session


def test_a_session_that_says_nothing_has_the_designs_bounds() -> None:
    session = Session()
    assert (session.title, session.transport, session.refresh_hz) == ("", "gui", 60.0)
    assert (session.history, session.history_bytes) == (600 * 10**9, 512 << 20)
    assert (session.devices, session.plots) == ((), ())


def test_a_device_that_says_only_where_it_is_sends_lines_of_csv_with_a_header() -> None:
    device = DeviceOptions(name="d", address="tcp://a:1", link=TcpOptions(host="a", port=1))
    assert (device.framing, device.decoding, device.time) == (Line(), Csv(header=True), Arrival())


def test_a_plot_shows_half_a_minute() -> None:
    assert PlotOptions().window == 30 * 10**9


def test_a_session_is_a_value_that_nobody_changes() -> None:
    assert Session() == Session()
    with pytest.raises(AttributeError):
        Session().title = "other"  # type: ignore[misc]
