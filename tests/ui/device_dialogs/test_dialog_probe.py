"""The test connection in the dialog of one device, against real sockets."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from importlib.resources import files

import pytest

from app.decoding.options import Json
from app.probe import Phase
from app.session.reading import parse_session
from tests.app.link.peers import Server

EXAMPLE = parse_session((files("resources") / "sessions" / "example.toml").read_text(encoding="utf-8"))
BY_NAME = {device.name: device for device in EXAMPLE.devices}


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def test_a_test_connection_shows_rows_frames_and_bytes_and_hangs_up(open_dialog, server: Server):
    opened = open_dialog()
    opened.type(("link",), f"127.0.0.1:{server.port}")
    opened.kind("decoding", "csv")
    opened.click(opened.dialog.preview.test)
    server.accept().sendall(b"ax,ay\n" + b"1.5,2.5\n" * 30)
    probe = opened.dialog.probe
    opened.qtbot.waitUntil(lambda: not probe.is_running)
    assert probe.phase is Phase.ENOUGH
    model = opened.dialog.preview.rows.model
    assert [str(head) for head in model.heads] == ["time s", "ax", "ay"]
    assert model.rows[0] == ("0.000", "1.5", "2.5")
    assert opened.dialog.preview.frames.model.rows[0] == ("1", "5", "ax,ay")
    assert "31 frames" in opened.dialog.preview._account.text()


def test_the_same_bytes_are_read_anew_as_the_settings_change(open_dialog, server: Server):
    opened = open_dialog()
    opened.type(("link",), f"127.0.0.1:{server.port}")
    opened.click(opened.dialog.preview.test)
    server.accept().sendall(b"1;2\n" * 30)
    preview = opened.dialog.preview
    opened.qtbot.waitUntil(lambda: "“;”" in preview.hints[0].text)
    assert not preview.rows.model.heads  # all of it is a header as yet
    opened.choose(("decoding", "separator"), ";")
    opened.qtbot.waitUntil(lambda: len(preview.rows.model.heads) == 3)
    assert not server.is_dialled()


def test_settings_that_are_not_sound_leave_the_last_preview_and_say_so(open_dialog, server: Server):
    opened = open_dialog()
    opened.type(("link",), f"127.0.0.1:{server.port}")
    opened.click(opened.dialog.preview.test)
    server.accept().sendall(b"1,2\n" * 30)
    opened.qtbot.waitUntil(lambda: not opened.dialog.probe.is_running)
    opened.type(("framing", "max_frame"), "much")
    opened.qtbot.waitUntil(lambda: "not sound" in opened.dialog.preview._account.text())
    assert opened.dialog.preview.rows.model.rows


def test_a_hint_names_better_settings_and_takes_them_at_a_click(open_dialog, server: Server):
    opened = open_dialog()
    opened.type(("name",), "x")
    opened.type(("link",), f"127.0.0.1:{server.port}")
    opened.click(opened.dialog.preview.test)
    server.accept().sendall(b'{"a": 1}\n' * 30)
    line = opened.dialog.preview.hints[0]
    opened.qtbot.waitUntil(lambda: "JSON" in line.text)
    opened.click(line.use)
    assert opened.dialog.verdict.device.decoding == Json()
    opened.qtbot.waitUntil(lambda: opened.dialog.probe.phase is Phase.ENOUGH)
    assert not line.isVisible()


def test_a_test_needs_an_address_alone(open_dialog, server: Server):
    opened = open_dialog()
    assert not opened.dialog.preview.test.isEnabled()
    assert opened.dialog.preview.test.accessibleDescription() == "It needs an address"
    opened.type(("framing", "max_frame"), "much")
    opened.type(("link",), f"127.0.0.1:{server.port}")
    assert opened.dialog.preview.test.isEnabled()


def test_another_address_ends_the_test(open_dialog, server: Server):
    opened = open_dialog()
    opened.type(("link",), f"127.0.0.1:{server.port}")
    opened.click(opened.dialog.preview.test)
    server.accept()
    opened.qtbot.waitUntil(lambda: opened.dialog.probe.phase is Phase.LISTENING)
    opened.type(("name",), "imu")
    assert opened.dialog.probe.phase is Phase.LISTENING
    opened.type(("link",), "127.0.0.1:9")
    assert opened.dialog.probe.phase is Phase.UNTRIED


def test_closing_ends_the_test(open_dialog, server: Server):
    opened = open_dialog()
    opened.type(("link",), f"127.0.0.1:{server.port}")
    opened.click(opened.dialog.preview.test)
    peer = server.accept()
    opened.dialog.reject()
    assert not opened.dialog.probe.is_running
    peer.settimeout(10)
    assert peer.recv(1) == b""


def test_a_refusal_is_told_in_words(open_dialog, server: Server):
    server.stop_listening()
    opened = open_dialog()
    opened.type(("link",), f"127.0.0.1:{server.port}")
    opened.click(opened.dialog.preview.test)
    opened.qtbot.waitUntil(lambda: "refused" in opened.dialog.preview._standing.text())
    assert opened.dialog.preview.test.text() == "Test again"


def test_a_live_device_is_told_that_this_is_a_second_connection(open_dialog):
    opened = open_dialog(BY_NAME["imu"], live=True)
    assert "second connection" in opened.dialog.preview._standing.text()


def test_hostile_bytes_are_shown_without_acting(open_dialog, server: Server):
    opened = open_dialog()
    opened.type(("link",), f"127.0.0.1:{server.port}")
    opened.click(opened.dialog.preview.test)
    peer = server.accept()
    peer.sendall("<b>a</b>\x1b[31m,\u202eb&amp;\n".encode() + b"1,2\n" * 20 + b"\xff\xfe\x00\x07\n" * 5)
    peer.shutdown(socket.SHUT_WR)
    opened.qtbot.waitUntil(lambda: not opened.dialog.probe.is_running)
    shown = [str(head) for head in opened.dialog.preview.rows.model.heads]
    shown += [cell for row in opened.dialog.preview.frames.model.rows for cell in row]
    assert all(text.isprintable() for text in shown)
