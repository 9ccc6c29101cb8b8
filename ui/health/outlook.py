"""What is said of a device in one word beside its mark: the worst of what is true of it now. Pure of widgets.

the ledger does not add up  >  not connected  >  silent  >  nothing can be decoded  >  a finding  >  open
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.health.judgement import Finding, Health, Level, Slow
from app.quantities import shown_bytes
from app.sentence import sentence
from ui.health.standing import Standing, standing_now
from ui.plain import plain
from ui.theme.tokens import State
from ui.translate import told, told_inside, tr

if TYPE_CHECKING:  # an empty window starts without what a rig needs
    from app.device import Device
    from app.health.ledger import Ledger
    from app.rig import Rig

LEVELS = {Level.GOOD: State.GOOD, Level.FAIR: State.WARNING, Level.BAD: State.ALARM}
_OF_COMPUTER = "computer"  # findings whose keys begin so are the same for all devices
_OF_CONNECTION = ("connection", "silent")  # the keys of those that an opening or an end makes untrue


def outlook(rig: Rig, device: Device, now_ns: int) -> Standing:
    """Of a device now; figures are of the last second's check."""
    stands, health = standing_now(rig, device, now_ns), health_now(rig, device)
    return outlook_of(stands, rig.status(device).ledger, health, is_balanced=not rig.failures.get(device.name))


def outlook_of(stands: Standing, account: Ledger, health: Health, *, is_balanced: bool) -> Standing:
    """Of a link that stands so."""
    if not is_balanced:
        return Standing(State.ALARM, tr("ledger does not add up"))
    if stands.state is not State.GOOD:
        return stands
    return _undecoded(account) or _finding(health) or stands


def health_now(rig: Rig, device: Device) -> Health:
    """The last check's, without what the connection has made untrue that has opened or ended since.

    The rig looks anew with its next refresh. But a button that stops a link is answered at once, and what is on screen
    then stands until panels are next due, a fifth of a second later.
    """
    health = rig.health(device)
    was_open = rig.last_look(device).statistics.state == "open"
    if rig.at_stop is not None or was_open == (device.link.state == "open"):
        return health
    findings = tuple(finding for finding in health.findings if finding.key not in _OF_CONNECTION)
    because = sentence("connected a moment ago") if not was_open else sentence("the connection has just ended")
    return replace(health, slow=Slow.UNKNOWN, because=because, findings=findings)


def worst(findings: tuple[Finding, ...]) -> Finding | None:
    """The first of the worst; None where nothing is wrong."""
    ranks = {Level.BAD: 0, Level.FAIR: 1, Level.GOOD: 2}
    return min(findings, key=lambda finding: ranks[finding.level], default=None)


def is_of_computer(finding: Finding) -> bool:
    """Whether it says nothing of its device, but the same of all."""
    return finding.key.startswith(_OF_COMPUTER)


def _undecoded(account: Ledger) -> Standing | None:
    """What is wrong with an open device from which nothing can be shown, and where to look."""
    octets, frames = account.bytes, account.frames
    if octets.received and not frames.framed:
        where = tr("{size} received: see Raw").format(size=shown_bytes(octets.received))
        return Standing(State.WARNING, tr("open, no frames"), where)
    if frames.rejected and not frames.decoded:
        reason = max(frames.rejected, key=lambda each: frames.rejected[each])
        where = tr("{reason}: see Rejected").format(reason=plain(told(reason), 40))
        return Standing(State.WARNING, tr("open, all rejected"), where)
    return None


def _finding(health: Health) -> Standing | None:
    finding = worst(tuple(finding for finding in health.findings if not is_of_computer(finding)))
    if finding is None or finding.level is Level.GOOD:
        return None
    title = plain(told(finding.title), 60)
    word = tr("open, {finding}").format(finding=plain(told_inside(finding.title), 60))
    return Standing(LEVELS[finding.level], word, plain(told(finding.cause), 160), short=title)
