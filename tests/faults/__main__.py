"""`make faults`: each fault on each simulated device in both transport modes, and the table of what came of it.

Each round runs in a process of its own, some of them side by side; those that mostly wait (a dead peer is found by
keep-alive, within a minute) run beside the others. Exit code 1 where any row is short.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.quantities import Duration
from tests.faults.matrix import PatternError, long_plans, plans
from tests.faults.rounds import DEVICES, MODES, Plan, play
from tests.faults.table import Row, as_json, conclusion, is_complete, table

OK, SHORT, USAGE = 0, 1, 2
SEED = 5
STUCK_S = 240.0  # beyond what the round's own time-outs allow
LONG_S = 70.0  # longer than any time-out: keep-alive's minute is the longest


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    if options.round is not None:
        return _play_here(options.round)
    try:
        wanted = plans(options.only, options.seed)
    except PatternError as error:
        print(f"tests.faults: {error}", file=sys.stderr)
        return USAGE
    if not options.only or options.long is not None:
        wanted = [*long_plans((options.long or LONG_S * 1e9) / 1e9, options.seed), *wanted]
    print(f"{len(wanted)} rounds, seed {options.seed}", flush=True)
    began = time.monotonic()
    rows = sorted(_play_all(wanted, options.jobs), key=_order)
    print(f"\n{table(rows)}\n\n{conclusion(rows)}, in {time.monotonic() - began:.0f} s")
    if options.json is not None:
        options.json.write_text(json.dumps(as_json(rows, options.seed), indent=1) + "\n", encoding="utf-8")
    return OK if is_complete(rows) else SHORT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument(
        "--only", action="append", default=[], metavar="DEVICE/FAULT/MODE",
        help="these rows, * for any, as in */rst/gui; may be given several times",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=SEED, help="of the faults (default %(default)s)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows to FILE")
    parser.add_argument(
        "--long", type=Duration.parse, metavar="TIME",
        help=f"both sides writing for so long as two more rows (default without --only: {LONG_S:g} s)",
    )  # fmt: skip
    parser.add_argument(
        "--jobs", type=int, default=max(2, os.cpu_count() or 1), metavar="N",
        help="rounds side by side (default %(default)s)",
    )  # fmt: skip
    parser.add_argument("--round", type=json.loads, help=argparse.SUPPRESS)
    return parser


def _order(row: Row) -> tuple[str, int, int]:
    return row.fault, DEVICES.index(row.device), MODES.index(row.mode)


def _is_waiting(plan: Plan) -> bool:
    """It has little to do: it runs beside those that have."""
    return "half-open" in plan.faults.values() or plan.seconds > 10


def _play_all(wanted: Sequence[Plan], jobs: int) -> list[Row]:
    waiting = [plan for plan in wanted if _is_waiting(plan)]
    with ThreadPoolExecutor(jobs) as busy, ThreadPoolExecutor(len(waiting) or 1) as beside:
        started = [(beside if plan in waiting else busy).submit(_play_in_process, plan) for plan in wanted]
        return [row for ended in as_completed(started) for row in _told(ended)]


def _told(ended: Future[list[Row]]) -> list[Row]:
    """The rows of a round, a line each as they come; the table has them in order."""
    rows = ended.result()
    for row in rows:
        print(f"{row.verdict:5}  {row.device}/{row.fault}/{row.mode}", flush=True)
    return rows


def _play_in_process(plan: Plan) -> list[Row]:
    words = [sys.executable, "-m", "tests.faults", "--round", json.dumps(asdict(plan))]
    try:
        ended = subprocess.run(
            words, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=STUCK_S, check=False
        )
    except subprocess.TimeoutExpired:
        return _all_short(plan, f"the round did not end within {STUCK_S:g} s")
    with contextlib.suppress(json.JSONDecodeError):
        if ended.returncode == 0:
            return [Row(**row) for row in json.loads(ended.stdout)]
    return _all_short(plan, (ended.stderr.strip().splitlines() or ["it said nothing"])[-1])


def _all_short(plan: Plan, why: str) -> list[Row]:
    return [Row(device, plan.mode, fault, "SHORT", why=why) for device, fault in plan.faults.items()]


def _play_here(words: dict[str, Any]) -> int:
    """One round, its rows as JSON on standard output."""
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication(["faults"])
    with tempfile.TemporaryDirectory(prefix="quintet-faults-") as folder:
        rows = play(Plan(**words), Path(folder))
    print(json.dumps([asdict(row) for row in rows]))
    del application
    return OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
