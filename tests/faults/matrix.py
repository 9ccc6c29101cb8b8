"""Which faults are played, on which devices, in which modes; and in how many rounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from app.simulator.faults.catalogue import KINDS
from tests.faults.rounds import DEVICES, MODES, Plan

LONG = "both-writing"  # the fault of the long row
LONG_DEVICE = "scope"


class PatternError(ValueError):
    """An --only that means no row."""


def plans(only: Sequence[str], seed: int) -> list[Plan]:
    """A round for each fault and mode, with all devices that are wanted. The longest ones first.

    `only`: DEVICE/FAULT/MODE each, with * for any; none: all. Raises PatternError.
    """
    wanted = set(_wanted(only))
    found = []
    for mode in MODES:
        for fault in KINDS:
            devices = [device for device in DEVICES if (device, fault, mode) in wanted]
            if devices:
                found.append(Plan(mode, dict.fromkeys(devices, fault), seed=seed))
    return sorted(found, key=lambda plan: "half-open" not in plan.faults.values())


def _wanted(only: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    every = [(device, fault, mode) for device in DEVICES for fault in KINDS for mode in MODES]
    if not only:
        yield from every
    for pattern in only:
        meant = [place for place in every if fnmatchcase("/".join(place), pattern)]
        if not meant:
            raise PatternError(
                f"{pattern!r} is no row; expected DEVICE/FAULT/MODE with {', '.join(DEVICES)} / {', '.join(KINDS)} / "
                f"{', '.join(MODES)}, or * for any"
            )
        yield from meant


def long_plans(seconds: float, seed: int) -> list[Plan]:
    """Both sides writing for so long, in both modes."""
    return [Plan(mode, {LONG_DEVICE: LONG}, seconds=seconds, seed=seed) for mode in MODES]
