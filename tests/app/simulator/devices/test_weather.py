"""The weather station."""

from __future__ import annotations

import re

import numpy as np
import pytest

from app.simulator.devices.weather import TAPE_FRAMES, Weather
from tests.app.simulator.wire import weather


@pytest.fixture(scope="module")
def text():
    """Ten minutes of it."""
    return bytes(Weather().render(0, 10**12 + np.arange(TAPE_FRAMES) * 10**8).data)


@pytest.fixture(scope="module")
def readings(text):
    return weather(text)


def test_each_object_has_the_same_nested_keys(readings):
    for reading in readings:
        assert list(reading) == ["t", "air", "wind", "rain", "status"]
        assert list(reading["air"]) == ["temperature", "humidity", "pressure"]
        assert list(reading["wind"]) == ["speed", "direction", "gust"]
        assert list(reading["rain"]) == ["rate", "total"]


def test_stamps_are_seconds_a_tenth_apart(readings):
    assert [reading["t"] for reading in readings[:3]] == [1000.0, 1000.1, 1000.2]


def test_the_status_says_why_a_reading_is_missing(readings):
    for reading in readings:
        assert (reading["air"]["humidity"] is None) == (reading["status"] == "heater on")
        assert (reading["wind"]["gust"] is None) == (reading["status"] == "self-test")
    assert {reading["status"] for reading in readings} == {"ok", "heater on", "self-test"}


def test_readings_are_those_of_a_day_outside(readings):
    for reading in readings:
        assert -10 < reading["air"]["temperature"] < 40
        assert 950 < reading["air"]["pressure"] < 1050
        assert 0 <= (reading["air"]["humidity"] or 0) <= 100
        assert 0 <= reading["wind"]["speed"] < 40
        assert 0 <= reading["wind"]["direction"] < 360
        assert reading["wind"]["gust"] is None or reading["wind"]["gust"] >= reading["wind"]["speed"]
        assert reading["rain"]["rate"] >= 0


def test_rain_adds_up_to_its_total(readings):
    total = readings[-1]["rain"]["total"]
    assert abs(total - sum(reading["rain"]["rate"] for reading in readings) / 3600 / 10) < 0.01
    assert total > 0


def test_a_channel_keeps_its_kind_of_number(text):
    assert not re.search(rb'"direction": [0-9]+\.', text)
    assert not re.search(rb'"(temperature|pressure|speed|rate|total)": [0-9]+[,}]', text)
