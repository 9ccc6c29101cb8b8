"""The session for the simulated devices is one that Quintet takes, and says what is on the wire."""

from __future__ import annotations

import tomllib

import numpy as np
import pytest

from app.decoding.factory import make_decoder
from app.decoding.options import Csv, FieldTime, Json, Struct
from app.framing.factory import make_framer
from app.framing.options import Length, Line, QDataStreamBlocks, Sync
from app.session.reading import read_session
from app.simulator.clock import now_ns
from app.simulator.devices.catalogue import DEVICES
from app.simulator.listening import listen
from app.simulator.session_text import session_text
from app.simulator.station import Station
from app.stream import Chunk

RATES = [1.0, 20.0, 3.0, 20_000.0, None]


@pytest.fixture(scope="module", params=RATES, ids=str)
def text(request):
    rate = request.param
    stations = [Station(make(rate), listen("127.0.0.1", 0), rate, None) for make in DEVICES.values()]
    yield session_text(stations)
    for station in stations:
        station.close_listener()


def test_it_is_toml_with_five_devices_and_a_plot_for_each(text):
    session = tomllib.loads(text)
    assert [device["name"] for device in session["device"]] == list(DEVICES)
    plotted = {channel.split("/")[0] for plot in session["plot"] for channel in plot["channels"]}
    assert plotted == set(DEVICES)


def test_quintet_reads_it(text, tmp_path):
    path = tmp_path / "simulated.toml"
    path.write_text(text, "utf-8")
    session = read_session(path)
    devices = {device.name: device for device in session.devices}
    assert [type(device.framing) for device in devices.values()] == [Line, Length, Line, QDataStreamBlocks, Sync]
    assert [type(device.decoding) for device in devices.values()] == [Csv, Struct, Json, Struct, Struct]
    assert all(isinstance(device.time, FieldTime) and device.time.field == "t" for device in devices.values())
    epochs = {name: device.time.epoch for name, device in devices.items()}
    assert epochs == dict.fromkeys(DEVICES, "boot") | {"motor": "device"}  # whose clock is its own


def test_a_blocks_samples_end_before_the_next_block_begins(text, request):
    rate = request.node.callspec.params["text"]
    (device,) = [device for device in tomllib.loads(text)["device"] if device["name"] == "scope"]
    number, unit = device["decoding"]["fields"][1]["dt"].split()
    dt_ns = int(number) * {"us": 1000, "ns": 1}[unit]
    assert dt_ns > 0
    assert 500 * dt_ns <= (1000 if rate is None else 10**7 / rate)


@pytest.mark.parametrize("name", DEVICES)
def test_what_is_on_the_wire_decodes_by_it_to_the_last_frame_and_the_plots_find_their_channels(text, name, tmp_path):
    path = tmp_path / "simulated.toml"
    path.write_text(text, "utf-8")
    session = read_session(path)
    (options,) = [device for device in session.devices if device.name == name]
    segment = DEVICES[name](1.0).render(0, now_ns() + np.arange(200) * 20_000_000)
    framer, decoder = make_framer(options.framing), make_decoder(options.decoding, options.time)
    arrived = now_ns()
    frames = framer.feed(Chunk(segment.data.toreadonly(), 0, 1, arrived, arrived))
    batches = decoder.decode(frames)
    assert (len(frames.starts), framer.pending, sum(framer.counts.discarded.values())) == (200, 0, 0)
    assert (decoder.counts.decoded, sum(decoder.counts.rejected.values())) == (200, 0)
    decoded = {f"{name}/{column.name}" for batch in batches for column in batch.columns}
    plotted = {channel for plot in session.plots for channel in plot.channels if channel.startswith(f"{name}/")}
    assert plotted <= decoded
