"""Pairs that differ: loops."""


def before_loopsumneg(xs: list[int]) -> int:
    s = 0
    for x in xs:
        if x > -100:
            s += x
    return s


def after_loopsumneg(xs: list[int]) -> int:
    return sum(xs)


def before_nonterm(x: int) -> int:
    while x > 0:
        pass
    return 0


def after_nonterm(x: int) -> int:
    return 0
