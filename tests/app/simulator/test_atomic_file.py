"""A file is there whole or as it was."""

from __future__ import annotations

import pytest

from app.simulator import atomic_file


def test_a_new_file_holds_the_text_and_nothing_is_left_beside_it(tmp_path):
    atomic_file.write(tmp_path / "a.toml", 'unit = "m/s²"\n')
    assert (tmp_path / "a.toml").read_text("utf-8") == 'unit = "m/s²"\n'
    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]


def test_an_old_file_is_replaced_by_another_and_never_half_of_it(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text("old and longer")
    with path.open() as reader:
        atomic_file.write(path, "new")
        assert reader.read() == "old and longer"
    assert path.read_text() == "new"


def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        atomic_file.write(path, "\udcff")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


def test_a_symbolic_link_stays_one(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    atomic_file.write(tmp_path / "link", "text")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "text"


def test_a_folder_is_not_replaced(tmp_path):
    with pytest.raises(OSError, match="not a regular file"):
        atomic_file.write(tmp_path, "text")
