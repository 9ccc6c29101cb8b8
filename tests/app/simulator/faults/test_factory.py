"""Every kind has its player."""

from __future__ import annotations

from app.simulator.faults.catalogue import KINDS
from app.simulator.faults.factory import FAULTS


def test_each_kind_of_the_catalogue_can_be_played_and_no_other():
    assert list(FAULTS) == list(KINDS)
