"""A network, and files of /etc, of a test's own: Linux's namespaces, gone with the block; nothing else changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest


class Namespace:
    """Attributes: `inside`: what leads a command into it."""

    def __init__(self, holder: int) -> None:
        self.inside = ("nsenter", f"--target={holder}", "--net", "--mount", "--")

    def ip(self, *words: str) -> None:
        subprocess.run([*self.inside, "ip", *words], check=True, timeout=60, capture_output=True)


def why_not() -> str:
    """Why there can be none here; "" where there can."""
    if sys.platform != "linux":
        return "network namespaces are Linux's"
    for program in ("unshare", "nsenter", "ip", "mount"):
        if shutil.which(program) is None:
            return f"there is no {program}"
    tried = subprocess.run(["unshare", "--net", "--mount", "true"], capture_output=True, text=True, check=False)
    return "" if tried.returncode == 0 else f"not permitted: {tried.stderr.strip()}"


@contextmanager
def namespace(files: Mapping[str, Path] | None = None) -> Iterator[Namespace]:
    """Only loopback is there, and up. `files`: what stands in the place of others, "/etc/hosts" for one."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    mounts = [f"mount --bind '{source}' '{os.path.realpath(place)}'" for place, source in (files or {}).items()]
    script = " && ".join([*mounts, "ip link set lo up", "echo ready", "exec cat"])
    holder = subprocess.Popen(
        ["unshare", "--net", "--mount", "sh", "-c", script],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with holder:  # its standard input ends with the block, and it with that
        assert holder.stdout is not None
        assert holder.stderr is not None
        if holder.stdout.readline() != b"ready\n":
            raise AssertionError(f"no namespace: {holder.stderr.read().decode()}")
        try:
            yield Namespace(holder.pid)
        finally:
            holder.kill()
