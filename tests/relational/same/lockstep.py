"""Pairs that do the same: lockstep."""


def before_whilecond(xs: list[int], new: int) -> int:
    position = len(xs)
    for i, value in enumerate(xs):
        if value > new:
            position = i
            break
    return position


def after_whilecond(xs: list[int], new: int) -> int:
    i = 0
    while i < len(xs) and xs[i] <= new:
        i += 1
    return i


def before_inplace(xs: list[int]) -> None:
    for i in range(len(xs)):
        xs[i] = xs[i] * 2


def after_inplace(xs: list[int]) -> None:
    i = 0
    while i < len(xs):
        xs[i] *= 2
        i += 1


def before_dictcount(xs: list[str]) -> dict[str, int]:
    d: dict[str, int] = {}
    for x in xs:
        if x in d:
            d[x] += 1
        else:
            d[x] = 1
    return d


def after_dictcount(xs: list[str]) -> dict[str, int]:
    d: dict[str, int] = {}
    for x in xs:
        d[x] = d.get(x, 0) + 1
    return d


def before_contin2(xs: list[int]) -> int:
    s = 0
    for x in xs:
        if x < 0:
            continue
        s += x
    return s


def after_contin2(xs: list[int]) -> int:
    s = 0
    for x in xs:
        if x >= 0:
            s += x
    return s
