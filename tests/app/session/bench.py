"""A session with something of everything, and what the reader says of a text, for the tests of this folder."""

from __future__ import annotations

from app.session.problems import SessionError
from app.session.reading import parse_session

BENCH = r"""# Bench 3
[session]
title = "Bench 3"
transport = "gui"            # or "thread"; a device may say its own
refresh_hz = 60
history = "10 min"
history_bytes = "512 MiB"

[[device]]
name = "imu"
link = "tcp://192.168.7.20:7001"
receive_buffer = "2 MiB"     # asked of the kernel; what was granted is shown
framing = { type = "line" }
decoding = { type = "csv", fields = ["ax [m/s²]", "ay [m/s²]", "az [m/s²]"] }

[[device]]
name = "scope"
link = "tcp://[fe80::1%eth0]:5000"
receive_buffer = "auto"
transport = "thread"
time = { field = "t", unit = "us" }
framing = { type = "length", size = 2, order = "little", max_frame = "2 MiB", on_violation = "skip" }
decoding = { type = "struct", order = "big", fields = [
  { name = "t", type = "u64" },
  { type = "pad", size = 3 },
  { name = "ch1", type = "f32", unit = "V", repeat = 500, dt = "20 us" },   # a block of samples a frame
  { name = "state", type = "u8", bits = [{ name = "armed", at = 7 }] },
] }

[[plot]]
title = "Acceleration"
channels = ["imu/ax", "scope/armed", "gps/TPV.lat"]
window = "45 s"

[[device]]
name = "gps"
link = "tcp://localhost:2947"
on_connect = ['?WATCH={"enable":true,"json":true};\n', '\xff\\']
retry = "250 ms"
retry_most = "1 min"
stale_after = "10 s"
on_silence = "reconnect"
time = { rate = "1.5 kHz" }
[device.framing]
type = "line"
delimiter = '\r\n'
[device.decoding]
type = "json"
by = "class"
only = ["TPV"]
units = { "TPV.lat" = "°" }

[[device]]
name = "logger"
link = "tcp://192.168.7.23:9000"
time = "arrival"
decoding = { type = "csv", separator = "blanks", header = 2 }
"""


def told(text: str) -> list[str]:
    """What the reader says of it, a line a problem."""
    try:
        parse_session(text, "s.toml")
    except SessionError as error:
        return str(error).split("\n")
    return []


def told_of_device(lines: str, head: str = '[[device]]\nname = "imu"\nlink = "tcp://h:1"\n') -> list[str]:
    """What the reader says of a device with these further lines; the first of them is line 4."""
    return told(head + lines)
