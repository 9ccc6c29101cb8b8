"""Files that hold no session at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.session.problems import Problem
from app.session.reading import check_session
from app.session.source import MAX_FILE_BYTES


def told(path: Path | str) -> Problem:
    (problem,) = check_session(path)
    return problem


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "s.toml") == Problem("no such file")
    assert told(tmp_path / "folder" / "s.toml") == Problem("no such file, nor the folder it should be in")
    assert told(tmp_path / "s.toml").text("s.toml") == "s.toml: no such file"


def test_a_directory_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == Problem("is a directory")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert told(tmp_path / "pipe") == Problem("is a device or a pipe, no file")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this system has no such device")
def test_an_endless_device_is_refused() -> None:
    assert told("/dev/zero") == Problem("is a device or a pipe, no file")


def test_a_link_that_leads_in_a_circle_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert told(tmp_path / "a").message.startswith("cannot be opened: ")


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert told("a\0b") == Problem("no file can have this name")
    assert told("a\0b").text("a\0b").isprintable()
    assert told("x" * 5000).message.startswith("cannot be opened: ")


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> int:  # root may read everything, so it is played
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", refuse)
    assert told(tmp_path / "s.toml") == Problem("cannot be opened: Permission denied")


def test_a_file_that_breaks_off_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    (tmp_path / "s.toml").touch()
    monkeypatch.setattr(os, "read", fail)
    assert told(tmp_path / "s.toml") == Problem("cannot be read: Input/output error")


def test_a_binary_file_is_told_with_the_offset_of_its_first_zero_byte(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"a = 1\n\x7fELF\x00\xff")
    assert told(path) == Problem("is binary, no session file: a zero byte at offset 10", 2)


def test_bytes_that_are_no_utf8_are_told_with_line_and_offset(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes('[session]\n# é\ntitle = "B\xfcro"\n'.encode("latin-1").replace(b"\xe9", "é".encode()))
    assert told(path) == Problem("is not UTF-8: byte 0xfc at offset 25 (invalid start byte)", 3)
    path.write_bytes(b"\xef\xbb\xbf\n\xc3")
    assert told(path) == Problem("is not UTF-8: byte 0xc3 at offset 4 (unexpected end of data)", 2)


def test_utf16_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text("[session]\n", encoding="utf-16")
    assert told(path) == Problem("is UTF-16: a session file is UTF-8")


def test_a_file_beyond_the_bound_is_refused_and_one_at_the_bound_is_read(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"#" * MAX_FILE_BYTES)
    assert check_session(path) == []
    path.write_bytes(b"#" * (MAX_FILE_BYTES + 1))
    assert told(path) == Problem("is larger than 4 MiB: no session file")


def test_a_file_name_that_acts_on_the_terminal_is_shown_escaped(tmp_path: Path) -> None:
    assert told(tmp_path / "x").text("a\x1b[31m\n\udcff") == "a\\x1b[31m\\n\\udcff: no such file"
