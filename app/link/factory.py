"""From a link's options to the link."""

from __future__ import annotations

from app.link.contract import Link
from app.link.options import LinkOptions, TcpOptions
from app.link.tcp import TcpLink

LINKS = {TcpOptions: TcpLink}


def make_link(options: LinkOptions) -> Link:
    """The link that the options describe, idle."""
    return LINKS[type(options)](options)
