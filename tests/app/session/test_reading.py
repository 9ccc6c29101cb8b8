"""Session files, sound and not: what comes out, and what is said with which line."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.decoding.options import Arrival, BitField, Csv, FieldTime, Json, Rate, Struct, StructField
from app.framing.options import Length, Line
from app.link.options import DEFAULT_RECEIVE_BUFFER, TcpOptions
from app.quantities import ByteSize, Duration
from app.session.problems import Problem, SessionError
from app.session.reading import check_session, parse_session, read_session
from app.session.schema import DeviceOptions, PlotOptions, Session
from app.session.words import MAX_DEVICES
from tests.app.session.bench import BENCH, told, told_of_device


def test_a_session_comes_out_as_it_is_written() -> None:
    assert parse_session(BENCH) == Session(
        title="Bench 3",
        devices=(
            DeviceOptions(
                name="imu",
                address="tcp://192.168.7.20:7001",
                link=TcpOptions(host="192.168.7.20", port=7001, receive_buffer=ByteSize(2 << 20)),
                decoding=Csv(fields=("ax [m/s²]", "ay [m/s²]", "az [m/s²]")),
            ),
            DeviceOptions(
                name="scope",
                address="tcp://[fe80::1%eth0]:5000",
                link=TcpOptions(host="fe80::1%eth0", port=5000, receive_buffer=None, transport="thread"),
                framing=Length(size=2, order="little", max_frame=ByteSize(2 << 20), on_violation="skip"),
                decoding=Struct(
                    order="big",
                    fields=(
                        StructField(name="t", type="u64"),
                        StructField(type="pad", size=3),
                        StructField(name="ch1", type="f32", unit="V", repeat=500, dt=Duration(20_000)),
                        StructField(name="state", type="u8", bits=(BitField(name="armed", at=7),)),
                    ),
                ),
                time=FieldTime(field="t", unit="us"),
            ),
            DeviceOptions(
                name="gps",
                address="tcp://localhost:2947",
                link=TcpOptions(
                    host="localhost",
                    port=2947,
                    on_connect=(b'?WATCH={"enable":true,"json":true};\n', b"\xff\\"),
                    retry=Duration(250_000_000),
                    retry_most=Duration(60 * 10**9),
                    stale_after=Duration(10 * 10**9),
                    on_silence="reconnect",
                ),
                framing=Line(delimiter="\r\n"),
                decoding=Json(by="class", only=("TPV",), units={"TPV.lat": "°"}),
                time=Rate(rate_hz=1500.0),
            ),
            DeviceOptions(
                name="logger",
                address="tcp://192.168.7.23:9000",
                link=TcpOptions(host="192.168.7.23", port=9000),
                decoding=Csv(separator="blanks", header=2),
            ),
        ),
        plots=(
            PlotOptions(
                title="Acceleration",
                channels=("imu/ax", "scope/armed", "gps/TPV.lat"),
                window=Duration(45 * 10**9),
            ),
        ),
    )


def test_a_device_needs_a_name_and_a_link_only() -> None:
    (device,) = parse_session('[[device]]\nname = "imu"\nlink = "tcp://h:1"').devices
    assert device == DeviceOptions(name="imu", address="tcp://h:1", link=TcpOptions(host="h", port=1))
    assert device.link.receive_buffer == DEFAULT_RECEIVE_BUFFER
    assert (device.framing, device.decoding, device.time) == (Line(), Csv(header=True), Arrival())


def test_a_device_follows_the_sessions_transport_unless_it_says_its_own() -> None:
    device = '[[device]]\nname = "{}"\nlink = "tcp://h:1"\n'
    text = '[session]\ntransport = "thread"\n' + device.format("a") + device.format("b") + 'transport = "gui"\n'
    assert [device.link.transport for device in parse_session(text).devices] == ["thread", "gui"]


def test_an_empty_file_is_a_session_without_devices() -> None:
    assert parse_session("") == parse_session("# nothing yet\n") == Session()


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"\xef\xbb\xbf" + BENCH.replace("\n", "\r\n").encode())
    assert read_session(path) == parse_session(BENCH)


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text = textwrap.dedent("""\
        [session]
        transport = "threads"
        histroy = "10 min"

        [[device]]
        name = "imu"
        link = "tcp://h:70000"
        framing = { type = "lien" }

        [[device]]
        link = "tcp://h:1"
        time = 3

        [[plot]]
        channels = ["imo/ax"]
        """)
    assert told(text) == [
        's.toml:2: session: transport: expected "gui" or "thread", got "threads": did you mean "thread"?',
        's.toml:3: session: histroy: unknown key: did you mean "history"?',
        *(line for line in told(text) if ":7: " in line),
        's.toml:8: device "imu": framing.type: expected "line", "length", "fixed", "qdatastream" or "sync", got "lien":'
        ' did you mean "line"?',
        "s.toml:10: device 2: name is missing: expected a text in quotes",
        's.toml:12: device 2: time: expected "arrival", { rate = "1 kHz" } or { field = "t", unit = "us" }, got 3',
        's.toml:15: plot 1: channels[0]: there is no device "imo": did you mean "imu"?',
    ]


def test_the_problems_are_the_same_as_values(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text('[session]\ntransport = "x"\n')
    problem = Problem('expected "gui" or "thread", got "x"', 2, "session", "transport")
    assert check_session(path) == [problem]
    with pytest.raises(SessionError) as caught:
        read_session(path)
    assert caught.value.problems == (problem,)
    assert str(caught.value) == problem.text(path)


# -- the whole file


def test_a_newer_version_is_told_alone() -> None:
    text = '[session]\nversion = 2\nnew = 1\n[[device]]\nlink = "new://"\n'
    assert told(text) == [
        "s.toml:2: session: version: this file is of version 2, and this version of Quintet reads version 1:"
        " it needs a newer Quintet"
    ]


@pytest.mark.parametrize("version", ["0", "-1", '"1"', "1.0", "true"])
def test_a_version_that_never_was_is_refused(version: str) -> None:
    (line,) = told(f"[session]\nversion = {version}\n")
    assert line.startswith("s.toml:2: session: version: expected an integer of at least 1, got ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sesion = 1", 's.toml:1: sesion: unknown key: did you mean "session"?'),
        ("zzz = 1", "s.toml:1: zzz: unknown key; those known here are session, device, plot"),
        ("[[alarm]]", 's.toml:1: alarm: this version of Quintet does not know "alarm" yet'),
        ("[device]", "s.toml:1: device: expected [[device]] in double brackets, got a table"),
        ("device = 3", "s.toml:1: device: expected [[device]] in double brackets, got 3"),
        ("device = [3]", "s.toml:1: device 1: expected a table, got 3"),
        ("plot = [[]]", "s.toml:1: plot 1: expected a table, got an array"),
        ("[[session]]", "s.toml:1: session: expected one table, [session] in single brackets, got an array"),
        ("session = 1979-05-27", "got the date or time 1979-05-27"),
        ('"\\u001b[31m" = 1', 's.toml:1: "\\x1b[31m": unknown key; those known'),
    ],
)
def test_what_is_not_laid_out_as_a_session_is_told(text: str, expected: str) -> None:
    (line,) = told(text)
    assert expected in line


def test_more_devices_than_there_can_be_are_refused() -> None:
    text = "".join(f'[[device]]\nname = "d{i}"\nlink = "tcp://h:1"\n' for i in range(MAX_DEVICES + 1))
    assert told(text) == [f"s.toml:{3 * MAX_DEVICES + 1}: device {quoted_number()}: more than 64 of [[device]]: 65"]


def quoted_number() -> str:
    return f'"d{MAX_DEVICES}"'


def test_a_file_of_nothing_but_mistakes_is_told_of_up_to_a_bound() -> None:
    lines = told("".join(f"k{i} = 1\n" for i in range(50_000)))
    assert len(lines) == 101
    assert lines[-1] == "s.toml: more than 100 problems; these are the first"


# -- no TOML


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a = 10 min",
            "s.toml:1: not TOML: Expected newline or end of document after a statement, at column 8 of: a =",
        ),
        ("\n\na = gui\n", 'Invalid value, at column 5 of: a = gui (a text stands in quotes: "gui")'),
        ("a = [1,\n 2", "s.toml:2: not TOML: Unclosed array at the end of the file"),
        ("a = 1\n[t\n", "s.toml:2: not TOML: "),
        ('a = "\x1b[31m"', "not TOML: Illegal character"),
        ('a = "\\ud800"', "not TOML: "),
        ("a = 1979-02-30", "s.toml:1: not TOML: Invalid date"),
        ("[session]\rtitle = 1", "not TOML: "),
        ("a = 1\na.b = 2", "s.toml:2: not TOML: Cannot overwrite a value"),
        ("b = 1\na = " + "9" * 5000, "s.toml:2: not TOML: an integer of thousands of digits"),
        ("a = " + "[" * 100_000, "s.toml:1: nested deeper than 32: no session file"),
        ("a." * 100_000 + "a = 1", "s.toml:1: a key of more than 32 parts: no session file"),
    ],
)
def test_text_that_is_no_toml_is_told_with_its_line(text: str, expected: str) -> None:
    (line,) = told(text)
    assert expected in line
    assert line.isprintable()
    assert len(line) < 300


def test_keys_that_stand_twice_are_told_and_the_rest_is_checked_all_the_same() -> None:
    assert told('[session]\ntitle = "a"\nrefresh_hz = 0\ntitle = 3\n[[device]]\nname = "x"\nname = "y"\n') == [
        "s.toml:3: session: refresh_hz: expected a number from 1 to 240, got 0",
        "s.toml:4: session: title: stands here again, after line 2",
        's.toml:5: device "x": link is missing: expected a text in quotes',
        's.toml:7: device "x": name: stands here again, after line 6',
    ]


def test_a_header_that_stands_twice_says_how_several_are_written() -> None:
    assert told("[device]\n[device]\n") == [
        "s.toml:2: device: stands here again, after line 1: tables of which there are several have two brackets,"
        " [[device]]"
    ]
    assert told("[session]\n[session]\n") == ["s.toml:2: session: stands here again, after line 1"]


def test_a_key_that_stands_twice_within_braces_is_told() -> None:
    assert told_of_device('framing = { type = "line", type = "line" }') == [
        "s.toml:4: device 1: framing.type: stands here again, after line 4"
    ]


# -- hostile values


def test_values_of_every_wrong_type_are_refused_at_every_key() -> None:
    wrong = ["true", "1", "-1", "1.5", "nan", "inf", '""', '"\\u0000"', "1979-05-27", "07:32:00", "[]", "[[1]]", "{}"]
    wrong += ["0x" + "f" * 5000, "1" + "0" * 30, '"' + "x" * 5000 + '"', "[{}]", "{ type = 1 }", "{ type = [] }"]
    keys = ("name", "link", "receive_buffer", "on_connect", "retry", "retry_most", "stale_after", "on_silence")
    keys += ("transport", "time", "framing", "decoding")
    for key in keys:
        for value in wrong:
            for line in told(f"[[device]]\n{key} = {value}\n[[plot]]\n{key} = {value}\n[session]\n{key} = {value}\n"):
                assert line.isprintable()
                assert len(line) < 500


MARKS = ["{", "}", "[", "]", '"', "'", "=", ",", ".", "\n", "#", "\\", "\x00", "\x7f", "é", '""', '"""', "{}", "[]"]
WORDS = ["nan", "-1", "9" * 400, "1e999", "true", "1979-05-27", 'type = "csv"', "0x" + "f" * 40, "\ud7ff"]
FRAGMENTS = st.sampled_from([*MARKS, *WORDS, "[[device]]\n", "[session]\n"])


