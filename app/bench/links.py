"""The row `links`: what a frame costs the window from each of 50 links, against 5 of the same rate together.

The live window (stage.py) with its five plots of six curves, its strip, its list and its ledgers, once on 50 devices of
100 rows a second, once on 5 of 1 000, in turn: 5 000 rows a second in either case, a read each. As the frames are as
many, the processor's times are to one another as those of a frame.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial

from app.bench.live_session import session_text
from app.bench.rows import Row, paired
from app.bench.sockets import served
from app.bench.stage import WARM_S, Run, checked, pace_note, stage

SECONDS = 20.0
ROUNDS = 3
FRAMES = 5_000  # a second, of all links together
MANY, FEW = 50, 5
TICK_MS = "1"


def links(seconds: float = SECONDS, rounds: int = ROUNDS, warm_s: float = WARM_S) -> list[Row]:
    runs: list[Run] = []
    with senders(MANY) as many, senders(FEW) as few, stage(warm_s) as place:

        def cost_us(ports: list[str]) -> float:
            run = place.window(session_text("csv", ports), seconds)
            runs.append(checked("links", run, FRAMES / len(ports)))
            return 1e6 * run.cpu / (FRAMES * seconds)

        ours, limit = partial(cost_us, many), partial(cost_us, few)
        row = paired("links", "CPU us/frame", ours, limit, rounds=rounds, goal=1.3, floor=2.6, lower=True)
    notes = [f"{MANY} links; limit: {FEW} of the same rate together", pace_note(runs)]
    return [replace(row, note="; ".join(note for note in notes if note))]


def senders(count: int) -> AbstractContextManager[list[str]]:
    return served("app.bench.live_sender", "csv", str(FRAMES // count), TICK_MS, str(count))
