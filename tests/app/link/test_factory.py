"""From a link's options to the link."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QCoreApplication

from app.link.contract import State
from app.link.factory import LINKS, make_link
from app.link.options import LinkOptions, TcpOptions
from app.link.tcp import TcpLink


def test_the_options_of_a_tcp_client_make_a_tcp_link_that_is_idle(qapp: QCoreApplication) -> None:
    link = make_link(TcpOptions(host="127.0.0.1", port=7001))
    assert isinstance(link, TcpLink)
    assert link.state is State.IDLE


def test_every_kind_of_options_has_its_link() -> None:
    kinds = get_args(LinkOptions) or (LinkOptions,)
    assert set(LINKS) == set(kinds)


def test_unknown_options_make_no_link() -> None:
    with pytest.raises(KeyError):
        make_link(object())  # type: ignore[arg-type]
