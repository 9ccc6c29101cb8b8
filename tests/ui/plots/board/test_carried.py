"""What a drag carries, from us and from anyone."""

import json

import pytest
from PySide6.QtCore import QByteArray, QMimeData

from ui.plots.board.carried import (
    CHANNELS,
    MAX_BYTES,
    MAX_CHANNELS,
    MAX_PATH,
    PLOT,
    carried_channels,
    carried_plot,
    channels_mime,
    plot_mime,
)


def dropped(data: bytes, kind: str = CHANNELS) -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, QByteArray(data))
    return mime


def test_channels_arrive_as_they_were_taken_each_once() -> None:
    assert carried_channels(channels_mime(["imu/ax", "gps/TPV.läge", "imu/ax"])) == ("imu/ax", "gps/TPV.läge")


def test_more_than_a_plot_can_have_are_not_taken() -> None:
    assert len(carried_channels(channels_mime(f"a/{n}" for n in range(10_000)))) == MAX_CHANNELS
    assert carried_channels(channels_mime(["a/" + "x" * MAX_PATH])) == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"not json",
        b"{}",
        b"3",
        b'"imu/ax"',
        b"[1, 2]",
        b'["imu"]',
        b"[null]",
        b'[["imu/ax"]]',
        b"[" * 100_000,
        b"1" * 10_000,
        json.dumps(["a/" + "x" * MAX_PATH]).encode(),
        json.dumps(["a/b"] * (MAX_CHANNELS + 1)).encode(),
        b" " * (MAX_BYTES + 1),
    ],
)
def test_what_another_program_drops_under_our_name_is_nothing(data: bytes) -> None:
    assert carried_channels(dropped(data)) == ()


def test_text_of_another_program_is_nothing() -> None:
    mime = QMimeData()
    mime.setText("imu/ax")
    assert carried_channels(mime) == ()
    assert carried_plot(mime) == ""


def test_a_plot_is_carried_by_its_key() -> None:
    assert carried_plot(plot_mime("imu//m/s²")) == "imu//m/s²"
    assert carried_plot(dropped(b"\xff", PLOT)) == "\ufffd"
    assert carried_plot(dropped(b"x" * 100_000, PLOT)) == ""
