"""What the back-pressure experiment found, in sentences. Pure: a result in, words out."""

from __future__ import annotations

from app.comparison.back_pressure.bridging import Result, Run
from app.comparison.back_pressure.experiment import Failure, Progress, Step
from app.quantities import ByteSize, shown_bytes
from app.sentence import sentence
from ui.inspector.content import grouped
from ui.plain import plain, shown_rate
from ui.translate import marked, told, tr

REASON_LONGEST = 400  # characters
NOT_AVAILABLE = marked("not available")

TITLE = marked("What happens to a sender while this window stands still?")
STEPS = (
    marked(
        "A sender in a process of its own connects to this window and sends at a steady rate. The receive buffer is "
        "small."
    ),
    marked(
        "The window stands still. Nothing is read, drawn or answered in it; every link that it reads itself waits as "
        "long."
    ),
    marked(
        "It reads again until the queue is empty. The sender has kept the curve, a thousand samples a second: a window "
        "that stands still cannot draw, so it is shown afterwards."
    ),
    marked(
        "The same again with the kernel's auto-tuning and with 4 MiB, to answer: what would SO_RCVBUF have bought me?"
    ),
)

HELD = marked("A comparison is under way, and would measure the stalls: it can begin when that is over.")

_NOW = {
    Step.STARTING: marked("The sender starts"),
    Step.CONNECTING: marked("Connecting"),
    Step.STEADY: marked("Sending steadily"),
    Step.RECOVERING: marked("Reading what has waited"),
    Step.REGAINED: marked("Sending steadily again"),
    Step.ENDING: marked("Reading to the end of the stream, then the sender's curve"),
    Step.CLEARING: marked("Clearing up"),
}
_WHILE = {
    Step.IDLE: marked("idle"),
    Step.STARTING: marked("starting"),
    Step.CONNECTING: marked("connecting"),
    Step.STEADY: marked("steady"),
    Step.STANDING: marked("standing still"),
    Step.RECOVERING: marked("recovering"),
    Step.REGAINED: marked("regained"),
    Step.ENDING: marked("reading to the end"),
    Step.CLEARING: marked("clearing"),
}
_UNHARMED = (
    marked("{buffer} the sender did not have to wait at all"),
    marked("{buffer} it did not have to wait at all"),
)
_WAITS = marked("{buffer} the sender had to wait after {span}"), marked("{buffer} it had to wait after {span}")
_OFTEN = {1: marked("once"), 2: marked("twice"), 3: marked("three times")}


def shown_span(ms: float) -> str:
    """A time with what digits a measurement at 1 kHz has: "0.7 ms", "26 ms", "1.85 s"."""
    if ms >= 999.5:
        return f"{ms / 1000:.2f} s"
    return f"{ms:.0f} ms" if ms >= 9.95 else f"{ms:.1f} ms"


def buffer_name(asked: int | None) -> str:
    return tr("auto-tuned") if asked is None else shown_bytes(asked)


def now(progress: Progress, stall_ns: int) -> str:
    """What is going on, for `told`."""
    if progress.step is Step.STANDING:
        return sentence("Now standing still for {span}", span=shown_span(stall_ns / 1e6))
    return _NOW.get(progress.step, "")


def failed(failure: Failure) -> str:
    """Why there is no result."""
    reason = plain(told(failure.reason), REASON_LONGEST)
    return tr("It came to nothing while {step}: {reason}.").format(step=tr(_WHILE[failure.step]), reason=reason)


def beforehand(stall_ns: int, runs: int) -> str:
    """What is about to happen to the window, said before it does."""
    often = tr(_OFTEN[runs]) if runs in _OFTEN else tr("{count} times").format(count=runs)
    said = tr("The window will stand still {often}, for {span} each time.")
    return said.format(often=often, span=shown_span(stall_ns / 1e6))


def bridged(run: Run) -> str:
    """The stall that was bridged: measured, with the fineness of the measurement."""
    if run.bridged_ms is None:
        return tr("over {span}").format(span=shown_span(run.stall.ms))
    if run.cause == "window" and run.step_ms is not None and run.bridged_ms < run.step_ms:
        return tr("less than {span}").format(span=shown_span(run.step_ms))
    return shown_span(run.bridged_ms)


def answer(result: Result) -> str:
    """What SO_RCVBUF would have bought, in one sentence."""
    first = result.runs[0]
    clauses = "; ".join(_clause(run, first=run is first) for run in result.runs)
    said = tr("In a stall of {span} at {rate}: {clauses}.")
    return said.format(span=shown_span(first.stall.ms), rate=shown_rate(result.rate, "B/s"), clauses=clauses)


