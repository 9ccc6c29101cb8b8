"""The command's options, each checked where it is read."""

from __future__ import annotations

import argparse
import math
import re
from pathlib import Path

from app.simulator.devices.catalogue import DEVICES
from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.plan import Plan, PlanError, read_plan
from app.simulator.span import span as read_span

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 0  # two simulators, or a demo beside one, then never collide
HIGHEST_PORT = 65_535
HIGHEST_RATE = 20_000.0  # the oscilloscope's samples are then a nanosecond apart, 4 GB/s: flat out for any machine
LOWEST_RATE = 1e-6

DESCRIPTION = """\
Serves five simulated devices over TCP, each as its own kind does it:

  imu      CSV lines, 1 000 a second, with the odd tap of a single sample
  scope    length-prefixed blocks of 500 samples, 50 000 samples a second
  weather  JSON lines, 10 a second, nested, with a text and missing values
  supply   QDataStream blocks, 50 a second; takes commands: OUTP ON|OFF,
           VOLT 12.5, CURR 1.5, *RST, *CLS
  motor    frames with sync word and CRC-16, 500 a second, a clock that drifts
"""


def _fault_lines() -> str:
    lasting = {True: "", False: " *"}
    return "\n".join(f"  {kind.name + lasting[kind.lasts]:<18} {kind.about}" for kind in KINDS.values())


EPILOG = f"""\
faults, for --faults and --control; those with * happen at once, the others last:

{_fault_lines()}

A plan is a list of DEVICE:FAULT@TIME, with /SPAN behind it where it lasts (2 s if not
said), and of random/TIME: any fault on any device, so far apart in the mean. A fault
that a device's wire cannot have is refused, and so is one while another lasts. The same
plan and seed damage the same frames in the same way. With faults, the imu begins each
connection with a header line, so that its columns can change.

--control reads a line of JSON for each thing to do from standard input, which must be a
pipe or a terminal, and writes one for each thing that happens to standard output:
  {{"fault": "stall", "device": "imu", "seconds": 2.0}}      {{"ask": "totals"}}
  {{"ask": "digest", "device": "imu", "connection": 1, "bytes": 5000}}      {{"end": true}}

Each frame is stamped with the machine's boot clock (the motor's with its own), so
that a reader on the same machine can tell how old it is.

A client that reads too slowly loses the oldest of more than a second of frames, as
with a real device; the report counts them as skipped. With --count nothing is
skipped: the device waits.

examples:
  quintet simulate --session bench.toml          then: quintet watch bench.toml
  quintet simulate --rate max --count 100000 --session bench.toml --json sent.json
  quintet simulate --device imu --port 7001 --for 10s
  quintet simulate --session bench.toml --faults "imu:stall@5s/2s, motor:rst@8s"
  quintet simulate --session bench.toml --faults random/3s --seed 7

Exit codes: 0 done; 1 a port is taken, a file cannot be written, or a client left
before it had its counted frames; 2 bad usage.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description, parser.epilog = DESCRIPTION, EPILOG
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--host", default=DEFAULT_HOST, help="address to listen on (default %(default)s)")
    parser.add_argument(
        "--port",
        type=port,
        default=DEFAULT_PORT,
        metavar="P",
        help="port of the first device, the others follow; 0, the default: the system chooses each",
    )
    parser.add_argument(
        "--rate",
        type=rate,
        default=1.0,
        metavar="X",
        help="send X times as fast, a number above 0; max: as fast as TCP takes it",
    )
    parser.add_argument(
        "--device",
        action="append",
        choices=tuple(DEVICES),
        metavar="NAME",
        help="serve this device; may be given several times (default: all five)",
    )
    parser.add_argument(
        "--count",
        type=count,
        metavar="N",
        help="give each device's first client exactly N frames, then end",
    )
    parser.add_argument("--for", type=span, dest="span_ns", metavar="TIME", help='end after a time such as "10s"')
    parser.add_argument("--faults", type=plan, metavar="PLAN", help='faults by time: "imu:stall@5s/2s", "random/3s"')
    parser.add_argument("--seed", type=seed, metavar="N", help="of all that is by chance (default: a new one, printed)")
    parser.add_argument("--control", action="store_true", help="take faults and questions as lines of JSON")
    parser.add_argument("--witness", action="store_true", help="report a digest of what each connection was sent")
    parser.add_argument("--until-eof", action="store_true", help="end when standard input ends, so with its writer")
    parser.add_argument(
        "--session", type=Path, metavar="FILE", help="write a session file for these devices once all listen"
    )
    parser.add_argument("--json", metavar="FILE", help="write the report of what was sent; - is standard output")


def port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"port {text} is not a number from 0 to {HIGHEST_PORT}")
    return int(text)


def rate(text: str) -> float | None:
    """The factor; None for "max"."""
    if text == "max":
        return None
    try:
        factor = float(text)
    except ValueError:
        factor = math.nan
    if factor > HIGHEST_RATE:
        raise argparse.ArgumentTypeError(f"rate {text} is beyond {HIGHEST_RATE:.0f}: say max")
    if not factor >= LOWEST_RATE:  # not-a-number as well
        raise argparse.ArgumentTypeError(f"rate {text} is neither a number above 0 nor max")
    return factor


def count(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,15}", text) or int(text) == 0:
        raise argparse.ArgumentTypeError(f"count {text} is not a whole number above 0")
    return int(text)


def span(text: str) -> int:
    """Nanoseconds."""
    try:
        return read_span(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def plan(text: str) -> Plan:
    try:
        return read_plan(text)
    except PlanError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def seed(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,15}", text):
        raise argparse.ArgumentTypeError(f"seed {text} is not a whole number from 0 on, of at most 15 digits")
    return int(text)
