"""Who is connected once a link has closed."""

from __future__ import annotations

from typing import cast

from app.device import Device
from app.succession import Succession

A, B, C = (cast(Device, name) for name in "abc")


def test_the_newest_of_several_waits_for_the_link_that_closes():
    succession = Succession()
    succession.let_follow(A, B)
    succession.let_follow(B, C)
    assert not succession.is_expected(B)
    assert succession.take(A) is C
    assert succession.take(B) is None


def test_a_device_follows_itself_until_another_takes_its_place():
    succession = Succession()
    succession.let_follow(A, A)
    assert succession.is_followed(A)
    succession.let_follow(A, B)
    assert (succession.take(A), succession.take(A)) == (B, None)
