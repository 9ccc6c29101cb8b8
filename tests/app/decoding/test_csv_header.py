"""What each line of a CSV stream is. (Seen from outside: test_csv.)"""

from app.decoding.csv_cells import Splitter
from app.decoding.csv_header import Aside, Header, Unsound
from app.decoding.options import Csv


def header_of(**options):
    return Header(Csv(**options), Splitter(b","))


def names(header):
    return [channel.name for channel in header.layout.channels]


def test_before_the_first_row_there_is_no_layout():
    header = header_of(header=True)
    assert header.judge(b"x,y") == Aside("header")
    assert header.layout is None
    assert header.judge(b"1,2") == [b"1", b"2"]
    assert names(header) == ["x", "y"]


def test_names_that_rows_have_fitted_are_sure():
    header = header_of(header=True)
    header.judge(b"x,y")
    header.judge(b"1,2")
    assert not header.layout.sure
    header.fits()
    assert header.layout.sure


def test_a_made_up_layout_is_never_sure():
    header = header_of()
    header.judge(b"1,2")
    header.fits()
    assert [header.judge(b"1") for _ in range(3)] == [Unsound("wrong field count")] * 2 + [[b"1"]]
    assert names(header) == ["c1"]


def test_a_channel_is_the_same_under_every_header():
    header = header_of(header=True)
    header.judge(b"x,y,z")
    header.judge(b"1,2,3")
    before = {channel.name: channel for channel in header.layout.channels}
    assert header.judge(b"z,x,y") == Aside("header")
    assert [before[channel.name] is channel for channel in header.layout.channels] == [True] * 3
    assert names(header) == ["z", "x", "y"]


def test_the_end_of_a_connection_forgets_its_header():
    header = header_of(header=2)
    assert [header.judge(line) for line in (b"note", b"x")] == [Aside("header")] * 2
    header.judge(b"1")
    header.end()
    assert header.layout is None
    assert [header.judge(line) for line in (b"note", b"y")] == [Aside("header")] * 2
    header.judge(b"1")
    assert names(header) == ["y"]


def test_a_header_beyond_any_length_is_no_header():
    header = header_of(header=1)
    header.judge(b"x," * 100_000)
    header.judge(b"1,2")
    assert names(header) == ["c1", "c2"]


def test_a_header_in_another_encoding_is_counted_off_all_the_same():
    header = header_of(header=1)
    assert header.judge(b"t [\xb0C],y") == Aside("header")
    header.judge(b"1,2")
    assert [channel.unit for channel in header.layout.channels] == ["\ufffdC", ""]
