"""Who is connected once the link of a device has closed: the device that took its place, or itself with other options.

A device may take one client alone, so nobody is connected before the link that was there is closed. Where one that
waits so is replaced in its turn, the newest waits for the same link.
"""

from __future__ import annotations

from app.device import Device
from app.link.contract import State


class Succession:
    """One for the devices of a rig."""

    def __init__(self) -> None:
        self._of: dict[Device, Device] = {}  # by the one whose link is to close first

    def let_follow(self, device: Device, new: Device) -> None:
        """Connect `new` once the link of `device` is closed, or that of the one for which `device` waits itself."""
        waited_for = [one for one, successor in self._of.items() if successor is device and one is not device]
        for one in waited_for or [device]:
            self._of[one] = new

    def connect(self, device: Device) -> None:
        """Now, or once its own link is closed: then it counts as wanted until that, whatever becomes of it."""
        if device.link.state is State.CLOSING:
            self.let_follow(device, device)
        else:
            device.link.open()

    def take(self, device: Device) -> Device | None:
        """The link of this device is closed: who follows it."""
        return self._of.pop(device, None)

    def is_followed(self, device: Device) -> bool:
        """Whether its link closes for somebody else, or for itself."""
        return device in self._of

    def is_expected(self, device: Device) -> bool:
        """Whether it waits for a link to close."""
        return device in self._of.values()
