"""What can be done about a link, by what it is doing: pure, so that menus, buttons and keys agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.translate import marked

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.rig import Rig

# compared as they stand, and translated where they are shown
RETRY, STOP, CONNECT = marked("Retry now"), marked("Stop"), marked("Connect")
RETRY_ABOUT = marked("Try at once instead of waiting")
STOP_ABOUT = marked("Close the connection and stay closed; what has come is kept")
CONNECT_ABOUT = marked("Connect, and come back after a loss")
ABOUT = {STOP: STOP_ABOUT, CONNECT: CONNECT_ABOUT}
_AT_REST = ("idle", "failed")


def can_retry(rig: Rig | None, device: Device | None) -> bool:
    """Whether there is a pause to cut short."""
    return _is_alive(rig) and device is not None and device.link.state == "waiting"


def can_stop(rig: Rig | None, device: Device | None) -> bool:
    return _is_alive(rig) and device is not None and device.link.state not in (*_AT_REST, "closing")


def can_connect(rig: Rig | None, device: Device | None) -> bool:
    return _is_alive(rig) and device is not None and device.link.state in _AT_REST


def toggle_word(device: Device | None) -> str:
    """What the one control for both does: one of STOP and CONNECT."""
    return CONNECT if device is not None and device.link.state in _AT_REST else STOP


def toggle(rig: Rig | None, device: Device | None) -> None:
    """Stop the link, or connect it again; nothing where neither can be done."""
    if device is None:
        return
    if can_stop(rig, device):
        device.link.close()
    elif can_connect(rig, device):
        device.link.open()


def retry(rig: Rig | None, device: Device | None) -> None:
    if device is not None and can_retry(rig, device):
        device.link.retry_now()


def _is_alive(rig: Rig | None) -> bool:
    """A session that was stopped must not come back by half."""
    return rig is not None and rig.at_stop is None
