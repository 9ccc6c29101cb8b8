"""Which transport mode a command runs its session in."""

from __future__ import annotations

import msgspec

from app.session.schema import Session


def with_transport(session: Session, wished: str | None) -> Session:
    """The session with every link in the wished mode; as it is where None is wished."""
    if wished is None:
        return session
    devices = tuple(
        msgspec.structs.replace(d, link=msgspec.structs.replace(d.link, transport=wished)) for d in session.devices
    )
    return msgspec.structs.replace(session, transport=wished, devices=devices)
