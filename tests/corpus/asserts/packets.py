"""A small binary protocol."""
from __future__ import annotations


def checksum(data: bytes) -> int:
    total = 0
    for byte in data:
        total = (total + byte) & 0xFF
    assert 0 <= total <= 255
    return total


def frame(payload: bytes) -> bytes:
    """The payload behind a byte that tells its length."""
    packet = bytes([len(payload)]) + payload
    assert packet[0] == len(payload)
    assert packet[1:] == payload
    return packet


def read_header(packet: bytes) -> tuple[int, int]:
    assert len(packet) >= 3
    version = packet[0] >> 4
    length = int.from_bytes(packet[1:3], "big")
    assert 0 <= version < 16
    assert 0 <= length <= 0xFFFF
    return version, length


def strip_padding(block: bytes) -> bytes:
    """Remove the padding, whose length is the last byte."""
    assert len(block) > 0
    padding = block[-1]
    assert padding <= len(block)
    data = block[:-padding]
    assert len(data) == len(block) - padding
    return data
