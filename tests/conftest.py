"""What holds for every test: the same surroundings everywhere, and silence.

Imports no Qt: the core's tests run where PySide6 is not installed.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HAS_QT = importlib.util.find_spec("PySide6") is not None
# Where programs keep what is the user's: no test may read or write there.
HOMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")

pytest_plugins = ["pytester", "tests.silence"]
if HAS_QT:
    pytest_plugins.append("tests.silence_qt")

settings.register_profile(
    "quintet",
    derandomize=True,  # a failure is the same for everybody, and a second run proves the mending
    database=None,
    deadline=None,  # no test asserts a time: the machine may be busy
    suppress_health_check=[HealthCheck.too_slow],  # for the same reason
)
settings.load_profile("quintet")

_homes = pytest.StashKey[Path]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The words of pytest-qt in pyproject.toml are known also where it is not installed."""
    if not HAS_QT:
        parser.addini("qt_api", "not used")
        parser.addini("qt_log_level_fail", "not used")
        parser.addini("qt_log_ignore", "not used", "linelist")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """All that is made now stays: to look for garbage in it is a quarter of the time that it takes."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_configure(config: pytest.Config) -> None:
    place = config.stash[_homes] = Path(tempfile.mkdtemp(prefix="quintet-tests-"))
    for name in HOMES:
        folder = place / name
        folder.mkdir(mode=0o700)  # Qt complains of a runtime folder that others can read
        os.environ[name] = str(folder)
    for name in [name for name in os.environ if name.startswith(("QT_", "QML_")) and name != "QT_QPA_PLATFORM"]:
        del os.environ[name]  # a scale factor or a style of the user's
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt complains of others; numbers have one shape


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_homes], ignore_errors=True)
