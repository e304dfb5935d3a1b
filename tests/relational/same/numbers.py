"""Pairs that do the same: numbers."""


def before_arith(x: int) -> int:
    return x * 2 + 2


def after_arith(x: int) -> int:
    return 2 * (x + 1)


def before_branch(x: int) -> int:
    if x > 0:
        return 1
    elif x < 0:
        return -1
    return 0


def after_branch(x: int) -> int:
    return 0 if x == 0 else (1 if x > 0 else -1)


def before_isnone2(x: int | None) -> int:
    return x if x else 0


def after_isnone2(x: int | None) -> int:
    return x if x is not None else 0
