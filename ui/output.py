"""Standard output and standard error as a command may find them: closed, full, left by their reader, or in an encoding
that lacks our signs.

A measurement outlives its spectators. So what is for people alone goes through `Output`: a sign that cannot be
encoded becomes "?", and after the first error nothing more is written. Whoever runs the command asks it afterwards;
only the report (`write_report_text`) is worth failing for.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from rich.console import Console


def prepare_streams() -> None:
    """Let no sign that is missing in the terminal's encoding raise; called once, before anything is printed."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def complain(text: str) -> None:
    """On standard error, where there is one. (`print` would take standard output where there is none.)"""
    if sys.stderr is not None:
        output = Output(sys.stderr)
        output.write(f"quintet: {text}\n")
        output.flush()


class Output:
    """A stream for people, which may fail. Has what rich asks of a file.

    Attributes:
        problem: why the rest is not written, in words; None while all is well.
        is_gone: its reader has left (`quintet watch ... | head`), so that nobody waits for more.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self.problem: str | None = None
        self.is_gone = False
        self._stream = stream

    @property
    def encoding(self) -> str:
        return getattr(self._stream, "encoding", None) or "ascii"

    def isatty(self) -> bool:
        return self._stream is not None and self.problem is None and self._stream.isatty()

    def fileno(self) -> int:
        if self._stream is None:
            raise OSError("closed before this process began")
        return self._stream.fileno()

    def write(self, text: str) -> int:
        if self._stream is not None and self.problem is None:
            try:
                self._stream.write(text)
            except OSError as error:
                self._give_up(self._stream, error)
        return len(text)

    def flush(self) -> None:
        if self._stream is not None and self.problem is None:
            try:
                self._stream.flush()
            except OSError as error:
                self._give_up(self._stream, error)

    def _give_up(self, stream: TextIO, error: OSError) -> None:
        self.problem = f"standard output: {error.strerror or error}"
        self.is_gone = error.errno == errno.EPIPE
        _silence(stream)


def console(output: Output) -> Console:
    """A console of rich's on it. Text is text there: the name of a device may have brackets and colons in it."""
    from rich.console import Console  # half of the time that an empty window takes to start

    return Console(file=cast(IO[str], output), markup=False, emoji=False)


def write_report_text(text: str) -> str | None:
    """The report, on standard output. Returns what went wrong, else None."""
    stream = sys.stdout
    if stream is None:
        return "standard output is closed: the report is lost"
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        _silence(stream)
        return f"standard output: {error.strerror or error}: the report is lost"
    return None


def holds_any_text(stream: TextIO | None) -> bool:
    """Whether every character can be written to it as it is."""
    return stream is not None and (stream.encoding or "").lower().replace("-", "").startswith("utf")


def _silence(stream: TextIO) -> None:
    """What its buffer still holds goes nowhere: Python would try again at its exit, and complain (Python library
    reference, signal, "Note on SIGPIPE")."""
    with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
