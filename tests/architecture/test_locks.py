"""The lock files: pinned, hashed, without an address, and of one mind."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import ROOT

SETS = ("run", "test", "devices", "core")
LOCKS = {name: (ROOT / ".ci" / "locks" / f"{name}.lock").read_text(encoding="utf-8") for name in SETS}
ENTRY = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; (.*?))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def pins(name: str) -> set[tuple[str, str]]:
    return {(entry[1], entry[2]) for entry in ENTRY.finditer(LOCKS[name])}


@pytest.mark.parametrize("name", SETS)
def test_a_lock_is_pins_with_hashes_and_nothing_else(name):
    rest = [line for line in ENTRY.sub("", LOCKS[name]).splitlines() if line and not line.startswith("#")]
    assert rest == []
    assert len(pins(name)) > 5


@pytest.mark.parametrize("name", SETS)
def test_a_lock_names_no_address(name):
    assert not re.search(r"https?:|://|index-url|find-links|@ file", LOCKS[name])


def test_each_set_contains_the_one_before_so_that_one_environment_can_grow():
    assert pins("run") < pins("test") < pins("devices")


def test_the_core_is_tested_with_the_versions_that_the_program_runs_with():
    assert pins("core") < pins("test")


def test_the_core_is_locked_without_qt():
    assert [name for name, _ in pins("core") if re.search("qt|pyside|shiboken", name)] == []


def test_the_locked_qt_is_one_that_is_sound_on_every_python():
    """6.12.0 loses a reference to True at each emission and aborts on Python 3.11; see tests/smoke/test_versions.py."""
    assert ("pyside6-essentials", "6.11.3") in pins("run")
