"""What a row of the list says: state by word, rates, values that do not jump."""

import math
from dataclasses import replace

import pytest

from app.clock import now_ns
from app.health.judgement import Finding, Level
from app.link.contract import State as LinkState
from tests.ui.desk import decoded, session_of
from ui.devices.lines import Channel, device_line, steady_number
from ui.theme.tokens import State


def test_a_device_that_waits_says_why(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.refuse("connection refused by 127.0.0.1")
    line = device_line(rig, rig.devices[0])
    assert (line.state, line.word, line.detail) == (State.WARNING, "waiting", "connection refused by 127.0.0.1")
    assert line.rate == ("", "")
    assert str(line) == "imu: waiting, connection refused by 127.0.0.1"


def test_a_device_that_waits_counts_down_in_the_column_of_rates(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.more = {"next_try_ns": now_ns() + 40_900_000_000}
    link.refuse("refused")
    line = device_line(rig, rig.devices[0])
    assert (line.word, line.rate, line.detail) == ("waiting", ("in 40", "s"), "refused")
    assert str(line) == "imu: waiting, in 40 s, refused"
    link.more = {"next_try_ns": 0}
    assert device_line(rig, rig.devices[0]).rate == ("now", "")


def test_a_device_says_what_its_link_is_doing(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.enter(LinkState.RESOLVING)
    assert device_line(rig, rig.devices[0]).word == "looking up the name"
    link.enter(LinkState.CONNECTING)
    assert device_line(rig, rig.devices[0]).word == "connecting to 127.0.0.1:7001"


def test_a_silent_device_says_for_how_long_and_shows_no_rate_of_bytes(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    link.more = {"is_stale": True, "silent_ns": 12_000_000_000}
    rig._second()
    line = device_line(rig, rig.devices[0])
    assert (line.state, line.word, line.byte_rate) == (State.STALE, "silent for 12 s", ("", ""))


def test_a_finding_stands_beside_the_state_with_its_cause(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    decoded(rig.devices[0], link, b"1,2,3\n")
    rig._second()
    finding = Finding("starved", Level.FAIR, "Bytes had to wait", "5 times in 10 s", "", 0)
    status = rig.status(rig.devices[0])
    rig._status["imu"] = replace(status, health=replace(status.health, findings=(finding,)))
    line = device_line(rig, rig.devices[0])
    assert (line.state, line.word, line.detail) == (State.WARNING, "open, bytes had to wait", "5 times in 10 s")


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
        (-0.0001, 40.0, 3, "0.000"),
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


def test_a_device_that_waits_counts_down_in_german_too(in_german, make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.more = {"next_try_ns": now_ns() + 40_900_000_000}
    link.refuse("refused")
    assert (device_line(rig, rig.devices[0]).word, device_line(rig, rig.devices[0]).rate) == ("wartet", ("in 40", "s"))
    link.more = {"next_try_ns": now_ns() + 80_900_000_000}
    assert device_line(rig, rig.devices[0]).rate == ("in 1 min 20", "s")
    link.more = {"next_try_ns": 0}
    assert device_line(rig, rig.devices[0]).rate == ("jetzt", "")
