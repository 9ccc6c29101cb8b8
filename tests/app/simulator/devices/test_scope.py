"""The oscilloscope."""

from __future__ import annotations

import numpy as np
import pytest

from app.simulator.devices.scope import BLOCK, FULL_SCALE, TAPE_BLOCKS, Scope
from tests.app.simulator.wire import scope


def test_a_block_has_500_samples_and_the_time_of_its_first():
    device = Scope(1.0)
    (block,) = scope(bytes(device.render(0, np.array([10**12])).data))
    assert len(block["ch1"]) == 500
    assert block["t"] == 10**9 - 499 * 20  # it is sent when its last sample has been taken


def test_blocks_follow_each_other_without_a_gap_or_an_overlap():
    device = Scope(1.0)
    blocks = scope(bytes(device.render(0, 10**12 + np.arange(5) * 10**7).data))
    assert np.diff([block["t"] for block in blocks]).tolist() == [BLOCK * 20] * 4


def test_the_waveform_fills_the_screen_and_has_glitches_of_one_sample():
    blocks = scope(bytes(Scope(1.0).render(0, np.full(TAPE_BLOCKS, 10**12)).data))
    volts = np.concatenate([block["ch1"] for block in blocks])
    assert len(volts) == TAPE_BLOCKS * BLOCK
    assert np.all(np.abs(volts) <= FULL_SCALE)
    assert np.ptp(volts) > 3
    alone = np.minimum(np.abs(volts[1:-1] - volts[:-2]), np.abs(volts[1:-1] - volts[2:]))
    assert 8 <= np.count_nonzero(alone > 1.5) <= 20


@pytest.mark.parametrize(
    ("rate", "dt"), [(1.0, "20 us"), (20.0, "1 us"), (3.0, "6666 ns"), (20_000.0, "1 ns"), (None, "2 ns")]
)
def test_the_session_says_how_far_apart_samples_are(rate, dt):
    assert f'dt = "{dt}"' in Scope(rate).decoding
