"""What `watch` shows: a table that is drawn over itself in a terminal, lines elsewhere, and the ledgers at the end."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from app.clock import now_ns
from app.decoding.options import Csv, DecodingOptions, FieldTime, Json
from app.health.judgement import Finding, Level
from app.health.ledger import Kernel
from app.link.contract import State
from app.link.options import TcpOptions
from app.rig import Rig
from app.session.schema import DeviceOptions, Session
from tests.ui.fake_link import FakeLink, FakeLinks
from ui.health.standing import mark_of
from ui.output import Output, console
from ui.theme.tokens import State as Mark
from ui.watch_table import DEVICES_A_TABLE, SHAPES, WatchTable, newest, reasons

CSV = Csv(fields=("ax [m/s²]", "ay [m/s²]"))
HOSTILE = "a\x1b[2J\u202eb"
ESCAPE = "\x1b"


class Piped(io.StringIO):
    encoding = "utf-8"


class Screen(Piped):
    def isatty(self) -> bool:
        return True


class Scene:
    """A rig on links whose far end is the test, its table, and what that has printed."""

    def __init__(self, rig: Rig, links: list[FakeLink], *, terminal: bool) -> None:
        self.rig = rig
        self.links = links
        self._file = Screen() if terminal else Piped()
        self.table = WatchTable(rig, console(Output(self._file)))

    def receive(self, data: bytes, device: int = 0) -> None:
        self.links[device].receive(data)
        self.rig.clock.refreshed.emit(None)
        self.rig.clock.second.emit()

    def printed(self, show: Callable[[], None]) -> str:
        """What `show` adds."""
        before = len(self._file.getvalue())
        show()
        return self._file.getvalue()[before:]

    def ledgers(self) -> dict[str, list[str]]:
        """The final tables' terms, with a value a device."""
        found = {}
        for line in self.printed(self.table.finish).splitlines():
            cells = [cell.strip() for cell in re.split("[│┃]", line.strip("│┃"))]
            found.setdefault(cells[0], []).extend(cells[1:])
        return found


MakeScene = Callable[..., Scene]


@pytest.fixture
def scene(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeScene]:
    rigs: list[Rig] = []

    def make(
        *names: str,
        decoding: DecodingOptions = CSV,
        title: str = "Bench 3",
        width: int = 120,
        term: str = "xterm",
        terminal: bool = False,
        accepted: bool = True,
        **words: object,
    ) -> Scene:
        devices = tuple(
            DeviceOptions(
                name=name,
                address="tcp://127.0.0.1:7001",
                link=TcpOptions(host="127.0.0.1", port=7001),
                decoding=decoding,
                **words,
            )
            for name in names or ("imu",)
        )
        links = FakeLinks()
        rigs.append(Rig(Session(title=title, devices=devices), links))
        rigs[-1].start()
        for link in links.made if accepted else ():
            link.accept()
        for name, value in {"COLUMNS": str(width), "TERM": term, "NO_COLOR": "1"}.items():
            monkeypatch.setenv(name, value)
        return Scene(rigs[-1], links.made, terminal=terminal)

    yield make
    for rig in rigs:
        rig.stop()
        rig.deleteLater()


# -- lines, where the output is piped


def test_a_line_a_device_tells_what_has_come(scene: MakeScene) -> None:
    s = scene("imu", "scope")
    s.receive(b"1,2\n3,x\n5,6\n")
    s.table.start()
    first, second = s.printed(s.table.show).splitlines()
    assert re.fullmatch(
        r" +\d+\.\ds  imu  open  received=12  frames=3  rejected=1  rows=2  balanced  ax 5 m/s²  ay 6 m/s²", first
    )
    assert second.split()[1:] == ["scope", "open", "received=0", "frames=0", "rejected=0", "rows=0", "balanced"]


def test_a_line_stays_one_however_long(scene: MakeScene) -> None:
    s = scene(decoding=Csv(fields=tuple(f"a channel with a long name {n}" for n in range(8))), width=40)
    s.receive(b"1,2,3,4,5,6,7,8\n")
    assert len(s.printed(s.table.show).splitlines()) == 1


def test_piped_lines_have_no_colours_and_move_no_cursor(scene: MakeScene) -> None:
    s = scene()
    s.table.start()
    s.receive(b"1,2\n")
    assert ESCAPE not in s.printed(s.table.show) + s.printed(s.table.finish)


def test_a_line_says_that_a_ledger_does_not_add_up_and_goes_on_saying_it(scene: MakeScene) -> None:
    s = scene()
    s.links[0].extra_read = 1
    s.receive(b"1,2\n")
    assert "NOT BALANCED" in s.printed(s.table.show)
    s.links[0].extra_read = 0
    s.receive(b"1,2\n")
    assert "NOT BALANCED" in s.printed(s.table.show)


# -- the table


