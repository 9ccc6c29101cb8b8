"""The row `click`: from pressing a device in the health strip to the inspector's showing it, under a load.

The live window (stage.py) under the load of `live-10k-csv`. The bench is a user at the screen: it moves the X server's
mouse, presses it on a cell of the strip, and asks the server for a pixel of the inspector until it has the colour that
it has with that device. So all is in it that is between the finger and the eye, but for the mouse's cable and the
monitor: the server's queue, the window's loop with its reading and painting, and the way of the pixels back.

Two devices are pressed in turn, at times that keep no step with the window's own. Which pixel tells is found by
looking: it is one that has a colour of its own with each of the two, whatever else moves. It is asked for every LOOK_S,
which is how much too late the effect may be seen.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass

import numpy as np

from app.bench.live_session import session_text
from app.bench.rows import MeasurementError, Row
from app.bench.sender import DEVICES
from app.bench.sockets import served
from app.bench.stage import GRACE, WARM_S, Run, Stage, checked, pace_note, stage
from app.bench.x_screen import Image, XScreen

SECONDS = 20.0
ROUNDS = 3
RATE = 10_000
TICK_MS = "3"
SETTLE_S = 0.5  # more than a click takes; only to find the pixel by
TRIES = 5
CLICK_EVERY_S = (0.1, 0.2)
LOOK_S = 0.0005
STUCK_S = 5.0
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """On the screen: the middles of the two cells, and the inspector (x, y, width, height)."""

    cells: tuple[Place, Place]
    inspector: tuple[int, int, int, int]


def click(seconds: float = SECONDS, rounds: int = ROUNDS, warm_s: float = WARM_S) -> list[Row]:
    senders = served("app.bench.live_sender", "csv", str(RATE), TICK_MS, str(DEVICES))
    with senders as ports, stage(warm_s) as place:
        text = session_text("csv", ports)
        places = places_of(place, text)
        taken: list[float] = []
        runs: list[Run] = []
        for _ in range(rounds):
            runs.append(place.window(text, seconds, Clicking(place.screen, places, taken)))
            checked("click", runs[-1], RATE)
    return [row(taken, runs)]


def row(taken_s: list[float], runs: list[Run]) -> Row:
    if not taken_s:
        raise MeasurementError("click: there was no time to click; let it run longer")
    ordered = sorted(1e3 * each for each in taken_s)
    p50, p99 = (ordered[min(len(ordered) - 1, int(part * len(ordered)))] for part in (0.5, 0.99))
    notes = [f"p99 of {len(ordered)} clicks; p50 {p50:.0f}, longest {ordered[-1]:.0f} ms", pace_note(runs)]
    note = "; ".join(note for note in notes if note)
    return Row("click", p99, "ms", goal=50.0, floor=100.0, lower=True, note=note)


def places_of(place: Stage, session: str) -> Places:
    """By a window of the same size on the same devices, which tells and ends."""
    file = place.folder / "places.toml"
    file.write_text(session, "utf-8")
    command = [sys.executable, "-m", "ui.bench.places", str(file)]
    done = subprocess.run(command, stdout=subprocess.PIPE, env=place.environment, text=True, timeout=GRACE, check=True)
    lines = [tuple(map(int, line.split())) for line in done.stdout.splitlines()[: DEVICES + 1]]
    *cells, inspector = lines
    return Places((cells[1], cells[2]), inspector)  # type: ignore[arg-type]


class Clicking:
    """Clicks for so many seconds; how long each took until it was seen goes into `taken_s`."""

    def __init__(self, screen: XScreen, places: Places, taken_s: list[float]) -> None:
        self._screen = screen
        self._places = places
        self._taken_s = taken_s
        self._chance = random.Random(6)  # noqa: S311  # only to keep no step

    def __call__(self, seconds: float) -> None:
        (x, y), colours = self._telling()
        end = time.monotonic() + seconds
        turn = 0
        while time.monotonic() < end:
            time.sleep(self._chance.uniform(*CLICK_EVERY_S))
            began = time.monotonic()
            self._screen.click(*self._places.cells[turn])
            while self._screen.image(x, y, 1, 1)[0, 0] != colours[turn]:
                if time.monotonic() - began > STUCK_S:
                    raise MeasurementError("click: the window did not answer a click")
                time.sleep(LOOK_S)
            self._taken_s.append(time.monotonic() - began)
            turn = 1 - turn

    def _telling(self) -> tuple[Place, tuple[int, int]]:
        """A pixel that tells which of the two is chosen, and its colour with each. The second is chosen at the end."""
        looks = [self._look(turn) for turn in (0, 1)]
        for _ in range(TRIES):
            looks = [*looks[-2:], *(self._look(turn) for turn in (0, 1))]
            tells = (looks[0] == looks[2]) & (looks[1] == looks[3]) & (looks[0] != looks[1])
            if tells.any():
                break
        else:
            raise MeasurementError("click: nothing in the inspector tells which device is chosen")
        row, column = np.argwhere(tells)[0].tolist()
        left, top, *_ = self._places.inspector
        return (left + column, top + row), (int(looks[0][row, column]), int(looks[1][row, column]))

    def _look(self, turn: int) -> Image:
        self._screen.click(*self._places.cells[turn])
        time.sleep(SETTLE_S)
        return self._screen.image(*self._places.inspector)
