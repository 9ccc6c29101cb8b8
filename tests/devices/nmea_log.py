"""A receiver's log that the tests write themselves: NMEA 0183 of a boat on a circle, with checksums.

Sentences as in the NMEA 0183 standard, fields as gpsd's driver reads them (gpsd.gitlab.io/gpsd/NMEA.html).
"""

from __future__ import annotations

import math
from functools import reduce

CENTRE = (54.5, 10.25)  # degrees north and east
RADIUS_DEG = 0.001
EPOCHS = 600
SATELLITES = ((4, 61, 118, 44), (9, 35, 270, 39), (16, 22, 60, 36), (26, 74, 200, 47))  # number, elevation, azimuth, dB


def log() -> bytes:
    return b"".join(epoch(second) for second in range(EPOCHS))


def epoch(second: int) -> bytes:
    """What the receiver says in one second."""
    angle = 2 * math.pi * second / 60
    north = _degrees(CENTRE[0] + RADIUS_DEG * math.sin(angle), 2, "NS")
    east = _degrees(CENTRE[1] + RADIUS_DEG * math.cos(angle), 3, "EW")
    position = f"{north},{east}"
    clock = f"12{second // 60 % 60:02d}{second % 60:02d}.00"
    course = math.degrees(-angle) % 360
    return b"".join(
        map(
            sentence,
            [
                f"GPRMC,{clock},A,{position},7.2,{course:.1f},150626,,,A",
                f"GPGGA,{clock},{position},1,04,1.3,2.5,M,44.1,M,,",
                f"GPGSA,A,3,{','.join(f'{number:02d}' for number, *_ in SATELLITES)},,,,,,,,,2.1,1.3,1.7",
                f"GPGSV,1,1,04,{','.join(f'{n:02d},{e:02d},{a:03d},{db:02d}' for n, e, a, db in SATELLITES)}",
            ],
        )
    )


def sentence(body: str) -> bytes:
    """`$body*hh`: the checksum is the exclusive or of the characters between $ and *."""
    return f"${body}*{reduce(lambda total, byte: total ^ byte, body.encode(), 0):02X}\r\n".encode()


def _degrees(value: float, width: int, sides: str) -> str:
    degrees, minutes = divmod(abs(value) * 60, 60)
    return f"{int(degrees):0{width}d}{minutes:08.5f},{sides[value < 0]}"
