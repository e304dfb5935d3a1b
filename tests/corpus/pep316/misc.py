"""Odds and ends."""
from __future__ import annotations

from typing import Union


def describe(value: Union[bool, int, str]) -> str:
    """
    post: not isinstance(value, bool) or __return__ == "flag"
    """
    if isinstance(value, int):
        return "number"
    if isinstance(value, bool):
        return "flag"
    return "text"


def factorial(n: int) -> int:
    """
    pre: n >= 0
    post: __return__ >= 1
    """
    if n == 0:
        return 1
    return n * factorial(n - 1)


def xor(a: bool, b: bool) -> bool:
    """
    post: __return__ == ((a and not b) or (b and not a))
    """
    return a != b


def sign(x: float) -> int:
    """
    post: (__return__ == 0) == (x == 0)
    """
    return (x > 0) - (x < 0)


def clip_percent(value: int) -> int:
    """
    post: 0 <= __return__ <= 100
    post: __return__ == value or value < 0 or value > 100
    """
    if value < 0:
        return 0
    elif value > 100:
        return 100
    return value
