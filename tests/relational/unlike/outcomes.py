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


def before_default(x: int = 1) -> int:
    return x


def after_default(x: int = 2) -> int:
    return x


def before_mutraise(xs: list[int]) -> int:
    xs.append(1)
    raise ValueError


def after_mutraise(xs: list[int]) -> int:
    raise ValueError


def before_finallyret(x: int) -> int:
    try:
        return 1 // x
    finally:
        x = 0


def after_finallyret(x: int) -> int:
    try:
        return 1 // x
    finally:
        return 0


def before_swallow(x: int) -> int:
    try:
        return 1 // x
    except ZeroDivisionError:
        return 0


def after_swallow(x: int) -> int:
    try:
        return 1 // x
    except ValueError:
        return 0


def before_assertcond(a: int) -> int:
    assert a > 0
    return a


def after_assertcond(a: int) -> int:
    return a


def before_unbound(xs: list[int]) -> int:
    for x in xs:
        y = x
    return y


def after_unbound(xs: list[int]) -> int:
    y = 0
    for x in xs:
        y = x
    return y


def before_exctwice(a: int) -> int:
    try:
        raise KeyError
    except LookupError:
        raise ValueError


def after_exctwice(a: int) -> int:
    try:
        raise KeyError
    except ValueError:
        raise ValueError


def before_reraise(x: int) -> int:
    try:
        return 1 // x
    except ZeroDivisionError:
        raise


def after_reraise(x: int) -> int:
    try:
        return 1 // x
    except ZeroDivisionError as e:
        raise ValueError from e