@settings(max_examples=400)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 12), FRAGMENTS), min_size=1, max_size=4))
def test_a_damaged_session_is_a_session_or_a_session_error(damages: list[tuple[int, int, str]]) -> None:
    text = BENCH
    for at, length, fragment in damages:
        at %= len(text) + 1
        text = text[:at] + fragment + text[at + length :]
    assert all(line.startswith("s.toml") and line.isprintable() for line in told(text))


VALUES = st.recursive(
    st.sampled_from(['"line"', '"csv"', '"1 s"', '"auto"', "1", "1.5", "true", "1979-05-27", '"\\u0007"', "-9", "inf"]),
    lambda items: st.one_of(
        st.lists(items, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(
            st.sampled_from(["type", "fields", "name", "rate", "field", "bits", "x"]), items, max_size=3
        ).map(lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"),
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["name", "link", "time", "framing", "decoding", "on_connect", "channels", "retry", "title", "version"]
)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(["[session]", "[[device]]", "[[plot]]"]), KEYS, VALUES), max_size=6))
def test_any_values_are_a_session_or_a_session_error(parts: list[tuple[str, str, str]]) -> None:
    text = "\n".join(f"{header}\n{key} = {value}" for header, key, value in parts)
    assert all(line.startswith("s.toml") and line.isprintable() for line in told(text))
