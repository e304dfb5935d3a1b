"""Readings of a thermometer."""
from __future__ import annotations

import math
from typing import Literal

from icontract import ensure, require


@require(lambda value: math.isfinite(value))
@require(lambda value: abs(value) < 1000)
@ensure(lambda value, result: abs(result - value) <= 0.5)
def nearest_degree(value: float) -> int:
    return int(value + 0.5)


@ensure(lambda reading, result: not result or reading is not None)
def is_freezing(reading: float | None) -> bool:
    return reading is not None and reading <= 0.0


@require(lambda readings: readings)
@ensure(lambda readings, result: result in readings)
def coldest(readings: list[float]) -> float:
    return min(readings)


@require(lambda tolerance: tolerance >= 0)
@ensure(lambda a, b, result: result or a != b)
def same_reading(a: float, b: float, tolerance: float = 0.1) -> bool:
    return abs(a - b) <= tolerance


@ensure(lambda reading, result: (result == "high") == (reading >= 30.0))
def level(reading: float) -> Literal["low", "normal", "high"]:
    if reading < 10.0:
        return "low"
    if reading < 30.0:
        return "normal"
    return "high"
