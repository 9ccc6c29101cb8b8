"""What the simulator says, read; anything else is refused with its beginning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.faults.messages import Closed, Digest, Fault, MessageError, Opened, Over, Ready, Refused, Totals, read


@pytest.mark.parametrize(
    ("line", "event"),
    [
        (b'{"event":"ready","devices":{"imu":7001},"seed":42}', Ready({"imu": 7001}, 42)),
        (
            b'{"event":"fault","device":"imu","fault":"rst","connection":1,"at_ns":5,"seconds":null,"sent":9,'
            b'"taken":8,"unsent":null}',
            Fault("imu", "rst", 1, 5, None, 9, 8, None),
        ),
        (b'{"event":"fault","device":"imu","fault":"stall","seconds":2}', Fault("imu", "stall", seconds=2.0)),
        (b'{"event":"over","device":"imu","fault":"stall","at_ns":7}', Over("imu", "stall")),
        (b'{"event":"refused","device":"imu","fault":"x","reason":"n/a"}', Refused("imu", "x", "n/a")),
        (b'{"event":"opened","device":"imu","connection":2,"at_ns":7}', Opened("imu", 2)),
        (
            b'{"event":"closed","device":"imu","connection":2,"at_ns":7,"sent":3,"taken":3,"unsent":0,"frames":1,'
            b'"damaged":0,"how":"fin"}',
            Closed("imu", 2, "fin", 3, 3, 0, 1, 0),
        ),
        (b'{"event":"digest","device":"imu","connection":1,"bytes":3,"digest":null}', Digest()),
        (b'{"event":"totals","devices":[]}', Totals()),
    ],
)
def test_each_event_is_read(line: bytes, event: object) -> None:
    assert read(line) == event


@pytest.mark.parametrize(
    "line",
    [
        b"device   address",
        b"[]",
        b'{"event":"new"}',
        b'{"event":"fault","device":"imu"}',
        b'{"event":"fault","device":"imu","fault":"rst","sent":-1}',
        b'{"event":"fault","device":"imu","fault":"rst","seconds":1e300}',
        b'{"event":"over","device":"' + b"x" * 1000 + b'","fault":"rst"}',
        b"\xff\xfe",
        b"[" * 50_000,
    ],
)
def test_what_is_none_is_refused_with_its_beginning_and_plain(line: bytes) -> None:
    with pytest.raises(MessageError) as caught:
        read(line)
    told = str(caught.value)
    assert told.startswith("not understood: ")
    assert told.isprintable()
    assert len(told) < 300


@given(st.binary(max_size=200))
def test_no_line_raises_anything_else(line: bytes) -> None:
    with pytest.raises(MessageError):
        read(line)
