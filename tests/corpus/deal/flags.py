"""Flag words and colours."""
from __future__ import annotations

import deal


@deal.pre(lambda flags, bit: flags >= 0 and 0 <= bit < 64)
@deal.ensure(lambda flags, bit, result: (result >> bit) & 1 == 1)
def set_flag(flags: int, bit: int) -> int:
    return flags | (1 << bit)


@deal.pre(lambda flags, bit: flags >= 0 and 0 <= bit < 64)
@deal.ensure(lambda flags, bit, result: (result >> bit) & 1 == 0)
def clear_flag(flags: int, bit: int) -> int:
    return flags ^ (1 << bit)


@deal.pure
@deal.pre(lambda n: n >= 0)
@deal.ensure(lambda n, result: not result or n > 0)
def is_power_of_two(n: int) -> bool:
    return n & (n - 1) == 0


@deal.pre(lambda red, green, blue: all(0 <= part <= 255 for part in (red, green, blue)))
@deal.ensure(lambda red, green, blue, result: result >> 16 == red and result & 0xFF == blue)
@deal.post(lambda result: 0 <= result <= 0xFFFFFF)
def pack_rgb(red: int, green: int, blue: int) -> int:
    return red << 16 | green << 8 | blue
