"""The power supply: what its readings say, and what commands, good and bad, do to it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.simulator.clock import now_ns
from app.simulator.devices.supply import (
    CONSTANT_CURRENT,
    LINE_BYTES,
    LOAD_CYCLE_NS,
    OUTPUT,
    OVER_CURRENT,
    REFUSED,
    Supply,
)
from tests.app.simulator.wire import supply

SECOND = 10**9


@pytest.fixture
def device():
    return Supply()


@pytest.fixture
def later():
    """A time in whole cycles of the load, after the supply was switched on."""
    return (now_ns() // LOAD_CYCLE_NS + 2) * LOAD_CYCLE_NS


def told(device, line, at_ns):
    device.console().feed(line + b"\n", at_ns)


def reading(device, at_ns):
    return supply(bytes(device.render(0, np.array([at_ns])).data))[0]


def test_power_is_voltage_times_current(device, later):
    for frame in supply(bytes(device.render(0, later + np.arange(400) * 20_000_000).data)):
        assert frame["power"] == pytest.approx(frame["voltage"] * frame["current"], abs=0.2)
        assert frame["voltage"] <= frame["set_voltage"] + 0.1
        assert frame["current"] <= frame["current_limit"] + 0.05


def test_the_output_ramps_up_and_discharges(device, later):
    told(device, b"OUTP OFF", later)
    told(device, b"OUTP ON", later + 5 * SECOND)
    off = [reading(device, later + ms * 10**6)["voltage"] for ms in (0, 100, 500, 4000)]
    assert off == sorted(off, reverse=True)
    assert off[-1] < 0.05
    up = [reading(device, later + 5 * SECOND + ms * 10**6)["voltage"] for ms in (0, 200, 400, 1500)]
    assert up == sorted(up)
    assert up[-1] == pytest.approx(12.0, abs=0.05)


def test_off_nothing_flows_and_the_flag_is_out(device, later):
    assert reading(device, later)["flags"] & OUTPUT
    told(device, b"OUTP OFF", later)
    frame = reading(device, later + 4 * SECOND)
    assert not frame["flags"] & OUTPUT
    assert abs(frame["current"]) < 0.05


def test_a_set_voltage_is_reached_and_shown(device, later):
    told(device, b"VOLT 5.5", later)
    frame = reading(device, later + 2 * SECOND)
    assert (frame["set_voltage"], frame["commands"]) == (5.5, 1)
    assert frame["voltage"] == pytest.approx(5.5, abs=0.05)


def test_the_limit_holds_the_current_and_says_so(device, later):
    told(device, b"CURR 0.25", later)
    frame = reading(device, later + 2 * SECOND)
    assert frame["current"] == pytest.approx(0.25, abs=0.02)
    assert frame["voltage"] < 4
    assert frame["flags"] & CONSTANT_CURRENT
    assert frame["flags"] & OVER_CURRENT


def test_the_load_overloads_a_well_set_supply_for_a_moment_each_cycle(device, later):
    flags = [frame["flags"] for frame in supply(bytes(device.render(0, later + np.arange(400) * 20_000_000).data))]
    assert 5 <= sum(bool(each & OVER_CURRENT) for each in flags) <= 15


def test_it_warms_up_and_cools_down(device, later):
    cold, warm = reading(device, later)["temperature"], reading(device, later + 200 * SECOND)["temperature"]
    told(device, b"OUTP OFF", later + 200 * SECOND)
    cooled = reading(device, later + 900 * SECOND)["temperature"]
    assert cold < warm
    assert cooled < warm
    assert cooled == pytest.approx(24, abs=0.5)


@pytest.mark.parametrize(
    "line", [b"outp off", b"OUTPUT 0", b"  Outp   OFF \r", b"OUTPut off"], ids=lambda line: line.decode().strip()
)
def test_commands_are_taken_in_either_case_short_or_long(device, later, line):
    told(device, line, later)
    assert not reading(device, later)["flags"] & (OUTPUT | REFUSED)


@pytest.mark.parametrize(
    "line",
    [
        b"VOLT", b"VOLT x", b"VOLT -1", b"VOLT 30.1", b"VOLT nan", b"VOLT inf", b"VOLT 1e3", b"VOLT 1_0", b"VOLT 5 V",
        b"VOLT\x005", b"CURR 5.001", b"CURR 9999999", b"OUTP", b"OUTP MAYBE", b"HELP", b"\xff\xfe", b"*IDN",
        b"VOLT 5;CURR 1", "VOLT ٥".encode(), b"OUTP ON" + b" " * LINE_BYTES + b"x",
    ],
)  # fmt: skip
def test_a_bad_command_changes_nothing_and_lights_the_flag_until_a_good_one(device, later, line):
    told(device, line, later)
    frame = reading(device, later + SECOND)
    assert frame["flags"] & REFUSED
    assert (frame["set_voltage"], frame["current_limit"], frame["commands"]) == (12.0, 2.0, 0)
    told(device, b"*CLS", later + SECOND)
    frame = reading(device, later + SECOND)
    assert not frame["flags"] & REFUSED
    assert frame["commands"] == 1


def test_a_question_is_accepted_and_the_stream_stays_readings_alone(device, later):
    told(device, b"*IDN?", later)
    frame = reading(device, later)
    assert (frame["commands"], frame["flags"] & REFUSED) == (1, 0)


def test_reset_switches_off_and_goes_back_to_the_settings_of_the_start(device, later):
    told(device, b"VOLT 3", later)
    told(device, b"*RST", later)
    frame = reading(device, later)
    assert (frame["set_voltage"], frame["flags"] & OUTPUT, frame["commands"]) == (12.0, 0, 2)


def test_the_count_of_commands_goes_round(device, later):
    for _ in range(3):
        told(device, b"\n".join([b"*CLS"] * 100), later)
    assert reading(device, later)["commands"] == 300 % 256


def test_a_reader_that_is_late_sees_what_held_at_its_frames(device, later):
    told(device, b"VOLT 5", later + 5 * SECOND)
    told(device, b"VOLT 7", later + 6 * SECOND)
    frames = supply(bytes(device.render(0, later + np.arange(4, 8) * SECOND).data))
    assert [frame["set_voltage"] for frame in frames] == [12, 5, 7, 7]


def test_frames_rendered_ahead_are_known_to_be_stale_after_a_command(device, later):
    before = device.revision
    told(device, b"VOLT 5", later)
    assert device.revision != before


@pytest.mark.parametrize("cut", range(16))
def test_a_command_may_come_in_two_pieces(device, later, cut):
    line = b"VOLT 7.25\r\nCURR 1\n"
    console = device.console()
    console.feed(line[:cut], later)
    console.feed(line[cut:], later)
    frame = reading(device, later)
    assert (frame["set_voltage"], frame["current_limit"], frame["commands"]) == (7.25, 1.0, 2)


def test_an_endless_line_is_one_refused_command_and_holds_no_memory(device, later):
    console = device.console()
    for _ in range(1000):
        console.feed(b"OUTP OFF" * 100, later)
    assert console.waiting <= LINE_BYTES
    console.feed(b"\nVOLT 9\n", later)
    frame = reading(device, later)
    assert (frame["set_voltage"], frame["commands"], frame["flags"] & OUTPUT) == (9.0, 1, OUTPUT)


def test_clients_do_not_end_each_others_lines(device, later):
    one, other = device.console(), device.console()
    one.feed(b"VOLT ", later)
    other.feed(b"CURR 1\n", later)
    one.feed(b"6\n", later)
    frame = reading(device, later)
    assert (frame["set_voltage"], frame["current_limit"], frame["flags"] & REFUSED) == (6.0, 1.0, 0)


@given(st.lists(st.binary(max_size=300), max_size=8))
def test_nothing_that_comes_in_makes_it_raise_or_send_what_is_no_reading(pieces):
    device = Supply()
    console = device.console()
    for piece in pieces:
        console.feed(piece, now_ns())
        assert console.waiting <= LINE_BYTES
    assert len(supply(bytes(device.render(0, now_ns() + np.arange(3)).data))) == 3
