"""What an edit does is said before it is done: a new connection or not, the history kept or not."""

from __future__ import annotations

import msgspec
import pytest

from app.decoding.options import Csv, FieldTime, Json, Rate
from app.framing.options import Fixed, Line
from app.link.options import TcpOptions
from app.quantities import ByteSize, Duration
from app.session.change import change_of
from app.session.schema import DeviceOptions

IMU = DeviceOptions(
    name="imu",
    address="tcp://127.0.0.1:7001",
    link=TcpOptions(host="127.0.0.1", port=7001),
    decoding=Csv(fields=("ax [m/s²]",)),
)


def with_link(**words: object) -> DeviceOptions:
    return msgspec.structs.replace(IMU, link=msgspec.structs.replace(IMU.link, **words))


def told(new: DeviceOptions) -> tuple[bool, bool]:
    change = change_of(IMU, new)
    assert change.is_one
    return change.reconnects, change.clears_history


@pytest.mark.parametrize(
    "new",
    [
        msgspec.structs.replace(IMU, name="imu2"),
        with_link(retry=Duration(10**9)),
        with_link(retry_most=Duration(10**10)),
        with_link(stale_after=Duration(10**9)),
        with_link(on_silence="reconnect"),
        with_link(transport="thread"),
    ],
)
def test_a_name_and_how_a_link_is_looked_after_interrupt_nothing(new: DeviceOptions):
    assert told(new) == (False, False)
    assert change_of(IMU, new).sentence == "The connection goes on and the history stays."


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (with_link(port=7002), "the address"),
        (with_link(host="::1", port=1), "the address"),
        (with_link(receive_buffer=ByteSize(1 << 16)), "the receive buffer"),
        (with_link(on_connect=(b"hello\n",)), "what is sent when it connects"),
    ],
)
def test_what_holds_from_the_connection_on_needs_a_new_one_and_keeps_the_history(new: DeviceOptions, why: str):
    assert told(new) == (True, False)
    assert change_of(IMU, new).sentence == f"A new connection is made, for {why}; the history stays, with a gap."


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (msgspec.structs.replace(IMU, framing=Fixed(size=4)), "another framing"),
        (msgspec.structs.replace(IMU, decoding=Json()), "another decoding"),
        (msgspec.structs.replace(IMU, decoding=Csv(fields=("ax", "ay"))), "another decoding"),
        (msgspec.structs.replace(IMU, decoding=Csv(fields=("ax [m/s²]",), separator="tab")), "another decoding"),
        (msgspec.structs.replace(IMU, time=Rate(rate_hz=1000.0)), "another time axis"),
    ],
)
def test_what_rows_are_made_by_clears_the_history(new: DeviceOptions, why: str):
    assert told(new) == (True, True)
    assert why in change_of(IMU, new).sentence
    assert "history of this device is cleared" in change_of(IMU, new).sentence


@pytest.mark.parametrize(
    "new",
    [
        msgspec.structs.replace(IMU, decoding=Csv(fields=("ax [g]",))),
        msgspec.structs.replace(IMU, decoding=Csv(fields=("noise",)), name="arm", framing=Line(max_frame=ByteSize(99))),
    ],
)
def test_other_names_and_units_of_the_same_values_interrupt_nothing(new: DeviceOptions):
    assert told(new) == (False, False)
    said = "The connection goes on and the history stays, under the new names and units."
    assert change_of(IMU, new).sentence == said


@pytest.mark.parametrize(
    "framing", [Line(max_frame=ByteSize(99)), Line(first_frame="drop"), Line(max_frame=ByteSize(1 << 24))]
)
def test_other_bounds_of_the_same_framing_interrupt_nothing(framing: Line):
    assert told(msgspec.structs.replace(IMU, framing=framing)) == (False, False)


def test_another_unit_and_another_address_make_a_new_connection_and_keep_the_history():
    new = msgspec.structs.replace(with_link(port=7002), decoding=Csv(fields=("ax [g]",)))
    assert told(new) == (True, False)
    said = "A new connection is made, for the address; the history stays, with a gap, under the new names and units."
    assert change_of(IMU, new).sentence == said


def test_the_channel_of_the_time_is_another_time_axis_where_it_is_called_otherwise():
    of_device = msgspec.structs.replace(IMU, decoding=Csv(fields=("t", "ax")), time=FieldTime(field="t"))
    other = msgspec.structs.replace(of_device, decoding=Csv(fields=("ax", "t")))
    assert change_of(of_device, other).clears_history
    assert not change_of(of_device, msgspec.structs.replace(of_device, decoding=Csv(fields=("t", "g")))).clears_history
    followed = msgspec.structs.replace(of_device, decoding=Csv(fields=("u", "ax")), time=FieldTime(field="u"))
    assert change_of(of_device, followed).clears_history


def test_the_worst_that_applies_is_said_with_all_that_causes_it():
    new = msgspec.structs.replace(with_link(port=7002), name="x", framing=Fixed(size=4), time=Rate(rate_hz=1.0))
    assert told(new) == (True, True)
    assert "with another framing and another time axis rows" in change_of(IMU, new).sentence


def test_another_spelling_of_the_same_address_is_no_change():
    change = change_of(IMU, msgspec.structs.replace(IMU, address="TCP://127.0.0.1:7001/"))
    assert (change.is_one, change.reconnects, change.clears_history) == (False, False, False)
    assert change.sentence == "Nothing changes."
