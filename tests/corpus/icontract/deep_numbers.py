"""Roots, digits, primes and powers."""
from __future__ import annotations

import math

from icontract import ensure, require


@require(lambda n: n >= 0)
@ensure(lambda n, result: result >= 0 and result**2 <= n < (result + 1) ** 2)
def newton_sqrt(n: int) -> int:
    guess = n
    better = (guess + 1) // 2
    while better < guess:
        guess = better
        better = (guess + n // guess) // 2
    return guess


@require(lambda n: n >= 0)
@ensure(lambda n, result: result >= 0 and result**3 <= n < (result + 1) ** 3)
def cube_root(n: int) -> int:
    root = 0
    while (root + 1) ** 3 < n:
        root += 1
    return root


@require(lambda a, b: a >= 0 and b >= 0)
@ensure(lambda a, b, result: result[0] == a * result[1] + b * result[2])
@ensure(lambda a, b, result: result[0] == math.gcd(a, b))
def bezout(a: int, b: int) -> tuple[int, int, int]:
    old_r, r = a, b
    old_s, s = 1, 0
    old_t, t = 0, 1
    while r != 0:
        q = old_r // r
        old_r, r = r, old_r - q * r
        old_s, s = s, old_s - q * s
        old_t, t = t, old_t - q * t
    return old_r, old_s, old_t


@require(lambda n: n >= 0)
@require(lambda base: base >= 2)
@ensure(lambda base, result: all(0 <= digit < base for digit in result))
@ensure(lambda n, base, result: sum(d * base**i for i, d in enumerate(result)) == n)
@ensure(lambda result: len(result) > 0 and (len(result) == 1 or result[-1] != 0))
def to_base(n: int, base: int) -> list[int]:
    """Digits from the lowest to the highest."""
    digits = [n % base]
    n //= base
    while n:
        digits.append(n % base)
        n //= base
    return digits


@require(lambda base: base >= 2)
@require(lambda digits, base: all(0 <= digit < base for digit in digits))
@ensure(lambda digits, base, result: 0 <= result < base ** len(digits))
@ensure(lambda digits, base, result: result == sum(d * base**i for i, d in enumerate(digits)))
def from_base(digits: list[int], base: int) -> int:
    """The number with these digits, given from the lowest to the highest."""
    value = 0
    for digit in digits:
        value = value * base + digit
    return value


@require(lambda limit: 2 <= limit <= 2000)
@ensure(lambda limit, result: result == [n for n in range(2, limit + 1) if all(n % d for d in range(2, n))])
def primes_up_to(limit: int) -> list[int]:
    is_prime = [True] * (limit + 1)
    for p in range(2, math.isqrt(limit)):
        if is_prime[p]:
            for multiple in range(p * p, limit + 1, p):
                is_prime[multiple] = False
    return [n for n in range(2, limit + 1) if is_prime[n]]


@require(lambda n, fuel: n >= 1 and fuel >= 0)
@ensure(lambda fuel, result: result is None or 0 <= result <= fuel)
@ensure(lambda n, result: (result == 0) == (n == 1))
def collatz_steps(n: int, fuel: int) -> int | None:
    """The number of steps until 1, or None if the fuel does not last."""
    steps = 0
    while n != 1:
        if steps == fuel:
            return None
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


@require(lambda exponent: exponent >= 0)
@require(lambda modulus: modulus > 0)
@ensure(lambda modulus, result: 0 <= result < modulus)
@ensure(lambda base, exponent, modulus, result: result == pow(base, exponent, modulus))
def power_mod(base: int, exponent: int, modulus: int) -> int:
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result
