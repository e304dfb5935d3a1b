"""Pairs that do the same: exactness."""


def before_boolsum(xs: list[bool]) -> int:
    return sum(xs)


def after_boolsum(xs: list[bool]) -> int:
    return sum(xs, 0)
