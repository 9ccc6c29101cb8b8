"""A device as it is being written."""

from __future__ import annotations

from importlib.resources import files

import pytest

from app.decoding.options import Csv, Json
from app.session.reading import parse_session
from ui.device_dialogs.draft import Draft

EXAMPLE = parse_session((files("resources") / "sessions" / "example.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("device", EXAMPLE.devices, ids=lambda device: device.name)
def test_a_device_that_nobody_changes_is_the_same(device):
    draft = Draft(device)
    for section in ("framing", "decoding", "time"):
        there = draft.kind(section)
        for kind in ("rate", "field", "arrival") if section == "time" else ("length", "json", there):
            draft.choose_kind(section, kind)
        draft.choose_kind(section, there)
    assert draft.check().device == device


def test_taking_a_word_away_leaves_its_default():
    draft = Draft(EXAMPLE.devices[0])
    draft.set(("decoding", "fields"), None)
    draft.set(("decoding", "nothing"), None)
    verdict = draft.check()
    assert verdict.device is not None
    assert verdict.device.decoding == Csv()


def test_how_bytes_are_read_is_known_without_a_name_or_an_address():
    draft = Draft()
    settings = draft.settings()
    assert settings is not None
    assert settings.decoding == Csv(header=True)
    assert draft.link() is None


def test_where_it_is_is_known_whatever_it_sends():
    draft = Draft()
    draft.set(("link",), "tcp://imu:7001")
    draft.set(("framing", "max_frame"), "much")
    link = draft.link()
    assert link is not None
    assert (link.host, link.port) == ("imu", 7001)
    assert draft.settings() is None


def test_better_settings_keep_the_words_of_a_kind_that_stays():
    draft = Draft()
    draft.set(("decoding", "fields"), ["a"])
    draft.improve({"decoding": {"type": "csv", "separator": ";"}})
    assert draft.words["decoding"] == {"type": "csv", "header": True, "fields": ["a"], "separator": ";"}
    draft.improve({"decoding": {"type": "json"}})
    settings = draft.settings()
    assert settings is not None
    assert settings.decoding == Json()
