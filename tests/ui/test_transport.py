"""A mode that this version does not have is refused in words, wherever it was asked for."""

from __future__ import annotations

import pytest

from app.link.options import TcpOptions
from app.session.schema import DeviceOptions, Session
from ui.transport import TransportError, with_transport


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
    changed = with_transport(session("gui", "gui"), "gui")
    assert changed.transport == "gui"
    assert [device.link.transport for device in changed.devices] == ["gui", "gui"]
    assert (changed.title, [device.name for device in changed.devices]) == ("Bench", ["d0", "d1"])


def test_a_wish_overrides_what_the_session_says() -> None:
    changed = with_transport(session("thread", "gui"), "gui")
    assert [device.link.transport for device in changed.devices] == ["gui", "gui"]


@pytest.mark.parametrize(("given", "wished"), [(session("gui"), "thread"), (session("gui", "thread"), None)])
def test_threads_are_refused_with_what_there_is_instead(given: Session, wished: str | None) -> None:
    with pytest.raises(TransportError, match='"thread" is not in this version') as caught:
        with_transport(given, wished)
    assert 'use "gui"' in str(caught.value)
