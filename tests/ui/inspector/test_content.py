"""Each figure of the inspector, as text."""

from dataclasses import replace

import pytest

from app.health.ledger import Bytes, FrameCounts, Kernel, Ledger, Samples, Thread
from app.link.contract import ReceiveBuffer, TcpInfo
from tests.ui.desk import decoded, session_of
from ui.inspector.content import BLIND, NOT_AVAILABLE, grouped, ledger_figures, link_figures
from ui.inspector.figures import Figure, Heading, Note, as_text
from ui.theme.tokens import State

SOUND = Ledger(
    Bytes(1_234_567, 1_200_000, 34_000, {"resync": 500}, 67),
    FrameCounts(1000, 980, {"not a number": 12, "wrong field count": 3}, {"header": 5}),
    Samples(980, 900, 80, 0),
    Thread(1_234_567, 0),
    Kernel(1_234_567, 1_234_570, 1_234_580),
)


def figure(entries, name: str) -> Figure:
    return next(entry for entry in entries if isinstance(entry, Figure) and entry.name == name)


def test_counts_are_exact_and_grouped():
    assert grouped(1234567) == "1\u202f234\u202f567"
    assert grouped(None) == NOT_AVAILABLE


def test_a_sound_ledger_says_so_and_shows_every_term():
    entries = ledger_figures(SOUND, [])
    assert entries[0] == Note("Every byte is accounted for", State.GOOD)
    headings = [entry.text for entry in entries if isinstance(entry, Heading)]
    assert headings == ["Bytes", "Frames", "Samples", "From socket to window", "The kernel as witness"]
    assert figure(entries, "Received").value == grouped(1_234_567)
    assert figure(entries, "Aged out").value == "80"
    assert figure(entries, "Agrees") == Figure("Agrees", "yes", State.GOOD)


def test_losses_stand_out_with_their_reasons_under_the_sum():
    entries = ledger_figures(SOUND, [])
    assert figure(entries, "Discarded").tone is State.WARNING
    assert figure(entries, "resync") == Figure("resync", "500", State.WARNING, part=True)
    assert figure(entries, "Rejected").value == "15"
    assert figure(entries, "not a number").tone is State.WARNING
    assert figure(entries, "header").tone is None
    assert figure(entries, "Cleared").tone is None


def test_a_failure_is_told_in_full_and_its_repeats_are_counted():
    failures = [f"chunk at byte {n}" for n in range(8)]
    notes = [entry.text for entry in ledger_figures(SOUND, failures) if isinstance(entry, Note)]
    assert notes[0] == "The ledger does not add up"
    assert notes[1:] == [*failures[:5], "and 3 more, see the log"]


def test_an_account_that_fails_only_now_is_told_too():
    broken = replace(SOUND, thread=Thread(1, 0))
    assert any("thread: read 1 is not" in e.text for e in ledger_figures(broken, []) if isinstance(e, Note))


def test_a_kernel_that_disagrees_is_an_alarm():
    entries = ledger_figures(replace(SOUND, kernel=Kernel(10, 5, 20)), [])
    assert figure(entries, "Agrees") == Figure("Agrees", "no", State.ALARM)


def test_without_a_witness_nothing_is_called_zero():
    entries = ledger_figures(replace(SOUND, kernel=None), [])
    assert figure(entries, "Bytes received").value == NOT_AVAILABLE


NOTE = "asked for 4 MiB, the kernel gave 208 KiB (counted double): sysctl -w net.core.rmem_max=4194304 allows it"


@pytest.fixture
def entries(make_rig):
    """entries(): the page of a connected link with every kernel figure."""
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    link.buffer = ReceiveBuffer(4 << 20, 425_984, 425_984, 6 << 20, NOTE)
    link.info = TcpInfo(1000, 4096, 0.5321, 3, 40, None, 1448, 65483)
    decoded(rig.devices[0], link, b"1,2,3\n")

    def entries(**changes):
        for name, value in changes.items():
            setattr(link, name, value)
        rig._second()
        return link_figures(rig.devices[0], rig.status(rig.devices[0]), "open", "the window's thread")

    return entries


