"""What a stall did to one connection: the sender's curve and our reads on one axis of time, and what follows from them.

Pure: numbers in, values out. Nothing is derived from a buffer's size; a stall that was bridged is one in which the
sender was seen not to wait. Both processes stamp by the machine's boot clock, so the two need no fitting together.

When does a sender wait? Two things can make it, and the first of them in the stall is told, with its cause.
- "window": TCP had bytes to send and the reader's kernel offered no room (tcpi_rwnd_limited rose). The kernel counts
  that in jiffies (4 ms with HZ=250), so the moment is that of the sample less what had been counted by then, and no
  finer than `step_ms`.
- "acknowledgements": the sending program was refused (EAGAIN) with the window still open. A reader that stands still
  acknowledges up to 40 ms late, which at a high rate fills the congestion window, then the send buffer. Seen from 50
  MB/s on; a larger receive buffer would not have helped.

The queue is sent - read: on the loopback, where there is no way between, what was sent lies in our kernel. What is
acknowledged of it is a curve of its own, up to 40 ms behind; from there on TCP has promised to keep it.
"""

from __future__ import annotations

from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from app.sentence import sentence

Int64Array = npt.NDArray[np.int64]
Cause = Literal["window", "acknowledgements"]

COLUMNS = ("t_ns", "due", "handed", "sent", "acked", "unacked", "snd_wnd", "rwnd_limited_us", "blocked")
EMPTY_NS = 10_000_000  # of the rate: a queue no longer than this counts as empty, the loop looks no more often
EMPTY_LEAST = 16 << 10  # bytes


class CurveError(ValueError):
    """The sender's curve cannot be used; the message says why."""


class SentCurve(msgspec.Struct, frozen=True):
    """The sender's report of one connection (app.simulator.pressure)."""

    rate: float
    began_ns: int
    send_buffer: int
    mss: int
    handed: int
    reason: str
    complete: bool
    distance_ns: dict[str, float | None]
    columns: dict[str, list[int]]


class Curves(msgspec.Struct, frozen=True, kw_only=True):
    """int64[n] each, at the sender's samples; bytes of the connection, times in ns on app.clock.

    due      what the schedule asked for          handed   what the sender's kernel took
    acked    what our kernel acknowledged         read     what we had read
    queue    sent and not read                    snd_wnd  the window that our kernel offered
    blocked  1 while the sending program was refused
    """

    t_ns: Int64Array
    due: Int64Array
    handed: Int64Array
    acked: Int64Array
    read: Int64Array
    queue: Int64Array
    snd_wnd: Int64Array
    blocked: Int64Array


class Stall(msgspec.Struct, frozen=True):
    """When the GUI thread stood still, measured."""

    begin_ns: int
    end_ns: int

    @property
    def ms(self) -> float:
        return (self.end_ns - self.begin_ns) / 1e6


class Buffer(msgspec.Struct, frozen=True, kw_only=True):
    """SO_RCVBUF as the link tells it (app.link.contract.ReceiveBuffer), before the stall and after it."""

    asked: int | None
    granted: int | None
    before: int | None
    after: int | None
    note: str


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What we read: int64[n] times and positions behind each read, and whether all was as it should be.

    wrong_at  position of the first byte that was not the one sent; None where there is none
    end       bytes the connection carried in all, when it had ended
    agrees    whether the kernel's account is the same; None where not to be had
    """

    read_ns: Int64Array
    stops: Int64Array
    wrong_at: int | None
    end: int
    agrees: bool | None


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One connection through one stall. None: did not come to pass, or is not to be had.

    bridged_ms        from the stall's begin to the sender's first wait; None: it had not to wait in this stall
    cause             of that wait
    first_wait_ns     when it was
    closed_ns         when less than one segment's room was left in the window
    refused_ns        when the sending program was refused first
    queued            bytes sent and not read at the first wait; held_most: the most in the stall
    waited_ms         how long the sender's TCP was held by the window, from the stall to the recovery
    refused_ms        how long the sending program was refused
    recovered_ns      the queue was empty and the sender on its schedule again
    in_order          every byte that was handed over arrived, once and in its place
    step_ms           how finely the kernel counts a wait; None where it counted none
    sampled_ms        median and longest time between two samples
    """

    buffer: Buffer
    stall: Stall
    curves: Curves
    bridged_ms: float | None
    cause: Cause | None
    first_wait_ns: int | None
    closed_ns: int | None
    refused_ns: int | None
    queued: int | None
    held_most: int
    waited_ms: float
    refused_ms: float
    recovered_ns: int | None
    handed: int
    read: int
    wrong_at: int | None
    kernel_agrees: bool | None
    send_buffer: int
    mss: int
    step_ms: float | None
    sampled_ms: tuple[float | None, float | None]

    @property
    def in_order(self) -> bool:
        return self.handed == self.read and self.wrong_at is None and self.kernel_agrees is not False


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """All runs of an experiment, the small buffer's first. `rate` in bytes/s; `stall_ns` as asked."""

    rate: float
    stall_ns: int
    runs: tuple[Run, ...]


