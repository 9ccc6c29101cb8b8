"""The links that are compared: asked together, waited for together, left out one by one."""

from __future__ import annotations

from collections.abc import Sequence

from app.comparison.schema import Mode
from app.device import Device
from app.link.contract import State
from app.rig import Rig
from app.sentence import joined, sentence

NO_ATTEMPT = sentence("no attempt was finished")


class ChosenLinks:
    """Some links of a rig.

    Attributes:
        names: those that were chosen.
        active: those that are still compared, in the same order.
    """

    def __init__(self, rig: Rig, names: Sequence[str]) -> None:
        self.names = tuple(names) or tuple(device.name for device in rig.devices)
        self.active = self.names
        self._devices = [device for device in rig.devices if device.name in self.names]
        self._before: dict[str, str] = {}

    def unknown(self) -> list[str]:
        """Names that no device has."""
        known = [device.name for device in self._devices]
        return [name for name in self.names if name not in known]

    def remember(self) -> None:
        """The modes that they have now."""
        self._before = {device.name: device.link.wished_transport for device in self._devices}

    def restore(self) -> None:
        """Give each the mode that was remembered."""
        for device in self._devices:
            if device.name in self._before:
                device.link.set_transport(self._before[device.name])

    def ask(self, mode: Mode) -> None:
        for device in self._active():
            device.link.set_transport(mode)

    def are_open(self) -> bool:
        return all(_is_open(device) for device in self._active())

    def are_read_by(self, mode: Mode) -> bool:
        """Whether all are open, and the hand-over of each is done."""
        return self.are_open() and not self.late_for(mode)

    def late_for(self, mode: Mode) -> list[str]:
        """Those that are open and do not read in this mode."""
        devices = [device for device in self._active() if _is_open(device)]
        return [device.name for device in devices if device.link.statistics().transport != mode]

    def leave_out_closed(self) -> list[str]:
        """Go on without those that are not open; which these are."""
        closed = [device.name for device in self._active() if not _is_open(device)]
        self.active = tuple(name for name in self.active if name not in closed)
        return closed

    def reasons(self) -> str:
        """Why they are not open, in words."""
        found = {device.name: device.link.statistics().last_reason for device in self._devices}
        return joined(", ", [joined(": ", (name, reason or NO_ATTEMPT)) for name, reason in found.items()])

    def _active(self) -> list[Device]:
        return [device for device in self._devices if device.name in self.active]


def _is_open(device: Device) -> bool:
    return device.link.state is State.OPEN
