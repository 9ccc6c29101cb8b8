"""The picture of the way: what each part does, by word as well as by colour."""

from __future__ import annotations

import pytest

from ui.back_pressure.way import Flow, Way


@pytest.mark.parametrize("width", [300, 900])
def test_each_flow_looks_different(qtbot, theme, width):
    way = Way(theme, Flow.STEADY)
    qtbot.addWidget(way)
    way.resize(width, way.sizeHint().height())
    images = []
    for flow in Flow:
        way.show_flow(flow)
        images.append(way.grab().toImage())
    assert all(one != other for number, one in enumerate(images) for other in images[:number])


def test_a_screen_reader_is_told_where_it_stops(qtbot, theme):
    way = Way(theme, Flow.STANDING)
    qtbot.addWidget(way)
    assert "Sender: has to wait" in way.accessibleDescription()
    assert "This window: stands still" in way.accessibleDescription()
