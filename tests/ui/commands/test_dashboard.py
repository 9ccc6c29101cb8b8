"""`quintet [SESSION]`: what its words do. The run itself: tests/ui/test_window_command.py."""

import argparse

import pytest

from app.quantities import Duration
from ui.cli import main
from ui.commands import dashboard


@pytest.fixture
def parser():
    parser = argparse.ArgumentParser()
    dashboard.add_arguments(parser)
    return parser


def test_a_session_is_optional_and_the_common_words_are_there(parser):
    options = parser.parse_args([])
    assert (options.session, options.limit, options.json, options.headless) == (None, None, None, False)
    options = parser.parse_args(["bench.toml", "--for", "2s", "--json", "-", "--headless", "--picture", "x.png"])
    assert (options.session, options.limit, options.json) == ("bench.toml", Duration(2 * 10**9), "-")
    assert (options.headless, options.picture) == (True, "x.png")


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00", b"[session]\nversion = 99\n", b"x = [" * 50_000])
def test_a_file_that_is_no_session_is_bad_usage_and_no_traceback(qapp, content, tmp_path, monkeypatch, capsys):
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    file = tmp_path / "bench.toml"
    if content is not None:
        file.write_bytes(content)
    code = main([str(file), "--for", "50ms"])
    said = capsys.readouterr().err
    assert (code, "Traceback" in said) == (2 if content != b"" else 0, False)
    assert ("bench.toml" in said) == (content != b"")
