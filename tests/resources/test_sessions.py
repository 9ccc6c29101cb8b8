"""The example sessions are sound, and the one that teaches leaves no word out."""

from __future__ import annotations

import tomllib
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import pytest
from msgspec import inspect as types

from app.decoding.options import FieldTime
from app.session.reading import check_session, parse_session
from app.session.schema import Session
from app.session.words import DeviceWords, PlotWords, RateWords, SessionWords

SESSIONS = sorted(
    (file for file in files("resources").joinpath("sessions").iterdir() if file.name.endswith(".toml")),
    key=lambda file: file.name,
)
EXAMPLE = files("resources").joinpath("sessions", "example.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", SESSIONS, ids=lambda file: file.name)
def test_an_example_is_a_sound_session_with_a_title_and_devices(file: Traversable) -> None:
    with as_file(file) as path:
        assert check_session(path) == []
    session = parse_session(file.read_text(encoding="utf-8"))
    assert session.title
    assert session.devices


def words_of(kind: types.Type) -> set[str]:
    """Every key that a type has in the file, and every word that stands for a type."""
    match kind:
        case types.StructType():
            tag = {kind.tag_field or "type", str(kind.tag)} if kind.tag is not None else set()
            inner = (words_of(field.type) | {field.encode_name} for field in kind.fields)
            return tag.union(*inner)
        case types.UnionType():
            return set().union(*(words_of(option) for option in kind.types))
        case types.VarTupleType():
            return words_of(kind.item_type)
    return set()


def keys_and_types(value: Any) -> set[str]:
    """The same of what a document says."""
    if isinstance(value, list):
        return set().union(*(keys_and_types(item) for item in value))
    if not isinstance(value, dict):
        return set()
    own = {*value, *(item for key, item in value.items() if key == "type" and isinstance(item, str))}
    return own.union(*(keys_and_types(item) for item in value.values()))


@pytest.mark.parametrize("struct", [SessionWords, DeviceWords, PlotWords, RateWords, FieldTime])
def test_the_teaching_example_uses_every_word(struct: type[msgspec.Struct]) -> None:
    assert words_of(types.type_info(struct)) - keys_and_types(tomllib.loads(EXAMPLE)) == set()


def test_the_teaching_example_shows_the_sessions_defaults() -> None:
    taught = parse_session(EXAMPLE)
    for name in ("transport", "refresh_hz", "history", "history_bytes"):
        assert getattr(taught, name) == getattr(Session(), name)
