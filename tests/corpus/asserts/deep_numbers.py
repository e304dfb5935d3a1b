"""Whole numbers: roots, divisors, digits."""
from __future__ import annotations

import math


def integer_sqrt(n: int) -> int:
    assert n >= 0
    low, high = 0, n + 1
    while high - low > 1:
        mid = (low + high) // 2
        if mid * mid <= n:
            low = mid
        else:
            high = mid
    assert low >= 0
    assert low * low <= n < (low + 1) * (low + 1)
    return low


def power(base: int, exponent: int) -> int:
    assert 0 <= exponent <= 500
    result = 1
    square, rest = base, exponent
    while rest > 0:
        if rest % 2 == 1:
            result *= square
        square *= square
        rest //= 2
    assert result == base**exponent
    return result


def greatest_divisor(a: int, b: int) -> int:
    assert a != 0 or b != 0
    x, y = a, b
    while y:
        x, y = y, x % y
    assert x > 0
    assert a % x == 0 and b % x == 0
    return x


def common_multiple(a: int, b: int) -> int:
    """The least common multiple; 0 when one of them is 0."""
    assert a >= 0 and b >= 0
    result = a * b // math.gcd(a, b)
    assert result >= 0
    assert (result == 0) == (a == 0 or b == 0)
    assert a == 0 or result % a == 0
    assert b == 0 or result % b == 0
    return result


def digit_sum(n: int) -> int:
    assert n >= 0
    total = 0
    rest = n
    while rest:
        rest, digit = divmod(rest, 10)
        total += digit
    assert 0 <= total <= n
    assert (n - total) % 9 == 0
    return total


def reverse_digits(n: int) -> int:
    assert 0 <= n < 10**15
    result = 0
    rest = n
    while rest > 0:
        result = result * 10 + rest % 10
        rest //= 10
    assert result % 9 == n % 9
    assert len(str(result)) == len(str(n))
    return result


def is_prime(n: int) -> bool:
    if n < 2:
        prime = False
    else:
        divisor = 2
        while divisor * divisor < n and n % divisor != 0:
            divisor += 1
        prime = divisor * divisor >= n
    assert prime == (n >= 2 and all(n % d != 0 for d in range(2, n)))
    return prime


def triangular(rows: int) -> int:
    """How many balls lie in a triangle of so many rows."""
    assert rows >= 0
    balls = 0
    for row in range(1, rows + 1):
        balls += row
    assert 2 * balls == rows * (rows + 1)
    return balls


def count_divisors(n: int) -> int:
    assert n > 0
    count = 0
    d = 1
    while d * d <= n:
        if n % d == 0:
            count += 2
        d += 1
    assert count == sum(1 for k in range(1, n + 1) if n % k == 0)
    return count