def _clause(run: Run, *, first: bool) -> str:
    size = run.buffer.asked
    buffer = tr("auto-tuned") if size is None else tr("with {size}").format(size=shown_bytes(size))
    one, other = _UNHARMED if run.bridged_ms is None else _WAITS
    said = one if first else other
    return tr(said).format(buffer=buffer, span=bridged(run))


def arrival(run: Run) -> str:
    """Whether everything arrived."""
    if run.in_order and run.kernel_agrees:
        said = tr("Nothing was lost: all {count} bytes arrived, each in its place, and the kernel's own count agrees.")
    elif run.in_order:
        said = tr("Nothing was lost: all {count} bytes arrived, each in its place.")
    elif run.wrong_at is not None:
        return tr("The byte at position {place} is not the one that was sent.").format(place=grouped(run.wrong_at))
    else:
        said = tr("{sent} bytes were sent, {count} arrived.")
    return said.format(sent=grouped(run.handed), count=grouped(run.read))


def what_tcp_did(run: Run) -> tuple[str, ...]:
    """The story of one stall."""
    return tuple(filter(None, (_waiting(run), _refusal(run), _recovery(run))))


def _waiting(run: Run) -> str:
    if run.bridged_ms is None:
        said = tr(
            "The window never closed: up to {held} lay in this computer's kernel until they were read, and the sender "
            "went on as if nothing had happened."
        )
    elif run.cause == "acknowledgements":
        said = tr(
            "After {span} the sender's own buffer was full although the window was still open: a reader that stands "
            "still acknowledges up to 40 ms late. A larger receive buffer does not help against that."
        )
    else:
        said = tr(
            "After {span} the window that this computer's kernel offered was used up, with {queued} in its queue. TCP "
            "then makes the sender wait. It drops nothing that it has acknowledged: up to {held} were kept until they "
            "were read."
        )
    return said.format(span=bridged(run), held=shown_bytes(run.held_most), queued=shown_bytes(run.queued or 0))


def _refusal(run: Run) -> str:
    if run.bridged_ms is None:
        return ""
    held = tr("TCP held bytes back for {span}") if run.waited_ms else tr("The window held nothing back")
    if run.refused_ms:
        then = tr("the sending program was refused for {refused}, once its send buffer ({size}) was full.")
    else:
        then = tr("the sending program did not notice, since its send buffer took what was due.")
    said, size = f"{held}; {then}", shown_bytes(run.send_buffer)
    return said.format(span=shown_span(run.waited_ms), refused=shown_span(run.refused_ms), size=size)


def _recovery(run: Run) -> str:
    if run.recovered_ns is None:
        return tr("The sender did not get back to its schedule while it was watched.")
    after = shown_span(max(0, run.recovered_ns - run.stall.end_ns) / 1e6)
    said = tr("{span} after the window read again, the queue was empty and the sender back on its schedule.")
    return said.format(span=after)


def limits(run: Run) -> str:
    """What the figures do not tell."""
    middle, longest = run.sampled_ms
    if middle is None or longest is None:
        said = [tr("Times between samples: not available")]
    else:
        sampled = tr("Sampled by the sending process every {usual} ms (median; {longest} ms at the longest)")
        said = [sampled.format(usual=f"{middle:.2f}", longest=f"{longest:.1f}")]
    if run.step_ms is not None:
        said.append(tr("the kernel counts waits in steps of {step} ms").format(step=f"{run.step_ms:.0f}"))
    return f"{'; '.join(said)}. {tr('Over the loopback: a network adds the bytes that are on their way.')}"


def granted(run: Run) -> str:
    """What the kernel made of the wish; an auto-tuned buffer is told as it was before the stall."""
    size = run.buffer.before if run.buffer.asked is None else run.buffer.granted
    return tr(NOT_AVAILABLE) if size is None else shown_bytes(size)


def device_rate(name: str, rate: float) -> str:
    return tr("as {device}: {rate}").format(device=plain(name, 24), rate=shown_rate(rate, "B/s"))


def run_title(progress: Progress) -> str:
    size: ByteSize | None = progress.buffer
    said = tr("Receive buffer {number} of {count}: {size}")
    return said.format(number=progress.run + 1, count=progress.runs, size=buffer_name(size))
