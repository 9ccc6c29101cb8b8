"""The simulator as far as the fault control knows it: what it says is the test's."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal


class FakeSimulated(QObject):
    """Attributes: orders, what it was told; refuses, why it takes none."""

    told = Signal(object)
    garbled = Signal(str)
    failed = Signal(str)
    gone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[Mapping[str, object]] = []
        self.refuses = ""

    def order(self, order: Mapping[str, object]) -> str:
        if not self.refuses:
            self.orders.append(dict(order))
        return self.refuses

    def say(self, event: str, **fields: object) -> None:
        self.told.emit(json.dumps({"event": event, **fields}).encode())

    def be_ready(self, *names: str, seed: int = 42) -> None:
        self.say("ready", devices={name: 7001 + number for number, name in enumerate(names)}, seed=seed)
