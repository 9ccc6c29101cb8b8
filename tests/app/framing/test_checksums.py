from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.framing.checksums import BLOCK, CHECKSUMS, SHORT


def crc(data: bytes, polynomial: int, width: int, initial: int, *, reflected: bool, final: int = 0) -> int:
    """Bit by bit, as the polynomial division is defined; least significant bits first where `reflected`."""
    register, top = initial, 1 << (width - 1)
    for byte in data:
        for bit in range(8) if reflected else range(7, -1, -1):
            feedback = bool(register & top) != bool(byte >> bit & 1)
            register = (register << 1) & ((1 << width) - 1)
            register ^= polynomial if feedback else 0
    if reflected:
        register = int(f"{register:0{width}b}"[::-1], 2)
    return register ^ final


PLAIN = {
    "crc16-ccitt": lambda data: crc(data, 0x1021, 16, 0xFFFF, reflected=False),
    "crc16-modbus": lambda data: crc(data, 0x8005, 16, 0xFFFF, reflected=True),
    "crc32": lambda data: crc(data, 0x04C11DB7, 32, 0xFFFFFFFF, reflected=True, final=0xFFFFFFFF),
    "sum8": lambda data: sum(data) % 256,
    "xor8": lambda data: int.from_bytes(bytes([0]) if not data else bytes([_xored(data)])),
}


def _xored(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte
    return value


@pytest.mark.parametrize(("name", "value"), [("crc16-ccitt", 0x29B1), ("crc16-modbus", 0x4B37), ("crc32", 0xCBF43926)])
def test_the_published_check_value_comes_out(name: str, value: int):
    assert CHECKSUMS[name].compute(memoryview(b"123456789")) == value


@pytest.mark.parametrize("name", CHECKSUMS)
def test_every_length_around_the_blocks_agrees_with_the_plain_definition(name: str):
    rng = random.Random(name)
    lengths = [0, 1, 2, 3, 9, 64, SHORT, SHORT + 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 1, 1000]
    for length in lengths:
        for data in (rng.randbytes(length), b"\xff" * length, bytes(length)):
            assert CHECKSUMS[name].compute(memoryview(data)) == PLAIN[name](data), length


@pytest.mark.parametrize("name", CHECKSUMS)
def test_the_value_fits_the_bytes_of_the_frame_that_carry_it(name: str):
    value = CHECKSUMS[name].compute(memoryview(b"\xff" * 300))
    assert 0 <= value < 256 ** CHECKSUMS[name].size


@given(data=st.binary(max_size=60), times=st.integers(1, 40), rest=st.binary(max_size=9))
def test_any_message_has_the_sum_of_the_plain_definition(data: bytes, times: int, rest: bytes):
    message = data * times + rest  # long enough for several blocks, and a head that is none
    for name, plain in PLAIN.items():
        assert CHECKSUMS[name].compute(memoryview(message)) == plain(message)
