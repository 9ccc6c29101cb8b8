"""A session in plain words."""

from __future__ import annotations

import msgspec
import pytest

from app.link.options import TcpOptions
from app.quantities import ByteSize
from app.session.describe import describe
from app.session.reading import parse_session
from app.session.schema import DeviceOptions, PlotOptions, Session
from tests.app.session.bench import BENCH


def of(lines: str, kind: str) -> str:
    """The sentence about `kind` of a device with these lines."""
    text = f'[[device]]\nname = "a"\nlink = "tcp://h:1"\n{lines}'
    (line,) = (line for line in describe(parse_session(text)) if line.startswith(f"  {kind} "))
    return line.removeprefix(f"  {kind} ").strip()


def test_a_session_is_told_device_by_device() -> None:
    assert describe(parse_session(BENCH))[:11] == [
        "Bench 3: 4 devices, 1 plot",
        "  shows      60 refreshes a second at most; a history of 10 min or 512 MiB, whichever is less",
        "imu",
        "  connects   to port 7001 of 192.168.7.20 over TCP, read in the GUI thread",
        "  returns    within 500 ms of a loss, then within twice as long each time, up to 30 s",
        "  silent     called so after ten times its usual pause, and at least 5 s",
        "  buffer     2 MiB asked of the kernel, instead of its auto-tuning",
        "  frames     ended by \\n, 1 MiB at most",
        "  decodes    text set apart by commas; 3 channels: ax [m/s²], ay [m/s²], az [m/s²]",
        "  time       of arrival",
        "scope",
    ]
    assert '  sends      ?WATCH={"enable":true,"json":true};\\n  at each connection' in describe(parse_session(BENCH))
    assert describe(parse_session(BENCH))[-1] == "  draws      3 channels: imu/ax, scope/armed, gps/TPV.lat, 45 s wide"


def test_a_session_without_devices_says_so() -> None:
    assert describe(parse_session(""))[0] == "no devices, no plots"


@pytest.mark.parametrize(
    ("lines", "kind", "told"),
    [
        ('receive_buffer = "auto"', "buffer", "left to the kernel's auto-tuning"),
        (
            'transport = "thread"',
            "connects",
            "to port 1 of h over TCP, read in a thread of its own",
        ),
        ('retry = "10 s"\nretry_most = "10 s"', "returns", "within 10 s of a loss"),
        ('stale_after = "2 min"', "silent", "called so after 2 min without data"),
        (
            'on_silence = "reconnect"',
            "silent",
            "called so after ten times its usual pause, and at least 5 s, and connected to anew",
        ),
        ("framing = { type = 'fixed', size = 1 }", "frames", "of 1 byte each"),
        (
            "framing = { type = 'line', first_frame = 'drop' }",
            "frames",
            "ended by \\n, the first one dropped, 1 MiB at most",
        ),
        (
            "framing = { type = 'length', size = 1, offset = 2, counts = 'frame' }",
            "frames",
            "with their length in 1 byte behind 2 bytes, which counts header and payload, 1 MiB at most",
        ),
        (
            "framing = { type = 'fixed', size = 1 }",
            "damage",
            "nothing in frames of a fixed size tells that a byte was lost: all behind it would be shifted",
        ),
        (
            "framing = { type = 'qdatastream', on_violation = 'skip' }",
            "damage",
            "a bare length tells of a lost byte only once a length is impossible: until then values may be wrong; "
            "on an impossible length so many bytes are skipped",
        ),
        ("framing = { type = 'qdatastream' }", "frames", "QDataStream's byte arrays, big-endian, 1 MiB at most"),
        (
            "framing = { type = 'sync', word = 'a55a', length_size = 2, max_frame = '1 KiB' }",
            "frames",
            "that begin with A5 5A, then their length in 2 bytes, little-endian, checked by crc16-ccitt, 1 KiB at most",
        ),
        ("decoding = { type = 'csv' }", "decodes", "text set apart by commas; the columns are c1, c2, ..."),
        (
            "decoding = { type = 'csv', header = 2 }",
            "decodes",
            "text set apart by commas; named by the last of the first 2 lines",
        ),
        (
            "decoding = { type = 'csv', separator = 'tab', header = true, fields = ['a'] }",
            "decodes",
            "text set apart by tabs; 1 channel: a; the lines before the first number set aside",
        ),
        ("decoding = { type = 'json' }", "decodes", "JSON objects; the channels are their keys"),
        (
            "decoding = { type = 'json', by = 'class', only = ['A', 'B'] }",
            "decodes",
            'JSON objects; a table for each "class", of which A, B',
        ),
        (
            "decoding = { type = 'struct', fields = [{ name = 'x', type = 'f64' }] }",
            "decodes",
            "binary, little-endian, 8 bytes a frame; 1 channel: x",
        ),
        ("time = { rate = '50 kHz' }", "time", "a nominal rate of 50 kHz, disciplined to arrival"),
        ("time = { field = 't', unit = 'iso', epoch = 'unix' }", "time", 'its own, in "t" (ISO 8601), since 1970'),
        (
            "time = { field = 't', unit = 'us', epoch = 'boot' }",
            "time",
            'its own, in "t" (us), by this computer\'s clock, since boot',
        ),
    ],
)
def test_each_word_has_its_sentence(lines: str, kind: str, told: str) -> None:
    assert of(lines, kind) == told


def test_many_channels_are_counted() -> None:
    fields = [f"c{number}" for number in range(1000)]
    assert of(f"decoding = {{ type = 'csv', fields = {fields} }}", "decodes").endswith("c6, c7 and 992 more")


class Later(msgspec.Struct, frozen=True, kw_only=True, tag="later"):
    """A framing or decoding that nobody has given a sentence yet."""

    max_frame: ByteSize = ByteSize(1024)
    word: str = "x"


def test_what_has_no_sentence_yet_is_told_by_its_words() -> None:
    link = TcpOptions(host="h", port=1)
    device = DeviceOptions(name="a", address="tcp://h:1", link=link, framing=Later(), decoding=Later())  # type: ignore[arg-type]
    lines = describe(Session(devices=(device,)))
    assert "  frames     later, max_frame 1024, word x, 1 KiB at most" in lines
    assert "  decodes    later, max_frame 1024, word x" in lines


def test_where_a_plot_stands_is_told_where_the_file_says_it() -> None:
    plots = (
        PlotOptions(
            title="A", page="Over", row=2, height=2.0, range=(-1.0, 2.5), ranges={"°C": (0.0, 80.0), "": (1.0, 2.0)}
        ),
        PlotOptions(title="B"),
        PlotOptions(title="C", channels=("imu/t",), shown=False),
    )
    lines = describe(Session(plots=plots))
    assert lines[2:] == [
        "plot A",
        "  draws      no channels, 30 s wide",
        '  stands     on page "Over", in row 2, 2 times as high',
        "  range      from -1 to 2.5, whatever the data",
        "  range      from 0 to 80 °C, whatever the data",
        "  range      from 1 to 2 (no unit), whatever the data",
        "plot B",
        "  draws      no channels, 30 s wide",
        "plot C",
        "  draws      nothing, nor do the devices of 1 channel: imu/t by themselves",
    ]
