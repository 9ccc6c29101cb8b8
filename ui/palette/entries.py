"""What the palette offers: each entry a title, where it stands, its keys, whether it can be done, and what does it.

Read anew whenever the palette opens: menus, devices and sessions come and go. What has gone while the palette was open
does nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QAction, QKeySequence

from ui.menus import plain_title
from ui.palette.matching import Target, target
from ui.plain import plain
from ui.translate import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow

REASON = "reason"  # a property of an action: why it cannot be done now
BETWEEN = " › "
TITLE_LONGEST = 120
BEHIND = 10  # pages of the help, behind the commands that they tell of
_NEEDS_SESSION = ("plot", "device", "measure")  # menus whose actions have nothing to act on without one


@dataclass(frozen=True, slots=True)
class Entry:
    """`key`: what it is remembered by; `reason`: why it cannot be done, "" where it can or that is not known.
    `checked`: None where it is not a switch. `weight`: how far it stands behind others that are found alike."""

    key: str
    title: str
    path: str
    do: Callable[[], object] = field(compare=False)
    keys: str = ""
    enabled: bool = True
    reason: str = ""
    checked: bool | None = None
    weight: int = 0

    @property
    def sought(self) -> Target:
        """Made where something is typed: a palette that opens needs none."""
        return target(self.title, self.path)

    def __str__(self) -> str:
        """As a screen reader says it."""
        state = "" if self.checked is None else tr("on") if self.checked else tr("off")
        cannot = "" if self.enabled else (self.reason or tr("not available now"))
        return ", ".join(part for part in (self.title, self.path, self.keys, state, cannot) if part)


def entries_of(window: MainWindow, more: Iterable[tuple[tuple[str, ...], QAction]] = ()) -> list[Entry]:
    """All that the window can be asked for; `more` stands in no menu of the bar."""
    return [*_actions(window, more), *_devices(window), *_chapters(window)]


def action_entry(path: tuple[str, ...], action: QAction, reason: str = "") -> Entry:
    """`reason` where the action says none itself."""
    title = _title(action)
    return Entry(
        key="/".join((*path, title)),
        title=title,
        path=BETWEEN.join(path),
        do=partial(_trigger, action),
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        enabled=action.isEnabled(),
        reason="" if action.isEnabled() else str(action.property(REASON) or reason),
        checked=action.isChecked() if action.isCheckable() else None,
    )


def _title(action: QAction) -> str:
    return plain(plain_title(action.text()), TITLE_LONGEST)


def _trigger(action: QAction) -> None:
    if shiboken6.isValid(action):
        action.trigger()  # does nothing where it has been disabled since


def _actions(window: MainWindow, more: Iterable[tuple[tuple[str, ...], QAction]]) -> Iterator[Entry]:
    idle = {plain_title(getattr(window.menus, name).title()) for name in _NEEDS_SESSION}
    no_session = tr("No session is open") if window.devices.rig is None else ""
    told: set[QAction] = set()
    for path, action in (*window.menus.actions(), *more):
        if action.isVisible() and _title(action) and action not in told:
            told.add(action)
            yield action_entry(path, action, no_session if path[:1] and path[0] in idle else "")


def _devices(window: MainWindow) -> Iterator[Entry]:
    rig = window.devices.rig
    for device in rig.devices if rig is not None else ():
        name = plain(device.name)
        title = tr("Choose {device}").format(device=name)
        yield Entry(f"device/{name}", title, tr("Devices"), partial(_choose, window, device.name))


def _choose(window: MainWindow, name: str) -> None:
    rig = window.devices.rig
    for device in rig.devices if rig is not None else ():
        if device.name == name:
            window.devices.choose(device)


def _chapters(window: MainWindow) -> Iterator[Entry]:
    from ui.help.chapters import CHAPTERS

    for name, title in CHAPTERS.items():
        yield Entry(f"help/{name}", tr(title), tr("Help page"), partial(window.help.open, name), weight=BEHIND)
