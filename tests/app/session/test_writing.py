"""Sessions written as new files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.decoding.options import Arrival, BitField, Csv, FieldTime, Json, Rate, Struct, StructField
from app.framing.options import Fixed, Length, Line, QDataStreamBlocks, Sync
from app.link.options import TcpOptions
from app.quantities import ByteSize, Duration
from app.session.problems import SaveError
from app.session.reading import parse_session, read_session
from app.session.schema import DeviceOptions, PlotOptions, Session
from app.session.writing import session_text, write_session
from tests.app.session.bench import BENCH

PRINTABLE = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="/"), min_size=1, max_size=8
) | st.sampled_from(["a b", "'", '"', "\\", "x y z"])
SIZES = st.integers(1 << 10, 1 << 28).map(ByteSize)
TIMES = st.integers(10**7, 10**13).map(Duration)
ORDERS = st.sampled_from(["little", "big"])
NUMBERS = st.floats(-1e9, 1e9, allow_nan=False)

FRAMINGS = st.one_of(
    st.builds(
        Line, delimiter=st.text(st.characters(max_codepoint=255), min_size=1, max_size=4), max_frame=SIZES,
        first_frame=st.sampled_from(["whole", "drop"]),
    ),
    st.builds(
        Length, size=st.sampled_from([1, 2, 4, 8]), order=ORDERS, offset=st.integers(0, 99), adjust=st.integers(-9, 9),
        counts=st.sampled_from(["payload", "frame"]), keep_header=st.booleans(), max_frame=SIZES,
    ),
    st.builds(Fixed, size=st.integers(1, 10**6)),
    st.builds(QDataStreamBlocks, order=ORDERS, on_violation=st.sampled_from(["reconnect", "skip"])),
    st.builds(Sync, word=st.sampled_from(["A5 5A", "00"]), checksum=st.sampled_from(["none", "crc32"])),
)  # fmt: skip
STRUCT_FIELDS = st.builds(
    StructField,
    name=st.just("x"),
    type=st.sampled_from(["u8", "i32", "f64"]),
    unit=PRINTABLE,
    scale=NUMBERS,
    offset=NUMBERS,
    repeat=st.integers(1, 99),
    dt=st.none() | TIMES,
) | st.just(StructField(name="x", type="u8", bits=(BitField(name="b", at=1, width=2), BitField(name="c", at=4))))
DECODINGS = st.one_of(
    st.builds(Csv, separator=st.sampled_from([",", "tab"]), fields=st.lists(PRINTABLE, max_size=4).map(tuple),
              header=st.sampled_from([False, True, 0, 1, 3])),
    st.builds(Json, by=st.just("class"), only=st.lists(PRINTABLE, max_size=2).map(tuple),
              units=st.dictionaries(PRINTABLE, PRINTABLE, max_size=2)),
    st.builds(Struct, fields=STRUCT_FIELDS.map(lambda field: (field, StructField(type="pad", size=3))), order=ORDERS),
)  # fmt: skip
TIME_AXES = st.one_of(
    st.just(Arrival()),
    st.floats(0.1, 1e9).map(lambda rate: Rate(rate_hz=rate)),
    st.builds(
        FieldTime, field=st.just("x"), unit=st.sampled_from(["us", "iso"]), epoch=st.sampled_from(["device", "unix"])
    ),
    st.builds(FieldTime, field=st.just("x"), unit=st.just("ms"), epoch=st.just("boot")),
)


@st.composite
def devices(draw: st.DrawFn, number: int) -> DeviceOptions:
    decoding = draw(DECODINGS)
    time = draw(TIME_AXES)
    if isinstance(time, FieldTime) and isinstance(decoding, Csv):
        decoding = Csv(header=True)
    link = TcpOptions(
        host="h.example",
        port=draw(st.integers(1, 65535)),
        receive_buffer=draw(st.none() | SIZES),
        on_connect=tuple(draw(st.lists(st.binary(max_size=8), max_size=2))),
        retry=draw(st.integers(10**7, 10**12).map(Duration)),
        retry_most=draw(st.integers(10**7, 10**12).map(Duration)),
        stale_after=draw(st.none() | st.integers(10**8, 10**15).map(Duration)),
        on_silence=draw(st.sampled_from(["tell", "reconnect"])),
        transport=draw(st.sampled_from(["gui", "thread"])),
    )
    name = f"{draw(PRINTABLE)}{number}"
    return DeviceOptions(
        name=name,
        address=f"tcp://h.example:{link.port}",
        link=link,
        framing=draw(FRAMINGS),
        decoding=decoding,
        time=time,
    )


@st.composite
def plots(draw: st.DrawFn, channels: tuple[str, ...]) -> PlotOptions:
    low = draw(st.floats(-1e300, 1e300))
    return PlotOptions(
        title=draw(PRINTABLE),
        channels=channels,
        window=draw(TIMES),
        page=draw(PRINTABLE),
        row=draw(st.none() | st.integers(1, 256)),
        height=draw(st.floats(0.05, 20)),
        width=draw(st.floats(0.05, 20)),
        range=draw(st.none() | st.just((low, low + max(1.0, abs(low))))),
        ranges=draw(st.dictionaries(st.just("") | PRINTABLE, st.just((low, low + max(1.0, abs(low)))), max_size=3)),
        shown=draw(st.booleans()),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    made = tuple(draw(devices(number)) for number in range(draw(st.integers(0, 3))))
    channels = tuple(f"{device.name}/x" for device in made if not isinstance(device.decoding, Csv))
    return Session(
        title=draw(PRINTABLE),
        transport=draw(st.sampled_from(["gui", "thread"])),
        refresh_hz=draw(st.floats(1, 240)),
        history=draw(st.integers(10**9, 10**15).map(Duration)),
        history_bytes=draw(st.integers(1 << 20, 1 << 40).map(ByteSize)),
        devices=made,
        plots=tuple(draw(plots(channels)) for _ in range(draw(st.integers(0, 3)))),
    )


@settings(max_examples=80)
@given(sessions())
def test_any_session_reads_back_as_it_was_written(session: Session) -> None:
    assert parse_session(session_text(session)) == session


def test_a_written_session_says_what_differs_from_the_defaults_and_no_more() -> None:
    link = TcpOptions(host="h", port=1, on_connect=(b'?W={"a":1};\n',), receive_buffer=None)
    session = Session(
        title="Bench",
        devices=(DeviceOptions(name="imu", address="tcp://h:1", link=link, time=Rate(rate_hz=1000.0)),),
        plots=(PlotOptions(title="A", channels=("imu/ax",)),),
    )
    assert session_text(session) == (
        '[session]\ntitle = "Bench"\n\n'
        '[[device]]\nname = "imu"\nlink = "tcp://h:1"\n'
        "on_connect = ['?W={\"a\":1};\\n']\n"
        'receive_buffer = "auto"\ntime = { rate = "1 kHz" }\n'
        'framing = { type = "line" }\ndecoding = { type = "csv", header = true }\n\n'
        '[[plot]]\ntitle = "A"\nchannels = ["imu/ax"]\n'
    )


def test_a_new_file_holds_the_session(tmp_path: Path) -> None:
    session = parse_session(BENCH)
    write_session(session, tmp_path / "s.toml")
    assert read_session(tmp_path / "s.toml") == session


def test_a_session_that_would_not_read_back_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text("old")
    link = TcpOptions(host="h", port=1)
    unsound = DeviceOptions(name="a/b", address="tcp://h:1", link=link)
    other = DeviceOptions(name="a", address="tcp://elsewhere:1", link=link)
    with pytest.raises(SaveError, match=r'would not read back(.|\n)*without "/"'):
        write_session(Session(devices=(unsound,)), path)
    with pytest.raises(SaveError, match="would read back as another one"):
        write_session(Session(devices=(other,)), path)
    assert path.read_text() == "old"
