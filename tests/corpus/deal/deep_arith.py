"""Arithmetic by simple means."""
from __future__ import annotations

import math

import deal


@deal.pre(lambda a, b: b >= 0)
@deal.ensure(lambda a, b, result: result == a * b)
@deal.pure
def peasant_product(a: int, b: int) -> int:
    """Multiply by doubling and halving."""
    product = 0
    while b != 0:
        if b % 2:
            product += a
        a += a
        b = int(b / 2)
    return product


@deal.pre(lambda a, b: a >= 0 and b > 0)
@deal.ensure(lambda a, b, result: result[0] * b + result[1] == a)
@deal.ensure(lambda a, b, result: 0 <= result[1] < b)
@deal.pure
def long_division(a: int, b: int) -> tuple[int, int]:
    step = b
    while step <= a:
        step *= 2
    quotient, rest = 0, a
    while step != b:
        step //= 2
        quotient *= 2
        if step <= rest:
            rest -= step
            quotient += 1
    return quotient, rest


@deal.pre(lambda n: n >= 0)
@deal.ensure(lambda n, result: result >= 0 and result * result <= n < result * result + 2 * result + 1)
@deal.safe
def root_by_odds(n: int) -> int:
    """Subtract 1, 3, 5 and so on for as long as it goes."""
    odd = 1
    rest = n
    while rest >= odd:
        rest -= odd
        odd += 2
    return (odd - 1) // 2


@deal.pre(lambda n: n >= 1)
@deal.ensure(lambda n, result: result == (2 * n == sum(d for d in range(1, n + 1) if n % d == 0)))
@deal.pure
def is_perfect(n: int) -> bool:
    """Whether n is the sum of its divisors below it."""
    total = 1
    d = 2
    while d * d <= n:
        if n % d == 0:
            total += d
            if d != n // d:
                total += n // d
        d += 1
    return total == n


@deal.pre(lambda n, k: 0 <= k <= n <= 60)
@deal.ensure(lambda n, k, result: result == math.comb(n, k))
@deal.safe
def choose(n: int, k: int) -> int:
    """The number of ways to choose k out of n, by one row of Pascal's triangle."""
    row = [1]
    for _ in range(n):
        row = [1] + [a + b for a, b in zip(row, row[1:])] + [1]
    return row[k]


@deal.ensure(lambda n, result: result == any(n == 2**k for k in range(n.bit_length() + 1)))
@deal.pure
def is_power_of_two(n: int) -> bool:
    return n & (n - 1) == 0


@deal.pre(lambda n: n >= 0)
@deal.ensure(lambda n, result: all(bit in (0, 1) for bit in result))
@deal.ensure(lambda n, result: sum(2 ** (len(result) - 1 - i) for i, bit in enumerate(result) if bit) == n)
@deal.safe
def bits(n: int) -> list[int]:
    """Binary digits from the highest to the lowest; none for 0."""
    found: list[int] = []
    while n > 0:
        found.insert(0, n % 2)
        n //= 2
    return found


@deal.pre(lambda n: n > 1)
@deal.ensure(lambda n, result: math.prod(result) == n)
@deal.ensure(lambda n, result: all(p > 1 and all(p % d for d in range(2, math.isqrt(p) + 1)) for p in result))
@deal.ensure(lambda n, result: all(a <= b for a, b in zip(result, result[1:])))
@deal.safe
def prime_factors(n: int) -> list[int]:
    factors = []
    p = 2
    while p * p <= n:
        while n % p == 0:
            factors.append(p)
            n //= p
        p += 1
    if n > 1:
        factors.append(n)
    return factors
