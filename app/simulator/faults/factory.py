"""From the word for a fault to what plays it."""

from __future__ import annotations

from app.simulator.faults.clocks import ClockDrift, ClockJump
from app.simulator.faults.contract import Fault
from app.simulator.faults.damage import Corrupt, EndlessLine, LostDelimiter, Oversize
from app.simulator.faults.doors import AcceptClose, AcceptSilence, ReconnectStorm, Refuse
from app.simulator.faults.endings import FinInFrame, HalfOpen, HeaderChange, Reset, ResetInFrame, SlowClose
from app.simulator.faults.pacing import BothWriting, Burst, Drip, Flood, Split, Stall

FAULTS: dict[str, type[Fault]] = {
    "stall": Stall,
    "burst": Burst,
    "drip": Drip,
    "split": Split,
    "corrupt": Corrupt,
    "lost-delimiter": LostDelimiter,
    "oversize": Oversize,
    "endless-line": EndlessLine,
    "half-open": HalfOpen,
    "rst": Reset,
    "rst-in-frame": ResetInFrame,
    "fin-in-frame": FinInFrame,
    "refuse": Refuse,
    "accept-close": AcceptClose,
    "accept-silence": AcceptSilence,
    "flood": Flood,
    "slow-close": SlowClose,
    "clock-jump": ClockJump,
    "clock-drift": ClockDrift,
    "header-change": HeaderChange,
    "both-writing": BothWriting,
    "reconnect-storm": ReconnectStorm,
}