def judge(sent: SentCurve, taken: Taken, stall: Stall, buffer: Buffer) -> Run:
    """Raises CurveError."""
    columns = _arrays(sent)
    t_ns, blocked, limited = columns["t_ns"], columns["blocked"], columns["rwnd_limited_us"]
    if not sent.complete or t_ns[0] > stall.begin_ns or t_ns[-1] < stall.end_ns:
        raise CurveError(sentence("the sender's curve does not span the stall"))
    read = _read_at(t_ns, taken)
    queue = np.maximum(columns["sent"] - read, 0)
    within = slice(int(np.searchsorted(t_ns, stall.begin_ns, "right")), int(np.searchsorted(t_ns, stall.end_ns)))
    first, last = within.start - 1, within.stop
    recovered = _recovered(columns, queue, sent.rate, last)
    until = len(t_ns) - 1 if recovered is None else recovered
    wait_ns, cause = _first_wait(t_ns, limited, blocked, within, stall)
    return Run(
        buffer=buffer,
        stall=stall,
        curves=Curves(
            t_ns=t_ns, due=columns["due"], handed=columns["handed"], acked=columns["acked"], read=read, queue=queue,
            snd_wnd=columns["snd_wnd"], blocked=blocked,
        ),
        bridged_ms=None if wait_ns is None else (wait_ns - stall.begin_ns) / 1e6,
        cause=cause,
        first_wait_ns=wait_ns,
        closed_ns=_time_of_first(t_ns, columns["snd_wnd"] < sent.mss, within),
        refused_ns=_time_of_first(t_ns, blocked > 0, within),
        queued=None if wait_ns is None else int(queue[np.searchsorted(t_ns, wait_ns, "right") - 1]),
        held_most=int(queue[first : last + 1].max()),
        waited_ms=float(limited[until] - limited[first]) / 1e3,
        refused_ms=float((np.diff(t_ns) * blocked[:-1])[first:until].sum()) / 1e6,
        recovered_ns=None if recovered is None else int(t_ns[recovered]),
        handed=sent.handed,
        read=taken.end,
        wrong_at=taken.wrong_at,
        kernel_agrees=taken.agrees,
        send_buffer=sent.send_buffer,
        mss=sent.mss,
        step_ms=_step_ms(limited),
        sampled_ms=(_ms(sent.distance_ns.get("p50")), _ms(sent.distance_ns.get("max"))),
    )  # fmt: skip


def _arrays(sent: SentCurve) -> dict[str, Int64Array]:
    missing = [name for name in COLUMNS if name not in sent.columns]
    arrays = {name: np.array(sent.columns[name], np.int64) for name in COLUMNS if name not in missing}
    lengths = {len(array) for array in arrays.values()}
    if missing or len(lengths) != 1 or lengths == {0}:
        raise CurveError(_damaged(missing))
    return arrays


def _damaged(missing: list[str]) -> str:
    if missing:
        return sentence("the sender's curve is damaged: columns {names} are missing", names=", ".join(missing))
    return sentence("the sender's curve is damaged: its columns are of different lengths")


def _read_at(t_ns: Int64Array, taken: Taken) -> Int64Array:
    """What had been read at each of these times."""
    stops = np.concatenate([np.zeros(1, np.int64), taken.stops])
    positions: Int64Array = stops[np.searchsorted(taken.read_ns, t_ns, "right")]
    return positions


def _first_wait(
    t_ns: Int64Array, limited_us: Int64Array, blocked: Int64Array, within: slice, stall: Stall
) -> tuple[int | None, Cause | None]:
    """The first moment of the stall at which the sender waited, and for what."""
    rise = limited_us[within] - limited_us[within.start - 1]
    by_window = _first(rise > 0)
    by_window_ns = None
    if by_window is not None:
        by_window_ns = max(stall.begin_ns, int(t_ns[within][by_window]) - int(rise[by_window]) * 1000)
    refused_ns = _time_of_first(t_ns, blocked > 0, within)
    if refused_ns is not None and (by_window_ns is None or refused_ns < by_window_ns):
        return refused_ns, "acknowledgements"
    return by_window_ns, None if by_window_ns is None else "window"


def _recovered(columns: dict[str, Int64Array], queue: Int64Array, rate: float, from_index: int) -> int | None:
    """The first sample from there on at which nothing is left of the stall."""
    empty = max(rate * EMPTY_NS / 1e9, EMPTY_LEAST)
    settled = (columns["handed"] >= columns["due"]) & (columns["blocked"] == 0) & (queue <= empty)
    place = _first(settled[from_index:])
    return None if place is None else from_index + place


def _first(mask: npt.NDArray[np.bool_]) -> int | None:
    return int(mask.argmax()) if mask.any() else None


def _time_of_first(t_ns: Int64Array, mask: npt.NDArray[np.bool_], within: slice) -> int | None:
    place = _first(mask[within])
    return None if place is None else int(t_ns[within][place])


def _step_ms(limited_us: Int64Array) -> float | None:
    steps = np.diff(limited_us)
    return float(steps[steps > 0].min()) / 1e3 if (steps > 0).any() else None


def _ms(value_ns: float | None) -> float | None:
    return None if value_ns is None else value_ns / 1e6
