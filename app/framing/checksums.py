"""The checksums that frames carry, over a memoryview or bytes.

    name           polynomial  initial  reflected  of b"123456789"
    crc16-ccitt    0x1021      0xFFFF   no         0x29B1   (CRC-16/IBM-3740, often called CCITT-FALSE)
    crc16-modbus   0x8005      0xFFFF   yes        0x4B37
    crc32          0x04C11DB7  ~0       yes        0xCBF43926  (zlib, Ethernet)
    sum8, xor8     the bytes added modulo 256, the bytes xored

Two of the CRCs are in the standard library, in C. CRC-16/MODBUS is not, and one table look-up a byte in Python is
50 ns a byte: too slow where hostile input asks for many. A CRC is linear over xor, so that the CRC of a block is the
xor of what each byte contributes at its distance from the block's end: a gather and a reduction in numpy, and only
the blocks are chained one by one. For many messages of one length the same holds column by column (RowsChecksum).
"""

from __future__ import annotations

import binascii
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

UInt16Array = npt.NDArray[np.uint16]

MODBUS_REVERSED = 0xA001
MODBUS_INITIAL = 0xFFFF
BLOCK = 256  # bytes a block: the table of contributions is 128 KiB, within the second-level cache
SHORT = 96  # bytes up to which the plain loop is faster than numpy's calls


@dataclass(frozen=True, slots=True)
class Checksum:
    """`size` bytes of a frame; `compute` gives the value as an unsigned int.

    combine: how the contributions of the single bytes make the value, apart from that of the length.
    """

    size: int
    compute: Callable[[memoryview], int]
    combine: np.ufunc = np.bitwise_xor


def _crc16_ccitt(data: memoryview) -> int:
    return binascii.crc_hqx(data, 0xFFFF)


def _sum8(data: memoryview) -> int:
    return int(np.frombuffer(data, np.uint8).sum(dtype=np.uint8))


def _xor8(data: memoryview) -> int:
    return int(np.bitwise_xor.reduce(np.frombuffer(data, np.uint8)))


def _modbus_table() -> UInt16Array:
    """uint16[256]: what one byte makes of an empty register."""
    table = np.arange(256, dtype=np.uint16)
    for _ in range(8):
        table = np.where(table & 1, (table >> 1) ^ MODBUS_REVERSED, table >> 1).astype(np.uint16)
    return table


def _contributions(table: UInt16Array) -> UInt16Array:
    """uint16[BLOCK, 256]: what a byte at each place of a block adds to the CRC of the block."""
    rows = [table]
    for _ in range(BLOCK - 1):
        rows.append((rows[-1] >> 8) ^ table[rows[-1] & 0xFF])  # one zero byte further from the end
    return np.array(rows[::-1])


_TABLE = _modbus_table()
_STEPS: list[int] = _TABLE.tolist()
_CONTRIBUTIONS = _contributions(_TABLE)
_PLACES = np.arange(BLOCK) * 256
# A register's bytes go into a block like its first two bytes do, so these carry it over the whole block.
_CARRY_LOW: list[int] = _CONTRIBUTIONS[0].tolist()
_CARRY_HIGH: list[int] = _CONTRIBUTIONS[1].tolist()


def _crc16_modbus(data: memoryview) -> int:
    head = len(data) % BLOCK if len(data) > SHORT else len(data)
    register = MODBUS_INITIAL
    for byte in data[:head]:
        register = (register >> 8) ^ _STEPS[(register ^ byte) & 0xFF]
    if head == len(data):
        return register
    blocks = np.frombuffer(data[head:], np.uint8).reshape(-1, BLOCK)
    sums = np.bitwise_xor.reduce(_CONTRIBUTIONS.ravel()[_PLACES + blocks], axis=1)
    for block_sum in sums.tolist():
        register = _CARRY_LOW[register & 0xFF] ^ _CARRY_HIGH[register >> 8] ^ block_sum
    return register


CHECKSUMS = {
    "crc16-ccitt": Checksum(2, _crc16_ccitt),
    "crc16-modbus": Checksum(2, _crc16_modbus),
    "crc32": Checksum(4, zlib.crc32),
    "sum8": Checksum(1, _sum8, np.add),
    "xor8": Checksum(1, _xor8),
}


class RowsChecksum:
    """A checksum over many messages of `length` bytes at once.

    What a byte contributes at each place is learnt from the checksum itself: from messages of zeros with a single bit
    set, since each of its contributions is the combination of those of its bits.
    """

    def __init__(self, checksum: Checksum, length: int) -> None:
        self._combine = checksum.combine
        self._dtype = np.dtype(f"u{checksum.size}")
        zeros = bytearray(length)
        self._of_zeros = checksum.compute(memoryview(zeros))
        self._tables = np.zeros((length, 256), self._dtype)
        values = np.arange(256)
        for place in range(length):
            for bit in range(8):
                zeros[place] = 1 << bit
                share = self._dtype.type(checksum.compute(memoryview(zeros)) ^ self._of_zeros)
                zeros[place] = 0
                has_bit = (values >> bit & 1).astype(np.bool_)
                self._combine(self._tables[place], share, out=self._tables[place], where=has_bit)

    def of(self, rows: npt.NDArray[np.uint8]) -> npt.NDArray[np.unsignedinteger]:
        """uint[n] of uint8[n, length]."""
        total = np.full(len(rows), self._of_zeros, self._dtype)
        for place, table in enumerate(self._tables):
            self._combine(total, table[rows[:, place]], out=total)
        return total
