"""Puts bytes into a file so that at every moment it holds either all of the old ones or all of the new ones.

They are written to a new file in the same folder, forced to the disk, and renamed over the old one, which POSIX does
in one step. On a full disk, or whatever else goes wrong, the new file is removed and the old one is as it was.

What this costs: the folder must be writable, not just the file, and a second hard link to the old file keeps the old
bytes. Permissions are kept, the owner where the system allows it; a symbolic link stays one and what it points to is
replaced.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from app.session.problems import SaveError, printable

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def save_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Make `data` the content of the file. Raises SaveError; then the file is as it was."""
    try:
        target = Path(os.path.realpath(path))
        _replace(target, _old_status(target), data)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        kept = ". The old file is as it was." if os.path.lexists(path) else ""
        raise SaveError(f"{printable(str(path))}: could not be saved: {reason}{kept}") from error


def _old_status(target: Path) -> os.stat_result | None:
    """Of the file that is there, None where there is none. Raises OSError for what must not be replaced."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        kind = "a directory" if stat.S_ISDIR(status.st_mode) else "a device or a pipe"
        raise OSError(f"it is {kind}")
    if not os.access(target, os.W_OK):  # a rename would not ask
        raise OSError("it is write-protected")
    return status


def _replace(target: Path, old: os.stat_result | None, data: bytes) -> None:
    new = target.with_name(f".quintet-{secrets.token_hex(8)}.tmp")  # short, whatever the length of the file's name
    descriptor = os.open(new, _FLAGS, 0o666)  # the umask has its say, as for any new file
    try:
        try:
            _write_all(descriptor, data)
            if old is not None:
                _keep_rights(new, old)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.replace(new, target)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink()
        raise
    _sync_folder(target.parent)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _keep_rights(new: Path, old: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # somebody else's file that we may write: ours from now on
            os.chown(new, old.st_uid, old.st_gid)
    new.chmod(stat.S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    """The rename itself to the disk. Best effort: the data is safe, and some file systems cannot do it."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
