"""The session files of the rows that run the window live: devices of six channels, five plots of six curves, 10 s."""

from __future__ import annotations

from collections.abc import Sequence

from app.bench.live_sender import CHANNELS, Kind

PLOTS = 5
_SIX = ", ".join(f'"{name}"' for name in CHANNELS)
_F32 = ", ".join(f'{{ name = "{name}", type = "f32" }}' for name in CHANNELS)
_READING: dict[Kind, str] = {
    "csv": f'framing = {{ type = "line" }}\ndecoding = {{ type = "csv", fields = [{_SIX}] }}\n',
    "f32": f'framing = {{ type = "fixed", size = {4 * len(CHANNELS)} }}\n'
    f'decoding = {{ type = "struct", fields = [{_F32}] }}\n',
    "stamped": f'framing = {{ type = "line" }}\ndecoding = {{ type = "csv", fields = ["t", {_SIX}] }}\n'
    'time = { field = "t", unit = "us", epoch = "boot" }\n',
}


def session_text(kind: Kind, ports: Sequence[str]) -> str:
    """A device a port; the first five are plotted, a plot each."""
    devices = [
        f'[[device]]\nname = "d{number}"\nlink = "tcp://127.0.0.1:{port}"\n{_READING[kind]}'
        for number, port in enumerate(ports, 1)
    ]
    plots = [
        f"[[plot]]\nchannels = [{', '.join(f'{chr(34)}d{number}/{name}{chr(34)}' for name in CHANNELS)}]\n"
        'window = "10 s"\n'
        for number in range(1, min(PLOTS, len(ports)) + 1)
    ]
    return "\n".join(['[session]\ntitle = "Live"\n', *devices, *plots])
