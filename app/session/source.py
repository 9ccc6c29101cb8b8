"""The bytes of a session file, and the text that they are. What is wrong is one Problem with the file as a whole."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.sentence import sentence
from app.session.problems import Problem

MAX_FILE_BYTES = 4 << 20  # five devices need 2 kB; beyond this somebody named a recording

BOM = b"\xef\xbb\xbf"  # some editors begin UTF-8 files with it
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class SourceError(Exception):
    """The file gives no text."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.problem = Problem(message, line)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """All bytes of a regular file of at most MAX_FILE_BYTES. Raises SourceError; a pipe never makes it wait."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise SourceError(_reason(path, error)) from error
    except ValueError as error:  # a zero byte, or what the file system's encoding cannot say
        raise SourceError(sentence("no file can have this name")) from error
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise SourceError(
                sentence("is a directory") if stat.S_ISDIR(mode) else sentence("is a device or a pipe, no file")
            )
        data = _read_all(descriptor)
    except OSError as error:
        raise SourceError(sentence("cannot be read: {why}", why=error.strerror)) from error
    finally:
        os.close(descriptor)
    if len(data) > MAX_FILE_BYTES:
        raise SourceError(sentence("is larger than {most} MiB: no session file", most=MAX_FILE_BYTES >> 20))
    return data


def _read_all(descriptor: int) -> bytes:
    """Up to one byte more than there may be."""
    data = bytearray()
    while len(data) <= MAX_FILE_BYTES:
        piece = os.read(descriptor, MAX_FILE_BYTES + 1 - len(data))
        if not piece:
            break
        data += piece
    return bytes(data)


def _reason(path: str | os.PathLike[str], error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        parent = Path(path).parent
        return "no such file" if parent.is_dir() else "no such file, nor the folder it should be in"
    if isinstance(error, IsADirectoryError):
        return "is a directory"
    return sentence("cannot be opened: {why}", why=error.strerror)


def decode(data: bytes) -> str:
    """The text of a session file; a byte order mark is no part of it. Raises SourceError with line and offset."""
    if data.startswith(_UTF16):
        raise SourceError(sentence("is UTF-16: a session file is UTF-8"))
    mark = len(BOM) if data.startswith(BOM) else 0
    zero = data.find(0)
    if zero >= 0:
        raise SourceError(
            sentence("is binary, no session file: a zero byte at offset {at}", at=zero), _line(data, zero)
        )
    try:
        return data[mark:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = mark + error.start
        said = sentence(
            "is not UTF-8: byte {byte} at offset {at} ({why})", byte=f"0x{data[at]:02x}", at=at, why=error.reason
        )
        raise SourceError(said, _line(data, at)) from error


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
