"""What a link promises is promised by every transport; the base class by itself promises nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.link.contract import Link, State
from app.link.factory import LINKS

ASKED = ("state", "open", "close", "restart", "send", "tickets", "statistics")


@pytest.mark.parametrize(
    "ask",
    [
        lambda link: link.state,
        lambda link: link.open(),
        lambda link: link.close(),
        lambda link: link.restart("resync"),
        lambda link: link.send(b""),
        lambda link: link.tickets(),
        lambda link: link.statistics(),
    ],
    ids=ASKED,
)
def test_what_a_transport_forgot_is_not_silently_nothing(ask: Callable[[Link], object]) -> None:
    with pytest.raises(TypeError, match="a transport implements this"):
        ask(Link())


@pytest.mark.parametrize("transport", LINKS.values())
@pytest.mark.parametrize("name", ASKED)
def test_every_transport_answers_all_that_is_asked_of_a_link(transport: type[Link], name: str) -> None:
    assert name in vars(transport)


def test_states_read_as_the_words_that_reports_and_windows_show() -> None:
    assert [str(state) for state in State] == [
        "idle", "resolving", "connecting", "open", "waiting", "closing", "failed",
    ]  # fmt: skip
    assert State("open") is State.OPEN
