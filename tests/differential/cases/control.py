"""Order, jumps and exceptions."""

from __future__ import annotations


class Oops(ValueError):
    pass


def twice(x: int, by: int = 2) -> int:
    return x * by


def called(a: int) -> int:
    return twice(a) + twice(a, 3) + twice(by=5, x=a)


def cleaned(a: int) -> list[int]:
    log: list[int] = []
    try:
        log.append(1 // a)
    except ZeroDivisionError:
        log.append(-1)
    else:
        log.append(5)
    finally:
        log.append(9)
    return log


def overridden(a: int) -> int:
    try:
        if a:
            return 1
        raise ValueError
    finally:
        return 2  # noqa: B012


def at_last(log: list[int], a: int) -> int:
    for i in range(3):
        try:
            if i == a:
                break
            if a < 0:
                return 10 // (a + 1)
        finally:
            log.append(i)
    return 0


def doubled(a: int) -> int:
    x = 1
    try:
        x += x
        x += a // a
    except ZeroDivisionError:
        return x
    return -x


def handled(a: int) -> str:
    try:
        try:
            if a == 0:
                raise Oops
            if a == 1:
                raise KeyError
            [][a]
        except LookupError:
            raise
        except ValueError:
            return "value"
    except KeyError:
        return "key"
    except Exception:
        return "other"
    return "none"


def unbound(a: int) -> int:
    if a > 0:
        x = a
    return x


def looped(n: int) -> tuple[int, int]:
    total = 0
    for i in range(n, 10, 3):
        if i == 4:
            continue
        total += i
        if total > 12:
            break
    else:
        total = -total
    return total, i


def counted(n: int) -> int:
    steps = 0
    while n > 1:
        n = n // 2 if n % 2 == 0 else n - 1
        steps += 1
        if steps > 9:
            break
    else:
        return -steps
    return steps


def iterated(xs: list[str], ys: list[int]) -> list[int]:
    made: list[int] = []
    for i, x in enumerate(xs, 5):
        made.append(i + len(x))
    for x, y in zip(xs, ys):  # noqa: B905
        made.append(len(x) * y)
    for y in reversed(ys):
        made.append(y)
    return made


def growing(xs: list[int]) -> int:
    for x in xs:
        if len(xs) < 6:
            xs.append(x + 1)
    return len(xs)


def chained(a: int, b: int, c: int) -> bool:
    return a < b <= c != 3


def operands(xs: list[int], a: int) -> list[int] | int:
    return (xs and a) or xs


def asserted(a: int) -> int:
    b = a + 1
    assert b > 3
    return b


def quantified(xs: list[int]) -> tuple[bool, bool]:
    return any(x > 2 for x in xs), all(x > 2 for x in xs)


def sign(a: int) -> int:
    if a < 0:
        return -1
    return 1


def picked(a: int) -> int:
    return [5, 6][sign(a) + 1]


def missed(a: int) -> int:
    try:
        return [1][a]
    except ZeroDivisionError:
        return 0


def ended_early(a: int) -> int:
    x = 1
    if a > 1:
        x = 0
    try:
        x = 5 // x
    finally:
        x += 1
    return 7 // (x - 6)


def named(a: int) -> int:
    return (b := a + 1) * b


def falling() -> None:
    pass


CALLS = {
    "called": [(3,)],
    "cleaned": [(0,), (1,), (-3,)],
    "overridden": [(0,), (1,)],
    "at_last": [([], 1), ([], 5), ([], -1), ([], -2)],
    "doubled": [(0,), (1,)],
    "handled": [(0,), (1,), (2,)],
    "unbound": [(1,), (0,)],
    "looped": [(1,), (4,), (9,), (10,), (11,)],
    "counted": [(0,), (5,), (16,), (2**12,)],
    "iterated": [(["a", "bc"], [1, 2, 3]), ([], [])],
    "growing": [([1],), ([],)],
    "chained": [(1, 2, 3), (1, 2, 2), (2, 1, 4), (1, 3, 2)],
    "operands": [([], 1), ([1], 0), ([1], 2)],
    "asserted": [(2,), (3,)],
    "quantified": [([],), ([1, 3],), ([3, 4],), ([1],)],
    "missed": [(0,), (3,)],
    "picked": [(-1,), (1,)],
    "ended_early": [(1,), (2,)],
    "named": [(3,)],
    "falling": [()],
}
