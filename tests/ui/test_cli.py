"""The command's words: each has a help that teaches, and what is wrong is said in a line with exit code 2."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.comparison.stalls.options import KINDS
from tests.command import run, surroundings
from ui import cli
from ui.cli import COMMANDS, main

SESSION = '[[device]]\nname = "imu"\nlink = "tcp://127.0.0.1:1"\n'


def ended(*words: str) -> int:
    """The exit code; argparse ends by SystemExit."""
    try:
        return main(words)
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound session file in the current folder."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "bench.toml"
    file.write_text(SESSION)
    return file


# -- help


def test_the_help_lists_every_command_and_the_first_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--help") == 0
    told = capsys.readouterr().out
    for name, (_, text) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(text)}$", told, re.MULTILINE)
    for step in ("quintet demo", "quintet check bench.toml", "quintet watch bench.toml --for 8s", "exit codes: 0 done"):
        assert step in told


def test_every_command_that_the_design_names_is_there() -> None:
    assert set(COMMANDS) >= {"demo", "simulate", "watch", "check", "bench"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_says_what_it_does_gives_examples_and_explains_every_option(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(name, "--help") == 0
    told = capsys.readouterr().out
    assert told.startswith(f"usage: quintet {name} ")
    about = told.split("\n\n")[1]
    assert about[0].isupper()
    assert re.search(r"[.:?]$", about.splitlines()[0])
    assert not re.search(r"\?\.", about)
    assert "examples:" in told or name == "check"
    assert re.search("exit codes: ", told, re.IGNORECASE) or name == "demo"  # those of the dashboard, told at the top
    assert unexplained(told) == []


def unexplained(told: str) -> list[str]:
    """Options and arguments with nothing beside them or below."""
    lines = told.splitlines()
    starts = [
        at for at, line in enumerate(lines) if re.match(r"  (-|[A-Z]+ )", line) or re.fullmatch(r"  [A-Z]+", line)
    ]
    return [lines[at] for at in starts if not re.match(r"  .*\S {2,}\S", lines[at]) and not lines[at + 1].strip()]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_fits_a_terminal(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    ended(name, "--help")
    assert [line for line in capsys.readouterr().out.splitlines() if len(line) > 120] == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--version") == 0
    assert capsys.readouterr().out == f"quintet {__version__}\n"


NO_QT = """
import sys
from ui.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print([name for name in sys.modules if name.startswith("PySide6")], file=sys.stderr)
"""


@pytest.mark.parametrize("words", [["check", "--help"], ["check", "bench.toml"], ["simulate", "--help"]])
def test_what_needs_no_qt_imports_none(session: Path, words: list[str]) -> None:
    """So that it starts at once. In a process of its own, since here all is imported already."""
    done = subprocess.run(
        [sys.executable, "-c", NO_QT, *words], cwd=session.parent, env=surroundings(), capture_output=True, text=True
    )
    assert done.stdout
    assert done.stderr == "[]\n"


# -- bad usage


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["watch"], "SESSION"),
        (["watch", "s.toml", "--nonsense"], "--nonsense"),
        (["--nonsense"], "--nonsense"),
        (["s.toml", "t.toml"], "t.toml"),
        (["check"], "SESSION"),
        (["simulate", "--nonsense"], "--nonsense"),
        (["bench", "--nonsense"], "--nonsense"),
        (["demo", "s.toml"], "s.toml"),
        (["watch", "s.toml", "--transport", "carrier-pigeon"], "carrier-pigeon"),
        (["watch", "s.toml", "--json"], "--json"),
    ],
)
def test_bad_usage_is_said_with_exit_code_2(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(*words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("10", "expected a number with a unit (ns, us, µs, ms, s, min, h)"),
        ("ten seconds", "expected a number with a unit"),
        ("10 sec", "expected a number with a unit"),
        ("0s", "expected more than nothing, got '0s'"),
        ("", "expected a number with a unit"),
    ],
)
@pytest.mark.parametrize("words", [["watch", "s.toml"], ["demo"], ["s.toml"]])
def test_a_time_that_is_none_is_said_with_what_would_be(
    words: list[str], text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(*words, "--for", text) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert "argument --for: " in last
    assert said in last


@pytest.mark.parametrize(("text", "ns"), [("10s", 10**10), ("500 ms", 5 * 10**8), ("2 min", 12 * 10**10)])
def test_a_time_has_a_number_and_a_unit(text: str, ns: int) -> None:
    assert cli.duration(text) == ns


# -- which command


def test_a_session_named_like_a_command_is_given_with_its_folder(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`quintet demo` is the command whatever lies in the folder; `quintet ./demo` is the file."""
    session.rename("demo")
    ran: list[tuple[str, str | None]] = []
    for name in ("dashboard", "demo"):
        module = __import__(f"ui.commands.{name}", fromlist=["run"])
        monkeypatch.setattr(
            module, "run", lambda options, name=name: ran.append((name, getattr(options, "session", None))) or 0
        )
    assert [ended("demo"), ended("./demo"), ended()] == [0, 0, 0]
    assert ran == [("demo", None), ("dashboard", "./demo"), ("dashboard", None)]


def test_the_exit_code_is_the_commands(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("check", str(session)) == 0
    assert ended("check", "missing.toml") == 2


def test_an_interrupt_where_nobody_listens_ends_as_shells_expect(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)
    assert main([]) == 130


def test_the_module_is_the_command(session: Path) -> None:
    """`python -m ui` from a checkout."""
    outcome = run("check", session)
    assert outcome.code == 0, outcome
    assert "imu" in outcome.printed
    outcome = run("check", session.with_name("missing.toml"))
    assert (outcome.code, outcome.printed) == (2, ""), outcome
    assert "missing.toml" in outcome.said


# -- before anything is done


@pytest.mark.parametrize("option", ["--json", "--picture"])
def test_a_file_in_a_folder_that_does_not_exist_is_refused_before_the_run(
    option: str, session: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("bench.toml", option, "nowhere/x") == 2
    assert "there is no folder 'nowhere'" in capsys.readouterr().err


def test_a_mistyped_command_is_told_the_right_one(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("wacth", "bench.toml") == 2
    assert "did you mean the command `watch`?" in capsys.readouterr().err


def test_a_session_file_may_be_called_nearly_like_a_command(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("wacth").write_text("no session")
    assert ended("wacth", "--for", "10") == 2
    assert "did you mean the command" not in capsys.readouterr().err


# -- an experiment


@pytest.mark.parametrize("words", [["watch", "s.toml"], ["demo"], ["s.toml"]])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("100ms", "expected [KIND:]BUSY/PERIOD such as sleep:100ms/500ms, got '100ms'"),
        ("slep:100ms/500ms", "expected the kind sleep, python or native, got 'slep'; did you mean sleep?"),
        ("500ms/100ms", "expected a busy time shorter than its period"),
    ],
)
def test_a_stall_that_cannot_be_made_is_refused_with_what_to_write(
    words: list[str], text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(*words, "--stall", text) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"argument --stall: {said}" in told.err.splitlines()[-1]


def test_a_stall_has_a_kind_and_two_times() -> None:
    assert str(cli.stall("native:50ms/300ms")) == "native:50ms/300ms"
    assert str(cli.stall("50ms/300ms")) == "sleep:50ms/300ms"


@pytest.mark.parametrize("words", [["watch"], ["demo"], []])
def test_the_help_says_what_each_kind_of_stall_does(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(*words, "--help") == 0
    told = " ".join(capsys.readouterr().out.split())
    for kind, text in KINDS.items():
        assert f"{kind}: {text}" in told
