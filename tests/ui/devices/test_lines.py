"""What a row of the list says: state by word, rates, values that do not jump."""

import math

import pytest

from app.link.contract import State as LinkState
from tests.ui.desk import decoded, session_of
from ui.devices.lines import Channel, device_line, shown_state, steady_number
from ui.theme.tokens import State


@pytest.mark.parametrize(
    ("state", "shown"),
    [("open", State.GOOD), ("connecting", State.BUSY), ("waiting", State.WARNING), ("failed", State.ALARM),
     ("idle", State.OFFLINE)],
)  # fmt: skip
def test_each_state_of_a_link_has_its_mark(state: str, shown: State):
    assert shown_state(state) is shown


def test_every_state_of_a_link_is_known_by_its_word():
    marks = {state: shown_state(str(state)) for state in LinkState}
    assert [state for state, mark in marks.items() if mark is State.OFFLINE] == [LinkState.IDLE]


def test_a_device_that_waits_says_why(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.refuse("connection refused by 127.0.0.1")
    line = device_line(rig, rig.devices[0])
    assert (line.state, line.word, line.detail) == (State.WARNING, "waiting", "connection refused by 127.0.0.1")
    assert line.rate == ("", "")
    assert str(line) == "imu: waiting, connection refused by 127.0.0.1"


def test_a_connected_device_says_where_it_is(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    decoded(rig.devices[0], link, b"1,2,3\n")
    line = device_line(rig, rig.devices[0])
    assert (line.state, line.word, line.detail) == (State.GOOD, "open", "127.0.0.1:7001")


def test_a_device_that_sends_no_frame_points_to_the_raw_bytes(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    decoded(rig.devices[0], link, b"x" * 4096)
    line = device_line(rig, rig.devices[0])
    assert (line.state, line.word, line.detail) == (State.WARNING, "open, no frames", "4 KiB received: see Raw")


def test_a_device_whose_frames_are_all_rejected_names_the_commonest_reason(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    decoded(rig.devices[0], link, b"1\n2\n\xff,1,2\n")
    line = device_line(rig, rig.devices[0])
    assert (line.state, line.word) == (State.WARNING, "open, all rejected")
    assert line.detail == "wrong field count: see Rejected"


def test_a_ledger_that_does_not_add_up_comes_before_all_else(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    rig.failures["imu"] = ["bytes: received 1 is not 2"]
    line = device_line(rig, rig.devices[0])
    assert (line.state, line.word) == (State.ALARM, "ledger does not add up")


def test_nothing_in_a_name_or_a_reason_can_act(make_rig):
    rig, (link,) = make_rig(session_of("<b>a</b>".replace("/", "")))
    link.refuse("\x1b[31mred\u202e")
    line = device_line(rig, rig.devices[0])
    assert line.detail == "·[31mred·"
    assert line.name == "<b>a<b>"


def test_a_channel_shows_its_value_with_its_unit_and_whether_more_is_to_come(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    table = decoded(rig.devices[0], link, b"-0.25,9.81,21\n").pipeline.tables[""]
    assert str(Channel(table, 0, "ax").line(stale=False)) == "ax: −0.25 m/s²"
    line = Channel(table, 1, "ay").line(stale=True)
    assert (line.value, line.unit, line.stale) == ("9.81", "m/s²", True)


def test_a_line_is_made_anew_only_when_its_table_has_changed(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    device = decoded(rig.devices[0], link, b"1,2,3\n")
    channel = Channel(device.pipeline.tables[""], 0, "ax")
    first = channel.line(stale=False)
    assert channel.line(stale=False) is first
    decoded(device, link, b"1.5,2,3\n")
    assert channel.line(stale=False).value == "1.5"


@pytest.mark.parametrize(
    ("value", "greatest", "decimals", "text"),
    [
        (0.0, 0.0, 0, "0"),
        (9.81, 9.81, 0, "9.81"),
        (9.8, 9.81, 2, "9.80"),
        (-0.123456, 40.0, 0, "−0.123"),
        (3003.8349, 3003.8349, 0, "3003.8"),
        (3003.0, 3003.0, 0, "3003"),
        (1.5e12, 1.5e12, 0, "1.5000e+12"),
        (1.5e-7, 1.5e-7, 0, "1.5000e-07"),
        (math.nan, 1.0, 0, "NaN"),
        (-math.inf, 1.0, 0, "−∞"),
    ],
)
def test_a_number_has_the_decimals_that_its_channel_needs(value, greatest, decimals, text):
    assert steady_number(value, greatest, decimals)[0] == text


def test_decimals_do_not_come_and_go_with_the_values(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    device = decoded(rig.devices[0], link, b"1.25,2,3\n")
    channel = Channel(device.pipeline.tables[""], 0, "ax")
    shown = [channel.line(stale=False).value]
    for value in (b"1.5", b"-2", b"3.125"):
        decoded(device, link, value + b",2,3\n")
        shown.append(channel.line(stale=False).value)
    assert shown == ["1.25", "1.50", "−2.00", "3.125"]
