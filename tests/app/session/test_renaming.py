"""A device and its channels under other names, for all that names them."""

from __future__ import annotations

import msgspec
import pytest

from app.decoding.options import Csv
from app.link.options import TcpOptions
from app.session.renaming import Renaming, renaming
from app.session.schema import DeviceOptions, PlotOptions


def options(name: str, *, fields: tuple[str, ...]) -> DeviceOptions:
    link = TcpOptions(host="127.0.0.1", port=7001)
    return DeviceOptions(name=name, address="tcp://127.0.0.1:7001", link=link, decoding=Csv(fields=fields))


OTHER = Renaming("imu", "arm 2", {"a": "b", "b": "a", "x.y": "z"})


@pytest.mark.parametrize(
    ("path", "now"),
    [
        ("imu/a", "arm 2/b"),
        ("imu/b", "arm 2/a"),
        ("imu/block2.a", "arm 2/block2.b"),
        ("imu/x.y", "arm 2/z"),
        ("imu/c", "arm 2/c"),
        ("imu", "arm 2"),
        ("imu2/a", "imu2/a"),
        ("", ""),
    ],
)
def test_paths_of_the_device_are_called_otherwise_and_no_others(path: str, now: str):
    assert OTHER.path(path) == now


@pytest.mark.parametrize(
    ("title", "paths", "now"),
    [
        ("imu", ("imu/a",), "arm 2"),
        ("imu noise", ("imu/a", "imu/b"), "arm 2 noise"),
        ("imus", ("imu/a",), "imus"),
        ("imu", ("imu/a", "gps/a"), "imu"),
        ("imu", (), "imu"),
        ("", ("imu/a",), ""),
    ],
)
def test_a_title_that_is_the_devices_name_follows_it(title: str, paths: tuple[str, ...], now: str):
    plot = OTHER.plot(PlotOptions(title=title, channels=paths))
    assert (plot.title, plot.channels) == (now, OTHER.paths(paths))


def test_channels_are_followed_where_their_values_are_the_same_alone():
    old = options("imu", fields=("a", "b"))
    assert renaming(old, options("arm", fields=("b [V]", "c"))).channels == {"a": "b", "b": "c"}
    longer = renaming(old, options("arm", fields=("b", "c", "d")))
    assert (longer.path("imu/a"), longer.channels) == ("arm/a", {})
    other = msgspec.structs.replace(old, decoding=Csv(fields=("x", "y"), header=True))
    assert renaming(old, other).channels == {}
