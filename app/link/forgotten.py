"""What holds of parts of a link that nobody has closed: they were part of a cycle, and Python's collector found them.

It calls the finalizers of all of them first, in any order, then empties them one by one; and while it does so Qt may
destroy an object, say so (`destroyed`), and reach a slot of one that has been emptied already. A QObject is emptied as
a whole: it has all of its attributes, or none. Its sockets have closed themselves by then.
"""

from __future__ import annotations

import socket


class OwnSocket(socket.socket):
    """Closes when it is forgotten, and without a warning: that is what it is to do."""

    __slots__ = ()

    def __del__(self) -> None:
        if self.fileno() >= 0:  # else there was no descriptor to be had, or it is closed
            self.close()


def is_emptied(part: object) -> bool:
    """Whether the collector has been at this QObject: there is nothing left to let go of."""
    return not part.__dict__
