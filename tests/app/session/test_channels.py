"""Channels that plots name."""

from __future__ import annotations

import numpy as np
import pytest

from app.decoding.factory import make_decoder
from app.decoding.options import Arrival, BitField, Csv, Json, Struct, StructField
from app.session.channels import named_channels, plotted_channels
from app.stream import Frames, Run
from tests.app.session.bench import told

DEVICES = """[[device]]
name = "imu"
link = "tcp://h:1"
decoding = { type = "csv", fields = ["ax [m/s²]", "ay"] }
[[device]]
name = "gps"
link = "tcp://h:1"
decoding = { type = "json", by = "class" }
"""


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("imu/az", 'device "imu" has no channel "az"; its channels are "ax", "ay"'),
        ("imu/axx", 'device "imu" has no channel "axx": did you mean "ax"?'),
        ("imu/ax [m/s²]", 'device "imu" has no channel "ax [m/s²]"'),
        ("uim/ax", 'there is no device "uim": did you mean "imu"?'),
        ("radar/ax", 'there is no device "radar"; those known are imu, gps'),
        ("imu", 'expected "device/channel" such as "imu/ax", got "imu"'),
        ("imu/", 'expected "device/channel" such as "imu/ax", got "imu/"'),
        ("/ax", 'expected "device/channel" such as "imu/ax", got "/ax"'),
    ],
)
def test_a_channel_that_cannot_be_is_told(channel: str, expected: str) -> None:
    (problem,) = told(f'{DEVICES}[[plot]]\ntitle = "A"\nchannels = ["imu/ax",\n "{channel}"]')
    assert problem.startswith(f's.toml:12: plot "A": channels[1]: {expected}')


def test_channels_that_only_the_data_can_name_are_taken() -> None:
    assert told(f'{DEVICES}[[plot]]\nchannels = ["gps/TPV.lat", "gps/a/b", "imu/ay"]') == []


def test_a_channel_is_checked_though_its_device_has_a_problem_elsewhere() -> None:
    text = DEVICES.replace("tcp://h:1", "udp://h:1", 1) + '[[plot]]\nchannels = ["imu/q"]'
    assert [line.partition(": ")[0] for line in told(text)] == ["s.toml:3", "s.toml:10"]


def test_a_plot_is_checked_like_any_table() -> None:
    assert told('[[plot]]\ntitle = "A"\nwindow = "0.1 ms"\nchanels = []\n') == [
        's.toml:3: plot "A": window: expected "1 ms" to "8784 h", got "0.1 ms"',
        's.toml:4: plot "A": chanels: unknown key: did you mean "channels"?',
    ]


def test_the_names_are_those_that_the_decoder_gives() -> None:
    bits = (BitField(name="armed", at=0),)
    fields = (
        StructField(name="a", type="u8"),
        StructField(type="pad"),
        StructField(name="b", type="u8", bits=bits),
        StructField(type="u8", bits=(BitField(name="c", at=1),)),
    )
    assert named_channels(Struct(fields=fields)) == ("a", "b", "armed", "c")
    assert named_channels(Csv(fields=("t", "ax [m/s²]", "t"))) == ("t", "ax", "t (2)")
    assert named_channels(Csv(header=True)) is None
    assert named_channels(Json()) is None


def test_channels_of_several_tables_are_named_with_theirs_in_plots() -> None:
    fields = (
        StructField(name="ch", type="i16", repeat=4),
        StructField(name="n", type="u8", bits=(BitField(name="armed", at=0),)),
        StructField(name="slow", type="i16", repeat=2),
    )
    names = ("ch", "n", "armed", "slow", "frame.n", "frame.armed", "block2.slow")
    assert plotted_channels(Struct(fields=fields)) == names
    assert plotted_channels(Struct(fields=fields[:1])) == ("ch",)
    assert plotted_channels(Struct(fields=fields[1:2])) == ("n", "armed")
    assert plotted_channels(Csv()) is None
    decoder = make_decoder(Struct(fields=fields), Arrival())
    batches = decoder.decode(Frames.of_run(memoryview(bytes(13)), Run(0, 13, 13, 1), np.zeros(1, np.int64)))
    made = {f"{batch.table}.{column.name}".lstrip(".") for batch in batches for column in batch.columns}
    assert made == {"ch", "frame.n", "frame.armed", "block2.slow"}


@pytest.mark.parametrize(
    ("edges", "seen"),
    [
        ("[1.0]", "[1]"),
        ("[]", "[]"),
        ("[2, 1]", "[2, 1]"),
        ("[1, 1]", "[1, 1]"),
        ("[1, 2, 3, 4]", "[1, 2, 3, ...]"),
        ("[-1.7e308, 1.7e308]", "[-1.7e+308, 1.7e+308]"),
        ("[0, 5e-324]", "[0, 4.94066e-324]"),
    ],
)
def test_a_range_has_a_lower_and_an_upper_edge(edges: str, seen: str) -> None:
    (problem,) = told(f'[[plot]]\ntitle = "A"\nrange = {edges}')
    assert problem == f's.toml:3: plot "A": range: expected [lower, upper] such as [-1.0, 1.0], got {seen}'


def test_ranges_of_further_axes_are_told_by_their_units_with_the_line() -> None:
    text = """[[plot]]
title = "A"
ranges = { "°C" = [0, 80], "" = [2, 1], V = "wide", A = [1], "m\\u0007" = [0, 1] }
"""
    assert told(text) == [
        's.toml:3: plot "A": ranges.V: expected an array, got "wide"',
        's.toml:3: plot "A": ranges."m\\x07": the character U+0007 does not print',
    ]
    assert told(text.replace(', V = "wide"', "").replace(', "m\\u0007" = [0, 1]', "")) == [
        's.toml:3: plot "A": ranges."": expected [lower, upper] such as [-1.0, 1.0], got [2, 1]',
        's.toml:3: plot "A": ranges.A: expected [lower, upper] such as [-1.0, 1.0], got [1]',
    ]
    assert told("[[plot]]\nranges = [0, 1]") == ["s.toml:2: plot 1: ranges: expected a table, got an array"]
    (edges,) = told('[[plot]]\n[plot.ranges]\n"m/s²" = [1, 0]')
    assert edges == 's.toml:3: plot 1: ranges."m/s²": expected [lower, upper] such as [-1.0, 1.0], got [1, 0]'


def test_where_a_plot_stands_is_checked_like_any_word() -> None:
    assert told('[[plot]]\nrow = 0\nheight = 0\nwidth = 21\nrange = "wide"\nshown = "no"\npage = 3') == [
        "s.toml:2: plot 1: row: expected an integer from 1 to 256, got 0",
        "s.toml:3: plot 1: height: expected a number from 0.05 to 20, got 0",
        "s.toml:4: plot 1: width: expected a number from 0.05 to 20, got 21",
        's.toml:5: plot 1: range: expected an array, got "wide"',
        's.toml:6: plot 1: shown: expected true or false, got "no"',
        "s.toml:7: plot 1: page: expected a text in quotes, got 3",
    ]
