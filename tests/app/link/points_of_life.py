"""Links, brought to a point of their life."""

from __future__ import annotations

from app.link.contract import State
from app.link.options import TcpOptions
from app.link.tcp import TcpLink
from tests.app.link.peers import Server, until


def brought(server: Server, before: str) -> TcpLink:
    """A link at that point of its life."""
    mode = "thread" if before in ("away", "coming", "closing") else "gui"
    link = TcpLink(TcpOptions(host=server.host, port=server.port, transport=mode))
    link.open()
    if before == "dialling":
        return link
    until(lambda: link.state is State.OPEN)
    if before == "going":
        link.set_transport("thread")
    elif before in ("away", "coming", "closing"):
        until(lambda: link.statistics().thread is not None)
    if before == "coming":
        link.set_transport("gui")
    elif before == "closing":
        link.send(b"unread")
        link.close()
    return link
