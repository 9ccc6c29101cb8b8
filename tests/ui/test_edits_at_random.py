"""Names, fields, layout, ranges and undo in any order while rows come: text, screen and history say the same."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from app.decoding.options import Csv
from app.device import Device
from app.session.reading import parse_session
from app.session.schema import PlotOptions
from tests.ui.desk import Desk
from tests.ui.plots.laid_out import turn_axis
from tests.ui.test_device_changes import opened, text
from tests.ui.test_plots_follow_devices import PAGES, rename
from ui.plots.board.moves import Side

NAMES = ("imu", "gps", "a b", "x'", "<b>", "é")
UNITS = ("V", "A", "", "g")


class Hands:
    """What they may do, and how many rows each device has sent."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.random = desk, random.Random(seed)
        self.plots = desk.window.plots
        self.sent: Counter[Device] = Counter()
        self.acts = (self.name, self.fields, self.turn, self.lay, self.pause, self.plots.history.undo)
        self.acts += (self.plots.history.redo,)

    def name(self) -> None:
        device, name = self.random.choice(self.desk.rig.devices), self.random.choice(NAMES)
        if name not in {each.name for each in self.desk.rig.devices}:
            rename(self.desk, device.name, name)

    def fields(self) -> None:
        device = self.random.choice(self.desk.rig.devices)
        names = self.random.sample(["ax", "ay", "lat"], width(device))
        fields = Csv(fields=tuple(f"{name} [{self.random.choice(UNITS)}]" for name in names))
        new = msgspec.structs.replace(device.options, decoding=fields)
        self.desk.window.editing.edited.emit(device.name, new)

    def turn(self) -> None:
        panels = [panel for panel in self.plots.panels if panel.curves]
        if panels:
            turn_axis(self.random.choice(panels), self.random.choice((1, -2)))
            self.plots.history.flush()

    def lay(self) -> None:
        arranging = self.plots.arranging
        paths = [channel.path for panel in self.plots.panels for channel in panel.plan.channels]
        acts = [arranging.close, lambda: arranging.split(self.random.choice(list(Side)))]
        acts += [lambda: arranging.add(paths), lambda: arranging.add_new(paths[:1])]
        self.random.choice(acts)()

    def pause(self) -> None:
        self.desk.window.pause.toggle()

    def feed(self) -> None:
        for device in self.desk.rig.devices:
            device.link.receive(b",".join([b"%d" % self.sent[device]] * width(device)) + b"\n")  # type: ignore[attr-defined]
            self.sent[device] += 1
        self.desk.refreshed()


def width(device: Device) -> int:
    assert isinstance(device.options.decoding, Csv)
    return len(device.options.decoding.fields)


def shown(plots: tuple[PlotOptions, ...]) -> list[tuple[object, ...]]:
    return [(plot.title, plot.channels, plot.range, plot.ranges) for plot in plots if plot.shown]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_edited_text_screen_and_history_say_the_same(desk: Desk, tmp_path: Path, seed: int):
    opened(desk, tmp_path, PAGES)
    hands, devices = Hands(desk, seed), desk.rig.devices
    for _ in range(25):
        hands.feed()
        hands.random.choice(hands.acts)()
        session = parse_session(text(desk))
        assert [(each.name, each.decoding) for each in session.devices] == [
            (each.options.name, each.options.decoding) for each in desk.rig.devices
        ]
        assert shown(session.plots) == shown(hands.plots.plots())
        assert not any(panel.plan.missing for panel in hands.plots.panels)
    assert desk.window.notice.isHidden()
    assert desk.rig.devices == devices
    for device in devices:
        (table,) = device.pipeline.tables.values()
        _, cells = table.rows(range(width(device)), 0, 1 << 62)
        assert cells == [[float(row) for row in range(hands.sent[device])]] * width(device)
    desk.rig.clock.second.emit()
    assert desk.rig.ledgers_balanced