def test_the_table_has_a_row_a_device(scene: MakeScene) -> None:
    s = scene("imu", "gps")
    s.receive(b"1,2\n")
    told = s.printed(s.table.finish)
    assert "Bench 3" in told
    row = next(line for line in told.splitlines() if " imu " in line)
    assert "● open" in row
    assert "ax 1 m/s²  ay 2 m/s²" in row
    assert re.search(r"gps +│ ● open", told)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (State.IDLE, "○ stopped"),
        (State.RESOLVING, "◌ looking up the name"),
        (State.CONNECTING, "◌ connecting to 127.0.0.1:7001"),
        (State.OPEN, "● open"),
        (State.WAITING, "◔ waiting"),
        (State.CLOSING, "◌ closing"),
        (State.FAILED, "✕ failed"),
    ],
)
def test_every_state_has_a_shape_and_its_words(scene: MakeScene, state: State, told: str) -> None:
    s = scene(accepted=False)
    s.links[0].enter(state)
    assert told[:25] in s.printed(s.table.finish)


def test_every_mark_that_a_link_can_have_has_a_shape() -> None:
    marks = {mark_of(str(state)) for state in State} | {Mark.STALE}
    assert marks == set(SHAPES)
    assert len({shape for shape, _ in SHAPES.values()}) == len(SHAPES)


def test_a_wait_counts_down_and_silence_counts_up(scene: MakeScene) -> None:
    s = scene("imu", "gps")
    s.links[0].more = {"next_try_ns": now_ns() + 40_900_000_000}
    s.links[0].lose("reset by the device")
    s.links[1].more = {"is_stale": True, "silent_ns": 12_000_000_000}
    s.rig.clock.second.emit()
    lines = s.printed(s.table.show)
    assert "imu  waiting: again in 40 s  " in lines
    assert "gps  silent for 12 s  " in lines
    s.rig.stop()
    told = s.printed(s.table.finish)
    assert "◔ waiting " in told
    assert "◇ silent for 12 s" in told


def test_what_is_wrong_with_an_open_device_stands_below_its_state(scene: MakeScene) -> None:
    s = scene()
    s.receive(b"1,2\n")
    (device,) = s.rig.devices
    status = s.rig.status(device)
    finding = Finding("behind", Level.BAD, "this PC is behind", "3 MiB wait", "", 0)
    s.rig._status["imu"] = replace(status, health=replace(status.health, findings=(finding,)))
    assert re.search(r"✕ open.*\n.*this PC is behind", s.printed(s.table.finish))


def test_what_is_wrong_with_this_computer_is_said_once_and_of_no_device(scene: MakeScene) -> None:
    s = scene("imu", "gps")
    s.receive(b"1,2\n")
    finding = Finding("computer clock", Level.FAIR, "this computer's clock was set", "by +3 s", "", 0)
    for device in s.rig.devices:
        status = s.rig.status(device)
        s.rig._status[device.name] = replace(status, health=replace(status.health, findings=(finding,)))
    told = s.printed(s.table.show) + s.printed(s.table.finish)
    assert told.count("this computer's clock was set") == 1
    assert told.count("● open") == 2


def test_long_names_leave_the_numbers_their_room(scene: MakeScene) -> None:
    s = scene("a device with a name that fills a line of the terminal", width=80)
    s.links[0].lose("a reason that is longer than all of the table has room for")
    s.rig.clock.second.emit()
    told = s.printed(s.table.finish)
    assert "┃ rows ┃" in told
    assert "││" not in told


def test_a_device_that_is_not_open_says_why(scene: MakeScene) -> None:
    s = scene(accepted=False)
    s.links[0].refuse("refused")
    told = s.printed(s.table.finish)
    assert "◔ waiting" in told
    assert "refused" in told


def test_the_final_table_shows_the_states_as_they_were_before_the_end(scene: MakeScene) -> None:
    s = scene()
    s.receive(b"1,2\n")
    s.rig.stop()
    told = s.printed(s.table.finish)
    assert "● open" in told
    assert "closed here" not in told


def test_what_came_from_outside_acts_on_nothing_in_the_table(scene: MakeScene) -> None:
    s = scene(f"{HOSTILE}[/x]:smile:", decoding=Json(), title=f"{HOSTILE}[bold]")
    s.links[0].receive(b'{"[red]k\\u001b[2J\\u202e":"v\\u001b[2J\\u202e[/red]"}\n')
    s.links[0].lose(f"gone {HOSTILE} [blink]")
    s.rig.clock.second.emit()
    told = s.printed(s.table.show) + s.printed(s.table.finish)
    assert ESCAPE not in told
    assert "\u202e" not in told
    for text in ("·b[bold]", "[red]k", "v·[2J·[/red]", "[blink]", "a·[2J·b[/x]:smile:"):
        assert text in told, told


def test_markup_in_a_devices_name_is_text_also_over_its_ledger(scene: MakeScene) -> None:
    s = scene("[red]x[/red]:bug:")
    assert "[red]x[/red]:bug:" in s.ledgers()[""]


