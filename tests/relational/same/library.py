"""Pairs that do the same: library."""

import math


def before_mathsame(x: float) -> float:
    return math.exp(x) + 1.0


def after_mathsame(x: float) -> float:
    y = math.exp(x)
    return y + 1.0


def before_mathpi(x: float) -> float:
    return x * math.pi


def after_mathpi(x: float) -> float:
    two = x * math.pi
    return two
