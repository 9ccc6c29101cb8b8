"""Sessions changed in place: what was not meant stays to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.quantities import ByteSize, Duration
from app.session.edit import EditError, SessionDocument
from app.session.places import Path as Keys
from app.session.problems import ChangedOnDiskError, SaveError, SessionError
from app.session.reading import read_session
from app.session.writing import device_table
from tests.app.session.bench import BENCH

TEXT = """\
# Bench three, by Ada

[session]   # the session
title = "Bench 3"  # shown
transport = "gui"

# the imu
[[device]]
name = "imu" # c1
link = "tcp://a:1"
receive_buffer = "4096 KiB"  # tuned
framing = { type = "line" }
decoding = { type = "csv", fields = [
  "ax",   # first
  "ay",   # second
] }

# a plot, between the devices
[[plot]]
title = "p"
channels = ["imu/ax", "imu/ay"]
# about b
[[device]]
name = "b"
link = "tcp://b:1"
[device.framing]
type = "length"  # hm
size = 2

# the end
"""


def edited(keys: Keys, value: Any, text: str = TEXT) -> str:
    document = SessionDocument(text)
    document.set(keys, value)
    assert document.session()
    return document.text


@pytest.mark.parametrize(
    ("keys", "value", "old", "new"),
    [
        (("session", "title"), "New", 'title = "Bench 3"  # shown', 'title = "New"  # shown'),
        (("session", "refresh_hz"), 30, 'transport = "gui"\n', 'transport = "gui"\nrefresh_hz = 30\n'),
        (("device", 0, "link"), "tcp://c:2", "tcp://a:1", "tcp://c:2"),
        (("device", 0, "receive_buffer"), ByteSize(8 << 20), '"4096 KiB"  # tuned', '"8 MiB"  # tuned'),
        (("device", 0, "receive_buffer"), "auto", '"4096 KiB"  # tuned', '"auto"  # tuned'),
        (("device", 1, "transport"), "thread", 'link = "tcp://b:1"\n', 'link = "tcp://b:1"\ntransport = "thread"\n'),
        (("device", 1, "framing", "size"), 8, "size = 2", "size = 8"),
        (("device", 1, "framing"), {"type": "line"}, 'type = "length"  # hm\nsize = 2\n', 'type = "line"  # hm\n'),
        (("device", 0, "decoding", "fields"), ["ax", "ay", "az"], "# second\n", '# second\n  "az",\n'),
        (("device", 0, "decoding", "fields", 1), "y", '"ay",   # second', '"y",   # second'),
        (("plot", 0, "channels"), ["imu/ay"], '["imu/ax", "imu/ay"]', '["imu/ay"]'),
        (("plot", 0, "window"), Duration(10**10), 'imu/ay"]\n', 'imu/ay"]\nwindow = "10 s"\n'),
        (("device", 0, "framing", "type"), "qdatastream", '{ type = "line" }', '{ type = "qdatastream" }'),
    ],
)  # fmt: skip
def test_a_change_touches_its_own_place_alone(keys: Keys, value: Any, old: str, new: str) -> None:
    if keys == ("device", 0, "decoding", "fields", 1):
        assert edited(keys, value, TEXT.replace("imu/ay", "imu/ax")) == TEXT.replace("imu/ay", "imu/ax").replace(
            old, new
        )
    else:
        assert TEXT.count(old) == 1
        assert edited(keys, value) == TEXT.replace(old, new)


def test_the_same_value_in_other_words_leaves_the_text() -> None:
    assert edited(("device", 0, "receive_buffer"), ByteSize(4 << 20)) == TEXT
    assert edited(("session",), {"title": "Bench 3", "transport": "gui"}) == TEXT


def test_windows_line_ends_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    assert edited(("session", "refresh_hz"), 30, text) == text.replace('"gui"\r\n', '"gui"\r\nrefresh_hz = 30\r\n')
    document = SessionDocument(text)
    document.append("plot", {"title": "x"})
    assert document.text.count("\n") == document.text.count("\r\n")


def test_a_section_that_is_not_there_is_made_below_what_the_file_says_of_itself() -> None:
    text = '# Bench\n\n# the imu\n[[device]]\nname = "a"\nlink = "tcp://a:1"\n'
    assert edited(("session", "title"), "T", text) == text.replace("# the imu", '[session]\ntitle = "T"\n\n# the imu')
    assert edited(("session", "title"), "T", "") == '[session]\ntitle = "T"\n'
    assert edited(("session", "title"), "T", "# Bench\n") == '# Bench\n\n[session]\ntitle = "T"\n'
    assert edited(("session", "title"), "T", '# a\n[[plot]]\ntitle = "x"') == (
        '# a\n\n[session]\ntitle = "T"\n\n[[plot]]\ntitle = "x"'
    )


def test_dotted_keys_stay_dotted() -> None:
    text = 'session.title = "a"\nsession.transport = "gui" # x'
    assert edited(("session", "title"), "b", text) == text.replace('"a"', '"b"').rstrip() + "\n"


def test_a_device_comes_behind_the_last_one_and_a_plot_behind_the_last_one() -> None:
    document = SessionDocument(TEXT)
    document.append("device", {"name": "c", "link": "tcp://c:1", "retry": Duration(10**9)})
    document.append("plot", {"channels": ["c/x"]})
    assert document.text == TEXT.replace(
        "size = 2\n", 'size = 2\n\n[[device]]\nname = "c"\nlink = "tcp://c:1"\nretry = "1 s"\n'
    ).replace('"imu/ay"]\n', '"imu/ay"]\n\n[[plot]]\nchannels = ["c/x"]\n\n')
    assert [device.name for device in document.session().devices] == ["imu", "b", "c"]


def test_the_first_device_comes_at_the_end() -> None:
    document = SessionDocument("# mine\n[session]\n")
    document.append("device", {"name": "c", "link": "tcp://c:1"})
    assert document.text == '# mine\n[session]\n\n[[device]]\nname = "c"\nlink = "tcp://c:1"\n'


def test_devices_that_stand_in_an_array_are_changed_there() -> None:
    document = SessionDocument('device = [ {name="a", link="tcp://a:1"}, # one\n]\n')
    document.append("device", {"name": "c", "link": "tcp://c:1"})
    document.set(("device", 0, "transport"), "thread")
    document.remove(("device", 1))
    assert document.values == {"device": [{"name": "a", "link": "tcp://a:1", "transport": "thread"}]}


def test_a_device_goes_with_its_comment_and_its_own_headers() -> None:
    document = SessionDocument(TEXT)
    document.remove(("device", 1))
    cut = TEXT.index("# about b"), TEXT.index("# the end")
    assert document.text == TEXT[: cut[0]] + TEXT[cut[1] :]
    document = SessionDocument(TEXT)
    document.remove(("plot", 0))
    document.remove(("device", 0))
    assert document.text == TEXT[: TEXT.index("# the imu")] + TEXT[TEXT.index("# about b") :]


def test_a_key_goes_with_its_line() -> None:
    document = SessionDocument(TEXT)
    document.remove(("device", 0, "receive_buffer"))
    assert document.text == TEXT.replace('receive_buffer = "4096 KiB"  # tuned\n', "")
    document.remove(("device", 1, "framing"))
    assert document.values["device"][1] == {"name": "b", "link": "tcp://b:1"}


@pytest.mark.parametrize(
    "keys",
    [("device", 7, "name"), ("device", 0, "name", "x"), ("device", "x"), ("device",), (), ("plot", 0, "channels", 9)],
)
def test_a_change_that_has_no_place_is_refused_and_changes_nothing(keys: Keys) -> None:
    document = SessionDocument(TEXT)
    for change in (lambda: document.set(keys, ["x"]), lambda: document.remove((*keys, "nothing"))):
        with pytest.raises(EditError):
            change()
    assert document.text == TEXT


PATHS: list[Keys] = [
    ("session", "title"),
    ("session", "history"),
    ("device", 0, "transport"),
    ("device", 0, "decoding", "fields"),
    ("device", 0, "time"),
    ("device", 1, "retry"),
    ("device", 1, "decoding", "fields", 2, "repeat"),
    ("device", 1, "decoding", "fields", 3, "bits"),
    ("device", 2, "link"),
    ("device", 2, "framing", "delimiter"),
    ("device", 2, "decoding", "units", "TPV.lat"),
    ("device", 3, "decoding"),
    ("plot", 0, "channels"),
]
VALUES = [
    "x",
    "",
    'q"\\\n',
    3,
    1.5,
    True,
    [],
    ["a", "b"],
    ["imu/ax", "z"],
    [{"name": "n"}],
    {},
    {"type": "line", "z": [1]},
]


def changed(values: dict[str, Any], keys: Keys, value: Any) -> dict[str, Any]:
    """`values` with the change made in plain Python; None takes the key away."""
    node: Any = values
    for key in keys[:-1]:
        node = node[key]
    if value is None:
        del node[keys[-1]]
    else:
        node[keys[-1]] = value
    return values


@settings(max_examples=120)
@given(st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from([*VALUES, None])), min_size=1, max_size=4))
def test_any_changes_come_out_as_in_plain_python_and_keep_the_comments(changes: list[tuple[Keys, Any]]) -> None:
    document = SessionDocument(BENCH)
    for keys, value in changes:
        try:
            expected = changed(document.values, keys, value)
        except (LookupError, TypeError):
            continue  # an earlier change has taken its place away
        if value is None:
            document.remove(keys)
        else:
            document.set(keys, value)
        assert document.values == expected
    assert "# Bench 3\n" in document.text
    assert 'transport = "gui"            # or "thread"' in document.text


# -- files


def test_a_saved_file_holds_the_changed_text(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    document = SessionDocument.load(path)
    assert not document.is_changed
    document.set((*document.device("b"), "transport"), "thread")
    assert document.is_changed
    document.save()
    assert not document.is_changed
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# Bench")
    assert read_session(path).devices[1].link.transport == "thread"
    document.save()


def test_a_device_is_found_by_its_name() -> None:
    document = SessionDocument(TEXT)
    assert document.device("b") == ("device", 1)
    with pytest.raises(KeyError):
        document.device("c")


def test_a_file_that_somebody_else_changed_is_not_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text(TEXT)
    document = SessionDocument.load(path)
    document.set(("session", "title"), "mine")
    path.write_text(TEXT + "# theirs\n")
    with pytest.raises(ChangedOnDiskError, match="changed by another program"):
        document.save()
    assert path.read_text() == TEXT + "# theirs\n"
    document.save(tmp_path / "copy.toml")
    assert "mine" in (tmp_path / "copy.toml").read_text()
    document = SessionDocument.load(path)
    document.set(("session", "title"), "mine")
    path.write_text(TEXT)
    document.save(overwrite=True)
    assert "mine" in path.read_text()


def test_a_file_that_is_gone_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text(TEXT)
    document = SessionDocument.load(path)
    path.unlink()
    document.save()
    assert path.read_text() == TEXT


def test_an_unsound_session_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text(TEXT)
    document = SessionDocument.load(path)
    document.set(("device", 0, "link"), "nonsense")
    with pytest.raises(SessionError, match=r"s\.toml:10: .* link: expected"):
        document.save()
    assert path.read_text() == TEXT


def test_what_has_no_file_yet_needs_a_name() -> None:
    with pytest.raises(SaveError, match="no file yet"):
        SessionDocument("").save()


def test_what_is_no_session_is_not_loaded(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="no such file"):
        SessionDocument.load(tmp_path / "s.toml")
    with pytest.raises(SessionError, match="unknown key"):
        SessionDocument("x = 1")


def test_a_device_table_of_a_session_can_be_appended() -> None:
    document = SessionDocument(BENCH)
    session = document.session()
    for device in session.devices:
        document.append("device", device_table(device, session) | {"name": device.name + "2"})
    assert len(document.session().devices) == 2 * len(session.devices)
    assert document.session().devices[5].link == session.devices[1].link
    assert document.session().devices[6].framing == session.devices[2].framing
