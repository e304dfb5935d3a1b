"""Pairs that do the same: outcomes."""


def before_exc2(xs: list[int]) -> int:
    return xs[0]


def after_exc2(xs: list[int]) -> int:
    if not xs:
        raise IndexError
    return xs[0]


def before_swallow2(x: int) -> int:
    try:
        return 1 // x
    except ZeroDivisionError:
        return 0


def after_swallow2(x: int) -> int:
    if not x:
        return 0
    return 1 // x
