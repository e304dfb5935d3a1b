"""Operators on numbers, strings, None and tuples."""

from __future__ import annotations


def integers(a: int, b: int) -> tuple[int, int, int, int, int, int]:
    return a + b, a - b, a * b, -a, a // b, a % b


def ordered(a: int, b: int) -> tuple[bool, bool, bool, bool]:
    return a < b, a <= b, a == b, not a < b


def quotient(a: int, b: int) -> float:
    return a / b


def of_bool(a: bool, b: int) -> int:
    return a + b


def rounded(a: int) -> float:
    return float(a)


def digits(a: int) -> str:
    return str(a)


def doubles(a: float, b: float) -> tuple[float, float, float, float, float]:
    return a + b, a - b, a * b, -a, abs(a)


def divided(a: float, b: float) -> float:
    return a / b


def compared(a: float, b: float) -> tuple[bool, bool, bool]:
    return a < b, a <= b, a == b


def truncated(a: float) -> int:
    return int(a)


def mixed(a: int, b: float) -> tuple[bool, bool, bool]:
    return a < b, b < a, a == b


def texts(s: str, t: str) -> tuple[int, str, bool, bool, bool, bool, bool, int]:
    return len(s), s + t, t in s, s.startswith(t), s.endswith(t), s < t, s <= t, s.find(t)


def parts(s: str, low: int, high: int) -> tuple[str, str]:
    return s[low:high], s[low]


def replaced(s: str, t: str) -> str:
    return s.replace("a", t)


def connected(a: bool, b: bool, c: bool) -> tuple[bool, bool, int]:
    return a and b and c, a or b or c, 1 if a else 2


def either(a: int | None, b: int) -> int | str | None:
    if a is None:
        return b
    if a == b:
        return "same"
    return a or None


def pair(a: int, b: int) -> int:
    both = (a, b)
    x, y = both
    return both[1] - both[-2] + x - y


def largest(a: int, b: int) -> tuple[int, int]:
    return min(a, b), max(a, b)


INTS = [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 3), (3, 0), (2**60, 3)]
FLOATS = [(1.5, 2.0), (0.0, -0.0), (-2.5, 0.5), (float("nan"), 1.0), (float("inf"), float("-inf")), (1.0, 0.0)]
CALLS = {
    "integers": INTS,
    "ordered": [*INTS, (2, 2)],
    "quotient": INTS,
    "of_bool": [(True, 1), (False, 1)],
    "rounded": [(2**53 + 1,), (10**400,), (-3,)],
    "digits": [(12,), (-3,), (0,)],
    "doubles": FLOATS,
    "divided": FLOATS,
    "compared": [*FLOATS, (2.0, 2.0)],
    "truncated": [(2.7,), (-2.7,), (float("nan"),), (float("inf"),)],
    "mixed": [(2**53 + 1, 2.0**53), (2, 2.0), (1, 1.5), (2, 1.5), (0, float("nan"))],
    "texts": [("abc", "b"), ("b", "abc"), ("", ""), ("aba", "a"), ("ab", "b"), ("a", "b")],
    "parts": [("abc", 0, 2), ("abc", -1, 9), ("abc", 2, 1), ("", 0, 1)],
    "replaced": [("banana", "xa"), ("", "b")],
    "connected": [(a, b, c) for a in (True, False) for b in (True, False) for c in (True, False)],
    "either": [(None, 1), (1, 1), (0, 1), (2, 1)],
    "pair": [(1, 5), (4, 4)],
    "largest": [(1, 2), (2, 1)],
}
