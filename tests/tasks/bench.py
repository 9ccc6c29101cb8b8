"""A test bench with five devices, on a stage: what each sends is known, and so is what a user should read off it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.session.reading import parse_session
from tests.screenshots.stage import S, Stage
from tests.ui.fake_link import FakeLink

PERIOD_NS = S // 100
CHANNELS = {
    "valve": "position [%]",
    "pump": "pressure [bar]",
    "supply": "current [A]",
    "motor": "speed [rpm]",
    "room": "temperature [°C]",
}
Value = Callable[[float], float]


@dataclass
class Sender:
    """A device that takes a hundred rows a second and stamps them; `value` of seconds since it began. It sends them in
    packets of so many nanoseconds; while nobody listens it keeps one."""

    link: FakeLink
    value: Value
    began_ns: int
    packet_ns: int
    is_silent: bool = False
    sent: int = 0

    def play(self, now_ns: int) -> None:
        """Send what has fallen due."""
        due = (now_ns - self.began_ns) // PERIOD_NS
        if due - self.sent < self.packet_ns // PERIOD_NS:
            return
        self.sent = max(self.sent, due - 2 * self.packet_ns // PERIOD_NS)
        rows = []
        while (at := self.began_ns + self.sent * PERIOD_NS) <= now_ns:
            rows.append(f"{at // 1000},{self.value((at - self.began_ns) / S):.3f}\n")
            self.sent += 1
        if rows and not self.is_silent:
            self.link.receive("".join(rows).encode())


def step(at_s: float, low: float, high: float) -> Value:
    return lambda s: high if s >= at_s else low


def spike(at_s: float, usual: float, peak: float) -> Value:
    """Of one sample."""
    return lambda s: peak if abs(s - at_s) < 0.005 else usual


STILL: dict[str, Value] = {
    "valve": lambda s: 0.0,
    "pump": lambda s: 1.0,
    "supply": lambda s: 1.2,
    "motor": lambda s: 3000.0,
    "room": lambda s: 21.5,
}


def open_bench(stage: Stage, *, packet_ns: int = S // 10, **values: Value) -> dict[str, Sender]:
    """The five, connected; what is not said otherwise stands still."""
    stage.open(parse_session(_session()))
    senders = {}
    for name, link in zip(CHANNELS, stage.links, strict=True):
        link.accept()
        senders[name] = Sender(link, values.get(name, STILL[name]), stage.clock.at_ns, packet_ns)
    stage.players = list(senders.values())  # type: ignore[arg-type]
    return senders


def _session() -> str:
    parts = ['[session]\ntitle = "Test bench"\n']
    for number, (name, channel) in enumerate(CHANNELS.items()):
        parts.append(
            f'[[device]]\nname = "{name}"\nlink = "tcp://127.0.0.1:{7001 + number}"\n'
            'time = { field = "t", unit = "us", epoch = "boot" }\n'
            f'decoding = {{ type = "csv", fields = ["t", "{channel}"] }}\n'
        )
    return "\n".join(parts)
