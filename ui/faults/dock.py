"""Adds the fault control to the window of a demo: a dock below the plots, a menu entry with its key, a button."""

from __future__ import annotations

from ui.faults.control import FaultControl
from ui.faults.panel import FaultPanel
from ui.main_window import MainWindow
from ui.simulated import SimulatedDevices
from ui.theme.palette import Theme
from ui.translate import marked, tr

KEYS = "Ctrl+Shift+F"
ABOUT = marked("Faults that the simulated devices play: what the window makes of each can be seen")


def add_fault_dock(window: MainWindow, theme: Theme, simulated: SimulatedDevices) -> FaultPanel:
    """Once for each window; the control lives as long as the devices."""
    panel = FaultPanel(theme, FaultControl(simulated, simulated))
    dock = window.below.add(marked("Faults"), panel)
    action = window.below.opener(dock, tr("&Faults of the simulated devices…"), KEYS, panel.focus)
    window.measure.add(action)
    button = window.tools.add(action, tr("Faults"), "fault", tr(ABOUT))
    for part in (action, dock.toggleViewAction(), button):
        panel.offered.connect(part.setVisible)
    panel.offered.connect(action.setEnabled)  # its keys too
    window.devices.deviceChosen.connect(panel.show_device)
    window.restoreDockWidget(dock)  # the layout was restored before it was there
    return panel
