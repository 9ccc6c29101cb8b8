"""The words of the file and the structs they become must not drift apart."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import inspect as types

from app.session.schema import DeviceOptions, PlotOptions, Session
from app.session.words import BOUNDS, LATER, DeviceWords, PlotWords, SessionWords, shape


def names(struct: type[msgspec.Struct]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(struct)}


def test_each_word_has_its_place_in_the_session() -> None:
    assert names(SessionWords) - {"version"} == names(Session) - {"devices", "plots"}
    assert names(PlotWords) == names(PlotOptions)
    link = next(f.type for f in msgspec.structs.fields(DeviceOptions) if f.name == "link")
    of_link = names(link) - {"host", "port"}
    assert names(DeviceWords) == (names(DeviceOptions) - {"address"}) | of_link


def test_the_defaults_of_the_file_are_those_of_the_session() -> None:
    for words, struct in ((SessionWords, Session), (PlotWords, PlotOptions)):
        made, session = words(), struct()
        assert all(getattr(made, name) == getattr(session, name) for name in names(words) & names(struct))


@pytest.mark.parametrize("kind", ["framing", "decoding"])
def test_no_word_of_a_later_version_is_known_already(kind: str) -> None:
    described = types.type_info(DeviceWords)
    assert isinstance(described, types.StructType)
    union = next(field.type for field in described.fields if field.name == kind)
    assert isinstance(union, types.UnionType)
    tags = {struct.tag for struct in union.types if isinstance(struct, types.StructType)}
    assert not tags & set(LATER["device", kind, "type"])


def test_no_key_of_a_later_version_is_known_already() -> None:
    assert not names(SessionWords) & set(LATER["session",])
    assert not names(DeviceWords) & set(LATER["device",])
    assert not names(PlotWords) & set(LATER["plot",])


def test_the_defaults_are_within_their_bounds() -> None:
    for (table, key), (low, high) in BOUNDS.items():
        words = {"session": SessionWords, "device": DeviceWords, "plot": PlotWords}[str(table)]
        default = next(field.default for field in msgspec.structs.fields(words) if field.name == key)
        if default is None:  # learned
            continue
        assert type(default).parse(low) <= default <= type(default).parse(high)


def test_a_shape_is_a_path_without_its_indices() -> None:
    assert shape(("device", 2, "decoding", "fields", 1, "name")) == ("device", "decoding", "fields", "name")
