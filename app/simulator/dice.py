"""Chance that can be had again: every throw follows from a seed and from what it is thrown for.

Throws for frames depend on the frame's number alone, not on how many were thrown before: two clients of a device, or
two runs whose turns fell differently, see the same frame damaged in the same place.
"""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt

from app.simulator.schedule import IntArray

Throws = npt.NDArray[np.uint64]

_STEP, _FIRST, _SECOND = (np.uint64(each) for each in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


def seed_of(*parts: object) -> int:
    """A seed of 64 bits for a purpose, such as (seed, "imu", "corrupt")."""
    text = "/".join(map(str, parts))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def throws(seed: int, numbers: IntArray) -> Throws:
    """64 even bits for each number (SplitMix64: Steele, Lea and Flood, OOPSLA 2014)."""
    mixed: Throws = np.uint64(seed) + numbers.astype(np.uint64) * _STEP  # wraps, as it should
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _FIRST
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _SECOND
    return mixed ^ (mixed >> np.uint64(31))
