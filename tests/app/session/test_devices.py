"""What is told of one [[device]]."""

from __future__ import annotations

import pytest

from app.session.reading import parse_session
from tests.app.session.bench import told, told_of_device


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("lnk = 1", 'lnk: unknown key: did you mean "link"?'),
        ("colour = 1", "colour: unknown key; those known here are name, link, receive_buffer, on_connect, retry"),
        ("poll = {}", 'poll: this version of Quintet does not know "poll" yet'),
        ("receive_buffer = 4194304", 'receive_buffer: expected a size such as "4 MiB" or "auto", got 4194304'),
        ('receive_buffer = "atuo"', 'receive_buffer: expected a size such as "4 MiB" or "auto", got "atuo": did you'),
        ('receive_buffer = "1 B"', 'receive_buffer: expected "1 KiB" to "1 GiB", got "1 B"'),
        ('receive_buffer = "2 GiB"', 'receive_buffer: expected "1 KiB" to "1 GiB", got "2 GiB"'),
        ('retry = "1 ms"', 'retry: expected "10 ms" to "24 h", got "1 ms"'),
        ('retry_most = "25 h"', 'retry_most: expected "10 ms" to "24 h", got "25 h"'),
        ("retry_most = 30", 'retry_most: expected a duration such as "500 ms", got 30'),
        ('stale_after = "50 ms"', 'stale_after: expected "100 ms" to "8784 h", got "50 ms"'),
        ("stale_after = 5", 'stale_after: expected a duration such as "500 ms", got 5'),
        (
            'on_silence = "reconect"',
            'on_silence: expected "reconnect" or "tell", got "reconect": did you mean "reconnect',
        ),
        ('on_connect = "x"', 'on_connect: expected an array, got "x"'),
        ("on_connect = [1]", "on_connect[0]: expected a text in quotes, got 1"),
        ("on_connect = ['\\q']", r"on_connect[0]: unknown escape \q: known are \n, \r, \t, \0, \xHH, and \\ for"),
        (
            "on_connect = ['" + "x" * 40_000 + "', '" + "x" * 30_000 + "']",
            "on_connect: expected 65536 bytes at most, got",
        ),
        ("transport = 'threads'", 'transport: expected "gui" or "thread", got "threads": did you mean "thread"?'),
        ("framing = { type = 'slip' }", 'framing.type: this version of Quintet does not know "slip" yet; it knows "li'),
        ("decoding = { type = 'NMEA' }", 'decoding.type: this version of Quintet does not know "NMEA" yet; it knows'),
        ("framing = { type = 'line', delimiter = '' }", "framing.delimiter: expected 1 to 64 bytes, got ''"),
        ("framing = { type = 'line', delimiter = '\\q' }", r"framing.delimiter: unknown escape \q"),
        ("framing = { type = 'line', size = 3 }", "framing.size: unknown key"),
        ("framing = { type = 'fixed', size = 0 }", "framing.size: expected 1 to 268435456 bytes, got 0"),
        ("framing = { type = 'fixed' }", "framing: size is missing: expected an integer"),
        ("framing = { type = 'sync', word = 'xyz' }", "framing.word: expected 1 to 64 bytes in hex"),
        ("framing = { type = 'sync', word = '" + "g" * 4000 + "' }", "framing.word: expected 1 to 64 bytes in hex"),
        ("framing = { type = 'length', size = true }", "framing.size: expected 1, 2, 4 or 8, got true"),
        ("framing = { type = 'length', max_frame = '1 GiB' }", "framing.max_frame: expected 1 B to 256 MiB"),
        ("decoding = { type = 'csv', fields = [1] }", "decoding.fields[0]: expected a text in quotes, got 1"),
        ("decoding = { type = 'csv', header = -1 }", "decoding.header: expected 0 to"),
        ("decoding = { type = 'struct' }", "decoding: fields is missing: expected an array"),
        ("decoding = { type = 'struct', fields = [{ type = 'u8' }] }", "decoding.fields[0].name: expected a name"),
        ("decoding = { type = 'json', units = { a = 1 } }", "decoding.units.a: expected a text in quotes, got 1"),
    ],
)
def test_a_wrong_line_of_a_device_is_told_with_its_key(line: str, expected: str) -> None:
    (problem,) = told_of_device(line)
    assert problem.startswith(f's.toml:4: device "imu": {expected}')
    assert len(problem) < 500


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ('""', "device 1: name: expected 1 to 64 characters, got an empty text"),
        ('"' + "x" * 65 + '"', "name: expected 1 to 64 characters, got 65"),
        ('"a/b"', 'name: expected a name without "/" and without blanks around it, got "a/b"'),
        ('" a"', "name: expected a name without"),
        ('"a\\u0000"', "name: the character U+0000 does not print"),
        ('"a\\nb"', 'device "a\\nb": name: the character U+000A does not print: "a\\nb"'),
        ("3", "device 1: name: expected a text in quotes, got 3"),
    ],
)
def test_a_name_that_is_no_name_is_told(name: str, expected: str) -> None:
    (problem,) = told(f'[[device]]\nname = {name}\nlink = "tcp://h:1"')
    assert problem.startswith("s.toml:2: device ")
    assert expected in problem


@pytest.mark.parametrize("name", ["x", "x" * 64, "Gerät 5", "日本", "<b>bold", "a.b", "-", "'"])
def test_any_printable_name_of_64_characters_is_a_name(name: str) -> None:
    assert parse_session(f'[[device]]\nname = "{name}"\nlink = "tcp://h:1"').devices[0].name == name


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("imu", "imu", 'the device of line 2 is called "imu" already'),
        ("imu", "IMU", 'the device of line 2 is called "imu" already, which differs in upper and lower case alone'),
        ("\u00e9", "e\u0301", "the device of line 2 is called"),
    ],
)
def test_a_name_that_another_device_has_is_told(first: str, second: str, expected: str) -> None:
    device = '[[device]]\nname = "{}"\nlink = "tcp://h:1"\n'
    (problem,) = told(device.format(first) + device.format(second))
    assert problem.startswith("s.toml:5: device ")
    assert expected in problem
