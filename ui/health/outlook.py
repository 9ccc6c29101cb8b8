"""What is said of a device in one word beside its mark: the worst of what is true of it now. Pure of widgets.

the ledger does not add up  >  not connected  >  silent  >  nothing can be decoded  >  a finding  >  open
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.health.judgement import Finding, Health, Level, Slow
from app.quantities import shown_bytes
from ui.health.standing import Standing, standing_now
from ui.plain import plain
from ui.theme.tokens import State

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.rig import DeviceStatus, Rig

LEVELS = {Level.GOOD: State.GOOD, Level.FAIR: State.WARNING, Level.BAD: State.ALARM}
BEHIND = "this PC is behind"
_OF_COMPUTER = "computer"  # findings whose keys begin so are the same for all devices


def outlook(rig: Rig, device: Device, now_ns: int) -> Standing:
    """Of a device now; figures are of the last second's check."""
    if rig.failures.get(device.name):
        return Standing(State.ALARM, "ledger does not add up")
    found = standing_now(rig, device, now_ns)
    if found.state is not State.GOOD:
        return found
    return _undecoded(rig.status(device)) or _finding(rig.health(device)) or found


def worst(findings: tuple[Finding, ...]) -> Finding | None:
    """The first of the worst; None where nothing is wrong."""
    ranks = {Level.BAD: 0, Level.FAIR: 1, Level.GOOD: 2}
    return min(findings, key=lambda finding: ranks[finding.level], default=None)


def is_of_computer(finding: Finding) -> bool:
    """Whether it says nothing of its device, but the same of all."""
    return finding.key.startswith(_OF_COMPUTER)


def _undecoded(status: DeviceStatus) -> Standing | None:
    """What is wrong with an open device from which nothing can be shown, and where to look."""
    octets, frames = status.ledger.bytes, status.ledger.frames
    if octets.received and not frames.framed:
        return Standing(State.WARNING, "open, no frames", f"{shown_bytes(octets.received)} received: see Raw")
    if frames.rejected and not frames.decoded:
        reason = max(frames.rejected, key=lambda each: frames.rejected[each])
        return Standing(State.WARNING, "open, all rejected", f"{plain(reason, 40)}: see Rejected")
    return None


def _finding(health: Health) -> Standing | None:
    """Who makes the data late comes first: it is what one wants to know of an open link."""
    finding = worst(tuple(finding for finding in health.findings if not is_of_computer(finding)))
    if health.slow is Slow.THIS_PC:
        mark = LEVELS[finding.level] if finding is not None else State.WARNING
        return Standing(mark, f"open, {BEHIND}", plain(health.because, 160), short=BEHIND)
    if finding is None or finding.level is Level.GOOD:
        return None
    title = plain(finding.title, 60)
    return Standing(
        LEVELS[finding.level], f"open, {title[:1].lower()}{title[1:]}", plain(finding.cause, 160), short=title
    )
