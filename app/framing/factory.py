"""From a session's word to the framer that it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.framing.contract import Framer
from app.framing.fixed import FixedFramer
from app.framing.length import LengthFramer
from app.framing.line import LineFramer
from app.framing.options import Fixed, FramingOptions, Length, Line, QDataStreamBlocks, Sync
from app.framing.qdatastream import QDataStreamFramer
from app.framing.sync import SyncFramer

FRAMERS: Mapping[type[FramingOptions], Callable[[Any], Framer]] = {
    Line: LineFramer,
    Length: LengthFramer,
    Fixed: FixedFramer,
    QDataStreamBlocks: QDataStreamFramer,
    Sync: SyncFramer,
}


def make_framer(options: FramingOptions) -> Framer:
    return FRAMERS[type(options)](options)
