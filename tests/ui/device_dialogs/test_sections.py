"""The parts of the form: together they have every word that a session file has for a device."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.decoding.options import Csv, FieldTime, Json, Struct
from app.session.words import DeviceWords, RateWords
from ui.device_dialogs.sections import Page, decoding_page, device_page, framing_page, more_page, time_page
from ui.device_dialogs.words import FRAMINGS
from ui.theme.palette import Theme

SECTIONS = {"framing", "decoding", "time"}


def words_of(struct: type[msgspec.Struct]) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(struct)}


def paths(page: Page, qtbot: QtBot) -> set[str]:
    qtbot.addWidget(page)
    assert all(entry.about or entry.title for entry in page.entries)
    return {str(entry.path[-1]) for entry in page.entries}


def test_every_word_of_a_device_has_an_entry(theme: Theme, qtbot: QtBot):
    seen = paths(device_page(theme), qtbot) | paths(more_page(theme), qtbot)
    assert seen | SECTIONS == words_of(DeviceWords)


@pytest.mark.parametrize("kind", FRAMINGS)
def test_every_word_of_a_framing_has_an_entry(theme: Theme, qtbot: QtBot, kind: str):
    assert paths(framing_page(theme, kind), qtbot) == words_of(FRAMINGS[kind])


@pytest.mark.parametrize("struct", [Csv, Json, Struct])
def test_every_word_of_a_decoding_has_an_entry(theme: Theme, qtbot: QtBot, struct: type[msgspec.Struct]):
    kind = str(struct.__struct_config__.tag)
    assert paths(decoding_page(theme, kind), qtbot) == words_of(struct)


def test_every_word_of_a_time_has_an_entry(theme: Theme, qtbot: QtBot):
    assert paths(time_page(theme, "arrival"), qtbot) == set()
    assert paths(time_page(theme, "rate"), qtbot) == words_of(RateWords)
    assert paths(time_page(theme, "field"), qtbot) == words_of(FieldTime)
