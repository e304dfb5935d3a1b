"""Pairs that differ: outcomes."""


def before_exc(xs: list[int]) -> int:
    return xs[0]


def after_exc(xs: list[int]) -> int:
    if not xs:
        raise ValueError
    return xs[0]


def before_evalorder(a: int, b: list[int]) -> int:
    return 1 // a + b[0]


def after_evalorder(a: int, b: list[int]) -> int:
    return b[0] + 1 // a


def before_print(x: int) -> int:
    print("a")
    return x


def after_print(x: int) -> int:
    print("b")
    return x


def before_default(x: int = 1) -> int:
    return x


def after_default(x: int = 2) -> int:
    return x
