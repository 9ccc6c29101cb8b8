"""The sessions opened last."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.session.recent import KEPT, RecentSessions


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "recent.json"


def test_without_a_file_there_is_no_last_session(file: Path) -> None:
    recent = RecentSessions(file)
    assert (recent.paths(), recent.last(), recent.problem) == ([], None, None)
    assert not file.parent.exists()


def test_the_newest_comes_first_and_each_once(file: Path) -> None:
    recent = RecentSessions(file)
    for name in ("/a.toml", "/b.toml", "/a.toml"):
        recent.add(name)
    assert recent.paths() == [Path("/a.toml"), Path("/b.toml")]
    assert recent.last() == Path("/a.toml")
    assert RecentSessions(file).paths() == recent.paths()


def test_only_the_newest_are_kept(file: Path) -> None:
    recent = RecentSessions(file)
    for number in range(KEPT + 5):
        recent.add(f"/{number}.toml")
    assert RecentSessions(file).paths() == [Path(f"/{number}.toml") for number in range(KEPT + 4, 4, -1)]


def test_a_relative_path_is_kept_as_an_absolute_one(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    recent = RecentSessions(file)
    recent.add("x/../s.toml")
    assert recent.last() == tmp_path / "s.toml"
    recent.remove(tmp_path / "s.toml")
    assert RecentSessions(file).paths() == []


def test_a_name_that_is_no_utf8_comes_back_as_it_was(file: Path) -> None:
    path = Path(os.fsdecode(b"/b\xfcro \xe2\x82\xac.toml"))
    RecentSessions(file).add(path)
    assert RecentSessions(file).last() == path


def test_two_windows_share_the_list(file: Path) -> None:
    one, other = RecentSessions(file), RecentSessions(file)
    one.add("/a.toml")
    other.add("/b.toml")
    one.add("/c.toml")
    assert one.paths() == [Path("/c.toml"), Path("/b.toml"), Path("/a.toml")]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b"[]", b'{"sessions": 3}', b'{"sessions": [3]}', b'{"sessions": [""]}',
     b'{"sessions": ["a\\u0000b"]}', b"[" * 100_000, b"x" * (5 << 20)],
    ids=["empty", "binary", "list", "number", "numbers", "no name", "zero", "nested", "huge"],
)  # fmt: skip
def test_an_unreadable_list_counts_as_empty_and_is_put_aside(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    recent = RecentSessions(file)
    assert recent.paths() == []
    assert recent.problem is not None
    recent.add("/a.toml")
    assert recent.problem is None
    assert RecentSessions(file).paths() == [Path("/a.toml")]
    assert file.with_name("recent.json.unreadable").read_bytes() == content


def test_a_list_that_cannot_be_saved_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    recent = RecentSessions(tmp_path / "config" / "recent.json")
    recent.add("/a.toml")
    recent.add("/b.toml")
    assert recent.paths() == [Path("/b.toml"), Path("/a.toml")]
    assert recent.problem is not None


def test_on_a_full_disk_the_old_list_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    RecentSessions(file).add("/a.toml")
    recent = RecentSessions(file)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full)
        recent.add("/b.toml")
    assert "No space left" in str(recent.problem)
    assert recent.paths() == [Path("/b.toml"), Path("/a.toml")]
    assert json.loads(file.read_text())["sessions"] == ["/a.toml"]
    recent.add("/c.toml")
    assert RecentSessions(file).paths() == [Path("/c.toml"), Path("/b.toml"), Path("/a.toml")]


def _full(_descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_all_are_forgotten_when_asked(file: Path) -> None:
    recent = RecentSessions(file)
    recent.add("/a.toml")
    recent.clear()
    assert RecentSessions(file).paths() == recent.paths() == []
