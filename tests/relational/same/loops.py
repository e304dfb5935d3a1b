"""Pairs that do the same: loops."""


def before_loop(xs: list[int]) -> int:
    s = 0
    for x in xs:
        s += x
    return s


def after_loop(xs: list[int]) -> int:
    t = 0
    i = 0
    while i < len(xs):
        t = xs[i] + t
        i = i + 1
    return t


def before_loopsum(xs: list[int]) -> int:
    s = 0
    for x in xs:
        s += x
    return s


def after_loopsum(xs: list[int]) -> int:
    return sum(xs)


def before_early(xs: list[int], t: int) -> int:
    for i in range(len(xs)):
        if xs[i] == t:
            return i
    return -1


def after_early(xs: list[int], t: int) -> int:
    for i, x in enumerate(xs):
        if x == t:
            return i
    return -1


def before_flag(xs: list[int], t: int) -> bool:
    found = False
    for x in xs:
        if x == t:
            found = True
            break
    return found


def after_flag(xs: list[int], t: int) -> bool:
    for x in xs:
        if x == t:
            return True
    return False


def before_isin(xs: list[int], t: int) -> bool:
    for x in xs:
        if x == t:
            return True
    return False


def after_isin(xs: list[int], t: int) -> bool:
    return t in xs


def before_breakelse2(xs: list[int]) -> int:
    for x in xs:
        if x == 0:
            break
    else:
        return 1
    return 2


def after_breakelse2(xs: list[int]) -> int:
    for x in xs:
        if x == 0:
            return 2
    return 1
