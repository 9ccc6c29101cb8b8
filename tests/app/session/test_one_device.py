"""One device in the words of the file, checked by itself."""

from __future__ import annotations

from importlib.resources import files

import pytest

from app.session.one_device import check_device, device_words, free_name
from app.session.reading import parse_session

EXAMPLE = parse_session((files("resources") / "sessions" / "example.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("device", EXAMPLE.devices, ids=lambda device: device.name)
def test_every_word_of_a_device_comes_back(device):
    assert check_device(device_words(device)) == (device, ())


def test_a_slip_is_told_with_its_key_and_the_nearest_right_word():
    words = {"name": "imu", "link": "tcp://imu:7001", "framing": {"type": "lines"}}
    device, (problem,) = check_device(words)
    assert device is None
    assert problem.key == "framing.type"
    assert 'did you mean "line"?' in problem.message


@pytest.mark.parametrize("name", ["imu", "IMU", "ımu".replace("ı", "i")])
def test_a_name_that_another_device_has_is_refused_whatever_its_case(name: str):
    _, (problem,) = check_device({"name": name, "link": "tcp://imu:7001"}, taken=("scope", "imu"))
    assert problem.key == "name"
    assert 'another device of this session is called "imu" already' in problem.message


def test_half_a_character_is_told_and_does_not_raise():
    device, problems = check_device({"name": "\ud800", "link": "tcp://\udfff:1", "on_connect": ["\ud800"]})
    assert device is None
    assert {problem.key for problem in problems} >= {"name", "on_connect[0]"}


def test_a_free_name_counts_on():
    assert free_name("imu", []) == "imu"
    assert free_name("imu", ["imu"]) == "imu 2"
    assert free_name("imu", ["IMU", "imu 2"]) == "imu 3"
    assert free_name("imu 2", ["imu", "imu 2"]) == "imu 3"
    assert free_name("7", ["7"]) == "7 2"
