"""The devices to begin with."""

from __future__ import annotations

import pytest

from app.session.one_device import check_device
from app.simulator.devices.catalogue import DEVICES
from ui.device_dialogs.templates import templates
from ui.device_dialogs.words import FRAMINGS


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.title)
def test_each_is_a_sound_device_and_says_what_it_is_for(template):
    device, problems = check_device({"link": "tcp://somewhere:1"} | template.words)
    assert not problems
    assert device is not None
    assert template.about.endswith(".")
    assert len(template.title) < 40


def test_no_template_names_an_address_that_it_cannot_know():
    known = {t.title for t in templates() if "link" in t.words}
    assert all("Simulated" in title or "gpsd" in title for title in known)


def test_there_is_one_for_each_framing():
    assert {t.words["framing"]["type"] for t in templates()} == {*FRAMINGS}


@pytest.mark.parametrize("name", DEVICES)
def test_the_simulated_devices_are_described_as_they_are(name: str):
    (template,) = [t for t in templates() if t.title == f"Simulated {name}"]
    device = DEVICES[name](1.0)
    text = f'[[device]]\nname = "{name}"\nlink = "{template.words["link"]}"\ntime = {device.time}\n'
    text += f"framing = {device.framing}\ndecoding = {device.decoding}\n"
    from app.session.one_device import device_words
    from app.session.reading import parse_session

    assert device_words(parse_session(text).devices[0]) == template.words
