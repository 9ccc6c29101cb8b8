"""The wish of the command line goes over what the session says."""

from __future__ import annotations

from app.link.options import TcpOptions
from app.session.schema import DeviceOptions, Session
from ui.transport import with_transport


def session(*modes: str) -> Session:
    devices = tuple(
        DeviceOptions(
            name=f"d{number}",
            address="tcp://127.0.0.1:1",
            link=TcpOptions(host="127.0.0.1", port=1, transport=mode),  # type: ignore[arg-type]
        )
        for number, mode in enumerate(modes)
    )
    return Session(title="Bench", devices=devices)


def test_without_a_wish_the_session_stays_as_it_is() -> None:
    given = session("gui", "gui")
    assert with_transport(given, None) is given
    assert with_transport(Session(), None) == Session()


def test_a_wish_holds_for_the_session_and_every_device() -> None:
    changed = with_transport(session("gui", "gui"), "thread")
    assert changed.transport == "thread"
    assert [device.link.transport for device in changed.devices] == ["thread", "thread"]
    assert (changed.title, [device.name for device in changed.devices]) == ("Bench", ["d0", "d1"])


def test_a_wish_overrides_what_the_session_says() -> None:
    changed = with_transport(session("thread", "gui"), "gui")
    assert [device.link.transport for device in changed.devices] == ["gui", "gui"]
