"""Lines of the library's table for `math`: an int beyond all floats overflows where a float is wanted."""

from __future__ import annotations

NUMBERS = """
math.sqrt(float) -> float ! ValueError
math.sqrt(int) -> float ! ValueError OverflowError
math.floor(int) -> int
math.ceil(int) -> int
math.trunc(int) -> int
math.isnan(int) -> bool ! OverflowError
math.isinf(int) -> bool ! OverflowError
math.isfinite(int) -> bool ! OverflowError
math.isclose(int|float, int|float) -> bool ! OverflowError
math.hypot(*int|float) -> float ! OverflowError
math.log(int) -> float ! ValueError
math.log2(int) -> float ! ValueError
math.log10(int) -> float ! ValueError
math.exp(int) -> float ! OverflowError
math.pow(int|float, int|float) -> float ! ValueError OverflowError
math.fabs(int) -> float ! OverflowError
math.floor(float) -> int ! ValueError OverflowError
math.ceil(float) -> int ! ValueError OverflowError
math.trunc(float) -> int ! ValueError OverflowError
math.isnan(float) -> bool
math.isinf(float) -> bool
math.isfinite(float) -> bool
math.fabs(float) -> float
math.copysign(float, float) -> float
math.log(float) -> float ! ValueError
math.log2(float) -> float ! ValueError
math.log10(float) -> float ! ValueError
math.exp(float) -> float ! OverflowError
math.fmod(float, float) -> float ! ValueError
math.sin(float) -> float ! ValueError
math.cos(float) -> float ! ValueError
math.tan(float) -> float ! ValueError
math.atan(float) -> float
math.atan2(float, float) -> float
math.radians(float) -> float
math.degrees(float) -> float
math.gcd(*int) -> int
math.isqrt(int) -> int ! ValueError
math.factorial(int) -> int ! ValueError OverflowError
math.comb(int, int) -> int ! ValueError
"""
