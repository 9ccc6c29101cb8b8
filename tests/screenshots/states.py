"""The states of the window that are looked at: a function each, whose name is the state's and whose docstring says what
is seen. A new state is a new function below, and its name in STATES."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.link.contract import State
from app.session.reading import parse_session
from tests.screenshots.stage import S, Stage
from tests.ui.desk import session_of

CONTROL = Qt.KeyboardModifier.ControlModifier
Set = Callable[[Stage], None]


def welcome(stage: Stage) -> None:
    """No session."""


def live(stage: Stage) -> None:
    """Five devices, followed."""
    stage.open_five()


def paused(stage: Stage) -> None:
    """The view is held while data goes on."""
    stage.open_five()
    stage.window.pause.setChecked(True)
    stage.run(2)


def silent(stage: Stage) -> None:
    """One device has said nothing for a while."""
    stage.open_five(6)
    stage.players[2].is_silent = True
    stage.links[2].more = {"is_stale": True, "silent_ns": 9 * S, "stale_after_ns": 5 * S}
    stage.links[2].staleChanged.emit(True)
    stage.run(9)


def refused(stage: Stage) -> None:
    """One device refuses, one has been lost, one is connecting."""
    stage.open_five(4)
    stage.links[1].lose("Closed by the device")
    stage.links[4].lose("The device gave up the connection (reset)")
    stage.links[1].refuse("Connection refused: nothing listens at 127.0.0.1:7002")
    stage.links[4].enter(State.CONNECTING)
    stage.run(3)


def notice(stage: Stage) -> None:
    """Errors, in as many lines as may be."""
    stage.open_five(3)
    for number in range(4):
        stage.window.notice.alarm(f"device {number}: something is wrong that will not mend itself " * 2, str(number))
    stage.turn()


HOSTILE = ("<b>imu<br><img src=x>", "=1+cmd|calc!A0", "a" * 60, "&amp; <u>unit", "日本語の装置")


def hostile(stage: Stage) -> None:
    """Long and hostile names of devices, channels and units."""
    fields = '{ type = "csv", fields = ["' + "x" * 80 + ' [m/s²]", "<i>tag</i> [&amp;]", "=1+1 [°C]"] }'
    stage.open(session_of(*HOSTILE, decoding=fields, title="<h1>" + "A title without an end " * 6))
    for link in stage.links:
        link.accept()
        link.receive(b"0.25,9.81,21.5\n")
    stage.run(1)


def health(stage: Stage) -> None:
    """The health page of a device with findings."""
    silent(stage)
    stage.choose("weather")
    stage.window.show_health()
    stage.refresh()


def device_chosen(stage: Stage) -> None:
    """The inspector on a device."""
    stage.open_five(4)
    stage.choose("motor")
    stage.refresh()


def comparison(stage: Stage) -> None:
    """The dock of the comparison."""
    stage.open_five(4)
    stage.window.measure.compare.trigger()
    stage.turn()


def send(stage: Stage) -> None:
    """The send box on a device."""
    stage.open_five(4)
    stage.choose("supply")
    stage.press(Qt.Key.Key_E, CONTROL)
    stage.refresh()


def add_device(stage: Stage) -> None:
    """The dialog of a new device."""
    stage.open_five(2)
    stage.window.editing.add.trigger()
    stage.turn()


def edit_device(stage: Stage) -> None:
    """The dialog of a device that runs."""
    stage.open_five(2)
    stage.choose("motor")
    stage.window.editing.edit.trigger()
    stage.turn()


def palette(stage: Stage) -> None:
    """The palette of commands."""
    stage.open_five(2)
    stage.press(Qt.Key.Key_K, CONTROL)


def preferences(stage: Stage) -> None:
    """The dialog of preferences."""
    stage.open_five(2)
    stage.press(Qt.Key.Key_Comma, CONTROL)


def keys(stage: Stage) -> None:
    """The page of keys."""
    stage.press(Qt.Key.Key_F1)


def crosshair(stage: Stage) -> None:
    """Crosshair and two cursors."""
    stage.open_five()
    stage.window.pause.setChecked(True)
    stage.window.reading.crosshair.setChecked(True)
    desk = stage.window.plots.reading
    end = stage.clock.at_ns
    desk.place_cursor("A", end - 8 * S)
    desk.place_cursor("B", end - 3 * S)
    stage.refresh()


def menu_file(stage: Stage) -> None:
    """An open menu."""
    stage.open_five(2)
    stage.window.menus.file.popup(stage.window.mapToGlobal(stage.window.menuBar().geometry().bottomLeft()))
    stage.turn()


def two_pages(stage: Stage) -> None:
    """Plots on two pages, tiles side by side on the first."""
    text = (
        '[session]\ntitle = "Pages"\n'
        + "".join(
            f"[[device]]\nname = '{name}'\nlink = 'tcp://127.0.0.1:7001'\n"
            "decoding = { type = 'csv', fields = ['ax [m/s²]', 'ay [m/s²]', 'temperature [°C]'] }\n"
            for name in ("imu", "psu")
        )
        + "[[plot]]\npage = 'Motion'\nrow = 1\ntitle = 'Left'\nchannels = ['imu/ax', 'imu/ay']\n"
        "[[plot]]\npage = 'Motion'\nrow = 1\ntitle = 'Right'\nchannels = ['psu/ax', 'psu/temperature']\n"
        "[[plot]]\npage = 'Heat'\ntitle = 'Heat'\nchannels = ['imu/temperature']\n"
    )
    stage.open(parse_session(text))
    for link in stage.links:
        link.accept()
    for number in range(40):
        for link in stage.links:
            link.receive(f"{number % 7},{number % 5},{20 + number / 10}\n".encode())
        stage.run(0.2)


def many(stage: Stage) -> None:
    """64 devices."""
    stage.open(session_of(*(f"device-{number:02}" for number in range(64))))
    for number, link in enumerate(stage.links):
        if number % 5:
            link.accept()
            link.receive(b"0.25,9.81,21.5\n")
        else:
            link.refuse("Connection refused: nothing listens there")
    stage.run(1)


def list_filtered(stage: Stage) -> None:
    """A filter that nothing matches."""
    stage.open_five(2)
    stage.press(Qt.Key.Key_F, CONTROL)
    for letter in "zzz":
        stage.press(Qt.Key(ord(letter.upper())))


def exported(stage: Stage) -> None:
    """What became of a file, told above the plots."""
    stage.open_five(4)
    stage.window.export.banner.conclude("12 000 lines were saved as /home/somebody/Documents/" + "a-long-name-" * 12)
    stage.turn()


def german(stage: Stage) -> None:
    """Another language, with the dialog of a device."""
    stage.speak("de")
    stage.open_five(4)
    stage.choose("motor")
    stage.window.editing.edit.trigger()
    stage.turn()


def german_live(stage: Stage) -> None:
    """Another language: plots, health, the comparison."""
    stage.speak("de")
    comparison(stage)


def question(stage: Stage) -> None:
    """What is unsaved would be lost."""
    stage.open_five(2)
    stage.dashboard.keeps_layout = True  # as where somebody is there to be asked
    stage.dashboard.changes.remove("weather")
    stage.turn()
    stage.press(Qt.Key.Key_W, CONTROL)


def no_devices(stage: Stage) -> None:
    """An empty session."""
    stage.dashboard.new_session()
    stage.until(lambda: stage.dashboard.run is not None)
    stage.refresh()


STATES: tuple[Set, ...] = (
    welcome,
    live,
    paused,
    silent,
    refused,
    notice,
    hostile,
    health,
    device_chosen,
    comparison,
    send,
    add_device,
    edit_device,
    palette,
    preferences,
    keys,
    crosshair,
    menu_file,
    two_pages,
    many,
    list_filtered,
    exported,
    german,
    german_live,
    question,
    no_devices,
)
