"""The dock before it was shown."""

from __future__ import annotations

from tests.ui.faults.fake_simulated import FakeSimulated
from ui.faults.control import FaultControl
from ui.faults.panel import FaultPanel


def test_it_builds_nothing_before_it_is_seen(qtbot, theme):
    simulated = FakeSimulated()
    panel = FaultPanel(theme, FaultControl(simulated, simulated))
    qtbot.addWidget(panel)
    panel.focus()
    simulated.be_ready("imu")
    assert panel.content is None
    panel.show()
    qtbot.waitExposed(panel)
    assert panel.content.device == "imu"
    simulated.deleteLater()
