"""Which transport mode a command runs its session in."""

from __future__ import annotations

import msgspec

from app.session.schema import Session

KNOWN = ("gui",)  # "thread" joins with the SocketThread


class TransportError(ValueError):
    """The wished mode is not to be had; the message says which are."""


def with_transport(session: Session, wished: str | None) -> Session:
    """The session with every link in the wished mode; as it is where None is wished."""
    modes = [wished] if wished else [d.link.transport for d in session.devices]
    for mode in modes:
        if mode not in KNOWN:
            raise TransportError(
                f'transport "{mode}" is not in this version of Quintet, which reads every socket in the GUI thread:'
                ' use "gui"'
            )
    if wished is None:
        return session
    devices = tuple(
        msgspec.structs.replace(d, link=msgspec.structs.replace(d.link, transport=wished)) for d in session.devices
    )
    return msgspec.structs.replace(session, transport=wished, devices=devices)
