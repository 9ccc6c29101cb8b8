"""The way of chunks from the device to the screen, as times.

    sent -> readable -> read -> received -> stored -> painted

One row a chunk, never one a frame: at 50 000 frames a second the recording would be the disturbance that it measures.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

UNKNOWN = -1  # in place of a time or a count that is not to be had
Int64Array = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stamps:
    """Chunks whose way has ended, in the order of their reading; int64[n] each, times in ns on app.clock.

    sizes           bytes
    backlog         bytes that waited at the read, its own and those behind it; or UNKNOWN
    sent_ns         when its newest row was sent, where the sender stamps by this computer's clock; or UNKNOWN
    known_empty_ns  the bytes became readable between this and read_ns; ages count from here: the upper bound
    read_ns         read from the socket, by whichever thread
    received_ns     taken by the GUI side
    stored_ns       in the history
    painted_ns      the window that shows it has been painted; or UNKNOWN (no window, hidden, paused)
    """

    sizes: Int64Array
    backlog: Int64Array
    sent_ns: Int64Array
    known_empty_ns: Int64Array
    read_ns: Int64Array
    received_ns: Int64Array
    stored_ns: Int64Array
    painted_ns: Int64Array

    def __len__(self) -> int:
        return len(self.read_ns)
