"""What the back-pressure experiment found, in sentences. Pure: a result in, words out."""

from __future__ import annotations

from app.comparison.back_pressure.bridging import Result, Run
from app.comparison.back_pressure.experiment import Progress, Step
from app.quantities import ByteSize, shown_bytes
from ui.inspector.content import grouped
from ui.plain import plain, shown_rate

NOT_AVAILABLE = "not available"

TITLE = "What happens to a sender while this window stands still?"
STEPS = (
    "A sender in a process of its own connects to this window and sends at a steady rate. The receive buffer is small.",
    "The window stands still. Nothing is read, drawn or answered in it; every link that it reads itself waits as long.",
    "It reads again until the queue is empty. The sender has kept the curve, a thousand samples a second: a window that"
    " stands still cannot draw, so it is shown afterwards.",
    "The same again with the kernel's auto-tuning and with 4 MiB, to answer: what would SO_RCVBUF have bought me?",
)

HELD = "A comparison is under way, and would measure the stalls: it can begin when that is over."

_NOW = {
    Step.STARTING: "The sender starts",
    Step.CONNECTING: "Connecting",
    Step.STEADY: "Sending steadily",
    Step.RECOVERING: "Reading what has waited",
    Step.REGAINED: "Sending steadily again",
    Step.ENDING: "Reading to the end of the stream, then the sender's curve",
    Step.CLEARING: "Clearing up",
}


def shown_span(ms: float) -> str:
    """A time with what digits a measurement at 1 kHz has: "0.7 ms", "26 ms", "1.85 s"."""
    if ms >= 999.5:
        return f"{ms / 1000:.2f} s"
    return f"{ms:.0f} ms" if ms >= 9.95 else f"{ms:.1f} ms"


def buffer_name(asked: int | None) -> str:
    return "auto-tuned" if asked is None else shown_bytes(asked)


def now(progress: Progress, stall_ns: int) -> str:
    """What is going on."""
    if progress.step is Step.STANDING:
        return f"Now standing still for {shown_span(stall_ns / 1e6)}"
    return _NOW.get(progress.step, "")


def beforehand(stall_ns: int, runs: int) -> str:
    """What is about to happen to the window, said before it does."""
    count = {1: "once", 2: "twice", 3: "three times"}.get(runs, f"{runs} times")
    return f"The window will stand still {count}, for {shown_span(stall_ns / 1e6)} each time."


def bridged(run: Run) -> str:
    """The stall that was bridged: measured, with the fineness of the measurement."""
    if run.bridged_ms is None:
        return f"over {shown_span(run.stall.ms)}"
    if run.cause == "window" and run.step_ms is not None and run.bridged_ms < run.step_ms:
        return f"less than {shown_span(run.step_ms)}"
    return shown_span(run.bridged_ms)


def answer(result: Result) -> str:
    """What SO_RCVBUF would have bought, in one sentence."""
    first = result.runs[0]
    begin = f"In a stall of {shown_span(first.stall.ms)} at {shown_rate(result.rate, 'B/s')}"
    return f"{begin}: {'; '.join(_clause(run, first=run is first) for run in result.runs)}."


def _clause(run: Run, *, first: bool) -> str:
    size = run.buffer.asked
    with_ = "auto-tuned" if size is None else f"with {shown_bytes(size)}"
    who = "the sender" if first else "it"
    if run.bridged_ms is None:
        return f"{with_} {who} did not have to wait at all"
    return f"{with_} {who} had to wait after {bridged(run)}"


def arrival(run: Run) -> str:
    """Whether everything arrived."""
    if run.in_order:
        witness = ", and the kernel's own count agrees" if run.kernel_agrees else ""
        return f"Nothing was lost: all {grouped(run.read)} bytes arrived, each in its place{witness}."
    if run.wrong_at is not None:
        return f"The byte at position {grouped(run.wrong_at)} is not the one that was sent."
    return f"{grouped(run.handed)} bytes were sent, {grouped(run.read)} arrived."


def what_tcp_did(run: Run) -> tuple[str, ...]:
    """The story of one stall."""
    return tuple(filter(None, (_waiting(run), _refusal(run), _recovery(run))))


def _waiting(run: Run) -> str:
    if run.bridged_ms is None:
        return (
            f"The window never closed: up to {shown_bytes(run.held_most)} lay in this computer's kernel"
            " until they were read, and the sender went on as if nothing had happened."
        )
    if run.cause == "acknowledgements":
        return (
            f"After {bridged(run)} the sender's own buffer was full although the window was still open: a reader that"
            " stands still acknowledges up to 40 ms late. A larger receive buffer does not help against that."
        )
    return (
        f"After {bridged(run)} the window that this computer's kernel offered was used up, with"
        f" {shown_bytes(run.queued or 0)} in its queue. TCP then makes the sender wait. It drops nothing that it has"
        f" acknowledged: up to {shown_bytes(run.held_most)} were kept until they were read."
    )


def _refusal(run: Run) -> str:
    if run.bridged_ms is None:
        return ""
    begin = f"TCP held bytes back for {shown_span(run.waited_ms)}" if run.waited_ms else "The window held nothing back"
    if not run.refused_ms:
        return f"{begin}; the sending program did not notice, since its send buffer took what was due."
    size = shown_bytes(run.send_buffer)
    refused = shown_span(run.refused_ms)
    return f"{begin}; the sending program was refused for {refused}, once its send buffer ({size}) was full."


def _recovery(run: Run) -> str:
    if run.recovered_ns is None:
        return "The sender did not get back to its schedule while it was watched."
    after = shown_span(max(0, run.recovered_ns - run.stall.end_ns) / 1e6)
    return f"{after} after the window read again, the queue was empty and the sender back on its schedule."


def limits(run: Run) -> str:
    """What the figures do not tell."""
    middle, longest = run.sampled_ms
    if middle is None or longest is None:
        sampled = "Times between samples: not available"
    else:
        sampled = f"Sampled by the sending process every {middle:.2f} ms (median; {longest:.1f} ms at the longest)"
    step = "" if run.step_ms is None else f"; the kernel counts waits in steps of {run.step_ms:.0f} ms"
    return f"{sampled}{step}. Over the loopback: a network adds the bytes that are on their way."


def granted(run: Run) -> str:
    """What the kernel made of the wish; an auto-tuned buffer is told as it was before the stall."""
    size = run.buffer.before if run.buffer.asked is None else run.buffer.granted
    return NOT_AVAILABLE if size is None else shown_bytes(size)


def device_rate(name: str, rate: float) -> str:
    return f"as {plain(name, 24)}: {shown_rate(rate, 'B/s')}"


def run_title(progress: Progress) -> str:
    size: ByteSize | None = progress.buffer
    return f"Receive buffer {progress.run + 1} of {progress.runs}: {buffer_name(size)}"
