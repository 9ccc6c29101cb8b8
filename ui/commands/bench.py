"""`quintet bench`: the project's figures, on this machine."""

from __future__ import annotations

import argparse
import sys

from rich.table import Table as Grid
from rich.text import Text

from app.bench.rows import Row, machine
from app.bench.rows_by_name import MEASUREMENTS, meant, measure
from ui.exit_codes import EXIT_FAILED, EXIT_OK, EXIT_USAGE
from ui.output import Output, complain, console
from ui.plain import plain
from ui.run import write_json

EPILOG = """\
Each figure stands beside its limit, what the bare machine does with the same work, measured in turn with it. Their
ratio is judged: the goal is what it should reach, the floor what it must. Only ratios can be compared between machines.

examples:
  quintet bench                              all of them, in an hour
  quintet bench ingest-csv ingest-json       these two
  quintet bench live age                     the window live, and how old what it shows is: half an hour
  quintet bench --json figures.json          for a program to read

exit codes: 0 all above their floors; 1 one is below, or could not be measured; 2 bad usage
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog, parser.formatter_class = EPILOG, argparse.RawDescriptionHelpFormatter
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"which figures, or the first words of several: {', '.join(MEASUREMENTS)}",
    )
    from ui.cli import target

    parser.add_argument("--json", type=target, metavar="FILE", help="write the rows to FILE; - for standard output")


def run(options: argparse.Namespace) -> int:
    unknown = [word for word in options.names if not meant(word)]
    if unknown:
        complain(plain(f"no figure {', '.join(unknown)}; there are {', '.join(MEASUREMENTS)}", 2000))
        return EXIT_USAGE
    output = Output(sys.stderr if options.json == "-" else sys.stdout)
    screen = console(output)
    screen.print("Measuring; an idle machine gives better figures. Each row is one run, ours and the limit in turn.")
    rows, failed = measure([name for word in options.names for name in meant(word)])
    if rows:
        screen.print(_grid(rows))
    output.flush()
    return _conclude(rows, failed, options.json, output)


def _conclude(rows: list[Row], failed: list[str], target: str | None, output: Output) -> int:
    problems: list[str | None] = [*failed]
    if target is not None:
        problems.append(write_json({"machine": machine(), "rows": [row.as_json() for row in rows]}, target))
    if output.problem and not output.is_gone:
        problems.append(output.problem)
    told = [problem for problem in problems if problem]
    for problem in told:
        complain(problem)
    return EXIT_OK if not told and all(row.above_floor for row in rows) else EXIT_FAILED


def _grid(rows: list[Row]) -> Grid:
    about = machine()
    grid = Grid(
        title=f"{about['processor']}, {about['cpus']} CPUs, Python {about['python']}",
        title_justify="left",
        box=None,  # with lines between the columns eighty would not hold it
        padding=(0, 2, 0, 0),
    )
    for heading in ("figure", "value", "limit", "ratio", "goal", "floor", "met"):
        text = heading in ("figure", "met")
        grid.add_column(heading, justify="left" if text else "right", no_wrap=True)
    for row in rows:
        grid.add_row(
            row.name,
            f"{row.value:.3g} {row.unit}",
            _shown(row.limit),
            _shown(row.ratio),
            _shown(row.goal),
            _shown(row.floor),
            _verdict(row),
        )
    notes = [f"{row.name}: {row.note}" for row in rows if row.note]
    grid.caption, grid.caption_justify = "\n".join(notes), "left"
    return grid


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"


def _verdict(row: Row) -> Text:
    if not row.above_floor:
        return Text("✕ below floor", style="bold red")
    if row.met is None:
        return Text("–")
    return Text("● met", style="green") if row.met else Text("◐ not met", style="yellow")
