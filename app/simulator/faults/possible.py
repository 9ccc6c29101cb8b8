"""Which faults a device's wire cannot have, and why not."""

from __future__ import annotations

from app.simulator import deafness
from app.simulator.faults.catalogue import KINDS

_UNDELIMITED = {
    "scope": "its frames begin with their length and have no delimiter",
    "supply": "its frames begin with their length and have no delimiter",
    "motor": "its frames have a sync word and a length, and no delimiter",
}
_UNNAMED = dict.fromkeys(
    ("scope", "supply", "motor"),
    "its stream does not name its columns: the session says which bytes are what",
)
_REASONS = {"lost-delimiter": _UNDELIMITED, "endless-line": _UNDELIMITED, "header-change": _UNNAMED}
_LINUX_ALONE = {
    "half-open": "only Linux lets a program drop what comes in for one connection",
    "refuse": "only Linux lets a program stop listening and keep its port",
}
REASONS = frozenset((*_UNDELIMITED.values(), *_UNNAMED.values(), *_LINUX_ALONE.values()))  # all that can be said


def reason_not(device_name: str, kind_name: str) -> str:
    """Why this device cannot have a fault of this kind; empty where it can. KeyError: there is no such kind."""
    kind = KINDS[kind_name]
    if not deafness.POSSIBLE and kind.name in _LINUX_ALONE:
        return _LINUX_ALONE[kind.name]
    return _REASONS.get(kind.name, {}).get(device_name, "")
