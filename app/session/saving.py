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
from collections.abc import Iterator
from pathlib import Path

from app.sentence import sentence
from app.session.problems import SaveError, printable

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def save_atomically(path: str | os.PathLike[str], data: bytes) -> None:
    """Make `data` the content of the file. Raises SaveError; then the file is as it was."""
    file = GrowingFile(path)
    file.write(data)
    file.finish()


class GrowingFile:
    """The same for what comes in pieces: nobody sees them before `finish`. Every method raises SaveError; then the new
    file is gone and the old one as it was, as after `drop`."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = path
        self._new: Path | None = None
        self._descriptor: int | None = None
        with self._whole_or_nothing():
            self._target = Path(os.path.realpath(path))
            self._old = _old_status(self._target)
            # a short name, whatever the length of the file's own
            new = self._target.with_name(f".quintet-{secrets.token_hex(8)}.tmp")
            self._descriptor = os.open(new, _FLAGS, 0o666)  # the umask has its say, as for any new file
            self._new = new

    def write(self, data: bytes) -> None:
        with self._whole_or_nothing():
            _write_all(self._open_descriptor(), data)

    def finish(self) -> None:
        """Force all of it to the disk, which may take a while, and put it in the old one's place."""
        with self._whole_or_nothing():
            descriptor, new = self._open_descriptor(), self._new
            assert new is not None
            if self._old is not None:
                _keep_rights(new, self._old)
            os.fsync(descriptor)
            self._close()
            os.replace(new, self._target)
            self._new = None
        _sync_folder(self._target.parent)

    def drop(self) -> None:
        """Leave the old one as it was. Safe to call again, and behind `finish`."""
        with contextlib.suppress(OSError):
            self._close()
        if self._new is not None:
            with contextlib.suppress(OSError):
                self._new.unlink()
            self._new = None

    def _open_descriptor(self) -> int:
        if self._descriptor is None:
            raise ValueError("it is closed already")
        return self._descriptor

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    @contextlib.contextmanager
    def _whole_or_nothing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:
            self.drop()
            raise SaveError(_unsaved(self.path, _why(error))) from error
        except BaseException:
            self.drop()
            raise


def _unsaved(path: str | os.PathLike[str], why: str) -> str:
    file = printable(str(path))
    if os.path.lexists(path):
        return sentence("{file}: could not be saved: {why}. The old file is as it was.", file=file, why=why)
    return sentence("{file}: could not be saved: {why}", file=file, why=why)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    said = error.args[0] if error.args else ""
    return said if isinstance(said, str) else str(error)


def _old_status(target: Path) -> os.stat_result | None:
    """Of the file that is there, None where there is none. Raises OSError for what must not be replaced."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        is_folder = stat.S_ISDIR(status.st_mode)
        raise OSError(sentence("it is a directory") if is_folder else sentence("it is a device or a pipe"))
    if not os.access(target, os.W_OK):  # a rename would not ask
        raise OSError(sentence("it is write-protected"))
    return status


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