def test_the_receive_buffer_is_shown_as_asked_granted_effective_and_given_up(entries):
    shown = entries()
    assert [(figure(shown, n).value, figure(shown, n).unit) for n in ("Asked", "Granted", "Effective now")] == [
        ("4", "MiB"), ("416", "KiB"), ("416", "KiB")]  # fmt: skip
    assert figure(shown, "Auto-tuning's ceiling").value == "6"
    assert Note("A" + NOTE[1:]) in shown
    assert grouped(425_984) in figure(shown, "Granted").hint


def test_an_automatic_receive_buffer_is_called_auto(entries):
    shown = entries(buffer=ReceiveBuffer(None, None, 131_072, 6 << 20, ""))
    assert figure(shown, "Asked").value == "auto"
    assert figure(shown, "Granted").value == NOT_AVAILABLE
    assert not any(isinstance(entry, Note) for entry in shown)


def test_kernel_figures_have_their_units_and_say_what_is_not_to_be_had(entries):
    shown = entries()
    assert (figure(shown, "Round trip").value, figure(shown, "Round trip").unit) == ("0.532", "ms")
    assert figure(shown, "Waiting in the kernel").value == grouped(4096)
    assert figure(shown, "Receive space").value == NOT_AVAILABLE


def test_without_tcp_info_the_page_says_so(entries):
    assert figure(entries(info=None), "TCP_INFO").value == NOT_AVAILABLE


def test_a_page_reads_as_lines_of_text(entries):
    text = as_text(entries())
    assert text.startswith("Connection\n  State: open\n  Link: tcp://127.0.0.1:7001\n")
    assert "  Round trip: 0.532 ms" in text


def test_a_sender_by_this_computers_clock_is_shown_without_an_offset(make_rig):
    decoding = '{ type = "csv", fields = ["t", "a"] }'
    rig, _ = make_rig(session_of("imu", decoding=decoding, more='time = { field = "t", epoch = "boot" }'))
    entries = link_figures(rig.devices[0], rig.status(rig.devices[0]), "open", "the window's thread")
    assert figure(entries, "Axis").value == "this computer's clock"
    assert figure(entries, "Its field").value == "t"
    assert not [entry for entry in entries if isinstance(entry, Figure) and entry.name == "Offset"]


def test_a_devices_own_clock_is_shown_with_its_tie_to_ours(make_rig):
    rig, (link,) = make_rig(session_of("imu"))
    link.accept()
    decoded(rig.devices[0], link, b"1,2,3\n")
    entries = link_figures(rig.devices[0], rig.status(rig.devices[0]), "open", "the window's thread")
    assert figure(entries, "Axis").value == "when the bytes were read"
    axis = rig.devices[0].pipeline.decoder.axis
    axis.field, axis.offset_ns, axis.kind = "t", None, "field"
    assert (
        figure(link_figures(rig.devices[0], rig.status(rig.devices[0]), "open", "the window's thread"), "Offset").value
        == NOT_AVAILABLE
    )
    axis.offset_ns = -1_500_000
    assert (
        figure(link_figures(rig.devices[0], rig.status(rig.devices[0]), "open", "the window's thread"), "Offset").value
        == "-0.001500 s"
    )


def test_a_framing_that_cannot_notice_damage_says_so(make_rig):
    words = 'framing = { type = "length", size = 4 }'
    rig, _ = make_rig(session_of("imu", more=words))
    shown = link_figures(rig.devices[0], rig.status(rig.devices[0]), "open", "the window's thread")
    assert (figure(shown, "Kind").value, figure(shown, "Notices damage").value) == ("length", "no")
    assert Note(BLIND) in shown


def test_a_framing_that_finds_the_next_frame_says_that(entries):
    shown = entries()
    assert (figure(shown, "Kind").value, figure(shown, "Notices damage").value) == ("line", "yes")
    assert Note(BLIND) not in shown


def test_what_the_device_acknowledged_is_not_invented(entries):
    assert figure(entries(), "Acknowledged").value == NOT_AVAILABLE
    assert figure(entries(more={"acknowledged": 1234, "lost": 7}), "Acknowledged").value == grouped(1234)
    assert figure(entries(), "Lost on sending").tone is State.WARNING
