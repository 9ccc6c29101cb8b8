"""The one sentence at the bottom of the window: what is wrong, and whether everything adds up. Pure of widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.health.judgement import Finding, Level
from ui.health.outlook import LEVELS, health_now, is_of_computer
from ui.health.standing import standing_now
from ui.plain import plain
from ui.theme.tokens import State
from ui.translate import marked, told, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.rig import Rig

BALANCED = marked("Every byte is accounted for")
UNBALANCED = marked("The ledger does not add up: see the inspector")
NO_DATA = marked("No data yet")
BEHIND = "behind"  # the key of the finding that this PC is


def verdict(rig: Rig, now_ns: int) -> tuple[str, State | None]:
    """Words and mark. A ledger that does not add up is all that matters; else findings are counted, the worst named."""
    if not rig.ledgers_balanced:
        return tr(UNBALANCED), State.ALARM
    has_data = any(device.pipeline.received for device in rig.devices)
    account = tr(BALANCED) if has_data else tr(NO_DATA) if rig.devices else ""
    found = findings(rig)
    if not found:
        return account, State.GOOD if has_data else State.BUSY if rig.devices else None
    found.sort(key=lambda each: each[1].level is not Level.BAD)
    named = [_named(rig, device, finding, now_ns) for device, finding in found[:2]]
    return _counted(len(found), named, account), LEVELS[found[0][1].level]


def _counted(count: int, named: list[str], account: str) -> str:
    """Of more than two findings the worst stands for all."""
    if count == 1:
        return tr("1 finding: {finding}. {account}").format(finding=named[0], account=account)
    if count == 2:
        return tr("2 findings: {one}; {other}. {account}").format(one=named[0], other=named[1], account=account)
    text = tr("{count} findings: {finding}, and {more} more. {account}")
    return text.format(count=count, finding=named[0], more=count - 1, account=account)


def findings(rig: Rig) -> list[tuple[Device | None, Finding]]:
    """Of all devices, those that are good to know aside; what is wrong with this computer once, with no device. That
    it is behind with several of them is one of these."""
    every = [(device, finding) for device in rig.devices for finding in health_now(rig, device).findings]
    wrong = [(device, finding) for device, finding in every if finding.level is not Level.GOOD]
    is_behind = sum(finding.key == BEHIND for _, finding in wrong) > 1
    found: list[tuple[Device | None, Finding]] = []
    of_computer: dict[str, Finding] = {}
    for device, finding in wrong:
        if is_of_computer(finding) or (is_behind and finding.key == BEHIND):
            if finding.level is Level.BAD or finding.key not in of_computer:
                of_computer[finding.key] = finding
        else:
            found.append((device, finding))
    return [*found, *((None, finding) for finding in of_computer.values())]


def _named(rig: Rig, device: Device | None, finding: Finding, now_ns: int) -> str:
    if device is None:
        return plain(told(finding.title), 80)
    if device.link.state == "open":
        found = standing_now(rig, device, now_ns)
        if found.state is State.STALE:
            return f"{plain(device.name)} {found.word}"
    return f"{plain(device.name)}: {plain(told(finding.title), 80)}"
