"""What a drag carries: channels from the list of devices, or a plot that is to stand elsewhere.

Any program may drop anything, under our type's name too, so what arrives is bounded and checked for its shape here;
whether there are such channels is for who takes them to know.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

from ui.plots.board.moves import MAX_CHANNELS

CHANNELS = "application/x-quintet-channels"  # a JSON list of "device/channel"
PLOT = "application/x-quintet-plot"  # a tile's key, within this window
MAX_PATH = 1024  # characters; a device's name has 64 at most, a channel's what the decoding allows
MAX_BYTES = MAX_CHANNELS * MAX_PATH


def channels_mime(paths: Iterable[str]) -> QMimeData:
    """What is dragged from a list of channels."""
    known = [path for path in paths if len(path) <= MAX_PATH][:MAX_CHANNELS]
    mime = QMimeData()
    mime.setData(CHANNELS, QByteArray(json.dumps(known).encode()))
    return mime


def carried_channels(mime: QMimeData) -> tuple[str, ...]:
    """The paths that are dropped; none where it is not a list of such."""
    if not mime.hasFormat(CHANNELS):
        return ()
    data = bytes(mime.data(CHANNELS).data())
    if len(data) > MAX_BYTES:
        return ()
    try:
        paths = json.loads(data)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(paths, list) or len(paths) > MAX_CHANNELS:
        return ()
    sound = all(isinstance(path, str) and "/" in path and len(path) <= MAX_PATH for path in paths)
    return tuple(dict.fromkeys(paths)) if sound else ()


def plot_mime(key: str) -> QMimeData:
    """What is dragged by a plot's heading."""
    mime = QMimeData()
    mime.setData(PLOT, QByteArray(key.encode()))
    return mime


def carried_plot(mime: QMimeData) -> str:
    """The key of the plot that is dropped, which may be nobody's; "" for anything else."""
    data = bytes(mime.data(PLOT).data()) if mime.hasFormat(PLOT) else b""
    return data.decode(errors="replace") if len(data) <= MAX_PATH else ""
