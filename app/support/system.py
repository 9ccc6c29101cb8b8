"""What a support bundle says of the system beside its versions: what bounds sockets, memory and files."""

from __future__ import annotations

import importlib.metadata
import os
import sys
from pathlib import Path
from typing import Any

from app import __version__
from app.environment import environment, load_average

SYSCTLS = (
    "net.core.rmem_max", "net.core.rmem_default", "net.core.wmem_max", "net.core.netdev_max_backlog",
    "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem", "net.ipv4.tcp_moderate_rcvbuf", "net.ipv4.tcp_congestion_control",
    "net.ipv4.tcp_window_scaling", "net.ipv4.tcp_sack", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_retries2",
    "net.ipv6.conf.all.disable_ipv6", "kernel.osrelease", "fs.file-max", "vm.overcommit_memory",
)  # fmt: skip
PACKAGES = ("numpy", "pyqtgraph", "msgspec", "pysimdjson", "tomlkit", "hdrhistogram")
SETTINGS = ("QT_", "LANG", "LC_", "TZ", "XDG_SESSION_TYPE", "PYTHON")  # names of variables that change how we run
_PROC = Path("/proc")


def system() -> dict[str, Any]:
    """None: not to be had. Whoever has a window adds its screens."""
    return environment() | {
        "quintet": __version__,
        "platform": sys.platform,
        "packages": {name: _version(name) for name in PACKAGES},
        "sysctls": {name: _sysctl(name) for name in SYSCTLS},
        "limits": _limits(),
        "memory_kb": _memory(),
        "load_average": load_average(),
        "settings": {name: value for name, value in sorted(os.environ.items()) if name.startswith(SETTINGS)},
    }


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _sysctl(name: str) -> str | None:
    try:
        return " ".join((_PROC / "sys" / name.replace(".", "/")).read_text(encoding="ascii", errors="replace").split())
    except OSError:
        return None


def _limits() -> dict[str, list[int]] | None:
    """(soft, hard) of open files and of address space; -1: none."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    names = {"open_files": resource.RLIMIT_NOFILE, "address_space": resource.RLIMIT_AS}
    return {name: list(resource.getrlimit(number)) for name, number in names.items()}


def _memory() -> dict[str, int] | None:
    """Of /proc/meminfo, and what this process holds."""
    try:
        lines = (_PROC / "meminfo").read_text(encoding="ascii") + (_PROC / "self/status").read_text(errors="replace")
    except OSError:
        return None
    wanted = ("MemTotal", "MemAvailable", "VmRSS", "VmHWM")
    pairs = (line.partition(":") for line in lines.splitlines())
    return {name: int(value.split()[0]) for name, _, value in pairs if name in wanted}