# -- live


def test_in_a_terminal_the_table_is_drawn_over_itself(scene: MakeScene) -> None:
    s = scene(terminal=True)
    s.printed(s.table.start)
    first, second = s.printed(s.table.show), s.printed(s.table.show)
    assert "imu" in first
    assert "imu" in second
    up = f"{ESCAPE}[1A"
    assert second.count(up) >= first.count("\n") - 1 > 1
    final = s.printed(s.table.finish)
    assert "Ledger" in final


def test_the_cursor_stays_visible_since_a_second_interrupt_ends_at_once(scene: MakeScene) -> None:
    s = scene(terminal=True)
    told = s.printed(s.table.start)
    assert told.rindex(f"{ESCAPE}[?25h") > told.rindex(f"{ESCAPE}[?25l")
    s.table.finish()


def test_a_dumb_terminal_gets_lines(scene: MakeScene) -> None:
    s = scene(terminal=True, term="dumb")
    s.table.start()
    assert "received=0" in s.printed(s.table.show)


# -- ledgers


def test_every_term_of_the_ledger_has_a_row_and_every_device_a_column(scene: MakeScene) -> None:
    s = scene("imu", "gps")
    s.links[0].kernel = Kernel(12, 12, 12)
    s.links[1].kernel = Kernel(9, 8, 9)
    s.receive(b"1,2\n3,x\n5,6\n", 0)
    s.receive(b"1,2\n7", 1)
    told = s.ledgers()
    wanted = {
        "bytes received": ["12", "5"], "framed": ["9", "3"], "overhead": ["3", "1"], "discarded": ["0", "0"],
        "pending": ["0", "1"], "frames": ["3", "1"], "decoded": ["2", "1"], "rejected": ["1 not a number", "0"],
        "set aside": ["0", "0"], "samples": ["2", "1"], "in history": ["2", "1"], "aged out": ["0", "0"],
        "kernel's count": ["12", "9"], "witness": ["agrees", "DISAGREES"], "balanced": ["yes", "NO"],
    }  # fmt: skip
    assert {term: told.get(term) for term in wanted} == wanted


def test_a_kernel_that_was_not_asked_is_not_available_rather_than_zero(scene: MakeScene) -> None:
    s = scene(accepted=False)
    told = s.ledgers()
    assert (told["kernel's count"], told["witness"]) == (["not available"], ["not available"])


def test_a_ledger_that_once_failed_is_not_told_as_balanced(scene: MakeScene) -> None:
    s = scene()
    s.links[0].extra_read = 1
    s.receive(b"1,2\n")
    s.links[0].extra_read = 0
    s.receive(b"1,2\n")
    assert s.ledgers()["balanced"] == ["NO"]


def test_more_devices_than_a_terminal_is_wide_stand_in_several_tables(scene: MakeScene) -> None:
    names = [f"device{number}" for number in range(DEVICES_A_TABLE + 2)]
    s = scene(*names, width=80)
    told = s.printed(s.table.finish)
    assert told.count("Ledger") == 2
    assert all(name in told.split("Ledger", 1)[1] for name in names)
    assert max(map(len, told.splitlines())) <= 80


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_narrow_terminal_breaks_no_line_of_the_table(scene: MakeScene, width: int) -> None:
    s = scene("imu", "gps", width=width)
    s.receive(b"1,2\n")
    assert max(map(len, s.printed(s.table.finish).splitlines())) <= width


# -- pieces


def test_reasons_are_counts_with_their_words() -> None:
    assert reasons({"oversize": 3, "checksum": 1, "resync": 0}) == "3 oversize, 1 checksum"
    assert reasons({}) == "0"
    assert reasons({HOSTILE: 2}) == "2 a·[2J·b"


def test_the_first_channels_are_shown_and_the_rest_counted(scene: MakeScene) -> None:
    s = scene(decoding=Csv(fields=tuple(f"c{number}" for number in range(11))))
    s.receive(b",".join(b"%d" % number for number in range(11)) + b"\n")
    assert newest(s.rig.devices[0]) == "  ".join(f"c{number} {number}" for number in range(8)) + "  +3 more"


def test_the_field_that_tells_the_time_is_no_news(scene: MakeScene) -> None:
    s = scene(decoding=Csv(fields=("t", "x")), time=FieldTime(field="t", unit="s"))
    s.receive(b"1.5,7\n")
    assert newest(s.rig.devices[0]) == "x 7"


def test_where_there_are_several_tables_each_channel_is_named_after_its_own(scene: MakeScene) -> None:
    s = scene(decoding=Json(by="class"))
    s.receive(b'{"class":"TPV","lat":1.5}\n{"class":"SKY","hdop":2.5}\n')
    assert "TPV.lat 1.5" in newest(s.rig.devices[0])
    assert "SKY.hdop 2.5" in newest(s.rig.devices[0])
