"""Pairs that do the same: outcomes."""


def before_exc2(xs: list[int]) -> int:
    return xs[0]


def after_exc2(xs: list[int]) -> int:
    if not xs:
        raise IndexError
    return xs[0]
