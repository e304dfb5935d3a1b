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


def before_nonterm2(x: int) -> int:
    while x != 0:
        x -= 1
    return 0


def after_nonterm2(x: int) -> int:
    while x > 0:
        x -= 1
    return 0


def before_raisedloop(xs: list[int]) -> int:
    s = 0
    for x in xs:
        s += 10 // x
    return s


def after_raisedloop(xs: list[int]) -> int:
    s = 0
    for x in reversed(xs):
        s += 10 // x
    return s


def before_breakelse(xs: list[int]) -> int:
    for x in xs:
        if x == 0:
            break
    else:
        return 1
    return 2


def after_breakelse(xs: list[int]) -> int:
    for x in xs:
        if x == 0:
            return 2
        if x == 1:
            break
    return 1
