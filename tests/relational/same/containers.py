"""Pairs that do the same: containers."""


def before_comp(xs: list[int]) -> list[int]:
    out = []
    for x in xs:
        out.append(x * 2)
    return out


def after_comp(xs: list[int]) -> list[int]:
    return [2 * x for x in xs]


def before_copy(xs: list[int]) -> list[int]:
    return xs[:]


def after_copy(xs: list[int]) -> list[int]:
    return list(xs)


def before_setmut2(s: set[int], x: int) -> set[int]:
    t = set(s)
    t.add(x)
    return t


def after_setmut2(s: set[int], x: int) -> set[int]:
    return s | {x}
