"""Pairs that differ: outside."""

from typing import Callable


LOG: list[int] = []


def before_modappend(x: int) -> int:
    LOG.append(x)
    return x


def after_modappend(x: int) -> int:
    return x


CACHE: dict[int, int] = {}


def before_moddict(x: int) -> int:
    CACHE[x] = 1
    return x


def after_moddict(x: int) -> int:
    CACHE[x] = 2
    return x


PLACES = [1, 2]


def before_modret(x: int) -> list[int]:
    return PLACES


def after_modret(x: int) -> list[int]:
    return [1, 2]


class CClassattr:
    n = 0


def before_classattr(x: int) -> int:
    CClassattr.n += 1
    return x


def after_classattr(x: int) -> int:
    return x


def before_lambdas(x: int) -> Callable[[], int]:
    return lambda: x


def after_lambdas(x: int) -> Callable[[], int]:
    return lambda: x + 1


def before_callarg(g: Callable[[int], int], x: int) -> int:
    return g(x) + g(x + 1)


def after_callarg(g: Callable[[int], int], x: int) -> int:
    return g(x + 1) + g(x)
