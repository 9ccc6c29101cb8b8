"""A file holds all of the old bytes or all of the new ones, whatever happens."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.session.problems import SaveError
from app.session.saving import GrowingFile, save_atomically


def only_file(folder: Path) -> Path:
    """The only file there: nothing has been left behind."""
    (path,) = folder.iterdir()
    return path


def test_a_new_file_holds_the_bytes_with_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    save_atomically(tmp_path / "s.toml", b"new")
    assert (tmp_path / "s.toml").read_bytes() == b"new"
    assert (tmp_path / "s.toml").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"old and longer")
    path.chmod(0o640)
    save_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert only_file(tmp_path) == path


def test_a_link_stays_one_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "here").mkdir()
    target, link = tmp_path / "there" / "s.toml", tmp_path / "here" / "link"
    target.write_bytes(b"old")
    link.symlink_to("../there/s.toml")
    save_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert only_file(tmp_path / "there") == target


def test_a_link_to_nothing_makes_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "s.toml")
    save_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "s.toml").read_bytes() == b"new"


FULL_DISK = """
import resource, sys
from app.session.problems import SaveError
from app.session.saving import GrowingFile, save_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    save_atomically(sys.argv[1], b"x" * 1_000_000)
except SaveError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_file_that_cannot_be_written_to_its_end_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"old")
    child = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert child.stdout == f"{path}: could not be saved: File too large. The old file is as it was.\n"
    assert child.stderr == ""
    assert only_file(tmp_path).read_bytes() == b"old"


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_on_a_full_disk_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"old")

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, full)
    with pytest.raises(SaveError, match="No space left on device"):
        save_atomically(path, b"new")
    assert only_file(tmp_path).read_bytes() == b"old"


def test_short_writes_are_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    save_atomically(tmp_path / "s.toml", b"0123456789")
    assert (tmp_path / "s.toml").read_bytes() == b"0123456789"


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name, reason in (("folder", "it is a directory"), ("pipe", "it is a device or a pipe")):
        with pytest.raises(SaveError, match=reason):
            save_atomically(tmp_path / name, b"new")
    assert (tmp_path / "folder").is_dir()
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    "name", ["missing/s.toml", "s.toml/x", "x" * 300, "a\0b"], ids=["no folder", "a file as folder", "too long", "zero"]
)
def test_a_place_where_nothing_can_be_saved_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "s.toml").write_bytes(b"old")
    with pytest.raises(SaveError, match="could not be saved") as caught:
        save_atomically(f"{tmp_path}/{name}", b"new")
    assert str(caught.value).isprintable()
    assert only_file(tmp_path).read_bytes() == b"old"


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda file, mode: bool(Path(file).stat().st_mode & 0o222))  # as if not root
    with pytest.raises(SaveError, match="write-protected"):
        save_atomically(path, b"new")
    assert only_file(tmp_path).read_bytes() == b"old"


def test_of_an_old_file_nothing_is_said_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "no such folder" / "s.toml"
    with pytest.raises(SaveError) as raised:
        save_atomically(path, b"new")
    assert str(raised.value) == f"{path}: could not be saved: No such file or directory"


def test_a_file_that_grows_is_not_seen_before_it_is_finished(tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    target.write_bytes(b"old")
    file = GrowingFile(target)
    file.write(b"a,")
    file.write(b"b")
    assert target.read_bytes() == b"old"
    file.finish()
    assert target.read_bytes() == b"a,b"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_dropped_leaves_nothing_behind(tmp_path: Path) -> None:
    file = GrowingFile(tmp_path / "rows.csv")
    file.write(b"half")
    file.drop()
    file.drop()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SaveError, match="closed already"):
        file.write(b"more")


def test_a_full_disk_in_mid_file_is_told_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = GrowingFile(tmp_path / "rows.csv")
    file.write(b"half")
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SaveError, match="No space left on device"):
        file.write(b"more")
    assert list(tmp_path.iterdir()) == []
