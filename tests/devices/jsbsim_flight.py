"""One take-off of a Cessna 172 in JSBSim, in real time: CSV with a header on standard output, 20 lines a second.

JSBSim's own TCP output never sends, so it sends by UDP to a socket of this process. Each client gets a flight of its
own, from the start.
"""

from __future__ import annotations

import os
import select
import socket
import tempfile
import time
from pathlib import Path

import jsbsim

SCRIPT = "scripts/c1723.xml"
RATE_HZ = 20
MAX_DATAGRAM = 65536
PROPERTIES = (
    "position/h-sl-ft",
    "velocities/vc-kts",
    "attitude/roll-rad",
    "attitude/pitch-rad",
    "propulsion/engine/engine-rpm",
)


def output_element(port: int) -> str:
    properties = "".join(f"<property> {name} </property>" for name in PROPERTIES)
    return f'<output name="127.0.0.1" type="SOCKET" protocol="UDP" port="{port}" rate="{RATE_HZ}">{properties}</output>'


def flight(folder: Path, port: int) -> jsbsim.FGFDMExec:
    root = jsbsim.get_default_root_dir()
    script = Path(root, SCRIPT).read_text(encoding="utf-8")
    own = folder / "flight.xml"
    own.write_text(script.replace("</runscript>", f"{output_element(port)}</runscript>"), encoding="utf-8")
    executive = jsbsim.FGFDMExec(root)
    executive.set_debug_level(0)
    executive.set_output_path(str(folder))
    if not executive.load_script(str(own)):
        raise SystemExit(f"JSBSim does not load {SCRIPT}")
    executive.run_ic()
    return executive


def fly(executive: jsbsim.FGFDMExec, receiver: socket.socket, out: int) -> None:
    """Run the flight no faster than the clock, and hand on what arrives meanwhile."""
    start = time.monotonic()
    while executive.run():
        while True:
            ahead_s = executive.get_sim_time() - (time.monotonic() - start)
            if not select.select([receiver], [], [], max(0.0, ahead_s))[0]:
                break
            os.write(out, receiver.recv(MAX_DATAGRAM))


def main() -> None:
    out = os.dup(1)
    os.dup2(2, 1)  # JSBSim greets on standard output
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        try:
            fly(flight(Path(folder), receiver.getsockname()[1]), receiver, out)
        except BrokenPipeError:  # the client has seen enough
            return


if __name__ == "__main__":
    main()
