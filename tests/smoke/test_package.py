"""What `pip install .` gives: the command with its resources, and nothing that belongs to the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.command import ROOT, surroundings

PACKAGES = ("app", "ui", "resources")
NEEDED = ("pyproject.toml", "README.md", "LICENSE", "MANIFEST.in")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
ALONE = "import app, ui, resources; print(*(m.__file__ for m in (app, ui, resources)), sep='\\n')"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the sources, built as pip does it with the build backend that is installed here."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in NEEDED:
        shutil.copy(ROOT / name, source)
    words = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", target, source]
    subprocess.run(words, check=True, env=surroundings())
    (found,) = target.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_of(package: str) -> set[str]:
    files = (path for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in files}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_the_package_is_in_the_wheel(contents, package):
    wanted = files_of(package)
    if package != "resources":
        wanted = {name for name in wanted if name.endswith(".py")}
    assert wanted - set(contents) == set()


def test_nothing_else_is_in_the_wheel(contents):
    tops = {name.split("/")[0] for name in contents}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    assert [name for name in contents if name.endswith(".pyc")] == []


def test_the_wheel_has_the_command_and_the_licence(contents):
    by_end = {name.split("/", 1)[1]: data for name, data in contents.items() if ".dist-info/" in name}
    assert b"quintet = ui.cli:main" in by_end["entry_points.txt"]
    assert any(name.endswith("LICENSE") for name in by_end)


def test_the_installed_command_runs_away_from_the_checkout(wheel, tmp_path):
    place = tmp_path / "installed"
    subprocess.run([*PIP, "install", "--no-deps", "--no-index", "--target", place, wheel], check=True)
    away = surroundings(PYTHONPATH=str(place))
    found = subprocess.run(
        [sys.executable, "-c", ALONE], cwd=tmp_path, env=away, capture_output=True, text=True, check=True
    )
    assert [line for line in found.stdout.splitlines() if not line.startswith(str(place))] == []
    command = place / "bin" / "quintet"
    ended = subprocess.run([command, "--version"], cwd=tmp_path, env=away, capture_output=True, text=True, check=True)
    assert ended.stdout.startswith("quintet ")
