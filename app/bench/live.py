"""The rows `live-…`: seconds of the processor that the window takes in 20 s, live.

Three programs in turn, on the same senders, each with a window of 1600 x 1000 on a screen of the bench's own, and the
time of their own process alone counted, without that of the X server and of the senders:

- the dashboard on a session of five devices: five plots of six curves over 10 s, all changing; the menu, the tool bar,
  the health strip, the list of devices on the left, the inspector on the right (its first page, the chosen device's
  health and ledger) and the status bar, as they are open at a first start; the docks below the plots are closed then.
  Nothing may be lost or late, by its own ledgers and by count; else there is no figure;
- the yardstick, ui/bench/bare_plots.py: what is written in an hour with a socket and pyqtgraph. It cannot keep up with
  all loads, least beside other programs: the note says how much of the stream it read and how often it drew, and where
  that is not 20 times a second the window is compared with less than the yardstick's work;
- the limit, ui/bench/bare_screen.py: reads and drops, and puts a finished picture to the screen at 60 Hz.

All run for WARM_S before their time counts: the yardstick has its 5 000 rows then. The senders hand over every TICK_MS
what was due, as the simulated devices do: a device that gathers a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from statistics import median

from app.bench.live_sender import Kind
from app.bench.live_session import session_text
from app.bench.rows import Row
from app.bench.sender import DEVICES
from app.bench.sockets import served
from app.bench.stage import WARM_S, Run, Stage, checked, pace_note, stage, too_seldom

SECONDS = 20.0
ROUNDS = 3
TICK_MS = "3"
FLOOR = 2.0  # times the goal


@dataclass(frozen=True, slots=True)
class Load:
    """What is sent, and what the window may take: of the yardstick's time, and of the limit's."""

    kind: Kind
    rate: int
    goal: float
    limit_goal: float


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds of the processor, each; the part of the stream that the yardstick read and how many times a second it
    drew, and how many times a second the limit's picture was put."""

    ours: Run
    yardstick: float
    limit: float
    read: float
    yardstick_hz: float
    limit_hz: float


LOADS = {
    "live-1k-csv": Load("csv", 1_000, 0.17, 2.0),
    "live-10k-csv": Load("csv", 10_000, 0.2, 2.5),
    "live-50k-csv": Load("csv", 50_000, 0.25, 3.0),
    "live-50k-f32": Load("f32", 50_000, 0.25, 2.0),
}


def live(name: str, seconds: float = SECONDS, rounds: int = ROUNDS, warm_s: float = WARM_S) -> list[Row]:
    """The two rows of a load: against the yardstick, and against the limit."""
    load = LOADS[name]
    found = measured(load, seconds, rounds, warm_s)
    for each in found:
        checked(name, each.ours, load.rate)
    return rows(name, load, seconds, found)


def measured(load: Load, seconds: float, rounds: int, warm_s: float) -> list[Round]:
    senders = served("app.bench.live_sender", load.kind, str(load.rate), TICK_MS, str(DEVICES))
    with senders as ports, stage(warm_s) as place:
        return [_round(place, load, ports, seconds) for _ in range(rounds)]


def _round(place: Stage, load: Load, ports: list[str], seconds: float) -> Round:
    ours = place.window(session_text(load.kind, ports), seconds)
    yardstick, printed = place.counted(["ui.bench.bare_plots", load.kind, *ports], seconds)
    limit, limit_hz = place.counted(["ui.bench.bare_screen", *ports], seconds)
    lasted, drawn, *taken = map(float, printed.split())
    read = sum(taken) / (lasted * load.rate * len(ports))
    return Round(ours, yardstick, limit, read, drawn / lasted, float(limit_hz))


def rows(name: str, load: Load, seconds: float, found: list[Round]) -> list[Row]:
    """Of what was measured. A run of another length is told as one of 20 s."""
    value = median(each.ours.cpu for each in found) * SECONDS / seconds
    pace = pace_note([each.ours for each in found])
    percent, hz = (
        median(values) for values in zip(*((100 * each.read, each.yardstick_hz) for each in found), strict=True)
    )
    read = f"limit: pyqtgraph by a timer, which read {min(100, percent):.0f} % and drew {hz:.0f} times a second of 20"
    drop = "limit: read and dropped beside a finished picture"
    limit_pace = too_seldom("of the limit ", min(each.limit_hz for each in found))
    against_yardstick = _row(name, value, seconds, found, lambda each: each.yardstick)
    against_limit = _row(f"{name}-limit", value, seconds, found, lambda each: each.limit)
    return [
        replace(against_yardstick, goal=load.goal, floor=FLOOR * load.goal, note=_joined(read, pace)),
        replace(
            against_limit, goal=load.limit_goal, floor=FLOOR * load.limit_goal, note=_joined(drop, pace, limit_pace)
        ),
    ]


def _joined(*notes: str) -> str:
    return "; ".join(note for note in notes if note)


def _row(name: str, value: float, seconds: float, found: list[Round], limit: Callable[[Round], float]) -> Row:
    return Row(
        name,
        value,
        "CPU s in 20 s",
        median(limit(each) for each in found) * SECONDS / seconds,
        median(each.ours.cpu / limit(each) for each in found),
        lower=True,
    )


LIVE: dict[str, Callable[[], list[Row]]] = {name: partial(live, name) for name in LOADS}
