"""What a report was made on, for whoever reads it on another machine or a year later."""

from __future__ import annotations

import os
import platform
import sys
import time
from typing import Any

from PySide6.QtCore import __version__ as pyside_version  # type: ignore[attr-defined]  # its stub lacks it
from PySide6.QtCore import qVersion

CPUINFO = "/proc/cpuinfo"


def environment() -> dict[str, Any]:
    """Machine, system and Python; whoever shows a window adds its display. None: not to be had."""
    return {
        "started": time.strftime("%Y-%m-%d %H:%M"),
        "python": platform.python_version(),
        "gil": sys._is_gil_enabled() if hasattr(sys, "_is_gil_enabled") else True,
        "switch_interval_ms": sys.getswitchinterval() * 1e3,  # how long a Python loop keeps the GIL from others
        "qt": qVersion(),
        "pyside": pyside_version,
        "system": f"{platform.system()} {platform.release()}",
        "processor": processor(),
        "cpus": cpus(),
    }


def cpus() -> int | None:
    """Those that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def processor() -> str | None:
    try:
        with open(CPUINFO, encoding="utf-8", errors="replace") as lines:
            return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), None)
    except OSError:
        return platform.processor() or None


def load_average() -> float | None:
    """Programs that ran or wanted to, over the last minute, of this whole machine."""
    try:
        return os.getloadavg()[0]
    except (AttributeError, OSError):  # Windows has none
        return None
